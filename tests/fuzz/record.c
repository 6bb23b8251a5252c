/* A hostile record: it prints, its YAML and its JSON are the record again, its sheets and tables
 * are made, and whatever is selected, compared and looked up in it comes out whole and harmless. */
#include "base/text.h"
#include "load/passage.h"
#include "load/verify.h"
#include "query/result.h"
#include "query/select.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/hostile.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

/* ---- documents ---- */

static void text_print(const struct record *record, struct dice *dice)
{
	struct result result = result_all(record);
	struct print_options options = {.width = (int)dice_byte(dice), .colors = -1};
	size_t len;
	promise(print_text(&result, &options, stream_begin()));
	const char *text = stream_end(&len);
	promise_harmless(text, len, false);
}

/* What is written as YAML or JSON is the same record. */
static void again_print(const struct record *record, struct dice *dice)
{
	const struct print_format *format = print_find(dice_may(dice, 128) ? "yaml" : "json");
	struct result result = result_all(record);
	struct print_options options = {.colors = -1};
	size_t len, again_len;
	char *text = result_printed(format, &result, &options, &len);
	promise_harmless(text, len, false);
	struct load_input input = {"again.yaml", text, len};
	struct record *again = record_loaded(&input, 1);
	promise(again != NULL);
	result = result_all(again);
	promise(format->print(&result, &options, stream_begin()));
	const char *again_text = stream_end(&again_len);
	promise(again_len == len && !memcmp(again_text, text, len));
	record_free(again);
	free(text);
}

static struct ref thing_at(const struct record *record, enum thing thing, struct dice *dice)
{
	return record_ref(thing, dice_below(dice, record->counts[thing]));
}

static void table_print(const struct record *record, struct dice *dice)
{
	enum thing thing = record->counts[THING_QUOTE] && dice_may(dice, 128) ? THING_QUOTE
									      : THING_EVENT;
	struct result result = result_all(record);
	struct print_options options = {
		.width = (int)dice_byte(dice), .colors = -1, .ascii = dice_may(dice, 80)};
	size_t len;
	if (dice_may(dice, 128))
		promise(print_positions_text(&result, &options, stream_begin()));
	else
		promise(print_compare_text(&result, &options, thing_at(record, thing, dice),
			thing_at(record, thing, dice), stream_begin()));
	const char *text = stream_end(&len);
	promise_harmless(text, len, false);
}

/* The same number makes the same sheet. */
static void sheet_print(const struct record *record, struct dice *dice)
{
	struct result result = result_all(record);
	struct print_options options = {.width = (int)dice_byte(dice), .colors = -1};
	uint64_t seed = dice_pair(dice);
	size_t len, again_len;
	enum worksheet_done done = print_worksheet_text(&result, &options, seed, stream_begin());
	const char *text = stream_end(&len);
	promise(done != WORKSHEET_FAILED && (done == WORKSHEET_NOTHING) == !len);
	promise_harmless(text, len, true);
	char *sheet = text_alone((const uint8_t *)text, len);
	promise(print_worksheet_text(&result, &options, seed, stream_begin()) == done);
	text = stream_end(&again_len);
	promise(again_len == len && !memcmp(text, sheet, len));
	free(sheet);
}

/* ---- what is selected ---- */

static void selection_print(const struct record *record, struct dice *dice)
{
	struct arena arena = {0};
	struct buf query = {0};
	struct date day;
	struct date_problem no_date;
	struct select_options asked = {0};
	struct result result;
	struct query_problem problem;
	const char *date = hostile_date(dice);
	if (record->counts[THING_VIEW] && dice_may(dice, 100))
		asked.view = &record->views[dice_below(dice, record->counts[THING_VIEW])];
	if (dice_may(dice, 80) && date_parse(&arena, date, strlen(date), &day, &no_date))
		asked.as_of = &day;
	if (!asked.view || dice_may(dice, 100))
		hostile_query(dice, &query);
	asked.query = query.text;
	if (select_run(record, &asked, &arena, &result, &problem)) {
		struct print_options options = {.colors = -1, .asked = asked};
		size_t len;
		promise((asked.view && dice_may(dice, 128) ? print_plan_text : print_text)(
			&result, &options, stream_begin()));
		const char *text = stream_end(&len);
		promise_harmless(text, len, false);
	} else {
		promise(problem.reason[0] != '\0');
	}
	buf_free(&query);
	arena_free(&arena);
}

/* ---- what is looked up ---- */

/* A text of a source, in which the quotations stand as a scanner has read them: with letters wrong,
 * left out and new, and broken lines. */
static void scan_write(const struct record *record, struct dice *dice, struct buf *out)
{
	bool bad = dice_may(dice, 128);
	for (uint32_t n = 0; n < record->counts[THING_QUOTE] && n < 8; n++) {
		for (const char *at = record->quotes[n].text; *at; at++) {
			unsigned fault = bad ? dice_byte(dice) : 255;
			if (fault < 2)
				buf_char(out, (char)dice_byte(dice));
			else if (fault < 6)
				buf_text(out, fault < 4 ? "\n" : " -\n");
			if (fault > 7)
				buf_char(out, *at);
		}
		buf_text(out, dice_may(dice, 128) ? "\n\n" : " ");
	}
}

static void findings_keep(const struct verify *verify)
{
	struct verify_counts counts = verify_counts(verify);
	promise(counts.found + counts.not_found + counts.no_text == verify->count);
	for (size_t i = 0; i < verify->count; i++) {
		const struct verify_finding *finding = &verify->findings[i];
		promise(finding->result < VERIFY_RESULT_COUNT);
		promise(finding->quote < verify->record->counts[THING_QUOTE]);
		promise(finding->source < verify->record->counts[THING_SOURCE]);
		promise(finding->result != VERIFY_FOUND || finding->line);
	}
}

static void texts_look(const struct record *record, struct dice *dice)
{
	struct buf scan = {0};
	struct verify verify;
	scan_write(record, dice, &scan);
	verify_start(&verify, record);
	verify_source(&verify, dice_below(dice, record->counts[THING_SOURCE]), buf_string(&scan),
		scan.len);
	findings_keep(&verify);
	verify_free(&verify);
	buf_free(&scan);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static void (*const looks[])(const struct record *, struct dice *) = {
		text_print, again_print, table_print, sheet_print, selection_print, texts_look};
	struct dice dice = {bytes, bytes + len, 0};
	unsigned look = dice_below(&dice, sizeof looks / sizeof *looks);
	struct record *record = hostile_record(&dice);
	if (record)
		looks[look](record, &dice);
	record_free(record);
	return 0;
}
