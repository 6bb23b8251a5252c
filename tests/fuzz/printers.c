/* A hostile record in every format, as any option has it: what is printed is harmless, and the same
 * again. */
#include "base/text.h"
#include "query/select.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/hostile.h"
#include "tests/fuzz/promise.h"
#include "tests/markup.h"

#include <stdlib.h>
#include <string.h>

static bool is_latin(int32_t code)
{
	return code < 0x100;
}

/* What is asked for: a query, a day and a plan, each of them or not. False where it is refused. */
static bool result_choose(const struct record *record, struct dice *dice, struct arena *arena,
	struct select_options *asked, struct result *result)
{
	struct buf query = {0};
	struct date *day = arena_alloc(arena, 1, sizeof *day);
	struct date_problem no_date;
	struct query_problem problem;
	const char *date = hostile_date(dice);
	if (dice_may(dice, 60))
		hostile_query(dice, &query);
	asked->query = query.len ? buf_kept(&query, arena) : NULL;
	buf_free(&query);
	if (dice_may(dice, 60) && date_parse(arena, date, strlen(date), day, &no_date))
		asked->as_of = day;
	if (record->counts[THING_VIEW] && dice_may(dice, 100))
		asked->view = record->views;
	if (select_run(record, asked, arena, result, &problem))
		return true;
	promise(problem.reason[0] != '\0');
	return false;
}

static struct print_options options_choose(struct dice *dice)
{
	static const struct text_form latin = {is_latin};
	unsigned more = dice_byte(dice);
	struct print_options options = {.width = (int)dice_byte(dice),
		.brief = more & 1,
		.quotes_only = more & 2,
		.ascii = more & 4,
		.seed = more,
		.questions = more & 16 ? 30 : 0,
		.colors = -1,
		.form = more & 8 ? &latin : NULL};
	if (more & 16) {
		options.theme = theme_at((int)(more >> 5 & 3));
		options.colors = more & 128 ? 256 : 8;
	}
	return options;
}

/* Takes the sequences that colour a text out of it; anything else that begins with Esc stays. */
static size_t colors_take(char *text, size_t len)
{
	size_t to = 0;
	for (size_t at = 0; at < len;) {
		size_t code = at + 2;
		if (text[at] == '\x1b' && at + 1 < len && text[at + 1] == '[') {
			while (code < len && strchr("0123456789;", text[code]) && text[code])
				code++;
			if (code < len && text[code] == 'm') {
				at = code + 1;
				continue;
			}
		}
		text[to++] = text[at++];
	}
	text[to] = '\0';
	return to;
}

/* Takes out what a format's own lines are made of: of CSV the end of each, of lists the tabs. */
static size_t own_take(const struct print_format *format, char *text, size_t len)
{
	bool csv = strncmp(format->name, "csv", 3) == 0;
	bool tabs = format == print_find("anki") || format == print_find("gift");
	size_t to = 0;
	for (size_t at = 0; at < len; at++)
		if (!(csv && text[at] == '\r' && text[at + 1] == '\n') &&
			!(tabs && text[at] == '\t'))
			text[to++] = text[at];
	text[to] = '\0';
	return to;
}

/* No line of a text is wider than the paper, where this has room for the words of a date. */
static void lines_keep(const char *text, size_t len, const struct print_options *options)
{
	int width = options->width ? options->width : 80;
	for (const char *end = text + len; text < end;) {
		const char *feed = memchr(text, '\n', (size_t)(end - text));
		size_t line = (size_t)((feed ? feed : end) - text);
		promise(text_width(options->form, text, line) <= (width < 60 ? 60 : width));
		text += line + 1;
	}
}

/* HTML is well-formed, whatever the texts are. */
static void markup_keep(const struct print_format *format, const char *text, size_t len)
{
	if (format == print_find("html") && len)
		promise(!markup_fault(text));
}

static void print_keep(const struct print_format *format, const struct result *result,
	const struct print_options *options)
{
	size_t len, again_len;
	char *text = result_printed(format, result, options, &len);
	promise(format->print(result, options, stream_begin()));
	const char *again = stream_end(&again_len);
	promise(again_len == len && !memcmp(again, text, len));
	if (options->theme)
		len = colors_take(text, len);
	len = own_take(format, text, len);
	promise_harmless(text, len, false);
	markup_keep(format, text, len);
	if (format == print_find("text"))
		lines_keep(text, len, options);
	free(text);
}

static void sheet_keep(const struct print_format *format, const struct result *result,
	const struct print_options *options, uint64_t seed)
{
	size_t len;
	enum worksheet_done done = format->worksheet(result, options, seed, stream_begin());
	const char *text = stream_end(&len);
	promise(done != WORKSHEET_FAILED);
	promise((done == WORKSHEET_NOTHING) == (len == 0));
	char *copy = text_alone((const uint8_t *)text, len);
	if (options->theme)
		len = colors_take(copy, len);
	promise_harmless(copy, len, true);
	markup_keep(format, copy, len);
	free(copy);
}

static struct ref thing_at(const struct record *record, struct dice *dice)
{
	enum thing thing = record->counts[THING_QUOTE] && dice_may(dice, 128) ? THING_QUOTE
									      : THING_EVENT;
	return record_ref(thing, dice_below(dice, record->counts[thing]));
}

static void table_keep(const struct print_format *format, const struct result *result,
	const struct print_options *options, struct ref left, struct ref right)
{
	size_t len;
	bool same = left.thing == right.thing;
	promise(options->asked.view ? format->plan(result, options, stream_begin())
			: same      ? format->compare(result, options, left, right, stream_begin())
				    : format->positions(result, options, stream_begin()));
	const char *text = stream_end(&len);
	char *copy = text_alone((const uint8_t *)text, len);
	if (options->theme)
		len = colors_take(copy, len);
	promise_harmless(copy, len, false);
	markup_keep(format, copy, len);
	free(copy);
}

/* One of those that print tables and plans. */
static const struct print_format *table_format(struct dice *dice)
{
	const struct print_format *format = print_at((int)dice_below(dice, 16));
	return format && format->compare ? format : print_at(0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct dice dice = {bytes, bytes + len, 0};
	unsigned which = dice_below(&dice, 24);
	struct print_options options = options_choose(&dice);
	struct record *record = hostile_record(&dice);
	struct arena arena = {0};
	struct result result;
	if (record && result_choose(record, &dice, &arena, &options.asked, &result)) {
		const struct print_format *format = print_at((int)which);
		if (!format && (format = table_format(&dice)))
			table_keep(format, &result, &options, thing_at(record, &dice),
				thing_at(record, &dice));
		else if (format->worksheet && dice_may(&dice, 80))
			sheet_keep(format, &result, &options, dice_pair(&dice));
		else
			print_keep(format, &result, &options);
	}
	arena_free(&arena);
	record_free(record);
	return 0;
}
