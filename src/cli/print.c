/* truce print: the record as a document on standard output. */
#include "print/print.h"

#include "cli/builtin.h"
#include "cli/command.h"
#include "cli/fragments.h"
#include "cli/list.h"
#include "cli/open.h"
#include "cli/screen.h"
#include "cli/selection.h"
#include "cli/template.h"
#include "cli/texts.h"
#include "layout/words.h"
#include "term/loading.h"
#include "term/locale.h"
#include "term/outlet.h"
#include "term/stream.h"
#include "term/term.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	WIDTH_DEFAULT = 80,
	WIDTH_LEAST = 20,
	WIDTH_MOST = 1000,
	PAGE_FORMATS = 32,
	PAGE_SEED_MOST = 999999999, /* as address.js takes it */
	QUESTIONS_MOST = 1000
};

/* A record to begin with, as it is: nothing else that is asked for could change it. */
static int print_blank(const char *name, const struct options *options)
{
	for (int id = 0; id < OPTION_COUNT; id++)
		if (options->given[id] && id != OPTION_BLANK) {
			complaint_print(name, "--blank and --%s: ask for one of them",
				option_row((enum option_id)id)->name);
			return NOT_DONE;
		}
	if (options->file_count) {
		complaint_print(name,
			"--blank reads no file; to begin one: truce print --blank > "
			"lesson.truce.yaml");
		return NOT_DONE;
	}
	bool written = term_stream_put(stdout, builtin_blank, builtin_blank_len);
	return command_end(name) && written ? DONE : NOT_DONE;
}

/* A number of an option, within bounds; says what it is to be where it is none. */
static bool parse_number(
	const char *name, enum option_id id, const char *text, long least, long most, long *number)
{
	char *end;
	*number = strtol(text, &end, 10);
	if (!*end && end != text && *number >= least && *number <= most)
		return true;
	complaint_print(name, "--%s is a number from %ld to %ld, not \"%s\"", option_row(id)->name,
		least, most, text);
	return false;
}

static bool parse_questions(
	const char *name, const char *text, const struct print_format *format, uint32_t *questions)
{
	long number = 0;
	if (text && !format->many) {
		struct buf able = {0};
		for (int n = 0; print_at(n); n++)
			if (print_at(n)->many)
				buf_format(&able, "%s%s of -f %s", able.len ? ", or " : "",
					print_at(n)->many, print_at(n)->name);
		complaint_print(name, "--questions says how many %s", buf_string(&able));
		buf_free(&able);
		return false;
	}
	if (text && !parse_number(name, OPTION_QUESTIONS, text, 1, QUESTIONS_MOST, &number))
		return false;
	*questions = (uint32_t)number;
	return true;
}

/* There are fewer than were asked for. */
static void tell_fewer(const char *name, const struct print_format *format, uint32_t drawn)
{
	struct buf words = {0};
	words_number(&words, drawn, format->one, format->many);
	complaint_print(name, "note: this selection gives %s, no more", buf_string(&words));
	buf_free(&words);
}

static bool parse_width(const char *name, const char *text, int *width)
{
	if (!text) {
		*width = isatty(STDOUT_FILENO) ? term_width() : 0;
		if (*width < WIDTH_LEAST)
			*width = *width ? WIDTH_LEAST : WIDTH_DEFAULT;
		return true;
	}
	long number;
	if (!parse_number(name, OPTION_WIDTH, text, WIDTH_LEAST, WIDTH_MOST, &number))
		return false;
	*width = (int)number;
	return true;
}

/* The two ids of --compare, each an event or a quotation; says what is wrong where they are
 * none. */
static bool find_pair(const char *name, const struct record *record,
	struct selection_request *request, const char *pair, struct ref refs[2])
{
	const char *comma = strchr(pair, ',');
	if (!comma || strchr(comma + 1, ',')) {
		complaint_print(
			name, "--compare takes two ids with a comma between, not \"%s\"", pair);
		return false;
	}
	struct arena arena = {0};
	const char *first = arena_text(&arena, pair, (size_t)(comma - pair));
	bool found = screen_find(name, record, request, first, &refs[0]) &&
		screen_find(name, record, request, comma + 1, &refs[1]);
	arena_free(&arena);
	return found;
}

static bool holds(const struct result *result, struct ref ref)
{
	return ref.thing == THING_QUOTE ? result_has_quote(result, ref.index)
					: result_row(result, ref.index) >= 0;
}

/* Whether the view alone leaves out what was known; else the query does. */
static bool view_leaves(
	const struct select_options *asked, const struct result *result, struct ref ref)
{
	struct select_options alone = {.as_of = asked->as_of, .view = asked->view};
	struct arena arena = {0};
	struct result of_view;
	struct query_problem problem;
	bool leaves = asked->view &&
		select_run(record_whole(result->record), &alone, &arena, &of_view, &problem) &&
		!holds(&of_view, ref);
	arena_free(&arena);
	return leaves;
}

/* Whether the result holds them; says which it does not, why, and that they are needed. */
static bool is_selected(const char *name, const struct select_options *asked,
	const struct result *result, const struct ref *refs, uint32_t count, const char *needed)
{
	for (uint32_t n = 0; n < count; n++) {
		const char *id = record_id(record_whole(result->record), refs[n]);
		if (holds(result, refs[n]))
			continue;
		if (record_hides(result->record, refs[n]))
			complaint_print(
				name, "\"%s\" was not known by that day, and %s", id, needed);
		else
			complaint_print(name,
				"\"%s\" is not in this selection: the %s leaves it out, and %s", id,
				view_leaves(asked, result, refs[n]) ? "view" : "query", needed);
		return false;
	}
	return true;
}

/* Where a page begins that is filled, where that was said, and in which plan: see print_options. False
 * where it is not in the result. */
static bool find_place(const char *name, const struct options *options,
	const struct selection_request *request, const struct result *result, struct arena *arena,
	struct print_options *print)
{
	const char *at = options->values[OPTION_AT];
	struct buf place = {0};
	if (options->given[OPTION_SEED] && print->seed > PAGE_SEED_MOST) {
		complaint_print(name, "--seed of a page is a number from 0 to %d", PAGE_SEED_MOST);
		return false;
	}
	if (at) {
		struct ref ref = record_find(record_whole(result->record), at);
		if (!is_selected(name, &request->options, result, &ref, 1, "the page begins there"))
			return false;
		buf_format(&place, "at %s\n", at);
	}
	if (options->given[OPTION_VIEW])
		buf_format(&place, "view %s\n", options->values[OPTION_VIEW]);
	if (options->given[OPTION_SEED])
		buf_format(&place, "seed %llu\n", (unsigned long long)print->seed);
	print->place = buf_kept(&place, arena);
	buf_free(&place);
	return true;
}

/* Whether there is something to print where only a part of the page is, or of the record; says what
 * there is not. */
static bool has_part(const char *name, const struct options *options, const struct result *result,
	const struct print_format *format, const struct print_options *print)
{
	const char *missing = options->given[OPTION_QUOTES_ONLY] && !result->quote_count
		? "quotation"
		: options->given[OPTION_BRIEF] && !result->event_count ? "event"
								       : NULL;
	if (missing)
		complaint_print(name, "there is no %s to print", missing);
	else if (format->any && !format->any(result, print))
		complaint_print(name, "%s", missing = format->none);
	return !missing;
}

/* True where the sheet is written; *nothing where there is nothing to ask. */
static bool print_sheet(const char *name, uint64_t seed, const struct print_options *print,
	const struct print_format *format, const struct result *result, FILE *out, bool *nothing)
{
	enum worksheet_done done = format->worksheet(result, print, seed, out);
	*nothing = done == WORKSHEET_NOTHING;
	if (*nothing)
		complaint_print(name,
			"too little for a worksheet: it asks about exact words of two speakers, "
			"three events apart in time, views of two sources, or positions at two "
			"meetings");
	return done != WORKSHEET_FAILED;
}

/* The options of the command line, but those that a sheet has of its own: see print_options. */
static const char *const *sheet_again(struct arena *arena, const struct options *options)
{
	const char **words = arena_alloc(arena, 2 * OPTION_COUNT + 1, sizeof *words);
	size_t count = 0;
	for (int id = 0; id < OPTION_COUNT; id++) {
		const struct option_row *row = option_row((enum option_id)id);
		if (!options->given[id] || id == OPTION_WORKSHEET || id == OPTION_SEED ||
			id == OPTION_NO_KEY || id == OPTION_KEY_ONLY)
			continue;
		struct buf name = {0};
		buf_format(&name, "--%s", row->name);
		words[count++] = buf_kept(&name, arena);
		if (row->argument)
			words[count++] = options->values[id];
		buf_free(&name);
	}
	return words;
}

static int print_record(const struct command *command, const struct options *options,
	struct selection_request *request, const struct print_format *format,
	struct print_options *print)
{
	struct record *record = open_record(options);
	term_loading_say("truce: printing");
	const char *pair = options->values[OPTION_COMPARE];
	struct result result;
	struct ref refs[2];
	bool nothing = false;
	uint32_t drawn = 0;
	int status = NOT_DONE;
	const char *texts = options->values[OPTION_TEXTS];
	if (record && texts)
		print->fragments = fragments_find(&request->arena, record, texts);
	if (record && (!texts || print->fragments) &&
		selection_view(command->name, options, record, request) &&
		(!format->fills || screen_at(command->name, options, record, request)) &&
		(!pair || find_pair(command->name, record, request, pair, refs)) &&
		selection_run(command->name, record, request, &result, &nothing)) {
		struct term_stream stream;
		FILE *out = term_stream_begin(&stream, stdout);
		bool written = true;
		print->asked = request->options;
		print->again = sheet_again(&request->arena, options);
		print->drawn = &drawn;
		nothing = nothing ||
			(pair &&
				!is_selected(command->name, &print->asked, &result, refs, 2,
					"a comparison needs both sides")) ||
			(format->fills &&
				!find_place(command->name, options, request, &result,
					&request->arena, print)) ||
			!has_part(command->name, options, &result, format, print);
		if (!nothing && pair)
			written = format->compare(&result, print, refs[0], refs[1], out);
		else if (!nothing && options->given[OPTION_POSITIONS])
			written = format->positions(&result, print, out);
		else if (!nothing && options->given[OPTION_PLAN])
			written = format->plan(&result, print, out);
		else if (!nothing && options->given[OPTION_WORKSHEET])
			written = print_sheet(
				command->name, print->seed, print, format, &result, out, &nothing);
		else if (!nothing)
			written = format->print(&result, print, out);
		written = term_stream_end(&stream) && written;
		written = command_end(command->name) && written;
		if (written && !nothing && drawn < print->questions)
			tell_fewer(command->name, format, drawn);
		status = !written ? NOT_DONE : nothing ? DONE_NO : DONE;
	}
	record_free(record);
	return status;
}

/* Whether a format prints such a page. */
static bool prints(const struct print_format *format, enum option_id page)
{
	switch (page) {
	case OPTION_COMPARE:
		return format->compare != NULL;
	case OPTION_POSITIONS:
		return format->positions != NULL;
	case OPTION_PLAN:
		return format->plan != NULL;
	case OPTION_WORKSHEET:
		return format->worksheet != NULL;
	case OPTION_TWO_UP:
		return format->two_up;
	default:
		return true;
	}
}

/* Appends "text, html or markdown". */
static void names_join(struct buf *words, const char *const *names, uint32_t count)
{
	for (uint32_t n = 0; n < count; n++)
		buf_format(words, "%s%s", !n ? "" : n + 1 < count ? ", " : " or ", names[n]);
}

/* The same; says which do, where it does not. */
static bool prints_page(const char *name, enum option_id page, const struct print_format *format)
{
	if (prints(format, page))
		return true;
	const char *able[PAGE_FORMATS];
	uint32_t count = 0;
	for (int n = 0; print_at(n) && count < PAGE_FORMATS; n++)
		if (prints(print_at(n), page))
			able[count++] = print_at(n)->name;
	struct buf words = {0};
	names_join(&words, able, count);
	complaint_print(name, "--%s is printed as %s, not as %s", option_row(page)->name,
		buf_string(&words), format->name);
	buf_free(&words);
	return false;
}

/* Whether a folder of texts can be used; says why it cannot. */
static bool takes_texts(
	const char *name, const struct options *options, const struct print_format *format)
{
	if (!options->given[OPTION_TEXTS])
		return true;
	if (format->leads)
		return texts_folder(name, options->values[OPTION_TEXTS]);
	const char *able[PAGE_FORMATS];
	uint32_t count = 0;
	for (int n = 0; print_at(n) && count < PAGE_FORMATS; n++)
		if (print_at(n)->leads)
			able[count++] = print_at(n)->name;
	struct buf words = {0};
	names_join(&words, able, count);
	complaint_print(name, "--texts leads to the words of quotations in %s, not in %s",
		buf_string(&words), format->name);
	buf_free(&words);
	return false;
}

/* Whether there is somewhere to begin; where the explorer was asked for and has no terminal, it is
 * printed from the beginning all the same. */
static bool takes_place(const struct command *command, const struct options *options,
	const struct print_format *format)
{
	if (!options->given[OPTION_AT] || format->fills || command->bit != COMMAND_PRINT)
		return true;
	complaint_print(command->name, "--at says where the explorer begins: ask for -f page");
	return false;
}

/* A terminal shows nothing of what is to be filled, and a lot of it. */
static bool takes_stream(const char *name, bool terminal, const struct print_format *format)
{
	if (!terminal || !format->fills)
		return true;
	complaint_print(name, "a page is for a browser, as a file: truce print -f %s > lesson.html",
		format->name);
	return false;
}

/* There is one table at a time; and a plan is a view. */
static bool is_one_page(
	const char *name, const struct options *options, const struct print_format *format)
{
	static const enum option_id pages[] = {OPTION_COMPARE, OPTION_POSITIONS, OPTION_WORKSHEET,
		OPTION_PLAN, OPTION_BRIEF, OPTION_QUOTES_ONLY, OPTION_VIEW};
	enum { TABLES = 4, PAGES = sizeof pages / sizeof *pages };
	for (int i = 0; i < TABLES; i++) {
		if (!options->given[pages[i]])
			continue;
		for (int k = i + 1; k < PAGES; k++)
			if (options->given[pages[k]] &&
				(pages[k] != OPTION_VIEW || pages[i] == OPTION_PLAN)) {
				complaint_print(name, "--%s and --%s: ask for one of them",
					option_row(pages[i])->name, option_row(pages[k])->name);
				return false;
			}
		if (!prints_page(name, pages[i], format))
			return false;
	}
	return true;
}

/* Two pages stand on a sheet where there is paper, and no table, which is as wide as it is. */
static bool is_two_up(
	const char *name, const struct options *options, const struct print_format *format)
{
	static const enum option_id tables[] = {OPTION_COMPARE, OPTION_POSITIONS};
	if (!options->given[OPTION_TWO_UP])
		return true;
	for (size_t n = 0; n < sizeof tables / sizeof *tables; n++)
		if (options->given[tables[n]]) {
			complaint_print(name,
				"--%s needs the whole width of the paper: there is no --two-up of "
				"it",
				option_row(tables[n])->name);
			return false;
		}
	return prints_page(name, OPTION_TWO_UP, format);
}

/* Which leaves of the sheet were asked for; says what is missing, or what does not go together. */
static bool parse_part(const char *name, const struct options *options, enum sheet_part *part)
{
	bool bare = options->given[OPTION_NO_KEY], key = options->given[OPTION_KEY_ONLY];
	*part = bare ? SHEET_ALONE : key ? KEY_ALONE : SHEET_AND_KEY;
	if (bare && key)
		complaint_print(name, "--no-key and --key-only: ask for one of them");
	else if ((bare || key) && !options->given[OPTION_WORKSHEET])
		complaint_print(name, "--%s is of a class sheet: ask for --worksheet as well",
			bare ? "no-key" : "key-only");
	else if (key && !options->given[OPTION_SEED])
		complaint_print(name,
			"--key-only needs what the sheet was printed by: --seed with its number, "
			"and its --view");
	else
		return true;
	return false;
}

int print_run(const struct command *command, const struct options *options)
{
	struct screen screen;
	struct print_options print = {.colors = -1};
	const char *wanted = options->values[OPTION_FORMAT];
	int status = NOT_DONE;
	if (options->given[OPTION_BLANK])
		return print_blank(command->name, options);
	if (list_asked(command, options, &status))
		return status;
	const struct print_format *format = print_find(wanted ? wanted : "text");
	if (!format) {
		complaint_print(command->name,
			"there is no format \"%s\"; --list-formats names them", wanted);
		return NOT_DONE;
	}
	bool terminal = isatty(STDOUT_FILENO);
	if (!is_one_page(command->name, options, format) ||
		!parse_part(command->name, options, &print.part) ||
		!is_two_up(command->name, options, format) ||
		!takes_texts(command->name, options, format) ||
		!takes_place(command, options, format) ||
		!takes_stream(command->name, terminal, format) ||
		!screen_options(command->name, options, &screen) ||
		!parse_width(command->name, options->values[OPTION_WIDTH], &print.width) ||
		!parse_questions(
			command->name, options->values[OPTION_QUESTIONS], format, &print.questions))
		return NOT_DONE;
	print.ascii = screen.ascii;
	print.form = term_stream_form(stdout);
	print.brief = options->given[OPTION_BRIEF];
	print.quotes_only = options->given[OPTION_QUOTES_ONLY];
	print.two_up = options->given[OPTION_TWO_UP];
	if (screen_in_color(&screen, terminal)) {
		print.theme = screen.theme;
		print.colors = screen_colors();
	}
	print.seed = options->given[OPTION_SEED] ? screen.seed : screen_seed_drawn();
	struct template_file page = {0};
	if (format->fills && !template_find(command->name, options->program, &page))
		return NOT_DONE;
	print.template = &page.template;
	/* A class may be looking on: a terminal shows no answers that nobody asked for. */
	bool kept = terminal && options->given[OPTION_WORKSHEET] && print.part == SHEET_AND_KEY;
	if (kept)
		print.part = SHEET_ALONE;
	struct selection_request request;
	if (selection_options(command->name, options, &request))
		status = print_record(command, options, &request, format, &print);
	arena_free(&request.arena);
	buf_free(&page.bytes);
	if (kept && status == DONE)
		complaint_print(command->name,
			"note: a terminal shows no key; add --key-only --seed %llu to see it",
			(unsigned long long)print.seed);
	struct buf why = {0};
	if (terminal && term_locale_missing(&why))
		complaint_print(command->name, "note: %s", buf_string(&why));
	buf_free(&why);
	return status;
}
