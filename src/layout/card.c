/* The card is one block, set in a measure and centred across; its height is what it needs. Of a
 * view it tells what the lesson asks, and lists its scenes; else it lists what lessons there are. */
#include "layout/card.h"

#include "base/buf.h"
#include "layout/words.h"
#include "layout/words_quote.h"
#include "layout/wrap.h"
#include "query/past.h"
#include "query/scenes.h"

#include <stdio.h>
#include <string.h>

enum { CARD_MEASURE = 62, LEGEND_TEXT = 9, SOURCES_MOST = 12, SCENES_MOST = 99, SCENE_TITLE = 4 };

static void paragraph(struct rows *rows, enum role role, const char *text, int left, int right)
{
	if (text)
		rows_paragraph(rows, style_of(role), text, left, right);
}

static void means_add(struct rows *rows, int left, const char *means)
{
	rows_to(rows, left + LEGEND_TEXT);
	rows_wrap_beside(rows, style_of(ROLE_TEXT), means, strlen(means), left + LEGEND_TEXT,
		rows->paper.width - 1);
}

static void legend(struct rows *rows, int left, enum role role, const char *sign, const char *means)
{
	rows_new(rows);
	rows_to(rows, left);
	rows_copy(rows, style_of(role), sign);
	means_add(rows, left, means);
}

/* Two keys are two, not one after the other: what stands between them is no key. */
static void way(struct rows *rows, int left, const struct card_way *way)
{
	rows_new(rows);
	rows_to(rows, left);
	for (const char *at = way->key; *at;) {
		size_t key = strcspn(at, ","), between = strspn(at + key, ", ");
		rows_add(rows, style_of(ROLE_KEY), at, key);
		rows_add(rows, style_of(ROLE_TEXT), at + key, between);
		at += key + between;
	}
	means_add(rows, left, way->leads);
}

static void ways_add(struct rows *rows, int left, const struct card_way *ways)
{
	rows_blank(rows);
	for (; ways->key; ways++)
		way(rows, left, ways);
}

void card_legend_add(struct rows *rows, int left, bool marked)
{
	const struct signs *signs = rows->paper.signs;
	struct buf marks = {0};
	buf_format(&marks, "%s%s%s", signs->open, signs->cut, signs->close);
	legend(rows, left, ROLE_QUOTE, buf_string(&marks),
		"exact words; who printed them stands below");
	legend(rows, left, ROLE_REPORT, "", "without marks: reported, in the source's words");
	legend(rows, left, ROLE_VIEW, signs->view, "a source's own view");
	buf_clear(&marks);
	buf_format(&marks, "%s %s", signs->words, signs->no_words);
	legend(rows, left, ROLE_MARK, buf_string(&marks),
		"an event with words in the record; one without");
	if (marked) {
		legend(rows, left, ROLE_FOCUS, signs->marked,
			"beside what m has marked; M lists it");
		buf_clear(&marks);
		buf_format(&marks, "%s %s", signs->bars[0], signs->bars[7]);
		legend(rows, left, ROLE_MARK, buf_string(&marks),
			"the years above: few events, many");
		legend(rows, left, ROLE_FOCUS, signs->here, "there, the selected event");
	}
	buf_free(&marks);
}

static void minutes_words(struct buf *buf, const struct view *view)
{
	words_number(buf, (uint64_t)view->minutes, "minute", "minutes");
}

/* The question of a lesson; what is for its teacher stays off a screen that a class sees. Of one
 * without a question what the curator says about it. */
static void plan_add(struct rows *rows, const struct view *view, int left, int right)
{
	struct buf words = {0};
	rows_blank(rows);
	paragraph(rows, ROLE_TITLE, view->title, left, right);
	paragraph(rows, ROLE_TEXT, view->question ? view->question : view->note, left, right);
	if (view->minutes > 0) {
		minutes_words(&words, view);
		rows_phrase(rows, style_of(ROLE_NOTE), &words, left, right);
	}
	buf_free(&words);
}

/* What a day hides: who comes to the card by it looks for what was there. */
static void day_add(struct rows *rows, const char *day, int left, int right)
{
	struct buf words = {0};
	rows_blank(rows);
	buf_format(&words, "As of %s: only what was public by that day.", day);
	rows_phrase(rows, style_of(ROLE_WARN), &words, left, right);
	buf_text(&words,
		"Words count as public from the day on which they were said, also where a source "
		"printed them later. Left out are also the editor's words that look back from "
		"today.");
	rows_phrase(rows, style_of(ROLE_NOTE), &words, left, right);
	buf_free(&words);
}

/* The next plan that is listed, from a place in the record on; -1 behind the last. */
static int64_t plan_from(const struct record *record, int64_t from)
{
	for (; from < record->counts[THING_VIEW]; from++)
		if (!record_hides(record, record_ref(THING_VIEW, (uint32_t)from)))
			return from;
	return -1;
}

int64_t card_plan(const struct record *record, int nth)
{
	int64_t plan = plan_from(record, 0);
	while (--nth > 0 && plan >= 0)
		plan = plan_from(record, plan + 1);
	return plan;
}

uint32_t card_plans(const struct record *record)
{
	uint32_t count = 0;
	for (int64_t plan = -1; (plan = plan_from(record, plan + 1)) >= 0;)
		count++;
	return count;
}

/* Where minutes begin, behind the widest title; 0 where there is no room beside it. */
static int minutes_column(const struct rows *rows, const struct record *record, int left)
{
	enum { GAP = 3, MINUTES = 11 };
	int most = 0;
	for (int64_t plan = -1; (plan = plan_from(record, plan + 1)) >= 0;) {
		const char *title = record->views[plan].title;
		int width = text_width(rows->paper.form, title, strlen(title));
		most = width > most ? width : most;
	}
	int column = left + most + GAP;
	return column + MINUTES < rows->paper.width ? column : 0;
}

/* "What is a respite?   20 minutes", a stop for each plan. */
static void plans_add(struct rows *rows, const struct record *record, int left)
{
	int nth = 0;
	if (!card_plans(record))
		return;
	int column = minutes_column(rows, record, left);
	rows_blank(rows);
	rows_new(rows);
	rows_to(rows, left);
	rows_text(rows, style_of(ROLE_NOTE), "Lesson plans");
	for (int64_t plan = -1; (plan = plan_from(record, plan + 1)) >= 0;) {
		const struct view *view = &record->views[plan];
		struct buf minutes = {0};
		rows_stop(rows, ++nth);
		rows_paragraph(rows, style_of(ROLE_TEXT), view->title, left,
			column ? column - 1 : rows->paper.width - 1);
		if (column && view->minutes > 0) {
			minutes_words(&minutes, view);
			rows_to(rows, column);
			rows_copy(rows, style_of(ROLE_NOTE), buf_string(&minutes));
		}
		buf_free(&minutes);
	}
}

/* What a scene is called: by its event, which is the setting of its words, or by what it is. */
static const char *scene_words(
	struct rows *rows, const struct record *record, const struct scene *scene)
{
	struct buf words = {0};
	if (scene->kind == SCENE_WORDS)
		return record->events[scene->event].title;
	words_scene(&words, record, scene->step);
	const char *title = buf_kept(&words, rows->arena);
	buf_free(&words);
	return title;
}

/* Whether another scene of the list has words of the same event. */
static bool is_twice(const struct scenes *scenes, const struct scene *scene)
{
	uint32_t count = 0;
	for (uint32_t n = 0; n < scenes->count; n++)
		count += scenes->at[n].kind == SCENE_WORDS && scenes->at[n].event == scene->event;
	return count > 1;
}

/* The title, and of scenes of one event what the words of each begin with: "What Ukraine proposes: “If we
 * manage to consolidate…". */
static const char *scene_title(struct rows *rows, const struct record *record,
	const struct scenes *scenes, const struct scene *scene, struct tongue *tongue)
{
	enum { BEGINNING = 32 };
	const char *title = scene_words(rows, record, scene);
	if (scene->kind != SCENE_WORDS || !scene->count || !is_twice(scenes, scene))
		return title;
	const struct quote *quote = &record->quotes[scenes->quotes[scene->first]];
	const struct signs *signs = rows->paper.signs;
	struct buf words = {0};
	struct wrap wrap;
	struct wrap_line line;
	wrap_begin(&wrap, rows->paper.form, quote->text, strlen(quote->text));
	buf_format(&words, "%s: ", title);
	size_t from = words.len;
	buf_text(&words, words_quote_look(signs, quote).before);
	if (wrap_next(&wrap, BEGINNING, 0, &line))
		buf_add(&words, line.text, line.len);
	if (wrap_next(&wrap, BEGINNING, 0, &line))
		buf_text(&words, signs->cut);
	else
		buf_text(&words, words_quote_look(signs, quote).after);
	title = buf_kept(&words, rows->arena);
	*tongue = (struct tongue){from, words.len, words_language_number(quote->language)};
	buf_free(&words);
	return title;
}

/* " 3  What Ukraine proposes", a stop for each scene that has a number. */
static void scenes_add(struct rows *rows, const struct result *result, const struct view *view,
	int left, int right)
{
	struct scenes scenes;
	scenes_collect(rows->arena, result, view, &scenes);
	if (!scenes.numbered)
		return;
	rows_blank(rows);
	rows_new(rows);
	rows_to(rows, left);
	rows_text(rows, style_of(ROLE_NOTE), "Scenes");
	for (uint32_t n = 0; n < scenes.numbered && n < SCENES_MOST; n++) {
		struct tongue tongue = {0};
		const char *title = scene_title(rows, result->record, &scenes,
			&scenes.at[scenes.number_first + n], &tongue);
		uint32_t first = rows->count;
		char number[16];
		snprintf(number, sizeof number, "%2u", (unsigned)n + 1);
		rows_stop(rows, (int)n + 1);
		rows_new(rows);
		rows_to(rows, left);
		rows_copy(rows, style_of(ROLE_NOTE), number);
		rows_to(rows, left + SCENE_TITLE);
		rows_wrap_beside(
			rows, style_of(ROLE_TEXT), title, strlen(title), left + SCENE_TITLE, right);
		rows_tongue(rows, first, title, tongue);
	}
	if (scenes.numbered > SCENES_MOST) {
		struct buf more = {0};
		rows_stop(rows, -1);
		buf_format(&more, "and %u more", (unsigned)(scenes.numbered - SCENES_MOST));
		rows_phrase(rows, style_of(ROLE_NOTE), &more, left + SCENE_TITLE, right);
		buf_free(&more);
	}
}

/* The sources of which the record says where they stand, unless all are so: the first by name, and how
 * many more there are. */
static void sources_add(struct rows *rows, const struct record *record, int left, int right)
{
	struct buf names = {0};
	uint32_t count = 0, all = 0;
	for (uint32_t n = 0; n < record->counts[THING_SOURCE]; n++) {
		struct ref of = record_ref(THING_SOURCE, n);
		if (record_hides(record, of))
			continue;
		all++;
		if (!record->sources[n].fields[SOURCE_PERSPECTIVE] || ++count > SOURCES_MOST)
			continue;
		buf_text(&names, count > 1 ? "; " : "");
		words_source_short(&names, record, of, NULL);
	}
	if (count > SOURCES_MOST)
		buf_format(&names, "; and %u more", (unsigned)(count - SOURCES_MOST));
	if (count && count < all) {
		rows_stop(rows, -1);
		rows_blank(rows);
		paragraph(rows, ROLE_NOTE,
			count == 1 ? "A source with a view of its own (s says where it stands)"
				   : "Sources with a view of their own (s says where each stands)",
			left, right);
		rows_phrase(rows, style_of(ROLE_TEXT), &names, left, right);
	}
	buf_free(&names);
}

void card_add(struct rows *rows, const struct result *result, const struct view *view,
	const struct card_selected *selected, const struct card_way *ways)
{
	const struct record *record = result->record;
	int measure = rows->paper.width - 4 < CARD_MEASURE ? rows->paper.width - 4 : CARD_MEASURE;
	int left = (rows->paper.width - measure) / 2;
	if (left > 10)
		left = 10;
	int right = left + measure;
	rows_stop(rows, 0);
	rows_blank(rows);
	paragraph(rows, ROLE_TITLE, record->title, left, right);
	paragraph(rows, ROLE_SOURCE, record->subtitle, left, right);
	if (selected->what) {
		rows_blank(rows);
		paragraph(rows, ROLE_TITLE, selected->what, left, right);
		paragraph(rows, ROLE_TEXT, selected->note, left, right);
	}
	if (view) {
		plan_add(rows, past_view(record, view), left, right);
	} else if (record->description && !selected->what) {
		rows_blank(rows);
		paragraph(rows, ROLE_TEXT, record->description, left, right);
	}
	if (selected->day)
		day_add(rows, selected->day, left, right);
	if (!result_known(result)->event_count && result->day != DATE_OPEN_END) {
		rows_blank(rows);
		paragraph(rows, ROLE_WARN, "Nothing of this record was known by that day.", left,
			right);
	}
	if (view)
		ways_add(rows, left, ways);
	rows_blank(rows);
	card_legend_add(rows, left, false);
	if (!view)
		ways_add(rows, left, ways);
	if (view)
		scenes_add(rows, result, view, left, right);
	else
		plans_add(rows, record, left);
	if (!view)
		sources_add(rows, record, left, right);
}
