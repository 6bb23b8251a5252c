/* Any bytes as a query: what is refused says why, in one line of UTF-8 and at a column of the
 * query; what is taken selects events and quotations that are counted right. Searched for as they
 * stand, they are found as often as they are counted, and marked in themselves. */
#include "base/file.h"
#include "base/text.h"
#include "load/load.h"
#include "query/select.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

/* Read once: it stays as it is. */
static const struct record *lesson(void)
{
	static const char path[] = "tests/data/lesson.yaml";
	static struct record *record;
	if (record)
		return record;
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	promise(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	struct load_input input = {path, file.bytes, file.len};
	record = record_loaded(&input, 1);
	promise(record != NULL);
	file_release(&file);
	diag_free(diags);
	return record;
}

static void check_problem(const struct query_problem *problem, const char *query)
{
	size_t len = strlen(problem->reason), columns = 1;
	promise(!strchr(problem->reason, '\n'));
	promise(text_valid(problem->reason, len) == len);
	for (const char *at = query; *at; at++)
		columns += ((unsigned char)*at & 0xc0) != 0x80;
	promise(problem->column >= 1 && problem->column <= columns);
}

static void select_check(const struct record *record, const char *query)
{
	struct arena arena = {0};
	struct result result;
	struct query_problem problem;
	uint32_t quotes = 0;
	if (!select_run(
		    record, &(struct select_options){.query = query}, &arena, &result, &problem)) {
		promise(problem.reason[0] != '\0');
		check_problem(&problem, query);
		arena_free(&arena);
		return;
	}
	check_problem(&problem, query);
	for (uint32_t row = 0; row < result.event_count; row++) {
		const struct event *event = result_event(&result, row);
		promise(result_row(&result, record_event_index(record, event)) == row);
		quotes += result_quote_count(&result, event);
	}
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		quotes -= result.quote_kinds.of[kind];
	promise(!quotes);
	arena_free(&arena);
}

static void search_check(const struct record *record, const char *query)
{
	struct search *search = search_create(record);
	struct arena arena = {0};
	struct result all = result_all(record);
	struct pattern pattern;
	struct search_count count = {0};
	struct ref at = {THING_NONE, 0};
	uint32_t hits = 0;
	size_t len = strlen(query);
	if (pattern_read(search, &arena, query, len, &pattern)) {
		const struct highlight *marks;
		size_t marked = highlights_find(&pattern, &arena, query, len, &marks);
		promise(marked && marks[marked - 1].to <= len);
		while (search_find(search, &pattern, &all, at, SEARCH_NEXT, &at))
			hits++;
		search_count(search, &pattern, &all, &count, SIZE_MAX);
		promise(hits == count.events + count.quotes);
	}
	arena_free(&arena);
	search_free(search);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const struct record *record = lesson();
	char *query = text_alone(bytes, len);
	select_check(record, query);
	if (text_valid(query, strlen(query)) == strlen(query))
		search_check(record, query);
	free(query);
	return 0;
}
