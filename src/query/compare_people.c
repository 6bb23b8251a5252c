/* Those at the table. A person is found on the other side by a search in a sorted
 * list, so that a long list of people costs little more than a short one. */
#include "query/compare_lines.h"

#include <stdlib.h>

enum { ROLES_MOST = 64 }; /* people without their like, beyond whom roles are not matched */

/* A person on a side. */
struct seat {
	const struct participant *person;
	uint32_t at; /* in the list of the event */
	bool placed;
};

struct seats {
	struct seat *at;
	uint32_t count;
};

static int compare_seats(const void *left, const void *right)
{
	const struct seat *a = left, *b = right;
	uint32_t one = a->person->person.index, other = b->person->person.index;
	if (one != other)
		return one < other ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

static int compare_places(const void *left, const void *right)
{
	const struct seat *a = left, *b = right;
	return (a->at > b->at) - (a->at < b->at);
}

static struct seats seats_of(struct arena *arena, const struct participants *people)
{
	struct seats seats = {NULL, people ? people->count : 0};
	seats.at = arena_alloc(arena, seats.count, sizeof *seats.at);
	for (uint32_t i = 0; i < seats.count; i++)
		seats.at[i] = (struct seat){&people->at[i], i, false};
	return seats;
}

static struct compare_cell seat_cell(
	const struct compare_lines *lines, int side, const struct participant *seat)
{
	return (struct compare_cell){
		.evidence = compare_event_ref(lines, lines->events[side]),
		.person = seat->person,
		.text = seat->role,
	};
}

static void seats_add(struct compare_lines *lines, const struct participant *left,
	const struct participant *right, enum contrast contrast)
{
	struct compare_line *line = compare_lines_add(lines, COMPARE_PEOPLE);
	line->contrast = contrast;
	line->about = record_party(lines->result->record, (left ? left : right)->person);
	if (left)
		line->cells[COMPARE_LEFT] = seat_cell(lines, COMPARE_LEFT, left);
	if (right)
		line->cells[COMPARE_RIGHT] = seat_cell(lines, COMPARE_RIGHT, right);
}

static bool same_role(const struct participant *a, const struct participant *b)
{
	return a->role && b->role ? wording_same(a->role, b->role) : a->role == b->role;
}

/* The seat of a person in a list sorted by people, or NULL. */
static struct seat *seat_find(struct seats seats, uint32_t person)
{
	uint32_t low = 0, high = seats.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (seats.at[middle].person->person.index < person)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < seats.count && seats.at[low].person->person.index == person;
	return found ? &seats.at[low] : NULL;
}

/* One person on both sides: the same, unless the role is another. */
static void match_people(struct compare_lines *lines, struct seats left, struct seats right)
{
	qsort(right.at, right.count, sizeof *right.at, compare_seats);
	for (uint32_t i = 0; i < left.count; i++) {
		struct seat *one = &left.at[i];
		struct seat *other = seat_find(right, one->person->person.index);
		if (!other || other->placed)
			continue;
		other->placed = one->placed = true;
		seats_add(lines, one->person, other->person,
			same_role(one->person, other->person) ? CONTRAST_SAME : CONTRAST_DIFFERS);
	}
	qsort(right.at, right.count, sizeof *right.at, compare_places);
}

static uint32_t unplaced(struct seats seats)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < seats.count; i++)
		count += !seats.at[i].placed;
	return count;
}

/* One role on both sides, in the hands of another of the same party. */
static void match_roles(struct compare_lines *lines, struct seats left, struct seats right)
{
	const struct record *record = lines->result->record;
	if (unplaced(left) > ROLES_MOST || unplaced(right) > ROLES_MOST)
		return;
	for (uint32_t i = 0; i < left.count; i++) {
		struct seat *one = &left.at[i];
		for (uint32_t k = 0; k < right.count && !one->placed; k++) {
			struct seat *other = &right.at[k];
			if (other->placed || !one->person->role || !other->person->role ||
				!compare_same_ref(record_party(record, one->person->person),
					record_party(record, other->person->person)) ||
				!same_role(one->person, other->person))
				continue;
			one->placed = other->placed = true;
			seats_add(lines, one->person, other->person, CONTRAST_DIFFERS);
		}
	}
}

static void add_unplaced(struct compare_lines *lines, struct seats seats, int side)
{
	for (uint32_t i = 0; i < seats.count; i++) {
		const struct participant *person = seats.at[i].person;
		if (seats.at[i].placed)
			continue;
		if (side == COMPARE_LEFT)
			seats_add(lines, person, NULL, CONTRAST_LEFT);
		else
			seats_add(lines, NULL, person, CONTRAST_RIGHT);
	}
}

/* Parties in the order of the file, those of none at the end; within a party as they were added. */
static int compare_parties(const void *left, const void *right)
{
	const struct compare_line *a = left, *b = right;
	uint32_t one = a->about.thing == THING_PARTY ? a->about.index : UINT32_MAX;
	uint32_t other = b->about.thing == THING_PARTY ? b->about.index : UINT32_MAX;
	if (one != other)
		return one < other ? -1 : 1;
	return (a->days > b->days) - (a->days < b->days);
}

static void by_party(struct compare_lines *lines, size_t first)
{
	for (size_t i = first; i < lines->count; i++)
		lines->at[i].days = (int64_t)i; /* for the time being: their order */
	if (lines->count > first)
		qsort(lines->at + first, lines->count - first, sizeof *lines->at, compare_parties);
	for (size_t i = first; i < lines->count; i++)
		lines->at[i].days = 0;
}

void compare_people_add(struct compare_lines *lines)
{
	size_t first = lines->count;
	struct seats left = seats_of(lines->arena, lines->events[COMPARE_LEFT]->people);
	struct seats right = seats_of(lines->arena, lines->events[COMPARE_RIGHT]->people);
	match_people(lines, left, right);
	match_roles(lines, left, right);
	add_unplaced(lines, left, COMPARE_LEFT);
	add_unplaced(lines, right, COMPARE_RIGHT);
	by_party(lines, first);
}
