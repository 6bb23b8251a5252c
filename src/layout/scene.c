/* The measure is narrow, for reading from the last row of seats, and a part is centred by the widest
 * of its rows, so that all its steps share one edge. */
#include "layout/scene.h"

#include "layout/parting.h"
#include "layout/scene_pair.h"
#include "layout/scene_table.h"
#include "layout/scene_words.h"
#include "layout/words.h"
#include "query/giveaway.h"
#include "query/telling.h"
#include "query/waits.h"

#include <string.h>

enum {
	MEASURE = 60,        /* at most: what is read at a glance */
	MEASURE_NARROW = 53, /* on a screen of 80 columns */
	HANG = 2,            /* room for what hangs in the margin */
	INDENT = 4,          /* of the speaker below the words */
};

/* ---- where it stands ---- */

static int measure_of(int width)
{
	int measure = width * 2 / 3;
	if (measure < MEASURE_NARROW)
		measure = MEASURE_NARROW;
	if (measure > width - HANG - 1)
		measure = width - HANG - 1;
	return measure > MEASURE ? MEASURE : measure < 1 ? 1 : measure;
}

/* ---- pages of words ---- */

/* What is parted: words, else the summary of an event, below its title. */
struct paged {
	const struct quote *quote;
	const struct record *record;
	const struct event *event;
};

/* A text that needs more than one page, being parted. */
struct paging {
	struct stage *stage;
	struct paged of;
	const char *text, *end;
	int right;
	uint32_t height, tail; /* lines of a page; those that the last one leaves free */
	struct rows rows;      /* of the page at hand, and maybe more, */
	struct arena trial;    /* and what they take, until the next page */
};

/* Where in the text a row, or the first one behind it that has words, begins. */
static const char *row_begin(const struct paging *paging, const char *from, uint32_t row)
{
	for (; row < paging->rows.count; row++)
		for (const struct span *span = paging->rows.at[row].spans; span; span = span->next)
			if (span->text >= from && span->text < paging->end)
				return span->text;
	return paging->end;
}

/* A page of one row has none for a label. */
static int around(const struct paging *paging, const char *to)
{
	return (paging->height > 1 ? PART_LABEL : 0) | (to == paging->end ? PART_ENDS : 0);
}

/* Adds the text of a page. */
static void part_lay(
	const struct paging *paging, struct rows *rows, const char *from, const char *to)
{
	const struct paged *of = &paging->of;
	if (of->quote) {
		scene_words_add(rows, of->quote, from, to, around(paging, to), HANG, paging->right);
		return;
	}
	if (from == paging->text) {
		scene_event_head_add(rows, of->record, of->event, HANG, paging->right);
		rows_new(rows);
	}
	scene_summary_add(rows, from, to, HANG, paging->right);
}

/* Lays out as much text as a page can hold, and says where that ends. */
static const char *page_try(struct paging *paging, const char *from)
{
	size_t most = (size_t)paging->height * ((size_t)paging->right + 1) * 4;
	const char *to = paging->end;
	if ((size_t)(to - from) > most) {
		to = from + most;
		while (to > from + 1 && to[-1] != ' ')
			to--;
		if (to <= from + 1)
			to = from + most;
		while (to < paging->end && text_is_inside(*to))
			to++;
	}
	arena_reset(&paging->trial);
	rows_begin(&paging->rows, &paging->trial, &paging->stage->rows.paper);
	part_lay(paging, &paging->rows, from, to);
	return to;
}

/* Where the page that begins at `from` ends: at the end of a sentence in its lower half, else where it is
 * full. What would fit, but for what the last page leaves free, is parted in two halves. */
static const char *page_end(struct paging *paging, const char *from)
{
	const char *to = page_try(paging, from);
	uint32_t count = paging->rows.count, most = paging->height, least = most / 2;
	if (to == paging->end && count + paging->tail <= most)
		return to;
	if (to == paging->end && count <= most) {
		least = count + paging->tail - most;
		most = (count + paging->tail + 1) / 2;
		most = most < least ? least : most;
		most = most < count ? most : count - 1;
	}
	most = most ? most : 1;
	const char *full = count > most ? row_begin(paging, from, most) : to;
	const char *half = row_begin(paging, from, least ? least - 1 : 0);
	const char *last = parting_last(paging->text, half, full, paging->end);
	full = last ? last : full;
	return full > from ? full : to;
}

/* Lays the text out anew, page by page. */
static void pages_lay(
	struct stage *stage, struct stage_part *part, struct paged of, uint32_t tail, int right)
{
	const char *text = of.quote ? of.quote->text : of.event->summary;
	struct paging paging = {.stage = stage,
		.of = of,
		.text = text,
		.end = text + strlen(text),
		.right = right,
		.height = stage->height,
		.tail = tail};
	struct rows *rows = &stage->rows;
	part->words = rows->count;
	for (const char *from = text; from < paging.end;) {
		const char *to = page_end(&paging, from);
		uint32_t first = rows->count;
		part_lay(&paging, rows, from, to);
		stage_page_add(stage, part, rows->count - first);
		for (from = to; from < paging.end && (*from == ' ' || *from == '\n');)
			from++;
	}
	part->word_count = rows->count - part->words;
	arena_free(&paging.trial);
}

/* Whether it can be parted by its sentences: not where the title of an event fills a page. */
static bool is_parted(const struct stage *stage, struct paged of, int right)
{
	enum { TEXT_LEAST = 3 }; /* lines */
	struct rows head = rows_part(&stage->rows, stage->rows.paper.width);
	if (of.quote || !of.event)
		return of.quote != NULL;
	scene_event_head_add(&head, of.record, of.event, HANG, right);
	return of.event->summary && head.count + 1 + TEXT_LEAST <= stage->height;
}

/* The part whose words, and whose speaker, are the last rows; adds what is asked of it. */
static void part_end(
	struct stage *stage, struct stage_part *part, struct paged of, const char *ask, int right)
{
	uint32_t tail;
	struct rows *rows = &stage->rows;
	part->ask = rows->count;
	if (ask)
		rows_paragraph(rows, style_of(ROLE_TITLE), ask, HANG, right);
	part->ask_count = rows->count - part->ask;
	part->left = stage_centre(rows, part->words, HANG);
	if (stage_is_paged(stage, part, &tail) && is_parted(stage, of, right))
		pages_lay(stage, part, of, tail, right);
	stage_part_add(stage, part);
}

static void event_part(struct stage *stage, const struct record *record, const struct scene *scene,
	int number, const char *ask, int right)
{
	struct stage_part part = {.number = number, .words = stage->rows.count};
	scene_event_add(&stage->rows, record, &record->events[scene->event], HANG, right);
	part.word_count = stage->rows.count - part.words;
	part_end(stage, &part,
		(struct paged){.record = record, .event = &record->events[scene->event]}, ask,
		right);
}

/* Where a source stands is told of all that a lesson shows: of one that stops at a day, at which some had not
 * come out, of none. */
static bool tells_stances(const struct scenes *scenes)
{
	return !(scenes->plan && scenes->plan->as_of);
}

static void quote_part(struct stage *stage, const struct record *record, const struct quote *quote,
	int number, const char *ask, bool asked, bool stance, int right)
{
	struct rows *rows = &stage->rows;
	int indent = right > 8 * INDENT ? HANG + INDENT : HANG;
	struct stage_part part = {.number = number, .text = quote->text, .words = rows->count};
	scene_quote_add(rows, quote, HANG, right);
	part.word_count = rows->count - part.words;
	part.below = rows->count;
	scene_speaker_add(rows, record, quote, asked, indent, right);
	uint32_t spoken = rows->count;
	if (stance)
		scene_stance_add(rows, record, quote, indent, right);
	part.below_count = rows->count - part.below;
	part.below_spare = rows->count - spoken;
	part.brief = rows->count;
	if (ask)
		scene_brief_add(rows, record, quote, indent, right);
	part.brief_count = rows->count - part.brief;
	part_end(stage, &part, (struct paged){.quote = quote}, ask, right);
}

static void outcome_part(struct stage *stage, const struct event *event, int right)
{
	struct stage_part part = {.number = SCENE_OUTCOME, .words = stage->rows.count};
	scene_outcome_add(&stage->rows, event, HANG, right);
	part.word_count = stage->rows.count - part.words;
	part_end(stage, &part, (struct paged){.quote = NULL}, NULL, right);
}

/* Whether an event names who speaks some of the words of its scene. */
static bool event_tells(
	const struct record *record, const struct scenes *scenes, const struct scene *scene)
{
	bool tells = false;
	for (uint32_t n = 0; n < scene->count && !tells; n++)
		tells = giveaway_of_event(record, &record->events[scene->event],
			&record->quotes[scenes->quotes[scene->first + n]]);
	return tells;
}

/* What a lesson has told when a scene is over. */
static struct result told_after(const struct result *result, const struct scene_wants *wants)
{
	struct result told = *result;
	if (wants->telling) {
		told.telling = wants->telling;
		told.reached = telling_after(
			wants->scenes, (uint32_t)(wants->scene - wants->scenes->at));
	}
	return told;
}

/* Whether an event names who is heard in a later scene. */
static bool names_later(const struct result *told, const struct event *event)
{
	return waits_text(told, event->title) || waits_text(told, event->summary);
}

/* Whether this or an earlier scene shows the event of itself. */
static bool is_planned(const struct scene_wants *wants)
{
	bool is = false;
	for (const struct scene *at = wants->scenes->at; at <= wants->scene && !is; at++)
		is = at->kind == SCENE_WORDS && at->event == wants->scene->event &&
			(at->event_first || at->ask || !at->count);
	return is;
}

/* An event with its words. What is asked of it waits for the words that it brings, not for those
 * that the plan lists by themselves. An event that names who speaks comes behind the words, whatever
 * is wanted, but for a plan that lists it before them; one that names who is heard later does not come
 * for being wanted. What came of it is told last, in the last of its scenes. */
static void words_lay(struct stage *stage, const struct result *result,
	const struct scene_wants *wants, int right)
{
	const struct record *record = result->record;
	const struct scene *scene = wants->scene;
	const struct event *event = &record->events[scene->event];
	const struct result told = told_after(result, wants);
	bool waits = scene->ask && scene->count && !scene->event_first;
	bool wanted = wants->event_first && !names_later(&told, event);
	bool tells = wanted && !scene->event_first && event_tells(record, wants->scenes, scene);
	bool before = (wanted && !tells) || scene->event_first || !scene->count;
	if (before)
		event_part(stage, record, scene, SCENE_EVENT, waits ? NULL : scene->ask, right);
	for (uint32_t n = 0; n < scene->count; n++) {
		const char *ask = wants->scenes->asks[scene->first + n];
		quote_part(stage, record, &record->quotes[wants->scenes->quotes[scene->first + n]],
			(int)n, ask, ask || waits, tells_stances(wants->scenes), right);
	}
	if (waits || tells)
		event_part(stage, record, scene, SCENE_EVENT_AGAIN, scene->ask, right);
	if ((before || tells || is_planned(wants)) && event->outcome &&
		!waits_outcome(&told, event))
		outcome_part(stage, event, right);
}

/* ---- pages of a plan ---- */

/* At the beginning the title, the question, and how long it takes; at the end, that it is the end, and the
 * question again. */
static void plan_lay(struct stage *stage, const struct scenes *scenes, bool opening, int right)
{
	struct rows *rows = &stage->rows;
	struct stage_part part = {0};
	struct buf words = {0};
	rows_paragraph(rows, style_of(opening ? ROLE_TITLE : ROLE_TEXT),
		opening ? scenes->plan->title : "The end of the lesson", HANG, right);
	if (scenes->plan->question) {
		rows_new(rows);
		rows_paragraph(rows, style_of(opening ? ROLE_TEXT : ROLE_TITLE),
			scenes->plan->question, HANG, right);
	}
	if (opening && scenes->plan->minutes > 0) {
		rows_new(rows);
		words_number(&words, (uint64_t)scenes->plan->minutes, "minute", "minutes");
		rows_phrase(rows, style_of(ROLE_SOURCE), &words, HANG, right);
	}
	part.word_count = rows->count;
	part_end(stage, &part, (struct paged){.quote = NULL}, NULL, right);
	buf_free(&words);
}

static void quiz_lay(struct stage *stage, const char *ask, int right)
{
	struct stage_part part = {0};
	rows_paragraph(&stage->rows, style_of(ROLE_TITLE), "Who said it?", HANG, right);
	if (ask) {
		rows_new(&stage->rows);
		rows_paragraph(&stage->rows, style_of(ROLE_TEXT), ask, HANG, right);
	}
	part.word_count = stage->rows.count;
	part_end(stage, &part, (struct paged){.quote = NULL}, NULL, right);
}

void scene_lay(struct arena *arena, const struct result *result, const struct scene_wants *wants,
	const struct paper *paper, struct stage *stage)
{
	const struct scene *scene = wants->scene;
	int right = HANG + measure_of(paper->width);
	stage_begin(stage, arena, paper, wants->height);
	switch (scene->kind) {
	case SCENE_WORDS:
		words_lay(stage, result, wants, right);
		break;
	case SCENE_OPENING:
	case SCENE_CLOSING:
		plan_lay(stage, wants->scenes, scene->kind == SCENE_OPENING, right);
		break;
	case SCENE_TABLE:
		scene_table_lay(stage, result, wants->table, scene->ask);
		break;
	case SCENE_BESIDE:
		if (!scene_pair_lay(stage, result->record, scene))
			scene_beside_lay(stage, result, scene);
		break;
	case SCENE_QUESTIONS:
		quiz_lay(stage, scene->ask, right);
		break;
	}
}
