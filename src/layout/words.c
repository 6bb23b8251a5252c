/* Phrases, put together from the left: each part is added behind the separator that it needs, and
 * what the record does not say leaves no trace of its separator either. Text of the record is taken
 * as it stands; whoever shows a phrase makes it harmless. */
#include "layout/words.h"

#include "layout/words_date.h"
#include "model/author.h"
#include "model/form.h"

#include <string.h>

/* Adds the separator where something stands before it. */
static void part(struct buf *buf, size_t start, const char *separator)
{
	if (buf->len > start)
		buf_text(buf, separator);
}

void words_figure(struct buf *buf, uint64_t number)
{
	if (number >= 1000) {
		words_figure(buf, number / 1000);
		buf_format(buf, ",%03u", (unsigned)(number % 1000));
	} else {
		buf_format(buf, "%u", (unsigned)number);
	}
}

void words_number(struct buf *buf, uint64_t count, const char *one, const char *many)
{
	words_figure(buf, count);
	buf_char(buf, ' ');
	buf_text(buf, count == 1 ? one : many);
}

void words_counts(struct buf *buf, const struct signs *signs, const struct quote_counts *counts)
{
	uint32_t quotations = counts->of[QUOTE_QUOTATION];
	uint32_t reports = counts->of[QUOTE_PARAPHRASE], views = counts->of[QUOTE_THESIS];
	if (quotations)
		words_number(buf, quotations, "quotation", "quotations");
	else if (!reports && !views)
		buf_text(buf, "no quotations");
	if (quotations && (reports || views))
		buf_format(buf, " %s ", signs->dot);
	if (reports && views)
		words_number(
			buf, (uint64_t)reports + views, "report and view", "reports and views");
	else if (reports)
		words_number(buf, reports, "report", "reports");
	else if (views)
		words_number(buf, views, "view", "views");
}

void words_handed(struct buf *buf, const struct record *record, const struct quote *quote)
{
	const struct quote_more *more = quote->more;
	if (more && more->unnamed)
		buf_format(buf, "%sunnamed in the source", buf->len ? ", " : "");
	if (more && more->via) {
		buf_format(buf, "%sby way of ", buf->len ? ", " : "");
		words_list(buf, record, more->via);
	}
}

void words_speaker(struct buf *buf, const struct record *record, const struct quote *quote)
{
	struct ref speaker = quote_voice(quote);
	if (speaker.thing == THING_NONE)
		buf_text(buf, "unattributed");
	else
		words_name(buf, record, speaker);
	if (quote->role) {
		buf_text(buf, ", ");
		buf_text(buf, quote->role);
	}
	words_handed(buf, record, quote);
}

struct style words_speaker_style(const struct record *record, struct ref speaker)
{
	return style_party(ROLE_SPEAKER, record_color(record, speaker));
}

void words_speaker_short(struct buf *buf, const struct record *record, const struct quote *quote)
{
	struct ref speaker = quote_voice(quote);
	buf_text(buf, speaker.thing == THING_NONE ? "unattributed" : record_name(record, speaker));
}

const char *words_status(enum quote_status status)
{
	return status == STATUS_CHECKED ? NULL : form_statuses.at[status];
}

void words_list(struct buf *buf, const struct record *record, const struct refs *refs)
{
	for (uint32_t n = 0; refs && n < refs->count; n++) {
		buf_join(buf, n, refs->count);
		buf_text(buf, record_name(record, refs->at[n]));
	}
}

/* Those at the table: the parties, else the people. */
static void meeting_who(struct buf *buf, const struct record *record, const struct event *event)
{
	if (event->parties) {
		words_list(buf, record, event->parties);
		return;
	}
	for (uint32_t n = 0; event->people && n < event->people->count; n++) {
		buf_join(buf, n, event->people->count);
		buf_text(buf, record_name(record, event->people->at[n].person));
	}
}

void words_meeting(struct buf *buf, const struct record *record, const struct signs *signs,
	const struct event *event)
{
	struct buf people = {0};
	meeting_who(&people, record, event);
	if (event->host) {
		part(&people, 0, "; ");
		buf_text(&people, "host ");
		words_list(&people, record, event->host);
	}
	if (event->mediator) {
		part(&people, 0, "; ");
		buf_text(&people, "mediator ");
		words_list(&people, record, event->mediator);
	}
	if (event->location)
		buf_text(buf, event->location);
	if (event->location && people.len)
		buf_format(buf, " %s ", signs->dot);
	buf_add(buf, people.text, people.len);
	buf_free(&people);
}

/* ---- people ---- */

void words_life(struct buf *buf, const struct person *person)
{
	struct buf born = {0}, died = {0};
	if (person->born)
		words_date_year(&born, person->born);
	if (person->died)
		words_date_year(&died, person->died);
	bool spaced = strchr(buf_string(&born), ' ') || strchr(buf_string(&died), ' ');
	if (born.len && died.len)
		buf_format(buf, "%s%s%s", born.text, spaced ? " – " : "–", died.text);
	else if (born.len || died.len)
		buf_format(buf, "%s %s", born.len ? "born" : "died",
			buf_string(born.len ? &born : &died));
	buf_free(&born);
	buf_free(&died);
}

void words_about(struct buf *buf, const struct signs *signs, const struct person *person)
{
	size_t start = buf->len;
	if (!person->about)
		return;
	words_life(buf, person);
	if (buf->len > start)
		buf_format(buf, " %s ", signs->dot);
	buf_text(buf, person->about);
}

/* ---- sources ---- */

void words_name_placed(struct buf *out, const struct record *record, struct ref ref)
{
	words_name(out, record, ref);
	if (ref.thing != THING_SOURCE)
		return;
	const char *const *fields = record->sources[ref.index].fields;
	const char *outlet = fields[SOURCE_CONTAINER_TITLE] ? fields[SOURCE_CONTAINER_TITLE]
							    : fields[SOURCE_PUBLISHER];
	if (outlet && !strstr(buf_string(out), outlet))
		buf_format(out, ", %s", outlet);
}

void words_dated(struct buf *buf, const char *date)
{
	size_t len = strlen(date), start = buf->len - len;
	if (!len ||
		(buf->len >= len && memcmp(buf->text + start, date, len) == 0 &&
			(!start || buf->text[start - 1] == ' ')))
		return;
	buf_text(buf, buf->len ? ", " : "");
	buf_add(buf, date, len);
}

/* A citation is its parts with commas between them, in the order of the field: who, what, where it
 * stands, by whom printed, when, on which page. Parts that the record does not have leave no
 * trace. */

/* Adds the comma where something stands before it. */
static void comma(struct buf *buf, size_t start)
{
	if (buf->len > start)
		buf_text(buf, ", ");
}

/* A field of names, "Family, Given; Family, Given", as one reads them: "A B, C D and E F". */
static void names_natural(struct buf *buf, const char *names)
{
	struct author author;
	size_t count = 0;
	for (const char *at = names; author_next(&at, &author);) {
		if (count++)
			buf_text(buf, at[strspn(at, " ;")] ? ", " : " and ");
		buf_add(buf, author.given, author.given_len);
		buf_text(buf, author.given_len ? " " : "");
		buf_add(buf, author.family, author.family_len);
	}
}

void words_name(struct buf *buf, const struct record *record, struct ref ref)
{
	const char *author = NULL;
	if (ref.thing == THING_SOURCE)
		author = record->sources[ref.index].fields[SOURCE_AUTHOR];
	if (author)
		names_natural(buf, author);
	else
		buf_text(buf, record_name(record, ref));
}

static bool is_range_char(const char *at, size_t *bytes)
{
	*bytes = strncmp(at, "–", strlen("–")) ? 1 : strlen("–");
	return *bytes > 1 || *at == '-' || *at == ',' || *at == ' ';
}

void words_locator(struct buf *buf, const char *locator)
{
	bool digits = false, range = false;
	for (const char *at = locator; *at;) {
		size_t bytes = 1;
		if (*at >= '0' && *at <= '9') {
			digits = true;
		} else if (digits && is_range_char(at, &bytes)) {
			range = true;
		} else {
			digits = false;
			break;
		}
		at += bytes;
	}
	if (digits)
		buf_text(buf, range ? "pp. " : "p. ");
	buf_text(buf, locator);
}

/* A title up to its colon: as short titles are made. */
static size_t title_short(const char *title)
{
	const char *colon = strstr(title, ": ");
	return colon && colon > title ? (size_t)(colon - title) : strlen(title);
}

/* The short name that is made where the record gives none: author, work and year. */
static void short_made(struct buf *buf, const struct record *record, struct ref ref)
{
	const struct source *source = &record->sources[ref.index];
	const char *author = source->fields[SOURCE_AUTHOR];
	const char *container = source->fields[SOURCE_CONTAINER_TITLE];
	const char *title = source->fields[SOURCE_TITLE];
	size_t start = buf->len;
	if (author)
		buf_text(buf, record_name(record, ref));
	if (container) {
		comma(buf, start);
		buf_text(buf, container);
	} else if (title) {
		comma(buf, start);
		buf_add(buf, title, title_short(title));
	}
	if (source->issued) {
		comma(buf, start);
		if (author || title)
			words_date_year(buf, source->issued);
		else /* an issue of a newspaper is known by its day */
			date_display(source->issued, buf);
	}
}

void words_source_short(
	struct buf *buf, const struct record *record, struct ref ref, const char *locator)
{
	const struct source *source = &record->sources[ref.index];
	size_t start = buf->len;
	if (source->fields[SOURCE_SHORT])
		buf_text(buf, source->fields[SOURCE_SHORT]);
	else
		short_made(buf, record, ref);
	if (locator) {
		comma(buf, start);
		words_locator(buf, locator);
	}
}

bool words_are_own(const struct record *record, const struct quote *quote)
{
	struct buf speaker = {0}, source = {0};
	if (quote->speaker.thing == THING_NONE)
		return quote->kind == QUOTE_THESIS;
	if (quote->speaker.thing != THING_PERSON || quote->source.thing != THING_SOURCE)
		return ref_same(quote->speaker, quote->source);
	words_name(&speaker, record, quote->speaker);
	words_name(&source, record, quote->source);
	bool own = strcmp(buf_string(&speaker), buf_string(&source)) == 0;
	buf_free(&source);
	buf_free(&speaker);
	return own;
}

/* The text behind a part that it begins with, and a comma; the text where it does not. */
static const char *behind(const char *text, const char *part)
{
	size_t len = strlen(part);
	if (!len || strncmp(text, part, len) != 0)
		return text;
	return !text[len] ? text + len : strncmp(text + len, ", ", 2) == 0 ? text + len + 2 : text;
}

/* The text without its first part, "2022" or "10 May 2025", where that is no more than was said. */
static const char *behind_said(const char *text, const struct date *said)
{
	struct buf part = {0};
	buf_add(&part, text, strcspn(text, ","));
	const char *rest = words_date_holds(buf_string(&part), said)
		? behind(text, buf_string(&part))
		: text;
	buf_free(&part);
	return rest;
}

/* As of a day that a source is only about of: adds when that is, in the place of its year, so that nobody
 * takes it for known by then. Returns the rest of the text. */
static const char *doubt_add(
	struct buf *buf, const struct record *record, const struct quote *quote, const char *rest)
{
	const struct date *issued = quote->source.thing == THING_SOURCE
		? record->sources[quote->source.index].issued
		: NULL;
	if (!record->whole || !issued || issued->certainty == DATE_EXACT)
		return rest;
	words_date(buf, DATES_BOTH, (struct when){.date = issued});
	const char *further = behind_said(rest, issued);
	buf_text(buf, *further ? ", " : "");
	return further;
}

void words_source_below(struct buf *buf, const struct record *record, const struct quote *quote,
	const struct date *said)
{
	struct buf source = {0}, name = {0};
	words_source_short(&source, record, quote->source, quote->locator);
	const char *rest = buf_string(&source);
	if (words_are_own(record, quote)) {
		words_name(&name, record, quote->source);
		const char *whole = behind(rest, buf_string(&name));
		rest = whole != rest ? whole : behind(rest, record_name(record, quote->source));
		rest = behind_said(rest, said);
		if (!said)
			rest = doubt_add(buf, record, quote, rest);
	}
	buf_text(buf, rest);
	buf_free(&name);
	buf_free(&source);
}

/* ", volume 3": a labelled part of a citation, where the source has it. */
static void labelled(struct buf *buf, size_t start, const char *label, const char *text)
{
	if (!text)
		return;
	comma(buf, start);
	buf_text(buf, label);
	buf_text(buf, text);
}

static void names_labelled(struct buf *buf, size_t start, const char *label, const char *names)
{
	if (!names)
		return;
	comma(buf, start);
	buf_text(buf, label);
	names_natural(buf, names);
}

static bool is_number(const char *text)
{
	return *text && strspn(text, "0123456789") == strlen(text);
}

/* "Karlsund: Hallam & Roe", or one of the two. */
static void imprint(struct buf *buf, size_t start, const struct source *source)
{
	const char *place = source->fields[SOURCE_PUBLISHER_PLACE];
	const char *publisher = source->fields[SOURCE_PUBLISHER];
	labelled(buf, start, "", place);
	if (publisher && place)
		buf_text(buf, ": ");
	else if (publisher)
		comma(buf, start);
	if (publisher)
		buf_text(buf, publisher);
}

static void title_words(struct buf *buf, size_t start, const struct source *source)
{
	const char *title = source->fields[SOURCE_TITLE];
	const char *container = source->fields[SOURCE_CONTAINER_TITLE];
	if (title) {
		comma(buf, start);
		buf_text(buf, container ? "“" : "");
		buf_text(buf, title);
		buf_text(buf, container ? "”" : "");
	}
	labelled(buf, start, "", container);
}

void words_source_full(struct buf *buf, const struct record *record, struct ref ref)
{
	const struct source *source = &record->sources[ref.index];
	const char *const *fields = source->fields;
	size_t start = buf->len;
	names_labelled(buf, start, "", fields[SOURCE_AUTHOR]);
	title_words(buf, start, source);
	names_labelled(buf, start, "edited by ", fields[SOURCE_EDITOR]);
	names_labelled(buf, start, "translated by ", fields[SOURCE_TRANSLATOR]);
	const char *edition = fields[SOURCE_EDITION];
	labelled(buf, start, edition && is_number(edition) ? "edition " : "", edition);
	labelled(buf, start, "vol. ", fields[SOURCE_VOLUME]);
	labelled(buf, start, "no. ", fields[SOURCE_ISSUE]);
	imprint(buf, start, source);
	if (source->issued) {
		comma(buf, start);
		date_display(source->issued, buf);
	}
	if (fields[SOURCE_PAGE]) {
		comma(buf, start);
		words_locator(buf, fields[SOURCE_PAGE]);
	}
	labelled(buf, start, "", fields[SOURCE_ARCHIVE]);
	labelled(buf, start, "", fields[SOURCE_ARCHIVE_LOCATION]);
	labelled(buf, start, "", fields[SOURCE_URL]);
	labelled(buf, start, "archived at ", fields[SOURCE_ARCHIVED]);
	labelled(buf, start, "doi:", fields[SOURCE_DOI]);
	labelled(buf, start, "ISBN ", fields[SOURCE_ISBN]);
	if (source->accessed) {
		buf_text(buf, " (accessed ");
		date_display(source->accessed, buf);
		buf_char(buf, ')');
	}
}

/* ---- plans ---- */

void words_scene(struct buf *buf, const struct record *record, const struct step *step)
{
	const struct refs *issues = step->issues;
	switch (step_kind(step)) {
	case STEP_COMPARE:
		buf_text(buf,
			step->compare->at[0].thing == THING_EVENT ? "Two events side by side"
								  : "Two quotations side by side");
		break;
	case STEP_POSITIONS:
		buf_text(buf, issues ? "Positions: " : "Positions: who stood where");
		for (uint32_t i = 0; issues && i < issues->count; i++)
			buf_format(buf, "%s%s", i ? ", " : "", record_name(record, issues->at[i]));
		break;
	case STEP_QUIZ:
		buf_text(buf, "Quiz: who said it?");
		break;
	case STEP_THING:
		break;
	}
}
