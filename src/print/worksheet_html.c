/* The sheet as a handout: lines to write on are drawn. It has two pages at most, as a rule, the two sides
 * of a leaf, and its key is on another: where both are printed, the sheet takes a whole leaf. */
#include "print/html_page.h"
#include "print/worksheet.h"

#include <string.h>

enum { COMMAND_WIDTH = 72 };

/* The words of the sheet that are the program's own. */
static void ours(struct html *html, const char *class, const char *text)
{
	buf_format(&html->out, "<span class=\"%s\"%s dir=\"auto\">", class, html->ours);
	html_words(html, text);
	html_tag(html, "</span>");
}

static void sheet_head(void *to, const char *title, const char *number)
{
	struct html *html = to;
	buf_format(&html->words, "%s: class sheet %s", title, number);
	html_top(html, buf_string(&html->words), "sheet");
	html_tag(html, "<header>\n<h1 dir=\"auto\">");
	html_words(html, title);
	buf_format(&html->out, "</h1>\n<p class=\"counts\"%s dir=\"auto\">Class sheet %s</p>\n",
		html->ours, number);
	buf_format(&html->out,
		"<p class=\"fields\"%s><span>Name <span class=\"rule\"></span></span> "
		"<span>Date <span class=\"rule\"></span></span></p>\n</header>\n<main>\n%s",
		html->ours, html->options->part == SHEET_AND_KEY ? "<div class=\"leaf\">\n" : "");
	buf_clear(&html->words);
}

static void sheet_key(void *to, const char *title, const char *number, bool alone)
{
	struct html *html = to;
	html_close_section(html);
	if (alone) {
		buf_format(&html->words, "%s: answer key to class sheet %s", title, number);
		html_top(html, buf_string(&html->words), "sheet");
		buf_clear(&html->words);
	}
	html_tag(html, alone ? "<main>\n" : "</div>\n");
	html_tag(html, "<section class=\"key\">\n<h2 dir=\"auto\">");
	html_words(html, title);
	buf_format(&html->out,
		"</h2>\n<p class=\"counts\"%s dir=\"auto\">Answer key to class sheet %s</p>\n",
		html->ours, number);
	html->section = "</section>\n";
}

/* Those of the key are parts of it. */
static void sheet_section(void *to, const char *letter, const char *asked, const char *task)
{
	struct html *html = to;
	if (task)
		html_close_section(html);
	else
		html_close_article(html);
	buf_format(&html->out, "%s<%s%s dir=\"auto\">", task ? "<section>\n" : "",
		task ? "h2" : "h3", html->ours);
	html_words(html, letter);
	html_tag(html, "&#160; ");
	html_words(html, asked);
	html_tag(html, task ? "</h2>\n" : "</h3>\n");
	html_paragraph_ours(html, "task", task);
	if (task)
		html->section = "</section>\n";
}

static void sheet_item(void *to, const char *number, const char *language, const char *open,
	const char *text, const char *close)
{
	struct html *html = to;
	html_list(html, "<ol class=\"items\">\n", "</ol>\n");
	html_tag(html, "<li><span class=\"rule\"></span> <span class=\"number\">");
	html_words(html, number ? number : "");
	html_tag(html, number ? "</span> <span" : "</span><span");
	html_language(html, language);
	html_tag(html, " dir=\"auto\">");
	html_words(html, open);
	html_words(html, text);
	html_words(html, close);
	html_tag(html, "</span></li>\n");
}

static void sheet_names(void *to, const char *const *names, uint32_t count)
{
	struct html *html = to;
	html_close_list(html);
	html_list(html, "<ul class=\"names\">\n", "</ul>\n");
	for (uint32_t i = 0; i < count; i++) {
		buf_format(&html->out, "<li><b>%c</b> <span dir=\"auto\">", 'a' + (char)i);
		html_words(html, names[i]);
		html_tag(html, "</span></li>\n");
	}
}

static void sheet_label(void *to, const char *label)
{
	struct html *html = to;
	html_close_list(html);
	html_paragraph(html, "label", label);
}

static void sheet_line(void *to, const char *label)
{
	struct html *html = to;
	html_close_list(html);
	html_tag(html, "<p class=\"line\"><span dir=\"auto\">");
	html_words(html, label);
	html_tag(html, "</span> <span class=\"rule\"></span></p>\n");
}

static void answer_part(struct html *html, const char *class, const char *text)
{
	buf_format(&html->out, " <span class=\"%s\" dir=\"auto\">", class);
	html_words(html, text ? text : "");
	html_tag(html, "</span>");
}

static void sheet_answer(void *to, const char *number, const char *letter, const char *what,
	const char *date, const char *source)
{
	struct html *html = to;
	html_list(html, "<ul class=\"answers\">\n", "</ul>\n");
	html_tag(html, "<li><span class=\"number\">");
	html_words(html, number ? number : "");
	html_tag(html, number && letter ? " " : "");
	html_words(html, letter ? letter : "");
	html_tag(html, "</span>");
	answer_part(html, "what", what);
	answer_part(html, "date", date);
	answer_part(html, "source", source);
	html_tag(html, "</li>\n");
}

static void sheet_text(void *to, const char *text)
{
	struct html *html = to;
	html_close_list(html);
	html_tag(html, "<p>");
	ours(html, "note", text);
	html_tag(html, "</p>\n");
}

/* As it is typed, line by line. */
static void sheet_command(void *to, const char *command)
{
	struct html *html = to;
	html_close_list(html);
	html_tag(html, "<pre><code>");
	html_words(html, command);
	html_tag(html, "</code></pre>\n");
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

enum worksheet_done print_worksheet_html(
	const struct result *result, const struct print_options *options, uint64_t seed, FILE *file)
{
	struct html html;
	html_begin(&html, result, options, file);
	html.paper = options->two_up ? html_style_two_up : html_style_leaf;
	bool any = worksheet_write(result, options, seed, &sheet_writer, &html, COMMAND_WIDTH);
	bool good = html_end(&html);
	return !any ? WORKSHEET_NOTHING : good ? WORKSHEET_PRINTED : WORKSHEET_FAILED;
}
