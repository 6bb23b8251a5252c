/* Nothing is kept of a text: a reader asks for one passage at a time, and a file may be saved anew
 * between two. */
#include "cli/texts.h"

#include "base/memory.h"
#include "base/text.h"
#include "cli/command.h"
#include "layout/words.h"
#include "load/cut.h"
#include "load/other_file.h"
#include "load/passage.h"

#include <errno.h>
#include <string.h>

bool texts_folder(const char *name, const char *folder)
{
	struct stat status;
	if (!folder)
		complaint_print(name,
			"--texts DIR is needed: the folder where the text of each source is a file "
			"SOURCE-ID.txt");
	else if (stat(folder, &status))
		complaint_print(name, "--texts %s: %s", folder, strerror(errno));
	else if (!S_ISDIR(status.st_mode))
		complaint_print(
			name, "--texts %s: this is a file; name the folder it is in", folder);
	else
		return true;
	return false;
}

const char *texts_path(
	struct buf *path, const char *folder, const struct record *record, uint32_t source)
{
	size_t len = strlen(folder);
	buf_clear(path);
	buf_text(path, folder);
	if (len && folder[len - 1] != '/')
		buf_char(path, '/');
	buf_text(path, record->sources[source].id);
	buf_text(path, ".txt");
	return buf_string(path);
}

/* Words in another encoding are not found, and nobody would know why. */
static void check_encoding(struct diag_list *diags, uint32_t file, const char *bytes, size_t len)
{
	size_t valid = text_valid(bytes, len);
	struct place place = {1, 1, file};
	struct other_file other;
	if (valid == len)
		return;
	if (other_file(bytes, len, diag_file_name(diags, file), &other)) {
		diag_add(diags, DIAG_WARNING, (struct place){.file = file}, "text-not-utf8",
			"this is %s; save the text in it as UTF-8, or its words will not be found",
			other.what);
		return;
	}
	for (const char *at = bytes; (at = memchr(at, '\n', valid - (size_t)(at - bytes))); at++)
		place.line++;
	diag_add(diags, DIAG_WARNING, place, "text-not-utf8",
		"this line is not UTF-8; save the text as UTF-8, or its words will not be found");
}

bool texts_read(const char *path, const struct stat *status, struct diag_list *diags,
	struct file_bytes *bytes)
{
	*bytes = (struct file_bytes){0};
	if (S_ISREG(status->st_mode) && status->st_size == 0)
		return true;
	uint32_t file = diag_file(diags, path, NULL, 0);
	if (!S_ISREG(status->st_mode)) {
		diag_add(diags, DIAG_ERROR, (struct place){.file = file}, "not-a-file",
			"this is no file; the text of a source is a file of that name");
		return false;
	}
	if (!file_read_text(path, file, diags, bytes))
		return false;
	check_encoding(diags, file, bytes->bytes, bytes->len);
	return true;
}

bool texts_differ(
	const struct source *source, const struct file_bytes *bytes, char digest[SHA256_DIGITS + 1])
{
	const char *verified = source->fields[SOURCE_SHA256];
	if (!verified)
		return false;
	sha256_hex(bytes->bytes, bytes->len, digest);
	return !text_same_ascii(verified, digest, SHA256_DIGITS);
}

/* Where dots differ they may be meant as a cut. */
static const char *cut_hint(const char *wanted)
{
	for (; *wanted; wanted++)
		if (cut_other_len(wanted) || cut_dots_len(wanted))
			return " (a cut is written […])";
	return "";
}

void texts_why_not(struct buf *out, const char *path, const struct verify_finding *finding)
{
	unsigned line = finding->line;
	const char *wanted = finding->wanted;
	switch (finding->result) {
	case VERIFY_OTHER_WORD:
		buf_format(out, "%s:%u has \"%s\" where the quotation has \"%s\"%s", path, line,
			finding->found, wanted, cut_hint(wanted));
		break;
	case VERIFY_LOOK_ALIKE:
		buf_format(out, "%s, at %s:%u", finding->found, path, line);
		break;
	case VERIFY_OTHER_CUT:
		buf_format(out, "%s:%u has no \"%s\" there; a cut is written […]", path, line,
			cut_dots_len(wanted) == strlen(wanted) ? "…" : wanted);
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

void texts_left_out(struct buf *out, const struct reach *reach)
{
	if (!reach->cuts)
		return;
	buf_text(out, ", ");
	if (reach->left_out)
		words_figure(out, reach->left_out);
	else
		buf_text(out, "nothing");
	buf_format(out, "%s left out",
		!reach->left_out               ? ""
			: reach->left_out == 1 ? " word"
					       : " words");
}

void texts_places(struct buf *out, const struct reach *reach)
{
	if (reach->line_count == 1)
		buf_text(out, reach->places > 2 ? "several times in line " : "twice in line ");
	else
		buf_text(out,
			reach->places == VERIFY_PLACES_MOST ? "at least at lines " : "at lines ");
	for (uint32_t i = 0; i < reach->line_count; i++) {
		bool last = i + 1 == reach->line_count;
		buf_text(out, !i ? "" : last ? " and " : ", ");
		words_figure(out, reach->lines[i]);
	}
}

/* ---- for the explorer ---- */

static void keep_passage(struct text_passage *out, struct passage *passage)
{
	const struct reach *reach = &passage->reach;
	out->line = reach->line;
	out->line_to = reach->line_to;
	texts_left_out(&out->reach, reach);
	if (reach->places > 1) {
		buf_text(&out->reach, "; these words stand ");
		texts_places(&out->reach, reach);
	}
	out->text = passage->text;
	out->mark_count = (uint32_t)passage->count;
	out->marks = mem_alloc(passage->count * sizeof *out->marks);
	for (size_t i = 0; i < passage->count; i++)
		out->marks[i] = (struct wording_part){passage->marks[i].from, passage->marks[i].to};
	passage->text = (struct buf){0};
	passage_free(passage);
}

/* Says what comes nearest, as verification does. */
static void say_nearest(const struct record *record, uint32_t quote, const struct attestation *also,
	uint32_t source, const struct file_bytes *bytes, struct text_passage *out)
{
	struct verify verify;
	verify_start(&verify, record);
	verify_source(&verify, source, bytes->bytes ? bytes->bytes : "", bytes->len);
	size_t at = 0;
	while (verify.findings[at].quote != quote || verify.findings[at].at != also)
		at++;
	texts_why_not(&out->why, buf_string(&out->file), &verify.findings[at]);
	verify_free(&verify);
}

static enum text_answer look_up(const struct record *record, uint32_t n,
	const struct attestation *also, const struct file_bytes *bytes, struct text_passage *out)
{
	const struct quote *quote = &record->quotes[n];
	const struct quote_more *more = also ? NULL : quote->more;
	struct ref source = also ? also->source : quote->source;
	struct passage passage = {0};
	char digest[SHA256_DIGITS + 1];
	out->other = texts_differ(&record->sources[source.index], bytes, digest);
	if (passage_find(&passage, bytes->bytes ? bytes->bytes : "", bytes->len,
		    also && also->text ? also->text : quote->text, more ? more->prefix : NULL,
		    more ? more->suffix : NULL)) {
		keep_passage(out, &passage);
		return TEXT_FOUND;
	}
	say_nearest(record, n, also, source.index, bytes, out);
	return TEXT_NOT_FOUND;
}

static enum text_answer file_look_up(const void *state, const struct record *record, uint32_t quote,
	const struct attestation *also, struct text_passage *out)
{
	struct ref source = also ? also->source : record->quotes[quote].source;
	const char *path = texts_path(&out->file, state, record, source.index);
	struct stat status;
	struct file_bytes bytes;
	if (stat(path, &status)) {
		if (errno == ENOENT || errno == ENAMETOOLONG)
			return TEXT_MISSING;
		buf_text(&out->why, strerror(errno));
		return TEXT_UNREADABLE;
	}
	enum text_answer answer = TEXT_UNREADABLE;
	struct diag_list *diags = diag_create();
	if (texts_read(path, &status, diags, &bytes)) {
		answer = look_up(record, quote, also, &bytes, out);
		file_release(&bytes);
	} else {
		diag_text(diags, &out->why, DIAG_ERROR, false);
		if (out->why.len) /* without its line feed */
			out->why.text[--out->why.len] = '\0';
	}
	diag_free(diags);
	return answer;
}

struct source_texts texts_source(const char *folder)
{
	return (struct source_texts){folder, file_look_up};
}
