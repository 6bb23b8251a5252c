/* The foot of the index is what can be said of the selected line, and below that on the page of the
 * speakers who is silent. Its height is the same whatever is selected, but at the end of the
 * speakers, where there is room for all the silent. */
#include "layout/voices_foot.h"

#include "layout/voices_sheet.h"
#include "layout/words.h"
#include "layout/wrap.h"

#include <string.h>

enum {
	FROM = 18,      /* lines of the screen from which on there is one */
	MORE_FROM = 24, /* from which on who people are has a line more */
	LEAST = 3,      /* rows, with the empty one above */
	CLAIM = 5,      /* of a likeness, with what is likened */
	RAGGED = 6,     /* columns that a line loses at its end, half a long word */
};

/* What there is to know of a line: who a person is, a theme's note, where a source stands, who claims
 * a parallel, what a lesson asks. Nothing where the record says none of it. */
static void detail(struct buf *out, const struct signs *signs, const struct record *record,
	const struct voices_line *line)
{
	uint32_t n = line->of.index;
	const char *note = NULL;
	const struct refs *between = line->of.thing == THING_PARALLEL ? record->parallels[n].between
								      : NULL;
	switch ((enum thing)line->of.thing) {
	case THING_PERSON:
		words_about(out, signs, &record->people[n]);
		break;
	case THING_SOURCE:
		if (record->sources[n].fields[SOURCE_PERSPECTIVE])
			buf_text(out, WORDS_EDITOR);
		note = record_told(record, line->of);
		break;
	case THING_THEME:
	case THING_VIEW:
		note = record_told(record, line->of);
		break;
	case THING_PARALLEL:
		words_name(out, record, record->parallels[n].claimed_by);
		buf_text(out, " draws a parallel between ");
		for (uint32_t i = 0; i < between->count && i < 8; i++)
			buf_format(out, "%s%s",
				!i                                ? ""
					: i + 1 == between->count ? " and "
								  : ", ",
				record_name(record, between->at[i]));
		buf_format(out, ": %s", record->parallels[n].claim);
		if (record->parallels[n].disputed_by) {
			buf_text(out, " Disputed by ");
			words_list(out, record, record->parallels[n].disputed_by);
			buf_char(out, '.');
		}
		break;
	default:
		break;
	}
	if (note)
		buf_text(out, note);
}

/* Where a line of it ends. */
static int edge(const struct paper *paper)
{
	return paper->width > ROWS_FOOT + 2 ? 1 + ROWS_FOOT : paper->width - 1;
}

static int name_columns(const struct paper *paper, const struct record *record, uint32_t person)
{
	const char *name = record->people[person].name;
	return text_width(paper->form, name, strlen(name));
}

/* Whether a text has room in so many rows. */
static bool has_room(const struct paper *paper, const struct buf *text, int rows)
{
	struct wrap wrap;
	struct wrap_line line;
	wrap_begin(&wrap, paper->form, text->text, text->len);
	while (rows >= 0 && wrap_next(&wrap, edge(paper) - 1, 0, &line))
		rows--;
	return rows >= 0;
}

/* The first so many of the silent, and how many there are beside them. */
static void silent_words(struct buf *out, const struct record *record, const struct voices *voices,
	const char *within, uint32_t count, const char *hint)
{
	uint32_t left = voices->silent_count - count;
	buf_format(out, "At the table, without a word %s: ", within);
	for (uint32_t n = 0; n < count; n++)
		buf_format(out, "%s%s", n ? ", " : "", record->people[voices->silent[n]].name);
	if (!left)
		return;
	buf_text(out, count ? " and " : "");
	words_figure(out, left);
	buf_format(out, "%s%s", count ? " more" : " in all", hint);
}

/* As many names as these rows of the paper hold; the hint stands behind the number of the others.
 * Nothing where there are none. */
static void silent(struct buf *out, const struct record *record, const struct voices *voices,
	const char *within, const struct paper *paper, int rows, const char *hint)
{
	int left = rows * edge(paper);
	uint32_t count = 0;
	if (!voices->silent_count)
		return;
	/* As many as fill the rows, and then as have room in them. */
	while (count < voices->silent_count && left > 0)
		left -= name_columns(paper, record, voices->silent[count++]) + 2;
	silent_words(out, record, voices, within, count, hint);
	while (count && !has_room(paper, out, rows)) {
		buf_clear(out);
		silent_words(out, record, voices, within, --count, hint);
	}
	if (!has_room(paper, out, rows)) {
		buf_clear(out);
		silent_words(out, record, voices, within, 0, "");
	}
}

/* ---- the foot ---- */

/* Rows that the longest note of the themes needs, or where a source stands; at most a third of the body. */
static int notes_rows(const struct voices_foot *foot)
{
	int width = edge(&foot->paper) - 1 - RAGGED, most = foot->body / 3;
	if (width < RAGGED)
		return LEAST;
	size_t lead = foot->page == VOICES_SOURCES ? sizeof WORDS_EDITOR : 0;
	int needed = (int)((foot->voices->note_most + lead) / (size_t)width) + 2;
	return needed < LEAST ? LEAST : needed < most ? needed : most;
}

void voices_foot_add(struct rows *rows, struct arena *arena, const struct record *record,
	const struct voices_foot *foot, int most)
{
	const struct style style = style_of(ROLE_NOTE);
	struct buf text = {0};
	bool speakers = foot->page == VOICES_SPEAKERS;
	rows_begin(rows, arena, &foot->paper);
	if (foot->line && foot->beside) { /* far from the line that it tells of */
		voices_line_name(&text, record, foot->line, false);
		rows_phrase(rows, style_party(ROLE_TITLE, record_color(record, foot->line->of)),
			&text, 1, edge(&foot->paper));
	}
	if (foot->line)
		detail(&text, foot->paper.signs, record, foot->line);
	rows_phrase(rows, speakers ? style_of(ROLE_TEXT) : style, &text, 1, edge(&foot->paper));
	if (foot->beside && rows->count)
		rows_new(rows);
	most -= (int)rows->count;
	if (!foot->at_end && most > LEAST - 1)
		most = LEAST - 1;
	if (speakers && !foot->narrowed && most > 0)
		silent(&text, record, foot->voices, foot->within, &foot->paper, most,
			foot->at_end ? "" : " (End shows them)");
	rows_phrase(rows, style, &text, 1, edge(&foot->paper));
	buf_free(&text);
}

int voices_foot_rows(const struct record *record, const struct voices_foot *foot)
{
	bool speakers = foot->page == VOICES_SPEAKERS;
	int most = foot->body / 2, least = LEAST;
	if (foot->screen < FROM)
		return 0;
	if (foot->page == VOICES_THEMES || foot->page == VOICES_SOURCES)
		return notes_rows(foot);
	if (foot->page == VOICES_PARALLELS)
		return CLAIM;
	least += speakers && foot->voices->described && foot->screen >= MORE_FROM;
	if (!speakers || !foot->at_end)
		return least;
	struct arena arena = {0};
	struct rows rows;
	voices_foot_add(&rows, &arena, record, foot, foot->body);
	int needed = (int)rows.count + 1;
	arena_free(&arena);
	return needed < least ? least : needed < most ? needed : most;
}
