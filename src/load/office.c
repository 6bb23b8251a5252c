/* An office is held by a person whom the record calls so in a role, of an event or of other words. */
#include "load/office.h"

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

static bool is_article(const char *words)
{
	static const char *const articles[] = {" the ", " a ", " an ", " der ", " die ", " ein ",
		" eine ", " le ", " la ", " un ", " une "};
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (strncmp(words, articles[i], strlen(articles[i])) == 0)
			return true;
	return false;
}

/* Fills in the words of an office without the article before them; false where there are none. */
static bool office_read(
	const struct pending *pending, const struct form_field *field, struct buf *office)
{
	const struct form *form = &forms[THING_QUOTE];
	size_t len = strlen(pending->id);
	bool speaker = field >= form->fields && field < form->fields + form->count &&
		strcmp(field->name, "speaker") == 0;
	if (!speaker || len > OFFICE_MOST || strpbrk(pending->id, ":#{}[],\"'\\"))
		return false;
	struct buf words = {0};
	words_add(&words, pending->id);
	bool article = is_article(words.text);
	if (article)
		buf_text(office, strchr(words.text + 1, ' '));
	buf_free(&words);
	return article && office->len > 2;
}

/* Whether all words of the office stand in the role. */
static bool holds(const char *role, const struct buf *office)
{
	struct buf words = {0}, word = {0};
	bool all = role != NULL;
	if (all)
		words_add(&words, role);
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

static struct holders holders_find(const struct record *record, const struct buf *office)
{
	struct holders holders = {.count = 0};
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct participants *people = record->events[i].people;
		for (uint32_t j = 0; people && j < people->count; j++)
			if (holds(people->at[j].role, office))
				holder_add(&holders, people->at[j].person);
	}
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (holds(record->quotes[i].role, office))
			holder_add(&holders, record->quotes[i].speaker);
	return holders;
}

bool office_tell(struct loader *load, const struct pending *pending, const struct form_field *field,
	struct buf *hint, struct ref *one)
{
	struct buf office = {0}, where = {0};
	struct holders holders = {.count = 0};
	if (load->office_looked < LOOKED_MOST && office_read(pending, field, &office)) {
		load->office_looked += load->record->counts[THING_EVENT] +
			load->record->counts[THING_QUOTE];
		holders = holders_find(load->record, &office);
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
	buf_format(hint, "%s, and \"role: %s\" on a line of its own",
		holders.count > HOLDERS_MOST ? " or another" : "", pending->id);
	if (holders.count == 1)
		*one = holders.at[0];
	buf_free(&where);
	return true;
}

bool office_unnamed(const struct pending *pending, const struct form_field *field, struct buf *hint)
{
	struct buf office = {0};
	bool is = office_read(pending, field, &office);
	if (is)
		buf_format(hint,
			"; where the source names nobody write \"unnamed: true\" and \"role: %s\" "
			"in place of this line, else add the person under \"people\"",
			pending->id);
	buf_free(&office);
	return is;
}
