/* Each side has people, stands and words; those that go together stand in one line, the others in
 * lines of their own. People are matched by who they are, else by role and party; stands by issue,
 * party and wording; words by theme. The lists of one side are sorted, so that long ones cost
 * little more than short ones.
 *
 * Say Hale and Orlov sat at both tables, "Reed, secretary" only on the left, and "Lund, secretary"
 * of the same party only on the right. That makes three lines: Hale, Orlov, and the secretaries,
 * who differ. */
#include "query/compare_pairs.h"

#include "base/memory.h"
#include "base/sorted.h"
#include "query/pairing.h"
#include "query/positions.h"

#include <stdlib.h>

enum {
	ROLES_MOST = 64,   /* people without their like, beyond whom roles are not matched */
	EVENTS_MOST = 128, /* whose stands are looked at, before and behind */
};

/* The nth of a list, under the number that it is looked up by. */
struct key {
	uint32_t number, nth;
};

static int by_number(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return (a->nth > b->nth) - (a->nth < b->nth);
}

static void keys_sort(struct key *keys, size_t count)
{
	if (count)
		qsort(keys, count, sizeof *keys, by_number);
}

/* ---- people ---- */

struct seats {
	const struct participant *at;
	bool *placed;
	uint32_t count;
};

/* Whether a lesson is still to tell of words that one of those on this side said there. */
static bool seats_wait(const struct compare_lines *lines, int side)
{
	return result_people_wait(lines->result, lines->events[side]);
}

static struct seats seats_of(const struct compare_lines *lines, int side)
{
	const struct participants *people = seats_wait(lines, side) ? NULL
								    : lines->events[side]->people;
	struct seats seats = {people ? people->at : NULL, NULL, people ? people->count : 0};
	seats.placed = arena_alloc(lines->arena, seats.count, sizeof *seats.placed);
	return seats;
}

static struct compare_cell seat_cell(
	const struct compare_lines *lines, int side, const struct participant *seat)
{
	if (!seat)
		return (struct compare_cell){.left_out = seats_wait(lines, side)};
	return (struct compare_cell){
		.evidence = record_event_ref(lines->result->record, lines->events[side]),
		.person = seat->person,
		.text = seat->role,
	};
}

static void seats_add(struct compare_lines *lines, const struct participant *left,
	const struct participant *right, bool same)
{
	compare_line_add(lines, COMPARE_PEOPLE, seat_cell(lines, COMPARE_LEFT, left),
		seat_cell(lines, COMPARE_RIGHT, right), same)
		->about = record_party(lines->result->record, (left ? left : right)->person);
}

static bool same_role(const struct participant *a, const struct participant *b)
{
	return a->role && b->role ? wording_same(a->role, b->role) : a->role == b->role;
}

/* One person on both sides: the same, unless the role is another. */
static void match_people(struct compare_lines *lines, struct seats left, struct seats right)
{
	struct key *keys = arena_alloc(lines->arena, right.count, sizeof *keys);
	for (uint32_t i = 0; i < right.count; i++)
		keys[i] = (struct key){right.at[i].person.index, i};
	keys_sort(keys, right.count);
	for (uint32_t i = 0; i < left.count; i++) {
		uint32_t person = left.at[i].person.index;
		size_t found = sorted_find(keys, right.count, sizeof *keys, person);
		if (found == right.count || keys[found].number != person ||
			right.placed[keys[found].nth])
			continue;
		uint32_t other = keys[found].nth;
		left.placed[i] = right.placed[other] = true;
		seats_add(lines, &left.at[i], &right.at[other],
			same_role(&left.at[i], &right.at[other]));
	}
}

static uint32_t unplaced(struct seats seats)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < seats.count; i++)
		count += !seats.placed[i];
	return count;
}

/* One role on both sides, in the hands of another of the same party. */
static void match_roles(struct compare_lines *lines, struct seats left, struct seats right)
{
	const struct record *record = lines->result->record;
	if (unplaced(left) > ROLES_MOST || unplaced(right) > ROLES_MOST)
		return;
	for (uint32_t i = 0; i < left.count; i++)
		for (uint32_t k = 0; k < right.count && !left.placed[i]; k++) {
			const struct participant *one = &left.at[i], *other = &right.at[k];
			if (right.placed[k] || !one->role || !other->role ||
				!ref_same(record_party(record, one->person),
					record_party(record, other->person)) ||
				!same_role(one, other))
				continue;
			left.placed[i] = right.placed[k] = true;
			seats_add(lines, one, other, false);
		}
}

/* Parties in the order of the file, those of none at the end; within a party as they were added. */
static int by_party(const void *left, const void *right)
{
	const struct compare_line *a = left, *b = right;
	uint32_t one = a->about.thing == THING_PARTY ? a->about.index : UINT32_MAX;
	uint32_t other = b->about.thing == THING_PARTY ? b->about.index : UINT32_MAX;
	if (one != other)
		return one < other ? -1 : 1;
	return (a->days > b->days) - (a->days < b->days);
}

void compare_people_add(struct compare_lines *lines)
{
	size_t first = lines->count;
	struct seats left = seats_of(lines, COMPARE_LEFT), right = seats_of(lines, COMPARE_RIGHT);
	match_people(lines, left, right);
	match_roles(lines, left, right);
	for (uint32_t i = 0; i < left.count; i++)
		if (!left.placed[i])
			seats_add(lines, &left.at[i], NULL, false);
	for (uint32_t i = 0; i < right.count; i++)
		if (!right.placed[i])
			seats_add(lines, NULL, &right.at[i], false);
	if (first == lines->count &&
		(seats_wait(lines, COMPARE_LEFT) || seats_wait(lines, COMPARE_RIGHT)))
		compare_line_add(lines, COMPARE_PEOPLE, seat_cell(lines, COMPARE_LEFT, NULL),
			seat_cell(lines, COMPARE_RIGHT, NULL), false);
	for (size_t i = first; i < lines->count; i++)
		lines->at[i].days = (int64_t)i; /* for the time being: their order */
	if (lines->count > first)
		qsort(lines->at + first, lines->count - first, sizeof *lines->at, by_party);
	for (size_t i = first; i < lines->count; i++)
		lines->at[i].days = 0;
}

/* ---- stands ---- */

/* Those of an event and of the events within a week of it, since a round of talks is seldom one
 * event. */
struct side_stand {
	const struct position *position;
	const struct event *event;
	bool selected;
};

struct side_stands {
	struct side_stand *at;
	size_t count, capacity;
};

static bool is_near(const struct event *event, const struct event *other, int64_t days)
{
	int64_t a = event->date->sort, b = other->date->sort;
	if (event == other)
		return true;
	if (a == DATE_NO_SORT || b == DATE_NO_SORT || !ref_same(event->era, other->era))
		return false;
	return a < b ? b - a <= days : a - b <= days;
}

bool compare_are_near(const struct compare_lines *lines)
{
	return is_near(lines->events[COMPARE_LEFT], lines->events[COMPARE_RIGHT], 2 * COMPARE_NEAR);
}

static void event_stands(
	const struct compare_lines *lines, struct side_stands *stands, const struct event *event)
{
	bool selected = result_row(lines->result,
				record_event_index(lines->result->record, event)) >= 0 &&
		!result_is_to_come(lines->result, event);
	for (uint32_t i = 0; event->positions && i < event->positions->count; i++) {
		const struct position *position = &event->positions->at[i];
		if (!positions_is_shown(lines->known, position))
			continue;
		stands->at = mem_grow(
			stands->at, &stands->capacity, stands->count + 1, sizeof *stands->at);
		stands->at[stands->count++] = (struct side_stand){
			position, event, selected && positions_is_shown(lines->result, position)};
	}
}

/* By issue and party in the order of the files. */
static int compare_issues(const struct position *a, const struct position *b)
{
	if (a->issue.index != b->issue.index)
		return a->issue.index < b->issue.index ? -1 : 1;
	return (a->party.index > b->party.index) - (a->party.index < b->party.index);
}

/* And then by time. */
static int by_line(const void *left, const void *right)
{
	const struct side_stand *a = left, *b = right;
	int order = compare_issues(a->position, b->position);
	if (!order && a->event != b->event)
		order = a->event < b->event ? -1 : 1;
	return order ? order : (a->position > b->position) - (a->position < b->position);
}

/* The last row in a direction of what is near an event. One that stands behind another is passed over, its
 * date being another than that of its place. */
static int64_t row_last(
	const struct result *result, const struct event *event, int64_t row, int direction)
{
	int64_t last = row;
	for (int looked = 0; looked < EVENTS_MOST; looked++) {
		row += direction;
		if (row < 0 || row >= result->event_count)
			break;
		const struct event *other = result_event(result, (uint32_t)row);
		if (is_near(event, other, COMPARE_NEAR))
			last = row;
		else if (!compare_is_placed(other))
			break;
	}
	return last;
}

static struct side_stands stands_of(const struct compare_lines *lines, int side, bool near)
{
	const struct result *result = lines->known;
	const struct event *event = lines->events[side];
	struct side_stands stands = {NULL, 0, 0};
	int64_t row = result_row(result, record_event_index(result->record, event));
	int64_t first = near ? row_last(result, event, row, -1) : row;
	int64_t last = near ? row_last(result, event, row, 1) : row;
	for (; first <= last; first++)
		if (is_near(event, result_event(result, (uint32_t)first), COMPARE_NEAR))
			event_stands(lines, &stands, result_event(result, (uint32_t)first));
	if (stands.count)
		qsort(stands.at, stands.count, sizeof *stands.at, by_line);
	return stands;
}

static struct compare_cell stand_cell(
	const struct compare_lines *lines, const struct side_stand *stand)
{
	if (!stand)
		return (struct compare_cell){.text = NULL};
	const struct position *position = stand->position;
	if (!stand->selected)
		return (struct compare_cell){.left_out = true};
	bool quoted = position->quote.thing == THING_QUOTE;
	return (struct compare_cell){
		.evidence = quoted ? position->quote
				   : record_event_ref(lines->result->record, stand->event),
		.position = position,
		.event = stand->event,
	};
}

static void stands_add(struct compare_lines *lines, const struct side_stand *left,
	const struct side_stand *right, enum contrast contrast)
{
	const struct position *any = (left ? left : right)->position;
	struct compare_cell one = stand_cell(lines, left), other = stand_cell(lines, right);
	if (!compare_tells(one, other))
		return;
	struct compare_line *line = compare_line_add(lines, COMPARE_STAND, one, other, false);
	line->issue = any->issue;
	line->about = any->party;
	if (!one.left_out && !other.left_out)
		line->contrast = contrast;
}

static const struct position **positions_of(
	struct arena *arena, const struct side_stand *stands, size_t count)
{
	const struct position **positions = arena_alloc(arena, count, sizeof *positions);
	for (size_t i = 0; i < count; i++)
		positions[i] = stands[i].position;
	return positions;
}

static void pair_of(const struct stand_pair *pair, const struct side_stand *left,
	const struct side_stand *right, const struct side_stand **one,
	const struct side_stand **other)
{
	*one = pair->left == PAIRING_NONE ? NULL : &left[pair->left];
	*other = pair->right == PAIRING_NONE ? NULL : &right[pair->right];
}

/* The stands of one party on one issue. Of what stands alone, while the other side has other words above
 * it, nothing is said: beside an empty cell no sign tells of two. */
static void group_add(struct compare_lines *lines, const struct side_stand *left, size_t left_count,
	const struct side_stand *right, size_t right_count)
{
	struct arena scratch = {0};
	struct stand_pair *pairs;
	size_t count = pairing_find(&scratch, positions_of(&scratch, left, left_count), left_count,
		positions_of(&scratch, right, right_count), right_count, &pairs);
	for (size_t i = 0; i < count; i++) {
		const struct side_stand *one, *other;
		pair_of(&pairs[i], left, right, &one, &other);
		bool differs = pairs[i].contrast == CONTRAST_DIFFERS;
		bool alone = differs && (!one || !other);
		stands_add(lines, one, other, alone ? CONTRAST_NOTHING : pairs[i].contrast);
	}
	arena_free(&scratch);
}

/* How many stands from `from` on are of the same issue and party. */
static size_t group_count(const struct side_stands *stands, size_t from)
{
	size_t at = from;
	while (at < stands->count &&
		compare_issues(stands->at[from].position, stands->at[at].position) == 0)
		at++;
	return at - from;
}

static bool has_stand(const struct side_stands *stands, const struct position *position)
{
	bool has = false;
	for (size_t i = 0; i < stands->count && !has; i++)
		has = stands->at[i].position == position;
	return has;
}

/* What is filed at the other side and was said at this event is a stand of this one too: nobody is to read that it
 * was not taken here. */
static void stands_borrow(const struct compare_lines *lines, int side, struct side_stands *stands,
	const struct side_stands *other, size_t count)
{
	const struct record *record = lines->result->record;
	for (size_t i = 0; i < count; i++) {
		struct ref quote = other->at[i].position->quote;
		if (quote.thing != THING_QUOTE ||
			&record->events[record->quotes[quote.index].event] != lines->events[side] ||
			has_stand(stands, other->at[i].position))
			continue;
		stands->at = mem_grow(
			stands->at, &stands->capacity, stands->count + 1, sizeof *stands->at);
		stands->at[stands->count++] = other->at[i];
	}
}

void compare_stands_add(struct compare_lines *lines, bool near)
{
	struct side_stands left = stands_of(lines, COMPARE_LEFT, near);
	struct side_stands right = stands_of(lines, COMPARE_RIGHT, near);
	size_t of_left_side = left.count, of_right_side = right.count;
	stands_borrow(lines, COMPARE_LEFT, &left, &right, of_right_side);
	stands_borrow(lines, COMPARE_RIGHT, &right, &left, of_left_side);
	if (left.count)
		qsort(left.at, left.count, sizeof *left.at, by_line);
	if (right.count)
		qsort(right.at, right.count, sizeof *right.at, by_line);
	for (size_t i = 0, k = 0; i < left.count || k < right.count;) {
		int order = i >= left.count ? 1
			: k >= right.count
			? -1
			: compare_issues(left.at[i].position, right.at[k].position);
		size_t of_left = order <= 0 ? group_count(&left, i) : 0;
		size_t of_right = order >= 0 ? group_count(&right, k) : 0;
		group_add(lines, of_left ? left.at + i : NULL, of_left,
			of_right ? right.at + k : NULL, of_right);
		i += of_left;
		k += of_right;
	}
	free(left.at);
	free(right.at);
}

/* ---- words ---- */

/* Each quotation stands once, under the first theme of the record that both sides speak of, else by
 * itself. */
struct words {
	const struct quote **quotes;
	bool *placed;
	struct key *keys; /* by theme */
	uint32_t quote_count;
	size_t key_count;
};

static struct words words_of(const struct compare_lines *lines, int side)
{
	const struct event *event = lines->events[side];
	struct words words = {.quotes = NULL};
	size_t themes = 0;
	words.quotes = arena_alloc(lines->arena, event->quote_count, sizeof *words.quotes);
	for (uint32_t i = 0; i < event->quote_count; i++) {
		if (!result_has_quote(lines->known, event->first_quote + i))
			continue;
		const struct quote *quote = &lines->result->record->quotes[event->first_quote + i];
		words.quotes[words.quote_count++] = quote;
		themes += quote->themes ? quote->themes->count : 0;
	}
	words.placed = arena_alloc(lines->arena, words.quote_count, sizeof *words.placed);
	words.keys = arena_alloc(lines->arena, themes, sizeof *words.keys);
	for (uint32_t n = 0; n < words.quote_count; n++) {
		const struct refs *refs = words.quotes[n]->themes;
		for (uint32_t i = 0; refs && i < refs->count; i++)
			words.keys[words.key_count++] = (struct key){refs->at[i].index, n};
	}
	keys_sort(words.keys, words.key_count);
	return words;
}

static struct compare_cell words_cell(const struct compare_lines *lines, const struct quote *quote)
{
	if (!quote)
		return (struct compare_cell){.text = NULL};
	if (!result_has_quote(lines->result, record_quote_index(lines->result->record, quote)))
		return (struct compare_cell){.left_out = true};
	return (struct compare_cell){
		.evidence = record_quote_ref(lines->result->record, quote), .quote = quote};
}

/* `meet`: both sides speak of the theme, so which words stand in one line means nothing. */
static void words_add(struct compare_lines *lines, struct ref theme, const struct quote *left,
	const struct quote *right, bool meet)
{
	bool same = left && right && (left == right || wording_same(left->text, right->text));
	struct compare_cell one = words_cell(lines, left), other = words_cell(lines, right);
	if (!compare_tells(one, other))
		return;
	struct compare_line *line = compare_line_add(lines, COMPARE_WORDS, one, other, same);
	line->about = theme;
	if (meet && line->contrast != CONTRAST_SAME)
		line->contrast = CONTRAST_NOTHING;
}

static struct ref first_theme(const struct quote *quote)
{
	return quote->themes ? quote->themes->at[0] : (struct ref){0};
}

/* The next quotation under the theme that has no place yet, from *at on; NULL where there is
 * none. */
static const struct quote *take(struct words *words, size_t *at, uint32_t theme)
{
	for (; *at < words->key_count && words->keys[*at].number == theme; ++*at) {
		uint32_t nth = words->keys[*at].nth;
		if (words->placed[nth])
			continue;
		words->placed[nth] = true;
		++*at;
		return words->quotes[nth];
	}
	return NULL;
}

static bool has_free(const struct words *words, size_t at, uint32_t theme)
{
	for (; at < words->key_count && words->keys[at].number == theme; at++)
		if (!words->placed[words->keys[at].nth])
			return true;
	return false;
}

static size_t skip(const struct words *words, size_t at, uint32_t theme)
{
	while (at < words->key_count && words->keys[at].number == theme)
		at++;
	return at;
}

static void theme_add(struct compare_lines *lines, struct words *left, size_t i,
	struct words *right, size_t k, uint32_t theme)
{
	if (!has_free(left, i, theme) || !has_free(right, k, theme))
		return;
	for (;;) {
		const struct quote *one = take(left, &i, theme);
		const struct quote *other = take(right, &k, theme);
		if (!one && !other)
			break;
		words_add(lines, record_ref(THING_THEME, theme), one, other, true);
	}
}

/* What the other side has nothing to set beside. */
static void add_alone(struct compare_lines *lines, const struct words *words, int side)
{
	for (uint32_t n = 0; n < words->quote_count; n++) {
		const struct quote *quote = words->quotes[n];
		if (!words->placed[n])
			words_add(lines, first_theme(quote), side == COMPARE_LEFT ? quote : NULL,
				side == COMPARE_LEFT ? NULL : quote, false);
	}
}

void compare_words_add(struct compare_lines *lines)
{
	struct words left = words_of(lines, COMPARE_LEFT), right = words_of(lines, COMPARE_RIGHT);
	if (lines->events[COMPARE_LEFT] == lines->events[COMPARE_RIGHT]) { /* each beside itself */
		for (uint32_t n = 0; n < left.quote_count; n++)
			words_add(lines, first_theme(left.quotes[n]), left.quotes[n],
				left.quotes[n], false);
		return;
	}
	for (size_t i = 0, k = 0; i < left.key_count && k < right.key_count;) {
		uint32_t one = left.keys[i].number, other = right.keys[k].number;
		if (one == other)
			theme_add(lines, &left, i, &right, k, one);
		if (one <= other)
			i = skip(&left, i, one);
		if (other <= one)
			k = skip(&right, k, other);
	}
	add_alone(lines, &left, COMPARE_LEFT);
	add_alone(lines, &right, COMPARE_RIGHT);
}
