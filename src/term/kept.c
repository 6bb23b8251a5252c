#include "term/kept.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

/* As much of a paste as has room, in whole characters; there is none behind one that is cut. */
static size_t pasted_len(struct kept *kept, const struct input *input)
{
	size_t room = KEPT_PASTED_MOST - kept->pasted;
	if (input->len <= room) {
		kept->pasted += input->len;
		return input->len;
	}
	kept->pasted = KEPT_PASTED_MOST;
	while (room > 0 && text_is_inside(input->text[room]))
		room--;
	return room;
}

void kept_add(struct kept *kept, struct input input)
{
	if (input.kind == INPUT_PASTE) {
		input.len = pasted_len(kept, &input);
		if (input.len == 0)
			return;
		input.text = arena_text(&kept->texts, input.text, input.len);
	}
	kept->inputs = mem_grow(
		kept->inputs, &kept->capacity, kept->count + 1, sizeof *kept->inputs);
	kept->inputs[kept->count++] = input;
}

bool kept_full(const struct kept *kept)
{
	return kept->count >= KEPT_MOST;
}

bool kept_any(const struct kept *kept)
{
	return kept->at < kept->count;
}

bool kept_take(struct kept *kept, struct input *input)
{
	if (kept_any(kept)) {
		*input = kept->inputs[kept->at++];
		return true;
	}
	kept->at = kept->count = kept->pasted = 0;
	arena_reset(&kept->texts);
	return false;
}

void kept_free(struct kept *kept)
{
	arena_free(&kept->texts);
	free(kept->inputs);
}
