#include "cli/open.h"

#include "base/memory.h"
#include "cli/builtin.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void open_builtin(struct opened *opened)
{
	opened->inputs = mem_zero(1, sizeof *opened->inputs);
	opened->inputs[0] = (struct load_input){"events.yaml", builtin_events, builtin_events_len};
	opened->bytes = NULL;
	opened->count = 1;
}

bool open_read(const struct options *options, FILE *out, struct opened *opened)
{
	if (options->file_count == 0) {
		open_builtin(opened);
		return true;
	}
	size_t count = (size_t)options->file_count;
	*opened = (struct opened){
		.inputs = mem_zero(count, sizeof *opened->inputs),
		.bytes = mem_zero(count, sizeof *opened->bytes),
		.count = count,
	};
	struct diag_list *diags = diag_create();
	bool standard = false; /* standard input has been read: it has an end */
	for (size_t i = 0; i < count; i++) {
		const char *name = options->files[i];
		uint32_t file = diag_file(diags, name, NULL, 0);
		struct file_bytes *bytes = &opened->bytes[i];
		if (strcmp(name, "-") == 0 && standard) {
			diag_add(diags, DIAG_ERROR, (struct place){.file = file}, "cannot-read",
				"standard input can be read only once");
			continue;
		}
		standard |= strcmp(name, "-") == 0;
		if (file_read(name, file, diags, bytes))
			opened->inputs[i] = (struct load_input){name, bytes->bytes, bytes->len};
	}
	bool all_read = diag_count(diags, DIAG_ERROR) == 0;
	diag_print(diags, out, DIAG_NOTE, false);
	diag_free(diags);
	if (!all_read)
		open_close(opened);
	return all_read;
}

struct record *open_load(const struct opened *opened, struct diag_list *diags)
{
	return load_record(opened->inputs, opened->count, opened->bytes == NULL, diags);
}

void open_close(struct opened *opened)
{
	for (size_t i = 0; opened->bytes && i < opened->count; i++)
		file_release(&opened->bytes[i]);
	free(opened->bytes);
	free(opened->inputs);
	*opened = (struct opened){0};
}

static struct record *read_and_load(const struct options *options, FILE *out, bool source)
{
	struct opened opened;
	if (!open_read(options, out, &opened))
		return NULL;
	struct diag_list *diags = diag_create();
	struct record *record = open_load(&opened, diags);
	if (!record)
		diag_print(diags, out, DIAG_NOTE, source);
	diag_free(diags);
	open_close(&opened);
	return record;
}

struct record *open_record(const struct options *options)
{
	return read_and_load(options, stderr, isatty(STDERR_FILENO));
}

struct record *open_again(const struct options *options, bool source, struct buf *problems)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	if (!out) {
		buf_text(problems, "there is no memory left to read the files again\n");
		return NULL;
	}
	struct record *record = read_and_load(options, out, source);
	fclose(out);
	buf_add(problems, text, len);
	free(text);
	return record;
}
