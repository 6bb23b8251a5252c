/* The words of each thing are noted once, folded, " karin moen | moen ": what it is called by, part by
 * part, then its other words. A reference is folded the same way, and each word of it looked for. */
#include "load/mention.h"

#include "base/bits.h"
#include "base/hash.h"
#include "base/look.h"
#include "base/text.h"
#include "load/foreign_names.h"

#include <string.h>

/* So many things are looked at for all references together. */
enum { KNOWN_BITS = 1 << 20, THINGS_MOST = 4 * 1000 * 1000 };

/* Of the kinds that can be referred to by words. */
struct mention_words {
	const char **of[THING_COUNT]; /* by thing */
	size_t looked;
	uint8_t *known; /* bits by the hashes of all words: one whose bit is not set is in none */
};

/* ---- words ---- */

/* Appends the folded words of a text, each with a space behind it. */
static void words_add(struct buf *words, const char *text, size_t len)
{
	struct buf folded = {0};
	size_t bytes;
	text_fold(&folded, text, len);
	for (size_t at = 0; at < folded.len; at += bytes) {
		int32_t code = text_decode(folded.text + at, folded.len - at, &bytes);
		if (text_is_letter(code) || text_is_digit(code))
			buf_add(words, folded.text + at, bytes);
		else if (code != '\'' && code != 0x2019 && words->len &&
			words->text[words->len - 1] != ' ')
			buf_char(words, ' ');
	}
	if (words->len && words->text[words->len - 1] != ' ')
		buf_char(words, ' ');
	buf_free(&folded);
}

static void name_add(struct buf *words, const char *name)
{
	if (!name)
		return;
	words_add(words, name, strlen(name));
	buf_text(words, "| ");
}

static const struct date *date_of(const struct record *record, struct ref ref)
{
	return ref.thing == THING_SOURCE   ? record->sources[ref.index].issued
		: ref.thing == THING_EVENT ? record->events[ref.index].date
					   : NULL;
}

static const char *words_of(struct loader *load, struct ref ref)
{
	static const uint8_t fields[] = {
		SOURCE_TITLE, SOURCE_SHORT, SOURCE_CONTAINER_TITLE, SOURCE_AUTHOR, SOURCE_EDITOR};
	const struct record *record = load->record;
	const struct names *aliases = record_aliases(record, ref);
	const struct date *date = date_of(record, ref);
	struct buf words = {0};
	buf_char(&words, ' ');
	name_add(&words, record_id(record, ref));
	if (ref.thing != THING_SOURCE)
		name_add(&words, record_name(record, ref));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		name_add(&words, aliases->at[i]);
	for (size_t i = 0; ref.thing == THING_SOURCE && i < sizeof fields; i++)
		name_add(&words, record->sources[ref.index].fields[fields[i]]);
	if (date && date->edtf)
		name_add(&words, date->edtf);
	const char *kept = arena_text(&load->scratch, words.text, words.len);
	buf_free(&words);
	return kept;
}

static size_t known_bit(const char *word, size_t len)
{
	return (size_t)hash_text(word, len) & (KNOWN_BITS - 1);
}

static void known_note(struct mention_words *words, const char *of)
{
	for (const char *at = of + 1, *end; (end = strchr(at, ' ')); at = end + 1)
		bit_set(words->known, known_bit(at, (size_t)(end - at)));
}

static struct mention_words *words_note(struct loader *load)
{
	if (load->mention_words)
		return load->mention_words;
	struct mention_words *words = arena_alloc(&load->scratch, 1, sizeof *words);
	load->mention_words = words;
	words->known = arena_alloc(&load->scratch, KNOWN_BITS / 8, 1);
	for (unsigned thing = THING_ERA; thing <= THING_PARALLEL; thing++) {
		uint32_t count = load->record->counts[thing];
		if (thing == THING_QUOTE || thing == THING_PARALLEL || !count)
			continue;
		words->of[thing] = arena_alloc(&load->scratch, count, sizeof *words->of[thing]);
		for (uint32_t i = 0; i < count; i++) {
			words->of[thing][i] = words_of(load, record_ref((enum thing)thing, i));
			known_note(words, words->of[thing][i]);
		}
	}
	return words;
}

/* ---- which thing has them ---- */

/* Whether a word stands among the words: an initial where one begins so, and "moens" where "moen"
 * does. */
static bool has_word(const char *words, const char *word, size_t len)
{
	bool initial = len == 1 && *word >= 'a' && *word <= 'z';
	for (const char *at = words; (at = strchr(at, ' ')) && at[1];) {
		at++;
		if (strncmp(at, word, len) == 0 && (initial || at[len] == ' '))
			return true;
		if (len > 4 && word[len - 1] == 's' && strncmp(at, word, len - 1) == 0 &&
			at[len - 1] == ' ')
			return true;
	}
	return false;
}

/* What stands beside a name and is no part of it. */
static bool is_beside(const char *word, size_t len)
{
	static const char *const beside[] = {"the", "a", "an", "mr", "mrs", "ms", "miss", "dr",
		"prof", "professor", "sir", "lady", "lord", "dame", "herr", "frau", "mme", "mlle",
		"et", "al", "ed", "eds", "see", "cf", "in"};
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
		if (strlen(beside[i]) == len && strncmp(beside[i], word, len) == 0)
			return true;
	return false;
}

/* How much the words are those of the reference: 0 where not all are, 2 where a name is just so. */
static int words_fit(const char *words, const struct buf *wanted)
{
	struct buf name = {0};
	for (const char *at = wanted->text, *end; *at; at = end + 1) {
		end = strchr(at, ' ');
		size_t len = (size_t)(end - at);
		if (!is_beside(at, len) && !has_word(words, at, len))
			return 0;
	}
	buf_format(&name, " %s| ", wanted->text);
	bool just = strstr(words, name.text) != NULL;
	buf_free(&name);
	return 1 + just;
}

/* Whether there is enough to tell a thing by, no initial and nothing beside a name, and all of it may
 * be found. */
static bool is_telling(const struct mention_words *words, const struct buf *wanted)
{
	bool telling = false;
	for (const char *at = buf_string(wanted), *end; *at; at = end + 1) {
		end = strchr(at, ' ');
		size_t len = (size_t)(end - at);
		if (is_beside(at, len) || len == 1)
			continue;
		bool known = bit_get(words->known, known_bit(at, len)) ||
			(end[-1] == 's' && bit_get(words->known, known_bit(at, len - 1)));
		if (!known)
			return false;
		telling = telling || len > 2;
	}
	return telling;
}

struct mention mention_find(struct loader *load, unsigned things, const char *text, size_t len)
{
	struct mention_words *words = words_note(load);
	struct mention mention = {.count = 0};
	struct buf wanted = {0};
	int best = 1;
	words_add(&wanted, text, len);
	bool telling = words->looked < THINGS_MOST && is_telling(words, &wanted);
	for (unsigned pass = 0; pass < 2 && telling && !mention.count; pass++)
		for (unsigned thing = THING_ERA; thing <= THING_PARALLEL; thing++) {
			if (!(things & THING_BIT(thing)) || !words->of[thing] ||
				(thing == THING_SOURCE) != (pass == 1))
				continue;
			words->looked += load->record->counts[thing];
			for (uint32_t i = 0; i < load->record->counts[thing]; i++) {
				int fit = words_fit(words->of[thing][i], &wanted);
				if (fit < best)
					continue;
				if (fit > best)
					mention.count = 0;
				best = fit;
				if (mention.count < 2)
					mention.at[mention.count] = record_ref(
						(enum thing)thing, i);
				mention.count++;
			}
		}
	buf_free(&wanted);
	return mention;
}

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
static const struct quote *quote_before(const struct record *record, struct place place)
{
	const struct quote *quote = NULL, *before = NULL;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *at = &record->quotes[i];
		if (at->place.file != place.file || !place_before(at->place, place))
			continue;
		before = quote;
		quote = at;
	}
	return before;
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
	const struct quote *before = quote_before(load->record, pending->place);
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
