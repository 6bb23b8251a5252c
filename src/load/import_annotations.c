/* The export of Hypothes.is: words that somebody marked on pages of the web. Each becomes a quotation with what
 * stands before and behind it, to be finished: nobody has said yet who spoke, and when. So the words of a page
 * stand together, at an event of which is known only that it was no later than the day they were marked. */
#include "load/import_form.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* A page, while its annotations are collected. */
struct import_work {
	const char *uri, *title, *id; /* the last is that of its source */
	struct place place;
	struct making quotes;
	struct buf note;          /* what was said of the page as a whole */
	char first[11], last[11]; /* the days of its annotations, or "" */
};

/* ---- parts ---- */

/* A text in one line, as a browser shows it. */
static const char *folded(struct import *import, const struct node *node)
{
	struct buf text = {0};
	const char *at = import_plain(node) ? node->text : "";
	while (*at) {
		size_t len = strcspn(at, " \t\r\n");
		buf_add(&text, at, len);
		at += len;
		len = strspn(at, " \t\r\n");
		at += len;
		if (len && text.len && *at)
			buf_char(&text, ' ');
	}
	const char *kept = buf_kept(&text, &import->arena);
	buf_free(&text);
	return kept;
}

/* "2024-05-03" of "2024-05-03T10:30:00Z" into `day`; "" where it is none. */
static void day_of(const struct node *node, char day[11])
{
	static const char form[] = "dddd-dd-dd";
	const char *text = import_plain(node) ? node->text : "";
	size_t at = 0;
	while (form[at] && (form[at] == 'd' ? text_is_figure(text[at]) : text[at] == form[at]))
		at++;
	memcpy(day, text, form[at] ? 0 : 10);
	day[form[at] ? 0 : 10] = '\0';
}

/* The first value of a list, or the value itself. */
static const struct node *first_of(const struct node *node)
{
	return node && node->kind == NODE_LIST ? node->child : node;
}

/* The selector that says the words; NULL where the page as a whole is meant. */
static const struct node *words_of(const struct node *annotation)
{
	const struct node *target = first_of(import_field(annotation, "target"));
	const struct node *selectors = import_field(target, "selector");
	const struct node *at = first_of(selectors);
	for (; at; at = selectors->kind == NODE_LIST ? at->next : NULL)
		if (import_plain(import_field(at, "exact")))
			return at;
	return NULL;
}

/* "roe" of "acct:roe@hypothes.is", or the name that is shown. */
static const char *writer_of(struct import *import, const struct node *annotation)
{
	const struct node *shown = import_field(
		import_field(annotation, "user_info"), "display_name");
	const struct node *user = import_field(annotation, "user");
	if (import_plain(shown))
		return folded(import, shown);
	const char *name = folded(import, user);
	name += strncmp(name, "acct:", 5) ? 0 : 5;
	return arena_text(&import->arena, name, strcspn(name, "@"));
}

/* What was written beside the words, and by whom. */
static const char *remark_of(struct import *import, const struct node *annotation)
{
	const struct node *text = import_field(annotation, "text");
	const char *writer = writer_of(import, annotation);
	if (!import_plain(text))
		return "";
	buf_clear(&import->buf);
	buf_add(&import->buf, text->text, text->len);
	if (*writer)
		buf_format(&import->buf, " (%s)", writer);
	return buf_kept(&import->buf, &import->arena);
}

/* ---- pages ---- */

static struct import_work *work_of(struct import *import, const struct node *annotation)
{
	const struct node *uri = import_field(annotation, "uri");
	const struct node *target = first_of(import_field(annotation, "target"));
	const struct node *title = first_of(
		import_field(import_field(annotation, "document"), "title"));
	uri = import_plain(uri) ? uri : import_field(target, "source");
	const char *address = folded(import, uri);
	struct import_name *name = import_name(
		&import->works, &import->kept, address, strlen(address));
	if (!name->number) {
		import->work = mem_grow(import->work, &import->work_room, import->work_count + 1,
			sizeof *import->work);
		const char *called = folded(import, title);
		import->work[import->work_count++] = (struct import_work){
			.uri = name->text,
			.title = called,
			.id = import_id(import, SPACE_NAMES, *called ? called : address, "source"),
			.place = annotation->place,
			.quotes = make_list(import, annotation->place),
		};
		name->number = (uint32_t)import->work_count;
	}
	return &import->work[name->number - 1];
}

/* The id of the theme that a tag becomes, which is given when it first comes. */
static const char *theme_of(struct import *import, const char *title, struct place place)
{
	struct making theme = make_map(import, place);
	const char *id = import_id(import, SPACE_THEMES, title, "theme");
	make_field(import, &theme, "title", title, place);
	import_give(import, "themes", id, theme.node);
	return id;
}

static void tags_add(struct import *import, struct making *quote, const struct node *tags)
{
	struct making themes = make_list(import, tags ? tags->place : quote->node->place);
	const struct node *tag = first_of(tags);
	for (; tag; tag = tags->kind == NODE_LIST ? tag->next : NULL) {
		const char *title = folded(import, tag);
		if (!*title)
			continue;
		struct import_name *name = import_name(
			&import->groups, &import->kept, title, strlen(title));
		if (!name->value)
			name->value = theme_of(import, title, tag->place);
		make_add(import, &themes, NULL,
			make_text(import, name->value, strlen(name->value), tag->place));
	}
	if (themes.node->count)
		make_add(import, quote, "themes", themes.node);
}

static void quote_add(struct import *import, struct import_work *work,
	const struct node *annotation, const struct node *words)
{
	const struct node *exact = import_field(words, "exact");
	struct making quote = make_map(import, exact->place);
	const char *text = folded(import, exact);
	make_field(
		import, &quote, "id", import_id(import, SPACE_TIME, text, "words"), exact->place);
	make_field(import, &quote, "text", text, exact->place);
	static const char *const beside[] = {"prefix", "suffix"};
	for (size_t i = 0; i < 2; i++) {
		const struct node *node = import_field(words, beside[i]);
		if (import_plain(node))
			make_field(import, &quote, beside[i], folded(import, node), node->place);
	}
	make_field(import, &quote, "source", work->id, annotation->place);
	make_field(import, &quote, "note", remark_of(import, annotation), annotation->place);
	tags_add(import, &quote, import_field(annotation, "tags"));
	make_add(import, &work->quotes, NULL, quote.node);
	import_tell(import, CODE_TO_FINISH, exact->place,
		"who said these words is not in the export: write \"speaker\", and the person "
		"below "
		"\"people\"");
}

static void annotation_read(struct import *import, const struct node *annotation)
{
	static const char *const known[] = {"uri", "target", "document", "text", "tags", "created",
		"user", "user_info", "references", "id", "updated", "group", "permissions", "links",
		"flagged", "hidden"};
	const struct node *words = words_of(annotation);
	const struct node *references = import_field(annotation, "references");
	char day[11];
	if (references && references->count) {
		import_tell(import, CODE_LEFT_OUT, annotation->place,
			"an answer to an annotation is left out");
		return;
	}
	struct import_work *work = work_of(import, annotation);
	const char *remark = words ? "" : remark_of(import, annotation);
	day_of(import_field(annotation, "created"), day);
	if (*day && (!*work->first || strcmp(day, work->first) < 0))
		memcpy(work->first, day, sizeof work->first);
	if (*day && strcmp(day, work->last) > 0)
		memcpy(work->last, day, sizeof work->last);
	if (words)
		quote_add(import, work, annotation, words);
	if (*remark)
		buf_format(&work->note, "%s%s", work->note.len ? "\n" : "", remark);
	import_tell(import, CODE_LEFT_OUT, annotation->place,
		"what Hypothes.is keeps of an annotation for itself (its id, group, permissions, "
		"links) is left out");
	import_others(import, annotation, known, sizeof known / sizeof *known);
}

/* ---- the record ---- */

static void source_give(struct import *import, struct import_work *work)
{
	struct making source = make_map(import, work->place);
	bool web = strncmp(work->uri, "http://", 7) == 0 || strncmp(work->uri, "https://", 8) == 0;
	make_field(import, &source, "type", web ? "webpage" : "document", work->place);
	make_field(import, &source, "title", *work->title ? work->title : work->uri, work->place);
	if (!*work->title && !*work->uri)
		make_field(import, &source, "title", work->id, work->place);
	if (web) {
		make_field(import, &source, "URL", work->uri, work->place);
		make_field(import, &source, "accessed", work->last, work->place);
	} else if (*work->uri) {
		buf_format(&work->note, "%sAddress: %s", work->note.len ? "\n" : "", work->uri);
	}
	make_field(import, &source, "note", buf_string(&work->note), work->place);
	import_give(import, "sources", work->id, source.node);
}

static void event_give(struct import *import, struct import_work *work)
{
	struct making event = make_map(import, work->place);
	const char *title = *work->title ? work->title : *work->uri ? work->uri : "Marked words";
	struct buf date = {0};
	if (*work->first)
		buf_format(&date, "[..%s]", work->first);
	make_field(
		import, &event, "id", import_id(import, SPACE_TIME, title, "event"), work->place);
	make_field(import, &event, "title", title, work->place);
	make_field(import, &event, "date", date.len ? buf_string(&date) : "XXXX", work->place);
	make_field(import, &event, "source", work->id, work->place);
	make_field(import, &event, "note",
		date.len ? "To be finished: what happened, and when. So far the date says that it "
			   "was no later than the day on which the first of these words was marked."
			 : "To be finished: what happened, and when.",
		work->place);
	make_add(import, &event, "quotes", work->quotes.node);
	import_give(import, "events", NULL, event.node);
	import_tell(import, CODE_TO_FINISH, work->place,
		"when these words were said is not in the export, only by when they were marked: "
		"write its \"date\"");
	buf_free(&date);
}

static void annotations_finish(struct import *import)
{
	for (size_t i = 0; i < import->work_count; i++) {
		struct import_work *work = &import->work[i];
		source_give(import, work);
		if (work->quotes.node->count)
			event_give(import, work);
		buf_free(&work->note);
	}
	free(import->work);
}

static void item_read(struct import *import, const struct node_item *item)
{
	static const char *const lists[] = {"annotations", "rows", ""};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (strcmp(item->section->text, lists[i]) == 0 && !item->whole && item->value &&
			item->value->kind == NODE_MAP) {
			annotation_read(import, item->value);
			return;
		}
}

const struct import_form import_annotations = {
	.item = item_read,
	.finish = annotations_finish,
	.collects = true,
	.advice = "makes a file of it, in which these quotations are to be finished",
};
