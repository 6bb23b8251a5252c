/* Each part of what is said has fewer words where there is less room, and the reason of a hit, which
 * nothing on the screen shows, comes before how to go on. */
#include "ui/core/find.h"

#include "base/text.h"
#include "layout/rows.h"
#include "layout/words.h"
#include "layout/words_hit.h"

#include <string.h>

enum {
	NARROW = 48,    /* up to so many columns a reason has the whole line, but for */
	TYPED_LEAST = 4 /* these */
};

/* Whether there are hits before the one at hand. */
static bool has_earlier(const struct find *find)
{
	return find->counted && find->at > 1;
}

/* That there are: from the card, why the search did not begin at the first. */
static void earlier_words(const struct find *find, bool likeliest, struct buf *out)
{
	if (!has_earlier(find))
		return;
	buf_text(out, likeliest ? ", the likeliest, " : ", ");
	words_figure(out, find->at - 1);
	buf_text(out, " earlier");
}

/* "3 of 17", "17 hits", "no match". */
static void count_words(const struct find *find, struct buf *out)
{
	uint32_t all = find->count.events + find->count.quotes;
	if (!find->counted)
		buf_text(out, "counting");
	else if (!all)
		buf_text(out, "no match");
	else if (find->at) {
		words_figure(out, find->at);
		buf_text(out, " of ");
		words_figure(out, all);
	} else {
		words_number(out, all, "hit", "hits");
	}
}

static int width_of(const struct app *app, const struct buf *words)
{
	return text_width(app->form, words->text, words->len);
}

/* Adds why the hit at hand is one, where no pane shows it, in so many columns. */
static void why_words(const struct app *app, struct buf *out, int columns)
{
	const struct find *find = app->find;
	const struct hit_why why = {app->record, app->signs, app->form, &find->pattern};
	if (!find->hidden.text)
		return;
	buf_text(out, ", ");
	words_hit(out, &why, &find->hidden, columns - 2);
}

void find_hit_words(const struct app *app, struct buf *out)
{
	const struct find *find = app->find;
	count_words(find, out);
	earlier_words(find, find->from.event < 0 && !find->hidden.text, out);
	why_words(app, out, app->cols - 2 - width_of(app, out));
}

/* Adds "/" and what was typed, as much of it as fits. */
static void typed_words(struct app *app, struct buf *out, int columns)
{
	struct arena arena = {0};
	struct paper paper = app_paper(app, app->cols);
	struct rows rows;
	rows_begin(&rows, &arena, &paper);
	rows_new(&rows);
	rows_cut(&rows, style_of(ROLE_TEXT), buf_string(&app->find->text), columns - 1);
	buf_char(out, '/');
	for (const struct span *span = rows.at[0].spans; span; span = span->next)
		buf_add(out, span->text, span->len);
	arena_free(&arena);
}

/* How to go on from the hit at hand, in fewer words each time, at last in none: where Enter leads from it,
 * an answer or a likeness, is kept longer than how the search ends. */
static void further_words(const struct find *find, bool earlier, int fewer, struct buf *out)
{
	bool quote = find->last.thing == THING_QUOTE;
	static const char *const further[2][4] = {
		{"; n N go on, Enter words, Esc ends it", "; n N go on, Enter words", "; n N go on",
			""},
		{"; n N go on, Enter links, Esc ends it", "; n N go on, Enter links", "; n N go on",
			""}};
	static const char *const back[][4] = {
		{"; N: the ", " earlier, n: on", ", Enter words, Esc ends it",
			", Enter links, Esc ends it"},
		{"; N: the ", " earlier, n: on", ", Enter words", ", Enter links"},
		{"; N: the ", " earlier, n: on", "", ""}, {", ", " earlier", "", ""},
		{"", "", "", ""}};
	if (!earlier) {
		buf_text(out, further[quote][fewer]);
		return;
	}
	if (!*back[fewer][0])
		return;
	buf_text(out, back[fewer][0]);
	words_figure(out, find->at - 1);
	buf_text(out, back[fewer][1]);
	buf_text(out, back[fewer][2 + quote]);
}

void find_say(struct app *app, bool round)
{
	struct find *find = app->find;
	struct buf said = {0}, rest = {0}, further = {0};
	bool earlier = find->likeliest && !find->hidden.text && has_earlier(find);
	int columns = app->cols - 2;
	buf_text(&rest, ": ");
	count_words(find, &rest);
	buf_text(&rest, earlier && columns > NARROW ? ", the likeliest" : "");
	/* The number tells it, too, where a reason needs the room. */
	bool told = round && !(find->hidden.text && columns < NARROW);
	buf_text(&rest, told ? ", round the end" : "");
	/* Of what was typed a quarter of the line is kept where a reason needs the rest. */
	typed_words(app, &said,
		find->hidden.text ? (columns > NARROW ? columns / 4 : TYPED_LEAST)
				  : columns - width_of(app, &rest));
	buf_add(&said, rest.text, rest.len);
	buf_free(&rest);
	why_words(app, &said, columns - width_of(app, &said));
	int n = 0;
	do {
		buf_clear(&further);
		further_words(find, earlier, n++, &further);
	} while (further.len && width_of(app, &said) + width_of(app, &further) > columns);
	app_say(app, "%s%s", buf_string(&said), buf_string(&further));
	buf_free(&further);
	buf_free(&said);
	buf_clear(&find->saying);
	buf_text(&find->saying, app_said(app));
	find->round = round;
}

void find_say_again(struct app *app)
{
	const struct find *find = app->find;
	if (find->saying.len && strcmp(app_said(app), buf_string(&find->saying)) == 0)
		find_say(app, find->round);
}
