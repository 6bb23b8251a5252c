/* The years in which the words that are found were said, as many as have room: first those with most. Of
 * events without words nothing is said in a year. */
#include "ui/core/find_years.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "ui/core/find.h"

/* Whether fewer years than `most` have more hits, or as many and come before it. */
static bool is_among(const struct search_count *count, uint32_t n, uint32_t most)
{
	uint32_t before = 0;
	for (uint32_t i = 0; i < count->year_count; i++)
		before += count->years[i].hits > count->years[n].hits ||
			(count->years[i].hits == count->years[n].hits && i < n);
	return before < most;
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
}

bool find_years_words(const struct app *app, struct buf *out, int columns)
{
	const struct search_count *count = &app->find->count;
	size_t before = out->len;
	if (!find_is_on(app) || !app->find->counted)
		return false;
	for (uint32_t most = count->year_count; most > 0; most--) {
		years_add(out, count, most);
		if (text_width(app->form, buf_string(out) + before, out->len - before) <= columns)
			return true;
		buf_cut(out, before);
	}
	if (count->year_count) {
		buf_text(out, "words found: ");
		words_figure(out, count->quotes);
	}
	if (text_width(app->form, buf_string(out) + before, out->len - before) > columns)
		buf_cut(out, before);
	return out->len > before;
}
