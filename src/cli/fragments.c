/* A text is read once, for all the quotations of its source. */
#include "cli/fragments.h"

#include "base/memory.h"
#include "cli/texts.h"
#include "load/fragment.h"

#include <errno.h>
#include <string.h>

static void of_source(struct arena *arena, const struct record *record, uint32_t source,
	const struct file_bytes *bytes, const char **fragments)
{
	for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++) {
		const struct quote *quote = &record->quotes[n];
		const struct quote_more *more = quote->more;
		struct buf fragment = {0};
		if (quote->source.index != source)
			continue;
		fragment_add(&fragment, bytes->bytes ? bytes->bytes : "", bytes->len, quote->text,
			more ? more->prefix : NULL, more ? more->suffix : NULL);
		if (fragment.len)
			fragments[n] = buf_kept(&fragment, arena);
		buf_free(&fragment);
	}
}

static bool is_quoted(const struct record *record, uint32_t source)
{
	for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++)
		if (record->quotes[n].source.index == source)
			return true;
	return false;
}

/* False, having said why, where there is a text that cannot be read. */
static bool text_look_up(struct arena *arena, const struct record *record, uint32_t source,
	const char *path, const char **fragments)
{
	struct stat status;
	struct file_bytes bytes;
	if (stat(path, &status))
		return errno == ENOENT || errno == ENAMETOOLONG;
	struct diag_list *diags = diag_create();
	bool read = texts_read(path, &status, diags, &bytes);
	if (read) {
		of_source(arena, record, source, &bytes, fragments);
		file_release(&bytes);
	} else {
		diag_print(diags, stderr, DIAG_ERROR, false);
	}
	diag_free(diags);
	return read;
}

const char *const *fragments_find(
	struct arena *arena, const struct record *record, const char *folder)
{
	const char **fragments = arena_alloc(arena, record->counts[THING_QUOTE], sizeof *fragments);
	struct buf path = {0};
	bool good = true;
	memset(fragments, 0, record->counts[THING_QUOTE] * sizeof *fragments);
	for (uint32_t n = 0; n < record->counts[THING_SOURCE] && good; n++)
		if (record->sources[n].fields[SOURCE_URL] && is_quoted(record, n))
			good = text_look_up(
				arena, record, n, texts_path(&path, folder, record, n), fragments);
	buf_free(&path);
	return good ? fragments : NULL;
}
