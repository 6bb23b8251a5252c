/* Each part of what is said has fewer words where there is less room. The keys to the other hits always
 * stand; then comes the reason of a hit, which nothing on the screen shows, then what else leads on. */
#include "ui/core/find.h"

#include "base/text.h"
#include "layout/event_page.h"
#include "layout/rows.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_hit.h"
#include "ui/core/filter.h"
#include "ui/core/spot.h"

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

/* What Enter does with the hit at hand: of an event without words there is what is told of it, and of one
 * that is compared to others that comes first. */
static const char *into_words(struct app *app)
{
	struct ref last = app->find->last;
	if (explorer_view.second(app))
		return "Enter compares";
	if (last.thing == THING_QUOTE)
		return spot_is_answered(app, last) ? "Enter answers" : "Enter links";
	if (last.thing == THING_EVENT) {
		const struct event *event = &app->record->events[last.index];
		if (!result_quote_count(app->result, event) ||
			event_page_is_compared(app->result, event))
			return "Enter about it";
	}
	return "Enter words";
}

/* Whether there are hits later and earlier than the one at hand, as far as that is known. */
static bool is_later(const struct find *find)
{
	return !find->at || find->at < find->count.events + find->count.quotes;
}

static bool is_earlier(const struct find *find)
{
	return !find->at || find->at > 1;
}

/* The event of a hit. */
static const struct event *event_of(const struct record *record, struct ref hit)
{
	return &record->events[hit.thing == THING_QUOTE ? record->quotes[hit.index].event
							: hit.index];
}

static bool year_of(const struct event *event, int64_t *year)
{
	if (!date_is_day(event->date->sort))
		return false;
	*year = date_to_civil(event->date->sort, false).year;
	return true;
}

/* Whether a hit is one by the name of a theme alone. */
static bool is_by_theme(struct app *app, struct ref hit)
{
	struct search_piece piece;
	return search_pieces(filter_search(app), &app->find->pattern, hit, &piece, 1) &&
		piece.thing.thing == THING_THEME &&
		piece.text == record_name(app->record, piece.thing);
}

/* Adds where n leads: "in 2025", a year that is another than where the hit at hand stands, or "by theme",
 * to what does not name it; nothing where the next hit is far in the text. */
static void onward_add(struct app *app, struct buf *out)
{
	enum { NEAR = 1 << 18 };
	const struct find *find = app->find;
	struct ref next;
	int64_t here, there;
	if (!find->counted || !is_later(find) || find->last.thing == THING_NONE ||
		!search_find_near(
			filter_search(app), &find->pattern, app->result, find->last, NEAR, &next))
		return;
	if (year_of(event_of(app->record, find->last), &here) &&
		year_of(event_of(app->record, next), &there) && here != there) {
		buf_text(out, "in ");
		words_year(out, there);
	} else if (is_by_theme(app, next)) {
		buf_text(out, "by theme");
	}
}

enum brief { IN_WORDS, BRIEF, BRIEFEST };

/* "n later, N earlier", "n on in 2025, N earlier", "n on by theme, N earlier", "n N"; nothing where there is
 * but one hit. */
static void along_words(struct buf *out, const struct find *find, const char *onward, bool brief)
{
	bool later = is_later(find), earlier = is_earlier(find);
	if (brief) {
		buf_format(out, "%s%s%s", later ? "n" : "", later && earlier ? " " : "",
			earlier ? "N" : "");
		return;
	}
	if (later)
		buf_format(out, *onward ? "n on %s" : "n later", onward);
	buf_format(out, "%s%s", later && earlier ? ", " : "", earlier ? "N earlier" : "");
}

/* How many columns are kept for the shortest of it. */
static int along_room(const struct find *find)
{
	struct buf words = {0};
	along_words(&words, find, "", true);
	int room = words.len ? 2 + (int)words.len : 0;
	buf_free(&words);
	return room;
}

/* What leads on from the hit at hand: to those later and earlier in time, to where else it is told
 * of, and what one does with it, in words, brief, or as briefly as can be. Says whether what Enter
 * does has room in so many columns; where there is none for all, what stands last is left out. */
static bool write_further(
	struct app *app, struct buf *out, int columns, const char *onward, enum brief brief)
{
	const struct find *find = app->find;
	bool quote = find->last.thing == THING_QUOTE;
	struct buf told = {0}, along = {0};
	find_told_words(find_told(app), brief != IN_WORDS, &told);
	along_words(&along, find, onward, brief == BRIEFEST);
	if (width_of(app, &along) > columns - width_of(app, out) - 2) {
		buf_clear(&along);
		along_words(&along, find, onward, true);
	}
	bool named = find->pattern.people_count > 0; /* somebody is looked for */
	const char *const further[] = {
		buf_string(&along),
		buf_string(&told),
		!quote          ? ""
			: named ? "W who?"
				: "y copy",
		into_words(app),
		"Esc ends",
		!quote          ? ""
			: named ? "y copy"
				: "W who?",
	};
	enum { INTO = 3 };
	size_t n = 0;
	bool first = true;
	for (; n < sizeof further / sizeof *further; n++) {
		const char *words = further[n];
		if (!*words)
			continue;
		if (text_width(NULL, words, strlen(words)) > columns - width_of(app, out) - 2)
			break;
		buf_format(out, "%s%s", first ? "; " : ", ", words);
		first = false;
	}
	buf_free(&along);
	buf_free(&told);
	return n > INTO;
}

/* In full, then briefer, for what Enter does to have room: what else it is told of, where n leads, which key
 * is which. Where all of it is too much, in full as far as that goes. */
static void further_words(struct app *app, struct buf *out, int columns)
{
	struct buf onward = {0};
	const size_t before = out->len;
	onward_add(app, &onward);
	const struct {
		const char *onward;
		enum brief brief;
	} ways[] = {{buf_string(&onward), IN_WORDS}, {buf_string(&onward), BRIEF}, {"", BRIEF},
		{"", BRIEFEST}};
	bool written = false;
	for (size_t n = 0; n < sizeof ways / sizeof *ways && !written; n++) {
		buf_cut(out, before);
		written = write_further(app, out, columns, ways[n].onward, ways[n].brief);
	}
	if (!written) {
		buf_cut(out, before);
		write_further(app, out, columns, buf_string(&onward), IN_WORDS);
	}
	buf_free(&onward);
}

/* "/neutral…: 3 of 17, round the end": of what was typed so many columns, or what has room. */
static void lead_words(struct app *app, struct buf *out, int typed, bool round)
{
	struct buf rest = {0};
	buf_text(&rest, ": ");
	count_words(app->find, is_best(app->find), &rest);
	buf_text(&rest, round ? ", round the end" : "");
	typed_words(app, out, typed ? typed : app->cols - 2 - width_of(app, &rest));
	buf_add(out, rest.text, rest.len);
	buf_free(&rest);
}

/* The same with a reason behind it, which takes the room of what was typed but for a quarter of the line,
 * then of all but a few letters, then of where the search went round, which the number tells too. */
static void lead_to_reason(struct app *app, struct buf *out, int columns, bool round)
{
	const struct find *find = app->find;
	const struct hit_why why = {app->record, app->signs, app->form, &find->pattern};
	int least = words_hit_least(&why, &find->hidden) + 2;
	int line = app->cols - 2;
	for (int tried = line > NARROW ? 0 : line < NARROW ? 2 : 1; tried < 3; tried++) {
		buf_clear(out);
		lead_words(app, out, tried ? TYPED_LEAST : line / 4, round && tried < 2);
		if (width_of(app, out) + least <= columns)
			break;
	}
	why_words(app, out, columns - width_of(app, out));
}

void find_say(struct app *app, bool round)
{
	struct find *find = app->find;
	struct buf said = {0};
	int columns = app->cols - 2;
	if (find->hidden.text)
		lead_to_reason(app, &said, columns - along_room(find), round);
	else
		lead_words(app, &said, 0, round);
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
