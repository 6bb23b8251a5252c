/* The record as a handout: eras are sections, events are articles, quotations are figures of their
 * words with who said them below. What is on the page can be linked to by the record's own ids, a
 * source by its number: "source.3", for no id has a point in it. */
#include "print/html.h"
#include "print/html_page.h"
#include "print/html_table.h"
#include "print/plan.h"
#include "print/table.h"

#include "layout/timeline.h"
#include "layout/words.h"
#include "layout/words_quote.h"
#include "print/address.h"
#include "print/citations.h"

#include <string.h>

/* ---- sources ---- */

static void source_link(struct html *html, uint32_t number)
{
	buf_format(&html->out, "<a href=\"#source.%u\">%u</a>", (unsigned)number, (unsigned)number);
}

/* " p. 212 [1]", behind what it belongs to. */
static void cite(struct html *html, const struct citation *citation)
{
	if (!citation)
		return;
	html_tag(html, " <span class=\"cite\" dir=\"auto\">");
	if (citation->locator) {
		html_words(html, citation->locator);
		html_tag(html, " ");
	}
	for (uint32_t n = 0; n < citation->count; n++) {
		html_tag(html, n ? ", " : "[");
		source_link(html, citation->numbers[n]);
	}
	html_tag(html, "]</span>");
}

/* The source in full, with its addresses as links. */
static void source_words(struct html *html, const struct source *source, const char *full)
{
	struct source_pieces pieces;
	struct source_piece piece;
	source_pieces_begin(&pieces, source, full);
	while (source_pieces_next(&pieces, &piece)) {
		struct buf url = {0}, link = {0};
		const char *words = arena_text(&html->arena, piece.text, piece.len);
		if (piece.address)
			buf_format(&url, "%s%s", piece.address, words);
		bool leads = piece.address && html_address(&link, buf_string(&url));
		if (leads)
			buf_format(&html->out, "<a href=\"%s\">", buf_string(&link));
		html_words(html, words);
		html_tag(html, leads ? "</a>" : "");
		buf_free(&url);
		buf_free(&link);
	}
}

static void html_source(void *to, struct ref source, uint32_t n, uint32_t count, const char *full)
{
	struct html *html = to;
	(void)count;
	html_list(html, "<ol class=\"sources\">\n", "</ol>\n");
	buf_format(
		&html->out, "<li id=\"source.%u\"><p dir=\"auto\">[%u] ", (unsigned)n, (unsigned)n);
	source_words(html, &html->record->sources[source.index], full);
	html_tag(html, "</p>\n");
	html->item = "</li>\n";
}

/* ---- the head ---- */

/* A link to each era, where there are several. */
static void contents(struct html *html)
{
	struct ref last = {THING_NONE, 0};
	bool any = false;
	for (uint32_t row = 0; row < html->result->event_count; row++) {
		const struct event *event = result_event(html->result, row);
		if (event->era.thing != THING_ERA || ref_same(event->era, last))
			continue;
		html_tag(html, any ? "" : "<nav aria-label=\"Contents\">\n<ul>\n");
		html_tag(html, "<li>");
		html_link(html, event->era, timeline_heading(html->record, event));
		html_tag(html, "</li>\n");
		any = true;
		last = event->era;
	}
	html_tag(html, any ? "</ul>\n</nav>\n" : "");
}

static void head_words(struct html *html, const struct document_head *head)
{
	html_tag(html, "<header>\n");
	html_tag(html, "<h1 dir=\"auto\">");
	html_words(html, head->title);
	html_tag(html, "</h1>\n");
	html_paragraph(html, "subtitle", head->subtitle);
	html_paragraph_ours(html, "counts", head->counts);
	html_paragraph_ours(html, "asked", head->asked);
	html_paragraph(html, "description", head->description);
	html_paragraph_ours(html, "marks", head->marks);
	html_tag(html, "</header>\n");
}

static void html_head(void *to, const struct document_head *head)
{
	struct html *html = to;
	const struct print_options *options = html->options;
	html_top(html, head->title, "record");
	head_words(html, head);
	if (html->record->counts[THING_ERA] > 1 && !options->brief && !options->quotes_only)
		contents(html);
	html_tag(html, "<main>\n");
}

/* Of a plan, which has scenes rather than eras. */
static void plan_head(void *to, const struct document_head *head)
{
	struct html *html = to;
	html_top(html, head->title, "plan");
	head_words(html, head);
	html_tag(html, "<main>\n");
}

/* Of a page that is a table alone, which says nothing of its record. */
static void table_head(void *to, const struct document_head *head)
{
	struct html *html = to;
	struct document_head own = *head;
	own.subtitle = html->record->title;
	buf_format(&html->words, "%s: %s", head->title, html->record->title);
	html_top(html, buf_string(&html->words), "table");
	buf_clear(&html->words);
	head_words(html, &own);
	html_tag(html, "<main>\n");
}

/* ---- sections and events ---- */

static void html_section(void *to, const struct heading *heading)
{
	struct html *html = to;
	bool ours = heading->section != SECTION_ERA && heading->section != SECTION_SCENE;
	html_close_section(html);
	html_tag(html,
		heading->section == SECTION_SCENE ? "<section class=\"scene\">\n<h2"
						  : "<section>\n<h2");
	html_id(html, heading->era);
	buf_format(&html->out, "%s dir=\"auto\">", ours ? html->ours : "");
	html_words(html, heading->title);
	if (heading->span) {
		date_display(heading->span, &html->words);
		html_tag(html, " <span class=\"span\">");
		html_time(html, heading->span, buf_string(&html->words));
		html_tag(html, "</span>");
		buf_clear(&html->words);
	}
	html_tag(html, "</h2>\n");
	html_paragraph(html, "summary", heading->summary);
	html->section = "</section>\n";
}

static void html_gap(void *to, const char *time)
{
	struct html *html = to;
	html_close_article(html);
	buf_format(&html->out, "<p class=\"gap\"%s dir=\"auto\">", html->ours);
	html_words(html, html->signs->gap);
	html_tag(html, " ");
	html_words(html, time);
	html_tag(html, "</p>\n");
}

static void html_event(void *to, const struct event *event)
{
	struct html *html = to;
	struct buf *words = &html->words;
	html_close_article(html);
	html_tag(html, "<article");
	html_id(html, record_event_ref(html->record, event));
	html_tag(html, ">\n<h3 dir=\"auto\">");
	html_words(html, event->title);
	html_tag(html, "</h3>\n<p class=\"date\">");
	date_display_both(event->date->old_style ? NULL : event->date, event->date_os, words);
	html_time(html, event->date, buf_string(words));
	buf_clear(words);
	if (event->more && event->more->date_text) {
		words_marked(words, html->signs, event->more->date_text);
		html_tag(html, " <span dir=\"auto\">");
		html_words(html, buf_string(words));
		html_tag(html, "</span>");
		buf_clear(words);
	}
	html_tag(html, "</p>\n");
	html->article = "</article>\n";
}

/* ---- quotations ---- */

/* Appends the address of its source, if it has one, at the words where they are proved. */
static void words_address(
	struct html *html, const struct quote *quote, struct buf *address, bool *proved)
{
	const char *fragment,
		*url = address_of_words(html->options, html->record, quote, &fragment);
	if (!url || !html_address(address, url))
		return;
	*proved = fragment != NULL;
	if (*proved)
		buf_format(address, "#%s", fragment);
}

/* The words, in their language, and where they are. */
static void quote_words(struct html *html, const struct quote *quote, const char *address)
{
	struct quote_look look = words_quote_look(html->signs, quote);
	html_tag(html, "<blockquote");
	if (*address)
		buf_format(&html->out, " cite=\"%s\"", address);
	html_language(html, quote->language);
	html_tag(html, " dir=\"auto\"><p>");
	html_words(html, look.before);
	html_words(html, quote->text);
	html_words(html, look.after);
	html_tag(html, "</p></blockquote>\n");
}

static void html_quote(void *to, const struct quote *quote, const char *speaker, const char *said,
	const struct citation *citation)
{
	static const char *const kinds[QUOTE_KIND_COUNT] = {"exact", "report", "view"};
	struct html *html = to;
	struct buf address = {0};
	bool proved = false;
	words_address(html, quote, &address, &proved);
	html_close_list(html);
	html_tag(html, "<figure");
	html_class(html, kinds[quote->kind], 0);
	html_id(html, record_quote_ref(html->record, quote));
	html_tag(html, ">\n");
	quote_words(html, quote, buf_string(&address));
	html_tag(html, "<figcaption>\n<p class=\"by\"><span");
	html_class(html, "speaker", record_color(html->record, quote->speaker));
	html_tag(html, " dir=\"auto\">");
	html_words(html, speaker);
	html_tag(html, "</span>");
	if (said) {
		html_tag(html, ", ");
		html_time(html, quote_said(html->record, quote), said);
	}
	cite(html, citation);
	if (proved)
		buf_format(&html->out, " <a class=\"there\" href=\"%s\"%s>in its place</a>",
			buf_string(&address), html->ours);
	html_tag(html, "</p>\n");
	buf_free(&address);
}

static void html_quote_end(void *to)
{
	html_tag(to, "</figcaption>\n</figure>\n");
}

/* ---- parts ---- */

static const char *const part_classes[] = {
	[PART_MEETING] = "meeting",
	[PART_PEOPLE] = "people",
	[PART_SUMMARY] = "summary",
	[PART_OUTCOME] = "outcome",
	[PART_POSITION] = "position",
	[PART_STATUS] = "status",
	[PART_PUBLISHED] = "published",
	[PART_ORIGINAL] = "original",
	[PART_TRANSLATOR] = "translator",
	[PART_ANSWER] = "answer",
	[PART_ALSO] = "also",
	[PART_ALSO_NOTE] = "remark",
	[PART_SOURCE] = "source",
	[PART_ASK] = "ask",
	[PART_TEACHER] = "teacher",
	[PART_DISPUTE] = "dispute",
	[PART_PERSPECTIVE] = "perspective",
	[PART_NOTE] = "note",
};

static void part_label(struct html *html, const struct part *part)
{
	bool party = part->about.thing == THING_PARTY;
	html_tag(html, "<span");
	html_class(html, "label", party ? record_color(html->record, part->about) : 0);
	html_tag(html, party ? "" : html->ours);
	html_tag(html, " dir=\"auto\">");
	html_words(html, part->label);
	html_tag(html, "</span>");
}

/* The text alone gives its paragraph a direction, behind a label it has one of its own. */
static void part_text(struct html *html, const struct part *part)
{
	bool apart = part->language || *part->label;
	if (part->about.thing == THING_QUOTE) {
		html_link(html, part->about, part->text);
		return;
	}
	html_tag(html, apart ? "<span" : "");
	html_language(html, part->language);
	html_tag(html, *part->label ? " dir=\"auto\">" : apart ? ">" : "");
	html_words(html, part->text);
	html_tag(html, apart ? "</span>" : "");
}

static void html_part(void *to, const struct part *part)
{
	struct html *html = to;
	html_tag(html, "<p");
	html_class(html, part_classes[part->kind], 0);
	html_tag(html, *part->label ? ">" : " dir=\"auto\">");
	if (*part->label)
		part_label(html, part);
	if (part->text)
		part_text(html, part);
	cite(html, part->citation);
	html_tag(html, "</p>\n");
}

/* ---- parallels, people, lines ---- */

static void html_parallel(void *to, const struct parallel *parallel, const char *between,
	const char *claimed, const struct citation *citation)
{
	struct html *html = to;
	const struct refs *likened = parallel->between;
	(void)between;
	html_close_article(html);
	html_tag(html, "<article class=\"parallel\">\n<h3 dir=\"auto\">");
	for (uint32_t n = 0; n < likened->count; n++) {
		buf_join(&html->words, n, likened->count);
		html_words(html, buf_string(&html->words));
		buf_clear(&html->words);
		html_link(html, likened->at[n], record_name(html->record, likened->at[n]));
	}
	html_tag(html, "</h3>\n");
	html_paragraph(html, "claim", parallel->claim);
	html_tag(html, "<p class=\"by\">");
	html_words(html, claimed);
	cite(html, citation);
	html_tag(html, "</p>\n");
	html->article = "</article>\n";
}

static void html_person(void *to, const char *name, const char *about)
{
	struct html *html = to;
	html_list(html, "<dl>\n", "</dl>\n");
	html_tag(html, "<dt dir=\"auto\">");
	html_words(html, name);
	html_tag(html, "</dt>\n<dd dir=\"auto\">");
	html_words(html, about);
	html_tag(html, "</dd>\n");
}

static void html_event_line(void *to, const struct event *event, uint32_t quotes)
{
	struct html *html = to;
	struct buf *words = &html->words;
	html_list(html, "<ul class=\"lines\">\n", "</ul>\n");
	html_tag(html, "<li");
	html_id(html, record_event_ref(html->record, event));
	html_tag(html, "><span class=\"date\">");
	date_display(event->date, words);
	html_time(html, event->date, buf_string(words));
	buf_clear(words);
	html_tag(html, "</span> <span dir=\"auto\">");
	html_words(html, event->title);
	html_tag(html, "</span>");
	if (quotes) {
		words_number(words, quotes, "quotation", "quotations");
		buf_format(&html->out, " <span class=\"count\"%s>", html->ours);
		html_words(html, buf_string(words));
		html_tag(html, "</span>");
		buf_clear(words);
	}
	html_tag(html, "</li>\n");
}

static bool html_written(void *to)
{
	return html_flush(to);
}

/* ---- the pages ---- */

static struct document_writer writer(void (*head)(void *, const struct document_head *))
{
	return (struct document_writer){
		.head = head,
		.section = html_section,
		.gap = html_gap,
		.event = html_event,
		.quote = html_quote,
		.quote_end = html_quote_end,
		.parallel = html_parallel,
		.person = html_person,
		.source = html_source,
		.part = html_part,
		.positions = html_positions,
		.compare = html_compare,
		.event_line = html_event_line,
		.flush = html_written,
	};
}

static bool print_whole(
	const struct result *result, const struct print_options *options, bool within, FILE *file)
{
	const struct document_writer write = writer(html_head);
	struct html html;
	html_begin(&html, result, options, file);
	html.within = within;
	document_write(result, options, &write, &html);
	return html_end(&html);
}

bool print_html(const struct result *result, const struct print_options *options, FILE *file)
{
	return print_whole(result, options, false, file);
}

bool html_in_page(const struct result *result, const struct print_options *options, FILE *file)
{
	return print_whole(result, options, true, file);
}

bool html_in_head(const struct result *result, const struct print_options *options, FILE *file)
{
	struct html html;
	html_begin(&html, result, options, file);
	html_title(&html, result->record->title);
	return html_end(&html);
}

bool print_plan_html(const struct result *result, const struct print_options *options, FILE *file)
{
	const struct document_writer write = writer(plan_head);
	struct html html;
	html_begin(&html, result, options, file);
	plan_write(result, options, &write, &html);
	return html_end(&html);
}

bool print_compare_html(const struct result *result, const struct print_options *options,
	struct ref left, struct ref right, FILE *file)
{
	const struct document_writer write = writer(table_head);
	struct html html;
	html_begin(&html, result, options, file);
	table_compare_write(result, options, left, right, &write, &html);
	return html_end(&html);
}

bool print_positions_html(
	const struct result *result, const struct print_options *options, FILE *file)
{
	const struct document_writer write = writer(table_head);
	struct html html;
	html_begin(&html, result, options, file);
	table_positions_write(result, options, &write, &html);
	return html_end(&html);
}
