/* The frame of the page, and the pieces that all its writers use. */
#include "print/html_page.h"

#include "print/direction.h"

#include <string.h>

/* ---- the whole ---- */

void html_begin(struct html *html, const struct result *result, const struct print_options *options,
	FILE *file)
{
	const struct record *record = result->record;
	bool english = record->language && !language_differs(record->language, "en");
	*html = (struct html){
		.result = result,
		.record = record,
		.options = options,
		.signs = signs_find(options->ascii),
		.form = options->form,
		.file = file,
		.paper = options->two_up ? html_style_two_up : NULL,
		.ours = english ? "" : " lang=\"en\"",
	};
	anchors_open(&html->ids, record);
}

bool html_flush(struct html *html)
{
	struct buf *out = &html->out;
	if (!html->failed && out->len)
		html->failed = fwrite(out->text, 1, out->len, html->file) != out->len;
	buf_clear(out);
	arena_reset(&html->arena);
	return !html->failed;
}

bool html_end(struct html *html)
{
	html_close_section(html);
	html_tag(html,
		!html->begun           ? ""
			: html->within ? "</main>\n</div>\n"
				       : "</main>\n</body>\n</html>\n");
	bool good = html_flush(html) && fflush(html->file) == 0;
	buf_free(&html->out);
	buf_free(&html->words);
	arena_free(&html->arena);
	anchors_free(&html->ids);
	return good;
}

static void style(struct html *html, const char *const *lines)
{
	for (; *lines; lines++)
		buf_format(&html->out, "%s\n", *lines);
}

void html_title(struct html *html, const char *title)
{
	html_tag(html, "<title>");
	html_value(html->form, &html->out, title);
	html_tag(html, "</title>\n<style>\n");
	style(html, html_style);
	if (html->paper)
		style(html, html->paper);
	html_tag(html, "</style>\n");
}

/* In which language its words are, unless they say of themselves that it is another. */
static void language(struct html *html)
{
	const char *language = html->record->language;
	html_language(html, language ? language : "und");
	html_tag(html, language && language_runs_left(language) ? " dir=\"rtl\"" : "");
}

/* The policy forbids what the page does without: whoever hosts it may see that it asks for nothing. */
void html_top(struct html *html, const char *title, const char *kind)
{
	html->begun = true;
	if (html->within) {
		buf_format(&html->out, "<div class=\"%s\"", kind);
		language(html);
		html_tag(html, ">\n");
		return;
	}
	html_tag(html, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
	language(html);
	html_tag(html,
		">\n<head>\n<meta charset=\"utf-8\"/>\n"
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
		"<meta name=\"color-scheme\" content=\"light dark\"/>\n"
		"<meta name=\"generator\" content=\"truce\"/>\n");
	html_title(html, title);
	buf_format(&html->out, "</head>\n<body class=\"%s\">\n", kind);
}

/* ---- pieces ---- */

void html_tag(struct html *html, const char *markup)
{
	buf_text(&html->out, markup);
}

void html_words(struct html *html, const char *text)
{
	html_text(html->form, &html->out, text);
}

static void paragraph(struct html *html, const char *class, const char *more, const char *text)
{
	if (!text)
		return;
	buf_format(&html->out, "<p class=\"%s\"%s dir=\"auto\">", class, more);
	html_words(html, text);
	html_tag(html, "</p>\n");
}

void html_paragraph(struct html *html, const char *class, const char *text)
{
	paragraph(html, class, "", text);
}

void html_paragraph_ours(struct html *html, const char *class, const char *text)
{
	paragraph(html, class, html->ours, text);
}

void html_language(struct html *html, const char *tag)
{
	if (!tag)
		return;
	html_tag(html, " lang=\"");
	html_value(html->form, &html->out, tag);
	html_tag(html, "\"");
}

void html_id(struct html *html, struct ref ref)
{
	if (!anchors_add(&html->ids, ref))
		return;
	html_tag(html, " id=\"");
	html_value(html->form, &html->out, record_id(html->record, ref));
	html_tag(html, "\"");
}

void html_link(struct html *html, struct ref ref, const char *text)
{
	html_tag(html, "<a href=\"#");
	html_value(html->form, &html->out, record_id(html->record, ref));
	html_tag(html, "\">");
	html_words(html, text);
	html_tag(html, "</a>");
}

void html_class(struct html *html, const char *name, uint8_t color)
{
	buf_format(&html->out, " class=\"%s", name);
	if (color)
		buf_format(&html->out, " party%u", (unsigned)color);
	html_tag(html, "\"");
}

/* The year 0 is none for HTML, and a season no month. */
static bool is_plain(const struct date *date)
{
	static const char *const shapes[] = {"nnnn", "nnnn-nn", "nnnn-nn-nn"};
	const char *edtf = date->edtf;
	size_t len = strlen(edtf);
	if (date->old_style || date->season || date->certainty != DATE_EXACT ||
		strncmp(edtf, "0000", 4) == 0)
		return false;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		size_t n = 0;
		while (n < len && shapes[i][n] &&
			(shapes[i][n] == 'n' ? text_is_figure(edtf[n]) : edtf[n] == '-'))
			n++;
		if (n == len && !shapes[i][n])
			return true;
	}
	return false;
}

void html_time(struct html *html, const struct date *date, const char *words)
{
	bool plain = date && is_plain(date);
	if (plain)
		buf_format(&html->out, "<time datetime=\"%s\"%s dir=\"auto\">", date->edtf,
			html->ours);
	else
		buf_format(&html->out, "<span%s dir=\"auto\">", html->ours);
	html_words(html, words);
	html_tag(html, plain ? "</time>" : "</span>");
}

/* ---- what is open ---- */

static void close(struct html *html, const char **open)
{
	if (*open)
		html_tag(html, *open);
	*open = NULL;
}

static void close_item(struct html *html)
{
	close(html, &html->item);
}

void html_close_list(struct html *html)
{
	close_item(html);
	close(html, &html->list);
}

void html_close_article(struct html *html)
{
	html_close_list(html);
	close(html, &html->article);
}

void html_close_section(struct html *html)
{
	html_close_article(html);
	close(html, &html->section);
}

void html_list(struct html *html, const char *open, const char *end)
{
	if (html->list && strcmp(html->list, end) == 0) {
		close_item(html);
		return;
	}
	html_close_list(html);
	html_tag(html, open);
	html->list = end;
}
