/* The years that hits stand in, told only when all of them are counted and all have room. */
#include "ui/core/find_years.h"

#include "layout/words.h"
#include "layout/words_date.h"
#include "ui/core/find.h"

void find_years_words(const struct app *app, struct buf *out)
{
	const struct find *find = app->find;
	const struct search_count *count = &find->count;
	uint32_t dated = 0;
	if (!find_is_on(app) || !find->counted || !count->year_count ||
		count->year_count > SEARCH_YEARS_MOST)
		return;
	buf_text(out, "hits in ");
	for (uint32_t n = 0; n < count->year_count; n++) {
		buf_text(out, n ? ", " : "");
		words_year(out, count->years[n].year);
		buf_text(out, ": ");
		words_figure(out, count->years[n].hits);
		dated += count->years[n].hits;
	}
	if (dated < count->events + count->quotes) {
		buf_text(out, ", in no one year: ");
		words_figure(out, count->events + count->quotes - dated);
	}
}
