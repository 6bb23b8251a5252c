/* A slide has a date, a headline, a text and something to look at. The text is HTML: words in a <blockquote>
 * become a quotation, and what leads out of the text goes into the note. */
#include "load/import_slide.h"

#include "base/html.h"
#include "base/text.h"
#include "load/import_date.h"

#include <string.h>

/* What is read of a slide, beside its date. */
struct slide {
	struct place place;
	const struct node *text_node;
	struct html headline, text, media, caption, credit;
	struct buf note;
};

/* ---- parts ---- */

static void html_of(struct import *import, const struct node *node, struct html *html)
{
	bool plain = import_plain(node);
	html_read(&import->arena, plain ? node->text : "", plain ? node->len : 0, html);
	if (html->lost)
		import_tell(import, CODE_LEFT_OUT, node->place,
			"scripts and pictures that stand in a text itself are left out");
}

/* A text that is to stand in one line. */
static const char *in_line(struct import *import, const char *text)
{
	char *line = arena_text(&import->arena, text, strlen(text));
	for (char *at = line; (at = strchr(at, '\n')) != NULL;)
		*at = ' ';
	return line;
}

static void note_line(struct buf *note)
{
	if (note->len)
		buf_char(note, '\n');
}

static void note_addresses(
	struct import *import, struct buf *note, const struct html *html, const char *before)
{
	for (size_t i = 0; i < html->address_count; i++) {
		if (!i)
			note_line(note);
		buf_format(note, "%s%s", i ? ", " : before, in_line(import, html->addresses[i]));
	}
}

/* "Shown beside it: The mill (Ann Roe), https://..." */
static void note_media(struct import *import, struct slide *slide, const struct node *url)
{
	bool words = slide->media.quote_count || slide->media.address_count;
	const char *parts[] = {in_line(import, slide->caption.text),
		in_line(import, slide->credit.text),
		url && !words ? in_line(import, slide->media.text) : ""};
	bool any = *parts[0] || *parts[1] || *parts[2];
	if (any) {
		note_line(&slide->note);
		buf_text(&slide->note, "Shown beside it: ");
		buf_text(&slide->note, parts[0]);
		if (*parts[1])
			buf_format(&slide->note, *parts[0] ? " (%s)" : "%s", parts[1]);
		if (*parts[2])
			buf_format(
				&slide->note, "%s%s", *parts[0] || *parts[1] ? ", " : "", parts[2]);
	}
	if (words && slide->media.len) {
		note_line(&slide->note);
		buf_text(&slide->note, in_line(import, slide->media.text));
	}
	note_addresses(import, &slide->note, &slide->media, "Shown beside it: ");
	note_addresses(import, &slide->note, &slide->caption, "Its caption leads to: ");
	note_addresses(import, &slide->note, &slide->credit, "Its credit leads to: ");
}

static void media_read(struct import *import, struct slide *slide, const struct node *media)
{
	static const char *const known[] = {"url", "caption", "credit", "link", "alt", "title"};
	const struct node *url = import_field(media, "url"), *link = import_field(media, "link");
	if (media && media->kind == NODE_SCALAR) /* as some write it */
		url = media;
	html_of(import, url, &slide->media);
	html_of(import, import_field(media, "caption"), &slide->caption);
	html_of(import, import_field(media, "credit"), &slide->credit);
	if (!slide->caption.len)
		html_of(import, import_field(media, "title"), &slide->caption);
	else if (import_field(media, "title"))
		import_left(import, import_field(media, "title"));
	if (!slide->caption.len)
		html_of(import, import_field(media, "alt"), &slide->caption);
	else if (import_field(media, "alt"))
		import_left(import, import_field(media, "alt"));
	note_media(import, slide, url);
	if (import_plain(link)) {
		note_line(&slide->note);
		buf_format(&slide->note, "It leads to: %s", in_line(import, link->text));
	}
	import_others(import, media, known, sizeof known / sizeof *known);
}

/* The texts of a slide, and its note. */
static void slide_read(struct import *import, const struct node *node, struct slide *slide)
{
	static const char *const known[] = {"headline", "text"};
	const struct node *text = import_field(node, "text");
	*slide = (struct slide){.place = node->place};
	slide->text_node = import_field(text, "text");
	const struct node *headline = import_field(text, "headline");
	if (text && text->kind == NODE_SCALAR)
		slide->text_node = text;
	html_of(import, headline, &slide->headline);
	html_of(import, slide->text_node, &slide->text);
	if (headline)
		slide->place = headline->place;
	note_addresses(import, &slide->note, &slide->headline, "Its title leads to: ");
	note_addresses(import, &slide->note, &slide->text, "Links in it: ");
	media_read(import, slide, import_field(node, "media"));
	import_others(import, text, known, sizeof known / sizeof *known);
}

/* The headline, or the first words of what there is. */
static const char *title_of(struct import *import, const struct slide *slide)
{
	enum { TITLE_MOST = 60 };
	const struct html *texts[] = {&slide->text, &slide->caption};
	if (slide->headline.len)
		return in_line(import, slide->headline.text);
	const char *text = "";
	for (size_t i = 0; i < 2 && !*text; i++)
		text = in_line(import, texts[i]->text);
	for (size_t i = 0; i < 2 && !*text; i++) {
		const struct html *from = i ? &slide->media : &slide->text;
		if (from->quote_count)
			text = in_line(import, from->quotes[0].words);
	}
	import_tell(import, CODE_TO_FINISH, slide->place,
		"a slide has no headline: it is called by its first words; write a title of a few");
	if (!*text)
		return "No headline";
	size_t len = strlen(text), bytes, at = 0, cut = 0;
	for (size_t count = 0; at < len && count < TITLE_MOST; at += bytes, count++) {
		text_decode(text + at, len - at, &bytes);
		cut = text[at] == ' ' ? at : cut;
	}
	if (at == len)
		return text;
	buf_clear(&import->buf);
	buf_add(&import->buf, text, cut ? cut : at);
	buf_text(&import->buf, "\u2026");
	return buf_kept(&import->buf, &import->arena);
}

/* ---- groups ---- */

/* The id of the theme that a group becomes, which is given when it first comes. */
static const char *group_theme(struct import *import, const struct node *group)
{
	struct html html;
	html_of(import, group, &html);
	const char *title = in_line(import, html.text);
	if (!*title)
		return NULL;
	struct import_name *name = import_name(
		&import->groups, &import->kept, title, strlen(title));
	if (!name->value) {
		struct making theme = make_map(import, group->place);
		name->value = import_id(import, SPACE_THEMES, title, "theme");
		make_field(import, &theme, "title", title, group->place);
		import_give(import, "themes", name->value, theme.node);
	}
	return name->value;
}

/* ---- quotations ---- */

/* Bytes of the name that a line under words begins with: a few words without figures, up to a comma or what
 * else parts a name from an office. 0 where it does not begin with a name. */
static size_t name_len(const char *cite)
{
	enum { WORDS_MOST = 5, BYTES_MOST = 80 };
	size_t len = strncmp(cite, "The ", 4) ? strcspn(cite, ",;(\n") : 0, words = 1;
	while (len && cite[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < len; i++) {
		words += cite[i] == ' ';
		if (text_is_figure(cite[i]) || strchr("\"<>:/@[]{}|*#", cite[i]))
			return 0;
	}
	size_t bytes;
	int32_t first = len ? text_decode(cite, len, &bytes) : 0;
	return len && len <= BYTES_MOST && words <= WORDS_MOST && text_is_letter(first) &&
			!text_is_lower(first)
		? len
		: 0;
}

/* Behind the dash that often stands before a name. */
static const char *undashed(const char *cite)
{
	static const char *const dashes[] = {"\u2014", "\u2013", "\u2012", "\u2015", "-", "~"};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (!strncmp(cite, dashes[i], strlen(dashes[i]))) {
			cite += strlen(dashes[i]);
			cite += *cite == '-';
			break;
		}
	return cite + strspn(cite, " ");
}

static const char *person_of(
	struct import *import, const char *name, size_t len, struct place place)
{
	struct import_name *person = import_name(&import->people, &import->kept, name, len);
	if (!person->value) {
		struct making map = make_map(import, place);
		person->value = import_id(import, SPACE_NAMES, person->text, "person");
		make_field(import, &map, "name", person->text, place);
		import_give(import, "people", person->value, map.node);
	}
	return person->value;
}

/* "an engineer" of "(an engineer)". */
static const char *unbracketed(struct import *import, const char *role)
{
	size_t len = strlen(role);
	bool inside = len > 2 && *role == '(' && strcspn(role + 1, "()") == len - 2 &&
		role[len - 1] == ')';
	return inside ? arena_text(&import->arena, role + 1, len - 2) : role;
}

/* Speaker and role out of the line under the words; what else it may say, a note with all of it. */
static void cite_read(
	struct import *import, struct making *quote, const char *line, struct place place)
{
	const char *cite = undashed(in_line(import, line));
	size_t len = name_len(cite);
	const char *role = cite + len + strspn(cite + len, " ,;");
	bool plain = len && !strpbrk(role, "0123456789");
	if (len)
		make_field(import, quote, "speaker", person_of(import, cite, len, place), place);
	if (plain)
		make_field(import, quote, "role", unbracketed(import, role), place);
	else if (*cite) {
		buf_clear(&import->buf);
		buf_format(&import->buf, "Under the words stands: %s", cite);
		make_field(import, quote, "note", buf_string(&import->buf), place);
	}
}

static void quote_give(struct import *import, struct making *quotes, const char *event,
	const struct html_quote *words, struct place place)
{
	struct making quote = make_map(import, place);
	struct buf name = {0};
	if (!import->source) {
		import->source = import_id(import, SPACE_NAMES, "timeline", "timeline");
		import->source_place = place;
	}
	buf_format(&name, "%s-words", event);
	make_field(import, &quote, "id", import_id(import, SPACE_TIME, buf_string(&name), "words"),
		place);
	make_field(import, &quote, "text", words->words, place);
	cite_read(import, &quote, words->cite, place);
	make_field(import, &quote, "source", import->source, place);
	make_field(import, &quote, "status", "attributed", place);
	make_add(import, quotes, NULL, quote.node);
	buf_free(&name);
}

static void quotes_give(struct import *import, struct making *event, const char *id,
	const struct slide *slide, const struct node *media)
{
	const struct html *texts[] = {&slide->text, &slide->media};
	struct making quotes = make_list(import, slide->place);
	for (size_t t = 0; t < 2; t++)
		for (size_t i = 0; i < texts[t]->quote_count; i++) {
			const struct html_quote *words = &texts[t]->quotes[i];
			const struct node *at = t ? media : slide->text_node;
			if (*words->words)
				quote_give(
					import, &quotes, id, words, at ? at->place : slide->place);
		}
	if (quotes.node->count)
		make_add(import, event, "quotes", quotes.node);
}

/* ---- slides ---- */

/* What is shown in the place of the date: of the slide, or of its first date. */
static const struct node *shown_of(const struct node *slide)
{
	const struct node *start = import_field(slide, "start_date");
	const struct node *shown = import_field(slide, "display_date");
	shown = shown ? shown : import_field(start, "display_date");
	shown = shown ? shown : import_field(start, "display_text");
	return shown && shown->kind == NODE_SCALAR ? shown : NULL;
}

static void place_read(struct import *import, struct making *event, const struct node *location)
{
	static const char *const known[] = {"name"};
	if (location && location->kind == NODE_SCALAR)
		make_same(import, event, "place", location);
	make_same(import, event, "place", import_field(location, "name"));
	import_others(import, location, known, 1);
}

/* Its date: told where it has none, as a slide that TimelineJS does not show either. */
static struct node *date_of(struct import *import, const struct node *slide, const char **words)
{
	const struct node *start = import_field(slide, "start_date");
	size_t errors = diag_count(import->load->diags, DIAG_ERROR);
	struct node *date = import_span(import, start, import_field(slide, "end_date"));
	date = import_shown(import, date, shown_of(slide), words);
	if (!date && diag_count(import->load->diags, DIAG_ERROR) == errors)
		import_tell(import, CODE_LEFT_OUT, slide->place,
			"a slide without a year is left out, as TimelineJS leaves it out");
	return date;
}

void slide_event(struct import *import, const struct node *node)
{
	static const char *const known[] = {"start_date", "end_date", "display_date", "text",
		"media", "group", "unique_id", "uniqueid", "type", "location"};
	struct slide slide;
	const char *words, *theme = NULL;
	struct node *date = date_of(import, node, &words);
	if (!date)
		return;
	slide_read(import, node, &slide);
	struct making event = make_map(import, slide.place);
	const char *title = title_of(import, &slide);
	const struct node *own = import_field(node, "unique_id");
	const char *id = import_id_own(
		import, SPACE_TIME, own ? own : import_field(node, "uniqueid"), title, "event");
	make_field(import, &event, "id", id, slide.place);
	make_add(import, &event, "date", date);
	make_field(import, &event, "date_text", words, date->place);
	make_field(import, &event, "title", title, slide.place);
	place_read(import, &event, import_field(node, "location"));
	if (slide.text_node)
		make_field(import, &event, "summary", slide.text.text, slide.text_node->place);
	make_field(import, &event, "note", buf_string(&slide.note), slide.place);
	const struct node *group = import_field(node, "group");
	theme = import_plain(group) ? group_theme(import, group) : NULL;
	make_field(import, &event, "themes", theme, group ? group->place : slide.place);
	quotes_give(import, &event, id, &slide, import_field(import_field(node, "media"), "url"));
	import_give(import, "events", NULL, event.node);
	import_others(import, node, known, sizeof known / sizeof *known);
	buf_free(&slide.note);
}

void slide_era(struct import *import, const struct node *node)
{
	static const char *const known[] = {"start_date", "end_date", "display_date", "text",
		"media", "unique_id", "uniqueid", "type"};
	struct slide slide;
	struct buf summary = {0};
	const char *words;
	struct node *date = date_of(import, node, &words);
	slide_read(import, node, &slide);
	if (!date) {
		buf_free(&slide.note);
		return;
	}
	struct making era = make_map(import, slide.place);
	const char *title = title_of(import, &slide);
	make_field(import, &era, "title", title, slide.place);
	make_add(import, &era, "date", date);
	buf_text(&summary, slide.text.text);
	if (slide.note.len) {
		note_line(&summary);
		buf_text(&summary, buf_string(&slide.note));
	}
	make_field(import, &era, "summary", buf_string(&summary), slide.place);
	import_give(import, "eras",
		import_id_own(import, SPACE_TIME, import_field(node, "unique_id"), title, "era"),
		era.node);
	if (words)
		import_left(import, shown_of(node));
	import_others(import, node, known, sizeof known / sizeof *known);
	buf_free(&slide.note);
	buf_free(&summary);
}

void slide_title(struct import *import, const struct node *node)
{
	static const char *const known[] = {"text", "media", "type"};
	struct slide slide;
	struct buf text = {0};
	slide_read(import, node, &slide);
	const char *title = slide.headline.len ? in_line(import, slide.headline.text) : NULL;
	if (title && !import->title) {
		import->title = arena_text(&import->kept, title, strlen(title));
		import_whole(import, "title", make_text(import, title, strlen(title), slide.place));
		import->load->titled = true;
	}
	buf_text(&text, slide.text.text);
	const struct html *texts[] = {&slide.text, &slide.media};
	for (size_t t = 0; t < 2; t++)
		for (size_t i = 0; i < texts[t]->quote_count; i++) {
			note_line(&text);
			buf_format(&text, "\u201C%s\u201D %s",
				in_line(import, texts[t]->quotes[i].words),
				in_line(import, texts[t]->quotes[i].cite));
		}
	if (slide.note.len) {
		note_line(&text);
		buf_text(&text, buf_string(&slide.note));
	}
	if (text.len)
		import_whole(import, "description",
			make_text(import, buf_string(&text), text.len, slide.place));
	import_others(import, node, known, sizeof known / sizeof *known);
	buf_free(&slide.note);
	buf_free(&text);
}

void slides_finish(struct import *import)
{
	if (!import->source)
		return;
	struct making source = make_map(import, import->source_place);
	make_field(import, &source, "type", "document", import->source_place);
	make_field(import, &source, "title", import->title ? import->title : import_title(import),
		import->source_place);
	make_field(import, &source, "note",
		"The timeline that these words stand in, without their source. To be finished: "
		"name "
		"the sources in which they are printed.",
		import->source_place);
	import_give(import, "sources", import->source, source.node);
}
