/* Lines are made field by field, in the order in which they are read: the setting, who was there, who
 * stood where, what came of it, the words, the days around. */
#include "query/compare.h"

#include "base/memory.h"
#include "query/compare_lines.h"

#include <stdlib.h>
#include <string.h>

struct compare_line *compare_lines_add(struct compare_lines *lines, enum compare_field field)
{
	lines->at = mem_grow(lines->at, &lines->capacity, lines->count + 1, sizeof *lines->at);
	struct compare_line *line = &lines->at[lines->count++];
	*line = (struct compare_line){.field = field};
	return line;
}

struct ref compare_event_ref(const struct compare_lines *lines, const struct event *event)
{
	return record_ref(THING_EVENT, (uint32_t)(event - lines->result->record->events));
}

struct ref compare_quote_ref(const struct compare_lines *lines, const struct quote *quote)
{
	return record_ref(THING_QUOTE, (uint32_t)(quote - lines->result->record->quotes));
}

bool compare_same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

bool compare_day(const struct date *date, int64_t *day)
{
	struct date_columns columns;
	if (date->earliest <= DATE_UNKNOWN_START || date->earliest >= DATE_UNKNOWN_END)
		return false;
	date_columns(date, &columns);
	*day = date->earliest;
	return *columns.day;
}

static void text_add(
	struct compare_lines *lines, enum compare_field field, const char *left, const char *right)
{
	if (!left && !right)
		return;
	const char *texts[COMPARE_SIDES] = {left, right};
	struct compare_line *line = compare_lines_add(lines, field);
	line->contrast = contrast_texts(left, right);
	for (int side = 0; side < COMPARE_SIDES; side++)
		if (texts[side])
			line->cells[side] = (struct compare_cell){
				.evidence = compare_event_ref(lines, lines->events[side]),
				.text = texts[side]};
}

static bool has_ref(const struct refs *refs, struct ref ref)
{
	for (uint32_t i = 0; i < refs->count; i++)
		if (compare_same_ref(refs->at[i], ref))
			return true;
	return false;
}

/* The same things, in whatever order. */
static bool same_refs(const struct refs *a, const struct refs *b)
{
	bool same = a->count == b->count;
	for (uint32_t i = 0; same && i < a->count; i++)
		same = has_ref(b, a->at[i]) && has_ref(a, b->at[i]);
	return same;
}

static void refs_add(struct compare_lines *lines, enum compare_field field, const struct refs *left,
	const struct refs *right)
{
	if (!left && !right)
		return;
	const struct refs *refs[COMPARE_SIDES] = {left, right};
	struct compare_line *line = compare_lines_add(lines, field);
	line->contrast = contrast_of(left, right, left && right && same_refs(left, right));
	for (int side = 0; side < COMPARE_SIDES; side++)
		if (refs[side])
			line->cells[side] = (struct compare_cell){
				.evidence = compare_event_ref(lines, lines->events[side]),
				.refs = refs[side]};
}

static void when_add(struct compare_lines *lines)
{
	struct compare_line *line = compare_lines_add(lines, COMPARE_WHEN);
	const struct event *left = lines->events[COMPARE_LEFT];
	const struct event *right = lines->events[COMPARE_RIGHT];
	bool same = strcmp(left->date->edtf, right->date->edtf) == 0 &&
		left->date->old_style == right->date->old_style;
	line->contrast = contrast_of(true, true, same);
	for (int side = 0; side < COMPARE_SIDES; side++)
		line->cells[side] = (struct compare_cell){
			.evidence = compare_event_ref(lines, lines->events[side]),
			.event = lines->events[side]};
}

static const char *duration_of(const struct event *event)
{
	return event->more ? event->more->duration : NULL;
}

/* The time between the starts, in days where both are known to the day. */
static void span_find(struct compare *compare, const struct date *left, const struct date *right)
{
	int64_t a, b;
	if (!left || !right)
		return;
	if (compare_day(left, &a) && compare_day(right, &b)) {
		compare->span = SPAN_DAYS;
		compare->apart = a < b ? b - a : a - b;
		compare->about = left->certainty || right->certainty || left->edtf[0] == '[' ||
			right->edtf[0] == '[';
		return;
	}
	if (left->sort == DATE_NO_SORT || right->sort == DATE_NO_SORT)
		return;
	bool forward = left->sort <= right->sort;
	compare->span = SPAN_YEARS;
	compare->about = true;
	compare->apart = date_years_between(
		forward ? left : right, forward ? right : left, &(bool){false});
}

static void lines_keep(struct compare_lines *lines, struct compare *compare)
{
	struct compare_line *kept = arena_alloc(lines->arena, lines->count, sizeof *kept);
	if (lines->count)
		memcpy(kept, lines->at, lines->count * sizeof *kept);
	compare->lines = kept;
	compare->count = (uint32_t)lines->count;
	free(lines->at);
}

void compare_events(struct arena *arena, const struct result *result, const struct event *left,
	const struct event *right, struct compare *compare)
{
	*compare = (struct compare){
		.result = result, .events = {left, right}, .itself = left == right};
	struct compare_lines lines = {arena, result, compare->events, NULL, 0, 0};
	span_find(compare, left->date, right->date);
	when_add(&lines);
	text_add(&lines, COMPARE_WHERE, left->location, right->location);
	text_add(&lines, COMPARE_DURATION, duration_of(left), duration_of(right));
	refs_add(&lines, COMPARE_PARTIES, left->parties, right->parties);
	refs_add(&lines, COMPARE_HOST, left->host, right->host);
	refs_add(&lines, COMPARE_MEDIATOR, left->mediator, right->mediator);
	compare_people_add(&lines);
	compare->near = !compare_are_near(&lines);
	compare_stands_add(&lines, compare->near);
	text_add(&lines, COMPARE_OUTCOME, left->outcome, right->outcome);
	compare_words_add(&lines);
	compare->more = compare_days_add(&lines);
	lines_keep(&lines, compare);
}

static void quote_line_add(struct compare_lines *lines, enum compare_field field,
	const struct quote *const quotes[COMPARE_SIDES], enum contrast contrast)
{
	struct compare_line *line = compare_lines_add(lines, field);
	line->contrast = contrast;
	for (int side = 0; side < COMPARE_SIDES; side++)
		line->cells[side] = (struct compare_cell){
			.evidence = compare_quote_ref(lines, quotes[side]), .quote = quotes[side]};
}

static enum contrast beside_if(bool same)
{
	return same ? CONTRAST_SAME : CONTRAST_DIFFERS;
}

static bool same_roles(const char *left, const char *right)
{
	return left && right ? wording_same(left, right) : left == right;
}

static bool same_dates(const struct date *left, const struct date *right)
{
	return left && right && strcmp(left->edtf, right->edtf) == 0 &&
		left->old_style == right->old_style;
}

void compare_quotes(struct arena *arena, const struct result *result, const struct quote *left,
	const struct quote *right, struct compare *compare)
{
	const struct record *record = result->record;
	*compare = (struct compare){.result = result,
		.events = {&record->events[left->event], &record->events[right->event]},
		.quotes = {left, right},
		.itself = left == right};
	struct compare_lines lines = {arena, result, compare->events, NULL, 0, 0};
	const struct date *said[] = {quote_said(record, left), quote_said(record, right)};
	wording_compare(arena, left->text, right->text, &compare->wordings[COMPARE_LEFT],
		&compare->wordings[COMPARE_RIGHT]);
	span_find(compare, said[0], said[1]);
	if (said[0] || said[1])
		quote_line_add(&lines, COMPARE_WHEN, compare->quotes,
			contrast_of(said[0], said[1], same_dates(said[0], said[1])));
	quote_line_add(&lines, COMPARE_SPEAKER, compare->quotes,
		beside_if(compare_same_ref(left->speaker, right->speaker) &&
			same_roles(left->role, right->role)));
	if (left->kind != right->kind)
		quote_line_add(&lines, COMPARE_KIND, compare->quotes, CONTRAST_DIFFERS);
	if (left->status != right->status)
		quote_line_add(&lines, COMPARE_STATUS, compare->quotes, CONTRAST_DIFFERS);
	quote_line_add(&lines, COMPARE_WORDING, compare->quotes,
		beside_if(!compare->wordings[0].count && !compare->wordings[1].count));
	quote_line_add(&lines, COMPARE_SOURCE, compare->quotes,
		beside_if(compare_same_ref(left->source, right->source)));
	lines_keep(&lines, compare);
}

/* The event of a ref, and its quotation if it is one; NULL where it is not selected. */
static const struct event *event_of(
	const struct result *result, struct ref ref, const struct quote **quote)
{
	const struct record *record = result->record;
	*quote = NULL;
	if (ref.thing == THING_QUOTE && result_has_quote(result, ref.index)) {
		*quote = &record->quotes[ref.index];
		return &record->events[(*quote)->event];
	}
	if (ref.thing == THING_EVENT && result_row(result, ref.index) >= 0)
		return &record->events[ref.index];
	return NULL;
}

bool compare_refs(struct arena *arena, const struct result *result, struct ref left,
	struct ref right, struct compare *compare)
{
	const struct quote *quotes[COMPARE_SIDES];
	const struct event *one = event_of(result, left, &quotes[0]);
	const struct event *other = event_of(result, right, &quotes[1]);
	if (!one || !other)
		return false;
	if (quotes[0] && quotes[1])
		compare_quotes(arena, result, quotes[0], quotes[1], compare);
	else
		compare_events(arena, result, one, other, compare);
	return true;
}
