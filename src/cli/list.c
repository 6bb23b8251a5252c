/* A line each: what to type, and behind it what it is. Shells complete by the same lists, so the
 * first word of a line is all that they read. */
#include "cli/list.h"

#include "base/text.h"
#include "cli/open.h"
#include "cli/selection.h"
#include "layout/style.h"
#include "print/print.h"
#include "term/outlet.h"
#include "term/stream.h"
#include "ui/core/picture.h"

#include <string.h>

enum { WORDS_MOST = 48 }; /* characters of a quotation, to tell it by */

static void line_add(struct buf *out, const char *word, int width, const char *help)
{
	buf_format(out, "%-*s  ", width, word);
	text_show(term_stream_form(stdout), out, help, strlen(help));
	buf_char(out, '\n');
}

/* ---- of the program ---- */

static void themes_add(struct buf *out)
{
	for (int n = 0; theme_at(n); n++)
		line_add(out, theme_at(n)->name, 9, theme_at(n)->help);
}

static void formats_add(const struct command *command, struct buf *out)
{
	bool pictures = command->bit == COMMAND_SNAPSHOT;
	for (int n = 0; pictures && picture_at(n); n++)
		line_add(out, picture_at(n)->name, 7, picture_at(n)->help);
	for (int n = 0; !pictures && print_at(n); n++)
		line_add(out, print_at(n)->name, 13, print_at(n)->help);
}

/* ---- of a record ---- */

static void wider(int *width, const char *id)
{
	int len = (int)strlen(id);
	*width = len > *width ? len : *width;
}

static void views_add(struct buf *out, const struct record *record)
{
	int width = 0;
	for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++)
		wider(&width, record->views[i].id);
	for (uint32_t i = 0; i < record->counts[THING_VIEW]; i++)
		line_add(out, record->views[i].id, width, record->views[i].title);
}

/* Its speaker and how it begins. */
static void quote_add(
	struct buf *out, const struct record *record, const struct quote *quote, int width)
{
	struct buf help = {0};
	const char *text = quote->text;
	size_t bytes, at = 0, len = 0;
	for (int count = 0; text[at] && count < WORDS_MOST; count++, at += bytes) {
		text_decode(text + at, strlen(text + at), &bytes);
		len = text[at] == ' ' || !len ? at : len;
	}
	len = text[at] && len ? len : at;
	if (quote->speaker.thing != THING_NONE)
		buf_format(&help, "%s: ", record_name(record, quote->speaker));
	buf_add(&help, text, len);
	buf_text(&help, text[len] ? " ..." : "");
	line_add(out, quote->id, width, buf_string(&help));
	buf_free(&help);
}

static void ids_add(struct buf *out, const struct result *result)
{
	int width = 0;
	for (int adding = 0; adding < 2; adding++)
		for (uint32_t row = 0; row < result->event_count; row++) {
			const struct event *event = result_event(result, row);
			if (!adding)
				wider(&width, event->id);
			else
				line_add(out, event->id, width, event->title);
			for (uint32_t n = 0; n < result_quote_count(result, event); n++) {
				const struct quote *quote = result_quote(result, event, n);
				if (!adding)
					wider(&width, quote->id);
				else
					quote_add(out, result->record, quote, width);
			}
		}
}

/* False where there is no such selection; that was said. */
static bool record_add(const struct command *command, const struct options *options,
	const struct record *record, struct selection_request *request, struct buf *out)
{
	struct result result;
	bool nothing;
	if (options->given[OPTION_LIST_VIEWS]) {
		views_add(out, record);
		return true;
	}
	if (!selection_view(command->name, options, record, request) ||
		!selection_run(command->name, record, request, &result, &nothing))
		return false;
	ids_add(out, &result);
	return true;
}

static bool files_add(const struct command *command, const struct options *options, struct buf *out)
{
	struct selection_request request;
	bool done = false;
	if (selection_options(command->name, options, &request)) {
		struct record *record = open_record(options);
		done = record && record_add(command, options, record, &request, out);
		record_free(record);
	}
	arena_free(&request.arena);
	return done;
}

bool list_asked(const struct command *command, const struct options *options, int *status)
{
	struct buf out = {0};
	bool done = true;
	if (options->given[OPTION_LIST_THEMES])
		themes_add(&out);
	else if (options->given[OPTION_LIST_FORMATS])
		formats_add(command, &out);
	else if (options->given[OPTION_LIST_VIEWS] || options->given[OPTION_LIST_IDS])
		done = files_add(command, options, &out);
	else
		return false;
	struct term_stream stream;
	FILE *page = term_stream_begin(&stream, term_outlet());
	fwrite(buf_string(&out), 1, out.len, page);
	bool written = term_stream_end(&stream);
	written = command_end(command->name) && written;
	*status = done && written ? DONE : NOT_DONE;
	buf_free(&out);
	return true;
}
