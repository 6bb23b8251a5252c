/* The frame of the page, and the pieces that all its writers use.
 *
 * Languages and directions are said by <span> and <div>: pandoc reads them as well as its own
 * brackets with attributes, of which every other reader shows the signs. */
#include "print/markdown_page.h"

#include "base/memory.h"
#include "base/order.h"
#include "print/csl.h"
#include "print/direction.h"
#include "print/html_text.h"
#include "print/markdown_text.h"
#include "print/yaml.h"
#include "print/yaml_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- the whole ---- */

static void targets_find(struct markdown *page)
{
	const struct record *record = page->record;
	for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++) {
		const struct refs *answers = record->quotes[n].answers;
		for (uint32_t k = 0; answers && k < answers->count; k++)
			anchors_add(&page->targets, answers->at[k]);
		if (result_rendering(page->result, n) != n)
			anchors_add(&page->targets, record_ref(THING_QUOTE, n));
	}
	for (uint32_t n = 0; n < record->counts[THING_PARALLEL]; n++)
		for (uint32_t k = 0; k < record->parallels[n].between->count; k++)
			anchors_add(&page->targets, record->parallels[n].between->at[k]);
}

void markdown_open(struct markdown *page, const struct result *result,
	const struct print_options *options, FILE *file)
{
	const struct record *record = result->record;
	const char *language = record->language;
	*page = (struct markdown){
		.result = result,
		.record = record,
		.options = options,
		.signs = signs_find(options->ascii),
		.form = options->form,
		.file = file,
		.english = !language || !language_differs(language, "en"),
		.right = language && language_runs_left(language),
		.around = "",
		.inside = "",
		.first = true,
		.anchor = {THING_NONE, 0},
		.sources = mem_zero(record->counts[THING_SOURCE], sizeof *page->sources),
	};
	anchors_open(&page->targets, record);
	targets_find(page);
}

bool markdown_flush(struct markdown *page)
{
	struct buf *out = &page->out;
	if (!page->failed && out->len)
		page->failed = fwrite(out->text, 1, out->len, page->file) != out->len;
	buf_clear(out);
	arena_reset(&page->arena);
	return !page->failed;
}

/* A value that pandoc reads as Markdown; so says what a key is in YAML. */
static void yaml_value(struct markdown *page, const char *key, const char *text)
{
	if (!text)
		return;
	markdown_text(page->form, &page->words, text, NULL);
	int column = (int)strlen(key) + 2;
	buf_format(&page->out, "%s: ", key);
	yaml_text(page->form, &page->out, buf_string(&page->words), column, 2);
	buf_clear(&page->words);
}

void markdown_top(struct markdown *page, const char *title, const char *subtitle)
{
	markdown_tag(page, "---\n");
	yaml_value(page, "title", title);
	yaml_value(page, "subtitle", subtitle);
	yaml_value(page, "lang", page->record->language);
	markdown_tag(page, page->right ? "dir: rtl\n" : "");
	markdown_tag(page, "---\n");
	page->first = false;
}

/* ---- the sources as data ---- */

static void reference_text(struct sink *sink, const char *key, const char *text)
{
	struct buf escaped = {0};
	markdown_text(sink->form, &escaped, text, NULL);
	yaml_calls.text(sink, key, buf_kept(&escaped, &sink->arena));
	buf_free(&escaped);
}

/* At the end, where they are in nobody's way. The list of them above is the page's own, so pandoc is
 * to make no other. What is a comment of YAML is a heading where all this is shown. */
static void references(struct markdown *page)
{
	struct sink_calls calls = yaml_calls;
	calls.text = reference_text;
	struct sink sink = {.calls = &calls, .form = page->form, .file = page->file};
	markdown_flush(page);
	sink.failed = page->failed;
	buf_text(&sink.out,
		"\n---\n###### The same sources, for pandoc --citeproc\nlink-citations: true\n"
		"suppress-bibliography: true\n");
	calls.open(&sink, "references", SHAPE_LIST);
	for (uint32_t n = 0; n < page->source_count && !sink.failed; n++)
		csl_source(&sink, &page->record->sources[page->sources[n]], false);
	calls.close(&sink, SHAPE_LIST);
	buf_text(&sink.out, "...\n");
	page->failed = !sink_end(&sink);
}

bool markdown_close(struct markdown *page)
{
	if (page->source_count)
		references(page);
	bool good = markdown_flush(page) && fflush(page->file) == 0;
	buf_free(&page->out);
	buf_free(&page->words);
	arena_free(&page->arena);
	anchors_free(&page->targets);
	free(page->sources);
	return good;
}

/* ---- blocks ---- */

/* Blanks at the end of a line are no text: two of them are a break. */
static void blanks_take(struct buf *out)
{
	while (out->len && out->text[out->len - 1] == ' ')
		out->text[--out->len] = '\0';
}

static void line_end(struct buf *out)
{
	blanks_take(out);
	buf_char(out, '\n');
}

static void air(struct markdown *page)
{
	if (!page->first) {
		buf_text(&page->out, page->around);
		line_end(&page->out);
	}
	page->first = false;
	page->tight = false;
}

/* The lines of the block at hand but the first. */
static const char *next_line(struct markdown *page)
{
	struct buf line = {0};
	buf_format(&line, "%s%s", page->around, page->inside);
	const char *kept = buf_kept(&line, &page->arena);
	buf_free(&line);
	return kept;
}

/* With a capital: pandoc makes ids of headings, and none of those has one. */
const char *markdown_id_of(struct markdown *page, struct ref ref)
{
	struct buf words = {0};
	buf_format(&words, "To-%s", record_id(page->record, ref));
	const char *kept = buf_kept(&words, &page->arena);
	buf_free(&words);
	return kept;
}

static void anchor_write(struct markdown *page)
{
	if (page->anchor.thing == THING_NONE)
		return;
	markdown_tag(page, "<span id=\"");
	html_value(page->form, &page->out, markdown_id_of(page, page->anchor));
	markdown_tag(page, "\"></span>");
	page->anchor = (struct ref){THING_NONE, 0};
}

void markdown_paragraph(struct markdown *page)
{
	air(page);
	markdown_tag(page, page->around);
	page->inside = "";
	anchor_write(page);
}

void markdown_item(struct markdown *page)
{
	if (!page->tight)
		air(page);
	page->tight = true;
	markdown_tag(page, page->around);
	markdown_tag(page, "- ");
	page->inside = "  ";
}

void markdown_item_below(struct markdown *page)
{
	markdown_tag(page, page->around);
	markdown_tag(page, "  - ");
	page->inside = "    ";
}

void markdown_item_loose(struct markdown *page, const char *sign)
{
	air(page);
	buf_format(&page->out, "%s%s ", page->around, sign);
	page->inside = "  ";
}

void markdown_heading(struct markdown *page, int level)
{
	page->around = "";
	air(page);
	buf_repeat(&page->out, "#", (size_t)level);
	buf_char(&page->out, ' ');
	page->inside = "";
}

void markdown_end(struct markdown *page)
{
	line_end(&page->out);
}

void markdown_around(struct markdown *page, const char *signs)
{
	if (*signs == '>') {
		air(page);
		page->first = true;
	}
	page->tight = false;
	page->around = signs;
}

void markdown_around_end(struct markdown *page)
{
	page->around = "";
	page->first = false;
	page->tight = false;
}

/* ---- in a line ---- */

void markdown_tag(struct markdown *page, const char *markup)
{
	buf_text(&page->out, markup);
}

void markdown_words(struct markdown *page, const char *text)
{
	markdown_text(page->form, &page->out, text, next_line(page));
}

void markdown_break(struct markdown *page)
{
	blanks_take(&page->out);
	buf_format(&page->out, "\\\n%s", next_line(page));
}

void markdown_line(struct markdown *page, const char *text)
{
	markdown_text(page->form, &page->out, text, NULL);
}

/* Appends ` lang=""` and ` dir=""` where they are others than the page's. Whether there are any. */
static bool turn_add(struct markdown *page, const char *open, const char *language,
	const char *text, bool turned)
{
	const char *ours = page->record->language;
	bool foreign = language && (!ours || language_differs(language, ours));
	if (!foreign && !turned)
		return false;
	markdown_tag(page, open);
	if (language) {
		markdown_tag(page, " lang=\"");
		html_value(page->form, &page->out, language);
		markdown_tag(page, "\"");
	}
	if (turned)
		buf_format(&page->out, " dir=\"%s\"",
			order_begins_right(text, strlen(text)) ? "rtl" : "ltr");
	markdown_tag(page, ">");
	return true;
}

static bool is_turned(const struct markdown *page, const char *text)
{
	size_t len = strlen(text);
	return len && order_begins_right(text, len) != page->right;
}

void markdown_foreign(struct markdown *page, const char *language, const char *text)
{
	bool turned = is_turned(page, text);
	bool opened = turn_add(page, "<span", language, text, turned);
	markdown_words(page, text);
	markdown_tag(page, opened ? "</span>" : "");
}

bool markdown_turned(struct markdown *page, const char *language, const char *text)
{
	if (!is_turned(page, text))
		return false;
	markdown_paragraph(page);
	turn_add(page, "<div", language, text, true);
	markdown_end(page);
	return true;
}

void markdown_turned_end(struct markdown *page)
{
	markdown_paragraph(page);
	markdown_tag(page, "</div>");
	markdown_end(page);
}

void markdown_block(struct markdown *page, const char *text)
{
	if (!text)
		return;
	markdown_paragraph(page);
	markdown_words(page, text);
	markdown_end(page);
}

void markdown_stressed(struct markdown *page, const char *marks, const char *text)
{
	if (!text)
		return;
	markdown_paragraph(page);
	markdown_tag(page, marks);
	markdown_words(page, text);
	blanks_take(&page->out);
	markdown_tag(page, marks);
	markdown_end(page);
}

/* ---- links ---- */

void markdown_id(struct markdown *page, struct ref ref)
{
	if (anchors_take(&page->targets, ref))
		page->anchor = ref;
}

void markdown_link(struct markdown *page, struct ref ref, const char *text)
{
	markdown_tag(page, "[");
	markdown_line(page, text);
	buf_format(&page->out, "](<#%s>)", markdown_id_of(page, ref));
}
