/* truce verify: whether the quotations stand in the texts of their sources, on standard output. What is found is
 * a line each; what is not is a problem of the event file, at the place of the quotation. */
#include "load/verify.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/open.h"
#include "cli/screen.h"
#include "layout/words.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct job {
	const char *folder;
	const struct record *record;
	struct verify verify;
	struct diag_list *diags;
	struct buf path;
	size_t texts; /* that were read */
};

/* ---- texts ---- */

static bool folder_there(const char *name, const char *folder)
{
	struct stat status;
	if (!folder)
		fprintf(stderr,
			"%s: --texts DIR is needed: the folder where the text of each source is a "
			"file SOURCE-ID.txt\n",
			name);
	else if (stat(folder, &status))
		fprintf(stderr, "%s: --texts %s: %s\n", name, folder, strerror(errno));
	else if (!S_ISDIR(status.st_mode))
		fprintf(stderr, "%s: --texts %s: this is a file; name the folder it is in\n", name,
			folder);
	else
		return true;
	return false;
}

/* The path of a source's text, valid until the next call. */
static const char *text_path(struct job *job, uint32_t source)
{
	size_t len = strlen(job->folder);
	buf_clear(&job->path);
	buf_text(&job->path, job->folder);
	if (len && job->folder[len - 1] != '/')
		buf_char(&job->path, '/');
	buf_text(&job->path, job->record->sources[source].id);
	buf_text(&job->path, ".txt");
	return buf_string(&job->path);
}

/* Words in another encoding are not found, and nobody would know why. */
static void text_check(struct job *job, uint32_t file, const char *bytes, size_t len)
{
	size_t valid = text_valid(bytes, len);
	struct place place = {1, 1, file};
	if (valid == len)
		return;
	for (const char *at = bytes; (at = memchr(at, '\n', valid - (size_t)(at - bytes))); at++)
		place.line++;
	diag_add(job->diags, DIAG_WARNING, place, "text-not-utf8",
		"this line is not UTF-8; save the text as UTF-8, or its words will not be found");
}

/* Reads a text, which may be empty; false, having said why, where it cannot be read. */
static bool text_read(
	struct job *job, const char *path, const struct stat *status, struct file_bytes *bytes)
{
	*bytes = (struct file_bytes){0};
	if (S_ISREG(status->st_mode) && status->st_size == 0)
		return true;
	uint32_t file = diag_file(job->diags, path, NULL, 0);
	if (!S_ISREG(status->st_mode)) {
		diag_add(job->diags, DIAG_ERROR, (struct place){.file = file}, "not-a-file",
			"this is no file; the text of a source is a file of that name");
		return false;
	}
	if (!file_read(path, file, job->diags, bytes))
		return false;
	text_check(job, file, bytes->bytes, bytes->len);
	return true;
}

/* False, having said why, where there is a text that cannot be read. */
static bool text_verify(struct job *job, uint32_t source)
{
	const char *path = text_path(job, source);
	struct stat status;
	struct file_bytes bytes;
	if (stat(path, &status)) {
		if (errno == ENOENT || errno == ENAMETOOLONG)
			return true;
		diag_add(job->diags, DIAG_ERROR,
			(struct place){.file = diag_file(job->diags, path, NULL, 0)}, "cannot-read",
			"it cannot be read: %s", strerror(errno));
		return false;
	}
	job->texts++;
	if (!text_read(job, path, &status, &bytes))
		return false;
	verify_source(&job->verify, source, bytes.bytes ? bytes.bytes : "", bytes.len);
	file_release(&bytes);
	return true;
}

/* ---- the report ---- */

/* texts/varga.txt:12 has "peace." where the quotation has "bargain.": … let us call it a peace. … */
static void why_not(struct buf *out, const char *path, const struct verify_finding *finding)
{
	unsigned line = finding->line;
	const char *wanted = finding->wanted;
	switch (finding->result) {
	case VERIFY_OTHER_WORD:
		buf_format(out, "%s:%u has \"%s\" where the quotation has \"%s\"", path, line,
			finding->found, wanted);
		break;
	case VERIFY_OTHER_ORDER:
		buf_format(out, "the part \"%s\" stands before the one it should follow, at %s:%u",
			wanted, path, line);
		break;
	case VERIFY_NO_PREFIX:
		buf_format(out, "its words stand at %s:%u, but not behind the prefix \"%s\"", path,
			line, wanted);
		break;
	case VERIFY_NO_SUFFIX:
		buf_format(out, "its words stand at %s:%u, but not before the suffix \"%s\"", path,
			line, wanted);
		break;
	default:
		buf_format(out, "nothing in %s comes near its words", path);
		return;
	}
	buf_format(out, ": %s", finding->passage);
}

static void not_found(struct job *job, const struct verify_finding *finding)
{
	const struct record *record = job->record;
	struct buf why = {0};
	why_not(&why, text_path(job, finding->source), finding);
	diag_add(job->diags, DIAG_ERROR, finding->place, "not-found", "\"%s\" not found in %s: %s",
		record->quotes[finding->quote].id, record->sources[finding->source].id,
		buf_string(&why));
	buf_free(&why);
}

/* "found    hale-ink  texts/varga-1881.txt:12" */
static void line_print(struct job *job, const struct verify_finding *finding)
{
	static const struct text_form all = {0};
	const char *id = job->record->quotes[finding->quote].id;
	const char *source = job->record->sources[finding->source].id;
	bool found = finding->result == VERIFY_FOUND;
	struct buf line = {0};
	buf_text(&line, found ? "found    " : "no text  ");
	text_show(&all, &line, id, strlen(id));
	buf_text(&line, "  ");
	if (found)
		source = text_path(job, finding->source);
	text_show(&all, &line, source, strlen(source));
	if (found)
		buf_format(&line, ":%u", (unsigned)finding->line);
	puts(buf_string(&line));
	buf_free(&line);
}

/* "97 found, 0 not found, 12 without a text" */
static void counts_print(const struct verify *verify)
{
	struct verify_counts counts = verify_counts(verify);
	struct buf line = {0};
	words_figure(&line, counts.found);
	buf_text(&line, " found, ");
	words_figure(&line, counts.not_found);
	buf_text(&line, " not found, ");
	words_figure(&line, counts.no_text);
	buf_text(&line, " without a text");
	puts(buf_string(&line));
	buf_free(&line);
}

static void report(struct job *job, bool quiet)
{
	for (size_t i = 0; i < job->verify.count; i++) {
		const struct verify_finding *finding = &job->verify.findings[i];
		if (finding->result != VERIFY_FOUND && finding->result != VERIFY_NO_TEXT)
			not_found(job, finding);
		else if (!quiet)
			line_print(job, finding);
	}
	uint32_t sources = job->record->counts[THING_SOURCE];
	if (!job->texts && sources)
		diag_add(job->diags, DIAG_NOTE,
			(struct place){.file = diag_file(job->diags, job->folder, NULL, 0)},
			"no-texts",
			"no file here is named after a source; the text of \"%s\" would be %s.txt",
			job->record->sources[0].id, job->record->sources[0].id);
	diag_print(job->diags, stdout, quiet ? DIAG_ERROR : DIAG_NOTE, isatty(STDOUT_FILENO));
	if (!quiet)
		counts_print(&job->verify);
}

/* ---- the command ---- */

/* The places of the record are those of the inputs, so these are named first. */
static int verify_inputs(
	const struct opened *opened, const struct record *record, const struct options *options)
{
	struct job job = {
		.folder = options->values[OPTION_TEXTS], .record = record, .diags = diag_create()};
	bool read = true;
	for (size_t i = 0; i < opened->count; i++)
		diag_file(job.diags, opened->inputs[i].name, opened->inputs[i].bytes,
			opened->inputs[i].len);
	verify_start(&job.verify, record);
	for (uint32_t source = 0; source < record->counts[THING_SOURCE]; source++)
		if (!text_verify(&job, source))
			read = false;
	report(&job, options->given[OPTION_QUIET]);
	int status = verify_counts(&job.verify).not_found ? DONE_NO : DONE;
	verify_free(&job.verify);
	diag_free(job.diags);
	buf_free(&job.path);
	return read ? status : NOT_DONE;
}

int verify_run(const struct command *command, const struct options *options)
{
	struct opened opened;
	if (!folder_there(command->name, options->values[OPTION_TEXTS]) ||
		!open_read(options, stdout, &opened))
		return NOT_DONE;
	struct diag_list *diags = diag_create();
	struct record *record = load_record(
		opened.inputs, opened.count, opened.bytes == NULL, diags);
	if (!record)
		diag_print(diags, stdout, DIAG_NOTE, isatty(STDOUT_FILENO));
	int status = record ? verify_inputs(&opened, record, options) : NOT_DONE;
	diag_free(diags);
	open_close(&opened);
	record_free(record);
	return screen_flush(command->name) ? status : NOT_DONE;
}
