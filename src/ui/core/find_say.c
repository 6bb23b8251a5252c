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

/* Whether the hit at hand is the first answer to what was typed, with others before it: then it is
 * told from where it is, not which of them it is. */
static bool is_best(const struct find *find)
{
	return find->likeliest && find->counted && find->at > 1 && !find->hidden.text;
}

/* "3 of 17", "best match of 17", "17 hits", "no match". */
static void count_words(const struct find *find, bool best, struct buf *out)
{
	uint32_t all = find->count.events + find->count.quotes;
	if (!find->counted)
		buf_text(out, "counting");
	else if (!all)
		buf_text(out, "no match");
	else if (find->at) {
		if (best)
			buf_text(out, "best match");
		else
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
	count_words(find, is_best(find), out);
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

/* What Enter does with the hit at hand: of an event without words there is what is told of it. */
static const char *into_words(const struct app *app)
{
	struct ref last = app->find->last;
	if (last.thing == THING_QUOTE)
		return "Enter links";
	if (last.thing == THING_EVENT &&
		!result_quote_count(app->result, &app->record->events[last.index]))
		return "Enter about it";
	return "Enter words";
}

enum brief { IN_WORDS, BRIEF, BRIEFEST };

/* What leads on from the hit at hand: to those later and earlier in time, to where else it is told
 * of, and what one does with it, in words, brief, or as briefly as can be. Says whether what Enter
 * does has room in so many columns; where there is none for all, what stands last is left out. */
static bool write_further(const struct app *app, struct buf *out, int columns, enum brief brief)
{
	const struct find *find = app->find;
	uint32_t all = find->count.events + find->count.quotes;
	bool quote = find->last.thing == THING_QUOTE;
	struct buf told = {0};
	find_told_words(&find->told, brief != IN_WORDS, &told);
	bool later = !find->at || find->at < all, earlier = !find->at || find->at > 1;
	const char *const further[] = {
		later && earlier  ? "n later, N earlier"
			: later   ? "n later"
			: earlier ? "N earlier"
				  : "",
		buf_string(&told),
		quote ? "y copy" : "",
		into_words(app),
		quote ? "W who?" : "",
		"Esc ends it",
	};
	enum { INTO = 3 };
	size_t n = 0;
	bool first = true;
	for (; n < sizeof further / sizeof *further; n++) {
		const char *words = further[n];
		if (!*words)
			continue;
		int room = columns - width_of(app, out) - 2;
		if (n == 0 && (brief == BRIEFEST || text_width(NULL, words, strlen(words)) > room))
			words = later && earlier ? "n N" : later ? "n" : "N";
		if (text_width(NULL, words, strlen(words)) > room)
			break;
		buf_format(out, "%s%s", first ? "; " : ", ", words);
		first = false;
	}
	buf_free(&told);
	return n > INTO;
}

static void further_words(const struct app *app, struct buf *out, int columns)
{
	size_t before = out->len;
	for (enum brief brief = IN_WORDS; brief <= BRIEFEST; brief++) {
		if (write_further(app, out, columns, brief))
			return;
		buf_cut(out, before);
	}
	write_further(app, out, columns, IN_WORDS);
}

void find_say(struct app *app, bool round)
{
	struct find *find = app->find;
	struct buf said = {0}, rest = {0};
	int columns = app->cols - 2;
	buf_text(&rest, ": ");
	count_words(find, is_best(find), &rest);
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
	further_words(app, &said, columns);
	app_say(app, "%s", buf_string(&said));
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
