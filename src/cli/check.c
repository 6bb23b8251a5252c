/* truce check: every problem in the files, on standard output. */
#include "cli/command.h"
#include "cli/open.h"
#include "cli/report.h"
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

struct check {
	const struct options *options;
	bool json, read; /* read: each file could be */
	struct open_files files;
	struct record *record; /* NULL where there is an error */
	struct diag_list *diags;
};

static void check_load(struct check *check)
{
	check->diags = diag_create();
	check->read = open_collect(check->options, check->diags, &check->files);
	if (!check->read)
		return;
	diag_free(check->diags);
	check->diags = diag_create(); /* loading names the files anew */
	diag_form(check->diags, term_stream_form(stdout));
	if (check->json)
		diag_keep(check->diags, REPORT_MOST);
	check->record = open_load(&check->files, check->diags);
	if (check->record)
		views_check(check->record, check->diags);
}

/* What is said with --quiet is what decides the exit status. */
static enum diag_level check_least(const struct check *check)
{
	return !check->options->given[OPTION_QUIET]    ? DIAG_NOTE
		: check->options->given[OPTION_STRICT] ? DIAG_WARNING
						       : DIAG_ERROR;
}

static void check_print(const struct check *check, FILE *out)
{
	const struct text_form *form = term_stream_form(stdout);
	struct buf text = {0};
	if (check->json) {
		report_begin(&text, form, check->options);
		report_problems(&text, form, check->diags, check_least(check));
		report_end(&text, check->diags, NULL);
		fwrite(text.text, 1, text.len, out);
		buf_free(&text);
	} else {
		diag_print(check->diags, out, check->read ? check_least(check) : DIAG_NOTE,
			check->read && isatty(STDOUT_FILENO));
		if (check->read && !check->options->given[OPTION_QUIET])
			print_summary(out, check->record, check->diags);
	}
}

static int check_status(const struct check *check)
{
	bool strict = check->options->given[OPTION_STRICT];
	if (!check->read)
		return NOT_DONE;
	return diag_count(check->diags, DIAG_ERROR) ||
			(strict && diag_count(check->diags, DIAG_WARNING))
		? DONE_NO
		: DONE;
}

int check_run(const struct command *command, const struct options *options)
{
	struct check check = {.options = options};
	struct term_stream stream;
	if (!report_format(command->name, options, &check.json))
		return NOT_DONE;
	check_load(&check);
	check_print(&check, term_stream_begin(&stream, stdout));
	int status = check_status(&check);
	diag_free(check.diags);
	if (check.read)
		open_close(&check.files);
	record_free(check.record);
	bool written = term_stream_end(&stream);
	return command_end(command->name) && written ? status : NOT_DONE;
}
