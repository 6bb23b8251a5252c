/* Letters that fit no line lead on: to who was at a table without a word, to another page, or to where
 * the record says them. */
#include "ui/views/index.h"

#include "base/memory.h"
#include "model/query.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/spot.h"

#include <stdlib.h>
#include <string.h>

/* Whether a page is called so: who types "lesson" looks for the plans. */
static bool is_called(enum voices_page page, const char *needle)
{
	struct buf title = {0};
	query_fold(&title, voices_title(page), strlen(voices_title(page)));
	bool called = strstr(buf_string(&title), needle);
	buf_free(&title);
	return called;
}

/* How many lines fit on the next page (by 1, or -1 for those before) that has some; else 0. */
uint32_t index_elsewhere(struct app *app, int by, enum voices_page *out)
{
	const struct narrow *narrow = &index_of(app)->narrow;
	uint32_t fits = 0, best;
	struct buf needle = {0};
	narrow_fold(narrow, &needle);
	for (int n = 1; n < VOICES_PAGES && needle.len && !narrow->count && !fits; n++) {
		int at = ((int)index_of(app)->page + n * by + n * VOICES_PAGES) % VOICES_PAGES;
		enum voices_page page = (enum voices_page)at;
		if (!index_has_page(app, page) || index_waits(app, page))
			continue;
		const struct voices *voices = index_make(app, page);
		uint32_t *hits = mem_alloc((voices->line_count + 1) * sizeof *hits);
		fits = voices_fit(voices, buf_string(&needle), hits, &best);
		free(hits);
		if (!fits && is_called(page, buf_string(&needle)))
			fits = voices->line_count;
		*out = page;
	}
	buf_free(&needle);
	return fits;
}

static bool is_named(const struct record *record, struct ref person, const struct buf *needle)
{
	const struct names *aliases = record_aliases(record, person);
	uint32_t count = 1 + (aliases ? aliases->count : 0);
	bool is = false;
	for (uint32_t n = 0; n < count && !is; n++) {
		const char *name = n ? aliases->at[n - 1] : record_name(record, person);
		struct buf folded = {0};
		query_fold(&folded, name, strlen(name));
		is = strstr(buf_string(&folded), buf_string(needle));
		buf_free(&folded);
	}
	return is;
}

/* Of those who were at a table and have no words the first who is called so; none over a lesson,
 * which may be to come to them. */
static struct ref silent_named(const struct app *app)
{
	const struct voices *voices = index_page(app);
	struct ref found = {0};
	struct buf needle = {0};
	narrow_fold(&index_of(app)->narrow, &needle);
	bool asked = needle.len && !spot_is_over(app) && !index_of(app)->narrow.count;
	for (uint32_t n = 0; asked && n < voices->silent_count && found.thing == THING_NONE; n++) {
		struct ref person = record_ref(THING_PERSON, voices->silent[n]);
		if (is_named(app->record, person, &needle))
			found = person;
	}
	buf_free(&needle);
	return found;
}

const struct index_none *index_none(struct app *app)
{
	struct index *index = index_of(app);
	struct index_none *none = &index->none;
	const char *typed = buf_string(&index->narrow.needle.text);
	if (none->change == app->filter->changes && none->page == index->page &&
		strcmp(buf_string(&none->typed), typed) == 0)
		return none;
	buf_clear(&none->typed);
	buf_text(&none->typed, typed);
	none->change = app->filter->changes;
	none->page = index->page;
	none->silent = silent_named(app);
	none->fits = index_elsewhere(app, 1, &none->other);
	none->is_said = *typed && !none->fits && !spot_is_over(app) && find_has(app, typed);
	return none;
}
