/* For the tests of promises: every record of the tests, every query term of a record, every day
 * that makes a difference in it.
 *
 *     for (int i = 0; every_record[i]; i++) {
 *             struct record *record = every_read(every_record[i]);
 *             struct every_terms terms = every_terms(record);
 *             struct every_days days = every_days(record);
 *             ... every_select(record, terms.at[k], days.at[n], &arena, &result) ...
 *             every_free(record, &terms, &days);
 *     }
 */
#ifndef TRUCE_TESTS_EVERY_H
#define TRUCE_TESTS_EVERY_H

#include "base/file.h"
#include "base/memory.h"
#include "load/load.h"
#include "model/form.h"
#include "query/positions.h"
#include "query/select.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const every_record[] = {"events.yaml", "tests/data/ancient.yaml",
	"tests/data/bare.yaml", "tests/data/calendars.yaml", "tests/data/class.yaml",
	"tests/data/corners.yaml", "tests/data/edges.yaml", "tests/data/forty.yaml",
	"tests/data/hostile.yaml", "tests/data/karlsund.yaml", "tests/data/lesson.yaml",
	"tests/data/letters.yaml", "tests/data/names.yaml", "tests/data/rounds.yaml",
	"tests/data/scripts.yaml", "tests/data/silent.yaml", "tests/data/talks.yaml", NULL};

/* Query terms; owned. */
struct every_terms {
	char **at;
	size_t count, room;
};

/* Days as dates are written, rising: each bound of each date of the record, the day before it and
 * the day behind it. The first is before everything, the last DATE_OPEN_END: no day at all. */
struct every_days {
	int64_t *at;
	size_t count, room;
};

static inline struct record *every_read(const char *path)
{
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	struct load_input input = {path, file.bytes, file.len};
	struct record *record = load_record(&input, 1, NULL, diags);
	if (!record)
		diag_print(diags, stderr, DIAG_ERROR, false);
	assert_non_null(record);
	file_release(&file);
	diag_free(diags);
	return record;
}

/* The record that a text is. */
static inline struct record *every_made(const char *text)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"test", text, strlen(text)};
	struct record *record = load_record(&input, 1, NULL, diags);
	diag_print(diags, stderr, DIAG_ERROR, false);
	assert_non_null(record);
	diag_free(diags);
	return record;
}

static inline void every_term_add(
	struct every_terms *terms, const char *before, const char *value, const char *behind)
{
	struct buf term = {0};
	buf_format(&term, "%s%s%s", before, value, behind);
	terms->at = mem_grow(terms->at, &terms->room, terms->count + 1, sizeof *terms->at);
	terms->at[terms->count++] = strdup(buf_string(&term));
	buf_free(&term);
}

/* Each id by each field that takes one, each word that a field may be, each kind of `has`; the year
 * and the first day of each event; each title as a phrase; and each of these negated. */
static inline struct every_terms every_terms(const struct record *record)
{
	static const struct {
		enum thing thing;
		const char *field;
	} fields[] = {{THING_PERSON, "by:"}, {THING_PARTY, "by:"}, {THING_SOURCE, "by:"},
		{THING_PERSON, "speaker:"}, {THING_PARTY, "speaker:"}, {THING_SOURCE, "speaker:"},
		{THING_PERSON, "person:"}, {THING_PARTY, "party:"}, {THING_SOURCE, "source:"},
		{THING_THEME, "theme:"}, {THING_ERA, "era:"}, {THING_EVENT, "id:"},
		{THING_QUOTE, "id:"}, {THING_QUOTE, "answers:"}};
	static const char *const words[] = {"status:checked", "status:attributed",
		"status:disputed", "status:misattributed", "kind:quotation", "kind:paraphrase",
		"kind:thesis", "has:quotes", "has:variants", "has:replies", "has:parallels",
		"has:positions", "lang:en", "lang:ru", "lang:fr"};
	struct every_terms terms = {0};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		for (uint32_t k = 0; k < record->counts[fields[i].thing]; k++)
			every_term_add(&terms, fields[i].field,
				record_id(record, record_ref(fields[i].thing, k)), "");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		every_term_add(&terms, words[i], "", "");
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		struct buf day = {0};
		if (date_is_day(event->date->earliest) &&
			date_day_text(event->date->earliest, &day)) {
			every_term_add(&terms, "", buf_string(&day), "");
			every_term_add(&terms, "..", buf_string(&day), "");
			every_term_add(&terms, "", buf_string(&day), "..");
		}
		if (!strpbrk(event->title, "\"\\"))
			every_term_add(&terms, "\"", event->title, "\"");
		if (event->location && !strpbrk(event->location, "\"\\"))
			every_term_add(&terms, "place:\"", event->location, "\"");
		buf_free(&day);
	}
	for (size_t i = 0, count = terms.count; i < count; i++)
		if (!strchr("-0123456789", terms.at[i][0])) /* "-1918" is a year */
			every_term_add(&terms, "-", terms.at[i], "");
	return terms;
}

static inline void every_day_add(struct every_days *days, int64_t day)
{
	days->at = mem_grow(days->at, &days->room, days->count + 1, sizeof *days->at);
	days->at[days->count++] = day;
}

static inline void every_date_add(struct every_days *days, const struct date *date)
{
	for (int by = -1; date && by <= 1; by++) {
		if (date_is_day(date->earliest))
			every_day_add(days, date->earliest + by);
		if (date_is_day(date->latest))
			every_day_add(days, date->latest + by);
	}
}

static inline void every_dates_of(
	struct every_days *days, const struct form *form, const void *thing)
{
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		const char *member = form_member(form, field, thing);
		if (!member || !form_has(field, member))
			continue;
		if (field->kind == FIELD_DATE || field->kind == FIELD_DATE_OS) {
			const struct date *date;
			memcpy(&date, member, sizeof date);
			every_date_add(days, date);
		} else if (field->kind == FIELD_FORM) {
			every_dates_of(days, field->form, member);
		} else if (field->kind == FIELD_FORMS) {
			uint32_t count;
			const char *item = form_list(field, member, &count);
			for (; count; count--, item += field->form->size)
				every_dates_of(days, field->form, item);
		}
	}
}

static inline int every_compare_days(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;
	return (*a > *b) - (*a < *b);
}

static inline struct every_days every_days(const struct record *record)
{
	struct every_days days = {0};
	size_t kept = 0;
	for (enum thing thing = THING_NONE + 1; thing < THING_EDITOR; thing++)
		for (uint32_t i = 0; i < record->counts[thing]; i++)
			every_dates_of(
				&days, &forms[thing], form_thing(record, record_ref(thing, i)));
	every_day_add(&days, date_from_civil((struct date_civil){-9998, 1, 1}, false));
	every_day_add(&days, DATE_OPEN_END);
	qsort(days.at, days.count, sizeof *days.at, every_compare_days);
	for (size_t i = 0; i < days.count; i++)
		if (!kept || days.at[kept - 1] != days.at[i])
			days.at[kept++] = days.at[i];
	days.count = kept;
	return days;
}

/* What a query (NULL: none) selects as of a day (DATE_OPEN_END: none). */
static inline void every_select(const struct record *record, const char *query, int64_t day,
	struct arena *arena, struct result *result)
{
	struct date as_of;
	struct date_problem bad;
	struct query_problem problem;
	struct buf text = {0};
	struct select_options options = {.query = query};
	if (day != DATE_OPEN_END) {
		assert_true(date_day_text(day, &text));
		if (!date_parse(arena, buf_string(&text), text.len, &as_of, &bad))
			fail_msg("\"%s\": %s", buf_string(&text), bad.reason);
		options.as_of = &as_of;
	}
	if (!select_run(record, &options, arena, result, &problem))
		fail_msg("\"%s\" is refused: %s", query ? query : "", problem.reason);
	buf_free(&text);
}

/* The line of the table of everything that is the line of another one, by issue and party. */
static inline uint32_t every_line_like(
	const struct position_table *table, const struct position_line *line)
{
	for (uint32_t i = 0; i < table->line_count; i++)
		if (ref_same(table->lines[i].issue, line->issue) &&
			ref_same(table->lines[i].party, line->party))
			return i;
	fail_msg("a line that is not there without the query");
	return 0;
}

static inline void every_free(
	struct record *record, struct every_terms *terms, struct every_days *days)
{
	for (size_t i = 0; i < terms->count; i++)
		free(terms->at[i]);
	free(terms->at);
	free(days->at);
	record_free(record);
}

#endif
