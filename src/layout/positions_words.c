/* The day that a source's name ends with is compared as a date, never as letters: "1 May" stands in
 * "11 May" too. */
#include "layout/positions_words.h"

#include "layout/words.h"
#include "layout/words_quote.h"
#include "layout/wrap.h"
#include "query/bearing.h"

#include <string.h>

void positions_voice(struct buf *buf, const struct record *record, const struct position *position)
{
	struct ref signer = position_signed(record, position);
	bool says = position->says.thing != THING_NONE;
	const char *name = signer.thing == THING_SOURCE && !says
		? record->sources[signer.index].fields[SOURCE_SHORT]
		: NULL;
	buf_text(buf, name ? name : record_name(record, signer));
	if (says)
		buf_text(buf, " says");
}

struct when positions_when(
	const struct record *record, const struct position *position, const struct event *of)
{
	if (position->quote.thing == THING_QUOTE)
		return when_of_words(record, &record->quotes[position->quote.index]);
	return when_of_event(of);
}

enum { DASH = 2 }; /* before a voice, lest it be taken for what the next one says */

/* The day that a name ends with, "Joint statement, 10 May 2025", taken off where it is that of the words. */
static void undate(struct buf *name, struct when when)
{
	const char *text = buf_string(name), *last = NULL;
	for (const char *at = text; (at = strstr(at, ", ")); at += 2)
		last = at;
	if (last && words_date_is(last + 2, when.date)) {
		name->len = (size_t)(last - text);
		name->text[name->len] = '\0';
	}
}

/* The voice and its day, apart. */
static void voice_and_day(struct buf *name, struct buf *day, enum date_mode mode,
	const struct record *record, const struct position *position, const struct event *of,
	struct when above)
{
	struct when when = positions_when(record, position, of);
	positions_voice(name, record, position);
	undate(name, when);
	words_date_below(day, mode, when, above);
}

void positions_voice_below(struct buf *buf, enum date_mode mode, const struct record *record,
	const struct position *position, const struct event *of, struct when above)
{
	struct buf name = {0}, day = {0};
	voice_and_day(&name, &day, mode, record, position, of, above);
	buf_text(buf, buf_string(&name));
	words_dated(buf, buf_string(&day));
	buf_free(&name);
	buf_free(&day);
}

void positions_voice_add(struct rows *rows, int left, const struct record *record,
	const struct position *position, const struct event *of, struct when above)
{
	const struct style style = style_of(ROLE_SOURCE);
	const struct text_form *form = rows->paper.form;
	struct buf name = {0}, day = {0};
	int width = rows->paper.width;
	voice_and_day(&name, &day, rows->paper.dates, record, position, of, above);
	if (left + text_width(form, buf_string(&name), name.len) + 2 +
			text_width(form, buf_string(&day), day.len) <=
		width) {
		words_dated(&name, buf_string(&day));
		buf_clear(&day);
	}
	rows_new(rows);
	rows_to(rows, left - DASH);
	if (width < ROWS_UNBROKEN)
		rows_text(rows, style, rows->paper.signs->dash);
	rows_wrap_beside(rows, style, buf_kept(&name, rows->arena), name.len, left, width);
	rows_phrase(rows, style, &day, left, width);
	buf_free(&name);
	buf_free(&day);
}

void positions_elsewhere(struct buf *buf, enum date_mode mode, const struct record *record,
	const struct position_table *table, uint32_t line, uint32_t meeting)
{
	uint32_t at = positions_nearest(table, line, meeting);
	if (at == POSITIONS_NEVER)
		return;
	const struct position_cell cell = positions_cell(table, line, at);
	const struct stand *stand = &cell.stands[0];
	struct when when = when_of_event(table->meetings[at].main);
	struct buf date = {0};
	words_date_one(&date, mode, when);
	buf_text(buf, " At ");
	if (date.len)
		buf_format(buf, "the meeting of %s: ", buf_string(&date));
	else
		buf_text(buf, "another meeting: ");
	buf_format(buf, "%s (", stand->position->text);
	positions_voice_below(buf, mode, record, stand->position, stand->event, when);
	buf_text(buf, ")");
	if (cell.count > 1)
		buf_format(buf, ", and %u more", (unsigned)cell.count - 1);
	buf_text(buf, ".");
	buf_free(&date);
}

const struct attestation *positions_place(
	const struct record *record, const struct position *position)
{
	if (position->quote.thing != THING_QUOTE)
		return NULL;
	const struct quote *quote = &record->quotes[position->quote.index];
	struct ref at = position_source(record, position);
	for (uint32_t i = 0; quote->also_in && i < quote->also_in->count; i++) {
		const struct attestation *also = &quote->also_in->at[i];
		if (ref_same(also->source, at) && also->text && !ref_same(quote->source, at) &&
			!quote_translated(record, quote, also))
			return also;
	}
	return NULL;
}

/* The quotation as the source that the position rests on prints it: its text there, and that source;
 * else its own. Of one language with its own. */
static const char *text_at(
	const struct record *record, const struct position *position, struct ref *source)
{
	const struct quote *quote = &record->quotes[position->quote.index];
	const struct attestation *place = positions_place(record, position);
	*source = place ? place->source : quote->source;
	return place ? place->text : quote->text;
}

/* The quotation from a byte on: what stands before it is cut. */
static void quoted_from(struct buf *words, const struct signs *signs, const struct quote *quote,
	const char *text, size_t from)
{
	struct buf cut = {0};
	if (from)
		buf_format(&cut, "%s ", signs->cut);
	buf_text(&cut, text + from);
	words_quoted(words, signs, quote, buf_string(&cut));
	buf_free(&cut);
}

/* "Alexander Fomin, 29 March 2022: “...”"; of a position without a quotation its source. Whoever
 * signs the position is named, also where the words are those of others. Returns where they stand. */
static struct tongue words_of(struct buf *words, const struct record *record,
	const struct paper *paper, const struct position *position, size_t from)
{
	const struct quote *quote = position->quote.thing == THING_QUOTE
		? &record->quotes[position->quote.index]
		: NULL;
	struct ref source = position_source(record, position);
	struct ref signer = position_signed(record, position);
	const char *text = quote ? text_at(record, position, &source) : NULL;
	struct buf said = {0};
	if (!ref_same(signer, source) && !(quote && ref_same(signer, quote->speaker))) {
		positions_voice(words, record, position);
		buf_text(words, quote ? "; the words: " : "; ");
	}
	if (!quote) {
		buf_text(words, words->len ? "no" : "No");
		buf_text(words, " words are given; the source is ");
		words_source_short(words, record, source, NULL);
		return (struct tongue){0};
	}
	words_speaker_short(words, record, quote);
	words_said(&said, paper->dates, record, quote);
	if (!said.len)
		words_date(&said, paper->dates, when_of_words(record, quote));
	words_dated(words, buf_string(&said));
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_format(words, ", as %s reports", record_name(record, source));
	else if (quote->kind == QUOTE_THESIS)
		buf_text(words, ", own view");
	buf_text(words, ": ");
	size_t begin = words->len;
	quoted_from(words, paper->signs, quote, text, from);
	buf_free(&said);
	return (struct tongue){begin, words->len, words_language_number(quote->language)};
}

/* Whether they have room in so many rows. */
static bool words_fit(const struct rows *rows, const struct record *record,
	const struct position *position, size_t from, int most)
{
	struct buf words = {0};
	struct wrap wrap;
	struct wrap_line line;
	words_of(&words, record, &rows->paper, position, from);
	wrap_begin(&wrap, rows->paper.form, buf_string(&words), words.len);
	int count = 0;
	while (count <= most && wrap_next(&wrap, rows->paper.width, 0, &line))
		count++;
	buf_free(&words);
	return count <= most;
}

/* Back to where a word begins, as far as `columns` of the text go. */
static size_t word_back(const struct text_form *form, const char *text, size_t at, int columns)
{
	size_t from = at;
	for (size_t i = at; i > 0; i--)
		if (text[i - 1] == ' ' || text[i - 1] == '\n') {
			if (text_width(form, text + i, at - i) > columns)
				break;
			from = i;
		}
	return from;
}

/* Words that have no room begin with the sentence that bears on the issue, or where as many before it as
 * leave its end in view do; in a long sentence, near the word by which it was found. */
static size_t words_begin(const struct rows *rows, const struct record *record,
	const struct position *position, int most)
{
	struct ref source;
	if (position->quote.thing != THING_QUOTE || words_fit(rows, record, position, 0, most))
		return 0;
	const struct text_form *form = rows->paper.form;
	const char *text = text_at(record, position, &source);
	struct bearing bears = bearing_find(record, position, text);
	size_t from = bears.sentence, before = from;
	int half = most * rows->paper.width / 2;
	if (text_width(form, text + from, bears.word - from) > half)
		return word_back(form, text, bears.word, rows->paper.width);
	while (before && words_fit(rows, record, position, before, most)) {
		from = before;
		before = bearing_before(text, from);
	}
	return from;
}

void positions_words_add(struct rows *rows, const struct record *record, const struct stand *stand,
	int most, const char *rest)
{
	const struct style style = style_of(ROLE_QUOTE);
	struct buf words = {0};
	struct wrap wrap;
	struct wrap_line line;
	int width = rows->paper.width,
	    room = width - text_width(rows->paper.form, rest, strlen(rest)) - 1;
	size_t from = words_begin(rows, record, stand->position, most);
	const struct tongue tongue = words_of(&words, record, &rows->paper, stand->position, from);
	uint32_t first = rows->count;
	const char *text = buf_kept(&words, rows->arena);
	wrap_begin(&wrap, rows->paper.form, text, words.len);
	for (int row = 0; row < most && wrap_next(&wrap, width, 0, &line); row++) {
		struct wrap ahead = wrap;
		struct wrap_line next;
		bool goes_on = wrap_next(&ahead, width, 0, &next);
		bool cut = row + 1 == most && goes_on;
		rows_new(rows);
		if (cut)
			rows_cut(rows, style, line.text, room > width / 2 ? room : width);
		else
			rows_add(rows, style, line.text, line.len);
		if ((cut && room > width / 2) || (from && !goes_on && line.width <= room))
			rows_right(rows, width, style_of(ROLE_NOTE), rest);
	}
	rows_tongue(rows, first, text, tongue);
	buf_free(&words);
}
