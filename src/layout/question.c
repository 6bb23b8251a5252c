/* The words are set as in a scene, so that a class reads both alike; the choices hang their numbers
 * below. */
#include "layout/question.h"

#include "layout/scene_words.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "query/giveaway.h"

#include <stdio.h>
#include <string.h>

enum {
	MEASURE = 60,
	MEASURE_NARROW = 53,
	HANG = 2,
	CHOICE_TEXT = 4, /* columns from the number to the choice */
	GAP = 2,
	SUMMARY_LEFT = 6, /* of the answers in the summary, behind their signs */
};

const char *question_mark_sign(const struct signs *signs, enum question_mark mark)
{
	return mark == QUESTION_RIGHT    ? signs->right
		: mark == QUESTION_WRONG ? signs->wrong
					 : signs->dot;
}

const char *question_title(enum question_kind kind)
{
	static const char *const words[QUESTION_KIND_COUNT] = {
		[QUESTION_WHO] = "Who said it?",
		[QUESTION_WHEN] = "When was it said?",
		[QUESTION_TALKS] = "About which talks?",
		[QUESTION_VIEW] = "Who writes this?",
	};
	return words[kind];
}

void question_choice_words(struct buf *out, enum date_mode dates, const struct record *record,
	const struct question *question, uint32_t n)
{
	const struct question_choice *choice = &question->choices[n];
	if (question->kind == QUESTION_WHEN)
		words_date_one(out, dates, (struct when){choice->date, choice->old_style});
	else if (question->kind == QUESTION_VIEW)
		words_name_placed(out, record, choice->what);
	else
		words_name(out, record, choice->what);
	if (choice->role) {
		buf_text(out, ", ");
		buf_text(out, choice->role);
	}
}

/* One choice: its number, and once it is answered a sign beside the right one and a wrong one. */
static void choice_add(
	struct rows *rows, const struct question_page *page, uint32_t n, int left, int right)
{
	const struct question *question = page->question;
	const struct signs *signs = rows->paper.signs;
	enum question_mark mark = page->mark;
	bool is_right = mark != QUESTION_OPEN && n == question->right;
	bool is_wrong = mark == QUESTION_WRONG && n == page->chosen;
	struct buf words = {0};
	char number[16];
	snprintf(number, sizeof number, "%u", (unsigned)n + 1);
	question_choice_words(&words, rows->paper.dates, page->record, question, n);
	rows_new(rows);
	rows_to(rows, left - HANG);
	if (is_right || is_wrong)
		rows_text(rows, style_of(is_right ? ROLE_FOCUS : ROLE_WARN),
			is_right ? signs->right : signs->wrong);
	rows_to(rows, left);
	rows_copy(rows, style_of(ROLE_KEY), number);
	rows_wrap_beside(rows, style_of(is_right ? ROLE_SPEAKER : ROLE_TEXT),
		buf_kept(&words, rows->arena), words.len, left + CHOICE_TEXT,
		right > left + CHOICE_TEXT ? right : left + CHOICE_TEXT + 1);
	buf_free(&words);
}

/* What helps without saying it. */
enum hint { HINT_DATE, HINT_PUBLIC, HINT_OFFICE, HINT_PLACE, HINT_EVENT, HINT_SPEAKER };

/* Of a speaker the date, of talks the speaker, of a view when it came out, else what it is about.
 * Of a date the office, where the speaker held others too, else where the event was, or what: an
 * office held all along tells nothing of the time. */
static enum hint hint_of(const struct record *record, const struct question *question)
{
	const struct quote *quote = &record->quotes[question->quote];
	const struct event *event = &record->events[quote->event];
	if (question->kind == QUESTION_VIEW)
		return quote_public(record, quote) ? HINT_PUBLIC : HINT_EVENT;
	if (question->kind != QUESTION_WHEN)
		return question->kind == QUESTION_WHO ? HINT_DATE : HINT_SPEAKER;
	if (question->offices)
		return HINT_OFFICE;
	if (event->location && !giveaway_has_year(event->location))
		return HINT_PLACE;
	return quote->role && quote->speaker.thing == THING_PERSON &&
			giveaway_has_year(event->title)
		? HINT_OFFICE
		: HINT_EVENT;
}

const char *question_hint_name(const struct record *record, const struct question *question)
{
	static const char *const names[] = {
		[HINT_DATE] = "the date, as a hint",
		[HINT_PUBLIC] = "the date, as a hint",
		[HINT_OFFICE] = "the office, as a hint",
		[HINT_PLACE] = "the place, as a hint",
		[HINT_EVENT] = "the event, as a hint",
		[HINT_SPEAKER] = "the speaker, as a hint",
	};
	return names[hint_of(record, question)];
}

/* A title, with a sign in the place of each number that may be a year. */
static void add_without_years(struct buf *out, const char *title)
{
	static const char digits[] = "0123456789";
	for (size_t len; *title; title += len) {
		len = strspn(title, digits);
		if (len >= 3)
			buf_text(out, "…");
		else
			buf_add(out, title, len ? len : (len = strcspn(title, digits)));
	}
}

static void hint_words(struct buf *out, const struct rows *rows, const struct question_page *page)
{
	const struct record *record = page->record;
	const struct quote *quote = &record->quotes[page->question->quote];
	const struct event *event = &record->events[quote->event];
	switch (hint_of(record, page->question)) {
	case HINT_DATE:
		buf_text(out, "said ");
		words_said(out, rows->paper.dates, record, quote);
		break;
	case HINT_PUBLIC:
		buf_text(out, "published ");
		date_display(quote_public(record, quote), out);
		break;
	case HINT_OFFICE:
		buf_format(out, "then %s", quote->role);
		break;
	case HINT_PLACE:
		buf_format(out, "place of the event: %s", event->location);
		break;
	case HINT_EVENT:
		buf_text(out, "event: ");
		add_without_years(out, event->title);
		break;
	case HINT_SPEAKER:
		buf_text(out, "said by ");
		words_name(out, record, quote->speaker);
		break;
	}
}

/* Who said it, where it stands, and what the record remarks on it. */
static void told_add(struct rows *rows, const struct record *record, const struct quote *quote,
	int left, int right)
{
	struct buf words = {0};
	scene_speaker_add(rows, record, quote, false, left, right);
	buf_text(&words, quote->note ? quote->note : "");
	if (words.len) {
		rows_new(rows);
		rows_phrase(rows, style_of(ROLE_NOTE), &words, left, right);
	}
	buf_free(&words);
}

struct question_rows question_add(
	struct rows *rows, const struct question_page *page, bool spaced, bool roomy)
{
	const struct record *record = page->record;
	const struct question *question = page->question;
	const struct quote *quote = &record->quotes[question->quote];
	int width = rows->paper.width, measure = width * 2 / 3;
	measure = measure < MEASURE_NARROW ? MEASURE_NARROW : measure > MEASURE ? MEASURE : measure;
	measure = measure > width - HANG - 2 ? width - HANG - 2 : measure;
	int left = (width - measure) / 2 > HANG ? (width - measure) / 2 : HANG;
	int right = left + measure > left ? left + measure : left + 1;
	struct buf words = {0};
	scene_quote_add(rows, quote, left, right);
	if (question->kind == QUESTION_WHEN) {
		words_name(&words, record, quote->speaker);
		rows_new(rows);
		rows_to(rows, left + CHOICE_TEXT);
		rows_copy(rows, words_speaker_style(record, quote->speaker), buf_string(&words));
		buf_clear(&words);
	}
	for (int i = 0; i < (roomy ? GAP : 1); i++)
		rows_new(rows);
	uint32_t chosen = page->mark == QUESTION_WRONG ? page->chosen : question->right;
	struct question_rows at = {.tells = 0};
	for (uint32_t n = 0; n < question->count; n++) {
		if (n && spaced)
			rows_new(rows);
		if (n == chosen && page->mark != QUESTION_OPEN)
			at.tells = (int)rows->count;
		at.choices[n] = (int)rows->count;
		choice_add(rows, page, n, left, right);
	}
	at.choices[question->count] = (int)rows->count;
	if (spaced && page->mark != QUESTION_OPEN)
		rows_new(rows); /* further away than a choice */
	if (page->mark != QUESTION_OPEN) {
		rows_new(rows);
		told_add(rows, record, quote, left + CHOICE_TEXT, right);
	} else if (page->hint) {
		hint_words(&words, rows, page);
		rows_new(rows);
		at.tells = (int)rows->count;
		rows_phrase(rows, style_of(ROLE_NOTE), &words, left + CHOICE_TEXT, right);
	}
	buf_free(&words);
	return at;
}

void question_answer_add(struct rows *rows, const struct question_page *page)
{
	int width = rows->paper.width;
	if (page->mark != QUESTION_OPEN)
		return;
	rows_new(rows);
	told_add(rows, page->record, &page->record->quotes[page->question->quote], CHOICE_TEXT,
		width < MEASURE ? width - 1 : MEASURE_NARROW);
}

/* The answer, of a person without the office: in a list names tell, and the words need the room. */
static void summary_words(struct buf *out, enum date_mode dates, const struct record *record,
	const struct question *question)
{
	const struct question_choice *choice = &question->choices[question->right];
	if (question->kind == QUESTION_WHEN)
		question_choice_words(out, dates, record, question, question->right);
	else
		words_name(out, record, choice->what);
}

/* The columns of the answers: as many as the widest needs, and at most half. */
static int summary_names(
	const struct rows *rows, const struct record *record, const struct questions *round)
{
	int need = 1, most = rows->paper.width / 2 - SUMMARY_LEFT - GAP;
	for (uint32_t i = 0; i < round->count; i++) {
		struct buf line = {0};
		summary_words(&line, rows->paper.dates, record, &round->at[i]);
		int width = text_width(rows->paper.form, buf_string(&line), line.len);
		need = width > need ? width : need;
		buf_free(&line);
	}
	return need < most ? need : most > 1 ? most : 1;
}

void question_summary_add(struct rows *rows, const struct record *record,
	const struct questions *round, const enum question_mark *marks)
{
	uint32_t right = 0;
	int width = rows->paper.width;
	char known[64];
	for (uint32_t i = 0; i < round->count; i++)
		right += marks[i] == QUESTION_RIGHT;
	snprintf(
		known, sizeof known, "You knew %u of %u.", (unsigned)right, (unsigned)round->count);
	rows_new(rows);
	rows_new(rows);
	rows_to(rows, 3);
	rows_copy(rows, style_of(ROLE_TITLE), known);
	rows_new(rows);
	int names = summary_names(rows, record, round);
	for (uint32_t i = 0; i < round->count; i++) {
		const struct question *question = &round->at[i];
		struct buf line = {0};
		summary_words(&line, rows->paper.dates, record, question);
		rows_new(rows);
		rows_to(rows, 3);
		rows_text(rows, style_of(marks[i] == QUESTION_RIGHT ? ROLE_FOCUS : ROLE_WARN),
			question_mark_sign(rows->paper.signs, marks[i]));
		rows_to(rows, SUMMARY_LEFT);
		rows_cut(rows, style_of(ROLE_SPEAKER), buf_kept(&line, rows->arena), names);
		rows_to(rows, SUMMARY_LEFT + names + GAP);
		if (width > rows->column + 1)
			words_quote_line(rows, &record->quotes[question->quote], NULL,
				width - 1 - rows->column);
		buf_free(&line);
	}
}
