/* The text of an event is copied behind its node. What a record refuses of YAML although libyaml
 * reads it, marks, aliases and some characters, is reported, and reading goes on: a mark stays as it
 * was typed, the characters go. */
#include "base/node_scalar.h"

#include "base/buf.h"

#include <string.h>

/* ---- what is refused ---- */

/* What "!!", as programs write it before a text or a number, stands for. */
static const char of_yaml[] = "tag:yaml.org,2002:";

void node_marks_refuse(const struct node_event *event, struct diag_list *diags)
{
	if (event->anchor)
		diag_add(diags, DIAG_ERROR, event->place, "anchor",
			"a record has no anchors, and \"&%s\" is one; put a text that begins with "
			"\"&\" in quotation marks",
			event->anchor);
	size_t words = sizeof of_yaml - 1;
	if (event->tag && strncmp(event->tag, of_yaml, words) == 0)
		diag_add(diags, DIAG_ERROR, event->place, "tag",
			"a record has no tags, and \"!!%s\" is one; delete it and the space behind "
			"it",
			event->tag + words);
	else if (event->tag && strcmp(event->tag, "!") == 0)
		diag_add(diags, DIAG_ERROR, event->place, "tag",
			"a record has no tags, and \"!\" is one; write \"|\" for it above the "
			"lines of a text, or put a text that begins with it in quotation marks");
	else if (event->tag)
		diag_add(diags, DIAG_ERROR, event->place, "tag",
			"a record has no tags, and \"%s\" is one; put a text that begins with "
			"\"!\" in quotation marks",
			event->tag);
}

static void check_alias(struct diag_list *diags, struct place place, const char *name)
{
	diag_add(diags, DIAG_ERROR, place, "alias",
		"a record has no aliases, and \"*%s\" is one; an id has no \"*\" before it: delete "
		"that, or put a text that begins with it in quotation marks",
		name);
}

/* Takes NULs out of a text and reports them; returns the new length. */
static size_t check_nul(struct diag_list *diags, struct place place, char *text, size_t len)
{
	if (!memchr(text, '\0', len))
		return len;
	diag_add(diags, DIAG_ERROR, place, "nul",
		"a NUL character (\"\\0\") in this text; delete it");
	size_t to = 0;
	for (size_t at = 0; at < len; at++)
		if (text[at])
			text[to++] = text[at];
	text[to] = '\0';
	return to;
}

/* Takes out of a text what stands for characters that have been refused. */
static size_t check_altered(char *text, size_t len)
{
	static const char substitute[] = "\xef\xbf\xbd";
	char *at = text;
	while ((at = strstr(at, substitute))) {
		len -= sizeof substitute - 1;
		memmove(at, at + sizeof substitute - 1, len - (size_t)(at - text) + 1);
	}
	return len;
}

/* ---- the node ---- */

/* A scalar with its text behind it, one allocation for both. */
static struct node *scalar_create(
	struct arena *arena, const struct node_event *event, const char *text, size_t len)
{
	struct node *node = arena_raw(arena, sizeof *node + len + 1);
	char *copy = memcpy(node + 1, text, len);
	copy[len] = '\0';
	*node = (struct node){.kind = NODE_SCALAR,
		.plain = event->plain,
		.lines = event->lines,
		.told = event->altered || event->swallows || event->type == EVENT_ALIAS ||
			event->anchor || event->tag,
		.place = event->place,
		.remark = event->remark,
		.text = copy,
		.len = len};
	return node;
}

/* "*name" or "&name", as it was typed. */
static struct node *named_create(
	struct arena *arena, const struct node_event *event, char mark, const char *name)
{
	struct buf typed = {0};
	buf_char(&typed, mark);
	buf_text(&typed, name);
	struct node *node = scalar_create(arena, event, typed.text, typed.len);
	buf_free(&typed);
	return node;
}

/* An alias, or an anchor or a tag without text: reported, and kept as it was typed. */
static struct node *marked_build(
	const struct node_event *event, struct arena *arena, struct diag_list *diags)
{
	if (event->type == EVENT_ALIAS) {
		check_alias(diags, event->place, event->text);
		return named_create(arena, event, '*', event->text);
	}
	node_marks_refuse(event, diags);
	if (event->len)
		return scalar_create(arena, event, event->text, event->len);
	return event->tag ? scalar_create(arena, event, event->tag, strlen(event->tag))
			  : named_create(arena, event, '&', event->anchor);
}

/* What is special about it was looked for. */
static struct node *special_build(const struct node_events *events, const struct node_event *event,
	struct arena *arena, struct diag_list *diags)
{
	struct node *node;
	if (event->type == EVENT_ALIAS || event->anchor || event->tag)
		node = marked_build(event, arena, diags);
	else
		node = scalar_create(arena, event, event->text, event->len);
	char *text = (char *)(node + 1);
	if (node_events_altered(events))
		node->len = check_altered(text, node->len);
	if (event->paired)
		node->len = node_events_unpair(events, text, node->len, event->escapes);
	if (event->escapes)
		node->len = check_nul(diags, node->place, text, node->len);
	return node;
}

struct node *node_scalar(const struct node_events *events, const struct node_event *event,
	struct arena *arena, struct diag_list *diags)
{
	return event->special ? special_build(events, event, arena, diags)
			      : scalar_create(arena, event, event->text, event->len);
}
