/* Every word of every record is looked for, and every stop looked at: the word is in view, marked
 * as the hit at which the search stands, or the bottom line says why it is one. There are as many
 * stops as are counted, and the first has the word in its title, where any has.
 *
 * Each word is looked for at one of three sizes, which take turns; one in eight at all of them, on
 * a tiny screen, with the timeline folded and with one pane alone. SEARCH_ALL=1 looks for each in
 * all of these, SEARCH_ALL=0 (under sanitizers, which are slow) for one word in ten. */
#include "screen.h"
#include "tests/effort.h"

#include "base/memory.h"
#include "model/form.h"
#include "model/query.h"
#include "query/search.h"
#include "tests/unit/every.h"
#include "ui/core/app.h"
#include "ui/core/find.h"
#include "ui/core/spot.h"

/* Sizes, and what is typed before each search: with the timeline folded, and with one pane alone
 * and both by turns. */
static const struct setting {
	int cols, rows;
	const char *keys;
} settings[] = {
	{60, 20, ""}, {80, 24, ""}, {120, 36, ""}, {80, 24, "---"}, {80, 24, "z"}, {40, 9, ""}};

enum { SIZES = 3, SETTINGS = sizeof settings / sizeof *settings };

/* ---- words ---- */

struct words {
	char **at; /* folded, each once */
	size_t count, room;
};

/* What cannot be typed at a prompt is no word. */
static void word_add(struct words *words, const char *word, size_t len)
{
	for (size_t at = 0, bytes; at < len; at += bytes)
		if (text_kind(text_decode(word + at, len - at, &bytes)) != TEXT_SEEN)
			return;
	words->at = mem_grow(words->at, &words->room, words->count + 1, sizeof *words->at);
	words->at[words->count++] = strndup(word, len);
}

/* The words of a text: what stands between spaces, without what is no letter at its ends. */
static void words_of(struct words *words, const char *text)
{
	struct buf folded = {0};
	query_fold(&folded, text, strlen(text));
	for (const char *at = buf_string(&folded); *at;) {
		size_t len = strcspn(at, " ");
		const char *from = at, *to = at + len;
		while (from < to && strchr("\"'(){}[].,;:!?-", *from))
			from++;
		while (to > from && strchr("\"'(){}[].,;:!?-", to[-1]))
			to--;
		if (to > from)
			word_add(words, from, (size_t)(to - from));
		at += len + strspn(at + len, " ");
	}
	buf_free(&folded);
}

static void words_of_fields(struct words *words, const struct form *form, const void *thing)
{
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		const char *member = form_member(form, field, thing);
		uint32_t count = 1;
		if (!member || !form_has(field, member))
			continue;
		if (field->kind == FIELD_TEXT) {
			words_of(words, *(const char *const *)(const void *)member);
		} else if (field->kind == FIELD_NAMES) {
			const struct names *names = *(
				const struct names *const *)(const void *)member;
			for (uint32_t k = 0; k < names->count; k++)
				words_of(words, names->at[k]);
		} else if (field->kind == FIELD_FORM || field->kind == FIELD_FORMS) {
			const char *item = member;
			if (field->kind == FIELD_FORMS)
				item = form_list(field, member, &count);
			for (; count; count--, item += field->form->size)
				words_of_fields(words, field->form, item);
		}
	}
}

static int word_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct words words_of_record(const struct record *record)
{
	struct words words = {0};
	for (enum thing thing = THING_ERA; thing < THING_EDITOR; thing++)
		for (uint32_t i = 0; i < record->counts[thing]; i++)
			words_of_fields(
				&words, &forms[thing], form_thing(record, record_ref(thing, i)));
	qsort(words.at, words.count, sizeof *words.at, word_compare);
	size_t kept = 0;
	for (size_t i = 0; i < words.count; i++) {
		if (kept && strcmp(words.at[kept - 1], words.at[i]) == 0)
			free(words.at[i]);
		else
			words.at[kept++] = words.at[i];
	}
	words.count = kept;
	return words;
}

/* ---- what is on the screen ---- */

static bool has_needle(const struct pattern *pattern, const struct buf *shown)
{
	struct buf folded = {0};
	bool found = false;
	query_fold(&folded, buf_string(shown), shown->len);
	const char *start = buf_string(&folded);
	for (uint32_t i = 0; i < pattern->count && !found; i++)
		found = needle_find(&pattern->needles[i], start, start + folded.len) != NULL;
	buf_free(&folded);
	return found;
}

/* The cells of a row that carry all these flags, with spaces where there are others between. */
static void marked_cells(const struct grid *grid, int row, uint8_t flags, struct buf *out)
{
	bool gap = true;
	for (int col = 0; col < grid->cols; col++) {
		const struct cell *cell = grid_at(grid, row, col);
		if ((cell->style.flags & flags) != flags) {
			gap = true;
			continue;
		}
		if (gap && out->len)
			buf_char(out, ' ');
		gap = false;
		if (cell->width)
			buf_add(out, cell->len ? cell->text : " ", cell->len ? cell->len : 1);
	}
}

/* The row of what is said: the last one, or on a tiny screen the first where the cursor stands in
 * the last. */
static int said_row(const struct screen *screen)
{
	int last = screen->grid.rows - 1;
	return strncmp(screen_row(screen, last), " /", 2) == 0 ? last : 0;
}

/* Whether the word is marked as the hit at hand: in a row, or from the end of one to the next. */
static bool is_in_view(const struct screen *screen, const struct pattern *pattern)
{
	const struct grid *grid = &screen->grid;
	struct buf here = {0}, all = {0};
	bool found = false;
	int said = said_row(screen);
	for (int row = 0; row < grid->rows && !found; row++) {
		buf_clear(&here);
		if (row == said)
			continue;
		marked_cells(grid, row, STYLE_HIT | STYLE_HERE, &here);
		found = here.len && has_needle(pattern, &here);
		if (here.len)
			buf_format(&all, "%s%s", all.len ? " " : "", buf_string(&here));
	}
	if (!found && all.len) { /* a line may also end within what has no space */
		found = has_needle(pattern, &all);
		struct buf joined = {0};
		for (size_t i = 0; i < all.len; i++)
			if (all.text[i] != ' ')
				buf_char(&joined, all.text[i]);
		found = found || has_needle(pattern, &joined);
		buf_free(&joined);
	}
	buf_free(&here);
	buf_free(&all);
	return found;
}

/* Of a word that is wider than the bottom line has room for, the first half: else the pattern. */
static struct pattern what_fits(const struct pattern *pattern, int cols, struct needle *half)
{
	enum { BEFORE = 26, CUTS = 2 }; /* " /so…: 12 of 34, by ; n N", and a cut at either end */
	*half = (struct needle){pattern->needles->text, pattern->needles->len, false};
	if (text_width(NULL, half->text, half->len) + CUTS <= cols - BEFORE)
		return *pattern;
	half->len /= 2;
	while (half->len && ((unsigned char)half->text[half->len] & 0xc0) == 0x80)
		half->len--;
	return (struct pattern){half, 1};
}

/* Whether a reason is the beginning of what the hit is by, as much of it as a narrow line has room for beside
 * the keys that lead on. */
static bool is_cut(const struct screen *screen, const char *reason)
{
	enum { SHOWN_LEAST = 8 };
	const char *piece = screen->app->find->hidden.text;
	const char *end = strstr(reason, "…; ");
	return piece && end && end - reason >= SHOWN_LEAST && screen->grid.cols < 48 &&
		strncmp(piece, reason, (size_t)(end - reason)) == 0;
}

/* Whether the bottom line gives a reason that holds the word, or its date for one that is a date. */
static bool is_said(const struct screen *screen, const struct pattern *pattern)
{
	const char *why = strstr(screen_row(screen, said_row(screen)), ", by ");
	const char *typed = pattern->needles->text;
	bool dated = date_typed_len(typed, strlen(typed)) == strlen(typed) ||
		(strlen(typed) >= 4 && text_is_figure(*typed));
	if (why && dated && strncmp(why, ", by its date: ", 15) == 0)
		return true;
	struct needle half;
	struct pattern fits = what_fits(pattern, screen->grid.cols, &half);
	struct buf said = {0};
	if (!why)
		return false;
	buf_text(&said, why);
	bool found = has_needle(pattern, &said) || has_needle(&fits, &said) ||
		is_cut(screen, why + strlen(", by "));
	buf_free(&said);
	return found;
}

/* "3 of 17" in the bottom line: both numbers, or 0; of "best match of 17" which it is. */
static void read_count(const struct screen *screen, unsigned *at, unsigned *all)
{
	static const char best[] = ": best match of ";
	const char *said = screen_row(screen, said_row(screen));
	const char *found = strstr(said, best);
	*at = *all = 0;
	if (found) {
		*at = screen->app->find->at;
		for (found += strlen(best); *found == ',' || text_is_figure(*found); found++)
			*all = *found == ',' ? *all : *all * 10 + (unsigned)(*found - '0');
	}
	for (const char *of = strstr(said, " of "); of && !*all; of = strstr(of + 1, " of ")) {
		const char *start = of;
		while (start > said && (start[-1] == ',' || (start[-1] >= '0' && start[-1] <= '9')))
			start--;
		struct buf digits = {0};
		for (const char *c = start; *c; c++)
			if (*c != ',' || c > of)
				buf_char(&digits, *c);
		if (sscanf(buf_string(&digits), "%u of %u", at, all) != 2)
			*at = *all = 0;
		buf_free(&digits);
	}
}

/* ---- the walk ---- */

struct tally {
	unsigned words, stops, in_view, said, bad;
};

static void tally_check(const struct tally *tally)
{
	printf("%u words, %u stops: %u in view, %u said, %u neither\n", tally->words, tally->stops,
		tally->in_view, tally->said, tally->bad);
	assert_int_equal(tally->bad, 0);
}

static void stop_check(const struct screen *screen, const struct pattern *pattern, const char *word,
	unsigned n, struct tally *tally)
{
	unsigned at, all;
	read_count(screen, &at, &all);
	tally->stops++;
	if (is_in_view(screen, pattern))
		tally->in_view++;
	else if (is_said(screen, pattern))
		tally->said++;
	else if (++tally->bad <= 3 || at != n) {
		fprintf(stderr, "\"%s\" at %dx%d, stop %u: no word, no reason\n", word,
			screen->grid.cols, screen->grid.rows, n);
		screen_dump(screen);
	}
	if (at != n)
		fail_msg("\"%s\": stop %u says %u", word, n, at);
}

/* Whether somebody who is called so says something of what is shown; *here where the stop is that, and in
 * an event with the name in its title, if anything is said in such a one. */
static bool is_spoken_by(
	const struct result *result, const struct pattern *pattern, struct ref stop, bool *here)
{
	const struct record *record = result->record;
	bool spoken = false, titled = false, stop_titled = false;
	*here = false;
	for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++) {
		const struct quote *quote = &record->quotes[n];
		bool theirs = false;
		for (uint32_t i = 0; i < pattern->people_count; i++)
			theirs |= ref_same(
				quote->speaker, record_ref(THING_PERSON, pattern->people[i]));
		if (!theirs || !result_has_quote(result, n))
			continue;
		struct buf title = {0};
		buf_text(&title, record->events[quote->event].title);
		bool named = has_needle(pattern, &title),
		     is_stop = ref_same(stop, record_ref(THING_QUOTE, n));
		buf_free(&title);
		spoken = true;
		titled |= named;
		*here |= is_stop;
		stop_titled |= is_stop && named;
	}
	*here &= stop_titled || !titled || pattern->people_count > 1;
	return spoken;
}

/* Whether it is the title of an event, and no part of one. */
static bool is_whole_title(
	const struct result *result, const struct pattern *pattern, struct ref stop)
{
	struct buf title = {0};
	const char *text = result->record->events[stop.index].title;
	query_fold(&title, text, strlen(text));
	bool is = title.len == pattern->needles->len;
	buf_free(&title);
	return is;
}

/* The first stop are the words of who is called so, else an event with the pattern in its title that has
 * words, where what is shown has one; one without is only gone to where no words near by have it. */
static void best_check(struct screen *screen, struct search *search, const struct pattern *pattern,
	const char *word)
{
	const struct result *result = screen->app->result;
	struct ref stop = screen->app->find->last;
	bool titled = false, here = false;
	if (is_spoken_by(result, pattern, stop, &here)) {
		if (!here)
			fail_msg("\"%s\" is somebody, and %s is gone to", word,
				record_id(result->record, stop));
		return;
	}
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		struct ref ref = record_event_ref(result->record, event);
		struct buf title = {0};
		buf_text(&title, event->title);
		bool found = has_needle(pattern, &title);
		titled = titled || (found && result_quote_count(result, event) > 0);
		here = here || (found && ref_same(ref, stop));
		buf_free(&title);
	}
	bool silent = stop.thing == THING_EVENT &&
		!result_quote_count(result, &result->record->events[stop.index]);
	if (titled && (!here || (silent && !is_whole_title(result, pattern, stop))) &&
		!text_is_figure(*word))
		fail_msg("\"%s\" stands in a title, and %s is gone to", word,
			record_id(result->record, stop));
}

static void press(struct screen *screen, int32_t key)
{
	struct input input = {.kind = INPUT_KEY, .key = key};
	app_apply(screen->app, &input);
}

static void word_look(struct screen *screen, struct search *search, const char *word,
	const char *keys, struct tally *tally)
{
	struct arena arena = {0};
	struct pattern pattern;
	unsigned at, all;
	if (!pattern_read(search, &arena, word, strlen(word), &pattern))
		return;
	tally->words++;
	press(screen, 'g');
	for (const char *key = keys; *key; key++)
		press(screen, *key);
	press(screen, '/');
	app_apply(screen->app,
		&(struct input){.kind = INPUT_PASTE, .text = word, .len = strlen(word)});
	app_draw(screen->app, &screen->grid); /* what is typed is looked for before a picture */
	bool nowhere = screen->app->find
			       ->offered; /* as it is typed: Enter would select its words */
	if (!nowhere)
		press(screen, INPUT_ENTER);
	app_draw(screen->app, &screen->grid);
	if (nowhere || screen_find(screen, "no match") >= 0) {
		press(screen, INPUT_ESCAPE);
	} else {
		read_count(screen, &at, &all);
		if (!all || !at)
			fail_msg("\"%s\": %s", word, screen_row(screen, said_row(screen)));
		best_check(screen, search, &pattern, word);
		for (unsigned n = 0, first = at; n < all; n++) {
			stop_check(screen, &pattern, word, (first - 1 + n) % all + 1, tally);
			press(screen, 'n');
			app_draw(screen->app, &screen->grid);
			if (first + n == all && screen->grid.cols >= 60)
				screen_has(screen, "round the end");
		}
	}
	press(screen, INPUT_ESCAPE);
	arena_free(&arena);
}

/* 2: each word at each size; 1: at one, some at all; 0: one in ten. */
static int effort(void)
{
	const char *asked = getenv("SEARCH_ALL");
	if (asked)
		return *asked == '1' ? 2 : 0;
	return effort_sanitized() ? 0 : 1;
}

static void words_free(struct words *words)
{
	for (size_t i = 0; i < words->count; i++)
		free(words->at[i]);
	free(words->at);
}

static void record_look(const char *path, struct tally *tally)
{
	struct screen screen;
	screen_open(&screen, path, &(struct app_options){0}, settings[0].cols, settings[0].rows);
	struct words words = words_of_record(screen.record);
	struct search *search = search_create(screen.record);
	int effort_now = effort();
	for (size_t s = 0; s < SETTINGS; s++) {
		screen_size(&screen, settings[s].cols, settings[s].rows);
		for (size_t i = 0; i < words.count; i++) {
			bool all = effort_now == 2 || (effort_now == 1 && i % 8 == 0);
			if ((effort_now == 0 && i % 10) || (!all && (i / 10) % SIZES != s))
				continue;
			word_look(&screen, search, words.at[i], settings[s].keys, tally);
		}
	}
	words_free(&words);
	search_free(search);
	screen_close(&screen);
}

/* Of what a query and a day leave, some of the words of the whole record: what is hidden or came
 * later is no stop, and no reason for one. */
static void record_look_asked(const char *path, struct tally *tally)
{
	const size_t step = effort() == 2 ? 60 : effort() ? 24 : 3; /* queries and days */
	const size_t thin = effort() == 2 ? 4 : effort() ? 16 : 50; /* words */
	struct record *record = every_read(path);
	struct every_terms terms = every_terms(record);
	struct every_days days = every_days(record);
	struct words words = words_of_record(record);
	for (size_t n = 0; n < step; n++) {
		struct arena arena = {0};
		struct buf text = {0};
		struct date day;
		struct date_problem problem;
		struct app_options options = {0};
		struct screen screen;
		int64_t at = days.at[days.count * n / step];
		options.asked.query = n % 2 ? terms.at[terms.count * n / step] : NULL;
		if (at != DATE_OPEN_END && date_day_text(at, &text)) {
			assert_true(
				date_parse(&arena, buf_string(&text), text.len, &day, &problem));
			options.asked.as_of = &day;
		}
		const struct setting *setting = &settings[n % SIZES];
		screen_open(&screen, path, &options, setting->cols, setting->rows);
		struct search *search = search_create(screen.record);
		for (size_t i = n; i < words.count; i += thin)
			word_look(&screen, search, words.at[i], setting->keys, tally);
		search_free(search);
		screen_close(&screen);
		buf_free(&text);
		arena_free(&arena);
	}
	words_free(&words);
	every_free(record, &terms, &days);
}

static void test_every_stop(void **state)
{
	(void)state;
	struct tally tally = {0};
	for (int i = 0; every_record[i]; i++)
		record_look(every_record[i], &tally);
	tally_check(&tally);
}

static void test_stops_of_what_is_asked(void **state)
{
	(void)state;
	struct tally tally = {0};
	for (int i = 0; every_record[i]; i++)
		record_look_asked(every_record[i], &tally);
	tally_check(&tally);
}

static const char river[] =
	"title: The river\n"
	"themes: {line: {title: The boundary, aliases: [frontier, the old demarcation]}}\n"
	"parties: {north: {name: Norland, aliases: [the kingdom]}, south: {name: Suedmark}}\n"
	"sources:\n"
	"  book: {type: article, title: A chronicle of weirs, container-title: Gazette}\n"
	"people:\n"
	"  hale: {name: Edmund Hale, aliases: [Hael the elder], party: north}\n"
	"  roe: {name: James Roe}\n"
	"events:\n"
	"- {id: mill, date: 1855, title: The mill burns}\n"
	"- id: talks\n"
	"  date: 1856\n"
	"  title: Talks\n"
	"  parties: [north, south]\n"
	"  themes: line\n"
	"  positions: [{issue: line, party: south, text: Both banks or none, source: book}]\n"
	"  quotes:\n"
	"  - id: one\n"
	"    speaker: hale\n"
	"    to: roe\n"
	"    about: mill\n"
	"    prefix: Rising late, he\n"
	"    text: spoke at last\n"
	"    suffix: and sat down.\n"
	"    source: book\n"
	"  - {id: two, kind: thesis, source: book, text: Nothing came of it.}\n";

/* What the bottom line gives for a reason, in full where it has room, and in short. */
static void test_reasons(void **state)
{
	(void)state;
	static const struct {
		const char *word;
		int cols;
		const char *said;
	} cases[] = {
		{"boundary", 80,
			"/boundary: 1 of 1, by its theme The boundary; Enter words, Esc ends"},
		{"demarc", 100,
			"/demarc: 1 of 1, by another name of its theme The boundary: the old "
			"demarcation"},
		{"demarc", 70, "/demarc: 1 of 1, by its theme The boundary: the old demarcation"},
		{"demarc", 64, "/demarc: 1 of 1, by its theme The boundary: …demarcation"},
		{"demarc", 50, "/de…: 1 of 1, by another name: …demarcation"},
		{"demarc", 40, "/de…: 1 of 1, by the old demarcation"},
		{"kingdom", 80,
			"/kingdom: 1 of 1, by another name of Norland: the kingdom; Enter words"},
		{"elder", 80, "/elder: 1 of 1, by another name of Edmund Hale: Hael the elder"},
		{"banks", 80, "/banks: 1 of 1, by Suedmark on The boundary: Both banks or none"},
		{"banks", 100,
			"/banks: 1 of 1, by the position of Suedmark on The boundary: Both banks "
			"or none"},
		{"roe", 80,
			"/roe: 1 of 1, by its addressee James Roe; W who?, Enter links, Esc ends"},
		{"burns", 80, "/burns: 1 of 2; n on in 1856, Enter about it, Esc ends"},
		{"rising", 80,
			"/rising: 1 of 1, by the words before it: Rising late, he; y copy, Enter "
			"links"},
		{"sat", 80,
			"/sat: 1 of 1, by the words behind it: and sat down.; y copy, Enter links"},
		{"weirs", 80,
			"/weirs: 1 of 1, by the title of its source Gazette: A chronicle of "
			"weirs"},
	};
	struct screen screen;
	struct load_input input = {"river.yaml", river, sizeof river - 1};
	screen_open_bytes(&screen, &input, &(struct app_options){0}, 80, 24);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		screen_size(&screen, cases[i].cols, 24);
		screen_type(&screen, "g/");
		screen_type(&screen, cases[i].word);
		screen_type(&screen, "<Enter>");
		const char *said = screen_row(&screen, 23) + 1;
		if (strncmp(said, cases[i].said, strlen(cases[i].said)) != 0)
			fail_msg("\"%s\" says \"%s\", not \"%s\"", cases[i].word, said,
				cases[i].said);
	}
	screen_type(&screen, "/burns<Enter>n");
	screen_has(&screen, "/burns: 2 of 2, by its subject The mill burns");
	screen_type(&screen, "n/demarc<Enter>n");
	screen_has(
		&screen, "1 of 1, round the end, by its theme The boundary: the old demarcation");
	screen_size(&screen, 50, 24);
	screen_has(&screen, "/de…: 1 of 1, round the end, by …demarcation");
	screen_size(&screen, 120, 24);
	screen_has(&screen, "/demarc: 1 of 1, round the end, by another name of its theme");
	screen_close(&screen);
}

/* What a newcomer types is gone to first: a title, a year, a name, words. */
static void test_what_is_meant(void **state)
{
	(void)state;
	static const struct {
		const char *keys, *id;
	} cases[] = {
		{"g/talks<Enter>", "talks"},
		{"g/1856<Enter>", "talks"},
		{"g/1855<Enter>", "mill"},
		{"g/mill<Enter>", "mill"},
		{"G/mill<Enter>", "mill"},
		{"g/hale<Enter>", "one"},
		{"g/spoke<Enter>", "one"},
		{"g/south<Enter>", NULL},
		{"g/banks<Enter>", "talks"},
		{"g/boundary<Enter>", "talks"},
		{"g/chronicle<Enter>", "two"},
		{"g/ta<Enter>n", "talks"},
	};
	struct screen screen;
	struct load_input input = {"river.yaml", river, sizeof river - 1};
	screen_open_bytes(&screen, &input, &(struct app_options){0}, 80, 24);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		screen_type(&screen, cases[i].keys);
		struct ref stop = screen.app->find->last;
		const char *id = stop.thing ? record_id(screen.record, stop) : NULL;
		if (!id != !cases[i].id || (id && strcmp(id, cases[i].id) != 0))
			fail_msg("%s leads to %s", cases[i].keys, id ? id : "nothing");
		screen_type(&screen, "<Esc><Esc>");
	}
	screen_close(&screen);
}

static const char office[] =
	"title: The office\n"
	"sources: {book: {type: book, title: Letters}}\n"
	"people: {hale: {name: Edmund Hale}, roe: {name: James Roe}}\n"
	"themes: {tolls: {title: Tolls}}\n"
	"events:\n"
	"- id: seen\n"
	"  date: 1855\n"
	"  title: A visit\n"
	"  people: [{person: hale, role: clerk of the Chancery}]\n"
	"- id: said\n"
	"  date: 1856\n"
	"  title: A speech\n"
	"  themes: tolls\n"
	"  people: [{person: hale, role: clerk of the Chancery}, {person: roe}]\n"
	"  quotes:\n"
	"  - {id: one, speaker: hale, role: clerk of the Chancery, text: So be it., source: book}\n"
	"  - {id: two, speaker: roe, text: The tolls go., themes: tolls, source: book}\n"
	"- id: told\n"
	"  date: 1857\n"
	"  title: Another\n"
	"  summary: The Chancery is told of it.\n"
	"  people: [{person: hale, role: clerk of the Chancery}]\n"
	"  quotes:\n"
	"  - {id: three, speaker: hale, role: clerk of the Chancery, text: Well., source: book}\n";

/* Where the words of an event have it, who was there, its themes and its sources are no stop beside them;
 * what happened is, and who was there where nothing is said. A role leads to the words. */
static void test_labels_are_no_stops_beside_words(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *stops;
	} cases[] = {
		{"chancery", "one told three seen"},
		{"hale", "one three seen"},
		{"tolls", "two"},
		{"letters", "one two three"},
		{"1856", "said"},
	};
	struct screen screen;
	struct load_input input = {"office.yaml", office, sizeof office - 1};
	screen_open_bytes(&screen, &input, &(struct app_options){0}, 80, 24);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf stops = {0};
		screen_type(&screen, "g/");
		screen_type(&screen, cases[i].typed);
		screen_type(&screen, "<Enter>");
		struct ref first = screen.app->find->last, at = first;
		uint32_t all = screen.app->find->count.events + screen.app->find->count.quotes;
		do {
			buf_format(
				&stops, "%s%s", stops.len ? " " : "", record_id(screen.record, at));
			all--;
			screen_type(&screen, "n");
			at = screen.app->find->last;
		} while (!ref_same(at, first));
		if (strcmp(buf_string(&stops), cases[i].stops) != 0)
			fail_msg("\"%s\" stops at %s", cases[i].typed, buf_string(&stops));
		assert_int_equal(all, 0);
		buf_free(&stops);
		screen_type(&screen, "<Esc><Esc>");
	}
	screen_type(&screen, "&by:roe<Enter>/hale<Enter>");
	screen_has(&screen, "/hale: 1 of 1; "); /* his own words are hidden: who was there */
	screen_close(&screen);
}

static const char years[] = "title: The years\n"
			    "sources: {book: {type: book, title: Letters}}\n"
			    "people:\n"
			    "  roe: {name: James Roe, aliases: [Rowe, Roe]}\n"
			    "events:\n"
			    "- {id: start, date: 1890, title: Start}\n"
			    "- {id: dated, date: 1900, title: A fair}\n"
			    "- {id: titled, date: 1902, title: '1900'}\n"
			    "- {id: again, date: 1904, title: Rowe}\n"
			    "- {id: later, date: 1906, title: Roe}\n"
			    "- {id: inside, date: 1908, title: Refair}\n";

/* Of a title and a date, and of two names, the first from where the search began is meant. */
static void test_the_nearest_is_meant(void **state)
{
	(void)state;
	static const struct {
		const char *keys, *id;
	} cases[] = {
		{"g/1900<Enter>", "dated"},
		{"gjjj/1900<Enter>", "titled"},
		{"G/1900<Enter>", "dated"},
		{"g/roe<Enter>", "again"},
		{"G/roe<Enter>", "again"},
		{"G/fair<Enter>", "dated"},
		{"g/efair<Enter>", "inside"},
	};
	struct screen screen;
	struct load_input input = {"years.yaml", years, sizeof years - 1};
	screen_open_bytes(&screen, &input, &(struct app_options){0}, 80, 24);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		screen_type(&screen, cases[i].keys);
		struct ref stop = screen.app->find->last;
		const char *id = stop.thing ? record_id(screen.record, stop) : "nothing";
		if (strcmp(id, cases[i].id) != 0)
			fail_msg("%s leads to %s, not to %s", cases[i].keys, id, cases[i].id);
		screen_type(&screen, "<Esc><Esc>");
	}
	screen_close(&screen);
}

/* A hit that is in view stays so when the size changes, and comes back into view with it. */
static void test_hits_stay_in_view(void **state)
{
	(void)state;
	static const char *const words[] = {"pentagon", "kyiv", "neutrality", "crimea", "fomin"};
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	struct search *search = search_create(screen.record);
	for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
		struct arena arena = {0};
		struct pattern pattern;
		assert_true(pattern_read(search, &arena, words[w], strlen(words[w]), &pattern));
		screen_type(&screen, "/");
		screen_type(&screen, words[w]);
		screen_type(&screen, "<Enter>");
		for (int n = 0; n < 12; n++) {
			screen_size(&screen, 80, 24);
			bool seen = is_in_view(&screen, &pattern);
			for (size_t s = 0; s < SIZES; s++) {
				screen_size(&screen, settings[s].cols, settings[s].rows);
				if (is_in_view(&screen, &pattern) != seen)
					screen_dump(&screen);
				assert_int_equal(is_in_view(&screen, &pattern), seen);
			}
			screen_type(&screen, "n");
		}
		screen_type(&screen, "<Esc>");
		arena_free(&arena);
	}
	search_free(search);
	screen_close(&screen);
}

/* The hit at hand looks different from the others without colours too, and over every role. */
static void test_here_is_seen(void **state)
{
	(void)state;
	const struct theme_look *theme;
	for (int n = 0; (theme = theme_at(n)); n++)
		for (uint8_t role = 0; role < ROLE_COUNT; role++)
			for (uint8_t over = 0; over <= STYLE_SELECTED; over++)
				for (int colors = 0; colors <= 256;
					colors = colors ? colors * 32 : 8) {
					struct style hit = {role, over | STYLE_HIT};
					struct style here = {role, over | STYLE_HIT | STYLE_HERE};
					struct buf a = {0}, b = {0};
					look_sgr(&a, theme_resolve(theme, hit), colors);
					look_sgr(&b, theme_resolve(theme, here), colors);
					assert_string_not_equal(buf_string(&a), buf_string(&b));
					buf_free(&a);
					buf_free(&b);
				}
}

/* Words that stand in one event, but not as they were typed, are one key away. */
static void test_all_words_where_the_phrase_is_not(void **state)
{
	(void)state;
	static const char *const typed[] = {"Molotov-Ribbentrop", "Molotov–Ribbentrop pact",
		"ribbentrop molotov", "German Soviet pact Ribbentrop"};
	for (size_t n = 0; n < sizeof typed / sizeof *typed; n++) {
		struct screen screen;
		screen_open(&screen, "events.yaml", &(struct app_options){0}, 110, 30);
		screen_type(&screen, "/");
		screen_type(&screen, typed[n]);
		screen_has(&screen, "no such phrase; Enter: 1 event with all its words");
		screen_type(&screen, "<Enter>");
		screen_has(&screen, "only what has all these words");
		assert_true(spot_of(screen.app).event >= 0);
		screen_has(&screen, "▸   23 Aug 1939");
		/* Within a query it would take the place of that. */
		screen_type(&screen, "/Treaty disclosed<Enter>");
		screen_has(&screen, "no match in what is shown");
		screen_close(&screen);
	}
}

/* Where a theme's note or a source's stand has it, the line names the key, which leads to that line. */
static void test_where_else_it_is_told(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "/progress<Enter>");
	screen_has(&screen, "n later, N earlier, t/s more, y copy, Enter links");
	screen_type(&screen, "t");
	screen_has(&screen, "▸Real talks or a show?");
	screen_has(&screen, "the Turkish hosts see progress");
	screen_has(&screen, "  counted: what is said on each theme, in any words ─");
	screen_type(&screen, "<Esc>s");
	screen_has(&screen, "▸Unsigned commentary, 2022");
	screen_has(&screen, "Russian good will");
	screen_type(&screen, "<Esc><Esc>g/real progress<Enter>");
	screen_has(&screen,
		"only what has all these words, not as one phrase; \\ shows all; t a theme on it");
	screen_type(&screen, "t");
	screen_has(&screen, "▸Real talks or a show?");
	screen_type(&screen, "<Esc>\\g/realist school<Enter>");
	screen_has(&screen, "no match; Enter again shows where it is told of");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▸Episkopos, 2022");
	screen_has(&screen, "rhetoric of Western leaders."); /* to its end */
	screen_type(&screen, "<Esc>/russia<Enter>");         /* of which very many notes tell */
	screen_lacks(&screen, "on it");
	screen_type(&screen, "<Esc>t");
	screen_lacks(&screen, "▸Real talks");
	screen_close(&screen);
}

/* How to go on stands in the line, whatever else does; what Enter does is said of what is there. */
static void test_how_to_go_on(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "/annexes Crimea<Enter>"); /* in no words: then the title is meant */
	screen_has(&screen, "Russia annexes Crimea");
	screen_has(&screen, "Enter about it");
	screen_type(&screen, "<Esc>");
	screen_has(&screen, "Enter about it");
	screen_lacks(&screen, "Enter words");
	screen_type(&screen, "g/Crimea<Enter>");
	screen_has(&screen, "▸    7 Mar 2022");
	screen_has(&screen, "best match of 18; n later, N earlier");
	screen_type(&screen, "12n");
	for (int n = 0; n < 12 && screen_find(&screen, "n on in 2025") < 0; n++)
		screen_type(&screen, "n");
	screen_has(&screen, "; n on in 2025, N earlier");
	screen_type(&screen, "n");
	screen_has(&screen, "2025 ▼");
	screen_close(&screen);
}

/* Whatever a reason needs, the keys to the other hits stand, at each width; and the reason, cut. */
static void test_a_reason_leaves_room(void **state)
{
	(void)state;
	static const int widths[] = {40, 60, 80};
	static const char *const typed[] = {
		"1939", "peninsula", "occupied", "delegation", "spokesman"};
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	unsigned reasons = 0;
	for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
		screen_size(&screen, widths[w], 24);
		for (size_t n = 0; n < sizeof typed / sizeof *typed; n++) {
			screen_type(&screen, "g/");
			screen_type(&screen, typed[n]);
			screen_type(&screen, "<Enter>");
			for (int k = 0; k < 20; k++) {
				const char *said = screen_row(&screen, 23);
				unsigned at, all;
				read_count(&screen, &at, &all);
				reasons += strstr(said, ", by ") != NULL;
				if (all > 1 && !strstr(said, "; n") && !strstr(said, "; N"))
					fail_msg("at %d no way on: %s", widths[w], said);
				if (at > 1 && !strstr(said, "N"))
					fail_msg("at %d no way back: %s", widths[w], said);
				screen_type(&screen, "n");
			}
			screen_type(&screen, "<Esc>");
		}
	}
	assert_true(reasons > 10);
	screen_close(&screen);
}

/* From era to era a search goes by its first hits there. */
static void test_eras_of_hits(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "/crimea<Enter>");
	screen_has(&screen, "7 Mar 2022 ● Peskov names");
	screen_type(&screen, "]");
	screen_has(&screen, "19 May      ● Trump and Putin telephone");
	screen_has(&screen, "/crimea: 15 of 18");
	screen_type(&screen, "]");
	screen_has(&screen, "no match in a later era; n and N go through all");
	screen_has(&screen, "19 May      ● Trump and Putin telephone");
	screen_type(&screen, "[");
	screen_has(&screen, "/crimea: 2 of 18");
	screen_type(&screen, "[[");
	screen_has(&screen, "no match in an earlier era");
	screen_type(&screen, "<Esc>]");
	screen_lacks(&screen, "crimea");
	screen_close(&screen);
}

/* Of a whole question Enter leads on by the words of it that tell something. */
static void test_a_whole_question(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *noted, *then, *at;
	} cases[] = {
		{"only ukrainians", "no such phrase; Enter: 3 events with all its words",
			"only what has all these", "only ukrainians "},
		{"who answered Fomin", "no such phrase; Enter: what has Fomin",
			"/Fomin: best match of", "Enter answers"},
		{"Who answered Mr Fomin?", "no such phrase; Enter: what has Fomin",
			"/Fomin: best match of", "Enter answers"},
		{"what did Ukraine say about neutrality",
			"no such phrase; Enter: 13 events with Ukraine, neutrality",
			"only what has these words, not as one phrase; \\ shows all",
			"only Ukraine neutrality"},
		{"what does the zzq mean", "no match", "no match; Tab lists names", "find /what"},
	};
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
		screen_type(&screen, "g/");
		screen_type(&screen, cases[n].typed);
		screen_has(&screen, cases[n].noted);
		screen_type(&screen, "<Enter>");
		screen_has(&screen, cases[n].then);
		screen_has(&screen, cases[n].at);
		screen_type(&screen, "<Esc><Esc>\\");
	}
	screen_close(&screen);
}

/* What goes on, as far as is known that day, is no hit of a later year. */
static void test_no_end_is_no_hit(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 80, 24);
	screen_type(&screen, "@30 March 2022<Enter>/2025<Enter>");
	screen_has(&screen, "no match");
	screen_type(&screen, "<Esc>/29 March 2022<Enter>");
	screen_has(&screen, "/29 March 2022: ");
	screen_type(&screen, "\\/3000<Enter>");
	screen_has(&screen, ": leads to the nearest day");
	screen_type(&screen, "<Esc>/3000..3001<Enter>"); /* there : takes no span */
	screen_has(&screen, "no match");
	screen_lacks(&screen, "nearest day");
	screen_close(&screen);
}

/* The next hit has no 1939 in it, which is said before one goes there; and an event that stands in the record
 * for what it is compared to begins with that. */
static void test_where_a_year_leads(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 100, 30);
	screen_type(&screen, "/1939<Enter>");
	screen_has(&screen, "23 August 1939; n on by theme, N earlier, t theme, Enter about it");
	screen_type(&screen, "<Enter>");
	screen_has(&screen, "▌ The German-Soviet pact");
	screen_has(&screen, "Enter links");
	screen_type(&screen, "j");
	screen_has(&screen, "▌ “However, it was not");
	screen_type(&screen, "<Esc><Esc>");
	screen_has(&screen, "Enter about it");
	screen_type(&screen, "g/Respite<Enter>n");
	screen_lacks(&screen, "n on by theme");
	screen_close(&screen);
}

/* What is said stands in as many rows as it needs. */
static void what_is_said_is_not_cut(void **state)
{
	(void)state;
	struct screen screen;
	screen_open(&screen, "events.yaml", &(struct app_options){0}, 40, 10);
	screen_type(&screen, "/real progress<Enter>");
	assert_string_equal(screen_row(&screen, 7), " only what has all these words, not as");
	assert_string_equal(screen_row(&screen, 8), " one phrase; \\ shows all; t a theme on");
	assert_string_equal(screen_row(&screen, 9), " it");
	screen_close(&screen);
}

/* A day is found in whatever words it is asked for, and where it begins, also by who is in it already. */
static void a_day_is_found_where_it_begins(void **state)
{
	(void)state;
	static const char *const typed[] = {"29 March 2022", "29 March, 2022", "29 of March 2022",
		"29 Mar. 2022", "29 march 22", "29 March '22", "March 29 2022.", "29-Mar-2022",
		"Tuesday 29 March 2022", "on 29 March 2022", "the 29th of March 2022", "29.03.22",
		"what happened on 29 March 2022?"};
	for (size_t n = 0; n < sizeof typed / sizeof *typed; n++) {
		struct screen screen;
		screen_open(&screen, "events.yaml",
			&(struct app_options){.at = "ukraine-proposals"}, 110, 30);
		screen_type(&screen, "/");
		screen_type(&screen, typed[n]);
		screen_type(&screen, "<Enter>");
		screen_has(&screen, ": 1 of 14, by its date: 29 March 2022");
		screen_has(&screen, "▸   29 Mar 2022 ● The Istanbul round of 2022");
		screen_close(&screen);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_found_where_it_begins),
		cmocka_unit_test(what_is_said_is_not_cut),
		cmocka_unit_test(test_here_is_seen),
		cmocka_unit_test(test_reasons),
		cmocka_unit_test(test_what_is_meant),
		cmocka_unit_test(test_labels_are_no_stops_beside_words),
		cmocka_unit_test(test_the_nearest_is_meant),
		cmocka_unit_test(test_hits_stay_in_view),
		cmocka_unit_test(test_every_stop),
		cmocka_unit_test(test_stops_of_what_is_asked),
		cmocka_unit_test(test_all_words_where_the_phrase_is_not),
		cmocka_unit_test(test_no_end_is_no_hit),
		cmocka_unit_test(test_where_a_year_leads),
		cmocka_unit_test(test_where_else_it_is_told),
		cmocka_unit_test(test_how_to_go_on),
		cmocka_unit_test(test_a_reason_leaves_room),
		cmocka_unit_test(test_eras_of_hits),
		cmocka_unit_test(test_a_whole_question),
	};
	return cmocka_run_group_tests_name("screen/search", tests, NULL, NULL);
}
