/* The head is what one came from, and has been read: a long quotation is cut, so that its links are seen. */
#include "layout/links.h"

#include "layout/account.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"

enum { WORDS_LEFT = 3, ATTRIBUTION_LEFT = 6 };

static int right_edge(const struct rows *rows)
{
	int right = rows->paper.width - 1;
	return right < WORDS_LEFT + ACCOUNT_MEASURE + 12 ? right
							 : WORDS_LEFT + ACCOUNT_MEASURE + 12;
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
	words_quote(rows, quote, &(struct quote_lines){WORDS_LEFT, right_edge(rows), .most = most});
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
