/* The head is what one came from, and has been read: a long quotation is cut, so that its links are seen. */
#include "layout/links.h"

#include "layout/account.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/wrap.h"

#include <string.h>

enum { WORDS_LEFT = 3, ATTRIBUTION_LEFT = 6 };

static int right_edge(const struct rows *rows)
{
	int right = rows->paper.width - 1;
	return right < WORDS_LEFT + ACCOUNT_MEASURE + 12 ? right
							 : WORDS_LEFT + ACCOUNT_MEASURE + 12;
}

/* The bytes of the text that fill `most` lines, or all. */
static size_t lines_len(const struct rows *rows, const char *text, int most, int left)
{
	struct wrap wrap;
	struct wrap_line line = {text, 0, 0};
	size_t len = strlen(text);
	wrap_begin(&wrap, rows->paper.form, text, len);
	for (int n = 0; n < most; n++)
		if (!wrap_next(&wrap, right_edge(rows) - left, 2, &line))
			return len;
	size_t end = (size_t)(line.text - text) + line.len;
	return wrap_next(&wrap, right_edge(rows) - left, 0, &line) ? end : len;
}

static void add_words(struct rows *rows, const struct quote *quote, int most)
{
	static const enum role roles[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = ROLE_QUOTE,
		[QUOTE_PARAPHRASE] = ROLE_REPORT,
		[QUOTE_THESIS] = ROLE_VIEW,
	};
	const struct signs *signs = rows->paper.signs;
	bool exact = quote->kind == QUOTE_QUOTATION, view = quote->kind == QUOTE_THESIS;
	int left = WORDS_LEFT + view;
	size_t all = strlen(quote->text), len = lines_len(rows, quote->text, most, left);
	struct buf text = {0}, hang = {0};
	buf_add(&text, quote->text, len);
	if (len < all)
		buf_format(&text, " %s", signs->cut);
	if (exact)
		buf_text(&hang, signs->open);
	else if (view)
		buf_format(&hang, "%s ", signs->view);
	rows_wrap(rows, style_of(roles[quote->kind]), buf_kept(&text, rows->arena), text.len, left,
		right_edge(rows), hang.len ? buf_kept(&hang, rows->arena) : NULL,
		exact && len == all ? signs->close : NULL);
	buf_free(&hang);
	buf_free(&text);
}

/* Adds a line of the record's in the arena, wrapped, and empties the buf. */
static void add_line(struct rows *rows, enum role role, int left, struct buf *line)
{
	rows_phrase(rows, style_of(role), line, left, right_edge(rows));
}

static void add_quote(struct rows *rows, const struct record *record, uint32_t n, int most)
{
	const struct quote *quote = &record->quotes[n];
	const struct event *event = &record->events[quote->event];
	struct buf line = {0};
	add_words(rows, quote, most);
	words_speaker(&line, record, quote);
	if (quote->to) {
		buf_text(&line, ", to ");
		words_list(&line, record, quote->to);
	}
	add_line(rows, ROLE_SPEAKER, ATTRIBUTION_LEFT, &line);
	words_said(&line, rows->paper.dates, record, quote);
	buf_format(&line, "%s%s", line.len ? " " : "", line.len ? rows->paper.signs->dot : "");
	buf_format(&line, "%s%s", line.len ? " " : "", event->title);
	add_line(rows, ROLE_SOURCE, ATTRIBUTION_LEFT, &line);
	buf_free(&line);
}

static void add_event(struct rows *rows, const struct record *record, uint32_t n)
{
	const struct event *event = &record->events[n];
	struct buf line = {0}, meeting = {0};
	buf_text(&line, event->title);
	add_line(rows, ROLE_TITLE, WORDS_LEFT, &line);
	words_date(&line, rows->paper.dates, when_of_event(event));
	words_meeting(&meeting, record, rows->paper.signs, event);
	if (meeting.len)
		buf_format(&line, " %s %s", rows->paper.signs->dot, buf_string(&meeting));
	add_line(rows, ROLE_DATE, WORDS_LEFT, &line);
	buf_free(&meeting);
	buf_free(&line);
}

void links_head_add(struct rows *rows, const struct record *record, struct ref of, int most)
{
	rows_stop(rows, -1);
	if (of.thing == THING_QUOTE)
		add_quote(rows, record, of.index, most);
	else
		add_event(rows, record, of.index);
	rows_blank(rows);
}
