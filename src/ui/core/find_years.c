/* What the search counts, and of it the years in which the words were said, as many as have room, first those
 * with most, and how many hits are events. */
#include "ui/core/find_years.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "ui/core/find.h"

enum { YEAR_COLUMNS = 7 }; /* a year takes so many at least: "1 in 7," */

/* Whether fewer years than `most` have more hits, or as many and come before it. */
static bool is_among(const struct search_count *count, uint32_t n, uint32_t most)
{
	uint32_t before = 0;
	for (uint32_t i = 0; i < count->year_count; i++)
		before += count->years[i].hits > count->years[n].hits ||
			(count->years[i].hits == count->years[n].hits && i < n);
	return before < most;
}

/* "18 hits", the number that the search counts. */
static void all_add(struct buf *out, const struct search_count *count)
{
	words_number(out, count->quotes + count->events, "hit", "hits");
}

/* The events that are hits themselves, by a title or a summary. */
static void events_add(struct buf *out, const struct search_count *count)
{
	if (!count->events)
		return;
	buf_text(out, ", ");
	words_number(out, count->events, "event", "events");
}

/* So many of the years, in the order of time. */
static void years_add(struct buf *out, const struct search_count *count, uint32_t most)
{
	uint32_t told = 0;
	all_add(out, count);
	for (uint32_t n = 0; n < count->year_count; n++) {
		if (!is_among(count, n, most))
			continue;
		buf_text(out, told ? ", " : ": ");
		words_figure(out, count->years[n].hits);
		buf_text(out, " in ");
		words_year(out, count->years[n].year);
		told += count->years[n].hits;
	}
	if (told < count->quotes) {
		buf_text(out, ", ");
		words_figure(out, count->quotes - told);
		buf_text(out, " other");
	}
	events_add(out, count);
}

/* The quotations in all and the events; in less room what both come to. */
static void sums_add(struct buf *out, const struct search_count *count, bool events)
{
	if (!count->year_count)
		return;
	all_add(out, count);
	if (events && count->events) {
		buf_text(out, ": ");
		words_number(out, count->quotes, "quotation", "quotations");
		events_add(out, count);
	}
}

bool find_years_words(const struct app *app, struct buf *out, int columns)
{
	const struct search_count *count = &app->find->count;
	const size_t before = out->len;
	const uint32_t room = columns > 0 ? (uint32_t)columns / YEAR_COLUMNS : 0;
	if (!find_is_on(app) || !app->find->counted)
		return false;
	/* From as many years as may have room down to one, then the sums, then all in one, then nothing. */
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
