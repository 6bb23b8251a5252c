/* A writer goes along the form and throws dice: which fields, and what in them. How many things of
 * each kind there will be is thrown first, so that what comes early can refer to what comes late. */
#include "tests/fuzz/hostile.h"

#include "base/text.h"
#include "model/form.h"
#include "tests/fuzz/promise.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- words ---- */

/* The tame ones first. */
enum { TAME = 12 };
static const char *const atoms[] = {"a", "b", "word", "the", "of", " ", "é", "“", "”", "…", "[…]",
	"1,000", "  ", "\n", "\n\n", "\t", "\r", "\x1b[31m", "\x1b]0;x\a", "\x1bP", "\xc2\x9b",
	"\xc2\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\u2069", "\u200b", "\u200c", "\u200d",
	"\u200e", "\u061c", "\ufeff", "\u00ad", "\U000e0041", "\U000e007f",
	"\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1fa\U0001f1f8\U0001f1fa",
	"\u0301\u0301\u0301\u0301\u0301\u0301", "中文字", "한", "\u1161", "\u11a8", "\u0e33", "عرب",
	"עב", "क्षि", "\ufdfa", "\ufffd", "\ufffe", "\U0010ffff", "\ufff9", "\u206a", "\x7f", "\x01",
	"<lt>", "'", "\"", "-", "--", "—", "3.14", ". ", "; ", "(", ")", "{}", "%s%n", "\\fB",
	".TH x", "'br", "\\", "#", " # ", ": ", "- ", "@", "`", "$(id)", "&", "=", "\u00a0",
	"supercalifragilisticexpialidociousness",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};

/* Any character but NUL. */
static void character_add(struct dice *dice, struct buf *out)
{
	char bytes[4];
	int32_t code = (int32_t)dice_pair(dice);
	if (dice_may(dice, 64))
		code += (int32_t)(1 + dice_below(dice, 16)) << 16;
	if (code && (code < 0xd800 || code > 0xdfff))
		buf_add(out, bytes, text_encode(code, bytes));
}

void hostile_words(struct dice *dice, struct buf *out, unsigned most)
{
	bool odd = dice_may(dice, 50);
	if (!dice_may(dice, 30))
		buf_char(out, 'w');
	for (unsigned count = 1 + dice_below(dice, most); count; count--) {
		unsigned kind = dice_byte(dice);
		size_t range = odd || kind < 20 ? COUNT(atoms) : TAME;
		if (kind > 250)
			character_add(dice, out);
		else
			buf_text(out, atoms[dice_below(dice, range)]);
		if (kind & 1)
			buf_char(out, ' ');
	}
}

void hostile_quoted(struct buf *out, const char *text, size_t len)
{
	size_t bytes;
	buf_char(out, '"');
	for (; len; text += bytes, len -= bytes) {
		int32_t code = text_decode(text, len, &bytes);
		if (code == '"' || code == '\\')
			buf_char(out, '\\');
		if (text_kind(code) != TEXT_SEEN)
			buf_format(out, "\\U%08x", (unsigned)code);
		else
			buf_add(out, text, bytes);
	}
	buf_char(out, '"');
}

static void words_quoted(struct dice *dice, struct buf *out, unsigned most)
{
	struct buf words = {0};
	hostile_words(dice, &words, most);
	hostile_quoted(out, words.text, words.len);
	buf_free(&words);
}

/* ---- dates ---- */

static const char *const good_dates[] = {"1918", "1918-03", "1918-03-03", "1918-03~", "1919",
	"1920-01-01/1921-02-02", "191X", "1996", "2022-03-29", "2025?", "-0043", "1917/1918",
	"[1918,1919]", "2022-03-29T10:00", "1918-03-03T12:00:59Z", "1917-21", "1917-24/1918-21"};
static const char *const odd_dates[] = {"0000", "1918-03-03?", "19XX", "1XXX", "XXXX", "1918-XX",
	"1918-XX-03", "1918-1X-XX", "Y-17E7", "Y170000002", "Y999999999999", "Y-999999999999",
	"Y1E11", "1917-41", "[1918,1919,1920-03]", "{1918..1920}", "[..1918]", "[1918..]",
	"../1918", "1918/..", "/1918", "1918/", "1918-03-03/1918-03-05%", "?1918-03", "1918-?03",
	"-1XXX", "1950S2", "Y171010000S3", "1918-03-03T23:59:60", "1582-10-05", "1900-02-29",
	"2000-02-29", "[1667,1668,1670..1672]", "{1960,1961-12}", "1918%", "1000/2000",
	"-9999/9999", "0001-01-01", "9999-12-31", "1918-03-03/..", "XXXX-12-XX", "15XX-12-25",
	"1917-36", "3 March 1918", "03/03/1918", ""};
/* The same day in both calendars. */
static const char *const both_dates[][2] = {{"1917-11-07", "1917-10-25"},
	{"1582-10-15", "1582-10-05"}, {"1918-03-14", "1918-03-01"}, {"1700-03-11", "1700-02-29"},
	{"1917-11-07?", "1917-10-25?"}};
static const char *const old_dates[] = {"1917-10-25", "1917-10", "1917", "1700-02-29", "0988",
	"1917-10-25/1917-10-26", "1564-04-26~"};

const char *hostile_date(struct dice *dice)
{
	return dice_may(dice, 100) ? good_dates[dice_below(dice, COUNT(good_dates))]
				   : odd_dates[dice_below(dice, COUNT(odd_dates))];
}

/* ---- queries ---- */

static const char *const terms[] = {"word", "\"the of\"", "speaker:p0", "speaker:p0,p1",
	"-theme:thé0", "1918", "1917..1919", "..2000", "1996..", "has:quotes", "has:replies",
	"has:variants", "has:positions", "has:parallels", "era:r0", "place:word", "status:disputed",
	"kind:thesis", "kind:paraphrase", "lang:ru", "id:e0", "id:q0", "answers:q0", "party:y1",
	"person:p2", "source:s1", "191X", "-0043", "[1918,1919]"};
static const char *const odd_terms[] = {"\"", "speaker:", "x:y", "1918..", "-", "--a", "has:x",
	"..", "speaker:\"", "1918-13", ",", "speaker:p0,", "\"1918\"", "é", ":"};

void hostile_query(struct dice *dice, struct buf *out)
{
	unsigned count = 1 + dice_below(dice, 3);
	for (unsigned i = 0; i < count; i++) {
		buf_text(out, i ? " " : "");
		buf_text(out, dice_may(dice, 20) ? "-" : "");
		if (dice_may(dice, 24))
			buf_text(out, odd_terms[dice_below(dice, COUNT(odd_terms))]);
		else if (dice_may(dice, 24))
			hostile_words(dice, out, 2);
		else
			buf_text(out, terms[dice_below(dice, COUNT(terms))]);
	}
}

/* ---- the writer ---- */

struct writer {
	struct dice *dice;
	struct buf *out;
	uint32_t counts[THING_COUNT];  /* how many of each kind there will be */
	uint32_t written[THING_COUNT]; /* how many there are by now */
	bool wrong;                    /* one thing is to be wrong, and was not yet */
	bool one_year; /* of all events, so that each may come after any of those before it */
};

static const char *const languages[] = {"en", "ru", "ar", "zh-Hant", "sr-Latn-RS", "x-a"};
static const char *const integers[] = {
	"1", "-3", "2", "9223372036854775807", "-9223372036854775808"};

static void id_add(struct dice *dice, struct buf *out, enum thing thing, uint32_t index)
{
	static const char *const names[THING_COUNT] = {
		"none", "r", "y", NULL, "s", "p", "e", "q", "v", "l", "editor"};
	/* The same letter in two forms. */
	const char *name = names[thing] ? names[thing] : dice_may(dice, 128) ? "thé" : "the\u0301";
	buf_text(out, name);
	if (thing != THING_NONE && thing != THING_EDITOR)
		buf_format(out, "%u", (unsigned)index);
}

/* How many things of a kind may be referred to: answers that go on to what comes later would close
 * circles. */
static uint32_t referable(const struct writer *writer, int thing)
{
	if (thing == THING_EDITOR)
		return 1;
	return thing == THING_QUOTE ? writer->written[thing] : writer->counts[thing];
}

/* Whether there is something that the field may refer to, if it has to. */
static bool is_possible(const struct writer *writer, const struct form_field *field)
{
	uint32_t least = field->flags & FIELD_TWO ? 2 : 1;
	if (field->kind != FIELD_REF && field->kind != FIELD_REFS)
		return true;
	for (int thing = 0; thing < THING_COUNT; thing++)
		if (field->things >> thing & 1 && referable(writer, thing) >= least)
			return true;
	return false;
}

/* A thing that the field may refer to; where there have to be two, the nth of its kind. */
static void ref_write(struct writer *writer, const struct form_field *field, unsigned n)
{
	uint32_t least = field->flags & FIELD_TWO ? 2 : 1;
	int thing = (int)dice_below(writer->dice, THING_COUNT);
	while (!(field->things >> thing & 1) || referable(writer, thing) < least)
		thing = (thing + 1) % THING_COUNT;
	uint32_t count = referable(writer, thing);
	id_add(writer->dice, writer->out, (enum thing)thing,
		least == 2 ? n % count : dice_below(writer->dice, count));
}

/* A list, or where one may stand for it, a single value. */
static void list_write(struct writer *writer, const struct form_field *field, bool single,
	void (*item)(struct writer *, const struct form_field *, unsigned n))
{
	if (single && dice_may(writer->dice, 60)) {
		item(writer, field, 0);
		return;
	}
	unsigned least = field->flags & FIELD_TWO ? 2 : 1;
	unsigned count = least + dice_below(writer->dice, dice_may(writer->dice, 10) ? 20 : 3);
	for (unsigned n = 0; n < count; n++) {
		buf_text(writer->out, n ? ", " : "[");
		item(writer, field, n);
	}
	buf_char(writer->out, ']');
}

/* Two things of one kind. */
static void two_write(struct writer *writer)
{
	int thing = dice_may(writer->dice, 128) && referable(writer, THING_QUOTE) >= 2
		? THING_QUOTE
		: THING_EVENT;
	if (referable(writer, thing) < 2)
		thing = THING_QUOTE;
	uint32_t first = dice_below(writer->dice, referable(writer, thing) - 1);
	buf_char(writer->out, '[');
	id_add(writer->dice, writer->out, (enum thing)thing, first);
	buf_text(writer->out, ", ");
	id_add(writer->dice, writer->out, (enum thing)thing, first + 1);
	buf_char(writer->out, ']');
}

static void name_write(struct writer *writer, const struct form_field *field, unsigned n)
{
	words_quoted(writer->dice, writer->out, 3);
}

static void form_write(struct writer *, const struct form *);

static void word_write(struct writer *writer, const struct form_words *words)
{
	uint8_t n = (uint8_t)dice_below(writer->dice, words->count);
	buf_text(writer->out, words->at[*words->at[n] ? n : 1]);
}

static void item_write(struct writer *writer, const struct form_field *field, unsigned n)
{
	const struct form *form = field->kind == FIELD_THINGS ? &forms[form_thing_kind(field)]
							      : field->form;
	const struct form_field *plain = form_plain(form), *word = form_plain_word(form);
	if (word && dice_may(writer->dice, 30))
		word_write(writer, word->words);
	else if (plain && dice_may(writer->dice, 128))
		ref_write(writer, plain, n);
	else
		form_write(writer, form);
}

static void text_write(struct writer *writer, const struct form_field *field)
{
	if (strcmp(field->name, "query") == 0) {
		struct buf query = {0};
		hostile_query(writer->dice, &query);
		hostile_quoted(writer->out, query.text, query.len);
		buf_free(&query);
		return;
	}
	unsigned most = field->flags & FIELD_TITLE ? 4 : 8;
	words_quoted(writer->dice, writer->out, dice_may(writer->dice, 2) ? 200 : most);
}

/* Births come first, and no view goes to a day that nobody knows. */
static const char *date_choose(struct writer *writer, const struct form_field *field)
{
	if (strcmp(field->name, "born") == 0)
		return "1850";
	if (strcmp(field->name, "died") == 0)
		return "2099";
	if (dice_may(writer->dice, 6) && strcmp(field->name, "as_of") != 0)
		return hostile_date(writer->dice);
	return good_dates[dice_below(writer->dice, COUNT(good_dates))];
}

/* Of some a list, which is one of them. */
static void date_write(struct writer *writer, const struct form_field *field)
{
	if (dice_may(writer->dice, 248)) {
		buf_format(writer->out, "\"%s\"", date_choose(writer, field));
		return;
	}
	buf_char(writer->out, '[');
	for (unsigned n = 1 + dice_below(writer->dice, 3); n; n--)
		buf_format(writer->out, "\"%s\"%s", good_dates[dice_below(writer->dice, 5)],
			n > 1 ? ", " : "]");
}

static void digest_write(struct dice *dice, struct buf *out)
{
	buf_char(out, '"');
	for (unsigned n = 64 - dice_may(dice, 4); n; n--)
		buf_char(out, "0123456789abcdefABCDEF"[dice_below(dice, 22)]);
	buf_char(out, '"');
}

static void value_write(struct writer *writer, const struct form_field *field)
{
	struct dice *dice = writer->dice;
	switch ((enum form_kind)field->kind) {
	case FIELD_TEXT:
		text_write(writer, field);
		break;
	case FIELD_LANGUAGE:
		buf_text(writer->out, languages[dice_below(dice, COUNT(languages))]);
		break;
	case FIELD_DIGEST:
		digest_write(dice, writer->out);
		break;
	case FIELD_DATE:
		date_write(writer, field);
		break;
	case FIELD_DATE_OS:
		buf_format(writer->out, "\"%s\"", old_dates[dice_below(dice, COUNT(old_dates))]);
		break;
	case FIELD_INTEGER:
		buf_text(writer->out,
			field->flags & FIELD_COUNTED ? "45"
						     : integers[dice_below(dice, COUNT(integers))]);
		break;
	case FIELD_WORD:
	case FIELD_TRUTH:
	case FIELD_WORD_TEXT:
		word_write(writer, field->words);
		break;
	case FIELD_NAMES:
		list_write(writer, field, true, name_write);
		break;
	case FIELD_REF:
		if (strcmp(field->name, "after") == 0) /* no circles */
			id_add(dice, writer->out, THING_EVENT,
				dice_below(dice, writer->written[THING_EVENT]));
		else
			ref_write(writer, field, 0);
		break;
	case FIELD_REFS:
		if (strcmp(field->name, "compare") == 0)
			two_write(writer);
		else
			list_write(writer, field, !(field->flags & FIELD_TWO), ref_write);
		break;
	case FIELD_FORM:
		form_write(writer, field->form);
		break;
	case FIELD_FORMS:
	case FIELD_THINGS:
		list_write(writer, field, field->flags & FIELD_ONE, item_write);
		break;
	case FIELD_ID:
		break;
	}
}

/* What is wrong with the one value that is. */
static void wrong_write(struct writer *writer)
{
	static const char *const wrong[] = {"nobody", "[]", "{}", "\"\"", "~", "[[x]]", "{a: b}",
		"\"\\0\"", "p0", "e0", "editor", "\"1918-13\"", "99999999999999999999", "*x",
		"&x y", "!t z", "\"", "''", "\"\\U0000202e\"", "yes, bogus: 1"};
	buf_text(writer->out, wrong[dice_below(writer->dice, COUNT(wrong))]);
	writer->wrong = false;
}

/* A date that can be given in two calendars: in one of them, or in both. */
static void both_write(struct writer *writer, const struct form_field *field)
{
	unsigned which = dice_below(writer->dice, 6);
	if (writer->one_year) {
		buf_format(writer->out, "%s: 1918", field[0].name);
	} else if (which > 2) {
		buf_format(writer->out, "%s: ", field[0].name);
		value_write(writer, &field[0]);
	} else if (which > 1) {
		buf_format(writer->out, "%s: ", field[1].name);
		value_write(writer, &field[1]);
	} else {
		const char *const *both = both_dates[dice_below(writer->dice, COUNT(both_dates))];
		buf_format(writer->out, "%s: \"%s\", %s: \"%s\"", field[0].name, both[0],
			field[1].name, both[1]);
	}
}

static bool field_wanted(struct writer *writer, const struct form_field *field, bool other)
{
	if (field->kind == FIELD_ID || field->kind == FIELD_DATE_OS || !is_possible(writer, field))
		return false;
	if (field->flags & FIELD_EITHER)
		return !other || field[1].kind == FIELD_DATE_OS || dice_may(writer->dice, 80);
	if (field->flags & FIELD_OR)
		return other || dice_may(writer->dice, 80);
	if (strcmp(field->name, "after") == 0)
		return writer->one_year && writer->written[THING_EVENT] &&
			dice_may(writer->dice, 100);
	return field->needs || dice_may(writer->dice, field->kind == FIELD_THINGS ? 200 : 40);
}

/* Its id, where it has one among its fields. */
static void id_write(struct writer *writer, const struct form *form)
{
	enum thing thing = (enum thing)(form - forms);
	if (thing >= THING_COUNT || thing == THING_NONE)
		return;
	if (!form->keyed && (thing != THING_PARALLEL || dice_may(writer->dice, 60))) {
		buf_text(writer->out, "id: ");
		id_add(writer->dice, writer->out, thing, writer->written[thing]);
		buf_text(writer->out, ", ");
	}
}

/* Of the fields of which there may be one, and no more, one that is possible. */
static const struct form_field *alone_choose(struct writer *writer, const struct form *form)
{
	const struct form_field *of[FORM_FIELDS_MOST];
	unsigned count = 0;
	for (uint8_t i = 0; form->alone && i < form->count; i++)
		if (form->fields[i].flags & (FIELD_EITHER | FIELD_OR) &&
			is_possible(writer, &form->fields[i]))
			of[count++] = &form->fields[i];
	return count ? of[dice_below(writer->dice, count)] : NULL;
}

static void fields_write(struct writer *writer, const struct form *form, const char *between)
{
	const struct form_field *alone = alone_choose(writer, form);
	bool other = dice_may(writer->dice, 128);
	const char *before = "";
	const struct form_field *end = form->fields + form->count;
	for (const struct form_field *field = form->fields; field < end; field++) {
		bool both = field->kind == FIELD_DATE && field + 1 < end &&
			field[1].kind == FIELD_DATE_OS;
		if (form == &forms[FORM_RECORD] && field->kind == FIELD_THINGS)
			continue;
		/* Of two that stand for each other the first may not be possible. */
		if (field->flags & FIELD_EITHER)
			other = other || !is_possible(writer, field);
		bool one_of = form->alone && field->flags & (FIELD_EITHER | FIELD_OR);
		if (one_of ? field != alone : !field_wanted(writer, field, other))
			continue;
		buf_text(writer->out, before);
		before = between;
		if (writer->wrong && dice_may(writer->dice, 10)) {
			buf_format(writer->out, "%s: ", field->name);
			wrong_write(writer);
		} else if (both) {
			both_write(writer, field);
		} else {
			buf_format(writer->out, "%s: ", field->name);
			value_write(writer, field);
		}
	}
}

static void form_write(struct writer *writer, const struct form *form)
{
	buf_char(writer->out, '{');
	id_write(writer, form);
	fields_write(writer, form, ", ");
	buf_char(writer->out, '}');
	/* A quotation may be referred to from the next one on. */
	if (form - forms < THING_COUNT)
		writer->written[form - forms]++;
}

/* ---- the record ---- */

static void section_write(struct writer *writer, const struct form_field *section)
{
	enum thing thing = form_thing_kind(section);
	const struct form *form = &forms[thing];
	if (!writer->counts[thing])
		return;
	buf_format(writer->out, "%s:\n", section->name);
	for (uint32_t n = 0; n < writer->counts[thing]; n++) {
		buf_text(writer->out, form->keyed ? "  " : "  - ");
		if (form->keyed) {
			id_add(writer->dice, writer->out, thing, n);
			buf_text(writer->out, ": ");
		}
		form_write(writer, form);
		buf_char(writer->out, '\n');
	}
}

/* Few things in most records, so that many records are tried. */
static uint32_t few(struct dice *dice)
{
	return 1 + dice_below(dice, dice_may(dice, 50) ? 4 : 2);
}

static struct writer writer_begin(struct dice *dice)
{
	struct writer writer = {.dice = dice};
	writer.wrong = dice_may(dice, 20);
	writer.one_year = dice_may(dice, 30);
	for (int thing = THING_PARTY; thing <= THING_EVENT; thing++)
		writer.counts[thing] = few(dice);
	if (dice_may(dice, 6))
		writer.counts[THING_EVENT] += dice_below(dice, 30);
	writer.counts[THING_ERA] = few(dice) - 1;
	writer.counts[THING_VIEW] = dice_may(dice, 90);
	if (writer.counts[THING_EVENT] > 1 || writer.counts[THING_ERA] > 1)
		writer.counts[THING_PARALLEL] = dice_below(dice, 2);
	return writer;
}

void hostile_write(struct hostile *hostile, struct dice *dice)
{
	struct writer writer = writer_begin(dice);
	const struct form *head = &forms[FORM_RECORD];
	struct buf *files = hostile->files;
	unsigned among = 1 + (dice_may(dice, 60) ? dice_below(dice, HOSTILE_FILES) : 0);
	writer.out = &files[0];
	fields_write(&writer, head, "\n");
	buf_char(writer.out, '\n');
	for (uint8_t i = 0; i < head->count; i++)
		if (head->fields[i].kind == FIELD_THINGS) {
			writer.out = &files[dice_below(dice, among)];
			section_write(&writer, &head->fields[i]);
		}
	for (size_t i = 0; i < HOSTILE_FILES; i++)
		if (files[i].len) {
			struct buf full = files[i];
			files[i] = (struct buf){0};
			files[hostile->count++] = full;
		}
}

void hostile_free(struct hostile *hostile)
{
	for (size_t i = 0; i < hostile->count; i++)
		buf_free(&hostile->files[i]);
	*hostile = (struct hostile){0};
}

struct record *hostile_record(struct dice *dice)
{
	static const char *const names[HOSTILE_FILES] = {"a.yaml", "b\x1b[31m.yaml", "c.yaml"};
	struct hostile hostile = {0};
	struct load_input inputs[HOSTILE_FILES];
	hostile_write(&hostile, dice);
	for (size_t i = 0; i < hostile.count; i++)
		inputs[i] = (struct load_input){
			names[i], hostile.files[i].text, hostile.files[i].len};
	struct record *record = record_loaded(inputs, hostile.count);
	hostile_free(&hostile);
	return record;
}
