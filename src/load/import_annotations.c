/* The export of Hypothes.is: words that somebody marked on pages of the web. Each becomes a
 * quotation with what stands before and behind it, to be finished: nobody has said yet who spoke,
 * and when. So the words of a page stand together, at an event of which is known only that it was
 * no later than the day they were marked. */
#include "load/import_form.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* A page, while its annotations are collected. */
struct page {
	const char *uri, *title, *id; /* the last is that of its source */
	struct place place;
	struct making quotes;
	struct buf note;          /* what was said of the page as a whole */
	char first[11], last[11]; /* the days of its annotations, or "" */
};

/* A quotation, until all answers to what was written beside it are there. */
struct remark {
	struct making quote;
	struct buf note;
	struct place place; /* of what was written */
	uint32_t page;      /* its number from 1; of a page as a whole there is no quotation */
};

struct answer {
	const struct node *to; /* ids, from the first annotation to the one that is answered */
	const char *text, *when;
	struct place place;
};

struct import_pages {
	struct page *pages;
	struct remark *remarks;
	struct answer *answers;
	size_t page_count, page_room, remark_count, remark_room, answer_count, answer_room;
};

/* ---- parts ---- */

/* A text in one line, as a browser shows it. */
static const char *folded(struct import *import, const struct node *node)
{
	struct buf text = {0};
	const char *at = import_plain(node) ? node->text : "";
	if (*at)
		import_take(import, node);
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
static void day_of(struct import *import, const struct node *node, char day[11])
{
	static const char form[] = "dddd-dd-dd";
	const char *text = import_plain(node) ? node->text : "";
	size_t at = 0;
	while (form[at] && (form[at] == 'd' ? text_is_figure(text[at]) : text[at] == form[at]))
		at++;
	memcpy(day, text, form[at] ? 0 : 10);
	day[form[at] ? 0 : 10] = '\0';
	if (*day)
		import_take(import, node);
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

/* Adds what was written, by whom, and tags that can stand nowhere else; in a line of its own. */
static void remark_add(struct import *import, struct buf *note, const char *before,
	const struct node *annotation, const struct node *tags)
{
	const struct node *text = import_field(annotation, "text");
	const struct node *tag = first_of(tags);
	const char *writer = writer_of(import, annotation);
	struct buf line = {0};
	if (import_plain(text)) {
		buf_add(&line, text->text, text->len);
		import_take(import, text);
	}
	for (size_t some = 0; tag; tag = tags->kind == NODE_LIST ? tag->next : NULL) {
		const char *title = folded(import, tag);
		if (*title)
			buf_format(&line, "%s%s",
				some++             ? ", "
					: line.len ? "\nTags: "
						   : "Tags: ",
				title);
	}
	if (line.len)
		buf_format(note, "%s%s%s", note->len ? "\n" : "", before, line.text);
	if (line.len && *writer)
		buf_format(note, " (%s)", writer);
	buf_free(&line);
}

/* ---- pages ---- */

/* The number of the page that an annotation is on, from 1. */
static uint32_t page_of(struct import *import, const struct node *annotation)
{
	struct import_pages *all = import->pages;
	const struct node *uri = import_field(annotation, "uri");
	const struct node *source = import_field(
		first_of(import_field(annotation, "target")), "source");
	const struct node *title = first_of(
		import_field(import_field(annotation, "document"), "title"));
	const char *address = folded(import, import_plain(uri) ? uri : source);
	const char *called = folded(import, title);
	if (import_plain(source) && !strcmp(folded(import, uri), source->text))
		import_take(import, source);
	struct import_name *name = import_name(
		&import->works, &import->kept, address, strlen(address));
	if (!name->number) {
		all->pages = mem_grow(
			all->pages, &all->page_room, all->page_count + 1, sizeof *all->pages);
		all->pages[all->page_count++] = (struct page){
			.uri = name->text,
			.title = called,
			.id = import_id(import, SPACE_NAMES, *called ? called : address, "source"),
			.place = annotation->place,
			.quotes = make_list(import, annotation->place),
		};
		name->number = (uint32_t)all->page_count;
	}
	struct page *page = &all->pages[name->number - 1];
	if (!*page->title)
		page->title = called;
	else if (*called && strcmp(called, page->title) != 0)
		import_left(import, title->place, "title");
	return name->number;
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

/* The page that is printed on the paper, which some selectors tell. */
static void locator_add(struct import *import, struct making *quote, const struct node *annotation)
{
	const struct node *selectors = import_field(
		first_of(import_field(annotation, "target")), "selector");
	const struct node *at = first_of(selectors);
	for (; at; at = selectors->kind == NODE_LIST ? at->next : NULL) {
		const struct node *type = import_field(at, "type");
		const struct node *label = import_field(at, "label");
		if (!import_plain(type) || strcmp(type->text, "PageSelector") ||
			!import_plain(label))
			continue;
		buf_clear(&import->buf);
		buf_format(&import->buf, "p. %s", folded(import, label));
		make_field(import, quote, "locator", buf_string(&import->buf), label->place);
		return;
	}
}

static struct making quote_make(struct import *import, const struct page *page,
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
	make_field(import, &quote, "source", page->id, annotation->place);
	locator_add(import, &quote, annotation);
	tags_add(import, &quote, import_field(annotation, "tags"));
	import_tell(import, CODE_TO_FINISH, exact->place,
		"who said these words is not in the export: write \"speaker\", and the person "
		"below \"people\"");
	return quote;
}

/* What Hypothes.is keeps for itself, which is told once for all of it. */
static void own_pass(struct import *import, const struct node *annotation)
{
	static const char *const own[] = {"id", "created", "updated", "user", "user_info", "group",
		"permissions", "links", "flagged", "hidden"};
	const struct node *target = first_of(import_field(annotation, "target"));
	const struct node *selectors = import_field(target, "selector");
	const struct node *at = first_of(selectors);
	static const char *const places[] = {"RangeSelector", "TextPositionSelector"};
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		const struct node *node = import_field(annotation, own[i]);
		if (i < 3 ? import_plain(node) && i != 1 : node != NULL)
			import_pass(import, node);
	}
	for (; at; at = selectors->kind == NODE_LIST ? at->next : NULL) {
		const struct node *type = import_field(at, "type");
		const char *name = import_plain(type) ? type->text : "";
		if (!strcmp(name, places[0]) || !strcmp(name, places[1]))
			import_pass(import, at);
		else if (!strcmp(name, "TextQuoteSelector") || !strcmp(name, "PageSelector"))
			import_take(import, type);
	}
	import_tell(import, CODE_LEFT_OUT, annotation->place,
		"what Hypothes.is keeps for itself (who made an annotation and when, its group, "
		"permissions and links, where it stands in the page\'s code) is left out");
}

/* By its id, where answers to an annotation belong: the number of its remark, 0 until it has one; NULL where
 * it has no id. Valid until that of the next annotation is asked for. */
static uint32_t *remark_number(struct import *import, const struct node *annotation)
{
	const struct node *id = import_field(annotation, "id");
	return import_plain(id)
		? &import_name(&import->notes, &import->kept, id->text, id->len)->number
		: NULL;
}

static void answer_read(
	struct import *import, const struct node *annotation, const struct node *references)
{
	struct import_pages *all = import->pages;
	const struct node *created = import_field(annotation, "created");
	struct buf text = {0};
	remark_add(import, &text, "Answer: ", annotation, import_field(annotation, "tags"));
	all->answers = mem_grow(
		all->answers, &all->answer_room, all->answer_count + 1, sizeof *all->answers);
	struct making ids = make_list(import, references->place);
	const struct node *at = first_of(references);
	for (; at; at = references->kind == NODE_LIST ? at->next : NULL)
		if (import_plain(at))
			make_add(import, &ids, NULL,
				make_text(import, folded(import, at), strlen(at->text), at->place));
	all->answers[all->answer_count++] = (struct answer){.to = ids.node,
		.text = buf_kept(&text, &import->arena),
		.when = import_plain(created) ? folded(import, created) : "",
		.place = annotation->place};
	static const char *const same[] = {"uri", "target", "document"}; /* as what it answers */
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		import_pass(import, import_field(annotation, same[i]));
	buf_free(&text);
}

static void annotation_read(struct import *import, const struct node *annotation)
{
	struct import_pages *all = import->pages;
	const struct node *words = words_of(annotation);
	const struct node *references = import_field(annotation, "references");
	char day[11];
	if (first_of(references)) {
		answer_read(import, annotation, references);
		own_pass(import, annotation);
		return;
	}
	uint32_t *named = remark_number(import, annotation);
	if (named && *named) {
		import_tell(import, CODE_LEFT_OUT, annotation->place,
			"an annotation that stands there twice is left out");
		import_pass(import, annotation);
		return;
	}
	uint32_t number = page_of(import, annotation);
	struct page *page = &all->pages[number - 1];
	const struct node *text = import_field(annotation, "text");
	struct remark remark = {.page = number, .place = (text ? text : annotation)->place};
	day_of(import, import_field(annotation, "created"), day);
	if (*day && (!*page->first || strcmp(day, page->first) < 0))
		memcpy(page->first, day, sizeof page->first);
	if (*day && strcmp(day, page->last) > 0)
		memcpy(page->last, day, sizeof page->last);
	if (words) {
		remark.quote = quote_make(import, page, annotation, words);
		make_add(import, &page->quotes, NULL, remark.quote.node);
	}
	remark_add(import, &remark.note, "", annotation,
		words ? NULL : import_field(annotation, "tags"));
	if (!words && !remark.note.len)
		import_tell(import, CODE_LEFT_OUT, annotation->place,
			"an annotation with neither words nor a remark is left out");
	all->remarks = mem_grow(
		all->remarks, &all->remark_room, all->remark_count + 1, sizeof *all->remarks);
	all->remarks[all->remark_count++] = remark;
	if (named)
		*named = (uint32_t)all->remark_count;
	own_pass(import, annotation);
}

/* ---- the record ---- */

static void source_give(struct import *import, struct page *page)
{
	struct making source = make_map(import, page->place);
	bool web = strncmp(page->uri, "http://", 7) == 0 || strncmp(page->uri, "https://", 8) == 0;
	make_field(import, &source, "type", web ? "webpage" : "document", page->place);
	make_field(import, &source, "title", *page->title ? page->title : page->uri, page->place);
	if (!*page->title && !*page->uri)
		make_field(import, &source, "title", page->id, page->place);
	if (web) {
		make_field(import, &source, "URL", page->uri, page->place);
		make_field(import, &source, "accessed", page->last, page->place);
	} else if (*page->uri) {
		buf_format(&page->note, "%sAddress: %s", page->note.len ? "\n" : "", page->uri);
	}
	make_field(import, &source, "note", buf_string(&page->note), page->place);
	import_give(import, "sources", page->id, source.node);
}

static void event_give(struct import *import, struct page *page)
{
	struct making event = make_map(import, page->place);
	const char *title = *page->title ? page->title : *page->uri ? page->uri : "Marked words";
	struct buf date = {0};
	if (*page->first)
		buf_format(&date, "[..%s]", page->first);
	make_field(
		import, &event, "id", import_id(import, SPACE_TIME, title, "event"), page->place);
	make_field(import, &event, "title", title, page->place);
	make_field(import, &event, "date", date.len ? buf_string(&date) : "XXXX", page->place);
	make_field(import, &event, "source", page->id, page->place);
	make_field(import, &event, "note",
		date.len ? "To be finished: what happened, and when. So far the date says that it "
			   "was no later than the day on which the first of these words was marked."
			 : "To be finished: what happened, and when.",
		page->place);
	make_add(import, &event, "quotes", page->quotes.node);
	import_give(import, "events", NULL, event.node);
	import_tell(import, CODE_TO_FINISH, page->place,
		"when these words were said is not in the export, only by when they were marked: "
		"write its \"date\"");
	buf_free(&date);
}

static int answers_compare(const void *a, const void *b)
{
	const struct answer *one = a, *other = b;
	int order = strcmp(one->when, other->when);
	return order ? order : place_before(one->place, other->place) ? -1 : 1;
}

/* Each below what it answers, in the order of time. */
static void answers_give(struct import *import)
{
	struct import_pages *all = import->pages;
	if (all->answer_count)
		qsort(all->answers, all->answer_count, sizeof *all->answers, answers_compare);
	for (size_t i = 0; i < all->answer_count; i++) {
		const struct answer *answer = &all->answers[i];
		uint32_t number = 0;
		for (const struct node *at = answer->to->child; at && !number; at = at->next)
			number = import_name(&import->notes, &import->kept, at->text, at->len)
					 ->number;
		struct buf *note = number ? &all->remarks[number - 1].note : NULL;
		if (!note)
			import_tell(import, CODE_LEFT_OUT, answer->place,
				"an answer to an annotation that is not in the export is left out");
		else if (*answer->text)
			buf_format(note, "%s%s", note->len ? "\n" : "", answer->text);
	}
}

/* The notes of words to these, those of a page to the page. */
static void remarks_give(struct import *import)
{
	struct import_pages *all = import->pages;
	for (size_t i = 0; i < all->remark_count; i++) {
		struct remark *remark = &all->remarks[i];
		struct buf *note = &all->pages[remark->page - 1].note;
		if (remark->quote.node)
			make_field(import, &remark->quote, "note", buf_string(&remark->note),
				remark->place);
		else if (remark->note.len)
			buf_format(note, "%s%s", note->len ? "\n" : "", remark->note.text);
		buf_free(&remark->note);
	}
}

static void annotations_finish(struct import *import)
{
	struct import_pages *all = import->pages;
	if (!all)
		return;
	answers_give(import);
	remarks_give(import);
	for (size_t i = 0; i < all->page_count; i++) {
		struct page *page = &all->pages[i];
		source_give(import, page);
		if (page->quotes.node->count)
			event_give(import, page);
		buf_free(&page->note);
	}
	free(all->pages);
	free(all->remarks);
	free(all->answers);
	free(all);
}

static void item_read(struct import *import, const struct node_item *item)
{
	static const char *const lists[] = {"annotations", "rows", ""};
	static const char *const own[] = {
		"total", "export_date", "export_userid", "client_version"};
	bool listed = false;
	if (!import->pages)
		import->pages = mem_zero(1, sizeof *import->pages);
	if (!item->value)
		return;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		listed |= !strcmp(item->section->text, lists[i]);
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (!strcmp(item->section->text, own[i]) && item->value->kind == NODE_SCALAR)
			import_take(import, item->value);
	if (listed && !item->whole && item->value->kind == NODE_MAP)
		annotation_read(import, item->value);
	import_rest(import, item->value, item->section);
}

const struct import_form import_annotations = {
	.item = item_read,
	.finish = annotations_finish,
	.collects = true,
	.advice = "makes a file of it, in which these quotations are to be finished",
};
