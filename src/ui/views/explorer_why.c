/* Why a filter by words shows what is selected, where none of its words stands in it as text: by a theme,
 * another name. Found when something else is selected or shown, and kept. */
#include "ui/views/explorer.h"

#include "layout/words_hit.h"
#include "ui/core/filter.h"

#include <string.h>

/* What is asked about: an event with the words that are shown of it, or one quotation. */
struct asked {
	struct app *app;
	const struct event *event;
	int first, last; /* stops */
	struct pattern pattern;
};

/* Whether the word stands in the rows of these stops. */
static bool is_shown(const struct asked *asked, struct arena *arena)
{
	struct app *app = asked->app;
	const struct window *words = &explorer_of(app)->words;
	const struct hits_of of = {filter_search(app), &asked->pattern, app->result};
	if (!words->stop_count)
		return true;
	return hits_in_page(arena, &of, &words->rows, words->stops[asked->first].first,
		words->stops[asked->last].last, asked->event)
		.count;
}

/* The first piece in which it stands. */
static bool piece_find(const struct asked *asked, struct search_piece *piece)
{
	struct app *app = asked->app;
	const struct record *record = app->record;
	for (int stop = asked->first; stop <= asked->last; stop++) {
		const struct quote *quote = stop
			? result_quote(app->result, asked->event, (uint32_t)stop - 1)
			: NULL;
		struct ref unit = quote ? record_quote_ref(record, quote)
					: record_event_ref(record, asked->event);
		if (search_pieces(filter_search(app), &asked->pattern, unit, piece, 1))
			return true;
	}
	return false;
}

/* "“real” by its theme Real talks or a show?", of the first word that is not shown. */
static void why_add(struct asked *asked, struct buf *out, const char *query, int columns)
{
	struct app *app = asked->app;
	struct arena arena = {0};
	const struct query_term *term;
	struct query_problem problem;
	struct search_piece piece;
	if (!query_parse(&arena, query, strlen(query), &term, &problem))
		term = NULL;
	for (; term && !out->len; term = term->next) {
		if (term->field != QUERY_WORDS || term->negative ||
			!pattern_read(filter_search(app), &arena, term->values->text,
				term->values->len, &asked->pattern) ||
			text_width(app->form, term->values->text, term->values->len) >
				columns / 2 || /* no room to say why behind it */
			is_shown(asked, &arena) ||
			!piece_find(asked, &piece))
			continue;
		const struct hit_why why = {app->record, app->signs, app->form, &asked->pattern};
		buf_format(out, "%s%s%s ", app->signs->open, term->values->text, app->signs->close);
		words_hit(out, &why, &piece, columns - text_width(app->form, out->text, out->len));
	}
	arena_free(&arena);
}

const char *explorer_why(struct app *app, int columns)
{
	enum { LEAST = 24 };
	struct explorer *explorer = explorer_of(app);
	struct why *why = &explorer->why;
	uint32_t item = explorer->list.selected;
	bool within = explorer->focus == FOCUS_QUOTES;
	int stop = within ? explorer->words.stop : -1, quotes = (int)items_quotes(app, item);
	const char *query = filter_typed(app);
	if (!*query || item == 0 || items_is_group(app, item) || explorer->holds != item ||
		columns < LEAST || stop > quotes)
		return "";
	if (why->change == app->filter->changes && why->item == item && why->stop == stop &&
		why->columns == columns)
		return buf_string(&why->words);
	struct asked asked = {.app = app,
		.event = items_event(app, item),
		.first = stop < 0 ? 0 : stop,
		.last = stop < 0 ? quotes : stop};
	why->change = app->filter->changes;
	why->item = item;
	why->stop = stop;
	why->columns = columns;
	buf_clear(&why->words);
	why_add(&asked, &why->words, query, columns);
	return buf_string(&why->words);
}
