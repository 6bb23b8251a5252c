/* The list is short and always in order, the best first, so that what fits no better than its last is
 * passed over without a copy. A record may have a hundred thousand things that fit. */
#include "ui/core/candidates.h"

#include "base/text.h"
#include "layout/words.h"
#include "model/query.h"
#include "ui/core/target.h"
#include "ui/core/view.h"

#include <string.h>

void candidates_free(struct candidates *candidates)
{
	arena_free(&candidates->arena);
	buf_free(&candidates->needle);
	*candidates = (struct candidates){.selected = CANDIDATE_NONE};
}

/* ---- what fits ---- */

/* Folded, and with a blank for what joins the words of an id: "next-event". */
static void fold(struct buf *out, const char *text, size_t len)
{
	query_fold(out, text, len);
	for (size_t i = 0; i < out->len; i++)
		if (out->text[i] == '-' || out->text[i] == '_')
			out->text[i] = ' ';
}

void candidates_begin(struct candidates *candidates, const char *line, size_t from, size_t to)
{
	struct buf needle = candidates->needle;
	arena_reset(&candidates->arena);
	buf_clear(&needle);
	while (from < to && line[from] == ' ')
		from++;
	fold(&needle, line + from, to - from);
	while (needle.len && needle.text[needle.len - 1] == ' ')
		needle.text[--needle.len] = '\0';
	const char *typed = arena_text(&candidates->arena, line + from, to - from);
	*candidates = (struct candidates){.arena = candidates->arena,
		.typed = typed,
		.needle = needle,
		.from = from,
		.to = to,
		.selected = CANDIDATE_NONE};
}

void candidates_begin_line(
	struct app *app, const char *line, size_t cursor, struct candidates *candidates)
{
	candidates_begin(candidates, line, 0, strlen(line));
}

void candidates_begin_choice(
	struct app *app, const char *line, size_t cursor, struct candidates *candidates)
{
	candidates_begin(candidates, line, 0, strlen(line));
	candidates->leads = candidates->needle.len > 0;
}

bool candidates_are_enough(const struct candidates *candidates)
{
	return !candidates->needle.len && candidates->fits > CANDIDATES_MOST;
}

static bool begins_word(const char *text, const char *at)
{
	return at == text || !text_is_word(text_last(text, (size_t)(at - text)));
}

/* Whether each word of the needle begins one of the text's. */
static bool has_words(const char *needle, const char *text)
{
	if (!strchr(needle, ' '))
		return false;
	for (const char *word = needle; *word;) {
		size_t len = strcspn(word, " ");
		const char *at = text;
		while (*at && (strncmp(at, word, len) != 0 || !begins_word(text, at)))
			at++;
		if (!*at)
			return false;
		word += len + strspn(word + len, " ");
	}
	return true;
}

static enum fit fit_of(const struct buf *needle, const char *text)
{
	enum fit best = FIT_NOT;
	if (!needle->len)
		return FIT_START;
	for (const char *at = text; (at = strstr(at, needle->text)) != NULL; at++) {
		if (at == text)
			return text[needle->len] ? FIT_START : FIT_WHOLE;
		if (begins_word(text, at))
			return FIT_WORD;
		best = FIT_INSIDE;
	}
	return has_words(needle->text, text) ? FIT_WORDS : best;
}

void candidates_try(
	const struct candidates *candidates, const char *text, enum fit_text of, int *fit)
{
	struct buf folded = {0};
	if (!text)
		return;
	if (candidates->needle.len) /* else all fits, and need not be read */
		fold(&folded, text, strlen(text));
	int found = (int)fit_of(&candidates->needle, buf_string(&folded));
	found = found > (int)of ? found - (int)of : FIT_NOT;
	if (found > *fit)
		*fit = found;
	buf_free(&folded);
}

void candidates_try_names(
	const struct candidates *list, const struct record *record, struct ref ref, int *fit)
{
	const struct names *aliases = record_aliases(record, ref);
	candidates_try(list, record_id(record, ref), TEXT_OF_ID, fit);
	candidates_try(list, record_name(record, ref), TEXT_OF_NAME, fit);
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		candidates_try(list, aliases->at[i], TEXT_OF_NAME, fit);
	if (ref.thing == THING_SOURCE) {
		const char *const *fields = record->sources[ref.index].fields;
		candidates_try(list, fields[SOURCE_SHORT], TEXT_OF_NAME, fit);
		candidates_try(list, fields[SOURCE_TITLE], TEXT_OF_NAME, fit);
		candidates_try(list, fields[SOURCE_AUTHOR], TEXT_OF_NAME, fit);
	}
}

bool candidates_want(struct candidates *candidates, int fit)
{
	if (fit <= FIT_NOT)
		return false;
	candidates->fits++;
	return candidates->count < CANDIDATES_MOST || fit > candidates->at[CANDIDATES_MOST - 1].fit;
}

static const char *copy(struct candidates *candidates, const char *text)
{
	return text ? arena_text(&candidates->arena, text, strlen(text)) : NULL;
}

void candidates_keep(struct candidates *candidates, const struct candidate *candidate)
{
	uint32_t place = candidates->count < CANDIDATES_MOST ? candidates->count++
							     : CANDIDATES_MOST - 1;
	for (; place > 0 && candidates->at[place - 1].fit < candidate->fit; place--)
		candidates->at[place] = candidates->at[place - 1];
	if (candidates->selected >= (int64_t)place &&
		candidates->selected + 1 < (int64_t)candidates->count)
		candidates->selected++; /* what is chosen stays so */
	candidates->at[place] = *candidate;
	candidates->at[place].text = copy(candidates, candidate->text);
	candidates->at[place].help = copy(candidates, candidate->help);
	candidates->at[place].key = copy(candidates, candidate->key);
}

void candidates_first(struct candidates *candidates, uint32_t n, int fit)
{
	struct candidate first = candidates->at[n];
	first.fit = fit;
	memmove(&candidates->at[1], &candidates->at[0], n * sizeof first);
	candidates->at[0] = first;
}

bool candidates_have(const struct candidates *candidates, const char *text)
{
	for (uint32_t i = 0; i < candidates->count; i++)
		if (strcmp(candidates->at[i].text, text) == 0)
			return true;
	return false;
}

/* ---- what is chosen ---- */

const struct candidate *candidates_chosen(const struct candidates *candidates)
{
	if (candidates->selected != CANDIDATE_NONE)
		return &candidates->at[candidates->selected];
	return candidates->leads && candidates->count ? &candidates->at[0] : NULL;
}

bool candidates_step(struct candidates *candidates, int by)
{
	int64_t count = candidates->count, at = candidates->selected;
	if (!count)
		return false;
	if (at == CANDIDATE_NONE && candidates->leads)
		at = 0;
	else if (at == CANDIDATE_NONE)
		at = by > 0 ? -1 : 0;
	candidates->selected = (at + by + count) % count;
	return true;
}

/* ---- the picture ---- */

static int seen(const struct candidates *candidates, int rows)
{
	return (int)candidates->count < rows ? (int)candidates->count : rows;
}

/* The first one in view, so that the chosen one is among these rows. */
static uint32_t top_of(const struct candidates *candidates, int rows)
{
	const struct candidate *chosen = candidates_chosen(candidates);
	uint32_t at = chosen ? (uint32_t)(chosen - candidates->at) : 0, top = candidates->top;
	if (at < top)
		top = at;
	else if (at >= top + (uint32_t)rows)
		top = at - (uint32_t)rows + 1;
	if (top + (uint32_t)rows > candidates->count)
		top = candidates->count - (uint32_t)rows;
	return top;
}

struct candidate *candidates_uncounted(struct candidates *candidates, int rows)
{
	rows = seen(candidates, rows);
	uint32_t top = rows > 0 ? top_of(candidates, rows) : 0;
	for (int i = 0; i < rows; i++) {
		struct candidate *at = &candidates->at[top + (uint32_t)i];
		if (at->counts && !at->counted)
			return at;
	}
	return NULL;
}

bool candidates_count(const struct candidates *candidates)
{
	for (uint32_t i = 0; i < candidates->count; i++)
		if (candidates->at[i].counts)
			return true;
	return false;
}

/* Where the columns of the list begin and end. */
struct columns {
	int key, help, edge;
};

static int width_of(const struct app *app, const char *text)
{
	return text ? text_width(app->form, text, strlen(text)) : 0;
}

static struct columns columns_of(
	const struct app *app, const struct candidates *candidates, uint32_t top, int rows)
{
	enum { LEFT = 3, APART = 2, NAME_LEAST = 12, EDGE_MOST = 110 };
	int name = NAME_LEAST, key = 0, most = app->cols * 2 / 5;
	for (int i = 0; i < rows; i++) {
		const struct candidate *at = &candidates->at[top + (uint32_t)i];
		int width = width_of(app, at->text);
		name = width > name ? width : name;
		width = width_of(app, at->key);
		key = width > key ? width : key;
	}
	name = name > most ? most : name;
	return (struct columns){.key = LEFT + name + APART,
		.help = LEFT + name + APART + (key ? key + APART : 0),
		.edge = app->cols - 1 < EDGE_MOST ? app->cols - 1 : EDGE_MOST};
}

/* "13 events · 20■ 3□", in the signs of the index; or without the signs. */
static void leaves_words(
	struct buf *out, const struct app *app, const struct candidate *candidate, bool in_full)
{
	const char *const signs[QUOTE_KIND_COUNT] = {[QUOTE_QUOTATION] = app->signs->quotation,
		[QUOTE_PARAPHRASE] = app->signs->report,
		[QUOTE_THESIS] = app->signs->view};
	bool first = true;
	if (!candidate->counts || !candidate->counted)
		return;
	words_number(out, candidate->events, "event", "events");
	for (int kind = 0; kind < QUOTE_KIND_COUNT && in_full; kind++) {
		if (!candidate->quotes.of[kind])
			continue;
		buf_format(out, " %s%s", first ? app->signs->dot : "", first ? " " : "");
		words_figure(out, candidate->quotes.of[kind]);
		buf_text(out, signs[kind]);
		first = false;
	}
}

static void draw_line(struct app *app, struct grid *grid, struct area area, int line,
	const struct candidate *candidate, const struct columns *columns, bool chosen)
{
	enum { APART = 2, LEFT = 3, HELP_LEAST = 8 };
	const uint8_t flags = chosen ? STYLE_SELECTED : 0;
	struct rows rows = app_rows(app, grid->cols);
	struct buf leaves = {0};
	int right = columns->edge, room = right - columns->help - HELP_LEAST - APART, counts;
	leaves_words(&leaves, app, candidate, true);
	if ((counts = width_of(app, buf_string(&leaves))) > room) {
		buf_clear(&leaves);
		leaves_words(&leaves, app, candidate, false);
		counts = width_of(app, buf_string(&leaves));
	}
	counts = counts > room ? 0 : counts;
	right -= counts ? counts + APART : 0;
	rows_new(&rows);
	rows_to(&rows, LEFT);
	rows_cut(&rows, style_of(ROLE_TEXT), candidate->text, columns->key - LEFT - 1);
	if (candidate->key) {
		rows_to(&rows, columns->key);
		rows_copy(&rows, style_of(ROLE_KEY), candidate->key);
	}
	if (right > columns->help) {
		rows_to(&rows, columns->help);
		rows_cut(&rows, style_of(ROLE_HELP), candidate->help ? candidate->help : "",
			right - columns->help);
		if (candidate->help)
			rows_tongue(&rows, 0, candidate->help, candidate->words);
	}
	if (counts)
		rows_right(&rows, columns->edge, style_of(ROLE_COUNT_OF), buf_string(&leaves));
	grid_fill(grid, area.row + line, 0, grid->cols, style_of(ROLE_TEXT), " ");
	area_row(grid, app->form, area, line, &rows.at[0], flags);
	if (chosen)
		area_select(grid, area, line, 1, columns->edge - 1, app->signs->selected);
	buf_free(&leaves);
}

void candidates_words(struct buf *out, const struct candidates *candidates, int rows)
{
	const struct candidate *chosen = candidates_chosen(candidates);
	enum { MANY = 50 };
	if (candidates->fits <= (uint32_t)seen(candidates, rows))
		return;
	if (candidates->fits > MANY) { /* of which nobody wants to know how many */
		buf_text(out, candidates->needle.len ? " type on to narrow " : " type to narrow ");
		return;
	}
	buf_char(out, ' ');
	if (chosen)
		buf_format(out, "%u of ", (unsigned)(chosen - candidates->at) + 1);
	words_figure(out, candidates->fits);
	buf_text(out, candidates->all ? " choices " : " and more choices ");
}

void candidates_fit(struct candidates *candidates, int rows)
{
	rows = seen(candidates, rows);
	if (rows > 0)
		candidates->top = top_of(candidates, rows);
}

int candidates_draw(
	struct app *app, struct grid *grid, const struct candidates *candidates, struct area area)
{
	int rows = seen(candidates, area.rows);
	const struct candidate *chosen = candidates_chosen(candidates);
	if (rows < 1)
		return 0;
	uint32_t top = top_of(candidates, rows);
	struct columns columns = columns_of(app, candidates, top, rows);
	for (int i = 0; i < rows; i++) {
		const struct candidate *at = &candidates->at[top + (uint32_t)i];
		draw_line(app, grid, area, i, at, &columns, at == chosen);
		target_item(app, area, i, 1, PROMPT_LIST, top + i);
	}
	return rows;
}
