/* The label tells what is compared, once for neighbours of a kind; a cell is laid out in columns of its
 * own, from 0 on. */
#include "layout/compare_cells.h"

#include "layout/contrast.h"
#include "layout/positions_words.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_names.h"
#include "layout/words_quote.h"
#include "layout/wrap.h"

#include <string.h>

enum {
	ATTRIBUTION = 4, /* who said it, and below */
	DAY_DATE = 8,    /* where the date of a day ends */
};

/* Adds the words in the buf, wrapped from a column on, and empties it. */
static void add_buf(struct rows *rows, enum role role, int left, struct buf *buf)
{
	rows_phrase(rows, style_of(role), buf, left, rows->paper.width);
}

static void add_text(struct rows *rows, enum role role, int left, const char *text)
{
	rows_paragraph(rows, style_of(role), text, left, rows->paper.width);
}

/* One of a list: what goes on stands further in, so that the next one is seen to begin. */
static void add_hanging(struct rows *rows, struct buf *buf)
{
	enum { HANG = 2 };
	struct wrap wrap;
	struct wrap_line line;
	int width = rows->paper.width, left = width > 4 * HANG ? HANG : 0;
	const char *text = buf_kept(buf, rows->arena);
	wrap_begin(&wrap, rows->paper.form, text, buf->len);
	if (wrap_next(&wrap, width, 0, &line)) {
		const char *rest = line.text + line.len + strspn(line.text + line.len, " ");
		rows_new(rows);
		rows_add(rows, style_of(ROLE_TEXT), line.text, line.len);
		rows_paragraph(rows, style_of(ROLE_TEXT), rest, left, width);
	}
	buf_clear(buf);
}

static const char *field_name(enum compare_field field)
{
	static const char *const names[COMPARE_FIELD_COUNT] = {
		[COMPARE_WHEN] = "when",
		[COMPARE_WHERE] = "where",
		[COMPARE_DURATION] = "duration",
		[COMPARE_PARTIES] = "who met",
		[COMPARE_HOST] = "host",
		[COMPARE_MEDIATOR] = "mediator",
		[COMPARE_OUTCOME] = "outcome",
		[COMPARE_SPEAKER] = "speaker",
		[COMPARE_KIND] = "kind",
		[COMPARE_STATUS] = "status",
		[COMPARE_SOURCE] = "printed in",
		[COMPARE_WORDING] = "words",
		[COMPARE_ORIGINAL] = "original",
	};
	return names[field];
}

/* "T", "c. T", "T + 3 days", "T + c. 3 days": days from the start. */
static void day_label(struct rows *rows, const struct compare_line *line)
{
	struct buf words = {0};
	uint64_t days = (uint64_t)(line->days < 0 ? -line->days : line->days);
	buf_text(&words, line->days_about && !days ? "c. T" : "T");
	if (days)
		buf_format(&words, " %s %s", line->days < 0 ? rows->paper.signs->dash : "+",
			line->days_about ? "c. " : "");
	if (days)
		words_number(&words, days, "day", "days");
	add_buf(rows, ROLE_DATE, 0, &words);
	buf_free(&words);
}

static void people_label(
	struct rows *rows, const struct record *record, const struct compare_line *line)
{
	struct buf words = {0};
	if (line->about.thing == THING_NONE)
		buf_text(&words,
			line->contrast == CONTRAST_NOTHING ? "who was there" : "also there");
	else
		buf_format(&words, "for %s", record_name(record, line->about));
	rows_phrase(rows, words_speaker_style(record, line->about), &words, 0, rows->paper.width);
	buf_free(&words);
}

/* How much of the words is in both: where that is nothing, nothing is marked in them, and in two
 * languages nobody has counted. */
static void wording_label(struct rows *rows, const struct compare *compare)
{
	uint32_t common = compare->wordings[COMPARE_LEFT].common;
	struct buf words = {0};
	add_text(rows, ROLE_SOURCE, 0, field_name(COMPARE_WORDING));
	if (compare->tongues)
		buf_text(&words, "in two languages");
	else if (common)
		words_number(&words, common, "word", "words");
	else
		buf_text(&words, "no word");
	buf_text(&words, compare->tongues ? "" : " in common");
	add_buf(rows, ROLE_NOTE, 0, &words);
	buf_free(&words);
}

void compare_label_add(struct rows *rows, const struct compare *compare,
	const struct compare_line *line, const struct compare_line *before)
{
	const struct record *record = compare->result->record;
	bool first = !before || before->field != line->field;
	switch (line->field) {
	case COMPARE_PEOPLE:
		if (first || !ref_same(before->about, line->about))
			people_label(rows, record, line);
		break;
	case COMPARE_STAND:
		if (first || !ref_same(before->issue, line->issue) ||
			!ref_same(before->about, line->about))
			rows_paragraph(rows, words_speaker_style(record, line->about),
				record_name(record, line->about), 2, rows->paper.width);
		break;
	case COMPARE_WORDS:
		if (line->about.thing == THING_NONE)
			break;
		if (first || !ref_same(before->about, line->about) ||
			before->contrast != line->contrast)
			rows_paragraph(rows,
				style_party(ROLE_ERA, record_color(record, line->about)),
				record_name(record, line->about), 0, rows->paper.width);
		break;
	case COMPARE_DAY:
		if (first || before->days != line->days || before->days_about != line->days_about)
			day_label(rows, line);
		break;
	case COMPARE_WORDING:
		wording_label(rows, compare);
		break;
	default:
		if (first && field_name(line->field))
			add_text(rows, ROLE_SOURCE, 0, field_name(line->field));
		break;
	}
}

bool compare_begins_issue(const struct compare_line *line, const struct compare_line *before)
{
	return line->field == COMPARE_STAND &&
		(!before || before->field != COMPARE_STAND ||
			before->issue.index != line->issue.index);
}

static void when_cell(struct rows *rows, const struct compare *compare,
	const struct compare_cell *cell, struct buf *words)
{
	if (cell->quote)
		words_said(words, rows->paper.dates, compare->result->record, cell->quote);
	else
		words_date(words, rows->paper.dates, when_of_event(cell->event));
	add_buf(rows, ROLE_DATE, 0, words);
}

/* The stand, and below it the voice behind it, with the day of the words where that is not the side's. */
static void stand_cell(
	struct rows *rows, const struct compare *compare, const struct compare_cell *cell, int side)
{
	add_text(rows, ROLE_TEXT, 0, cell->position->text);
	positions_voice_add(rows, ATTRIBUTION, compare->result->record, cell->position, cell->event,
		when_of_event(compare->events[side]));
}

/* Words, who spoke them, their day where that is not the side's, and where they are printed. */
static void words_cell(struct rows *rows, const struct compare *compare, const struct quote *quote,
	int side, struct buf *words)
{
	const struct record *record = compare->result->record;
	struct buf date = {0};
	words_quote(rows, quote, &(struct quote_lines){1, rows->paper.width});
	words_speaker(words, record, quote);
	words_date_below(&date, rows->paper.dates, when_of_words(record, quote),
		when_of_event(compare->events[side]));
	words_dated(words, buf_string(&date));
	buf_free(&date);
	rows_phrase(rows, words_speaker_style(record, quote->speaker), words, ATTRIBUTION,
		rows->paper.width);
	if (quote->speaker.thing == THING_PERSON || quote->speaker.thing == THING_PARTY) {
		words_source_short(words, record, quote->source, quote->locator);
		add_buf(rows, ROLE_SOURCE, ATTRIBUTION, words);
	}
	const char *status = words_status((enum quote_status)quote->status);
	if (status)
		add_text(rows, ROLE_WARN, ATTRIBUTION, status);
}

/* "29 Mar" or as much as the date has. */
static void day_words(struct buf *words, const struct rows *rows, const struct event *event)
{
	struct when when = when_of_event(event);
	words_date_short(words, rows->paper.dates, when, when);
}

/* Where the dates of a side end: behind the widest that leaves its title room. */
static int day_edge(const struct rows *rows, const struct compare *compare, int side)
{
	int edge = DAY_DATE;
	for (uint32_t n = 0; n < compare->count; n++) {
		const struct compare_line *line = &compare->lines[n];
		struct buf words = {0};
		if (line->field != COMPARE_DAY || !line->cells[side].event)
			continue;
		day_words(&words, rows, line->cells[side].event);
		int width = text_width(rows->paper.form, buf_string(&words), words.len);
		if (width > edge && width + 2 <= rows->paper.width / 2)
			edge = width;
		buf_free(&words);
	}
	return edge;
}

/* The date, then the title. */
static void day_cell(struct rows *rows, const struct event *event, int edge, struct buf *words)
{
	day_words(words, rows, event);
	rows_new(rows);
	rows_right(rows, edge, style_of(ROLE_DATE), buf_string(words));
	int left = rows->column < edge ? edge + 2 : rows->column + 2;
	if (left > rows->paper.width / 2)
		rows_new(rows);
	if (left > rows->paper.width / 2)
		left = 2;
	rows_wrap_beside(rows, style_of(ROLE_TITLE), event->title, strlen(event->title), left,
		rows->paper.width);
}

static const char *kind_name(const struct quote *quote)
{
	static const char *const names[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = "exact words",
		[QUOTE_PARAPHRASE] = "a report, in the words of its source",
		[QUOTE_THESIS] = "the source's own view",
	};
	return names[quote->kind];
}

static const char *status_name(const struct quote *quote)
{
	const char *status = words_status((enum quote_status)quote->status);
	return status ? status : "checked";
}

/* "Russian: “...”", and where it is printed so. */
static void originals_cell(struct rows *rows, const struct compare *compare,
	const struct quote *quote, struct buf *words)
{
	const struct attestations *originals = quote->more->original;
	for (uint32_t i = 0; i < originals->count; i++) {
		const struct attestation *at = &originals->at[i];
		if (at->language) {
			words_language(words, at->language);
			buf_text(words, ": ");
		}
		size_t from = words->len;
		words_marked(words, rows->paper.signs, at->text);
		rows_phrase_in(rows, style_of(ROLE_TEXT), words, 0, rows->paper.width,
			(struct tongue){from, words->len, words_language_number(at->language)});
		if (at->source.thing != THING_NONE)
			words_source_short(words, compare->result->record, at->source, at->locator);
		add_buf(rows, ROLE_SOURCE, 0, words);
	}
}

static void cell_add(struct rows *rows, const struct compare *compare,
	const struct compare_line *line, int side, struct buf *words)
{
	const struct compare_cell *cell = &line->cells[side];
	const struct record *record = compare->result->record;
	switch (line->field) {
	case COMPARE_WHEN:
		when_cell(rows, compare, cell, words);
		break;
	case COMPARE_WHERE:
	case COMPARE_DURATION:
	case COMPARE_OUTCOME:
		add_text(rows, ROLE_TEXT, 0, cell->text);
		break;
	case COMPARE_PARTIES:
	case COMPARE_HOST:
	case COMPARE_MEDIATOR:
		words_list(words, record, cell->refs);
		add_hanging(rows, words);
		break;
	case COMPARE_PEOPLE:
		buf_text(words, record_name(record, cell->person));
		if (cell->text)
			buf_format(words, ", %s", cell->text);
		add_hanging(rows, words);
		break;
	case COMPARE_STAND:
		stand_cell(rows, compare, cell, side);
		break;
	case COMPARE_WORDS:
		words_cell(rows, compare, cell->quote, side, words);
		break;
	case COMPARE_DAY:
		day_cell(rows, cell->event, day_edge(rows, compare, side), words);
		break;
	case COMPARE_SPEAKER:
		words_speaker(words, record, cell->quote);
		rows_phrase(rows, words_speaker_style(record, cell->quote->speaker), words, 0,
			rows->paper.width);
		break;
	case COMPARE_KIND:
		add_text(rows, ROLE_TEXT, 0, kind_name(cell->quote));
		break;
	case COMPARE_STATUS:
		add_text(rows, ROLE_WARN, 0, status_name(cell->quote));
		break;
	case COMPARE_SOURCE:
		words_source_short(words, record, cell->quote->source, cell->quote->locator);
		add_buf(rows, ROLE_SOURCE, 0, words);
		break;
	case COMPARE_WORDING:
		words_quote(rows, cell->quote,
			&(struct quote_lines){1, rows->paper.width,
				.wording = compare->wordings[side].common ? &compare->wordings[side]
									  : NULL});
		break;
	case COMPARE_ORIGINAL:
		originals_cell(rows, compare, cell->quote, words);
		break;
	case COMPARE_FIELD_COUNT:
		break;
	}
}

void compare_side_add(struct rows *rows, const struct compare *compare,
	const struct compare_line *line, int side, bool told)
{
	struct buf words = {0};
	if (line->cells[side].left_out) {
		contrast_left_out_add(rows, compare->result->telling && !compare->result->narrowed);
	} else if (line->cells[side].evidence.thing != THING_NONE) {
		cell_add(rows, compare, line, side, &words);
	} else if (told) {
		rows_new(rows);
		rows_text(rows, style_of(ROLE_NOTE), rows->paper.signs->nothing);
	}
	buf_free(&words);
}

/* A date in full, or where that has no room as rows have it: "22 Dec 1917 – 10 Feb 1918". */
static void date_within(struct buf *out, const struct paper *paper, struct when when)
{
	words_date_one(out, paper->dates, when);
	if (text_width(paper->form, buf_string(out), out->len) <= paper->width)
		return;
	buf_clear(out);
	words_date_short(out, paper->dates, when, (struct when){0});
}

void compare_who_add(struct rows *rows, const struct compare *compare, int side, bool brief)
{
	const struct event *event = compare->events[side];
	const struct quote *quote = compare->quotes[side];
	const struct record *record = compare->result->record;
	int width = rows->paper.width;
	struct buf words = {0};
	struct ref voice = quote ? quote_voice(quote) : (struct ref){0};
	if (quote)
		words_names(&words, rows->paper.form, record, &voice, 1, 0, width);
	else
		buf_text(&words, event->title);
	rows_new(rows);
	rows_cut_words(rows, style_of(ROLE_TITLE), buf_kept(&words, rows->arena), width);
	buf_clear(&words);
	if (quote)
		buf_text(&words, event->title);
	else
		date_within(&words, &rows->paper, when_of_event(event));
	if (!brief) {
		rows_new(rows);
		rows_cut_words(rows, style_of(ROLE_DATE), buf_kept(&words, rows->arena), width);
	}
	buf_free(&words);
}
