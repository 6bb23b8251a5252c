#include "cli/report.h"

#include "base/text.h"
#include "cli/command.h"
#include "cli/open.h"
#include "cli/texts.h"
#include "print/json_text.h"

#include <string.h>

const char *const report_formats[] = {"text", "json", NULL};

bool report_format(const char *name, const struct options *options, bool *json)
{
	const char *wanted = options->values[OPTION_FORMAT];
	*json = wanted && strcmp(wanted, "json") == 0;
	if (!wanted || *json || strcmp(wanted, "text") == 0)
		return true;
	complaint_print(name, "there is no format \"%s\" here; there are text and json", wanted);
	return false;
}

/* ---- values ---- */

struct report {
	struct buf *out;
	const struct text_form *form;
	const struct diag_list *diags;
	bool some; /* an item stands in the list already */
};

static void text_field(struct report *report, const char *key, const char *text)
{
	buf_format(report->out, "\"%s\": ", key);
	if (text)
		json_text(report->form, report->out, text);
	else
		buf_text(report->out, "null");
}

/* 0 is none. */
static void number_field(struct report *report, const char *key, uint32_t number)
{
	if (number)
		buf_format(report->out, ", \"%s\": %u", key, (unsigned)number);
	else
		buf_format(report->out, ", \"%s\": null", key);
}

static void place_fields(struct report *report, struct place place)
{
	text_field(report, "file", diag_file_name(report->diags, place.file));
	number_field(report, "line", place.line);
	number_field(report, "column", place.line ? place.column : 0);
}

static void item_begin(struct report *report)
{
	buf_text(report->out, report->some ? ",\n    {" : "\n    {");
	report->some = true;
}

static void list_end(struct report *report)
{
	buf_text(report->out, report->some ? "\n  ]" : "]");
}

/* ---- the parts ---- */

void report_begin(struct buf *out, const struct text_form *form, const struct options *options)
{
	buf_text(out, "{\n  \"files\": [");
	for (int i = 0; i < options->file_count; i++) {
		buf_text(out, i ? ", " : "");
		json_text(form, out, options->files[i]);
	}
	if (!options->file_count)
		json_text(form, out, open_builtin_name);
	buf_text(out, "]");
}

static const char *result_word(enum verify_result result)
{
	return result == VERIFY_FOUND      ? "found"
		: result == VERIFY_NO_TEXT ? "no_text"
					   : "not_found";
}

static void result_add(struct report *report, const struct record *record,
	const struct verify_finding *finding, const char *path)
{
	const struct reach *reach = &finding->reach;
	bool found = finding->result == VERIFY_FOUND;
	item_begin(report);
	text_field(report, "quotation", record->quotes[finding->quote].id);
	buf_text(report->out, ", ");
	text_field(report, "source", record->sources[finding->source].id);
	buf_text(report->out, ", ");
	place_fields(report, finding->place);
	buf_text(report->out, ", ");
	text_field(report, "result", result_word(finding->result));
	buf_text(report->out, ", ");
	text_field(report, "text", finding->result == VERIFY_NO_TEXT ? NULL : path);
	number_field(report, "from", found ? reach->line : finding->line);
	number_field(report, "to", !found ? 0 : reach->line_to ? reach->line_to : reach->line);
	if (found)
		buf_format(report->out, ", \"left_out\": %u", (unsigned)reach->left_out);
	else
		number_field(report, "left_out", 0);
	buf_char(report->out, '}');
}

void report_results(struct buf *out, const struct text_form *form, const struct diag_list *diags,
	const struct verify *verify, const char *texts, bool all)
{
	struct report report = {out, form, diags, false};
	struct buf path = {0};
	buf_text(out, ",\n  \"results\": [");
	for (size_t i = 0; verify && i < verify->count; i++) {
		const struct verify_finding *finding = &verify->findings[i];
		bool good = finding->result == VERIFY_FOUND || finding->result == VERIFY_NO_TEXT;
		if (all || !good)
			result_add(&report, verify->record, finding,
				texts_path(&path, texts, verify->record, finding->source));
	}
	list_end(&report);
	buf_free(&path);
}

static void problem_add(void *state, const struct diag_problem *problem)
{
	struct report *report = state;
	item_begin(report);
	place_fields(report, problem->place);
	buf_text(report->out, ", ");
	text_field(report, "level", diag_word(problem->level));
	buf_text(report->out, ", ");
	text_field(report, "code", problem->code);
	buf_text(report->out, ", ");
	text_field(report, "message", problem->message);
	buf_char(report->out, '}');
}

void report_problems(struct buf *out, const struct text_form *form, const struct diag_list *diags,
	enum diag_level least)
{
	struct report report = {out, form, diags, false};
	buf_text(out, ",\n  \"problems\": [");
	diag_each(diags, least, problem_add, &report);
	list_end(&report);
}

void report_end(struct buf *out, const struct diag_list *diags, const struct verify *verify)
{
	buf_text(out, ",\n  \"counts\": {");
	for (int level = DIAG_ERROR; level >= DIAG_NOTE; level--)
		buf_format(out, "%s\"%s\": %zu", level < DIAG_ERROR ? ", " : "",
			diag_word((enum diag_level)level),
			diag_count(diags, (enum diag_level)level));
	if (verify) {
		struct verify_counts counts = verify_counts(verify);
		buf_format(out, ", \"found\": %zu, \"not_found\": %zu, \"no_text\": %zu",
			counts.found, counts.not_found, counts.no_text);
	}
	buf_text(out, "}\n}\n");
}
