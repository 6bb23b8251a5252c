/* The key of a sheet: what is right, with date and source, so that it can be argued with. Where a change
 * is asked about it says what the record states and whose view there is, and judges nothing itself. */
#include "base/shell.h"
#include "layout/positions_words.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "print/worksheet_parts.h"
#include "query/pool.h"
#include "query/wording.h"

#include <string.h>

enum {
	WORDS_BEGUN = 5, /* of a quotation */
};

static const char *lettered(struct worksheet *work, uint32_t n)
{
	buf_char(&work->words, (char)('a' + n));
	return worksheet_kept(work);
}

/* "Episkopos, 2022, p. 3", or as the record names it in short. */
static const char *source_words(struct worksheet *work, const struct quote *quote)
{
	const struct source *source = &work->record->sources[quote->source.index];
	const struct date *issued = source->issued;
	struct buf *words = &work->words;
	if (source->fields[SOURCE_SHORT]) {
		words_source_short(words, work->record, quote->source, quote->locator);
		return worksheet_kept(work);
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
	return worksheet_kept(work);
}

static const char *said_words(struct worksheet *work, const struct quote *quote)
{
	words_said(&work->words, DATES_BOTH, work->record, quote);
	if (!work->words.len && quote_public(work->record, quote))
		date_display(quote_public(work->record, quote), &work->words);
	return worksheet_kept(work);
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

/* Who it is; of a party also as what somebody spoke for it: "United States, the White House". */
static const char *voice_words(struct worksheet *work, struct ref voice, const struct quote *quote)
{
	words_name(&work->words, work->record, voice);
	if (voice.thing == THING_PARTY && quote->role)
		buf_format(&work->words, ", %s", quote->role);
	return worksheet_kept(work);
}

/* What the record remarks on what was asked about, by its number: a teacher is asked about it. */
static void match_notes(struct worksheet *work, const struct sheet_match *match)
{
	for (uint32_t i = 0; i < match->count; i++) {
		const char *note = work->record->quotes[match->quotes[i]].note;
		if (!note)
			continue;
		buf_format(&work->words, "To %u: %s", (unsigned)i + 1, note);
		work->write->text(work->to, worksheet_kept(work));
	}
}

/* The first words of a quotation, by which it is found on the sheet. */
static const char *words_begun(struct worksheet *work, const struct quote *quote)
{
	bool exact = quote->kind == QUOTE_QUOTATION;
	const char *end = quote->text;
	for (int words = 0; *end && words < WORDS_BEGUN; words++)
		end += strspn(end, " \n"), end += strcspn(end, " \n");
	buf_text(&work->words,
		exact                                     ? work->signs->open
			: quote->kind == QUOTE_PARAPHRASE ? "reported: "
							  : "");
	buf_add(&work->words, quote->text, (size_t)(end - quote->text));
	buf_text(&work->words, *end ? work->signs->cut : exact ? work->signs->close : "");
	return worksheet_kept(work);
}

/* What was shown against words that are asked about, and is not asked about itself: both are to be known. */
static void match_missing(struct worksheet *work, const struct sheet_match *match)
{
	static const char *const against[] = {"what it answers", "what answers it",
		"what the lesson lays beside it", "another side at the same event"};
	static const char *const why[] = {"it names who said it", "it is too long",
		"one of the two tells whose the other is, or could be the other’s",
		"it is disputed, or others said nearly the same",
		"it does not say enough by itself", "another sheet does"};
	for (uint32_t i = 0; i < match->missing_count; i++) {
		const struct sheet_missing *missing = &match->missing[i];
		const struct quote *quote = &work->record->quotes[missing->quote];
		const char *begun = words_begun(work, quote);
		const char *voice = voice_words(work, pool_voice(quote), quote);
		const char *said = said_words(work, quote);
		buf_format(&work->words, "To %u: %s is not asked about, since %s: %s, %s%s%s",
			(unsigned)missing->to + 1, against[missing->as], why[missing->why], voice,
			said, *said ? ", " : "", begun);
		work->write->text(work->to, worksheet_kept(work));
	}
}

/* Whose words or view they are: of words the side. */
static struct ref side_of(const struct worksheet *work, const struct quote *quote, bool views)
{
	return views ? pool_voice(quote) : record_party(work->record, quote->speaker);
}

/* The nth of what may be asked about: of a lesson that its scenes show, else of all. */
static const struct quote *shown_at(const struct worksheet *work, uint32_t n)
{
	const struct result *result = work->result;
	if (!work->sheet.heard)
		return &work->record->quotes[result->quotes ? result->quotes[n] : n];
	return result->order[n].thing == THING_QUOTE ? &work->record->quotes[result->order[n].index]
						     : NULL;
}

/* Who is left out: of a lesson a side of which words are shown, and whose view there is. Of all words of a record
 * some side always is. */
static void match_absent(struct worksheet *work, const struct sheet_match *match)
{
	enum { ABSENT_MOST = 12 };
	bool views = match == &work->sheet.whose;
	struct ref absent[ABSENT_MOST];
	uint32_t count = 0,
		 total = work->sheet.heard ? work->result->order_count : work->result->quote_count;
	for (uint32_t n = 0; (views || work->sheet.heard) && n < total; n++) {
		const struct quote *quote = shown_at(work, n);
		if (!quote || (quote->kind == QUOTE_THESIS) != views)
			continue;
		struct ref side = side_of(work, quote, views);
		bool known = side.thing != (views ? THING_SOURCE : THING_PARTY);
		for (uint32_t i = 0; i < match->count && !known; i++)
			known = ref_same(side,
				side_of(work, &work->record->quotes[match->quotes[i]], views));
		for (uint32_t i = 0; i < count && !known; i++)
			known = ref_same(side, absent[i]);
		if (!known && count < ABSENT_MOST)
			absent[count++] = side;
	}
	if (!count || !match->count)
		return;
	buf_text(&work->words,
		views ? "Not asked about, of views: "
		      : "Not asked about, of sides that were shown: ");
	for (uint32_t i = 0; i < count; i++) {
		buf_text(&work->words, i ? "; " : "");
		if (views)
			words_source_short(&work->words, work->record, absent[i], NULL);
		else
			words_name(&work->words, work->record, absent[i]);
	}
	buf_char(&work->words, '.');
	work->write->text(work->to, worksheet_kept(work));
}

void worksheet_match_answer(struct worksheet *work, const struct sheet_match *match)
{
	for (uint32_t i = 0; i < match->count; i++) {
		const struct quote *quote = &work->record->quotes[match->quotes[i]];
		bool view = quote->kind == QUOTE_THESIS;
		const char *number = worksheet_counted(work, i),
			   *letter = lettered(work, match->letters[i]);
		const char *name = voice_words(work, match->names[match->letters[i]], quote);
		const char *date = said_words(work, quote);
		const char *source = view ? work->record->events[quote->event].title
					  : source_words(work, quote);
		work->write->answer(work->to, number, letter, name, date, source);
	}
	match_notes(work, match);
	match_missing(work, match);
	match_absent(work, match);
	match_remark(work, match);
}

/* Where words are among them, who said them stands behind. */
static void thing_answer(struct worksheet *work, const char *number, struct ref thing, bool words)
{
	const struct record *record = work->record;
	const struct quote *quote = &record->quotes[thing.index];
	const char *what, *who = words ? "" : NULL;
	if (thing.thing == THING_QUOTE) {
		what = work->sheet.order.again ? worksheet_asked(work, thing.index)
					       : words_begun(work, quote);
		who = worksheet_name(work, pool_voice(quote));
	} else {
		what = record->events[thing.index].title;
	}
	date_display(sheet_when(record, thing), &work->words);
	work->write->answer(work->to, number, NULL, what, worksheet_kept(work), who);
}

static bool is_exact(const struct date *date)
{
	return date->earliest == date->latest && date->certainty == DATE_EXACT;
}

/* The date of what stands at a rank. */
static const struct date *rank_date(
	const struct worksheet *work, const struct sheet_order *order, uint32_t rank)
{
	uint32_t i = 0;
	while (order->ranks[i] != rank)
		i++;
	return sheet_when(work->record, order->things[i]);
}

/* Which of them follow each other so soon, or by a date so open, that another order is no fault. */
static void order_remark(struct worksheet *work, const struct sheet_order *order)
{
	for (uint32_t rank = 0; rank + 1 < order->count; rank++) {
		const struct date *date = rank_date(work, order, rank),
				  *next = rank_date(work, order, rank + 1);
		int64_t days = next->earliest - date->latest;
		bool exact = is_exact(date) && is_exact(next);
		if (!sheet_order_weak(date, next))
			continue;
		buf_format(&work->words, "%s %u and %u, ",
			work->words.len ? ";" : "Weak:", (unsigned)rank + 1, (unsigned)rank + 2);
		if (exact)
			words_number(&work->words, (uint64_t)days, "day apart", "days apart");
		else
			buf_text(&work->words, "of which a date is not exact to the day");
	}
	if (work->words.len) {
		buf_char(&work->words, '.');
		work->write->text(work->to, worksheet_kept(work));
	}
}

void worksheet_order_answer(struct worksheet *work, const struct sheet_order *order)
{
	for (uint32_t rank = 0; rank < order->count; rank++)
		for (uint32_t i = 0; i < order->count; i++)
			if (order->ranks[i] == rank)
				thing_answer(work, worksheet_counted(work, rank), order->things[i],
					order->words > 0);
	order_remark(work, order);
}

static void stands_answer(struct worksheet *work, const struct stand *stands, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		const char *voice, *date;
		positions_voice(&work->words, work->record, stands[i].position);
		voice = worksheet_kept(work);
		words_date_one(&work->words, DATES_NEW_STYLE,
			positions_when(work->record, stands[i].position, stands[i].event));
		date = worksheet_kept(work);
		work->write->answer(work->to, NULL, NULL, stands[i].position->text, date, voice);
	}
}

/* How many of some stands stand word for word among others. */
static uint32_t same_count(const struct stand *stands, uint32_t count, const struct stand *others,
	uint32_t other_count)
{
	uint32_t same = 0;
	for (uint32_t i = 0; i < count; i++) {
		bool is = false;
		for (uint32_t k = 0; k < other_count && !is; k++)
			is = wording_same(stands[i].position->text, others[k].position->text);
		same += is;
	}
	return same;
}

/* What the record itself has of then and now: of other words, which may mean the same, nothing. */
static void change_remark(struct worksheet *work, const struct sheet_change *change)
{
	uint32_t then = change->before_count, now = change->after_count;
	uint32_t again = same_count(change->before, then, change->after, now) +
		same_count(change->after, now, change->before, then);
	if (again)
		work->write->text(work->to,
			again == then + now
				? "In this record’s words: the same then and now."
				: "In this record’s words: in part the same then and now.");
}

void worksheet_changes_answer(struct worksheet *work)
{
	for (uint32_t i = 0; i < work->sheet.change_count; i++) {
		const struct sheet_change *change = &work->sheet.changes[i];
		work->write->label(work->to, worksheet_issue(work, change));
		stands_answer(work, change->before, change->before_count);
		stands_answer(work, change->after, change->after_count);
		change_remark(work, change);
	}
	if (work->sheet.change_count)
		work->write->text(work->to,
			"Whether that is a change the record does not judge. A good answer says "
			"who states each, and argues from that.");
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
		work->write->command(work->to, worksheet_kept(work));
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
	work->write->command(work->to, worksheet_kept(work));
}

void worksheet_commands(struct worksheet *work)
{
	query_answer(work);
	again(work);
}
