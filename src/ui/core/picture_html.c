/* A row is a line of a <pre>, a run a <span>. What is not one plain character a column stands in a
 * box as wide as its columns. */
#include "ui/core/picture.h"

#include "base/text.h"
#include "base/xml_text.h"

#include <string.h>

static void head_add(const struct picture *picture, struct ink paper, struct buf *out)
{
	struct buf title = {0};
	text_show(NULL, &title, picture->title, strlen(picture->title));
	buf_text(out,
		"<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
		"lang=\"en\">\n<head>\n"
		"<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>");
	xml_text(out, buf_string(&title), title.len);
	buf_format(out,
		"</title>\n<style>\nbody{margin:0;background:#%06x;color:#%06x}\n"
		"pre{font:16px/1.25 ui-monospace,\"DejaVu Sans Mono\",\"Noto Sans Mono\",Menlo,"
		"Consolas,\"Liberation Mono\",\"Noto Sans Mono CJK SC\",monospace;margin:0}\n"
		".b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}\n"
		".c1,.c2{display:inline-block;text-align:center;width:1ch}.c2{width:2ch}\n"
		"</style>\n</head>\n<body>\n<main>\n<pre>",
		(unsigned)paper.back, (unsigned)paper.text);
	buf_free(&title);
}

static void run_add(const struct picture *picture, int row, struct picture_run run,
	struct ink paper, struct buf *out)
{
	struct ink ink = run.ink;
	const char *column = run.plain ? "" : run.cols == 2 ? " c2" : " c1";
	bool styled = !palette_same(ink, paper) || !run.plain;
	if (styled)
		buf_format(out, "<span class=\"%s%s%s%s\"", ink.bold ? " b" : "",
			ink.italic ? " i" : "", ink.underline ? " u" : "", column);
	if (styled && (ink.text != paper.text || ink.back != paper.back)) {
		buf_format(out, " style=\"color:#%06x", (unsigned)ink.text);
		if (ink.back != paper.back)
			buf_format(out, ";background:#%06x", (unsigned)ink.back);
		buf_char(out, '"');
	}
	if (styled)
		buf_char(out, '>');
	picture_run_text(picture, row, run, out);
	if (styled)
		buf_text(out, "</span>");
}

void picture_html(const struct picture *picture, struct buf *out)
{
	struct ink paper = picture_paper(picture);
	head_add(picture, paper, out);
	for (int row = 0; row < picture->grid->rows; row++) {
		for (int col = 0; col < picture->grid->cols;) {
			struct picture_run run = picture_run_at(picture, row, col);
			run_add(picture, row, run, paper, out);
			col += run.cols;
		}
		buf_char(out, '\n');
	}
	buf_text(out, "</pre>\n</main>\n</body>\n</html>\n");
}
