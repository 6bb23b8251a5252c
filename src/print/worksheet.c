/* What stands on the sheet and in the key, in the order of the page; how it is set is for a writer
 * to say. */
#include "layout/positions_words.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "model/query.h"
#include "print/worksheet_parts.h"
#include "query/giveaway.h"

#include <inttypes.h>
#include <string.h>

/* What two pages hold. */
static const struct sheet_sizes sizes = {.who = 6,
	.events = 5,
	.whose = 4,
	.changes = 2,
	.who_words = 120,
	.whose_words = 60,
	.order_words = 45};

/* The phrase at hand, kept; the buf is empty then. */
const char *worksheet_kept(struct worksheet *work)
{
	const char *phrase = buf_kept(&work->words, &work->arena);
	buf_clear(&work->words);
	return phrase;
}

/* The day as of which it is asked about, unless the title names it. */
static void day_add(struct worksheet *work, const struct date *day)
{
	struct buf words = {0};
	date_display(day, &words);
	if (!work->words.len || !strstr(buf_string(&work->words), buf_string(&words)))
		buf_format(&work->words, " %s as of %s", work->signs->dot, buf_string(&words));
	buf_free(&words);
}

/* What the lesson is called, else the record, and the day as of which it is asked about. */
static const char *title_words(struct worksheet *work)
{
	const struct select_options *asked = &work->options->asked;
	const struct date *day = asked->as_of;
	if (asked->view && asked->view->as_of &&
		(!day || day->latest != work->result->day)) /* the earlier of both */
		day = asked->view->as_of;
	buf_text(&work->words, asked->view ? asked->view->title : work->record->title);
	if (day)
		day_add(work, day);
	return worksheet_kept(work);
}

const char *worksheet_counted(struct worksheet *work, uint32_t n)
{
	buf_format(&work->words, "%u", (unsigned)n + 1);
	return worksheet_kept(work);
}

const char *worksheet_name(struct worksheet *work, struct ref ref)
{
	words_name(&work->words, work->record, ref);
	return worksheet_kept(work);
}

/* ---- the sheet ---- */

/* Whether words hold marks or brackets that are not theirs alone: a dotted cut is clear by itself. */
static bool has_signs(const char *text)
{
	bool has = strpbrk(text, "(\"") != NULL;
	for (const char *at = text; !has && (at = strchr(at, '[')); at++)
		has = strncmp(at, "[…]", strlen("[…]")) != 0;
	return has;
}

/* Whether a note begins with a word of those it is on, in marks. */
static bool takes_up(const char *note, const char *text)
{
	static const char open[] = "“", close[] = "”";
	const char *end = strncmp(note, open, sizeof open - 1) == 0 ? strstr(note, close) : NULL;
	struct buf word = {0}, folded = {0};
	if (!end)
		return false;
	note += sizeof open - 1;
	query_fold(&word, note, (size_t)(end - note));
	query_fold(&folded, text, strlen(text));
	bool takes = word.len && strstr(buf_string(&folded), buf_string(&word));
	buf_free(&word);
	buf_free(&folded);
	return takes;
}

/* Whether words cannot be read without it: it is on their signs, on one of them, or says of what they are. */
static bool explains(const char *note, const char *text)
{
	static const char of[] = "Of ";
	return has_signs(text) || takes_up(note, text) || strncmp(note, of, sizeof of - 1) == 0;
}

/* What the record remarks on words that are asked about, where they need it and it tells neither whose nor of
 * when they are; or NULL. */
static const char *words_note(
	const struct worksheet *work, const struct sheet_match *match, const struct quote *quote)
{
	struct buf folded = {0};
	if (!quote->note || !explains(quote->note, quote->text) || giveaway_has_year(quote->note))
		return NULL;
	giveaway_folded(&folded, quote->note);
	bool tells = giveaway_has_day(buf_string(&folded)) ||
		giveaway_has_voice(work->record, quote->note, quote);
	for (uint32_t i = 0; match && i < match->name_count && !tells; i++)
		tells = giveaway_has_name(work->record, buf_string(&folded), match->names[i]);
	buf_free(&folded);
	return tells ? NULL : quote->note;
}

/* Words as they are asked about: exact ones between marks, reports and views without; a note without
 * which they cannot be read behind them. */
static void words_ask(struct worksheet *work, const char *number, const struct sheet_match *match,
	const struct quote *quote)
{
	const char *note = words_note(work, match, quote);
	bool exact = quote->kind == QUOTE_QUOTATION;
	const char *text = quote->text;
	if (quote->kind == QUOTE_PARAPHRASE) {
		buf_format(&work->words, "reported: %s", quote->text);
		text = worksheet_kept(work);
	}
	const char *close = exact ? work->signs->close : "";
	if (note) {
		buf_format(&work->words, "%s%s (The record notes: %s)", text, close, note);
		text = worksheet_kept(work);
		close = "";
	}
	work->write->item(
		work->to, number, quote->language, exact ? work->signs->open : "", text, close);
}

/* Of when a source is, unless its name says so. */
static void year_add(struct worksheet *work, struct ref source)
{
	const struct date *issued = source.thing == THING_SOURCE
		? work->record->sources[source.index].issued
		: NULL;
	if (!issued || giveaway_has_year(buf_string(&work->words)))
		return;
	buf_text(&work->words, ", ");
	words_date_year(&work->words, issued);
}

static void match_ask(struct worksheet *work, const struct sheet_match *match)
{
	bool views = match == &work->sheet.whose;
	const char **names = arena_alloc(&work->arena, match->name_count, sizeof *names);
	for (uint32_t i = 0; i < match->count; i++)
		words_ask(work, worksheet_counted(work, i), match,
			&work->record->quotes[match->quotes[i]]);
	for (uint32_t i = 0; i < match->name_count; i++) {
		(views ? words_name_placed : words_name)(
			&work->words, work->record, match->names[i]);
		if (match->roles[i])
			buf_format(&work->words, ", %s", match->roles[i]);
		if (views)
			year_add(work, match->names[i]);
		names[i] = worksheet_kept(work);
	}
	work->write->names(work->to, names, match->name_count);
}

static uint32_t asked_as(const struct worksheet *work, uint32_t quote)
{
	uint32_t n = 0;
	while (work->sheet.who.quotes[n] != quote)
		n++;
	return n + 1;
}

/* "3 of A": words that stand there. */
const char *worksheet_asked(struct worksheet *work, uint32_t quote)
{
	buf_format(&work->words, "%u of A", (unsigned)asked_as(work, quote));
	return worksheet_kept(work);
}

static void order_ask(struct worksheet *work, const struct sheet_order *order)
{
	/* Words stand apart, titles and numbers close. */
	const char *number = order->words && !order->again ? "" : NULL;
	for (uint32_t i = 0; i < order->count; i++) {
		struct ref thing = order->things[i];
		if (order->again)
			work->write->item(
				work->to, NULL, NULL, "", worksheet_asked(work, thing.index), "");
		else if (thing.thing == THING_QUOTE)
			words_ask(
				work, number, &work->sheet.who, &work->record->quotes[thing.index]);
		else
			work->write->item(work->to, number, NULL, "",
				work->record->events[thing.index].title, "");
	}
}

/* What is to be done with them. */
static const char *order_task(const struct sheet_order *order)
{
	return order->again     ? "Number these words of A from 1, the earliest."
		: !order->words ? "Number the events from 1, the earliest."
		: order->words == order->count
		? "Number what was said from 1, the earliest."
		: "Number what happened and what was said from 1, the earliest.";
}

static bool has_own_era(const struct meeting *meeting)
{
	return meeting->alone && meeting->first->era.thing == THING_ERA;
}

/* The day of what a party said; kept, "" where there is none. */
static const char *stand_day(struct worksheet *work, const struct stand *stand)
{
	words_date_one(&work->words, DATES_NEW_STYLE,
		positions_when(work->record, stand->position, stand->event));
	return worksheet_kept(work);
}

/* When it was: the era of the meeting, where each of the two has one of no other meeting; else the day of
 * what was said there, or the first and the last, which need not be that of the meeting. */
static const char *when_words(struct worksheet *work, const struct sheet_change *change,
	const struct meeting *meeting, const struct stand *stands, uint32_t count)
{
	if (has_own_era(change->then) && has_own_era(change->now))
		return record_name(work->record, meeting->first->era);
	const char *first = stand_day(work, &stands[0]);
	const char *last = stand_day(work, &stands[count - 1]);
	if (!*first || !*last)
		date_display(meeting->main->date, &work->words);
	else if (strcmp(first, last) == 0)
		buf_text(&work->words, first);
	else
		buf_format(&work->words, "%s and %s", first, last);
	return worksheet_kept(work);
}

const char *worksheet_issue(struct worksheet *work, const struct sheet_change *change)
{
	buf_format(&work->words, "%s: %s", record_name(work->record, change->issue),
		record_name(work->record, change->party));
	return worksheet_kept(work);
}

static void changes_ask(struct worksheet *work)
{
	for (uint32_t i = 0; i < work->sheet.change_count; i++) {
		const struct sheet_change *change = &work->sheet.changes[i];
		work->write->label(work->to, worksheet_issue(work, change));
		work->write->line(work->to,
			when_words(
				work, change, change->then, change->before, change->before_count));
		work->write->line(work->to,
			when_words(work, change, change->now, change->after, change->after_count));
	}
}

/* ---- both ---- */

struct section {
	const char *asked, *task, *needs;
	bool is_there;
};

static void section_write(struct worksheet *work, int n, bool answers)
{
	const struct sheet *sheet = &work->sheet;
	switch (n) {
	case 0:
		(answers ? worksheet_match_answer : match_ask)(work, &sheet->who);
		break;
	case 1:
		(answers ? worksheet_order_answer : order_ask)(work, &sheet->order);
		break;
	case 2:
		(answers ? worksheet_match_answer : match_ask)(work, &sheet->whose);
		break;
	default:
		(answers ? worksheet_changes_answer : changes_ask)(work);
		break;
	}
}

/* A class that was shown no lesson looks it up first. */
static const char *changes_task(const struct sheet *sheet)
{
	bool one = sheet->change_count == 1;
	if (!sheet->heard)
		return one ? "Look it up (v in truce), and say in one sentence where it stood then "
			     "and now, and whether that is a change."
			   : "Look them up (v in truce), and say in one sentence where each stood "
			     "then and now, and whether that is a change.";
	return one ? "Say in one sentence where it stood then and now, and whether that is a "
		     "change."
		   : "Say in one sentence where each stood then and now, and whether that is a "
		     "change.";
}

static void sections_write(struct worksheet *work, bool answers)
{
	const struct sheet *sheet = &work->sheet;
	const struct section sections[] = {
		{"Who said it?",
			"Put the letter of its speaker beside each; a letter may be right twice, "
			"or "
			"never.",
			"exact words of two speakers", sheet->who.count > 0},
		{"In what order?", order_task(&sheet->order),
			"three things shown that lie apart in time and answer nothing else",
			sheet->order.count > 0},
		{"Who writes this?",
			"Each is the view of one source. Put its letter beside it; a letter may be "
			"right twice, or never.",
			"views of two sources that tell nothing else asked here",
			sheet->whose.count > 0},
		{"Then and now: did it change?", changes_task(sheet),
			"positions at two meetings that nothing else here tells",
			sheet->change_count > 0},
	};
	char letter[2] = "A";
	for (int n = 0; n < 4; n++) {
		if (!sections[n].is_there)
			continue;
		work->write->section(
			work->to, letter, sections[n].asked, answers ? NULL : sections[n].task);
		section_write(work, n, answers);
		letter[0]++;
	}
	for (int n = 0; answers && n < 4; n++)
		if (!sections[n].is_there) {
			buf_format(&work->words, "Left out: %s It needs %s.", sections[n].asked,
				sections[n].needs);
			work->write->text(work->to, worksheet_kept(work));
		}
}

static void sheet_write(struct worksheet *work)
{
	enum sheet_part part = work->options->part;
	if (part != KEY_ALONE) {
		work->write->sheet(work->to, title_words(work), work->number);
		sections_write(work, false);
	}
	if (part != SHEET_ALONE) {
		work->write->key(work->to, title_words(work), work->number, part == KEY_ALONE);
		sections_write(work, true);
		worksheet_commands(work);
	}
}

bool worksheet_write(const struct result *result, const struct print_options *options,
	uint64_t seed, const struct worksheet_writer *write, void *to, int width)
{
	struct worksheet work = {.record = result->record,
		.result = result,
		.options = options,
		.signs = signs_find(options->ascii),
		.write = write,
		.to = to,
		.width = width};
	struct lots lots = {seed};
	snprintf(work.number, sizeof work.number, "%" PRIu64, seed);
	bool any = sheet_draw(&work.arena, result, &sizes, &lots, &work.sheet);
	if (any)
		sheet_write(&work);
	buf_free(&work.words);
	arena_free(&work.arena);
	return any;
}
