/* The page to read as a manual page: eras are sections, events are subsections, quotations stand
 * indented with their attribution indented below. Only macros of man(7) and a few requests, so that
 * groff, mandoc and man -l show the same; but on paper the head and foot of a page are our own, and
 * what its fonts lack is drawn as something else (roff_paper.h): so the page is gone through twice. */
#include "print/document.h"
#include "print/roff.h"
#include "print/roff_paper.h"
#include "print/worksheet.h"

#include "layout/words_quote.h"
#include "print/citations.h"

#include <string.h>

enum {
	QUOTE_INDENT = 4,
	ATTRIBUTION_INDENT = 8,
	COMMAND_WIDTH = 60, /* what any reader of man pages shows */
	CORNER = 24         /* columns of the title in the corners of a page */
};

struct man {
	const struct result *result;
	const struct signs *signs;
	const struct text_form *form;
	FILE *file; /* NULL while the page is only read */
	bool failed;
	struct roff_paper paper;
	struct buf out, words; /* what is to be written; the phrase at hand */
	bool fresh;            /* a heading stands directly above: a paragraph needs no macro */
	bool lines;            /* parts are lines below what they belong to, not paragraphs */
};

static bool man_flush(void *to)
{
	struct man *man = to;
	if (!man->file)
		roff_paper_read(&man->paper, buf_string(&man->out), man->out.len);
	else if (!man->failed && man->out.len)
		man->failed = fwrite(man->out.text, 1, man->out.len, man->file) != man->out.len;
	buf_clear(&man->out);
	return !man->failed;
}

/* The phrase at hand as a heading, as it is, as a paragraph (none where it is empty), or as a line
 * below the one before; it is empty then. */
static void heading(struct man *man, const char *macro)
{
	roff_macro(man->form, &man->out, macro, buf_string(&man->words));
	buf_clear(&man->words);
	man->fresh = true;
}

static void text_out(struct man *man, const char *text)
{
	if (man->file)
		roff_text(man->form, &man->out, text);
	else
		roff_paper_read_text(&man->paper, man->form, text);
}

static void words_out(struct man *man)
{
	text_out(man, buf_string(&man->words));
	buf_clear(&man->words);
}

static void paragraph(struct man *man)
{
	if (!man->words.len)
		return;
	buf_text(&man->out, man->fresh ? "" : ".PP\n");
	words_out(man);
	man->fresh = false;
}

static void line(struct man *man)
{
	buf_text(&man->out, man->words.len ? ".br\n" : "");
	words_out(man);
}

/* Adds a text to the phrase at hand; nothing for NULL. */
static struct man *with(struct man *man, const char *text)
{
	if (text)
		buf_text(&man->words, text);
	return man;
}

/* " (p. 212) [1]", behind the phrase at hand. */
static void cite(struct man *man, const struct citation *citation)
{
	struct buf *words = &man->words;
	if (!citation)
		return;
	if (citation->locator) {
		buf_text(words, words->len ? " (" : "(");
		with(man, citation->locator);
		buf_char(words, ')');
	}
	if (words->len)
		buf_char(words, ' ');
	citation_numbers(words, citation);
}

/* Pages are dated: by the last day that the record knows of. Years that no reader of the macro
 * takes are left out. */
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

/* What a reader of manual pages writes into both corners, in capitals as they all are, and short
 * enough for both. */
static void corner_add(struct man *man, const char *title)
{
	size_t len = strlen(title), cut = 0;
	while (cut < len && text_width(man->form, title, cut) < CORNER)
		cut += text_cluster(title + cut, len - cut);
	struct buf corner = {0};
	for (size_t i = 0; i < cut; i++)
		buf_char(&corner,
			title[i] >= 'a' && title[i] <= 'z' ? (char)(title[i] - 'a' + 'A')
							   : title[i]);
	buf_text(&corner, cut < len ? "..." : "");
	roff_argument(man->form, &man->out, buf_string(&corner));
	buf_free(&corner);
}

/* On paper the head of a page is the title, and what stands at its right; its foot the number of
 * the page, and what a box is, as soon as there has been one; and a hyphen is one there, no minus.
 * Words are the record's: no hyphens that it does not have, no gaps to fill lines. */
static void title_line(struct man *man, const char *title, const char *right)
{
	buf_text(&man->out, ".\\\" -*- coding: utf-8 -*-\n.TH ");
	corner_add(man, title);
	buf_text(&man->out, " 7 \"");
	day_add(&man->out, man->result);
	buf_text(&man->out, "\" truce \" \"\n.if t .char \\- \\[hy]\n");
	bool boxes = roff_paper_write(&man->paper, &man->out);
	buf_text(&man->out, boxes ? ".nr boxes 0\n.de PT\n" : ".de PT\n");
	roff_title(man->form, &man->out, title, right);
	buf_text(&man->out, "..\n.de BT\n");
	if (boxes)
		buf_text(&man->out,
			".ie \\\\n[boxes] .tl '\\[sq]: a letter that the fonts of this page "
			"lack; truce print \\-f html has all''%'\n.el ");
	buf_text(&man->out, ".tl ''%''\n..\n.nh\n.ad l\n");
	heading(with(man, title), "SH");
}

static void man_head(void *to, const struct document_head *head)
{
	struct man *man = to;
	title_line(man, head->title, "");
	paragraph(with(man, head->subtitle));
	paragraph(with(man, head->description));
	paragraph(with(man, head->counts));
	paragraph(with(man, head->asked));
	paragraph(with(man, head->marks));
}

/* Titles of our own are in capitals, as in every manual page. */
static void man_section(void *to, const struct heading *section)
{
	struct man *man = to;
	bool ours = section->section != SECTION_ERA;
	for (const char *c = section->title; ours && *c; c++)
		buf_char(&man->words, *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c);
	if (!ours)
		with(man, section->title);
	if (section->span)
		date_display(section->span, &with(man, ", ")->words);
	heading(man, "SH");
	paragraph(with(man, section->summary));
}

static void man_gap(void *to, const char *time)
{
	struct man *man = to;
	buf_format(&man->words, "%s %s", man->signs->gap, time);
	paragraph(man);
}

static void man_part(void *to, const struct part *part)
{
	struct man *man = to;
	with(man, part->kind == PART_ALSO_NOTE ? "– " : part->label);
	with(man, part->text);
	cite(man, part->citation);
	(man->lines ? line : paragraph)(man);
}

static void man_event(void *to, const struct event *event)
{
	struct man *man = to;
	const struct date *date = event->date;
	date_display_both(date->old_style ? NULL : date, event->date_os, &man->words);
	buf_format(&man->words, ": %s", event->title);
	heading(man, "SS");
	man->lines = false;
	if (event->more && event->more->date_text)
		paragraph(with(with(man, "Dated in the document: "), event->more->date_text));
}

static void indented(struct man *man, int columns)
{
	if (!man->fresh)
		buf_text(&man->out, ".PP\n");
	buf_format(&man->out, ".RS %d\n", columns);
	man->fresh = true;
	paragraph(man);
}

static void outdented(struct man *man)
{
	buf_text(&man->out, ".RE\n");
	man->fresh = false;
}

static void man_quote(void *to, const struct quote *quote, const char *speaker, const char *said,
	const struct citation *citation)
{
	struct man *man = to;
	struct quote_look look = words_quote_look(man->signs, quote);
	with(with(with(man, look.before), quote->text), look.after);
	indented(man, QUOTE_INDENT);
	outdented(man);
	with(with(with(man, speaker), said ? ", " : NULL), said);
	cite(man, citation);
	indented(man, ATTRIBUTION_INDENT);
	man->lines = true;
}

static void man_quote_end(void *to)
{
	struct man *man = to;
	outdented(man);
	man->lines = false;
}

static void man_parallel(void *to, const struct parallel *parallel, const char *between,
	const char *claimed, const struct citation *citation)
{
	struct man *man = to;
	heading(with(man, between), "SS");
	paragraph(with(man, parallel->claim));
	with(man, claimed);
	cite(man, citation);
	paragraph(man);
	man->lines = true;
}

static void man_person(void *to, const char *name, const char *about)
{
	struct man *man = to;
	buf_text(&man->out, ".TP\n");
	roff_macro(man->form, &man->out, "B", name);
	words_out(with(man, about));
}

static void man_source(void *to, struct ref source, uint32_t n, uint32_t count, const char *full)
{
	struct man *man = to;
	(void)source;
	(void)count;
	buf_format(&man->out, ".TP\n[%u]\n", n);
	text_out(man, full);
	man->lines = true;
}

static void man_event_line(void *to, const struct event *event, uint32_t quotes)
{
	struct man *man = to;
	(void)quotes;
	date_display(event->date, &man->words);
	buf_format(&man->words, "  %s", event->title);
	(man->fresh ? paragraph : line)(man);
}

static const struct document_writer man_writer = {
	.head = man_head,
	.section = man_section,
	.gap = man_gap,
	.event = man_event,
	.quote = man_quote,
	.quote_end = man_quote_end,
	.parallel = man_parallel,
	.person = man_person,
	.source = man_source,
	.part = man_part,
	.event_line = man_event_line,
	.flush = man_flush,
};

/* ---- the sheet ---- */

/* So many lines to come stand on one page. What is still to be set of the paragraph before stays with
 * it. */
static void keep_together(struct man *man, uint32_t lines)
{
	buf_format(&man->out, ".br\n.ne %uv\n", (unsigned)lines);
}

static void sheet_head(void *to, const char *title, const char *number)
{
	struct man *man = to;
	struct buf sheet = {0};
	buf_format(&sheet, "Class sheet %s", number);
	title_line(man, title, buf_string(&sheet));
	paragraph(with(man, buf_string(&sheet)));
	buf_free(&sheet);
	paragraph(with(man, "Name ____________________   Date ____________________"));
}

/* The key begins on a page of its own wherever there are pages: on paper, not in a pager, and
 * mandoc has no such request. */
static void sheet_key(void *to, const char *title, const char *number, bool alone)
{
	struct man *man = to;
	struct buf sheet = {0};
	buf_format(&sheet, "Class sheet %s", number);
	if (alone)
		title_line(man, title, buf_string(&sheet));
	else
		buf_text(&man->out, ".if t .bp\n");
	buf_free(&sheet);
	heading(with(with(man, "ANSWER KEY TO CLASS SHEET "), number), "SH");
}

static void sheet_section(void *to, const char *letter, const char *asked, const char *task)
{
	struct man *man = to;
	buf_format(&man->words, "%s  %s", letter, asked);
	if (task)
		keep_together(man, 10);
	heading(man, task ? "SH" : "SS");
	paragraph(with(man, task));
}

static void sheet_item(void *to, const char *number, const char *language, const char *open,
	const char *text, const char *close)
{
	struct man *man = to;
	(void)language;
	buf_format(&man->out, ".TP 10\n%s%s%s\n", WORKSHEET_BLANK, number && *number ? "   " : "",
		number ? number : "");
	buf_format(&man->words, "%s%s%s", open, text, close);
	words_out(man);
}

static void sheet_names(void *to, const char *const *names, uint32_t count)
{
	struct man *man = to;
	man->fresh = false;
	keep_together(man, count + 1);
	for (uint32_t i = 0; i < count; i++) {
		buf_format(&man->words, "%c  %s", 'a' + (char)i, names[i]);
		(i ? line : paragraph)(man);
	}
}

/* What follows stands on one page with it: two lines to write on, answers, a command. No page holds
 * one line alone. */
static void sheet_label(void *to, const char *label)
{
	struct man *man = to;
	if (!man->fresh)
		keep_together(man, 8);
	paragraph(with(man, label));
}

static void sheet_text(void *to, const char *text)
{
	struct man *man = to;
	keep_together(man, 5);
	paragraph(with(man, text));
}

static void sheet_line(void *to, const char *label)
{
	struct man *man = to;
	buf_text(&man->out, ".RS 4\n");
	text_out(man, label);
	buf_text(&man->out, ".sp\n");
	buf_text(&man->out, "____________________________________________________________\n");
	buf_text(&man->out, ".RE\n");
}

static void sheet_answer(void *to, const char *number, const char *letter, const char *what,
	const char *date, const char *source)
{
	struct man *man = to;
	if (number)
		buf_format(&man->out, ".TP 8\n%s%s%s\n", number, letter ? "  " : "",
			letter ? letter : "");
	else
		buf_text(&man->out, ".RS 8\n");
	man->fresh = false;
	with(man, what);
	const char *const more[] = {date, source};
	for (int i = 0; i < 2; i++)
		if (more[i] && *more[i])
			buf_format(&man->words, "; %s", more[i]);
	words_out(man);
	buf_text(&man->out, number ? "" : ".RE\n");
}

/* Each line is short enough to be kept whole where lines are filled. */
static void sheet_command(void *to, const char *command)
{
	struct man *man = to;
	man->fresh = false;
	paragraph(with(man, command));
}

static const struct worksheet_writer sheet_writer = {
	.sheet = sheet_head,
	.key = sheet_key,
	.section = sheet_section,
	.item = sheet_item,
	.names = sheet_names,
	.label = sheet_label,
	.line = sheet_line,
	.answer = sheet_answer,
	.text = sheet_text,
	.command = sheet_command,
};

/* ---- the whole ---- */

static void man_begin(
	struct man *man, const struct result *result, const struct print_options *options)
{
	*man = (struct man){
		.result = result, .signs = signs_find(options->ascii), .form = options->form};
}

/* The page has been read, and is now to be written. */
static void man_turn(struct man *man, FILE *file)
{
	man_flush(man);
	man->file = file;
	man->fresh = man->lines = false;
}

static bool man_end(struct man *man)
{
	bool good = man_flush(man) && fflush(man->file) == 0;
	roff_paper_free(&man->paper);
	buf_free(&man->out);
	buf_free(&man->words);
	return good;
}

bool print_man(const struct result *result, const struct print_options *options, FILE *file)
{
	struct man man;
	man_begin(&man, result, options);
	document_write(result, options, &man_writer, &man);
	man_turn(&man, file);
	document_write(result, options, &man_writer, &man);
	return man_end(&man);
}

enum worksheet_done print_worksheet_man(
	const struct result *result, const struct print_options *options, uint64_t seed, FILE *file)
{
	struct man man;
	man_begin(&man, result, options);
	bool any = worksheet_write(result, options, seed, &sheet_writer, &man, COMMAND_WIDTH);
	man_turn(&man, file);
	if (any)
		worksheet_write(result, options, seed, &sheet_writer, &man, COMMAND_WIDTH);
	bool good = man_end(&man);
	return !any ? WORKSHEET_NOTHING : good ? WORKSHEET_PRINTED : WORKSHEET_FAILED;
}
