/* The record as Markdown: eras are headings, events are headings below them, quotations are block
 * quotations of the words with who said them, and what belongs to them as a list. Sources stand at
 * the end, each behind the sign by which it is cited, and once more as data. */
#include "print/markdown_page.h"
#include "print/markdown_table.h"
#include "print/markdown_text.h"
#include "print/plan.h"
#include "print/table.h"

#include "layout/words.h"
#include "layout/words_quote.h"
#include "print/address.h"
#include "print/html_text.h"

#include <string.h>

enum { LEVEL_SECTION = 1, LEVEL_EVENT = 2 };

/* ---- the head ---- */

static void head_words(struct markdown *page, const struct document_head *head)
{
	markdown_block(page, head->counts);
	markdown_stressed(page, "**", head->asked);
	markdown_block(page, head->description);
	markdown_stressed(page, "*", head->marks);
}

static void md_head(void *to, const struct document_head *head)
{
	markdown_top(to, head->title, head->subtitle);
	head_words(to, head);
}

/* Of a page that is a table alone, which says nothing of its record. */
static void table_head(void *to, const struct document_head *head)
{
	struct markdown *page = to;
	markdown_top(page, head->title, page->record->title);
	head_words(page, head);
}

/* ---- sections and events ---- */

/* A date between marks of emphasis, on the line at hand. */
static void date_words(struct markdown *page)
{
	markdown_tag(page, "*");
	markdown_line(page, buf_string(&page->words));
	markdown_tag(page, "*");
	buf_clear(&page->words);
}

/* One that is called like the whole has its id in pandoc's own way: for the other one is taken by
 * what stands above the first heading. */
static void heading_words(struct markdown *page, int level, const char *title, struct ref thing)
{
	markdown_heading(page, level);
	markdown_line(page, title);
	if (strcmp(title, page->record->title) != 0)
		markdown_id(page, thing);
	else if (thing.thing != THING_NONE)
		buf_format(&page->out, " {#%s}", markdown_id_of(page, thing));
	markdown_end(page);
}

static void md_section(void *to, const struct heading *heading)
{
	struct markdown *page = to;
	heading_words(page, LEVEL_SECTION, heading->title, heading->era);
	if (heading->span) {
		date_display(heading->span, &page->words);
		markdown_paragraph(page);
		date_words(page);
		markdown_end(page);
	}
	markdown_block(page, heading->summary);
}

static void md_gap(void *to, const char *time)
{
	struct markdown *page = to;
	buf_format(&page->words, "%s %s", page->signs->gap, time);
	markdown_paragraph(page);
	date_words(page);
	markdown_end(page);
}

static void md_event(void *to, const struct event *event)
{
	struct markdown *page = to;
	heading_words(page, LEVEL_EVENT, event->title, record_event_ref(page->record, event));
	markdown_paragraph(page);
	date_display_both(
		event->date->old_style ? NULL : event->date, event->date_os, &page->words);
	date_words(page);
	if (event->more && event->more->date_text) {
		words_marked(&page->words, page->signs, event->more->date_text);
		markdown_tag(page, " ");
		markdown_words(page, buf_string(&page->words));
		buf_clear(&page->words);
	}
	markdown_end(page);
}

static void md_event_line(void *to, const struct event *event, uint32_t quotes)
{
	struct markdown *page = to;
	markdown_item(page);
	date_display(event->date, &page->words);
	date_words(page);
	markdown_tag(page, " ");
	markdown_words(page, event->title);
	if (quotes) {
		words_number(&page->words, quotes, "quotation", "quotations");
		buf_format(&page->out, " (%s)", buf_string(&page->words));
		buf_clear(&page->words);
	}
	markdown_end(page);
}

/* ---- quotations ---- */

static void quote_words(struct markdown *page, const struct quote *quote)
{
	struct quote_look look = words_quote_look(page->signs, quote);
	bool turned = markdown_turned(page, quote->language, quote->text);
	buf_format(&page->words, "%s%s%s", look.before, quote->text, look.after);
	markdown_paragraph(page);
	if (turned)
		markdown_words(page, buf_string(&page->words));
	else
		markdown_foreign(page, quote->language, buf_string(&page->words));
	buf_clear(&page->words);
	markdown_end(page);
	if (turned)
		markdown_turned_end(page);
}

/* A link to the words where they are proved. */
static void in_its_place(struct markdown *page, const struct quote *quote)
{
	struct buf address = {0};
	const char *fragment,
		*url = address_of_words(page->options, page->record, quote, &fragment);
	if (url && fragment && html_address(&address, url))
		buf_format(&page->out, " [in its place](<%s#%s>)", buf_string(&address), fragment);
	buf_free(&address);
}

static void md_quote(void *to, const struct quote *quote, const char *speaker, const char *said,
	const struct citation *citation)
{
	struct markdown *page = to;
	markdown_around(page, "> ");
	markdown_id(page, record_quote_ref(page->record, quote));
	quote_words(page, quote);
	markdown_paragraph(page);
	markdown_words(page, speaker);
	if (said) {
		markdown_tag(page, ", ");
		markdown_words(page, said);
	}
	markdown_cite(page, citation);
	in_its_place(page, quote);
	markdown_end(page);
}

static void md_quote_end(void *to)
{
	markdown_around_end(to);
}

/* ---- parts ---- */

/* How a part stands: an item of a list, or a paragraph, with its marks. */
static const char *part_marks(enum document_part kind)
{
	return kind == PART_ASK ? "**" : kind == PART_TEACHER ? "*" : "";
}

static void part_words(struct markdown *page, const struct part *part)
{
	const char *marks = part_marks(part->kind);
	markdown_tag(page, marks);
	markdown_words(page, part->label);
	if (part->text && part->about.thing == THING_QUOTE)
		markdown_link(page, part->about, part->text);
	else if (part->text)
		markdown_foreign(page, part->language, part->text);
	markdown_tag(page, marks);
	markdown_cite(page, part->citation);
	markdown_end(page);
}

static void md_part(void *to, const struct part *part)
{
	struct markdown *page = to;
	if (part->kind == PART_ALSO_NOTE)
		markdown_item_below(page);
	else if (*page->around == '>' || part->kind == PART_POSITION)
		markdown_item(page);
	else
		markdown_paragraph(page);
	part_words(page, part);
}

/* ---- parallels, people, sources ---- */

static void md_parallel(void *to, const struct parallel *parallel, const char *between,
	const char *claimed, const struct citation *citation)
{
	struct markdown *page = to;
	const struct refs *likened = parallel->between;
	(void)between;
	markdown_paragraph(page);
	markdown_tag(page, "**");
	for (uint32_t n = 0; n < likened->count; n++) {
		buf_join(&page->words, n, likened->count);
		markdown_words(page, buf_string(&page->words));
		buf_clear(&page->words);
		markdown_link(page, likened->at[n], record_name(page->record, likened->at[n]));
	}
	markdown_tag(page, "**");
	markdown_end(page);
	markdown_block(page, parallel->claim);
	markdown_paragraph(page);
	markdown_words(page, claimed);
	markdown_cite(page, citation);
	markdown_end(page);
}

static void md_person(void *to, const char *name, const char *about)
{
	struct markdown *page = to;
	markdown_paragraph(page);
	markdown_tag(page, "**");
	markdown_words(page, name);
	markdown_tag(page, "**");
	markdown_break(page);
	markdown_words(page, about);
	markdown_end(page);
}

/* The source in full, with its addresses as links. */
static void source_words(struct markdown *page, const struct source *source, const char *full)
{
	struct source_pieces pieces;
	struct source_piece piece;
	source_pieces_begin(&pieces, source, full);
	while (source_pieces_next(&pieces, &piece)) {
		struct buf url = {0};
		bool ends = piece.text[piece.len - 1] == '\n';
		const char *words = arena_text(&page->arena, piece.text, piece.len - ends);
		if (piece.address)
			buf_format(&url, "%s%s", piece.address, words);
		if (!piece.address ||
			!markdown_address(page->form, &page->out, buf_string(&url), words))
			markdown_words(page, words);
		if (ends)
			markdown_break(page);
		buf_free(&url);
	}
}

static void md_source(void *to, struct ref source, uint32_t n, uint32_t count, const char *full)
{
	struct markdown *page = to;
	(void)n;
	(void)count;
	page->sources[page->source_count++] = source.index;
	markdown_around_end(page);
	markdown_item_loose(page, "-");
	markdown_tag(page, "<span id=\"ref-");
	html_value(page->form, &page->out, record_id(page->record, source));
	markdown_tag(page, "\"></span>[");
	markdown_key(page, source);
	markdown_tag(page, "] ");
	source_words(page, &page->record->sources[source.index], full);
	markdown_end(page);
	markdown_around(page, "  ");
}

static bool md_written(void *to)
{
	return markdown_flush(to);
}

/* ---- the pages ---- */

static struct document_writer writer(void (*head)(void *, const struct document_head *))
{
	return (struct document_writer){
		.leads = "Brackets",
		.head = head,
		.section = md_section,
		.gap = md_gap,
		.event = md_event,
		.quote = md_quote,
		.quote_end = md_quote_end,
		.parallel = md_parallel,
		.person = md_person,
		.source = md_source,
		.part = md_part,
		.positions = markdown_positions,
		.compare = markdown_compare,
		.event_line = md_event_line,
		.flush = md_written,
	};
}

bool print_markdown(const struct result *result, const struct print_options *options, FILE *file)
{
	const struct document_writer write = writer(md_head);
	struct markdown page;
	markdown_open(&page, result, options, file);
	document_write(result, options, &write, &page);
	return markdown_close(&page);
}

bool print_plan_markdown(
	const struct result *result, const struct print_options *options, FILE *file)
{
	const struct document_writer write = writer(md_head);
	struct markdown page;
	markdown_open(&page, result, options, file);
	plan_write(result, options, &write, &page);
	return markdown_close(&page);
}

bool print_compare_markdown(const struct result *result, const struct print_options *options,
	struct ref left, struct ref right, FILE *file)
{
	const struct document_writer write = writer(table_head);
	struct markdown page;
	markdown_open(&page, result, options, file);
	table_compare_write(result, options, left, right, &write, &page);
	return markdown_close(&page);
}

bool print_positions_markdown(
	const struct result *result, const struct print_options *options, FILE *file)
{
	const struct document_writer write = writer(table_head);
	struct markdown page;
	markdown_open(&page, result, options, file);
	table_positions_write(result, options, &write, &page);
	return markdown_close(&page);
}
