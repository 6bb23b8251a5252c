/* A slide has a date, a headline, a text and something to look at. The text is HTML: words in a <blockquote>
 * become a quotation, and what leads out of the text goes into the note. */
#include "load/import_slide.h"

#include "base/text.h"
#include "load/import_date.h"

#include <string.h>

/* What is read of a slide, beside its date. */
struct slide {
	struct place place;
	const struct node *text_node;
	const char *headline; /* "" where there is none */
	const char *caption;  /* of what is shown beside it; "" too */
	struct html text, media;
	struct buf note;
};

/* ---- parts ---- */

static void note_line(struct buf *note)
{
	if (note->len && note->text[note->len - 1] != '\n')
		buf_char(note, '\n');
}

static void note_addresses(
	struct import *import, struct buf *note, const struct html *html, const char *before)
{
	for (size_t i = 0; i < html->address_count; i++) {
		if (!i)
			note_line(note);
		buf_format(note, "%s%s", i ? ", " : before,
			import_in_line(import, html->addresses[i]));
	}
}

/* A text that has one line; the addresses that are in it go into the note. */
static const char *line_of(
	struct import *import, struct slide *slide, const struct node *node, const char *leads)
{
	struct html html;
	import_html(import, node, &html);
	note_addresses(import, &slide->note, &html, leads);
	return import_in_line(import, html_whole(&import->arena, &html));
}

/* "Shown beside it: The mill (Ann Roe), https://..." */
static void note_media(struct import *import, struct buf *note, const char *caption,
	const char *credit, const char *address)
{
	if (!*caption && !*credit && !*address)
		return;
	note_line(note);
	buf_format(note, "Shown beside it: %s", caption);
	if (*credit)
		buf_format(note, *caption ? " (%s)" : "%s", credit);
	if (*address)
		buf_format(note, "%s%s", *caption || *credit ? ", " : "", address);
}

/* What is shown beside the text: an address, or words and frames of HTML. A title or what stands in its place
 * is its caption where there is none. */
static void media_read(struct import *import, struct slide *slide, const struct node *media)
{
	static const char *const captions[] = {"caption", "title", "alt"};
	const struct node *url = import_field(media, "url"), *link = import_field(media, "link");
	const char *caption = "", *credit;
	struct buf of_media = {0}, behind = slide->note;
	slide->note = of_media;
	if (media && media->kind == NODE_SCALAR) /* as some write it */
		url = media;
	import_html(import, url, &slide->media);
	bool words = slide->media.quote_count || slide->media.address_count;
	note_addresses(import, &slide->note, &slide->media, "Shown beside it: ");
	for (size_t i = 0; i < sizeof captions / sizeof *captions && !*caption; i++)
		caption = line_of(
			import, slide, import_field(media, captions[i]), "Its caption leads to: ");
	credit = line_of(import, slide, import_field(media, "credit"), "Its credit leads to: ");
	if (import_plain(link)) {
		note_line(&slide->note);
		buf_format(&slide->note, "It leads to: %s", import_in_line(import, link->text));
		import_take(import, link);
	}
	const char *text = import_in_line(import, slide->media.text);
	note_media(import, &behind, caption, credit, words ? "" : text);
	if (words && *text) {
		note_line(&behind);
		buf_text(&behind, text);
	}
	if (slide->note.len) {
		note_line(&behind);
		buf_text(&behind, buf_string(&slide->note));
	}
	buf_free(&slide->note);
	slide->note = behind;
	slide->caption = caption;
}

/* What stands below words that are not there. */
static void note_cites(struct import *import, struct buf *note, const struct html *html)
{
	for (size_t i = 0; i < html->quote_count; i++) {
		if (*html->quotes[i].words)
			continue;
		note_line(note);
		buf_text(note, import_in_line(import, html->quotes[i].cite));
	}
}

/* The texts of a slide, and its note. */
static void slide_read(struct import *import, const struct node *node, struct slide *slide)
{
	const struct node *text = import_field(node, "text");
	const struct node *headline = import_field(text, "headline");
	*slide = (struct slide){.place = node->place};
	slide->text_node = text && text->kind == NODE_SCALAR ? text : import_field(text, "text");
	if (headline)
		slide->place = headline->place;
	slide->headline = line_of(import, slide, headline, "Its title leads to: ");
	import_html(import, slide->text_node, &slide->text);
	note_addresses(import, &slide->note, &slide->text, "Links in it: ");
	media_read(import, slide, import_field(node, "media"));
	note_cites(import, &slide->note, &slide->text);
	note_cites(import, &slide->note, &slide->media);
}

/* The headline, or the first words of what there is. */
static const char *title_of(struct import *import, const struct slide *slide)
{
	enum { TITLE_MOST = 60 };
	if (*slide->headline)
		return slide->headline;
	const char *text = import_in_line(import, slide->text.text);
	text = *text ? text : slide->caption;
	for (size_t i = 0; i < 2 && !*text; i++) {
		const struct html *from = i ? &slide->media : &slide->text;
		if (from->quote_count)
			text = import_in_line(import, from->quotes[0].words);
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
	const char *title = import_line(import, group);
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
	const char *cite = undashed(import_in_line(import, line));
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
	const struct node *name = location && location->kind == NODE_SCALAR
		? location
		: import_field(location, "name");
	if (import_plain(name))
		make_field(import, event, "place", import_line(import, name), name->place);
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
	if (!date)
		import_pass(import, slide);
	return date;
}

/* Its own id, where a record can have it, else one of its title. */
static const char *id_of(
	struct import *import, const struct node *slide, const char *title, const char *other)
{
	const struct node *own = import_field(slide, "unique_id");
	return import_id_own(
		import, SPACE_TIME, own ? own : import_field(slide, "uniqueid"), title, other);
}

void slide_event(struct import *import, const struct node *node)
{
	struct slide slide;
	const char *words;
	struct node *date = date_of(import, node, &words);
	if (!date)
		return;
	slide_read(import, node, &slide);
	struct making event = make_map(import, slide.place);
	const char *title = title_of(import, &slide);
	const char *id = id_of(import, node, title, "event");
	make_field(import, &event, "id", id, slide.place);
	make_add(import, &event, "date", date);
	make_field(import, &event, "date_text", words, date->place);
	make_field(import, &event, "title", title, slide.place);
	place_read(import, &event, import_field(node, "location"));
	if (slide.text_node)
		make_field(import, &event, "summary", slide.text.text, slide.text_node->place);
	make_field(import, &event, "note", buf_string(&slide.note), slide.place);
	const struct node *group = import_field(node, "group");
	if (import_plain(group))
		make_field(import, &event, "themes", group_theme(import, group), group->place);
	quotes_give(import, &event, id, &slide, import_field(import_field(node, "media"), "url"));
	import_give(import, "events", NULL, event.node);
	buf_free(&slide.note);
}

/* All that a slide says but its title: of what no quotations are made. */
static void words_add(struct import *import, struct buf *text, const struct slide *slide)
{
	const struct html *texts[] = {&slide->text, &slide->media};
	buf_text(text, slide->text.text);
	for (size_t t = 0; t < 2; t++)
		for (size_t i = 0; i < texts[t]->quote_count; i++) {
			const struct html_quote *quote = &texts[t]->quotes[i];
			if (!*quote->words)
				continue;
			note_line(text);
			buf_format(text, "\u201C%s\u201D%s%s", import_in_line(import, quote->words),
				*quote->cite ? " " : "", import_in_line(import, quote->cite));
		}
	if (slide->note.len) {
		note_line(text);
		buf_text(text, slide->note.text);
	}
}

void slide_era(struct import *import, const struct node *node)
{
	struct slide slide;
	struct buf summary = {0};
	const char *words;
	struct node *date = date_of(import, node, &words);
	if (!date)
		return;
	slide_read(import, node, &slide);
	struct making era = make_map(import, slide.place);
	const char *title = title_of(import, &slide);
	make_field(import, &era, "title", title, slide.place);
	make_add(import, &era, "date", date);
	words_add(import, &summary, &slide);
	if (words) {
		note_line(&summary);
		buf_format(&summary, "Its date is shown as: %s", words);
	}
	make_field(import, &era, "summary", buf_string(&summary), slide.place);
	import_give(import, "eras", id_of(import, node, title, "era"), era.node);
	buf_free(&slide.note);
	buf_free(&summary);
}

/* The first one calls the record; what others are called stands with what they say. */
void slide_title(struct import *import, const struct node *node)
{
	struct slide slide;
	struct buf *text = &import->description;
	slide_read(import, node, &slide);
	const char *title = node->kind == NODE_SCALAR ? import_line(import, node) : slide.headline;
	if (!text->len)
		import->description_place = slide.place;
	else
		buf_char(text, '\n');
	if (*title && !import->title) {
		import->title = arena_text(&import->kept, title, strlen(title));
		import_whole(import, "title", make_text(import, title, strlen(title), slide.place));
		import->load->titled = true;
	} else if (*title) {
		buf_format(text, "%s\n", title);
	}
	words_add(import, text, &slide);
	buf_free(&slide.note);
}

static void description_give(struct import *import)
{
	struct buf *text = &import->description;
	while (text->len && text->text[text->len - 1] == '\n')
		text->len--;
	if (text->len && import->load->record->description)
		import_tell(import, CODE_LEFT_OUT, import->description_place,
			"a description is left out: the files before have one");
	else if (text->len)
		import_whole(import, "description",
			make_text(import, text->text, text->len, import->description_place));
}

static void source_give(struct import *import)
{
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

void slides_finish(struct import *import)
{
	description_give(import);
	if (import->source)
		source_give(import);
}
