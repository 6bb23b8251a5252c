/* A walk in depth along `answers`, with its path on a stack of its own: whoever meets a quotation of the path
 * has closed a circle. Each quotation is entered once. */
#include "load/checks.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { FRESH, OPEN, DONE };

struct step {
	uint32_t quote, next; /* the next of its answers to follow */
};

struct walk {
	uint8_t *state; /* by quotation */
	struct step *path;
	size_t depth, capacity;
};

static void enter(struct walk *walk, uint32_t quote)
{
	walk->path = mem_grow(walk->path, &walk->capacity, walk->depth + 1, sizeof *walk->path);
	walk->path[walk->depth++] = (struct step){quote, 0};
	walk->state[quote] = OPEN;
}

static void follow(struct loader *load, struct walk *walk, uint32_t start)
{
	const struct quote *quotes = load->record->quotes;
	enter(walk, start);
	while (walk->depth) {
		struct step *step = &walk->path[walk->depth - 1];
		const struct refs *answers = quotes[step->quote].answers;
		if (!answers || step->next == answers->count) {
			walk->state[step->quote] = DONE;
			walk->depth--;
			continue;
		}
		struct ref ref = answers->at[step->next++];
		if (ref.thing != THING_QUOTE ||
			ref.index == step->quote) /* itself: reported when read */
			continue;
		if (walk->state[ref.index] == FRESH)
			enter(walk, ref.index);
		else if (walk->state[ref.index] == OPEN)
			code_report(load->diags, CODE_ANSWERS_CIRCLE, quotes[step->quote].place,
				"\"%s\" answers \"%s\", which answers it: a circle",
				quotes[step->quote].id, quotes[ref.index].id);
	}
}

void check_answers(struct loader *load)
{
	const struct record *record = load->record;
	struct walk walk = {0};
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		if (!record->quotes[i].answers)
			continue;
		if (!walk.state)
			walk.state = mem_zero(record->counts[THING_QUOTE], 1);
		if (walk.state[i] == FRESH)
			follow(load, &walk, i);
	}
	free(walk.path);
	free(walk.state);
}
