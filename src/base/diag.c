/* A file of a million mistakes must stay cheap: of each level only the first 200 problems of a file
 * are kept, by place, in a sorted array; the others are counted and never formatted. Levels are kept
 * apart, and errors that may come of another from those that cannot, since a flood of the lighter
 * ones must not push out a grave one. When they are printed, the gravest have the room that there is,
 * and are merged with what else finds some. */
#include "base/diag.h"

#include "base/buf.h"
#include "base/excerpt.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/node_sign.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum {
	SHOWN = 200, /* problems of a file */
	MESSAGE_MOST = 800,
};

/* A shelf for each level, and one for errors that may come of another. */
enum { SHELF_LATE = DIAG_LEVEL_COUNT, SHELF_COUNT };

/* The gravest first. */
static const int shelf_order[SHELF_COUNT] = {DIAG_ERROR, SHELF_LATE, DIAG_WARNING, DIAG_NOTE};

static enum diag_level shelf_level(int shelf)
{
	return shelf == SHELF_LATE ? DIAG_ERROR : (enum diag_level)shelf;
}

struct problem {
	struct place place;
	const char *code;
	struct buf message;
};

/* The problems of one kind that are to be shown. */
struct shelf {
	struct problem *problems; /* by place, then as they came; at most as many as are kept */
	size_t count, capacity;
};

struct diag_file {
	char *name;
	const char *bytes;
	size_t len;
	struct file_bytes *lent; /* that holds them; or NULL */
	/* Where every 256th line begins, behind the first. */
	size_t *lines, line_count, line_capacity;
	bool indexed;
	struct shelf shelves[SHELF_COUNT];
	size_t total[DIAG_LEVEL_COUNT];
};

struct diag_list {
	struct text_form form; /* that tells */
	struct patience *patience;
	enum diag_level least; /* that is looked for */
	struct file_bytes *lent;
	size_t lent_count;
	size_t most; /* problems of a level that are kept of a file */
	struct diag_file *files;
	size_t count, capacity;
	size_t total[DIAG_LEVEL_COUNT]; /* of all files */
};

static const char *const level_words[DIAG_LEVEL_COUNT] = {
	[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

void diag_form(struct diag_list *list, const struct text_form *form)
{
	list->form = text_form_telling(form);
}

struct diag_list *diag_create(void)
{
	struct diag_list *list = mem_zero(1, sizeof *list);
	list->most = SHOWN;
	diag_form(list, NULL);
	return list;
}

void diag_keep(struct diag_list *list, size_t most)
{
	list->most = most;
}

void diag_patience(struct diag_list *list, struct patience *patience)
{
	list->patience = patience;
}

struct patience *diag_waits(const struct diag_list *list)
{
	return list->patience;
}

void diag_least(struct diag_list *list, enum diag_level least)
{
	list->least = least;
}

bool diag_wants(const struct diag_list *list, enum diag_level level)
{
	return level >= list->least;
}

void diag_free(struct diag_list *list)
{
	if (!list)
		return;
	for (size_t f = 0; f < list->count; f++) {
		for (int i = 0; i < SHELF_COUNT; i++) {
			struct shelf *shelf = &list->files[f].shelves[i];
			for (size_t k = 0; k < shelf->count; k++)
				buf_free(&shelf->problems[k].message);
			free(shelf->problems);
		}
		free(list->files[f].lines);
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
	for (size_t i = 0; bytes && i < list->lent_count; i++)
		if (list->lent[i].bytes == bytes)
			file->lent = &list->lent[i];
	file->name = mem_alloc(strlen(name) + 1);
	strcpy(file->name, name);
	return (uint32_t)list->count++;
}

void diag_lend(struct diag_list *list, struct file_bytes *lent, size_t count)
{
	list->lent = lent;
	list->lent_count = count;
}

void diag_file_past(struct diag_list *list, uint32_t file, size_t until)
{
	if (file < list->count && list->files[file].lent)
		file_give(list->files[file].lent, until);
}

void diag_file_fetch(const struct diag_list *list, uint32_t file, size_t from)
{
	if (file < list->count && list->files[file].lent)
		file_fetch(list->files[file].lent, from);
}

const char *diag_file_name(const struct diag_list *list, uint32_t file)
{
	return file < list->count ? list->files[file].name : "";
}

const char *diag_file_bytes(const struct diag_list *list, uint32_t file, size_t *len)
{
	bool has = file < list->count && list->files[file].bytes;
	diag_file_fetch(list, file, 0);
	*len = has ? list->files[file].len : 0;
	return has ? list->files[file].bytes : "";
}

enum { LINES_APART = 256 };

/* A line ends at a line feed, at a carriage return, or at both. */
static void file_index(struct diag_file *file)
{
	const char *at = file->bytes, *end = at + file->len;
	for (uint32_t line = 1; (at = sign_line_end(at, end)) < end; line++) {
		at = sign_line_next(at, end);
		if (line % LINES_APART)
			continue;
		file->lines = mem_grow(file->lines, &file->line_capacity, file->line_count + 1,
			sizeof *file->lines);
		file->lines[file->line_count++] = (size_t)(at - file->bytes);
	}
	file->indexed = true;
}

const char *diag_file_near(
	const struct diag_list *list, uint32_t number, uint32_t line, uint32_t *first, size_t *len)
{
	const char *bytes = diag_file_bytes(list, number, len);
	*first = 1;
	if (!*len || !line)
		return bytes;
	struct diag_file *file = &list->files[number];
	if (!file->indexed)
		file_index(file);
	size_t which = (line - 1) / LINES_APART;
	which = which < file->line_count ? which : file->line_count;
	size_t skipped = which ? file->lines[which - 1] : 0;
	*first += (uint32_t)which * LINES_APART;
	*len -= skipped;
	return bytes + skipped;
}

static bool shelf_wants(const struct shelf *shelf, struct place place, size_t most)
{
	return shelf->count < most || place_before(place, shelf->problems[most - 1].place);
}

static bool wanted(const struct diag_list *list, int shelf, struct place place)
{
	return place.file >= list->count ||
		shelf_wants(&list->files[place.file].shelves[shelf], place, list->most);
}

bool diag_wanted(const struct diag_list *list, enum diag_level level, struct place place)
{
	return wanted(list, (int)level, place);
}

bool diag_late_wanted(const struct diag_list *list, struct place place)
{
	return wanted(list, SHELF_LATE, place);
}

static void shelf_insert(struct shelf *shelf, struct problem problem, size_t most)
{
	if (shelf->count == most)
		buf_free(&shelf->problems[--shelf->count].message);
	shelf->problems = mem_grow(
		shelf->problems, &shelf->capacity, shelf->count + 1, sizeof *shelf->problems);
	size_t at = shelf->count;
	while (at && place_before(problem.place, shelf->problems[at - 1].place))
		at--;
	memmove(shelf->problems + at + 1, shelf->problems + at,
		(shelf->count - at) * sizeof *shelf->problems);
	shelf->problems[at] = problem;
	shelf->count++;
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

__attribute__((format(printf, 5, 0))) static void add(struct diag_list *list, int shelf,
	struct place place, const char *code, const char *format, va_list args)
{
	enum diag_level level = shelf_level(shelf);
	while (place.file >= list->count)
		diag_file(list, "?", NULL, 0);
	struct diag_file *file = &list->files[place.file];
	file->total[level]++;
	list->total[level]++;
	if (!shelf_wants(&file->shelves[shelf], place, list->most))
		return;
	struct buf message = {0};
	buf_format_list(&message, format, args);
	message_cut(&message);
	shelf_insert(&file->shelves[shelf],
		(struct problem){.place = place, .code = code, .message = message}, list->most);
}

void diag_add_list(struct diag_list *list, enum diag_level level, struct place place,
	const char *code, const char *format, va_list args)
{
	add(list, (int)level, place, code, format, args);
}

void diag_add_late(struct diag_list *list, struct place place, const char *code, const char *format,
	va_list args)
{
	add(list, SHELF_LATE, place, code, format, args);
}

size_t diag_count(const struct diag_list *list, enum diag_level level)
{
	return list->total[level];
}

/* The problems of a file while they are given out: how many of each shelf, and how many have been. */
struct giving {
	const struct diag_file *file;
	size_t most[SHELF_COUNT], at[SHELF_COUNT];
};

/* All of the levels from `least`, or the gravest where there is room for `room` of them. */
static struct giving giving_start(const struct diag_file *file, enum diag_level least, size_t room)
{
	struct giving giving = {.file = file};
	for (int i = 0; i < SHELF_COUNT; i++) {
		int shelf = shelf_order[i];
		size_t count = file->shelves[shelf].count;
		if (shelf_level(shelf) < least)
			continue;
		giving.most[shelf] = count < room ? count : room;
		room -= giving.most[shelf];
	}
	return giving;
}

/* The next by place; among equal places the graver comes first. */
static const struct problem *problem_next(struct giving *giving, enum diag_level *level)
{
	const struct problem *first = NULL;
	int from = 0;
	for (int i = 0; i < SHELF_COUNT; i++) {
		int shelf = shelf_order[i];
		if (giving->at[shelf] == giving->most[shelf])
			continue;
		const struct problem *next = &giving->file->shelves[shelf]
						      .problems[giving->at[shelf]];
		if (!first || place_before(next->place, first->place)) {
			first = next;
			from = shelf;
		}
	}
	if (first)
		giving->at[from]++;
	*level = shelf_level(from);
	return first;
}

void diag_each(const struct diag_list *list, enum diag_level least,
	void (*each)(void *, const struct diag_problem *), void *state)
{
	for (size_t f = 0; f < list->count; f++) {
		struct giving giving = giving_start(&list->files[f], least, SIZE_MAX);
		enum diag_level level;
		const struct problem *problem;
		while ((problem = problem_next(&giving, &level)))
			each(state,
				&(struct diag_problem){.place = problem->place,
					.level = level,
					.code = problem->code,
					.message = buf_string(&problem->message)});
	}
}

const char *diag_word(enum diag_level level)
{
	return level_words[level];
}

static void problem_print(const struct text_form *form, struct buf *out, const char *name,
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
static void rest_print(const struct text_form *form, struct buf *out, const struct giving *giving,
	enum diag_level least)
{
	const struct diag_file *file = giving->file;
	size_t rest[DIAG_LEVEL_COUNT] = {0}, sum = 0;
	for (int level = (int)least; level < DIAG_LEVEL_COUNT; level++)
		sum += rest[level] = file->total[level];
	for (int shelf = 0; shelf < SHELF_COUNT; shelf++) {
		rest[shelf_level(shelf)] -= giving->at[shelf];
		sum -= giving->at[shelf];
	}
	if (!sum)
		return;
	text_show(form, out, file->name, strlen(file->name));
	buf_format(out, ": %zu more problem%s", sum, sum == 1 ? "" : "s");
	const char *before = ": ";
	for (int level = DIAG_LEVEL_COUNT - 1; level >= (int)least; level--) {
		if (!rest[level])
			continue;
		buf_format(out, "%s%zu %s%s", before, rest[level], level_words[level],
			rest[level] == 1 ? "" : "s");
		before = ", ";
	}
	buf_char(out, '\n');
}

void diag_text(const struct diag_list *list, struct buf *out, enum diag_level least, bool source)
{
	for (size_t f = 0; f < list->count; f++) {
		const struct diag_file *file = &list->files[f];
		size_t any = 0;
		for (int level = (int)least; level < DIAG_LEVEL_COUNT; level++)
			any += file->total[level];
		if (any && source)
			diag_file_fetch(list, (uint32_t)f, 0);
		struct excerpt excerpt = excerpt_begin(&list->form, file->bytes, file->len);
		struct giving giving = giving_start(file, least, SHOWN);
		enum diag_level level;
		const struct problem *problem;
		while ((problem = problem_next(&giving, &level))) {
			problem_print(&list->form, out, file->name, problem, level);
			if (source && file->bytes && problem->place.line)
				excerpt_add(&excerpt, out, problem->place);
		}
		rest_print(&list->form, out, &giving, least);
	}
}

bool diag_print(const struct diag_list *list, FILE *stream, enum diag_level least, bool source)
{
	struct buf out = {0};
	diag_text(list, &out, least, source);
	bool written = fwrite(buf_string(&out), 1, out.len, stream) == out.len;
	buf_free(&out);
	return fflush(stream) == 0 && written;
}
