/* CSL-JSON: what is named of the sources, as citation managers read them.
 *
 * Its schema knows no other keys than CSL's, so what is ours alone stands in `custom`. A date that
 * CSL cannot say stands there in words, as `literal`: nothing is rounded. */
#include "print/csl.h"

#include "model/author.h"
#include "print/date_plain.h"
#include "print/json.h"
#include "print/print.h"

#include <string.h>

static const struct {
	enum source_field field;
	const char *key;
} texts[] =
	{
		{SOURCE_TITLE, "title"},
		{SOURCE_CONTAINER_TITLE, "container-title"},
		{SOURCE_PUBLISHER, "publisher"},
		{SOURCE_PUBLISHER_PLACE, "publisher-place"},
		{SOURCE_VOLUME, "volume"},
		{SOURCE_ISSUE, "issue"},
		{SOURCE_PAGE, "page"},
		{SOURCE_EDITION, "edition"},
		{SOURCE_ARCHIVE, "archive"},
		{SOURCE_ARCHIVE_LOCATION, "archive_location"},
		{SOURCE_URL, "URL"},
		{SOURCE_DOI, "DOI"},
		{SOURCE_ISBN, "ISBN"},
		{SOURCE_LANGUAGE, "language"},
},
  names[] =
	  {
		  {SOURCE_AUTHOR, "author"},
		  {SOURCE_EDITOR, "editor"},
		  {SOURCE_TRANSLATOR, "translator"},
},
  customs[] = {
	  {SOURCE_SHORT, "short"},
	  {SOURCE_ARCHIVED, "archived"},
	  {SOURCE_SHA256, "sha256"},
};

static void name_add(struct sink *sink, const char *key, const char *name, size_t len)
{
	sink->calls->text(sink, key, arena_text(&sink->arena, name, len));
}

static void names_add(struct sink *sink, const char *key, const char *field)
{
	struct author author;
	sink->calls->open(sink, key, SHAPE_LIST);
	while (author_next(&field, &author)) {
		sink->calls->open(sink, NULL, SHAPE_SHORT);
		name_add(sink, author.given_len ? "family" : "literal", author.family,
			author.family_len);
		if (author.given_len)
			name_add(sink, "given", author.given, author.given_len);
		sink->calls->close(sink, SHAPE_SHORT);
	}
	sink->calls->close(sink, SHAPE_LIST);
}

static void point_add(struct sink *sink, const struct plain_point *point)
{
	sink->calls->open(sink, NULL, SHAPE_LIST);
	sink->calls->number(sink, NULL, point->year);
	if (point->month)
		sink->calls->number(sink, NULL, point->month);
	if (point->day)
		sink->calls->number(sink, NULL, point->day);
	sink->calls->close(sink, SHAPE_LIST);
}

/* Whether programs of CSL take the span: to a year or month they want one from a year or month. */
static bool is_even(const struct plain_date *date)
{
	return !date->interval ||
		(!date->from.month == !date->to.month && !date->from.day == !date->to.day);
}

static void date_add(struct sink *sink, const char *key, const struct date *date)
{
	struct plain_date plain;
	if (!date)
		return;
	sink->calls->open(sink, key, SHAPE_SHORT);
	if (date_plain(date, &plain) && is_even(&plain)) {
		sink->calls->open(sink, "date-parts", SHAPE_LIST);
		point_add(sink, &plain.from);
		if (plain.interval)
			point_add(sink, &plain.to);
		sink->calls->close(sink, SHAPE_LIST);
		if (plain.about)
			sink->calls->truth(sink, "circa");
	} else {
		struct buf words = {0};
		date_display(date, &words);
		sink->calls->text(sink, "literal", buf_string(&words));
		buf_free(&words);
	}
	sink->calls->close(sink, SHAPE_SHORT);
}

static void customs_add(struct sink *sink, const struct source *source)
{
	bool any = false;
	for (size_t n = 0; n < sizeof customs / sizeof *customs; n++) {
		const char *text = source->fields[customs[n].field];
		if (!text)
			continue;
		if (!any)
			sink->calls->open(sink, "custom", SHAPE_MAP);
		any = true;
		sink->calls->text(sink, customs[n].key, text);
	}
	if (any)
		sink->calls->close(sink, SHAPE_MAP);
}

/* The bytes of what may be the name of a field, of up to three words: "Original Date". */
static size_t field_len(const char *text)
{
	static const char letters[] = "-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t len = strspn(text, letters);
	for (int words = 1; len && words < 3 && text[len] == ' '; words++)
		len += 1 + strspn(text + len + 1, letters);
	return len;
}

/* Programs of CSL take "type: thesis" at the beginning of a line of a note, and "{:type: thesis}"
 * anywhere, for a field of the source: there the colon is a full-width one. */
static void note_add(struct sink *sink, const char *note)
{
	struct buf text = {0};
	for (const char *at = note; *at; at++) {
		size_t key = at == note || at[-1] == '\n' ? field_len(at) : 0;
		bool field = (key && at[key] == ':') || strncmp(at, "{:", 2) == 0;
		size_t len = !field ? 1 : key ? key : 1;
		buf_add(&text, at, len);
		buf_text(&text, field ? "：" : "");
		at += field ? len : 0;
	}
	sink->calls->text(sink, "note", buf_string(&text));
	buf_free(&text);
}

static void texts_add(struct sink *sink, const struct source *source, bool whole)
{
	for (size_t n = 0; n < sizeof texts / sizeof *texts; n++) {
		const char *text = source->fields[texts[n].field];
		if (text)
			sink->calls->text(sink, texts[n].key, text);
	}
	/* What is said of a source is no part of its citation. */
	if (whole && source->fields[SOURCE_NOTE])
		note_add(sink, source->fields[SOURCE_NOTE]);
	if (whole && source->fields[SOURCE_PERSPECTIVE])
		sink->calls->text(sink, "annote", source->fields[SOURCE_PERSPECTIVE]);
}

void csl_source(struct sink *sink, const struct source *source, bool whole)
{
	sink->calls->open(sink, NULL, SHAPE_MAP);
	sink->calls->text(sink, "id", source->id);
	sink->calls->text(sink, "type", source->fields[SOURCE_TYPE]);
	for (size_t n = 0; n < sizeof names / sizeof *names; n++)
		if (source->fields[names[n].field])
			names_add(sink, names[n].key, source->fields[names[n].field]);
	date_add(sink, "issued", source->issued);
	date_add(sink, "accessed", source->accessed);
	texts_add(sink, source, whole);
	if (whole)
		customs_add(sink, source);
	sink->calls->close(sink, SHAPE_MAP);
	sink_flush(sink);
}

bool print_sources_any(const struct result *result, const struct print_options *options)
{
	(void)options;
	struct keep keep;
	bool any = false;
	keep_begin(&keep, result);
	for (uint32_t n = 0; n < result->record->counts[THING_SOURCE] && !any; n++)
		any = keep_has(&keep, record_ref(THING_SOURCE, n));
	keep_free(&keep);
	return any;
}

bool print_csl_json(const struct result *result, const struct print_options *options, FILE *file)
{
	struct keep keep;
	struct sink sink = {
		.calls = &json_calls, .keep = &keep, .form = options->form, .file = file};
	keep_begin(&keep, result);
	json_calls.open(&sink, NULL, SHAPE_LIST);
	for (uint32_t n = 0; n < result->record->counts[THING_SOURCE] && !sink.failed; n++)
		if (keep_has(&keep, record_ref(THING_SOURCE, n)))
			csl_source(&sink, &result->record->sources[n], true);
	json_calls.close(&sink, SHAPE_LIST);
	buf_char(&sink.out, '\n');
	keep_free(&keep);
	return sink_end(&sink);
}
