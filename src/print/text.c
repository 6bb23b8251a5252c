/* The text format: a page as a chronology on paper has it. A margin of dates, a column of text, a
 * margin of sources, each to be read on its own; words are set off by their hanging mark alone, and
 * their attribution is indented below them, never beside them. What names a source ends in its
 * number at the right edge. */
#include "print/document.h"
#include "print/plan.h"
#include "print/table.h"
#include "print/table_text.h"

#include "layout/words.h"
#include "layout/words_quote.h"
#include "print/citations.h"

#include <string.h>

enum {
	QUOTE_INDENT = 1,       /* behind the hanging mark */
	ATTRIBUTION_INDENT = 4, /* below the words */
	PERSON_INDENT = 4,      /* below the name */
	REMARK_INDENT = 2,      /* of a remark on another place in print, below that place */
	PLAN_INDENT = 3,        /* of what a scene shows, below its heading */
	BRIEF_DATE = 19         /* where dates end in one-line rows */
};

struct text {
	struct page *page;
	int left;        /* of parts */
	bool positions;  /* the last part was a position */
	bool people;     /* there was a person */
	bool alone, any; /* quotations stand alone; there was one */
	bool close;      /* sources follow each other without an empty row */
};

static struct page *page_of(void *to)
{
	return ((struct text *)to)->page;
}

static void paragraph_wide(struct page *page, enum role role, const char *text)
{
	if (text)
		rows_paragraph(&page->rows, style_of(role), text, 0, page->paper.width);
}

static void cite(struct page *page, const struct citation *citation)
{
	if (!citation)
		return;
	if (citation->locator)
		buf_format(page_words(page), "%s ", citation->locator);
	citation_numbers(page_words(page), citation);
	page_cite(page, page_phrase(page));
}

static void text_head(void *to, const struct document_head *head)
{
	struct page *page = page_of(to);
	struct rows *rows = &page->rows;
	rows_blank(rows);
	paragraph_wide(page, ROLE_TITLE, head->title);
	paragraph_wide(page, ROLE_TEXT, head->subtitle);
	paragraph_wide(page, ROLE_COUNT_OF, head->counts);
	rows_blank(rows);
	paragraph_wide(page, ROLE_TITLE, head->asked);
	rows_blank(rows);
	paragraph_wide(page, ROLE_TEXT, head->description);
	rows_blank(rows);
	paragraph_wide(page, ROLE_TEXT, head->marks);
}

/* Without eras the page begins with its events. */
static void text_section(void *to, const struct heading *heading)
{
	struct page *page = page_of(to);
	const char *beside = NULL;
	if (heading->section == SECTION_EVENTS)
		return;
	((struct text *)to)->left = page->text;
	if (heading->span) {
		date_display(heading->span, page_words(page));
		beside = page_phrase(page);
	}
	page_heading(page, heading->title, beside);
	if (heading->summary)
		rows_blank(&page->rows);
	page_paragraph(page, ROLE_TEXT, heading->summary, page->text);
}

static void text_gap(void *to, const char *time)
{
	struct page *page = page_of(to);
	struct rows *rows = &page->rows;
	rows_blank(rows);
	rows_new(rows);
	rows_to(rows, page->text ? PAGE_MARGIN - 1 : 0);
	rows_text(rows, style_of(ROLE_GAP), page->signs->gap);
	rows_to(rows, page->text ? page->text : 2);
	rows_text(rows, style_of(ROLE_GAP), time);
}

static void text_event(void *to, const struct event *event)
{
	struct text *text = to;
	struct page *page = text->page;
	text->left = page->text;
	text->positions = false;
	rows_blank(&page->rows);
	page_flush(page); /* the margin begins with the title */
	page_date(page, event->date, event->date_os, event->more ? event->more->date_text : NULL);
	page_paragraph(page, ROLE_TITLE, event->title, page->text);
}

/* On one row where it fits; else the date has a row of its own, for it reads badly in two parts. */
static void attribution(
	struct page *page, struct ref who, const char *speaker, const char *said, int left)
{
	struct style style = words_speaker_style(page->record, who);
	buf_format(page_words(page), "%s%s%s", speaker, said ? ", " : "", said ? said : "");
	const char *both = page_phrase(page);
	if (text_width(page->paper.form, both, strlen(both)) <= page->right - left) {
		rows_paragraph(&page->rows, style, both, left, page->right);
		return;
	}
	rows_paragraph(&page->rows, style, speaker, left, page->right);
	page_paragraph(page, ROLE_SOURCE, said, left);
}

static void text_quote(void *to, const struct quote *quote, const char *speaker, const char *said,
	const struct citation *citation)
{
	struct text *text = to;
	struct page *page = text->page;
	struct quote_lines lines = {.left = page->text + QUOTE_INDENT, .right = page->right};
	text->left = page->text + ATTRIBUTION_INDENT;
	if (!text->alone || text->any)
		rows_blank(&page->rows);
	text->any = true;
	words_quote(&page->rows, quote, &lines);
	if (!text->alone)
		rows_blank(&page->rows);
	attribution(page, quote->speaker, speaker, said, text->left);
	cite(page, citation);
}

static void text_quote_end(void *to)
{
	struct text *text = to;
	text->left = text->page->text;
}

static void text_parallel(void *to, const struct parallel *parallel, const char *between,
	const char *claimed, const struct citation *citation)
{
	struct text *text = to;
	struct page *page = text->page;
	text->left = page->text + ATTRIBUTION_INDENT;
	rows_blank(&page->rows);
	page_paragraph(page, ROLE_TITLE, between, page->text);
	page_paragraph(page, ROLE_REPORT, parallel->claim, page->text + QUOTE_INDENT);
	page_paragraph(page, ROLE_SPEAKER, claimed, text->left);
	cite(page, citation);
}

static void text_person(void *to, const char *name, const char *about)
{
	struct text *text = to;
	struct page *page = text->page;
	if (!text->people)
		rows_blank(&page->rows);
	text->people = true;
	rows_paragraph(&page->rows, style_of(ROLE_SPEAKER), name, 0, page->paper.width);
	rows_paragraph(&page->rows, style_of(ROLE_TEXT), about, PERSON_INDENT, page->paper.width);
}

static void text_source(void *to, struct ref source, uint32_t n, uint32_t count, const char *full)
{
	(void)source;
	struct text *text = to;
	struct page *page = text->page;
	text->left = snprintf(NULL, 0, "[%u] ", count);
	buf_format(page_words(page), "[%u] ", n);
	const char *hang = page_phrase(page);
	if (n == 1 || !text->close)
		rows_blank(&page->rows);
	rows_wrap(&page->rows, style_of(ROLE_SOURCE), full, strlen(full), text->left,
		page->paper.width, hang, NULL);
}

static void text_part(void *to, const struct part *part)
{
	static const enum role roles[] = {
		[PART_MEETING] = ROLE_SOURCE,
		[PART_PEOPLE] = ROLE_SOURCE,
		[PART_SUMMARY] = ROLE_TEXT,
		[PART_OUTCOME] = ROLE_TEXT,
		[PART_POSITION] = ROLE_TEXT,
		[PART_STATUS] = ROLE_WARN,
		[PART_PUBLISHED] = ROLE_SOURCE,
		[PART_ORIGINAL] = ROLE_SOURCE,
		[PART_TRANSLATOR] = ROLE_SOURCE,
		[PART_ANSWER] = ROLE_SOURCE,
		[PART_ALSO] = ROLE_SOURCE,
		[PART_ALSO_NOTE] = ROLE_NOTE,
		[PART_SOURCE] = ROLE_SOURCE,
		[PART_ASK] = ROLE_TITLE,
		[PART_TEACHER] = ROLE_NOTE,
		[PART_DISPUTE] = ROLE_WARN,
		[PART_PERSPECTIVE] = ROLE_TEXT,
		[PART_NOTE] = ROLE_NOTE,
	};
	struct text *text = to;
	struct page *page = text->page;
	enum document_part kind = part->kind;
	const char *words = part->text;
	if ((kind == PART_POSITION && !text->positions) || kind == PART_ASK || kind == PART_TEACHER)
		rows_blank(&page->rows);
	text->positions = kind == PART_POSITION;
	if (*part->label) {
		buf_format(page_words(page), "%s%s", part->label, words ? words : "");
		words = page_phrase(page);
	}
	page_paragraph(page, roles[kind], words,
		text->left + (kind == PART_ALSO_NOTE ? REMARK_INDENT : 0));
	cite(page, part->citation);
}

static void text_positions(void *to, const struct position_table *table)
{
	table_positions_add(page_of(to), table);
}

static void text_compare(void *to, const struct compare *compare)
{
	rows_blank(&page_of(to)->rows);
	table_compare_add(page_of(to), compare);
}

static void text_event_line(void *to, const struct event *event, uint32_t quotes)
{
	struct page *page = page_of(to);
	struct rows *rows = &page->rows;
	int right = page->paper.width;
	struct buf *words = page_words(page);
	const char *number = NULL;
	if (quotes) {
		words_figure(words, quotes);
		number = page_phrase(page);
		right -= (int)strlen(number) + 2;
	}
	date_display(event->date, words);
	const char *when = page_phrase(page);
	rows_new(rows);
	if (page->text)
		rows_right(rows, BRIEF_DATE, style_of(ROLE_DATE), when);
	else
		rows_text(rows, style_of(ROLE_DATE), when);
	rows_to(rows, rows->column + 2);
	rows_text(rows, style_of(ROLE_MARK), quotes ? page->signs->words : page->signs->no_words);
	rows_to(rows, rows->column + 1);
	rows_cut(rows, style_of(ROLE_TITLE), event->title,
		right > rows->column ? right - rows->column : 1);
	if (number)
		rows_right(rows, page->paper.width, style_of(ROLE_COUNT_OF), number);
}

static bool text_flush(void *to)
{
	struct page *page = page_of(to);
	page_flush(page);
	return !page->failed;
}

static const struct document_writer text_writer = {
	.bare = true,
	.head = text_head,
	.section = text_section,
	.gap = text_gap,
	.event = text_event,
	.quote = text_quote,
	.quote_end = text_quote_end,
	.parallel = text_parallel,
	.person = text_person,
	.source = text_source,
	.part = text_part,
	.positions = text_positions,
	.compare = text_compare,
	.event_line = text_event_line,
	.flush = text_flush,
};

/* ---- a page that is a table alone ---- */

/* The title, what there is to say of the whole at the right edge or below, and a rule. */
static void table_head(void *to, const struct document_head *head)
{
	const struct style counts = style_of(ROLE_COUNT_OF);
	const char *more = head->counts ? head->counts : "";
	struct page *page = page_of(to);
	struct rows *rows = &page->rows;
	int width = page->paper.width, room = text_width(page->paper.form, more, strlen(more));
	rows_new(rows);
	rows_text(rows, style_of(ROLE_TITLE), head->title);
	if (*more && rows->column + 2 + room <= width)
		rows_right(rows, width, counts, more);
	else if (*more)
		rows_paragraph(rows, counts, more, 0, width);
	rows_new(rows);
	buf_repeat(page_words(page), page->signs->heavy, (size_t)width);
	rows_text(rows, style_of(ROLE_RULE), page_phrase(page));
	paragraph_wide(page, ROLE_COUNT_OF, head->asked);
}

static void table_compare(void *to, const struct compare *compare)
{
	table_compare_add(page_of(to), compare);
}

static const struct document_writer table_writer = {
	.head = table_head,
	.positions = text_positions,
	.compare = table_compare,
	.flush = text_flush,
};

/* As wide as was asked for: a table is not read along its lines. */
static void table_begin(struct page *page, const struct result *result,
	const struct print_options *options, FILE *file)
{
	page_begin(page, result, options, file);
	if (options->width > page->paper.width)
		page->paper.width = options->width;
	page_flush(page);
}

bool print_compare_text(const struct result *result, const struct print_options *options,
	struct ref left, struct ref right, FILE *file)
{
	struct page page;
	struct text text = {.page = &page};
	table_begin(&page, result, options, file);
	table_compare_write(result, options, left, right, &table_writer, &text);
	return page_end(&page);
}

bool print_positions_text(
	const struct result *result, const struct print_options *options, FILE *file)
{
	struct page page;
	struct text text = {.page = &page};
	table_begin(&page, result, options, file);
	table_positions_write(result, options, &table_writer, &text);
	return page_end(&page);
}

/* ---- the whole ---- */

/* Scenes have their dates in a line of their own, and no margin. */
bool print_plan_text(const struct result *result, const struct print_options *options, FILE *file)
{
	struct page page;
	struct text text = {.page = &page, .close = true};
	page_begin(&page, result, options, file);
	page.text = page.text ? PLAN_INDENT : 0;
	plan_write(result, options, &text_writer, &text);
	return page_end(&page);
}

bool print_text(const struct result *result, const struct print_options *options, FILE *file)
{
	struct page page;
	struct text text = {.page = &page, .alone = options->quotes_only};
	page_begin(&page, result, options, file);
	if (options->quotes_only) {
		page.text = 0;
		page.right = page.paper.width;
	}
	document_write(result, options, &text_writer, &text);
	return page_end(&page);
}
