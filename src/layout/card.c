/* The card is one block, set in a measure and centred across; its height is what it needs. Of a
 * view it tells what the lesson asks; else it lists what lessons there are. */
#include "layout/card.h"

#include "base/buf.h"
#include "layout/words.h"
#include "query/past.h"

#include <string.h>

enum { CARD_MEASURE = 62, LEGEND_TEXT = 9 };

static void paragraph(struct rows *rows, enum role role, const char *text, int left, int right)
{
	if (text)
		rows_paragraph(rows, style_of(role), text, left, right);
}

static void legend(struct rows *rows, int left, enum role role, const char *sign, const char *means)
{
	rows_new(rows);
	rows_to(rows, left);
	rows_copy(rows, style_of(role), sign);
	rows_to(rows, left + LEGEND_TEXT);
	rows_wrap_beside(rows, style_of(ROLE_TEXT), means, strlen(means), left + LEGEND_TEXT,
		rows->paper.width - 1);
}

void card_legend_add(struct rows *rows, int left)
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

/* "What is a respite? (15 minutes)" in the arena. */
static const char *plan_words(struct rows *rows, const struct view *view)
{
	struct buf words = {0};
	buf_text(&words, view->title);
	if (view->minutes > 0) {
		buf_text(&words, " (");
		minutes_words(&words, view);
		buf_text(&words, ")");
	}
	const char *text = arena_text(rows->arena, buf_string(&words), words.len);
	buf_free(&words);
	return text;
}

/* "respite   What is a respite? (15 minutes)", a row or more for each plan. */
static void plans_add(struct rows *rows, const struct record *record, int left, int right)
{
	static const char head[] = "Lesson plans: type : and the name";
	int names = 0;
	uint32_t count = record->counts[THING_VIEW];
	for (uint32_t i = 0; i < count; i++) {
		const char *id = record->views[i].id;
		if (record_hides(record, record_ref(THING_VIEW, i)))
			continue;
		int width = text_width(rows->paper.form, id, strlen(id));
		names = width > names ? width : names;
	}
	if (!names)
		return;
	int column = left + names + 2;
	rows_blank(rows);
	paragraph(rows, ROLE_NOTE, head, left, right);
	for (uint32_t i = 0; i < count; i++) {
		const struct view *view = &record->views[i];
		if (record_hides(record, record_ref(THING_VIEW, i)))
			continue;
		rows_new(rows);
		rows_to(rows, left);
		rows_copy(rows, style_of(ROLE_KEY), view->id);
		if (column + 20 > rows->paper.width) {
			rows_new(rows);
			column = left + 2;
		}
		rows_to(rows, column);
		const char *words = plan_words(rows, view);
		rows_wrap_beside(rows, style_of(ROLE_TEXT), words, strlen(words), column,
			rows->paper.width - 1);
	}
}

void card_add(struct rows *rows, const struct result *result, const struct view *view,
	const char *selected, const struct card_way *ways)
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
	if (selected) {
		rows_blank(rows);
		paragraph(rows, ROLE_TITLE, selected, left, right);
	}
	if (view) {
		plan_add(rows, past_view(record, view), left, right);
	} else if (record->description) {
		rows_blank(rows);
		paragraph(rows, ROLE_TEXT, record->description, left, right);
	}
	if (!result_known(result)->event_count && result->day != DATE_OPEN_END) {
		rows_blank(rows);
		paragraph(rows, ROLE_WARN, "Nothing of this record was known by that day.", left,
			right);
	}
	rows_blank(rows);
	card_legend_add(rows, left);
	rows_blank(rows);
	for (; ways->key; ways++)
		legend(rows, left, ROLE_KEY, ways->key, ways->leads);
	if (!view)
		plans_add(rows, record, left, right);
}
