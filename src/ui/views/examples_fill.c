/* An example is a pattern, in which names of this record are put: "by:%S", "what %s says". A pattern
 * whose name the record has not, or that leaves nothing, is passed over. */
#include "ui/views/examples.h"

#include "base/text.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "model/query.h"
#include "ui/core/filter.h"
#include "ui/core/find.h"
#include "ui/core/palette.h"
#include "ui/core/spot.h"
#include "ui/core/view.h"

#include <string.h>

enum { COUNTED_AT_ONCE = 20000 /* events and quotations, when the page opens */ };

/* ---- patterns ---- */

struct pattern_row {
	enum prompt_kind kind;
	const char *text, *means;
	bool fewer; /* than the example before it, else it shows nothing and is passed over */
};

/* %P %S %O %T %R %E %V %A are ids of a party, speaker, another speaker, theme, source, event, lesson
 * plan and era, in small letters their names; %D %M %Y the date of the event, its month and year, its
 * year; %F the speaker's family name, %W a word of the theme, %L a place. */
static const struct pattern_row patterns[] = {
	{PROMPT_QUERY, "by:%P", "what %p says, with all its people"},
	{PROMPT_QUERY, "by:%S", "what %s says"},
	{PROMPT_QUERY, "by:%P theme:%T", "what %p says of %t: both must hold"},
	{PROMPT_QUERY, "by:%S,%O", "what one of the two says, %s or %o"},
	{PROMPT_QUERY, "theme:%T", "what is about %t"},
	{PROMPT_QUERY, "theme:%T -by:%P", "the same, without what %p says", true},
	{PROMPT_QUERY, "%D", "what happened on that day"},
	{PROMPT_QUERY, "%Y", "what happened in that year"},
	{PROMPT_QUERY, "source:%R", "what stands in %r, or names it as a source"},
	{PROMPT_QUERY, "%W", "this word, in the words, titles, notes and names"},
	{PROMPT_QUERY, "party:%P", "whom %p met, and what its people say"},
	{PROMPT_QUERY, "has:replies", "words that somebody answers"},
	{PROMPT_QUERY, "person:%S", "where %s was, speaks, or is spoken of"},
	{PROMPT_QUERY, "%Y..", "from that year on"},
	{PROMPT_QUERY, "has:quotes", "where there are words at all"},
	{PROMPT_FIND, "%W", "this word, in the words, titles, notes and names"},
	{PROMPT_FIND, "%s", "a person, by every name that the record has for them"},
	{PROMPT_FIND, "%F", "the family name alone; accents and capitals do not matter"},
	{PROMPT_FIND, "%D", "what happened on that day, and where it is written"},
	{PROMPT_FIND, "%M", "what happened in that month"},
	{PROMPT_FIND, "%t", "a theme: also where its name does not stand in the words"},
	{PROMPT_FIND, "%e", "a title; words stand as they are typed, one behind the other"},
	{PROMPT_FIND, "%o", "another person"},
	{PROMPT_FIND, "%p", "a party, and all who were at its tables"},
	{PROMPT_FIND, "%L", "a place"},
	{PROMPT_FIND, "%Y", "these figures, wherever they are written"},
	{PROMPT_COMMAND, "%D", "goes to the first event of that day"},
	{PROMPT_COMMAND, "%Y", "goes to the first event of that year"},
	{PROMPT_COMMAND, "1", "goes to the event of that number"},
	{PROMPT_COMMAND, "%E", "goes to %e"},
	{PROMPT_COMMAND, "%S",
		"finds %s in the index of voices; Enter there shows only their words"},
	{PROMPT_COMMAND, "%T", "finds the theme %t in the index"},
	{PROMPT_COMMAND, "%V", "opens the lesson plan %v"},
	{PROMPT_COMMAND, "copy", "copies the selected words with their citation, as y does"},
	{PROMPT_COMMAND, "index", "opens the index, as i does: anything can be done by its name"},
	{PROMPT_COMMAND, "%A", "goes to the first event of %a"},
	{PROMPT_COMMAND, "theme light", "dark letters on light, until truce is left"},
	{PROMPT_COMMAND, "q", "quits"},
};

/* The thing of a pattern's letter; none where the record has none. */
static struct ref thing_of(const struct app *app, const struct page *page, char letter)
{
	const struct examples *of = &page->of;
	const uint32_t *counts = app->record->counts;
	switch (letter) {
	case 'p':
		return of->party;
	case 's':
		return of->speaker;
	case 'o':
		return of->other;
	case 't':
		return of->theme;
	case 'r':
		return of->source;
	case 'e':
		return of->event ? record_event_ref(app->record, of->event) : (struct ref){0};
	case 'v':
		return counts[THING_VIEW] ? record_ref(THING_VIEW, 0) : (struct ref){0};
	case 'a':
		return of->event ? of->event->era : (struct ref){0};
	default:
		return (struct ref){0};
	}
}

static bool add_thing(struct buf *out, const struct app *app, const struct page *page, char letter)
{
	bool id = letter >= 'A' && letter <= 'Z';
	struct ref ref = thing_of(app, page, text_small(letter));
	if (ref.thing == THING_NONE || record_hides(app->record, ref))
		return false;
	if (id)
		buf_text(out, record_id(app->record, ref));
	else if (ref.thing == THING_SOURCE)
		words_source_short(out, app->record, ref, NULL);
	else
		buf_text(out, record_name(app->record, ref));
	return true;
}

/* The date of the event: all of it, without its day, the year alone. */
static bool add_date(struct buf *out, const struct page *page, char letter)
{
	const struct event *event = page->of.event;
	struct buf words = {0};
	if (!event)
		return false;
	const struct date date = *event->date;
	if (letter == 'D' || letter == 'M')
		words_date_one(&words, DATES_NEW_STYLE, (struct when){.date = &date});
	else
		words_date_year(&words, &date);
	const char *text = buf_string(&words);
	if (letter == 'M')
		text += strcspn(text, " ") + (strchr(text, ' ') ? 1 : 0);
	buf_text(out, text);
	buf_free(&words);
	return true;
}

/* The longest word of the theme's title, in small letters; the speaker's last name. */
static bool add_word(struct buf *out, const struct app *app, const struct page *page, char letter)
{
	struct ref ref = thing_of(app, page, letter == 'W' ? 't' : 's');
	size_t len, from = out->len;
	if (ref.thing == THING_NONE)
		return false;
	const char *name = record_name(app->record, ref), *space = strrchr(name, ' ');
	const char *word = examples_word(letter == 'F' && space ? space + 1 : name, &len);
	buf_add(out, word, len);
	for (; from < out->len; from++)
		out->text[from] = text_small(out->text[from]);
	return len > 0;
}

/* False where the record has not what the pattern asks for. */
static bool fill(
	struct buf *out, const struct app *app, const struct page *page, const char *pattern)
{
	bool good = true;
	buf_clear(out);
	for (const char *at = pattern; *at && good; at++) {
		if (*at != '%') {
			buf_char(out, *at);
			continue;
		}
		at++;
		if (strchr("DMY", *at))
			good = add_date(out, page, *at);
		else if (strchr("WF", *at))
			good = add_word(out, app, page, *at);
		else if (*at != 'L')
			good = add_thing(out, app, page, *at);
		else if ((good = page->of.place))
			buf_text(out, page->of.place);
	}
	return good;
}

/* ---- what they leave ---- */

static bool query_leaves(struct app *app, const char *query, struct buf *out)
{
	struct arena arena = {0};
	struct result result = {.event_count = 0};
	struct query_problem problem = {0};
	bool some = filter_try(app, query, &arena, &result, &problem) && result.event_count &&
		!*problem.reason;
	words_number(out, result.event_count, "event", "events");
	arena_free(&arena);
	return some;
}

static bool find_leaves(struct app *app, const char *text, struct buf *out)
{
	struct arena arena = {0};
	struct pattern pattern;
	struct search_count count = {0};
	if (find_pattern(app, &arena, text, &pattern))
		search_count(filter_search(app), &pattern, app->result, &count, SIZE_MAX);
	words_number(out, count.events + count.quotes, "hit", "hits");
	arena_free(&arena);
	return count.events + count.quotes > 0;
}

/* Says how much an example leaves; false where that is nothing. */
static bool leaves(struct app *app, enum prompt_kind kind, const char *text, struct buf *out)
{
	buf_clear(out);
	return kind == PROMPT_QUERY   ? query_leaves(app, text, out)
		: kind == PROMPT_FIND ? find_leaves(app, text, out)
				      : true;
}

static struct example *add(
	struct page *page, const char *text, const char *means, const char *leaves)
{
	struct example *example = &page->at[page->count++];
	*example = (struct example){
		.text = arena_text(&page->arena, text, strlen(text)),
		.means = arena_text(&page->arena, means, strlen(means)),
		.leaves = *leaves ? arena_text(&page->arena, leaves, strlen(leaves)) : NULL,
	};
	return example;
}

/* Whether an example is the same but for capitals and accents. */
static bool has(const struct page *page, const char *text)
{
	struct buf folded = {0}, other = {0};
	bool is = false;
	query_fold(&folded, text, strlen(text));
	for (int i = 0; i < page->count && !is; i++) {
		buf_clear(&other);
		query_fold(&other, page->at[i].text, strlen(page->at[i].text));
		is = strcmp(buf_string(&folded), buf_string(&other)) == 0;
	}
	buf_free(&folded);
	buf_free(&other);
	return is;
}

/* Whether it leaves less than the last example, where it is there to show that. */
static bool tells(const struct pattern_row *pattern, const struct page *page, const char *left)
{
	const char *before = page->count ? page->at[page->count - 1].leaves : NULL;
	return !pattern->fewer || (before && strcmp(before, left) != 0);
}

static void patterns_fill(struct app *app, struct page *page)
{
	enum prompt_kind kind = page->prompt->kind;
	struct buf text = {0}, means = {0}, left = {0};
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		if (patterns[i].kind == kind && page->count < EXAMPLES_MOST &&
			!(app->options.kiosk && palette_quits(patterns[i].text)) &&
			fill(&text, app, page, patterns[i].text) &&
			fill(&means, app, page, patterns[i].means) &&
			!has(page, buf_string(&text)) &&
			leaves(app, kind, buf_string(&text), &left) &&
			tells(&patterns[i], page, buf_string(&left)))
			add(page, buf_string(&text), buf_string(&means), buf_string(&left));
	buf_free(&text);
	buf_free(&means);
	buf_free(&left);
}

/* ---- days to go back to ---- */

/* Days of events, as far from each other as can be. */
static void days_fill(struct app *app, struct page *page)
{
	uint32_t days = 0, day = 0;
	for (uint32_t row = 0; row < app->result->event_count; row++)
		days += date_is_one_day(result_event(app->result, row)->date);
	for (uint32_t row = 0; row < app->result->event_count; row++) {
		const struct event *event = result_event(app->result, row);
		struct buf text = {0}, means = {0};
		if (!date_is_one_day(event->date))
			continue;
		uint32_t wanted = (uint32_t)((uint64_t)(days - 1) * (uint32_t)page->count /
			(EXAMPLES_MOST - 1));
		if (day++ < wanted || page->count == EXAMPLES_MOST)
			continue;
		words_date_one(&text, DATES_NEW_STYLE, (struct when){.date = event->date});
		buf_format(&means, "what was known by the evening of: ");
		buf_text(&means, event->title);
		if (!has(page, buf_string(&text))) {
			struct example *example = add(
				page, buf_string(&text), buf_string(&means), "");
			example->day = *event->date;
			example->uncounted = true;
		}
		buf_free(&text);
		buf_free(&means);
	}
}

bool examples_count(struct app *app, struct page *page)
{
	int n = 0;
	while (n < page->count && !page->at[n].uncounted)
		n++;
	if (n == page->count)
		return false;
	struct arena arena = {0};
	struct result result = {.event_count = 0};
	struct query_problem problem;
	struct buf left = {0};
	filter_try_day(app, &page->at[n].day, &arena, &result, &problem);
	words_number(&left, result.event_count, "event", "events");
	page->at[n].leaves = arena_text(&page->arena, left.text, left.len);
	page->at[n].uncounted = false;
	page->laid = false;
	buf_free(&left);
	arena_free(&arena);
	return true;
}

void examples_fill(struct app *app, struct page *page)
{
	const uint32_t *counts = app->record->counts;
	uint32_t each = counts[THING_EVENT] + counts[THING_QUOTE] + 1;
	if (page->prompt->kind != PROMPT_DAY) {
		examples_choose(&page->of, spot_threads(app), app->result);
		patterns_fill(app, page);
		return;
	}
	days_fill(app, page);
	for (uint32_t done = 0; done < COUNTED_AT_ONCE && examples_count(app, page); done += each)
		continue;
}
