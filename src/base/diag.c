/* A file of a million mistakes must stay cheap: of each level only the first 200 problems of a file
 * are kept, by place, in a sorted array; the others are counted and never formatted. Levels are kept
 * apart, since a flood of notes must not push out an error, and merged when they are printed. */
#include "base/diag.h"

#include "base/buf.h"
#include "base/diag_source.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN = 200, MESSAGE_MOST = 800 };

struct problem {
	struct place place;
	const char *code;
	struct buf message;
};

struct kept {
	struct problem *problems; /* by place, then as they came; at most SHOWN */
	size_t count, capacity;
};

struct diag_file {
	char *name;
	const char *bytes;
	size_t len;
	struct kept kept[DIAG_LEVEL_COUNT];
	size_t total[DIAG_LEVEL_COUNT];
};

struct diag_list {
	struct diag_file *files;
	size_t count, capacity;
	const struct text_form *form;
};

static const char *const level_words[DIAG_LEVEL_COUNT] = {
	[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

struct diag_list *diag_create(void)
{
	return mem_zero(1, sizeof(struct diag_list));
}

void diag_free(struct diag_list *list)
{
	if (!list)
		return;
	for (size_t f = 0; f < list->count; f++) {
		for (int level = 0; level < DIAG_LEVEL_COUNT; level++) {
			struct kept *kept = &list->files[f].kept[level];
			for (size_t i = 0; i < kept->count; i++)
				buf_free(&kept->problems[i].message);
			free(kept->problems);
		}
		free(list->files[f].name);
	}
	free(list->files);
	free(list);
}

uint32_t diag_file(struct diag_list *list, const char *name, const char *bytes, size_t len)
{
	list->files = mem_grow(list->files, &list->capacity, list->count + 1, sizeof *list->files);
	struct diag_file *file = &list->files[list->count];
	*file = (struct diag_file){.bytes = bytes, .len = len};
	file->name = mem_alloc(strlen(name) + 1);
	strcpy(file->name, name);
	return (uint32_t)list->count++;
}

void diag_lend(struct diag_list *list, uint32_t file, const char *bytes, size_t len)
{
	if (file < list->count) {
		list->files[file].bytes = bytes;
		list->files[file].len = len;
	}
}

void diag_forget_bytes(struct diag_list *list)
{
	for (size_t f = 0; f < list->count; f++)
		diag_lend(list, (uint32_t)f, NULL, 0);
}

const char *diag_file_name(const struct diag_list *list, uint32_t file)
{
	return file < list->count ? list->files[file].name : "";
}

void diag_form(struct diag_list *list, const struct text_form *form)
{
	list->form = form;
}

static bool place_before(struct place a, struct place b)
{
	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static bool kept_wants(const struct kept *kept, struct place place)
{
	return kept->count < SHOWN || place_before(place, kept->problems[SHOWN - 1].place);
}

bool diag_wanted(const struct diag_list *list, enum diag_level level, struct place place)
{
	return place.file >= list->count || kept_wants(&list->files[place.file].kept[level], place);
}

static void kept_insert(struct kept *kept, struct problem problem)
{
	if (kept->count == SHOWN)
		buf_free(&kept->problems[--kept->count].message);
	kept->problems = mem_grow(
		kept->problems, &kept->capacity, kept->count + 1, sizeof *kept->problems);
	size_t at = kept->count;
	while (at && place_before(problem.place, kept->problems[at - 1].place))
		at--;
	memmove(kept->problems + at + 1, kept->problems + at,
		(kept->count - at) * sizeof *kept->problems);
	kept->problems[at] = problem;
	kept->count++;
}

/* A message may quote megabytes of the file: what it begins with and the advice at its end stay. */
static void message_cut(struct buf *message)
{
	const char *text = message->text;
	size_t len = message->len;
	if (len <= MESSAGE_MOST)
		return;
	size_t head = MESSAGE_MOST / 2, tail = len - MESSAGE_MOST / 2;
	while (head && text_is_inside(text[head]))
		head--;
	while (tail < len && text_is_inside(text[tail]))
		tail++;
	struct buf cut = {0};
	buf_add(&cut, text, head);
	buf_text(&cut, " \xe2\x80\xa6 ");
	buf_add(&cut, text + tail, len - tail);
	buf_free(message);
	*message = cut;
}

void diag_add(struct diag_list *list, enum diag_level level, struct place place, const char *code,
	const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_add_list(list, level, place, code, format, args);
	va_end(args);
}

void diag_add_list(struct diag_list *list, enum diag_level level, struct place place,
	const char *code, const char *format, va_list args)
{
	while (place.file >= list->count)
		diag_file(list, "?", NULL, 0);
	struct diag_file *file = &list->files[place.file];
	file->total[level]++;
	if (!kept_wants(&file->kept[level], place))
		return;
	struct buf message = {0};
	buf_format_list(&message, format, args);
	message_cut(&message);
	kept_insert(&file->kept[level],
		(struct problem){.place = place, .code = code, .message = message});
}

size_t diag_count(const struct diag_list *list, enum diag_level level)
{
	size_t sum = 0;
	for (size_t f = 0; f < list->count; f++)
		sum += list->files[f].total[level];
	return sum;
}

/* ---- printing ---- */

/* The next problem of the file by place, of the levels from `least`; `at` counts what each level
 * has given. Among equal places the graver comes first. */
static const struct problem *problem_next(const struct diag_file *file, enum diag_level least,
	size_t at[DIAG_LEVEL_COUNT], enum diag_level *which)
{
	const struct problem *first = NULL;
	for (int level = DIAG_LEVEL_COUNT - 1; level >= (int)least; level--) {
		const struct kept *kept = &file->kept[level];
		if (at[level] == kept->count)
			continue;
		const struct problem *next = &kept->problems[at[level]];
		if (!first || place_before(next->place, first->place)) {
			first = next;
			*which = (enum diag_level)level;
		}
	}
	if (first)
		at[*which]++;
	return first;
}

static void problem_print(struct buf *out, const struct text_form *form, const char *name,
	const struct problem *problem, enum diag_level level)
{
	text_show(form, out, name, strlen(name));
	if (problem->place.line)
		buf_format(out, ":%u:%u", (unsigned)problem->place.line,
			(unsigned)problem->place.column);
	buf_format(out, ": %s: ", level_words[level]);
	text_show(form, out, buf_string(&problem->message), problem->message.len);
	buf_format(out, " [%s]\n", problem->code);
}

/* "NAME: 1234 more problems: 1000 errors, 234 warnings" */
static void rest_print(struct buf *out, const struct text_form *form, const struct diag_file *file,
	enum diag_level least, const size_t at[DIAG_LEVEL_COUNT])
{
	size_t rest = 0;
	for (int level = (int)least; level < DIAG_LEVEL_COUNT; level++)
		rest += file->total[level] - at[level];
	if (!rest)
		return;
	text_show(form, out, file->name, strlen(file->name));
	buf_format(out, ": %zu more problem%s", rest, rest == 1 ? "" : "s");
	const char *before = ": ";
	for (int level = DIAG_LEVEL_COUNT - 1; level >= (int)least; level--) {
		size_t count = file->total[level] - at[level];
		if (!count)
			continue;
		buf_format(out, "%s%zu %s%s", before, count, level_words[level],
			count == 1 ? "" : "s");
		before = ", ";
	}
	buf_char(out, '\n');
}

bool diag_print(const struct diag_list *list, FILE *stream, enum diag_level least, bool source)
{
	static const struct text_form all = {0};
	const struct text_form *form = list->form ? list->form : &all;
	struct buf out = {0};
	bool written = true;
	for (size_t f = 0; f < list->count && written; f++) {
		const struct diag_file *file = &list->files[f];
		struct diag_source cursor = diag_source_start(file->bytes, file->len);
		size_t at[DIAG_LEVEL_COUNT] = {0};
		enum diag_level level = DIAG_ERROR;
		const struct problem *problem;
		buf_clear(&out);
		for (int shown = 0; shown < SHOWN; shown++) {
			problem = problem_next(file, least, at, &level);
			if (!problem)
				break;
			problem_print(&out, form, file->name, problem, level);
			if (source && file->bytes && problem->place.line)
				diag_source_print(&out, form, &cursor, problem->place);
		}
		rest_print(&out, form, file, least, at);
		written = fwrite(buf_string(&out), 1, out.len, stream) == out.len;
	}
	buf_free(&out);
	return fflush(stream) == 0 && written;
}
