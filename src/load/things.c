/* A thing is read by its form; what the form cannot say of its kind (what depends on two fields,
 * what is worked out, what is only warned of) follows, a function a kind. What depends on other
 * things is checked when all is read (checks.c). */
#include "load/things.h"

#include "base/memory.h"
#include "base/text.h"
#include "load/cut.h"
#include "load/faults.h"
#include "load/fields.h"
#include "load/keys.h"
#include "load/missing.h"
#include "load/plain.h"
#include "load/spot.h"
#include "load/values.h"
#include "model/author.h"
#include "model/query.h"

#include <stdlib.h>
#include <string.h>

enum { DATE_MOST = 100 }; /* bytes of a date that ends a name: so that many commas cost no more */

/* Remembers a name of the thing that is being read, for check_aliases. */
static void alias_add(
	struct loader *load, const char *name, enum thing thing, bool own, struct place place)
{
	load->aliases = mem_grow(
		load->aliases, &load->alias_capacity, load->alias_count + 1, sizeof *load->aliases);
	load->aliases[load->alias_count++] = (struct alias){
		name, record_ref(thing, load->record->counts[thing]), own, place};
}

/* ---- sources ---- */

/* Whether a text is a date. What cannot be one is not asked about: of what is refused it would be
 * worked out at length what was meant. */
static bool is_date(struct loader *load, const char *text)
{
	struct date date;
	struct date_problem problem;
	size_t len = strlen(text);
	bool edtf = strspn(text, "0123456789X-/.,[]{}~?%YSETZ:+") == len;
	return (edtf || date_typed_len(text, len) == len) &&
		date_parse_typed(&load->scratch, text, len, &date, &problem);
}

/* A short name without the date at its end: "German media" of "German media, March 2022". */
static const char *name_undated(struct loader *load, const char *name)
{
	size_t len = strlen(name);
	const char *from = len > DATE_MOST ? name + len - DATE_MOST : name;
	for (const char *comma = strchr(from, ','); comma; comma = strchr(comma + 1, ',')) {
		const char *rest = comma + 1 + strspn(comma + 1, " ");
		if (comma > name && is_date(load, rest))
			return arena_text(&load->record->arena, name, (size_t)(comma - name));
	}
	return name;
}

/* What a source without author is called: of "TASS on the talks, 16 May" in TASS that, and not what
 * tells it from other reports. */
static const char *name_of_work(struct loader *load, const struct source *source)
{
	const char *name = source->fields[SOURCE_SHORT];
	const char *container = source->fields[SOURCE_CONTAINER_TITLE];
	size_t len = container ? strlen(container) : 0;
	bool begins = name && container && strncmp(name, container, len) == 0 &&
		strchr(" ,:", name[len]);
	if (container && (!name || begins))
		return container;
	if (name)
		return name_undated(load, name);
	return source->fields[SOURCE_TITLE] ? source->fields[SOURCE_TITLE] : "";
}

/* "Varga", "Varga and Roe", "Varga and others"; see record_name. */
static const char *source_name(struct loader *load, const struct source *source)
{
	const char *at = source->fields[SOURCE_AUTHOR];
	if (!at)
		return name_of_work(load, source);
	struct author first, other;
	buf_clear(&load->buf);
	if (author_next(&at, &first))
		buf_add(&load->buf, first.family, first.family_len);
	if (author_next(&at, &other)) {
		buf_text(&load->buf, " and ");
		if (at[strspn(at, " ;")])
			buf_text(&load->buf, "others");
		else
			buf_add(&load->buf, other.family, other.family_len);
	}
	return arena_text(&load->record->arena, buf_string(&load->buf), load->buf.len);
}

static void address_check(struct loader *load, const struct node *node)
{
	const char *scheme = node ? strstr(node->text, "://") : NULL;
	size_t len = scheme ? (size_t)(scheme - node->text) : 0;
	if (node && value_is_plain(node) && (!len || strcspn(node->text, " ./?#") < len))
		code_report(load->diags, CODE_HARDLY_MEANT, node->place,
			"\"%s\" is no address of the web; one begins with https://", node->text);
}

static void short_check(struct loader *load, const struct node *node)
{
	enum { SHORT_MOST = 100 };
	size_t len = node->kind == NODE_SCALAR ? text_length(node->text, node->len) : 0;
	if (len > SHORT_MOST)
		code_report(load->diags, CODE_HARDLY_MEANT, node->place,
			"a short name of %zu characters; it stands under words and in lists, where "
			"few are better",
			len);
}

static void source_finish(struct loader *load, void *thing, const struct node *map)
{
	struct source *source = thing;
	const struct node *name = map ? fields_node(map, "short") : NULL;
	source->name = source_name(load, source);
	if (map) {
		address_check(load, fields_node(map, "URL"));
		address_check(load, fields_node(map, "archived"));
	}
	if (name)
		short_check(load, name);
	if (name && source->fields[SOURCE_SHORT])
		alias_add(load, source->fields[SOURCE_SHORT], THING_SOURCE, false, name->place);
}

/* ---- people ---- */

static void person_names(struct loader *load, const struct person *person, const struct node *value)
{
	const struct node *name = fields_node(value, "name"),
			  *aliases = fields_node(value, "aliases");
	if (name && *person->name)
		alias_add(load, person->name, THING_PERSON, true, name->place);
	if (!aliases || !person->aliases)
		return;
	const struct node *at = aliases->kind == NODE_LIST ? aliases->child : aliases;
	/* Where an alias was at fault the two lists no longer agree, and an error was reported. */
	for (uint32_t i = 0; at && i < person->aliases->count; i++, at = at->next)
		alias_add(load, person->aliases->at[i], THING_PERSON, false, at->place);
}

static void person_finish(struct loader *load, void *thing, const struct node *map)
{
	const struct person *person = thing;
	if (!map)
		return;
	person_names(load, person, map);
	if (person->born && person->died && date_before(person->died, person->born))
		code_report(load->diags, CODE_DIED_BEFORE_BORN, fields_node(map, "died")->place,
			"died %s, before being born, %s", person->died->edtf, person->born->edtf);
}

/* ---- events ---- */

/* Stands where an event's date was at fault, so that nobody meets an event without one. */
static const struct date undated = {.edtf = "XXXX",
	.earliest = DATE_UNKNOWN_START,
	.latest = DATE_UNKNOWN_END,
	.sort = DATE_NO_SORT,
	.second = -1,
	.offset = DATE_NO_OFFSET};

static void event_finish(struct loader *load, void *thing, const struct node *map)
{
	const struct record *record = load->record;
	struct event *event = thing;
	(void)map;
	if (!event->date)
		event->date = &undated;
	if (record->counts[THING_EVENT])
		event->first_quote = event[-1].first_quote + event[-1].quote_count;
	event->quote_count = record->counts[THING_QUOTE] - event->first_quote;
}

/* ---- quotations ---- */

/* Where the character at `folded` of the folded text stands in the text itself: brackets are none of
 * what folding takes away or adds. */
static size_t bracket_find(const char *text, const struct buf *folded, const char *at)
{
	size_t bytes, before = 0;
	char bracket[5] = "";
	text_decode(at, strlen(at), &bytes);
	memcpy(bracket, at, bytes);
	for (const char *one = folded->text; (one = strstr(one, bracket)) && one < at; one += bytes)
		before++;
	const char *found = strstr(text, bracket);
	for (; found && before; before--)
		found = strstr(found + bytes, bracket);
	return found ? (size_t)(found - text) : 0;
}

/* Whether there are dots such as a cut has, side by side or with spaces between. */
static bool has_dots(const char *text)
{
	if (strstr(text, "\u2026") || strstr(text, ".."))
		return true;
	for (const char *at = text; (at = strstr(at, ". ")); at++)
		if (at[1 + strspn(at + 1, " ")] == '.')
			return true;
	return false;
}

/* Dots in brackets that look like a cut, and are words to verify. */
static void cut_check(struct loader *load, const struct node *node)
{
	bool wanted = node && node->kind == NODE_SCALAR && diag_wants(load->diags, DIAG_NOTE);
	const char *text = wanted ? node->text : NULL;
	/* None without a bracket of some kind, which most texts have none of. */
	if (!text || !text[strcspn(text, "[(<{/\xc2\xe2\xe3\xef")] || !has_dots(text))
		return;
	struct buf folded = {0};
	plain_fold(&folded, text, node->len);
	for (const char *at = buf_string(&folded); (at = strchr(at, '.')); at += strspn(at, ". ")) {
		const char *from = at;
		size_t len = 0;
		for (int back = 0; back < 4 && from > folded.text && !len; back++)
			len = cut_other_len(--from);
		if (!len)
			continue;
		spot_report(load, CODE_CUT_FORM, node, bracket_find(text, &folded, from),
			"a cut is written [\u2026], not %.*s; leave it where the source has it so",
			(int)len, from);
		break;
	}
	buf_free(&folded);
}

/* In the words of other places as well. */
static void cuts_check(struct loader *load, const struct node *quote)
{
	const struct node *places = fields_node(quote, "also_in");
	cut_check(load, fields_node(quote, "text"));
	for (const struct node *at = places ? places->child : NULL; at; at = at->next)
		cut_check(load, fields_node(at, "text"));
}

/* Whether the first difference is one between two letters of ASCII, which no folding takes away. */
static bool is_surely_different(const char *one, const char *other)
{
	size_t at = 0;
	while (one[at] && one[at] == other[at])
		at++;
	char a = text_small(one[at]), b = text_small(other[at]);
	return a != b && a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z';
}

/* Whether two texts are the same words, as `verify` would fold them. */
static bool is_same_text(const char *one, const char *other)
{
	struct buf a = {0}, b = {0};
	if (is_surely_different(one, other))
		return false;
	plain_fold(&a, one, strlen(one));
	plain_fold(&b, other, strlen(other));
	bool same = strcmp(buf_string(&a), buf_string(&b)) == 0;
	buf_free(&a);
	buf_free(&b);
	return same;
}

static void variants_check(struct loader *load, const struct quote *quote)
{
	for (uint32_t i = 0; *quote->text && quote->also_in && i < quote->also_in->count; i++) {
		const struct attestation *at = &quote->also_in->at[i];
		if (at->text && is_same_text(quote->text, at->text))
			code_report(load->diags, CODE_SAME_VARIANT,
				places_of(&load->places, at->place, "text"),
				"this variant has the same words as the quotation; leave its text "
				"out");
	}
}

/* The words of an original, as `verify` would fold them. */
struct original {
	const char *folded;
	const struct attestation *at;
};

static int original_order(const void *a, const void *b)
{
	const struct original *one = a, *two = b;
	int order = strcmp(one->folded, two->folded);
	return order ? order : one->at < two->at ? -1 : one->at > two->at;
}

/* Originals that say what one above them says; sorted, these stand side by side. */
static void originals_twice(struct loader *load, const struct attestations *originals)
{
	struct original *all = mem_alloc(originals->count * sizeof *all);
	for (uint32_t i = 0; i < originals->count; i++) {
		const struct attestation *at = &originals->at[i];
		buf_clear(&load->buf);
		plain_fold(&load->buf, at->text, strlen(at->text));
		all[i] = (struct original){
			arena_text(&load->scratch, buf_string(&load->buf), load->buf.len), at};
	}
	qsort(all, originals->count, sizeof *all, original_order);
	for (uint32_t i = 1; i < originals->count; i++)
		if (*all[i].at->text && strcmp(all[i - 1].folded, all[i].folded) == 0)
			code_report(load->diags, CODE_SAME_ORIGINAL,
				places_of(&load->places, all[i].at->place, "text"),
				"these words stand in an original above; name its source there, or "
				"in \"also_in\"");
	free(all);
}

/* An original that says nothing new: the words of the quotation, or of another original. */
static void originals_compare(struct loader *load, const struct quote *quote)
{
	const struct attestations *originals = quote->more ? quote->more->original : NULL;
	for (uint32_t i = 0; originals && *quote->text && i < originals->count; i++) {
		const struct attestation *at = &originals->at[i];
		if (*at->text && is_same_text(quote->text, at->text))
			code_report(load->diags, CODE_SAME_ORIGINAL,
				places_of(&load->places, at->place, "text"),
				"this original has the same words as the quotation: give the "
				"quotation's \"language\", and leave it out");
	}
	if (originals && originals->count > 1)
		originals_twice(load, originals);
}

/* The id is in normal form, what it answers may not be. */
static void answers_check(struct loader *load, const struct quote *quote, const struct node *node)
{
	const struct node *answers = fields_node(node, "answers");
	if (!quote->answers || !answers || !*quote->id)
		return;
	const struct node *at = answers->kind == NODE_LIST ? answers->child : answers;
	for (uint32_t left = answers->kind == NODE_LIST ? answers->count : 1; left;
		left--, at = at->next) {
		const char *id = at->kind == NODE_SCALAR && at->len ? value_normal(load, at) : "";
		if (strcmp(id, quote->id) == 0)
			code_report(load->diags, CODE_ANSWERS_ITSELF, at->place,
				"the quotation \"%s\" cannot answer itself", quote->id);
	}
}

static void same_check(struct loader *load, const struct quote *quote, const struct node *node)
{
	const struct node *same = fields_node(node, "same_as");
	if (same && same->kind == NODE_SCALAR && *quote->id &&
		strcmp(value_normal(load, same), quote->id) == 0)
		code_report(load->diags, CODE_SAME_AS_ITSELF, same->place,
			"\"%s\" needs no \"same_as\" to be the same as itself", quote->id);
}

static void original_check(struct loader *load, const struct node *original)
{
	if (original->kind != NODE_MAP)
		return;
	if (!fields_node(original, "language") &&
		!missing_doubt(load, &forms[FORM_ORIGINAL], original))
		code_report(load->diags, CODE_ORIGINAL_WITHOUT_LANGUAGE, original->place,
			"the original is in no language; add one, as in \"language: fr\"");
	cut_check(load, fields_node(original, "text"));
}

static void originals_check(struct loader *load, const struct node *original)
{
	if (original && original->kind == NODE_LIST)
		for (const struct node *at = original->child; at; at = at->next)
			original_check(load, at);
	else if (original)
		original_check(load, original);
}

static void quote_check(struct loader *load, const struct quote *quote, const struct node *node)
{
	bool doubt = missing_doubt(load, &forms[THING_QUOTE], node);
	cuts_check(load, node);
	if (quote->status >= STATUS_DISPUTED && !quote->note && !doubt)
		code_report(load->diags, CODE_STATUS_WITHOUT_NOTE,
			fields_node(node, "status")->place,
			"a quotation that is %s needs a note that says why",
			form_statuses.at[quote->status]);
	bool speaker = quote->speaker.thing != THING_NONE || quote->speaker.index;
	if (quote->kind != QUOTE_THESIS && !speaker && !doubt)
		code_report(load->diags, CODE_NO_SPEAKER, node->place,
			"this quotation has no speaker, and is shown as \"unattributed\"");
	originals_check(load, fields_node(node, "original"));
	if (diag_wants(load->diags, DIAG_WARNING)) {
		variants_check(load, quote);
		originals_compare(load, quote);
	}
	answers_check(load, quote, node);
	same_check(load, quote, node);
}

static void quote_finish(struct loader *load, void *thing, const struct node *map)
{
	struct record *record = load->record;
	struct quote *quote = thing;
	quote->event = record->counts[THING_EVENT];
	record->quote_kinds.of[quote->kind]++;
	if (map)
		quote_check(load, quote, map);
}

/* ---- views ---- */

/* Bytes of so many of its code points. */
static size_t bytes_of(const char *text, uint32_t count)
{
	const char *at = text;
	while (count-- && *at)
		do
			at++;
		while (text_is_inside(*at));
	return (size_t)(at - text);
}

static void query_check(struct loader *load, const struct node *query)
{
	struct arena arena = {0};
	const struct query_term *terms;
	struct query_problem problem = {
		.column = 1, .reason = "an empty query selects nothing in particular"};
	if (!query_parse(&arena, query->text, query->len, &terms, &problem) || !terms)
		spot_report(load, CODE_MALFORMED_QUERY, query,
			bytes_of(query->text, problem.column - 1), "%s", problem.reason);
	arena_free(&arena);
}

static void view_finish(struct loader *load, void *thing, const struct node *map)
{
	enum { DAY_MINUTES = 24 * 60 };
	struct view *view = thing;
	struct query_problem problem;
	int64_t day;
	if (view->minutes > DAY_MINUTES)
		code_report(load->diags, CODE_HARDLY_MEANT, fields_node(map, "minutes")->place,
			"a lesson of %lld minutes is longer than a day", (long long)view->minutes);
	if (view->query) {
		const struct node *query = fields_node(map, "query");
		view->query_place = query->place;
		query_check(load, query);
	}
	if (view->show)
		view->show_place = fields_node(map, "show")->place;
	if (view->as_of) {
		view->as_of_place = fields_node(map, "as_of")->place;
		if (!query_day(view->as_of, &day, &problem))
			code_report(
				load->diags, CODE_NO_DAY, view->as_of_place, "%s", problem.reason);
	}
}

/* ---- parallels ---- */

/* Two different ids are enough: ids of events and eras live in one space. */
static void between_check(struct loader *load, const struct node *between)
{
	/* Several in one text lead nowhere, which is told. */
	bool different = between->kind == NODE_SCALAR && strpbrk(between->text, " ,;/|+&");
	if (between->kind == NODE_LIST && between->child) {
		struct buf first = {0};
		if (between->child->kind == NODE_SCALAR)
			buf_text(&first, value_normal(load, between->child));
		for (const struct node *at = between->child->next; at && !different; at = at->next)
			different = at->kind != NODE_SCALAR ||
				strcmp(value_normal(load, at), buf_string(&first)) != 0;
		buf_free(&first);
	}
	if (!different)
		code_report(load->diags, CODE_PARALLEL_OF_ONE, between->place,
			"a parallel is between two different events or eras, as in [first, "
			"second]");
}

static void parallel_finish(struct loader *load, void *thing, const struct node *map)
{
	const struct parallel *parallel = thing;
	if (parallel->between)
		between_check(load, fields_node(map, "between"));
}

/* ---- things ---- */

/* Given the mapping, or NULL where the item is none. */
static void (*const finish[THING_COUNT])(struct loader *, void *thing, const struct node *map) = {
	[THING_SOURCE] = source_finish,
	[THING_PERSON] = person_finish,
	[THING_EVENT] = event_finish,
	[THING_QUOTE] = quote_finish,
	[THING_VIEW] = view_finish,
	[THING_PARALLEL] = parallel_finish,
};

void thing_read(
	struct loader *load, enum thing thing, const struct node *key, const struct node *value)
{
	const struct form *form = &forms[thing];
	struct place place = key ? key->place : value->place;
	char *at = loader_room(load, thing);
	memcpy(at + form->place, &place, sizeof place);
	if (key) {
		const char **id = (const char **)(void *)(at + form->id);
		*id = "";
		id_read(load, form, key, id);
	}
	/* A brace that has become a part of the id has left no fields: that is told of the id. */
	bool cut = load->cut;
	load->cut |= key && key->plain && strchr(key->text, '{');
	bool is_map = fields_read(load, form, value, place, at);
	load->cut = cut;
	if (finish[thing])
		finish[thing](load, at, is_map ? value : NULL);
	const struct node *own = key ? key : fields_node(value, "id");
	if (!own || !value_is_plain(own))
		load->unread.nameless |= THING_BIT(thing);
	load->record->counts[thing]++;
}
