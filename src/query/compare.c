/* Lines are made field by field, in the order in which they are read: the setting, who was there,
 * who stood where, what came of it, the words, the days around. compare_pairs.c matches the lists
 * of both sides.
 *
 * Days are counted from the start of each side, so that two rounds of talks can be laid over each
 * other. If one began on 28 February and the other on 29 March, then 3 March and 1 April stand in
 * one line, "day 3". An event of another era, or without a day, is not counted. */
#include "query/compare.h"

#include "base/memory.h"
#include "query/compare_pairs.h"
#include "query/waits.h"

#include <stdlib.h>
#include <string.h>

bool compare_tells(struct compare_cell left, struct compare_cell right)
{
	return left.evidence.thing != THING_NONE || right.evidence.thing != THING_NONE;
}

struct compare_line *compare_line_add(struct compare_lines *lines, enum compare_field field,
	struct compare_cell left, struct compare_cell right, bool same)
{
	lines->at = mem_grow(lines->at, &lines->capacity, lines->count + 1, sizeof *lines->at);
	struct compare_line *line = &lines->at[lines->count++];
	*line = (struct compare_line){
		.field = field,
		.contrast = left.left_out || right.left_out
			? CONTRAST_NOTHING
			: contrast_of(left.evidence.thing, right.evidence.thing, same),
		.cells = {left, right},
	};
	return line;
}

/* ---- the setting ---- */

static struct compare_cell text_cell(const struct compare_lines *lines, int side, const char *text)
{
	if (!text)
		return (struct compare_cell){.text = NULL};
	return (struct compare_cell){
		.evidence = record_event_ref(lines->result->record, lines->events[side]),
		.text = text};
}

static void text_add(
	struct compare_lines *lines, enum compare_field field, const char *left, const char *right)
{
	if (left || right)
		compare_line_add(lines, field, text_cell(lines, COMPARE_LEFT, left),
			text_cell(lines, COMPARE_RIGHT, right),
			left && right && wording_same(left, right));
}

/* The same things, in whatever order. */
static bool same_refs(const struct refs *a, const struct refs *b)
{
	bool same = a->count == b->count;
	for (uint32_t i = 0; same && i < a->count; i++)
		same = refs_has(b, a->at[i]) && refs_has(a, b->at[i]);
	return same;
}

static struct compare_cell refs_cell(
	const struct compare_lines *lines, int side, const struct refs *refs)
{
	if (!refs)
		return (struct compare_cell){.refs = NULL};
	return (struct compare_cell){
		.evidence = record_event_ref(lines->result->record, lines->events[side]),
		.refs = refs};
}

static void refs_add(struct compare_lines *lines, enum compare_field field, const struct refs *left,
	const struct refs *right)
{
	if (left || right)
		compare_line_add(lines, field, refs_cell(lines, COMPARE_LEFT, left),
			refs_cell(lines, COMPARE_RIGHT, right),
			left && right && same_refs(left, right));
}

static bool is_selected(const struct compare_lines *lines, const struct event *event)
{
	uint32_t index = record_event_index(lines->result->record, event);
	return result_row(lines->result, index) >= 0 &&
		!result_waits(lines->result, record_ref(THING_EVENT, index)) &&
		!result_is_to_come(lines->result, event);
}

static struct compare_cell event_cell(const struct compare_lines *lines, const struct event *event)
{
	if (!is_selected(lines, event))
		return (struct compare_cell){.left_out = true};
	return (struct compare_cell){
		.evidence = record_event_ref(lines->result->record, event), .event = event};
}

/* What came of both; over a scene of a lesson it may wait. */
static void outcomes_add(struct compare_lines *lines)
{
	struct compare_cell cells[COMPARE_SIDES];
	const struct event *left = lines->events[COMPARE_LEFT],
			   *right = lines->events[COMPARE_RIGHT];
	for (int side = 0; side < COMPARE_SIDES; side++)
		if (waits_outcome(lines->result, lines->events[side]))
			cells[side] = (struct compare_cell){.left_out = true};
		else
			cells[side] = text_cell(lines, side, lines->events[side]->outcome);
	if (left->outcome || right->outcome)
		compare_line_add(lines, COMPARE_OUTCOME, cells[COMPARE_LEFT], cells[COMPARE_RIGHT],
			left->outcome && right->outcome &&
				wording_same(left->outcome, right->outcome));
}

static bool same_dates(const struct date *left, const struct date *right)
{
	return left && right && date_same(left, right);
}

static const char *duration_of(const struct event *event)
{
	return event->more ? event->more->duration : NULL;
}

/* The day on which a date begins, or may begin where one of a few is meant, and whether it is in
 * doubt; of a moment by the clock of `beside`, where that is one. False where it is not known to the
 * day. */
static bool day_of(const struct date *date, const struct date *beside, int64_t *day, bool *about)
{
	enum { FEW = 31, DAY = 86400 };
	struct date_edge begins;
	if (!date_begins(date, &begins))
		return false;
	bool one = begins.first == begins.last;
	*day = begins.first;
	*about = begins.doubt || !one;
	if (date_has_moment(date) && date_has_moment(beside)) {
		int64_t local = date_moment(date) + beside->offset * 60;
		*day = local / DAY - (local % DAY < 0);
	}
	return one || (*date->edtf == '[' && begins.last - begins.first < FEW);
}

/* Completed years from the first possible day of the earlier start to the last of the later. That two
 * starts lie less than a year apart is only said where neither is in doubt. */
static void years_find(struct compare *compare, struct date_edge from, struct date_edge to)
{
	bool about;
	struct date one = {.edtf = "", .earliest = from.first, .latest = from.last};
	struct date other = {.edtf = "", .earliest = to.first, .latest = to.last};
	int64_t years = date_years_between(&one, &other, &about);
	if (!years && (from.doubt || to.doubt))
		return;
	compare->span = SPAN_YEARS;
	compare->about = true;
	compare->apart = (struct date_apart){years, 0};
}

/* The time between the starts, in days where both are known to the day. */
static void span_find(struct compare *compare, const struct date *left, const struct date *right)
{
	int64_t a, b;
	bool about = false, other_about = false;
	struct date_edge one, other;
	if (!left || !right)
		return;
	if (day_of(left, left, &a, &about) && day_of(right, left, &b, &other_about)) {
		compare->span = SPAN_DAYS;
		compare->apart = a < b ? date_apart(a, b) : date_apart(b, a);
		compare->about = about || other_about;
		return;
	}
	if (!date_begins(left, &one) || !date_begins(right, &other))
		return;
	if (one.first < other.first || (one.first == other.first && one.last <= other.last))
		years_find(compare, one, other);
	else
		years_find(compare, other, one);
}

/* ---- days ---- */

enum { DAYS_MOST = COMPARE_BEFORE_EVENTS + 1 + COMPARE_BEHIND_EVENTS };

struct near_event {
	const struct event *event;
	int64_t days;
	bool about; /* it, or the start of the side, is in doubt */
	bool selected;
};

struct near {
	struct near_event at[DAYS_MOST];
	int count;
	bool more; /* there are others */
};

/* The exact before what is about the same. */
static int near_compare(const struct near_event *one, const struct near_event *other)
{
	if (one->days != other->days)
		return one->days < other->days ? -1 : 1;
	return one->about - other->about;
}

/* Keeps them in the order of days; of what starts together what is selected first, then in the order
 * of the timeline. */
static void near_add(struct near *near, const struct near_event *added)
{
	int at = near->count++;
	for (; at > 0; at--) {
		const struct near_event *before = &near->at[at - 1];
		int order = near_compare(before, added);
		if (order < 0 || (order == 0 && before->selected >= added->selected))
			break;
		near->at[at] = *before;
	}
	near->at[at] = *added;
}

bool compare_is_placed(const struct event *event)
{
	return event->more && event->more->after.thing != THING_NONE;
}

/* Adds the events from `row` on in one direction, as long as they are near. `about`: the day is in
 * doubt. */
static void near_walk(const struct compare_lines *lines, const struct event *from, int64_t day,
	bool about, int64_t row, int direction, struct near *near)
{
	const struct result *result = lines->known;
	const struct event *found[COMPARE_BEHIND_EVENTS];
	int most = direction < 0 ? COMPARE_BEFORE_EVENTS : COMPARE_BEHIND_EVENTS, count = 0;
	int64_t least = -COMPARE_BEFORE, last = COMPARE_BEHIND;
	for (int looked = 0; row >= 0 && row < result->event_count && looked < 4 * DAYS_MOST;
		row += direction, looked++) {
		const struct event *event = result_event(result, (uint32_t)row);
		int64_t begins, sort = event->date->sort;
		bool doubt;
		bool far = !ref_same(event->era, from->era) || sort == DATE_NO_SORT ||
			sort - day < least || sort - day > last;
		if (far && !compare_is_placed(event))
			break;
		if (far)
			continue;
		if (!day_of(event->date, from->date, &begins, &doubt) || begins - day < least ||
			begins - day > last)
			continue;
		if (count == most) {
			near->more = true;
			break;
		}
		found[count++] = event;
	}
	for (int i = 0; i < count; i++) {
		int64_t begins;
		bool doubt;
		const struct event *event = found[direction < 0 ? count - 1 - i : i];
		if (day_of(event->date, from->date, &begins, &doubt))
			near_add(near,
				&(struct near_event){event, begins - day, about || doubt,
					is_selected(lines, event)});
	}
}

static void near_find(
	const struct compare_lines *lines, const struct event *event, struct near *near)
{
	int64_t day,
		row = result_row(lines->known, record_event_index(lines->known->record, event));
	bool about;
	if (!day_of(event->date, event->date, &day, &about))
		return;
	near_walk(lines, event, day, about, row - 1, -1, near);
	/* From itself it is no day, whenever that was. */
	near_add(near, &(struct near_event){event, 0, false, is_selected(lines, event)});
	near_walk(lines, event, day, about, row + 1, 1, near);
}

/* True where more events lie near than are listed. */
static bool days_add(struct compare_lines *lines)
{
	struct near left = {.count = 0}, right = {.count = 0};
	near_find(lines, lines->events[COMPARE_LEFT], &left);
	near_find(lines, lines->events[COMPARE_RIGHT], &right);
	for (int i = 0, k = 0; i < left.count || k < right.count;) {
		int by = i >= left.count   ? 1
			: k >= right.count ? -1
					   : near_compare(&left.at[i], &right.at[k]);
		bool one = by <= 0, other = by >= 0;
		const struct near_event *near = one ? &left.at[i] : &right.at[k];
		struct compare_cell cells[COMPARE_SIDES] = {{.text = NULL}};
		if (one)
			cells[COMPARE_LEFT] = event_cell(lines, left.at[i++].event);
		if (other)
			cells[COMPARE_RIGHT] = event_cell(lines, right.at[k++].event);
		if (!compare_tells(cells[COMPARE_LEFT], cells[COMPARE_RIGHT]))
			continue;
		struct compare_line *line = compare_line_add(
			lines, COMPARE_DAY, cells[COMPARE_LEFT], cells[COMPARE_RIGHT], false);
		line->contrast = CONTRAST_NOTHING;
		line->days = near->days;
		line->days_about = near->about;
	}
	return left.more || right.more;
}

/* ---- two events ---- */

static void lines_keep(struct compare_lines *lines, struct compare *compare)
{
	compare->lines = arena_copy(lines->arena, lines->at, lines->count, sizeof *lines->at);
	compare->count = (uint32_t)lines->count;
	free(lines->at);
}

static void compare_events(struct arena *arena, const struct result *result,
	const struct event *left, const struct event *right, struct compare *compare)
{
	*compare = (struct compare){
		.result = result, .events = {left, right}, .itself = left == right};
	struct compare_lines lines = {
		arena, result, result_known(result), compare->events, NULL, 0, 0};
	span_find(compare, left->date, right->date);
	compare_line_add(&lines, COMPARE_WHEN, event_cell(&lines, left), event_cell(&lines, right),
		same_dates(left->date, right->date));
	text_add(&lines, COMPARE_WHERE, left->location, right->location);
	text_add(&lines, COMPARE_DURATION, duration_of(left), duration_of(right));
	refs_add(&lines, COMPARE_PARTIES, left->parties, right->parties);
	refs_add(&lines, COMPARE_HOST, left->host, right->host);
	refs_add(&lines, COMPARE_MEDIATOR, left->mediator, right->mediator);
	compare_people_add(&lines);
	compare->near = !compare_are_near(&lines);
	compare_stands_add(&lines, compare->near);
	outcomes_add(&lines);
	compare_words_add(&lines);
	compare->more = days_add(&lines);
	lines_keep(&lines, compare);
}

/* ---- two quotations ---- */

static void quote_line_add(struct compare_lines *lines, enum compare_field field,
	const struct quote *const quotes[COMPARE_SIDES], bool same)
{
	struct compare_cell cells[COMPARE_SIDES];
	for (int side = 0; side < COMPARE_SIDES; side++)
		cells[side] = (struct compare_cell){
			.evidence = record_quote_ref(lines->result->record, quotes[side]),
			.quote = quotes[side]};
	compare_line_add(lines, field, cells[COMPARE_LEFT], cells[COMPARE_RIGHT], same);
}

static const struct attestations *originals_of(const struct quote *quote)
{
	return quote->more ? quote->more->original : NULL;
}

static bool same_originals(const struct attestations *left, const struct attestations *right)
{
	bool same = left->count == right->count;
	for (uint32_t i = 0; same && i < left->count; i++)
		same = wording_same(left->at[i].text, right->at[i].text);
	return same;
}

/* Also where one is not named. */
static bool same_language(const char *left, const char *right)
{
	return !left || !right || !language_differs(left, right);
}

/* The words as they were said, where either side gives them; that they differ is said of one beside
 * one in the same language. */
static void originals_line_add(
	struct compare_lines *lines, const struct quote *const quotes[COMPARE_SIDES])
{
	const struct attestations *left = originals_of(quotes[COMPARE_LEFT]);
	const struct attestations *right = originals_of(quotes[COMPARE_RIGHT]);
	struct compare_cell cells[COMPARE_SIDES] = {{0}};
	for (int side = 0; side < COMPARE_SIDES; side++)
		if (originals_of(quotes[side]))
			cells[side] = (struct compare_cell){
				.evidence = record_quote_ref(lines->result->record, quotes[side]),
				.quote = quotes[side]};
	if (!left && !right)
		return;
	struct compare_line *line = compare_line_add(lines, COMPARE_ORIGINAL, cells[COMPARE_LEFT],
		cells[COMPARE_RIGHT], left && right && same_originals(left, right));
	if (line->contrast == CONTRAST_DIFFERS &&
		!(left->count == 1 && right->count == 1 &&
			same_language(left->at[0].language, right->at[0].language)))
		line->contrast = CONTRAST_NOTHING;
}

static bool same_roles(const char *left, const char *right)
{
	return left && right ? wording_same(left, right) : left == right;
}

static void compare_quotes(struct arena *arena, const struct result *result,
	const struct quote *left, const struct quote *right, struct compare *compare)
{
	const struct record *record = result->record;
	*compare = (struct compare){.result = result,
		.events = {&record->events[left->event], &record->events[right->event]},
		.quotes = {left, right},
		.itself = left == right};
	struct compare_lines lines = {
		arena, result, result_known(result), compare->events, NULL, 0, 0};
	const struct date *said[] = {quote_said(record, left), quote_said(record, right)};
	struct wording *wordings = compare->wordings;
	compare->tongues = !same_language(
		quote_text_language(record, left), quote_text_language(record, right));
	if (!compare->tongues)
		wording_compare(arena, left->text, right->text, &wordings[0], &wordings[1]);
	span_find(compare, said[0], said[1]);
	if (said[0] || said[1]) {
		quote_line_add(&lines, COMPARE_WHEN, compare->quotes, false);
		lines.at[0].contrast = contrast_of(said[0], said[1], same_dates(said[0], said[1]));
	}
	quote_line_add(&lines, COMPARE_SPEAKER, compare->quotes,
		ref_same(left->speaker, right->speaker) && same_roles(left->role, right->role));
	if (left->kind != right->kind)
		quote_line_add(&lines, COMPARE_KIND, compare->quotes, false);
	if (left->status != right->status)
		quote_line_add(&lines, COMPARE_STATUS, compare->quotes, false);
	quote_line_add(
		&lines, COMPARE_WORDING, compare->quotes, !wordings[0].count && !wordings[1].count);
	if (compare->tongues)
		lines.at[lines.count - 1].contrast = CONTRAST_NOTHING;
	quote_line_add(
		&lines, COMPARE_SOURCE, compare->quotes, ref_same(left->source, right->source));
	originals_line_add(&lines, compare->quotes);
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
