/* truce check: every problem in the files, on standard output. */
#include "cli/command.h"
#include "cli/open.h"
#include "cli/views.h"
#include "layout/words.h"
#include "term/stream.h"

#include <unistd.h>

static void add_problems(struct buf *out, const struct diag_list *diags)
{
	static const struct {
		enum diag_level level;
		const char *one, *many;
	} kinds[] = {
		{DIAG_ERROR, "error", "errors"},
		{DIAG_WARNING, "warning", "warnings"},
		{DIAG_NOTE, "note", "notes"},
	};
	size_t start = out->len;
	for (int i = 0; i < 3; i++) {
		size_t count = diag_count(diags, kinds[i].level);
		if (!count)
			continue;
		if (out->len > start)
			buf_text(out, ", ");
		words_number(out, count, kinds[i].one, kinds[i].many);
	}
	if (out->len == start)
		buf_text(out, "no problems");
}

/* The last line: what there is, and what is wrong with it. */
static void print_summary(FILE *out, const struct record *record, const struct diag_list *diags)
{
	struct buf line = {0};
	if (record) {
		words_number(&line, record->counts[THING_EVENT], "event", "events");
		buf_text(&line, ", ");
		words_counts(&line, signs_find(term_stream_form(stdout)), &record->quote_kinds);
		buf_text(&line, ": ");
	}
	add_problems(&line, diags);
	fprintf(out, "%s\n", buf_string(&line));
	buf_free(&line);
}

int check_run(const struct command *command, const struct options *options)
{
	struct open_files files;
	bool quiet = options->given[OPTION_QUIET];
	if (!open_read(options, stdout, &files))
		return NOT_DONE;
	struct term_stream stream;
	FILE *out = term_stream_begin(&stream, stdout);
	struct diag_list *diags = diag_create();
	diag_form(diags, term_stream_form(stdout));
	struct record *record = open_load(&files, diags);
	if (record)
		views_check(record, diags);
	diag_print(diags, out, quiet ? DIAG_ERROR : DIAG_NOTE, isatty(STDOUT_FILENO));
	if (!quiet)
		print_summary(out, record, diags);
	int status = diag_count(diags, DIAG_ERROR) ? DONE_NO : DONE;
	diag_free(diags);
	open_close(&files);
	record_free(record);
	bool written = term_stream_end(&stream);
	return command_end(command->name) && written ? status : NOT_DONE;
}
