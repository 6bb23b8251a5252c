/* Every part is laid out once, in rows that stand one behind the other: its words, then its
 * speaker. A step says which of them are shown and from which line on. The measure is narrow, for
 * reading from the last row of seats, and the block is centred by the widest of its rows, so that
 * both steps share one edge. */
#include "layout/scene.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"

#include <string.h>

enum {
	MEASURE = 60,        /* at most: what is read at a glance */
	MEASURE_NARROW = 53, /* on a screen of 80 columns */
	HANG = 2,            /* room for what hangs in the margin */
	INDENT = 4,          /* of the speaker below the words */
	GAP = 2,             /* lines between words and speaker */
};

/* ---- what a part says ---- */

/* The end of the paragraph that begins at `text`: behind a cut that ends a sentence. Every word of
 * the text stays in one paragraph or the next. */
static const char *paragraph_end(const char *text)
{
	static const char cut[] = "[…] ";
	const char *end = text + strlen(text);
	for (const char *at = text; (at = strstr(at, cut)); at += strlen(cut)) {
		const char *next = at + strlen(cut);
		size_t bytes;
		if (at > text && *next &&
			!text_is_lower(text_decode(next, (size_t)(end - next), &bytes)))
			return next;
	}
	return end;
}

void scene_quote_add(struct rows *rows, const struct quote *quote, int left, int right)
{
	struct quote_look look = words_quote_look(rows->paper.signs, quote);
	if (quote->kind == QUOTE_PARAPHRASE) {
		rows_new(rows);
		rows_to(rows, left);
		rows_text(rows, style_of(ROLE_NOTE), "reported:");
	}
	for (const char *at = quote->text, *end; *at; at = end) {
		end = paragraph_end(at);
		size_t len = (size_t)(end - at);
		while (len && at[len - 1] == ' ')
			len--;
		if (at > quote->text)
			rows_new(rows);
		rows_wrap(rows, style_of(look.role), at, len, left, right,
			at == quote->text ? look.before : NULL, *end ? NULL : look.after);
	}
}

static bool speaks_itself(const struct quote *quote)
{
	return quote->kind == QUOTE_THESIS &&
		(quote->speaker.thing == THING_NONE ||
			(quote->speaker.thing == THING_SOURCE &&
				quote->speaker.index == quote->source.index));
}

/* The source in short, its author with the whole name. */
static void source_whole(struct buf *phrase, const struct record *record, const struct quote *quote)
{
	struct ref source = quote->source;
	struct buf words = {0};
	size_t family = 0;
	words_source_short(&words, record, source, quote->locator);
	if (record->sources[source.index].fields[SOURCE_AUTHOR]) {
		words_name(phrase, record, source);
		family = strlen(record_name(record, source));
	}
	buf_text(phrase, buf_string(&words) + family);
	buf_free(&words);
}

/* Who hands the words down: three ways for three kinds. */
static void source_phrase(
	struct buf *phrase, const struct record *record, const struct quote *quote)
{
	static const char *const ways[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = "quoted by ",
		[QUOTE_PARAPHRASE] = "as reported by ",
		[QUOTE_THESIS] = "in ",
	};
	if (speaks_itself(quote)) {
		words_source_short(phrase, record, quote->source, quote->locator);
	} else {
		buf_text(phrase, ways[quote->kind]);
		source_whole(phrase, record, quote);
	}
}

void scene_speaker_add(struct rows *rows, const struct record *record, const struct quote *quote,
	int left, int right)
{
	const char *status = words_status((enum quote_status)quote->status);
	struct buf phrase = {0};
	struct ref voice = quote->speaker;
	if (voice.thing == THING_NONE && quote->kind == QUOTE_THESIS)
		voice = quote->source;
	if (voice.thing == THING_NONE)
		buf_text(&phrase, "unattributed");
	else
		words_name(&phrase, record, voice);
	rows_phrase(rows, style_of(ROLE_SPEAKER), &phrase, left, right);
	buf_text(&phrase, quote->role ? quote->role : "");
	words_handed(&phrase, record, quote);
	rows_phrase(rows, style_of(ROLE_TEXT), &phrase, left, right);
	words_said(&phrase, rows->paper.dates, record, quote);
	if (phrase.len)
		buf_format(&phrase, " %s ", rows->paper.signs->dot);
	buf_text(&phrase, record->events[quote->event].title);
	rows_phrase(rows, style_of(ROLE_TEXT), &phrase, left, right);
	rows_blank(rows);
	source_phrase(&phrase, record, quote);
	rows_phrase(rows, style_of(ROLE_SOURCE), &phrase, left, right);
	buf_text(&phrase, status ? status : "");
	rows_phrase(rows, style_of(ROLE_WARN), &phrase, left, right);
	buf_free(&phrase);
}

static void event_add(struct rows *rows, const struct record *record, const struct event *event,
	int left, int right)
{
	struct buf phrase = {0};
	buf_text(&phrase, event->title);
	rows_phrase(rows, style_of(ROLE_TITLE), &phrase, left, right);
	words_date(&phrase, rows->paper.dates, when_of_event(event));
	rows_phrase(rows, style_of(ROLE_DATE), &phrase, left, right);
	words_meeting(&phrase, record, rows->paper.signs, event);
	rows_phrase(rows, style_of(ROLE_SOURCE), &phrase, left, right);
	if (event->summary) {
		rows_new(rows);
		buf_text(&phrase, event->summary);
		rows_phrase(rows, style_of(ROLE_TEXT), &phrase, left, right);
	}
	buf_free(&phrase);
}

/* ---- where it stands ---- */

/* A part laid out: rows of the words, and behind them those of the speaker. */
struct part {
	int number, left;
	uint32_t first, count, below, below_count;
};

struct laying {
	struct scene_sheet *sheet;
	struct scene_step *steps;
	size_t capacity;
	uint32_t height;
};

static struct scene_step *step_add(struct laying *laying, const struct part *part)
{
	struct scene_sheet *sheet = laying->sheet;
	if (sheet->step_count == laying->capacity) {
		size_t capacity = laying->capacity ? laying->capacity * 2 : 16;
		struct scene_step *more = arena_alloc(sheet->rows.arena, capacity, sizeof *more);
		if (laying->capacity)
			memcpy(more, laying->steps, laying->capacity * sizeof *more);
		laying->steps = more;
		laying->capacity = capacity;
	}
	struct scene_step *step = &laying->steps[sheet->step_count++];
	*step = (struct scene_step){.part = part->number, .left = part->left};
	return step;
}

/* Steps for rows, in as few pages as they need, of about the same length, the last of which leaves
 * `tail` lines free. All begin on one line. `tail` is less than the height. */
static void pages_add(struct laying *laying, const struct part *part, uint32_t first,
	uint32_t count, uint32_t tail, bool speaker)
{
	uint32_t height = laying->height, end = first + count, tallest = 0;
	uint32_t pages = (count + tail + height - 1) / height, begun = laying->sheet->step_count;
	pages = pages ? pages : 1;
	for (uint32_t page = 0; page < pages; page++) {
		while (page && first + 1 < end && !laying->sheet->rows.at[first].spans)
			first++;
		uint32_t left = end - first, to_come = pages - page;
		uint32_t take = to_come > 1 ? (left + tail + to_come - 1) / to_come : left;
		if (to_come > 1 && take >= left)
			take = left ? left - 1 : 0;
		uint32_t lines = take + (to_come > 1 ? 0 : tail);
		tallest = lines > tallest ? lines : tallest;
		struct scene_step *step = step_add(laying, part);
		step->page = page;
		step->pages = pages;
		step->first = first;
		step->count = take;
		step->speaker = speaker;
		first += take;
	}
	for (uint32_t i = begun; i < laying->sheet->step_count; i++)
		laying->steps[i].top = (int)(height - tallest + 1) / 2;
}

/* Lines between words and speaker: fewer where that keeps them on one page. */
static uint32_t gap_of(const struct laying *laying, const struct part *part)
{
	uint32_t needed = part->count + part->below_count;
	if (needed + GAP <= laying->height)
		return GAP;
	return needed > laying->height ? laying->height / 10 : laying->height - needed;
}

static void part_steps(struct laying *laying, const struct part *part)
{
	if (!part->below_count) {
		pages_add(laying, part, part->first, part->count, 0, false);
		return;
	}
	uint32_t gap = gap_of(laying, part), tail = gap + part->below_count;
	if (tail >= laying->height) { /* a very small screen */
		pages_add(laying, part, part->first, part->count, 0, false);
		pages_add(laying, part, part->below, part->below_count, 0, true);
		return;
	}
	pages_add(laying, part, part->first, part->count, tail, false);
	struct scene_step last = laying->steps[laying->sheet->step_count - 1];
	struct scene_step *step = step_add(laying, part);
	*step = last;
	step->speaker = true;
	step->below = part->below;
	step->below_count = part->below_count;
	step->below_top = last.top + (int)(last.count + gap);
}

/* How far the rows from `first` on are to be moved to the right so that they are centred. */
static int centre(const struct rows *rows, uint32_t first)
{
	int end = HANG;
	for (uint32_t i = first; i < rows->count; i++)
		for (const struct span *span = rows->at[i].spans; span; span = span->next)
			end = span->column + span->width > end ? span->column + span->width : end;
	int left = (rows->paper.width - (end - HANG)) / 2 - HANG;
	return left > 0 ? left : 0;
}

static int measure_of(int width)
{
	int measure = width * 2 / 3;
	if (measure < MEASURE_NARROW)
		measure = MEASURE_NARROW;
	if (measure > width - HANG - 1)
		measure = width - HANG - 1;
	return measure > MEASURE ? MEASURE : measure < 1 ? 1 : measure;
}

void scene_lay(struct arena *arena, const struct record *record, const struct scene_wants *wants,
	const struct paper *paper, struct scene_sheet *sheet)
{
	struct laying laying = {
		.sheet = sheet, .height = (uint32_t)(wants->height > 1 ? wants->height : 1)};
	struct rows *rows = &sheet->rows;
	int right = HANG + measure_of(paper->width);
	int indent = right > 8 * INDENT ? HANG + INDENT : HANG;
	*sheet = (struct scene_sheet){0};
	rows_begin(rows, arena, paper);
	if (wants->event_first || !wants->quote_count) {
		event_add(rows, record, wants->event, HANG, right);
		struct part part = {.number = SCENE_EVENT, .count = rows->count};
		part.left = centre(rows, 0);
		part_steps(&laying, &part);
	}
	for (uint32_t n = 0; n < wants->quote_count; n++) {
		const struct quote *quote = &record->quotes[wants->quotes[n]];
		struct part part = {.number = (int)n, .first = rows->count};
		scene_quote_add(rows, quote, HANG, right);
		part.count = rows->count - part.first;
		part.below = rows->count;
		scene_speaker_add(rows, record, quote, indent, right);
		part.below_count = rows->count - part.below;
		part.left = centre(rows, part.first);
		part_steps(&laying, &part);
	}
	sheet->steps = laying.steps;
}

static uint32_t words_in(const struct scene_sheet *sheet, uint32_t first, uint32_t count)
{
	uint32_t words = 0;
	for (uint32_t i = first; i < first + count; i++)
		for (const struct span *span = sheet->rows.at[i].spans; span; span = span->next) {
			bool inside = false;
			for (uint32_t k = 0; k < span->len; k++) {
				bool space = span->text[k] == ' ';
				words += !space && !inside;
				inside = !space;
			}
		}
	return words;
}

uint32_t scene_words(const struct scene_sheet *sheet, const struct scene_step *step)
{
	if (step->below_count)
		return words_in(sheet, step->below, step->below_count);
	return words_in(sheet, step->first, step->count);
}
