/* The texts of other programs, which may be HTML, as texts of a record. */
#include "load/import_form.h"

#include <string.h>

void import_html(struct import *import, const struct node *node, struct html *html)
{
	static const char *const lost[HTML_LOST_KINDS] = {
		"scripts and pictures that stand in a text itself are left out",
		"remarks of HTML (<!-- -->) in a text are left out",
		"titles of HTML, which show under a mouse, are left out"};
	bool plain = import_plain(node);
	html_read(&import->arena, plain ? node->text : "", plain ? node->len : 0, html);
	for (int i = 0; i < HTML_LOST_KINDS; i++)
		if (html->lost & 1u << i)
			import_tell(import, CODE_LEFT_OUT, node->place, lost[i]);
	if (plain)
		import_take(import, node);
}

const char *import_in_line(struct import *import, const char *text)
{
	char *line = arena_text(&import->arena, text, strlen(text));
	for (char *at = line; (at = strchr(at, '\n')) != NULL;)
		*at = ' ';
	return line;
}

const char *import_line(struct import *import, const struct node *node)
{
	struct html html;
	import_html(import, node, &html);
	if (html.address_count)
		import_tell(import, CODE_LEFT_OUT, node->place,
			"addresses of links in what has one line are left out");
	return import_in_line(import, html_whole(&import->arena, &html));
}
