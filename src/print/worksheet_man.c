/* The sheet in man(7) macros. The key begins on a page of its own wherever there are pages: on paper, not in
 * a pager, and mandoc has no such request. */
#include "print/roff.h"
#include "print/worksheet_writer.h"

#include <string.h>

static struct buf *out_of(void *to)
{
	return &((struct worksheet_man *)to)->out;
}

static void heading(struct buf *out, const char *macro, const char *words, const char *more)
{
	struct buf line = {0};
	buf_text(&line, words);
	buf_text(&line, more);
	roff_macro(out, macro, buf_string(&line));
	buf_free(&line);
}

static void paragraph(void *to, const char *text)
{
	struct worksheet_man *man = to;
	if (!man->fresh)
		buf_text(&man->out, ".PP\n");
	man->fresh = false;
	roff_text(&man->out, text);
}

/* Pages are dated: by the last event whose year a reader of the macro takes. */
static void day_add(struct buf *out, const struct result *result)
{
	bool done = false;
	for (uint32_t row = result->event_count; row-- > 0 && !done;) {
		const struct date *date = result_event(result, row)->date;
		if (date->latest <= DATE_UNKNOWN_START || date->latest >= DATE_UNKNOWN_END)
			continue;
		int64_t year = date_to_civil(date->latest, false).year;
		done = year >= 1 && year <= 9999 && date_day_text(date->latest, out);
	}
}

static void man_sheet(void *to, const char *title, const char *number)
{
	struct buf *out = out_of(to);
	buf_text(out, ".\\\" -*- coding: utf-8 -*-\n.TH WORKSHEET 7 \"");
	day_add(out, ((struct worksheet_man *)to)->result);
	buf_text(out, "\" truce ");
	roff_argument(out, title);
	buf_text(out, "\n.nh\n.ad l\n");
	heading(out, "SH", "NAME", "");
	struct buf line = {0};
	buf_format(&line, "%s – class sheet %s", title, number);
	roff_text(out, buf_string(&line));
	buf_free(&line);
	paragraph(to, "Name ____________________   Date ____________________");
}

static void man_key(void *to, const char *title, const char *number)
{
	(void)title;
	buf_text(out_of(to), ".if t .bp\n");
	heading(out_of(to), "SH", "ANSWER KEY TO CLASS SHEET ", number);
}

static void man_section(void *to, const char *letter, const char *asked, const char *task)
{
	struct buf words = {0};
	buf_format(&words, "%s  %s", letter, asked);
	heading(out_of(to), task ? "SH" : "SS", buf_string(&words), "");
	buf_free(&words);
	((struct worksheet_man *)to)->fresh = !task;
	if (task)
		roff_text(out_of(to), task);
}

static void man_item(
	void *to, const char *number, const char *open, const char *text, const char *close)
{
	struct buf words = {0};
	buf_format(&words, "%s   %s", WORKSHEET_BLANK, number ? number : "");
	buf_text(out_of(to), ".TP 10\n");
	roff_text(out_of(to), buf_string(&words));
	buf_clear(&words);
	buf_text(&words, open);
	buf_text(&words, text);
	buf_text(&words, close);
	roff_text(out_of(to), buf_string(&words));
	buf_free(&words);
}

static void man_names(void *to, const char *const *names, uint32_t count)
{
	struct buf words = {0};
	for (uint32_t i = 0; i < count; i++) {
		buf_clear(&words);
		buf_format(&words, "%c  %s", 'a' + (char)i, names[i]);
		buf_text(out_of(to), i ? ".br\n" : ".PP\n");
		roff_text(out_of(to), buf_string(&words));
	}
	buf_free(&words);
}

static void man_label(void *to, const char *label)
{
	paragraph(to, label);
}

static void man_line(void *to, const char *label)
{
	buf_text(out_of(to), ".RS 4\n");
	roff_text(out_of(to), label);
	buf_text(out_of(to), ".sp\n");
	buf_text(out_of(to), "____________________________________________________________\n");
	buf_text(out_of(to), ".RE\n");
}

static void man_answer(void *to, const char *number, const char *letter, const char *what,
	const char *date, const char *source)
{
	struct buf words = {0};
	buf_format(
		&words, "%s%s%s", number ? number : "", letter ? "  " : "", letter ? letter : "");
	buf_text(out_of(to), number ? ".TP 8\n" : ".RS 8\n");
	((struct worksheet_man *)to)->fresh = false;
	if (number)
		roff_text(out_of(to), buf_string(&words));
	buf_clear(&words);
	buf_text(&words, what);
	const char *const more[] = {date, source};
	for (int i = 0; i < 2; i++)
		if (more[i] && *more[i])
			buf_format(&words, "; %s", more[i]);
	roff_text(out_of(to), buf_string(&words));
	buf_text(out_of(to), number ? "" : ".RE\n");
	buf_free(&words);
}

static void man_text(void *to, const char *text)
{
	paragraph(to, text);
}

/* Each line is short enough to be kept whole where lines are filled. */
static void man_command(void *to, const char *command)
{
	buf_text(out_of(to), ".PP\n");
	roff_text(out_of(to), command);
}

const struct worksheet_writer worksheet_man = {
	.sheet = man_sheet,
	.key = man_key,
	.section = man_section,
	.item = man_item,
	.names = man_names,
	.label = man_label,
	.line = man_line,
	.answer = man_answer,
	.text = man_text,
	.command = man_command,
};
