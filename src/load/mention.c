/* A reference in words is that of a place in a source where it ends with a page, and of the words before
 * it where it says that it is the same. */
#include "load/mention.h"

#include "base/look.h"
#include "base/text.h"
#include "load/foreign_names.h"

#include <string.h>

/* ---- a place in a source ---- */

static bool is_page_word(const char *word, size_t len)
{
	static const char *const pages[] = {"p", "pp", "page", "pages", "s", "seite", "fol", "f",
		"no", "nr", "ch", "chapter", "vol"};
	while (len && word[len - 1] == '.')
		len--;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (strlen(pages[i]) == len && text_small(*word) == *pages[i] &&
			strncmp(word + 1, pages[i] + 1, len - 1) == 0)
			return true;
	return false;
}

/* Where the page begins with which a text ends, and where it ends; a year is no page. */
static const char *page_find(const char *text, const char **end)
{
	const char *to = text + strlen(text);
	while (to > text && strchr(" )].", to[-1]))
		to--;
	const char *from = to;
	while (from > text && strchr("0123456789-f\xe2\x80\x93", from[-1]))
		from--;
	size_t figures = strspn(from, "0123456789");
	if (!figures || from == text)
		return NULL;
	const char *word_end = from;
	while (word_end > text && word_end[-1] == ' ')
		word_end--;
	const char *word = word_end;
	while (word > text && (text_is_letter((unsigned char)word[-1]) || word[-1] == '.'))
		word--;
	bool named = word < word_end && is_page_word(word, (size_t)(word_end - word));
	*end = to;
	if (named)
		return word > text ? word : NULL;
	return figures < 4 && word_end > text && strchr(",:; ", from[-1]) ? from : NULL;
}

static bool has_locator(const struct form_field *field)
{
	for (int n = 0; n < FORM_COUNT; n++) {
		const struct form *form = &forms[n];
		if (field < form->fields || field >= form->fields + form->count)
			continue;
		if (form_field_named(form, "locator"))
			return true;
	}
	return false;
}

/* ---- the one before ---- */

static bool is_quote_field(const struct form_field *field, const char *name)
{
	const struct form *form = &forms[THING_QUOTE];
	return field >= form->fields && field < form->fields + form->count &&
		strcmp(field->name, name) == 0;
}

/* The quotation before the one in which the place is; NULL where there is none in the file. */
static const struct quote *quote_before(const struct loader *load, struct place place)
{
	uint32_t count = loader_quotes_before(load, place);
	const struct quote *before = count > 1 ? &load->record->quotes[count - 2] : NULL;
	return before && before->place.file == place.file ? before : NULL;
}

/* Whether a text says that the one before is meant: "Ibid., p. 3", of which `len` bytes are no page. */
static bool is_same(const char *text, size_t len)
{
	struct buf folded = {0}, word = {0};
	while (len && strchr(" ,:;", text[len - 1]))
		len--;
	buf_add(&word, text, len);
	name_fold(&folded, buf_string(&word));
	bool same = name_is_among(
		" ibid ib ibidem idem id same thesame ditto opcit ebd ebenda ders dies ",
		buf_string(&folded));
	buf_free(&folded);
	buf_free(&word);
	return same;
}

static bool before_tell(struct loader *load, const struct pending *pending,
	const struct form_field *field, struct buf *hint)
{
	const char *end = NULL, *page = page_find(pending->id, &end);
	if (!is_same(pending->id, page ? (size_t)(page - pending->id) : strlen(pending->id)))
		return false;
	bool speaker = is_quote_field(field, "speaker"), source = is_quote_field(field, "source");
	const struct quote *before = quote_before(load, pending->place);
	if (!before || (!speaker && !source)) {
		buf_text(hint, "; write the id here again that it stands for");
		return true;
	}
	struct ref ref = speaker ? before->speaker : before->source;
	struct buf where = {0};
	loader_where(load, pending->place, before->place, &where);
	if (ref.thing == THING_NONE)
		buf_format(hint, "; write the %s of the words before (%s) again", field->name,
			buf_string(&where));
	else
		buf_format(hint, "; write \"%s\" again, as in the words before (%s)",
			record_id(load->record, ref), buf_string(&where));
	if (page && source)
		buf_format(hint, ", and \"locator: %.*s\" on a line of its own", (int)(end - page),
			page);
	if (ref.thing != THING_NONE)
		loader_use(load, ref);
	buf_free(&where);
	return true;
}

/* ---- what to do ---- */

/* "diary", the id of A Pilot's Diary (line 9). */
static void thing_write(
	struct loader *load, const struct pending *pending, struct ref ref, struct buf *hint)
{
	const struct record *record = load->record;
	const struct source *source = ref.thing == THING_SOURCE ? &record->sources[ref.index]
								: NULL;
	const char *name = source ? source->fields[SOURCE_TITLE] : NULL;
	struct buf where = {0};
	loader_where(load, pending->place, loader_place(load, ref), &where);
	name = name ? name : record_name(record, ref);
	buf_format(hint, "\"%s\"%s%s (%s)", record_id(record, ref), *name ? ", the id of " : "",
		name, buf_string(&where));
	buf_free(&where);
}

bool mention_tell(struct loader *load, const struct pending *pending,
	const struct form_field *field, struct buf *hint, struct ref *one)
{
	const char *page = NULL, *end = NULL;
	size_t len = strlen(pending->id);
	if (before_tell(load, pending, field, hint))
		return true;
	struct mention mention = mention_find(load, pending->things, pending->id, len);
	if (!mention.count && pending->things & THING_BIT(THING_SOURCE))
		page = page_find(pending->id, &end);
	if (page)
		mention = mention_find(
			load, THING_BIT(THING_SOURCE), pending->id, (size_t)(page - pending->id));
	if (!mention.count ||
		(mention.count == 1 &&
			look_same(record_id(load->record, mention.at[0]), pending->id)))
		return false;
	buf_text(hint, mention.count > 1 ? "; several are called so: write " : "; write ");
	if (!page)
		thing_write(load, pending, mention.at[0], hint);
	else
		buf_format(hint, "\"%s\" here", record_id(load->record, mention.at[0]));
	if (mention.count > 1) {
		buf_text(hint, mention.count > 2 ? ", or " : " or ");
		thing_write(load, pending, mention.at[1], hint);
	}
	if (mention.count > 2)
		buf_text(hint, " or another");
	if (page && has_locator(field))
		buf_format(hint, ", and \"locator: %.*s\" on a line of its own", (int)(end - page),
			page);
	for (uint32_t i = 0; i < mention.count && i < 2; i++)
		loader_use(load, mention.at[i]);
	if (mention.count == 1)
		*one = mention.at[0];
	if (mention.count > 2)
		load->unread.lost |= pending->things;
	return true;
}
