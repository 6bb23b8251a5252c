/* Ids of ASCII alone are passed over: of two that look the same, at least one has a letter of
 * another kind. */
#include "load/finish.h"

#include "base/look.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* An id with its letters as what they look like. */
struct seen_id {
	const char *seen; /* in `scratch` */
	const struct odd_id *odd;
	enum id_space space;
};

static const char *seen_as(struct loader *load, const char *id)
{
	size_t len = strlen(id), bytes;
	char plain[4];
	buf_clear(&load->buf);
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(id + at, len - at, &bytes);
		code = code < 0x80 ? code : text_alike(code);
		buf_add(&load->buf, plain, text_encode(code, plain));
	}
	return arena_text(&load->scratch, load->buf.text, load->buf.len);
}

static int by_look(const void *a, const void *b)
{
	const struct seen_id *one = a, *other = b;
	if (one->space != other->space)
		return one->space < other->space ? -1 : 1;
	int order = strcmp(one->seen, other->seen);
	if (order)
		return order;
	return (one->odd > other->odd) - (one->odd < other->odd);
}

static void alike_report(
	struct loader *load, const struct odd_id *odd, const char *other, struct place place)
{
	struct buf where = {0}, why = {0};
	loader_where(load, odd->place, place, &where);
	look_explain(&why, odd->id, other, buf_string(&where));
	code_report(load->diags, CODE_IDS_ALIKE, odd->place, "the id \"%s\" looks like another; %s",
		odd->id, buf_string(&why));
	buf_free(&why);
	buf_free(&where);
}

/* A letter of another alphabet, in an id that looks like no other. */
static void odd_report(struct loader *load, const struct odd_id *odd)
{
	struct buf why = {0};
	if (look_odd_explain(&why, odd->id))
		code_report(load->diags, CODE_ODD_LETTER, odd->place,
			"the id \"%s\" may not be what it looks like; %s", odd->id,
			buf_string(&why));
	buf_free(&why);
}

/* Whether the other one of two is that with the odd letter, which has been told. */
static bool is_told(const char *id, const char *other)
{
	const char *among;
	return look_odd(id, &among) < 0 && look_odd(other, &among) >= 0;
}

static void id_check(struct loader *load, const struct seen_id *id, const struct seen_id *before)
{
	struct ref ref = ids_find(&load->ids, id->space, id->seen);
	if (ref.thing != THING_NONE && strcmp(id->seen, id->odd->id) != 0)
		alike_report(load, id->odd, id->seen, loader_place(load, ref));
	else if (before && before->space == id->space && strcmp(before->seen, id->seen) == 0 &&
		strcmp(before->odd->id, id->odd->id) != 0) {
		if (!is_told(id->odd->id, before->odd->id))
			alike_report(load, id->odd, before->odd->id, before->odd->place);
	} else
		odd_report(load, id->odd);
}

void ids_alike_check(struct loader *load)
{
	size_t count = load->odd_id_count;
	struct seen_id *ids = mem_zero(count + 1, sizeof *ids);
	for (size_t i = 0; i < count; i++) {
		const struct odd_id *odd = &load->odd_ids[i];
		ids[i] = (struct seen_id){seen_as(load, odd->id), odd, id_space(odd->thing)};
	}
	qsort(ids, count, sizeof *ids, by_look);
	for (size_t i = 0; i < count; i++)
		id_check(load, &ids[i], i ? &ids[i - 1] : NULL);
	free(ids);
}
