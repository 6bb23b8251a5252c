/* What stands on the sheet and in the key, in the order of the page; how it is set is for a writer
 * to say. */
#include "print/worksheet.h"

#include "base/shell.h"
#include "layout/positions_words.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "query/pool.h"
#include "query/sheet.h"

#include <inttypes.h>
#include <string.h>

enum { WORDS_BEGUN = 5 /* of a quotation, in the key */ };

/* What two pages hold. */
static const struct sheet_sizes sizes = {.who = 6,
	.events = 5,
	.whose = 4,
	.changes = 2,
	.who_words = 120,
	.whose_words = 60,
	.order_words = 45};

struct worksheet {
	const struct record *record;
	const struct result *result;
	const struct print_options *options;
	const struct signs *signs;
	const struct worksheet_writer *write;
	void *to;
	struct arena arena;
	struct sheet sheet;
	struct buf words;
	char number[24]; /* of the sheet */
	int width;       /* of commands */
};

/* The phrase at hand, kept; the buf is empty then. */
static const char *kept(struct worksheet *work)
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
	return kept(work);
}

static const char *counted(struct worksheet *work, uint32_t n)
{
	buf_format(&work->words, "%u", (unsigned)n + 1);
	return kept(work);
}

static const char *lettered(struct worksheet *work, uint32_t n)
{
	buf_char(&work->words, (char)('a' + n));
	return kept(work);
}

static const char *name_words(struct worksheet *work, struct ref ref)
{
	words_name(&work->words, work->record, ref);
	return kept(work);
}

/* ---- the sheet ---- */

/* Words as they are asked about: exact ones between marks, reports and views without. */
static void words_ask(struct worksheet *work, const char *number, const struct quote *quote)
{
	bool exact = quote->kind == QUOTE_QUOTATION;
	const char *text = quote->text;
	if (quote->kind == QUOTE_PARAPHRASE) {
		buf_format(&work->words, "reported: %s", quote->text);
		text = kept(work);
	}
	work->write->item(work->to, number, quote->language, exact ? work->signs->open : "", text,
		exact ? work->signs->close : "");
}

static void match_ask(struct worksheet *work, const struct sheet_match *match)
{
	const char **names = arena_alloc(&work->arena, match->name_count, sizeof *names);
	for (uint32_t i = 0; i < match->count; i++)
		words_ask(work, counted(work, i), &work->record->quotes[match->quotes[i]]);
	for (uint32_t i = 0; i < match->name_count; i++)
		names[i] = name_words(work, match->names[i]);
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
static const char *asked_words(struct worksheet *work, uint32_t quote)
{
	buf_format(&work->words, "%u of A", (unsigned)asked_as(work, quote));
	return kept(work);
}

static void order_ask(struct worksheet *work, const struct sheet_order *order)
{
	/* Words stand apart, titles and numbers close. */
	const char *number = order->words && !order->again ? "" : NULL;
	for (uint32_t i = 0; i < order->count; i++) {
		struct ref thing = order->things[i];
		if (order->again)
			work->write->item(
				work->to, NULL, NULL, "", asked_words(work, thing.index), "");
		else if (thing.thing == THING_QUOTE)
			words_ask(work, number, &work->record->quotes[thing.index]);
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

/* What a meeting is called: its era, where each of the two has one of no other meeting; else its date. */
static const char *meeting_words(
	struct worksheet *work, const struct sheet_change *change, const struct meeting *meeting)
{
	if (has_own_era(change->then) && has_own_era(change->now))
		return record_name(work->record, meeting->first->era);
	date_display(meeting->main->date, &work->words);
	return kept(work);
}

static const char *issue_words(struct worksheet *work, const struct sheet_change *change)
{
	buf_format(&work->words, "%s: %s", record_name(work->record, change->issue),
		record_name(work->record, change->party));
	return kept(work);
}

static void changes_ask(struct worksheet *work)
{
	for (uint32_t i = 0; i < work->sheet.change_count; i++) {
		const struct sheet_change *change = &work->sheet.changes[i];
		work->write->label(work->to, issue_words(work, change));
		work->write->line(work->to, meeting_words(work, change, change->then));
		work->write->line(work->to, meeting_words(work, change, change->now));
	}
}

/* ---- the key ---- */

/* "Episkopos, 2022, p. 3", or as the record names it in short. */
static const char *source_words(struct worksheet *work, const struct quote *quote)
{
	const struct source *source = &work->record->sources[quote->source.index];
	const struct date *issued = source->issued;
	struct buf *words = &work->words;
	if (source->fields[SOURCE_SHORT]) {
		words_source_short(words, work->record, quote->source, quote->locator);
		return kept(work);
	}
	buf_text(words, source->name);
	if (issued) {
		buf_text(words, ", ");
		words_date_year(words, issued);
	}
	if (quote->locator) {
		buf_text(words, ", ");
		words_locator(words, quote->locator);
	}
	return kept(work);
}

static const char *said_words(struct worksheet *work, const struct quote *quote)
{
	words_said(&work->words, DATES_BOTH, work->record, quote);
	if (!work->words.len && quote_public(work->record, quote))
		date_display(quote_public(work->record, quote), &work->words);
	return kept(work);
}

/* Why reports and fragments are among what is asked. */
static void match_remark(struct worksheet *work, const struct sheet_match *match)
{
	if (match->count && match->reports && work->sheet.heard)
		work->write->text(work->to,
			"Of a lesson all that its scenes show may be asked about, what is reported "
			"as well.");
	else if (match->count && match->reports)
		work->write->text(work->to,
			"Reports are asked about for years of which nobody’s exact words say "
			"enough by themselves.");
	if (match->count && match->poor)
		work->write->text(work->to,
			"Not all of these say enough by themselves: there are too few here that "
			"do.");
}

static void match_answer(struct worksheet *work, const struct sheet_match *match)
{
	for (uint32_t i = 0; i < match->count; i++) {
		const struct quote *quote = &work->record->quotes[match->quotes[i]];
		bool view = quote->kind == QUOTE_THESIS;
		const char *number = counted(work, i), *letter = lettered(work, match->letters[i]);
		const char *name = name_words(work, match->names[match->letters[i]]);
		const char *date = said_words(work, quote);
		const char *source = view ? work->record->events[quote->event].title
					  : source_words(work, quote);
		work->write->answer(work->to, number, letter, name, date, source);
	}
	match_remark(work, match);
}

/* The first words of a quotation, by which it is found on the sheet. */
static const char *words_begun(struct worksheet *work, const struct quote *quote)
{
	bool exact = quote->kind == QUOTE_QUOTATION;
	const char *end = quote->text;
	for (int words = 0; *end && words < WORDS_BEGUN; words++)
		end += strspn(end, " \n"), end += strcspn(end, " \n");
	buf_text(&work->words, exact ? work->signs->open : "reported: ");
	buf_add(&work->words, quote->text, (size_t)(end - quote->text));
	buf_text(&work->words, *end ? work->signs->cut : exact ? work->signs->close : "");
	return kept(work);
}

/* Where words are among them, who said them stands behind. */
static void thing_answer(struct worksheet *work, const char *number, struct ref thing, bool words)
{
	const struct record *record = work->record;
	const struct quote *quote = &record->quotes[thing.index];
	const char *what, *who = words ? "" : NULL;
	if (thing.thing == THING_QUOTE) {
		what = work->sheet.order.again ? asked_words(work, thing.index)
					       : words_begun(work, quote);
		who = name_words(work, pool_voice(quote));
	} else {
		what = record->events[thing.index].title;
	}
	date_display(sheet_when(record, thing), &work->words);
	work->write->answer(work->to, number, NULL, what, kept(work), who);
}

static void order_answer(struct worksheet *work, const struct sheet_order *order)
{
	for (uint32_t rank = 0; rank < order->count; rank++)
		for (uint32_t i = 0; i < order->count; i++)
			if (order->ranks[i] == rank)
				thing_answer(work, counted(work, rank), order->things[i],
					order->words > 0);
}

static void stands_answer(struct worksheet *work, const struct stand *stands, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		const char *voice, *date;
		positions_voice(&work->words, work->record, stands[i].position);
		voice = kept(work);
		words_date_one(&work->words, DATES_NEW_STYLE,
			positions_when(work->record, stands[i].position, stands[i].event));
		date = kept(work);
		work->write->answer(work->to, NULL, NULL, stands[i].position->text, date, voice);
	}
}

static void changes_answer(struct worksheet *work)
{
	for (uint32_t i = 0; i < work->sheet.change_count; i++) {
		const struct sheet_change *change = &work->sheet.changes[i];
		work->write->label(work->to, issue_words(work, change));
		stands_answer(work, change->before, change->before_count);
		stands_answer(work, change->after, change->after_count);
	}
}

/* Appends the files of the record; false where no copy of the page would have the name of one. */
static bool files_add(struct worksheet *work)
{
	const char *const *file = work->record->built_in ? NULL : work->record->files;
	struct buf word = {0};
	bool typed = true;
	for (; file && *file && typed; file++) {
		buf_clear(&word);
		typed = shell_file(&word, *file);
		if (typed)
			shell_add(&work->words, buf_string(&word), work->width);
	}
	buf_free(&word);
	return typed;
}

/* A query that opens the words that were asked about. An id is letters, digits, - and _ and needs
 * no quoting; a long line goes on behind a backslash, at the left edge, as a shell takes it. */
static void query_answer(struct worksheet *work)
{
	const struct sheet_match *matches[] = {&work->sheet.who, &work->sheet.whose};
	struct buf *words = &work->words;
	size_t line = 0;
	bool any = false;
	buf_text(words, "truce --query id:");
	for (int m = 0; m < 2; m++)
		for (uint32_t i = 0; i < matches[m]->count; i++) {
			const char *id = work->record->quotes[matches[m]->quotes[i]].id;
			if (any)
				buf_char(words, ',');
			if (any && words->len - line + strlen(id) + 2 > (size_t)work->width) {
				buf_text(words, "\\\n");
				line = words->len;
			}
			buf_text(words, id);
			any = true;
		}
	if (files_add(work) && any) {
		work->write->text(work->to, "The words, in their places:");
		work->write->command(work->to, kept(work));
	}
	buf_clear(words);
}

/* Appends what was asked for; false where no copy of the page would be it. */
static bool asked_add(struct worksheet *work)
{
	struct buf word = {0};
	bool typed = true;
	for (const char *const *at = work->options->again; at && *at && typed; at++) {
		buf_clear(&word);
		typed = shell_word(&word, *at);
		if (typed)
			shell_add(&work->words, buf_string(&word), work->width);
	}
	buf_free(&word);
	return typed;
}

/* The command whose output is this very sheet. */
static void again(struct worksheet *work)
{
	bool part = work->result->events || work->result->quotes;
	buf_format(&work->words, "truce print --worksheet --seed %s", work->number);
	if (!asked_add(work) || !files_add(work)) {
		buf_clear(&work->words);
		work->write->text(work->to,
			"No command makes it again: the name of a file, or what was asked for, "
			"cannot be typed as it is shown.");
		return;
	}
	work->write->text(work->to,
		part ? "Drawn from a selection. This makes the sheet again:"
		     : "This makes the sheet again:");
	work->write->command(work->to, kept(work));
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
		(answers ? match_answer : match_ask)(work, &sheet->who);
		break;
	case 1:
		(answers ? order_answer : order_ask)(work, &sheet->order);
		break;
	case 2:
		(answers ? match_answer : match_ask)(work, &sheet->whose);
		break;
	default:
		(answers ? changes_answer : changes_ask)(work);
		break;
	}
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
		{"Whose view?",
			"Put the letter of its source beside each; a letter may be right twice, or "
			"never.",
			"views of two sources that tell nothing else asked here",
			sheet->whose.count > 0},
		{"Then and now: did it change?",
			"Say in one sentence where each stood, and whether that is a change.",
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
			work->write->text(work->to, kept(work));
		}
}

static void sheet_write(struct worksheet *work)
{
	work->write->sheet(work->to, title_words(work), work->number);
	sections_write(work, false);
	work->write->key(work->to, title_words(work), work->number);
	sections_write(work, true);
	query_answer(work);
	again(work);
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
