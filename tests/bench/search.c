/* search FILE: what folding a record's text for search costs, and searching it, beside what the
 * machine can do. Prints, a line each: name, floor, ours (milliseconds), and of a count the lines
 * that the floor finds.
 *
 * The floor of folding takes ASCII sixteen bytes at a time and asks a table for the rest, which is
 * filled from utf8proc; its text is what an event and its quotations say themselves, and it is told
 * in milliseconds for as many bytes as truce folds, names and all. The floor of a count is memmem
 * over the folded text, from line to line. */
#define _GNU_SOURCE /* memmem */
#include "query/search.h"
#include "base/file.h"
#include "load/load.h"
#include "query/search_text.h"
#include "tests/bench/measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { TIMES = 5, TABLE = 0x3000, ENTRY = 11 };

struct folded {
	uint8_t count;
	char bytes[ENTRY];
};

/* ---- folding ---- */

static void table_fill(struct folded *table)
{
	const utf8proc_option_t how = UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK;
	for (int32_t c = 0; c < TABLE; c++) {
		utf8proc_int32_t parts[32];
		int class = 0;
		utf8proc_ssize_t count = utf8proc_decompose_char(c, parts, 32, how, &class);
		for (utf8proc_ssize_t i = 0; i < count && table[c].count + 4 <= ENTRY; i++)
			table[c].count += (uint8_t)utf8proc_encode_char(
				parts[i], (utf8proc_uint8_t *)table[c].bytes + table[c].count);
	}
}

static bool is_ascii(const char *text)
{
	uint64_t words[2];
	memcpy(words, text, sizeof words);
	return !((words[0] | words[1]) & UINT64_C(0x8080808080808080));
}

static size_t fold(const struct folded *table, const char *text, size_t len, char *out)
{
	const char *end = text + len, *start = out;
	while (text < end) {
		int32_t c;
		if (end - text >= 16 && is_ascii(text)) {
			for (int i = 0; i < 16; i++)
				out[i] = (char)(text[i] +
					((unsigned char)(text[i] - 'A') < 26) * 32);
			text += 16;
			out += 16;
			continue;
		}
		utf8proc_ssize_t size = utf8proc_iterate(
			(const utf8proc_uint8_t *)text, end - text, &c);
		if (size > 0 && c < TABLE) {
			memcpy(out, table[c].bytes, ENTRY);
			out += table[c].count;
		}
		text += size > 0 ? size : 1;
	}
	return (size_t)(out - start);
}

static void text_add(struct buf *all, const char *text)
{
	if (text) {
		buf_text(all, text);
		buf_char(all, '\n');
	}
}

static void text_gather(const struct record *record, struct buf *all)
{
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		text_add(all, record->events[i].title);
		text_add(all, record->events[i].location);
		text_add(all, record->events[i].summary);
	}
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		text_add(all, record->quotes[i].text);
}

static void fold_measure(const struct record *record)
{
	struct folded *table = calloc(TABLE, sizeof *table);
	struct numbers floors = {0}, ours = {0};
	struct buf all = {0};
	text_gather(record, &all);
	char *out = malloc(2 * all.len + 64);
	if (!table || !out)
		exit(2);
	memset(out, 0, 2 * all.len + 64);
	table_fill(table);
	for (int i = 0; i < TIMES; i++) {
		double start = measure_now();
		size_t len = fold(table, all.text, all.len, out);
		double middle = measure_now();
		struct search *search = search_create(record);
		search_text_ready(search, search->count - 1);
		numbers_add(&ours, measure_now() - middle);
		numbers_add(&floors, (middle - start) * (double)search->text.len / (double)len);
		search_free(search);
	}
	printf("fold %g %g\n", numbers_median(&floors), numbers_median(&ours));
	numbers_free(&floors);
	numbers_free(&ours);
	buf_free(&all);
	free(table);
	free(out);
}

/* ---- searching ---- */

static size_t lines_count(const struct buf *text, const char *needle, size_t len)
{
	const char *at = text->text, *end = at + text->len;
	size_t count = 0;
	while (at < end && (at = memmem(at, (size_t)(end - at), needle, len))) {
		count++;
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at++)
			break;
	}
	return count;
}

/* A word that stands nowhere is another one each time, by its first letter, since what is known to stand
 * nowhere is not looked for. */
static void count_measure(
	struct search *search, const struct result *result, const char *word, bool absent)
{
	char needle[32];
	struct numbers floors = {0}, counts = {0}, firsts = {0};
	struct arena arena = {0};
	struct pattern pattern;
	size_t lines = 0;
	for (int i = 0; i < TIMES; i++) {
		struct search_count count = {0};
		struct ref hit;
		snprintf(needle, sizeof needle, "%s", word);
		if (absent)
			needle[0] = (char)('a' + i);
		double start = measure_now();
		lines += lines_count(&search->text, needle, strlen(needle));
		double middle = measure_now();
		if (!pattern_read(search, &arena, needle, strlen(needle), &pattern))
			exit(2);
		search_count(search, &pattern, result, &count, SIZE_MAX);
		double last = measure_now();
		search_find(search, &pattern, result, record_ref(THING_NONE, 0), SEARCH_AT, &hit);
		numbers_add(&floors, middle - start);
		numbers_add(&counts, last - middle);
		numbers_add(&firsts, measure_now() - last);
	}
	printf("count:%s %g %g %zu\n", word, numbers_median(&floors), numbers_median(&counts),
		lines / TIMES);
	printf("first:%s 0 %g\n", word, numbers_median(&firsts));
	numbers_free(&floors);
	numbers_free(&counts);
	numbers_free(&firsts);
	arena_free(&arena);
}

int main(int argc, char **argv)
{
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	if (argc != 2 || !file_read(argv[1], diag_file(diags, argv[1], NULL, 0), diags, &file))
		return 2;
	diag_free(diags);
	diags = diag_create();
	struct record *record = load_record(
		&(struct load_input){argv[1], file.bytes, file.len}, 1, NULL, diags);
	diag_free(diags);
	file_release(&file);
	if (!record)
		return 2;
	fold_measure(record);
	struct search *search = search_create(record);
	struct result result = result_all(record);
	search_text_ready(search, search->count - 1);
	count_measure(search, &result, "treaty", false);
	count_measure(search, &result, "cavusoglu", false);
	count_measure(search, &result, "zzqxw", true);
	search_free(search);
	record_free(record);
	return 0;
}
