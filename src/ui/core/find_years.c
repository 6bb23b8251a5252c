/* The years in which the words that are found were said, as many as have room, first those with most; then
 * how many events are hits beside them: all of it is what the search counts. */
#include "ui/core/find_years.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "ui/core/find.h"

enum { YEAR_COLUMNS = 6 }; /* a year takes so many at least: "7: 1, " */

/* Whether fewer years than `most` have more hits, or as many and come before it. */
static bool is_among(const struct search_count *count, uint32_t n, uint32_t most)
{
	uint32_t before = 0;
	for (uint32_t i = 0; i < count->year_count; i++)
		before += count->years[i].hits > count->years[n].hits ||
			(count->years[i].hits == count->years[n].hits && i < n);
	return before < most;
}

/* The events that are hits themselves, by a title or a summary. */
static void events_add(struct buf *out, const struct search_count *count)
{
	if (!count->events)
		return;
	buf_text(out, "; events: ");
	words_figure(out, count->events);
}

/* So many of the years, in the order of time. */
static void years_add(struct buf *out, const struct search_count *count, uint32_t most)
{
	uint32_t told = 0;
	buf_text(out, "words found in ");
	for (uint32_t n = 0; n < count->year_count; n++) {
		if (!is_among(count, n, most))
			continue;
		buf_text(out, told ? ", " : "");
		words_year(out, count->years[n].year);
		buf_text(out, ": ");
		words_figure(out, count->years[n].hits);
		told += count->years[n].hits;
	}
	if (told < count->quotes) {
		buf_text(out, ", other: ");
		words_figure(out, count->quotes - told);
	}
	events_add(out, count);
}

/* The words in all; with the events where these have room as well. */
static void sums_add(struct buf *out, const struct search_count *count, bool events)
{
	if (!count->year_count)
		return;
	buf_text(out, "words found: ");
	words_figure(out, count->quotes);
	if (events)
		events_add(out, count);
}

bool find_years_words(const struct app *app, struct buf *out, int columns)
{
	const struct search_count *count = &app->find->count;
	const size_t before = out->len;
	const uint32_t room = columns > 0 ? (uint32_t)columns / YEAR_COLUMNS : 0;
	if (!find_is_on(app) || !app->find->counted)
		return false;
	/* From as many years as may have room down to one, then the sums with and without events, then
	 * nothing. */
	uint32_t less = count->year_count > room ? count->year_count - room : 0;
	for (; less < count->year_count + 2; less++) {
		if (less < count->year_count)
			years_add(out, count, count->year_count - less);
		else
			sums_add(out, count, less == count->year_count);
		if (text_width(app->form, buf_string(out) + before, out->len - before) <= columns)
			break;
		buf_cut(out, before);
	}
	return out->len > before;
}
