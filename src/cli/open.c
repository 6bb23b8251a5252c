#include "cli/open.h"

#include "base/memory.h"
#include "cli/builtin.h"
#include "term/loading.h"
#include "term/stream.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char open_builtin_name[] = "events.yaml";

static void open_builtin(struct open_files *files)
{
	files->inputs = mem_zero(1, sizeof *files->inputs);
	files->inputs[0] = (struct load_input){
		open_builtin_name, builtin_events, builtin_events_len};
	files->bytes = NULL;
	files->count = 1;
}

struct reading {
	bool again, source;        /* what is shown already; problems as a terminal gets them */
	struct patience *patience; /* may be NULL */
};

/* Adds to the list what is wrong with the files. */
static bool read_files(const struct options *options, struct reading reading,
	struct diag_list *diags, struct open_files *files)
{
	if (options->file_count == 0) {
		open_builtin(files);
		return true;
	}
	size_t count = (size_t)options->file_count;
	*files = (struct open_files){
		.inputs = mem_zero(count, sizeof *files->inputs),
		.bytes = mem_zero(count, sizeof *files->bytes),
		.count = count,
	};
	diag_patience(diags, reading.patience);
	bool standard = false; /* standard input has been read: it has an end */
	for (size_t i = 0; i < count; i++) {
		const char *name = options->files[i];
		uint32_t file = diag_file(diags, name, NULL, 0);
		struct file_bytes *bytes = &files->bytes[i];
		if (strcmp(name, "-") == 0 && standard) {
			diag_add(diags, DIAG_ERROR, (struct place){.file = file}, "cannot-read",
				"standard input can be read only once");
			continue;
		}
		/* Somebody may type it, here or into what comes through a pipe. */
		bool typed = strcmp(name, "-") == 0;
		standard |= typed;
		if (typed)
			term_loading_pause(true);
		if ((reading.again ? file_read_again : file_read)(name, file, diags, bytes))
			files->inputs[i] = (struct load_input){name, bytes->bytes, bytes->len};
		if (typed)
			term_loading_pause(false);
	}
	bool all_read = diag_count(diags, DIAG_ERROR) == 0 && !patience_is_over(reading.patience);
	if (!all_read)
		open_close(files);
	return all_read;
}

/* Where it takes long: what is read. The line stays until something is written, or to the end. */
static void say_reading(const struct options *options)
{
	struct buf text = {0};
	bool standard = options->file_count == 1 && strcmp(options->files[0], "-") == 0;
	buf_text(&text, "truce: reading ");
	if (options->file_count > 1)
		buf_format(&text, "%d files", options->file_count);
	else if (options->file_count == 1)
		buf_text(&text, standard ? "standard input" : options->files[0]);
	else
		buf_text(&text, "the record");
	term_loading_begin(buf_string(&text), false);
	buf_free(&text);
}

bool open_collect(const struct options *options, struct diag_list *diags, struct open_files *files)
{
	say_reading(options);
	return read_files(options, (struct reading){0}, diags, files);
}

struct record *open_load(const struct open_files *files, struct diag_list *diags)
{
	diag_lend(diags, files->bytes, files->bytes ? files->count : 0);
	return load_record(
		files->inputs, files->count, files->bytes ? NULL : &builtin_stored, diags);
}

void open_close(struct open_files *files)
{
	for (size_t i = 0; files->bytes && i < files->count; i++)
		file_release(&files->bytes[i]);
	free(files->bytes);
	free(files->inputs);
	*files = (struct open_files){0};
}

struct record *open_record(const struct options *options)
{
	struct buf problems = {0};
	say_reading(options);
	struct record *record = open_first(options, isatty(STDERR_FILENO), &problems);
	term_stream_put(stderr, buf_string(&problems), problems.len);
	buf_free(&problems);
	return record;
}

static void keep_told(void *state, const struct diag_problem *problem)
{
	if (load_tells(problem->code))
		diag_add(state, problem->level, problem->place, problem->code, "%s",
			problem->message);
}

/* Appends what is said of files of other programs, which are records in another form. */
static void say_imported(
	struct buf *out, const struct diag_list *diags, const struct open_files *files, bool source)
{
	struct diag_list *told = diag_create();
	if (source)
		diag_form(told, term_stream_form(stderr));
	diag_lend(told, files->bytes, files->bytes ? files->count : 0);
	for (size_t i = 0; i < files->count; i++)
		diag_file(
			told, files->inputs[i].name, files->inputs[i].bytes, files->inputs[i].len);
	diag_each(diags, DIAG_NOTE, keep_told, told);
	diag_text(told, out, DIAG_NOTE, false);
	diag_free(told);
}

static struct record *read_and_load(
	const struct options *options, struct reading reading, struct buf *problems)
{
	struct open_files files;
	struct diag_list *diags = diag_create();
	bool read = read_files(options, reading, diags, &files);
	diag_text(diags, problems, DIAG_NOTE, false);
	diag_free(diags);
	if (!read)
		return NULL;
	diags = diag_create();
	diag_patience(diags, reading.patience);
	if (reading.source) /* on a terminal: the explorer's own where they are shown already */
		diag_form(diags, term_stream_form(reading.again ? stdout : stderr));
	if (!files.bytes) /* `make check` holds the built-in record to have none */
		diag_least(diags, DIAG_ERROR);
	struct record *record = open_load(&files, diags);
	if (!record && !patience_is_over(reading.patience))
		diag_text(diags, problems, DIAG_NOTE, reading.source);
	else if (record && !reading.again)
		say_imported(problems, diags, &files, reading.source);
	diag_free(diags);
	open_close(&files);
	return record;
}

struct record *open_first(const struct options *options, bool source, struct buf *problems)
{
	return read_and_load(options, (struct reading){.source = source}, problems);
}

struct record *open_again(
	const struct options *options, struct patience *patience, struct buf *problems)
{
	return read_and_load(options,
		(struct reading){.again = true, .source = true, .patience = patience}, problems);
}
