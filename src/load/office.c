/* An office is held by a person whom the record calls so in a role, of an event or of other words. */
#include "load/office.h"

#include "base/node_row.h"
#include "base/text.h"

#include <string.h>

/* Of different people that hold an office, so many are told. */
enum { HOLDERS_MOST = 2, OFFICE_MOST = 60 };

/* For all references together, so many events and quotations are looked at. */
enum { LOOKED_MOST = 500 * 1000 };

struct holders {
	struct ref at[HOLDERS_MOST];
	size_t count; /* of all; the same one after another counts once */
};

/* " minister of trade ": folded words between spaces. */
static void words_add(struct buf *out, const char *text)
{
	struct buf folded = {0};
	size_t bytes;
	text_fold(&folded, text, strlen(text));
	buf_char(out, ' ');
	for (size_t at = 0; at < folded.len; at += bytes) {
		int32_t code = text_decode(folded.text + at, folded.len - at, &bytes);
		if (text_is_letter(code) || text_is_digit(code))
			buf_add(out, folded.text + at, bytes);
		else if (out->text[out->len - 1] != ' ')
			buf_char(out, ' ');
	}
	if (out->text[out->len - 1] != ' ')
		buf_char(out, ' ');
	buf_free(&folded);
}

/* How somebody is called. */
enum office_kind {
	OFFICE_NONE,
	OFFICE_THE,  /* "the minister": whoever holds it */
	OFFICE_SOME, /* "a minister", "unknown soldier": nobody who is named */
	OFFICE_BARE, /* "minister of war": maybe an office, maybe a name */
};

static bool begins_with(const char *words, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(words + 1, list[i], strlen(list[i])) == 0 &&
			words[1 + strlen(list[i])] == ' ')
			return true;
	return false;
}

/* Fills in the words of an office without the article before them. */
static enum office_kind office_read(
	const struct pending *pending, const struct form_field *field, struct buf *office)
{
	static const char *const the[] = {"the", "der", "die", "le", "la"};
	static const char *const some[] = {"a", "an", "ein", "eine", "un", "une", "some", "several",
		"many", "various", "anonymous", "unknown", "unnamed", "unidentified"};
	const struct form *form = &forms[THING_QUOTE];
	size_t len = strlen(pending->id);
	bool speaker = field >= form->fields && field < form->fields + form->count &&
		strcmp(field->name, "speaker") == 0;
	if (!speaker || len > OFFICE_MOST || strpbrk(pending->id, ":#{}[],\"\\") ||
		*pending->id == '\'')
		return OFFICE_NONE;
	struct buf words = {0};
	words_add(&words, pending->id);
	enum office_kind kind = begins_with(words.text, the, sizeof the / sizeof *the) ? OFFICE_THE
		: begins_with(words.text, some, sizeof some / sizeof *some)            ? OFFICE_SOME
									    : OFFICE_BARE;
	buf_text(office, kind == OFFICE_BARE ? words.text : strchr(words.text + 1, ' '));
	buf_free(&words);
	return office->len > 2 ? kind : OFFICE_NONE;
}

/* Whether all words of the office stand in the role; where it may be a name, at its beginning. */
static bool holds(const char *role, const struct buf *office, bool bare)
{
	struct buf words = {0}, word = {0};
	bool all = role != NULL;
	if (all && bare && !((unsigned char)*role & 0x80) && text_small(*role) != office->text[1])
		return false; /* without folding all of it */
	if (all)
		words_add(&words, role);
	if (all && bare)
		all = strncmp(words.text, office->text, office->len) == 0;
	for (const char *at = office->text, *end; all && (end = strchr(at + 1, ' ')); at = end) {
		buf_clear(&word);
		buf_add(&word, at, (size_t)(end - at) + 1);
		all = strstr(words.text, buf_string(&word)) != NULL;
	}
	buf_free(&words);
	buf_free(&word);
	return all;
}

static void holder_add(struct holders *holders, struct ref ref)
{
	for (size_t i = 0; i < holders->count && i < HOLDERS_MOST; i++)
		if (holders->at[i].thing == ref.thing && holders->at[i].index == ref.index)
			return;
	if (ref.thing == THING_NONE)
		return;
	if (holders->count < HOLDERS_MOST)
		holders->at[holders->count] = ref;
	holders->count++;
}

static struct holders holders_find(const struct record *record, const struct buf *office, bool bare)
{
	struct holders holders = {.count = 0};
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct participants *people = record->events[i].people;
		for (uint32_t j = 0; people && j < people->count; j++)
			if (holds(people->at[j].role, office, bare))
				holder_add(&holders, people->at[j].person);
	}
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (holds(record->quotes[i].role, office, bare))
			holder_add(&holders, record->quotes[i].speaker);
	return holders;
}

/* Whether the value stands in braces, where another field follows a comma. */
static bool is_in_braces(const struct loader *load, const struct pending *pending)
{
	struct row row = row_placed(load->diags, pending->place);
	const char *at = row.line.number ? line_at(row.line, pending->place.column) : NULL;
	return at && memchr(row.line.text, '{', (size_t)(at - row.line.text));
}

/* Whether the quotation that the speaker stands in, the last that begins before it, has a role. */
static bool has_role(const struct loader *load, const struct pending *pending)
{
	uint32_t count = loader_quotes_before(load, pending->place);
	const struct quote *inside = count ? &load->record->quotes[count - 1] : NULL;
	return inside && inside->place.file == pending->place.file && inside->role;
}

bool office_tell(struct loader *load, const struct pending *pending, const struct form_field *field,
	struct buf *hint, struct ref *one)
{
	struct buf office = {0}, where = {0};
	struct holders holders = {.count = 0};
	enum office_kind kind = load->office_looked < LOOKED_MOST
		? office_read(pending, field, &office)
		: OFFICE_NONE;
	if (kind == OFFICE_THE || kind == OFFICE_BARE) {
		load->office_looked += load->record->counts[THING_EVENT] +
			load->record->counts[THING_QUOTE];
		holders = holders_find(load->record, &office, kind == OFFICE_BARE);
	}
	buf_free(&office);
	if (!holders.count)
		return false;
	bool several = holders.count > 1;
	buf_text(hint, several ? "; several have that role: write " : "; write ");
	for (size_t i = 0; i < holders.count && i < HOLDERS_MOST; i++) {
		struct ref ref = holders.at[i];
		buf_clear(&where);
		loader_where(load, pending->place, loader_place(load, ref), &where);
		buf_format(hint, several ? "%s\"%s\" (%s)" : "%s\"%s\", who has that role (%s)",
			i ? " or " : "", record_id(load->record, ref), buf_string(&where));
		loader_use(load, ref);
	}
	buf_text(hint, holders.count > HOLDERS_MOST ? " or another" : "");
	if (!has_role(load, pending))
		buf_format(hint,
			is_in_braces(load, pending) ? ", and \", role: %s\" behind it"
						    : ", and \"role: %s\" on a line of its own",
			pending->id);
	if (holders.count == 1)
		*one = holders.at[0];
	buf_free(&where);
	return true;
}

bool office_unnamed(struct loader *load, const struct pending *pending,
	const struct form_field *field, struct buf *hint)
{
	struct buf office = {0};
	enum office_kind kind = office_read(pending, field, &office);
	bool is = kind == OFFICE_THE || kind == OFFICE_SOME;
	buf_free(&office);
	if (!is)
		return false;
	bool role = !has_role(load, pending), braces = is_in_braces(load, pending);
	buf_text(hint, "; where the source names nobody write \"unnamed: true");
	if (role)
		buf_format(hint, braces ? ", role: %s" : "\" and \"role: %s", pending->id);
	if (braces)
		buf_format(hint, "\" in place of \"speaker: %s\"", pending->id);
	else
		buf_text(hint, "\" in place of this line");
	buf_text(hint, ", else add the person under \"people\"");
	return true;
}
