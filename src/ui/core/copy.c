/* A citation is put together of parts that may be absent, so a full stop
 * is asked for, not written. */
#include "ui/core/copy.h"

#include "base/shell.h"
#include "layout/event_page.h"
#include "layout/rows.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "ui/core/bookmarks.h"
#include "ui/core/spot.h"

#include <string.h>

/* A full stop, unless the text ends in one already. */
static void full_stop(struct buf *out)
{
	if (out->len && out->text[out->len - 1] != '.')
		buf_char(out, '.');
}

static void add_source(
	struct buf *out, const struct record *record, struct ref source, const char *locator)
{
	if (source.thing == THING_NONE)
		return;
	if (out->len && out->text[out->len - 1] != '\n') {
		full_stop(out);
		buf_char(out, ' ');
	}
	words_source_full(out, record, source);
	if (locator) {
		if (out->text[out->len - 1] == '.')
			out->text[--out->len] = '\0';
		buf_text(out, ", ");
		words_locator(out, locator);
	}
	full_stop(out);
}

/* Whether the citation says on which day the words were said: in the calendar in which it is shown. */
static bool source_has_day(const struct app *app, const struct quote *quote)
{
	const struct record *record = app->result->record;
	struct when said = when_of_quote(record, quote);
	const struct date *issued = quote->source.thing == THING_SOURCE
		? record->sources[quote->source.index].issued
		: NULL;
	return issued && words_date_same(issued, said.date) &&
		(!said.old_style || app->dates == DATES_NEW_STYLE);
}

static void add_quote(
	struct buf *out, const struct app *app, const struct quote *quote, bool citation_alone)
{
	const struct record *record = app->result->record;
	if (!citation_alone) {
		const char *label = words_quote_label(quote);
		buf_format(out, "%s%s", label, *label ? " " : "");
		words_quoted(out, app->signs, quote, quote->text);
		buf_text(out, "\n\n");
	}
	struct buf said = {0};
	words_said(&said, app->dates, record, quote);
	/* Whose own words they are stands in the citation, and the day where the source is of that day. */
	if (!words_are_own(record, quote) || quote->role ||
		(said.len && !source_has_day(app, quote))) {
		words_speaker(out, record, quote);
		if (said.len)
			buf_format(out, ", %s", said.text);
	}
	buf_free(&said);
	add_source(out, record, quote->source, quote->locator);
}

static void add_event(struct buf *out, const struct app *app, const struct event *event)
{
	buf_text(out, event->title);
	buf_text(out, ", ");
	words_date(out, app->dates, when_of_event(event));
	if (event->source)
		add_source(out, app->result->record, event->source->at[0], event->locator);
}

/* What is pasted may end in a shell or another terminal, so it is as harmless as what is shown. */
static void make_harmless(const struct text_form *form, struct buf *text)
{
	struct buf shown = {0};
	const char *at = buf_string(text), *end = at + text->len;
	while (at < end) {
		const char *line = memchr(at, '\n', (size_t)(end - at));
		text_show(form, &shown, at, (size_t)((line ? line : end) - at));
		if (line)
			buf_char(&shown, '\n');
		at = line ? line + 1 : end;
	}
	buf_free(text);
	*text = shown;
}

static void copy_show(struct app *app, const char *title, const char *text)
{
	view_open(app, &plain_view, &(struct view_at){.title = title, .text = text});
}

static const char *copied_title(const struct app *app)
{
	return app->clipboard.len > APP_CLIPBOARD_MOST
		? "Too long to copy: hold Shift and drag over the text."
		: "Copied. If pasting fails: hold Shift, drag over the text.";
}

/* Makes what is in the clipboard now harmless, and shows it plain. */
static void copy_shown(struct app *app, const char *title)
{
	make_harmless(NULL, &app->clipboard);
	copy_show(app, title ? title : copied_title(app), buf_string(&app->clipboard));
}

void copy_table(struct app *app, const struct rows *rows, const char *legend)
{
	buf_clear(&app->clipboard);
	rows_plain(&app->clipboard, rows);
	buf_format(&app->clipboard, "\n%s\n", legend);
	copy_shown(app, NULL);
}

void copy_quote(struct app *app, uint32_t quote, bool citation_alone)
{
	buf_clear(&app->clipboard);
	add_quote(&app->clipboard, app, &app->record->quotes[quote], citation_alone);
	copy_shown(app, NULL);
}

void copy_linked(struct app *app, uint32_t quote, bool citation_alone)
{
	buf_clear(&app->clipboard);
	add_quote(&app->clipboard, app, &app->record->quotes[quote], citation_alone);
	copy_shown(app,
		app->clipboard.len > APP_CLIPBOARD_MOST
			? NULL
			: "Copied the linked words. If pasting fails: hold Shift, drag.");
}

bool copy_selected(struct app *app, bool citation_alone)
{
	struct spot spot = spot_of(app);
	const struct record *record = app->result->record;
	if (spot.event < 0)
		return false;
	if (spot.quote >= 0) {
		copy_quote(app, (uint32_t)spot.quote, citation_alone);
		return true;
	}
	const struct event *event = &record->events[spot.event];
	buf_clear(&app->clipboard);
	add_event(&app->clipboard, app, event);
	/* Enter leads to its words, or to what is told of it, above them. */
	copy_shown(app,
		!result_quote(app->result, event, 0) ? NULL
			: spot.focus == FOCUS_QUOTES
			? "Copied the event (words: Esc, j, y). No paste? Shift and drag."
			: event_page_is_compared(app->result, event)
			? "Event copied (words: Esc, Enter, j, y). No paste? Shift, drag."
			: "Copied the event (words: Esc, Enter, y). No paste? Shift, drag.");
	return true;
}

/* A command with an argument and the record's files, as a shell has to get it; else `refusal`. */
static void add_command(struct buf *out, const struct app *app, const char *begin,
	const char *argument, const char *refusal)
{
	const char *const *file = app->record->built_in ? NULL : app->record->files;
	struct buf command = {0}, word = {0}, shown = {0};
	bool typed = shell_word(&word, argument);
	buf_text(&command, begin);
	shell_add(&command, buf_string(&word), app->cols);
	for (; file && *file && typed; file++) {
		buf_clear(&word);
		typed = shell_file(&word, *file);
		shell_add(&command, buf_string(&word), app->cols);
	}
	buf_add(&shown, command.text, command.len);
	make_harmless(app->form, &shown);
	typed = typed && strcmp(buf_string(&shown), buf_string(&command)) == 0;
	buf_text(out, typed ? command.text : refusal);
	if (!typed)
		buf_text(out,
			": the name of a file cannot be typed as it is shown. Rename the file.");
	buf_char(out, '\n');
	buf_free(&command);
	buf_free(&word);
	buf_free(&shown);
}

/* The date as EDTF, in the calendars that dates are shown in. */
static void add_edtf(struct buf *out, enum date_mode mode, struct when when)
{
	bool old = when.old_style && mode != DATES_NEW_STYLE;
	bool gregorian = when.date && (!old || mode == DATES_BOTH);
	const char *label = "EDTF    ";
	if (gregorian) {
		buf_text(out, label);
		date_edtf(when.date, out);
		buf_char(out, '\n');
		label = "        ";
	}
	if (old)
		buf_format(out, "%sOld Style %s\n", label, when.old_style->edtf);
}

/* ---- the marked ---- */

/* The ids, from a column on in lines of their own (0: in one). Returns how many things are known by
 * the day; of others none is named. */
static size_t add_ids(struct buf *out, const struct app *app, const char *between, int column)
{
	enum { LINE = 76, INDENT = 6 };
	const struct bookmarks *bookmarks = app->bookmarks;
	size_t count = 0;
	for (size_t n = 0; n < bookmarks->count; n++) {
		if (record_hides(app->record, bookmarks->at[n]))
			continue;
		const char *id = record_id(app->record, bookmarks->at[n]);
		int width = text_width(NULL, id, strlen(id)) + 2;
		buf_text(out, count++ ? between : "");
		if (column && column + width > LINE && count > 1) {
			out->text[--out->len] = '\0';
			buf_format(out, "\n%*s", INDENT, "");
			column = INDENT;
		}
		column += column ? width : 0;
		buf_text(out, id);
	}
	return count;
}

/* An entry of `views:` under an id that the record does not hold. */
static size_t add_plan(struct buf *out, const struct app *app)
{
	struct buf id = {0};
	buf_text(&id, "marked");
	for (unsigned n = 2; record_find(record_whole(app->record), buf_string(&id)).thing; n++) {
		buf_clear(&id);
		buf_format(&id, "marked-%u", n);
	}
	buf_format(out, "  %s:\n    title: What was marked\n    show: [", buf_string(&id));
	size_t count = add_ids(out, app, ", ", (int)strlen("    show: ["));
	buf_text(out, "]\n");
	buf_free(&id);
	return count;
}

static void add_print(struct buf *out, const struct app *app)
{
	struct buf query = {0};
	buf_text(&query, "id:");
	add_ids(&query, app, ",", 0);
	add_command(out, app, "truce print --query", buf_string(&query), "No command prints them");
	buf_free(&query);
}

static void add_left_out(struct buf *out, size_t count)
{
	if (!count)
		return;
	buf_char(out, '\n');
	words_number(out, count, "marked thing is", "marked things are");
	buf_text(out, " not known by this day, and left out.\n");
}

/* Each as it is copied alone; two empty lines part them, for one parts words from their citation. */
static size_t add_words(struct buf *out, const struct app *app, bool citations_alone)
{
	const struct bookmarks *bookmarks = app->bookmarks;
	const struct record *record = app->record;
	size_t count = 0;
	for (size_t n = 0; n < bookmarks->count; n++) {
		struct ref ref = bookmarks->at[n];
		struct buf one = {0};
		if (record_hides(record, ref))
			continue;
		if (ref.thing == THING_QUOTE)
			add_quote(&one, app, &record->quotes[ref.index], citations_alone);
		else
			add_event(&one, app, &record->events[ref.index]);
		buf_text(out, !count++ ? "" : citations_alone ? "\n" : "\n\n");
		buf_add(out, one.text, one.len);
		buf_char(out, '\n');
		buf_free(&one);
	}
	return count;
}

/* The words, behind them how to show and print the same again; or either alone. */
static size_t add_marked(struct buf *out, const struct app *app, enum copy_marked as)
{
	size_t count = as == MARKED_PLAN ? add_plan(out, app)
					 : add_words(out, app, as == MARKED_CITATIONS);
	if (as != MARKED_ALL || !count)
		return count;
	buf_text(out,
		"\n\nThe same as a lesson plan, to show it to a class again: paste it below the\n"
		"line \"views:\" in a record of your own.\n\n");
	add_plan(out, app);
	buf_text(out, "\nThe command that prints the same:\n\n");
	add_print(out, app);
	return count;
}

bool copy_marked(struct app *app, enum copy_marked as)
{
	struct buf page = {0};
	buf_clear(&app->clipboard);
	size_t count = add_marked(&app->clipboard, app, as);
	if (!count) {
		buf_clear(&app->clipboard);
		app_say(app, "nothing of what is marked is known by this day");
		return false;
	}
	make_harmless(NULL, &app->clipboard);
	buf_text(&page, buf_string(&app->clipboard));
	if (as == MARKED_PLAN) {
		buf_text(&page,
			"\nThis is a lesson plan, to show what is marked to a class again: paste "
			"it\n"
			"below the line \"views:\" in a record of your own. y copies the words, to "
			"be\n"
			"read as they are; this command prints them:\n\n");
		add_print(&page, app);
	}
	add_left_out(&page, app->bookmarks->count - count);
	make_harmless(NULL, &page);
	copy_show(app, copied_title(app), buf_string(&page));
	app->bookmarks->copied = count == app->bookmarks->count;
	buf_free(&page);
	return true;
}

enum app_next copy_where(struct app *app, const struct request *request)
{
	struct spot spot = spot_of(app);
	const struct record *record = app->result->record;
	struct buf out = {0};
	if (spot.event < 0) {
		buf_format(&out,
			"The card of the record, before its first event.\n\nfile    %s%s\n",
			record->files[0], record->built_in ? ", built in" : "");
	} else {
		const struct event *event = &record->events[spot.event];
		const struct quote *quote = spot.quote < 0 ? NULL : &record->quotes[spot.quote];
		struct place place = quote ? quote->place : event->place;
		const char *id = quote ? quote->id : event->id;
		buf_format(&out, "%s   %s\n", quote ? "words" : "event", id);
		if (quote)
			buf_format(&out, "event   %s\n", event->id);
		buf_format(&out, "file    %s:%u%s\n", record->files[place.file],
			(unsigned)place.line, record->built_in ? ", built in" : "");
		add_edtf(&out, app->dates,
			quote ? when_of_quote(record, quote) : when_of_event(event));
		buf_char(&out, '\n');
		add_command(&out, app, "truce --at", id, "No command leads here");
	}
	copy_show(app, "You are here.", buf_string(&out));
	buf_free(&out);
	return APP_DRAW;
}
