/* Whose words they are is told in one place, where they come from in another: a phrase a row, each
 * wrapped by itself. */
#include "layout/scene_words.h"

#include "layout/parting.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_names.h"
#include "layout/words_quote.h"
#include "query/wording.h"

#include <string.h>

/* What kind of words they are, for who does not know the signs; exact ones are known by theirs. */
static const char *label_of(const struct quote *quote)
{
	return quote->kind == QUOTE_THESIS ? "a source's own view:" : words_quote_label(quote);
}

void scene_words_add(struct rows *rows, const struct quote *quote, const char *from, const char *to,
	int around, int left, int right)
{
	struct quote_look look = words_quote_look(rows->paper.signs, quote);
	bool begins = from == quote->text;
	if (begins && quote->kind != QUOTE_QUOTATION && around & PART_LABEL) {
		rows_new(rows);
		rows_to(rows, left);
		rows_text(rows, style_of(ROLE_NOTE), label_of(quote));
	}
	for (const char *at = from, *end; at < to; at = end) {
		end = parting_paragraph(at, to);
		size_t len = (size_t)(end - at);
		while (len && (at[len - 1] == ' ' || at[len - 1] == '\n'))
			len--;
		if (at > from)
			rows_new(rows);
		rows_wrap(rows, words_quote_style(rows->paper.signs, quote, NULL), at, len, left,
			right, begins && at == from ? look.before : NULL,
			around & PART_ENDS && end == to ? look.after : NULL);
	}
}

void scene_quote_add(struct rows *rows, const struct quote *quote, int left, int right)
{
	scene_words_add(rows, quote, quote->text, quote->text + strlen(quote->text),
		PART_LABEL | PART_ENDS, left, right);
}

/* "OSW (Centre for Eastern Studies)": behind an author of capitals alone who has published it. */
static void spelled_out(struct buf *phrase, const struct source *source)
{
	const char *author = source->fields[SOURCE_AUTHOR];
	const char *publisher = source->fields[SOURCE_PUBLISHER];
	bool letters = publisher && strcmp(author, publisher) != 0;
	for (; letters && *author; author++)
		letters = *author >= 'A' && *author <= 'Z';
	if (letters)
		buf_format(phrase, " (%s)", publisher);
}

/* Who is called by a common name has an article in a sentence: "the unsigned commentary". */
static void author_name(struct buf *phrase, const struct record *record, struct ref source)
{
	struct buf name = {0};
	words_name(&name, record, source);
	const char *text = buf_string(&name), *last = strrchr(text, ' ');
	bool common = last && last[1] >= 'a' && last[1] <= 'z' && *text >= 'A' && *text <= 'Z' &&
		text[1] >= 'a' && text[1] <= 'z' &&
		(!record->language || strncmp(record->language, "en", 2) == 0);
	if (common)
		buf_format(phrase, "the %c%s", *text - 'A' + 'a', text + 1);
	else
		buf_text(phrase, text);
	buf_free(&name);
}

/* The source in short; where that begins with its author, with the whole name. */
static void source_whole(struct buf *phrase, const struct record *record, const struct quote *quote)
{
	struct ref source = quote->source;
	struct buf words = {0};
	size_t family = 0;
	words_source_short(&words, record, source, quote->locator);
	const char *name = record_name(record, source), *text = buf_string(&words);
	size_t len = strlen(name);
	if (record->sources[source.index].fields[SOURCE_AUTHOR] && strncmp(text, name, len) == 0 &&
		(text[len] == ',' || !text[len])) {
		author_name(phrase, record, source);
		spelled_out(phrase, &record->sources[source.index]);
		family = len;
	}
	buf_text(phrase, text + family);
	buf_free(&words);
}

/* What is the voice itself, where it is called by less than its title; and where it came out. */
static void outlet_words(
	struct buf *phrase, const struct record *record, const struct source *source, struct ref of)
{
	const char *title = source->fields[SOURCE_TITLE];
	const char *outlet = source->fields[SOURCE_CONTAINER_TITLE];
	struct buf name = {0};
	words_name(&name, record, of);
	outlet = outlet ? outlet : source->fields[SOURCE_PUBLISHER];
	if (title && !source->fields[SOURCE_AUTHOR] && strcmp(title, buf_string(&name)) != 0)
		buf_text(phrase, title);
	if (outlet)
		buf_format(phrase, "%s%s", phrase->len ? ", " : "", outlet);
	buf_free(&name);
}

/* Where a view came out, and when: "The National Interest, about 1 April 2022", where the source in
 * short has no more than its year behind its author. */
static void own_source(struct buf *phrase, const struct record *record, const struct quote *quote)
{
	const struct source *source = &record->sources[quote->source.index];
	struct buf rest = {0};
	words_source_below(&rest, record, quote, quote_said(record, quote));
	const char *text = buf_string(&rest);
	size_t year = strspn(text, "0123456789");
	bool bare = !text[year] || text[year] == ',';
	if (bare)
		outlet_words(phrase, record, source, quote->source);
	if (bare && year && source->issued) {
		buf_text(phrase, phrase->len ? ", " : "");
		date_display(source->issued, phrase);
		text += year;
	}
	buf_format(phrase, "%s%s", phrase->len && *text && *text != ',' ? ", " : "", text);
	buf_free(&rest);
}

/* Whether a source has somebody who quotes others in it, as the news has: a memorandum, a treaty or a
 * page of an office has the words themselves. */
static bool is_told(const struct source *source)
{
	static const char *const types[] = {"article", "broadcast", "post", "report", "review"};
	bool told = source->fields[SOURCE_AUTHOR] != NULL;
	for (size_t i = 0; i < sizeof types / sizeof *types && !told; i++)
		told = strncmp(source->fields[SOURCE_TYPE], types[i], strlen(types[i])) == 0;
	return told;
}

/* Who hands the words down: three ways for three kinds, and one for documents. */
static void source_phrase(
	struct buf *phrase, const struct record *record, const struct quote *quote)
{
	static const char *const ways[QUOTE_KIND_COUNT] = {
		[QUOTE_QUOTATION] = "quoted by ",
		[QUOTE_PARAPHRASE] = "as reported by ",
		[QUOTE_THESIS] = "in ",
	};
	bool told = quote->kind == QUOTE_THESIS || is_told(&record->sources[quote->source.index]);
	if (words_are_own(record, quote)) {
		own_source(phrase, record, quote);
	} else {
		buf_text(phrase, told ? ways[quote->kind] : "from ");
		source_whole(phrase, record, quote);
	}
}

/* A role in one row: without what is set off by commas at its end, where it has no room for that. */
static void role_cut(struct rows *rows, const char *role, int left, int width)
{
	struct buf text = {0};
	buf_text(&text, role);
	while (text_width(rows->paper.form, buf_string(&text), text.len) > width) {
		const char *comma = strrchr(buf_string(&text), ',');
		if (!comma)
			break;
		text.len = (size_t)(comma - text.text);
		text.text[text.len] = '\0';
	}
	rows_new(rows);
	rows_to(rows, left);
	rows_cut_words(rows, style_of(ROLE_TEXT), buf_kept(&text, rows->arena), width);
	buf_free(&text);
}

/* "Vladimir Lenin, possibly 7 March 1918 · Thom, 2022" in one row, as what in another; where the first has no
 * room for the source, that is a third. */
void scene_brief_add(struct rows *rows, const struct record *record, const struct quote *quote,
	int left, int right)
{
	struct buf name = {0}, said = {0}, source = {0};
	struct ref voice = quote_voice(quote);
	int width = right - left;
	if (voice.thing == THING_NONE)
		buf_text(&name, "unattributed");
	else
		words_name(&name, record, voice);
	buf_text(&said, ", ");
	words_said(&said, rows->paper.dates, record, quote);
	rows_new(rows);
	rows_to(rows, left);
	int used = text_width(rows->paper.form, name.text, name.len);
	if (used > width) {
		buf_clear(&name);
		words_names(&name, rows->paper.form, record, &voice, 1, 0, width);
		used = text_width(rows->paper.form, name.text, name.len);
	}
	rows_cut(rows, words_speaker_style(record, voice), buf_kept(&name, rows->arena), width);
	int dated = text_width(rows->paper.form, said.text, said.len);
	if (said.len > 2 && used + dated <= width) {
		rows_cut(rows, style_of(ROLE_TEXT), buf_kept(&said, rows->arena), width - used);
		used += dated;
	}
	buf_format(&source, " %s ", rows->paper.signs->dot);
	size_t dot = source.len;
	words_source_below(&source, record, quote, quote_said(record, quote));
	const char *text = buf_kept(&source, rows->arena);
	bool has = source.len > dot;
	bool beside = has && used + text_width(rows->paper.form, text, source.len) <= width;
	if (beside)
		rows_cut(rows, style_of(ROLE_SOURCE), text, width - used);
	if (quote->role)
		role_cut(rows, quote->role, left, width);
	if (has && !beside) {
		rows_new(rows);
		rows_to(rows, left);
		rows_cut_words(rows, style_of(ROLE_SOURCE), text + dot, width);
	}
	buf_free(&source);
	buf_free(&said);
	buf_free(&name);
}

/* What is told of who has no office: where the source stands, in the editor's words; else of a person who
 * speaks who that is, and of what hands words on the first sentence of its note. NULL for nothing. */
static const char *stance_of(
	const struct record *record, const struct quote *quote, const char **owner)
{
	const struct source *source = quote->source.thing == THING_SOURCE
		? &record->sources[quote->source.index]
		: NULL;
	struct ref voice = quote_voice(quote);
	*owner = "";
	if (source && source->fields[SOURCE_PERSPECTIVE]) {
		*owner = WORDS_EDITOR;
		return source->fields[SOURCE_PERSPECTIVE];
	}
	if (voice.thing == THING_PERSON && !quote->role && record->people[voice.index].about) {
		*owner = WORDS_EDITOR;
		return record->people[voice.index].about;
	}
	bool hands_on = source && quote->kind != QUOTE_THESIS && !words_are_own(record, quote) &&
		!source->fields[SOURCE_AUTHOR] && is_told(source);
	return hands_on ? source->fields[SOURCE_NOTE] : NULL;
}

void scene_stance_add(struct rows *rows, const struct record *record, const struct quote *quote,
	int left, int right)
{
	const char *owner, *text = stance_of(record, quote, &owner);
	if (!text)
		return;
	const char *end = strstr(text, ". ");
	struct buf phrase = {0};
	buf_text(&phrase, owner);
	buf_add(&phrase, text, end ? (size_t)(end - text) + 1 : strlen(text));
	rows_phrase(rows, style_of(ROLE_NOTE), &phrase, left, right);
	buf_free(&phrase);
}

/* Whether something stands in brackets that is no cut: "[with the West]", not "[…]" or "[...]". */
static bool has_insertion(const char *text)
{
	const char *last = strrchr(text, ']');
	bool has = false;
	while (!has && last && (text = strchr(text, '[')) && text++ < last)
		has = strncmp(text, "\xe2\x80\xa6]", 4) != 0 && strncmp(text, "...]", 4) != 0;
	return has;
}

/* Without a language a text is in that of the record. */
static bool is_same_tongue(const struct record *record, const char *a, const char *b)
{
	a = a ? a : record->language;
	b = b ? b : record->language;
	return !a || !b || strcmp(a, b) == 0;
}

enum { LOOK_MOST = 256 }; /* places in print */

/* Where another page has the same utterance and it reads otherwise, in the same language; none where the record
 * knows of none. */
static struct ref rendered_otherwise(const struct record *record, const struct quote *quote)
{
	uint32_t index = record_quote_index(record, quote), other = index;
	for (int n = 0; n < LOOK_MOST && record->renderings; n++) {
		other = record->renderings[other];
		if (other == index)
			break;
		const struct quote *words = &record->quotes[other];
		if (words->kind == QUOTE_QUOTATION && words->source.thing == THING_SOURCE &&
			!ref_same(words->source, quote->source) && /* other words of one page */
			is_same_tongue(record, words->language, quote->language) &&
			!wording_same(words->text, quote->text))
			return words->source;
	}
	return (struct ref){0};
}

/* Likewise, or where the words stand in print as well. */
static struct ref otherwise_in(const struct record *record, const struct quote *quote)
{
	const struct attestations *also = quote->also_in;
	for (uint32_t n = 0; also && n < also->count && n < LOOK_MOST; n++)
		if (also->at[n].text && also->at[n].source.thing == THING_SOURCE &&
			is_same_tongue(record, also->at[n].language, quote->language) &&
			!wording_same(also->at[n].text, quote->text))
			return also->at[n].source;
	return rendered_otherwise(record, quote);
}

/* That exact words are not all the speaker's, or not the only ones that are handed down: a class is to know
 * before it takes them apart. */
static void altered_add(struct rows *rows, const struct record *record, const struct quote *quote,
	int left, int right)
{
	struct buf phrase = {0};
	if (quote->kind != QUOTE_QUOTATION)
		return;
	struct ref other = otherwise_in(record, quote);
	if (has_insertion(quote->text))
		buf_text(&phrase, "what stands in [ ] is not the speaker's");
	if (other.thing != THING_NONE) {
		buf_format(&phrase, "%sreads otherwise in ", phrase.len ? "; " : "");
		words_source_short(&phrase, record, other, NULL);
	}
	rows_phrase(rows, style_of(ROLE_NOTE), &phrase, left, right);
	buf_free(&phrase);
}

/* That they are a translation, from what and by whom; the words as they were said are one of the links. */
static void translation_add(struct rows *rows, const struct record *record,
	const struct quote *quote, int left, int right)
{
	const struct quote_more *more = quote->more;
	const struct attestation *original = more && more->original && more->original->count
		? more->original->at
		: NULL;
	const char *tongue = original ? original->language : NULL;
	struct buf phrase = {0};
	if (tongue && is_same_tongue(record, tongue, quote->language))
		tongue = NULL;
	if (!tongue && !(more && more->translator))
		return;
	buf_text(&phrase, "translated");
	if (tongue) {
		buf_text(&phrase, " from ");
		words_language(&phrase, tongue);
	}
	if (more->translator)
		buf_format(&phrase, " by %s", more->translator);
	buf_text(&phrase, tongue ? "; l shows it" : "");
	rows_phrase(rows, style_of(ROLE_NOTE), &phrase, left, right);
	buf_free(&phrase);
}

void scene_speaker_add(struct rows *rows, const struct record *record, const struct quote *quote,
	bool asked, int left, int right)
{
	const char *beside = asked ? NULL : record->events[quote->event].title;
	const char *status = words_status((enum quote_status)quote->status);
	struct buf phrase = {0};
	struct ref voice = quote_voice(quote);
	if (voice.thing == THING_NONE)
		buf_text(&phrase, "unattributed");
	else
		words_name(&phrase, record, voice);
	rows_phrase(rows, words_speaker_style(record, voice), &phrase, left, right);
	buf_text(&phrase, quote->role ? quote->role : "");
	words_handed(&phrase, record, quote);
	rows_phrase(rows, style_of(ROLE_TEXT), &phrase, left, right);
	words_said(&phrase, rows->paper.dates, record, quote);
	if (phrase.len && beside)
		buf_format(&phrase, " %s ", rows->paper.signs->dot);
	buf_text(&phrase, beside ? beside : "");
	rows_phrase(rows, style_of(ROLE_TEXT), &phrase, left, right);
	source_phrase(&phrase, record, quote);
	if (phrase.len)
		rows_blank(rows);
	rows_phrase(rows, style_of(ROLE_SOURCE), &phrase, left, right);
	translation_add(rows, record, quote, left, right);
	if (status && quote->status == STATUS_ATTRIBUTED && quote->source.thing == THING_SOURCE) {
		buf_format(&phrase, "%s by ", status);
		words_name(&phrase, record, quote->source);
		if (rendered_otherwise(record, quote).thing == THING_NONE)
			buf_text(&phrase, ", without saying where it was said");
	} else {
		buf_text(&phrase, status ? status : "");
	}
	rows_phrase(rows, style_of(ROLE_WARN), &phrase, left, right);
	altered_add(rows, record, quote, left, right);
	buf_free(&phrase);
}

void scene_event_head_add(struct rows *rows, const struct record *record, const struct event *event,
	int left, int right)
{
	struct buf phrase = {0};
	buf_text(&phrase, event->title);
	rows_phrase(rows, style_of(ROLE_TITLE), &phrase, left, right);
	words_date(&phrase, rows->paper.dates, when_of_event(event));
	rows_phrase(rows, style_of(ROLE_DATE), &phrase, left, right);
	words_meeting(&phrase, record, rows->paper.signs, event);
	rows_phrase(rows, style_of(ROLE_SOURCE), &phrase, left, right);
	buf_free(&phrase);
}

void scene_summary_add(struct rows *rows, const char *from, const char *to, int left, int right)
{
	size_t len = (size_t)(to - from);
	while (len && (from[len - 1] == ' ' || from[len - 1] == '\n'))
		len--;
	rows_wrap(rows, style_of(ROLE_TEXT), from, len, left, right, NULL, NULL);
}

void scene_outcome_add(struct rows *rows, const struct event *event, int left, int right)
{
	rows_paragraph(rows, style_of(ROLE_TITLE), event->title, left, right);
	rows_paragraph(rows, style_of(ROLE_SOURCE), "What came of it", left, right);
	rows_new(rows);
	rows_paragraph(rows, style_of(ROLE_TEXT), event->outcome, left, right);
}

void scene_event_add(struct rows *rows, const struct record *record, const struct event *event,
	int left, int right)
{
	scene_event_head_add(rows, record, event, left, right);
	if (event->summary) {
		rows_new(rows);
		scene_summary_add(
			rows, event->summary, event->summary + strlen(event->summary), left, right);
	}
}
