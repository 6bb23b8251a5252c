/* truce verify: whether the quotations stand in the texts of their sources, on standard output.
 * What is found is a line each; what is not is a problem of the event file, at the place of the
 * quotation. */
#include "load/verify.h"
#include "base/patience.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/open.h"
#include "cli/report.h"
#include "cli/texts.h"
#include "layout/words.h"
#include "load/reach.h"
#include "term/loading.h"
#include "term/stream.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct job {
	const char *folder;
	const struct record *record;
	struct verify verify;
	struct diag_list *diags;
	FILE *out;
	bool json;
	struct buf path;
	size_t texts;  /* that were read */
	size_t others; /* of these, not the ones that the record says were verified */
	size_t looked; /* findings that were looked up */
};

/* Nobody ends it but by a signal: it is said how far it is. */
static bool say_progress(void *state)
{
	struct job *job = state;
	struct buf text = {0};
	job->looked++;
	if (!term_loading_wants())
		return true;
	buf_format(&text, "truce: verifying %zu of %zu", job->looked, job->verify.count);
	term_loading_say(buf_string(&text));
	buf_free(&text);
	return true;
}

/* ---- texts ---- */

/* The path of a source's text, valid until the next call. */
static const char *text_path(struct job *job, uint32_t source)
{
	return texts_path(&job->path, job->folder, job->record, source);
}

/* Warns of another text than the one of which the record has the digest. The words may stand in
 * both, so it is no answer to whether they do. */
static void other_text(struct job *job, uint32_t n, const struct file_bytes *bytes)
{
	const struct source *source = &job->record->sources[n];
	char digest[SHA256_DIGITS + 1];
	if (!texts_differ(source, bytes, digest))
		return;
	job->others++;
	diag_add(job->diags, DIAG_WARNING, source->place, "other-text",
		"%s is not the text of %s that was verified; if this one is meant, write sha256: "
		"%s",
		text_path(job, n), source->id, digest);
}

/* False, having said why, where there is a text that cannot be read. */
static bool text_verify(struct job *job, uint32_t source)
{
	const char *path = text_path(job, source);
	struct stat status;
	struct file_bytes bytes;
	if (stat(path, &status)) {
		int error = errno;
		if (error == ENOENT || error == ENAMETOOLONG)
			return true;
		struct place place = {.file = diag_file(job->diags, path, NULL, 0)};
		diag_add(job->diags, DIAG_ERROR, place, "cannot-read", "it cannot be read: %s",
			strerror(error));
		return false;
	}
	job->texts++;
	if (!texts_read(path, &status, job->diags, &bytes))
		return false;
	other_text(job, source, &bytes);
	verify_source(&job->verify, source, bytes.bytes ? bytes.bytes : "", bytes.len);
	file_release(&bytes);
	return true;
}

/* ---- the report ---- */

static void not_found(struct job *job, const struct verify_finding *finding)
{
	const struct record *record = job->record;
	struct buf why = {0};
	texts_why_not(&why, text_path(job, finding->source), finding);
	diag_add(job->diags, DIAG_ERROR, finding->place, "not-found", "\"%s\" not found in %s: %s",
		record->quotes[finding->quote].id, record->sources[finding->source].id,
		buf_string(&why));
	buf_free(&why);
}

/* Words that stand more than once are not told apart by what the record says of them. */
static void note_twice(struct job *job, const struct verify_finding *finding)
{
	const struct quote *quote = &job->record->quotes[finding->quote];
	bool beside = quote->more && (quote->more->prefix || quote->more->suffix);
	const struct reach *reach = &finding->reach;
	struct buf text = {0};
	if (reach->places < 2)
		return;
	buf_format(&text, "\"%s\" stands ", quote->id);
	texts_places(&text, reach);
	buf_format(&text, " of %s; %s", text_path(job, finding->source),
		finding->at      ? "more of its words would say which"
			: beside ? "a longer `prefix` or `suffix` says which"
				 : "`prefix` or `suffix` says which");
	diag_add(job->diags, DIAG_NOTE, finding->place, "stands-twice", "%s", buf_string(&text));
	buf_free(&text);
}

/* "texts/varga-1881.txt:12", of words with cuts in them "texts/varga-1881.txt:12-48" */
static void add_place(struct buf *out, struct job *job, const struct verify_finding *finding)
{
	const struct reach *reach = &finding->reach;
	buf_format(out, "%s:%u", text_path(job, finding->source), (unsigned)reach->line);
	if (reach->cuts && reach->line_to > reach->line)
		buf_format(out, "-%u", (unsigned)reach->line_to);
}

/* What the cuts leave out may be what was said. */
static void warn_of_cuts(struct job *job, const struct verify_finding *finding)
{
	const struct reach *reach = &finding->reach;
	struct buf cuts = {0}, figure = {0}, place = {0};
	buf_format(&cuts, "the cut%s in \"%s\" leave%s out", reach->cuts > 1 ? "s" : "",
		job->record->quotes[finding->quote].id, reach->cuts > 1 ? "" : "s");
	words_figure(&figure, reach->left_out);
	add_place(&place, job, finding);
	if (reach->far)
		diag_add(job->diags, DIAG_WARNING, finding->place, "far-cut",
			"%s %s words, %s; quote two passages, or more of what stands between",
			buf_string(&cuts), buf_string(&figure), buf_string(&place));
	if (finding->negations)
		diag_add(job->diags, DIAG_WARNING, finding->place, "cut-negation",
			"%s %s, %s; see that the words still say what was said", buf_string(&cuts),
			finding->negations, buf_string(&place));
	buf_free(&cuts);
	buf_free(&figure);
	buf_free(&place);
}

/* "found    hale-ink  texts/varga-1881.txt:12-48, 2,100 words left out" */
static void line_print(struct job *job, const struct verify_finding *finding)
{
	const struct text_form *form = term_stream_form(stdout);
	const char *id = job->record->quotes[finding->quote].id;
	const char *source = job->record->sources[finding->source].id;
	bool found = finding->result == VERIFY_FOUND;
	struct buf line = {0}, place = {0};
	buf_text(&line, found ? "found    " : "no text  ");
	text_show(form, &line, id, strlen(id));
	buf_text(&line, "  ");
	if (found) {
		add_place(&place, job, finding);
		source = buf_string(&place);
	}
	text_show(form, &line, source, strlen(source));
	texts_left_out(&line, &finding->reach);
	fprintf(job->out, "%s\n", buf_string(&line));
	buf_free(&line);
	buf_free(&place);
}

/* "97 found, 0 not found, 12 without a text; 1 text is not the one that was verified" */
static void counts_print(const struct job *job)
{
	struct verify_counts counts = verify_counts(&job->verify);
	struct buf line = {0};
	words_figure(&line, counts.found);
	buf_text(&line, " found, ");
	words_figure(&line, counts.not_found);
	buf_text(&line, " not found, ");
	words_figure(&line, counts.no_text);
	buf_text(&line, " without a text");
	if (job->others) {
		buf_text(&line, "; ");
		words_number(&line, job->others, "text is not the one", "texts are not the ones");
		buf_format(&line, " that %s verified", job->others > 1 ? "were" : "was");
	}
	fprintf(job->out, "%s\n", buf_string(&line));
	buf_free(&line);
}

static void collect(struct job *job, bool quiet)
{
	/* Where there is no text at all, a line for each quotation would bury what is to be done. */
	quiet |= !job->texts;
	for (size_t i = 0; i < job->verify.count; i++) {
		const struct verify_finding *finding = &job->verify.findings[i];
		if (finding->result != VERIFY_FOUND && finding->result != VERIFY_NO_TEXT)
			not_found(job, finding);
		else if (!quiet && !job->json)
			line_print(job, finding);
		if (finding->result == VERIFY_FOUND) {
			note_twice(job, finding);
			warn_of_cuts(job, finding);
		}
	}
	uint32_t sources = job->record->counts[THING_SOURCE];
	if (!job->texts && sources)
		diag_add(job->diags, DIAG_NOTE,
			(struct place){.file = diag_file(job->diags, job->folder, NULL, 0)},
			"no-texts",
			"no file here is named after a source: save the text of \"%s\" as "
			"%s.txt, and so on%s",
			job->record->sources[0].id, job->record->sources[0].id,
			job->json ? "" : "; -f json lists what each quotation waits for");
}

/* The object that programs read; the verification is NULL where there was none. */
static void json_print(FILE *out, const struct options *options, const struct diag_list *diags,
	const struct verify *verify)
{
	const struct text_form *form = term_stream_form(stdout);
	bool quiet = options->given[OPTION_QUIET];
	struct buf text = {0};
	report_begin(&text, form, options);
	report_results(&text, form, diags, verify, options->values[OPTION_TEXTS], !quiet);
	report_problems(&text, form, diags, quiet ? DIAG_ERROR : DIAG_NOTE);
	report_end(&text, diags, verify);
	fwrite(text.text, 1, text.len, out);
	buf_free(&text);
}

static void report(struct job *job, const struct options *options)
{
	bool quiet = options->given[OPTION_QUIET];
	collect(job, quiet);
	if (job->json) {
		json_print(job->out, options, job->diags, &job->verify);
		return;
	}
	diag_print(job->diags, job->out, quiet ? DIAG_ERROR : DIAG_NOTE, isatty(STDOUT_FILENO));
	if (!quiet)
		counts_print(job);
}

/* ---- the command ---- */

/* The places of the record are those of the inputs, so these are named first. */
static int verify_inputs(struct job *job, const struct open_files *files,
	const struct record *record, const struct options *options)
{
	job->folder = options->values[OPTION_TEXTS];
	job->record = record;
	job->diags = diag_create();
	diag_form(job->diags, term_stream_form(stdout));
	if (job->json)
		diag_keep(job->diags, REPORT_MOST);
	bool read = true;
	for (size_t i = 0; i < files->count; i++)
		diag_file(job->diags, files->inputs[i].name, files->inputs[i].bytes,
			files->inputs[i].len);
	struct patience patience = {.lasts = say_progress, .state = job};
	verify_start(&job->verify, record);
	job->verify.patience = &patience;
	for (uint32_t source = 0; source < record->counts[THING_SOURCE]; source++)
		if (!text_verify(job, source))
			read = false;
	report(job, options);
	int status = verify_counts(&job->verify).not_found ? DONE_NO : DONE;
	verify_free(&job->verify);
	diag_free(job->diags);
	buf_free(&job->path);
	return read ? status : NOT_DONE;
}

/* What keeps it from being done. */
static void problems_print(
	const struct job *job, const struct options *options, const struct diag_list *diags)
{
	if (job->json)
		json_print(job->out, options, diags, NULL);
	else
		diag_print(diags, job->out, DIAG_NOTE, isatty(STDOUT_FILENO));
}

static int verify_files(
	struct job *job, const struct options *options, const struct open_files *files)
{
	struct diag_list *diags = diag_create();
	diag_form(diags, term_stream_form(stdout));
	if (job->json)
		diag_keep(diags, REPORT_MOST);
	struct record *record = open_load(files, diags);
	if (!record)
		problems_print(job, options, diags);
	int status = record ? verify_inputs(job, files, record, options) : NOT_DONE;
	diag_free(diags);
	record_free(record);
	return status;
}

int verify_run(const struct command *command, const struct options *options)
{
	struct open_files files;
	struct job job = {0};
	struct term_stream stream;
	if (!report_format(command->name, options, &job.json) ||
		!texts_folder(command->name, options->values[OPTION_TEXTS]))
		return NOT_DONE;
	struct diag_list *diags = diag_create();
	bool read = open_collect(options, diags, &files);
	job.out = term_stream_begin(&stream, stdout);
	if (!read)
		problems_print(&job, options, diags);
	diag_free(diags);
	int status = read ? verify_files(&job, options, &files) : NOT_DONE;
	if (read)
		open_close(&files);
	bool written = term_stream_end(&stream);
	return command_end(command->name) && written ? status : NOT_DONE;
}
