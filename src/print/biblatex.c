/* BibLaTeX: the sources that are named, as an entry each, whose key is the id.
 *
 * Dates are EDTF, which biber reads, but for what it does not know of it; these are words. What an
 * entry has no field for in the data model of biblatex stands in its `addendum`, as does a volume
 * that is no number ("XII", "2, part 1"): no other is valid in its field. */
#include "base/text.h"
#include "layout/words.h"
#include "model/author.h"
#include "print/keep.h"
#include "print/print.h"
#include "print/tex_text.h"

#include <string.h>

/* The fields that some entries have and some have not. */
enum has {
	EDITOR = 1 << 0,
	TRANSLATOR = 1 << 1,
	VOLUME = 1 << 2,
	NUMBER = 1 << 3,
	PAGES = 1 << 4,
	EDITION = 1 << 5,
	PLACE = 1 << 6,
	ISBN = 1 << 7,
	PARTS = VOLUME | NUMBER | PAGES,
	WORK = EDITOR | TRANSLATOR | PARTS | EDITION | PLACE | ISBN
};

struct entry_type {
	const char *csl, *entry;
	const char *container; /* the field of what it appeared in */
	bool contained;        /* without which it is misc */
	const char *subtype;   /* or NULL */
	const char *publisher; /* the field of who published it; or NULL */
	unsigned has;
};

/* What is not here is misc, which says what it is in `type`: other entries have no fields in the
 * data model, but for scripts of their own. */
static const struct entry_type types[] = {
	{"article-journal", "article", "journaltitle", true, NULL, NULL,
		EDITOR | TRANSLATOR | PARTS},
	{"article-magazine", "article", "journaltitle", true, "magazine", NULL,
		EDITOR | TRANSLATOR | PARTS},
	{"article-newspaper", "article", "journaltitle", true, "newspaper", NULL,
		EDITOR | TRANSLATOR | PARTS},
	{"book", "book", "titleaddon", false, NULL, "publisher", WORK},
	{"chapter", "incollection", "booktitle", true, NULL, "publisher", WORK},
	{"classic", "book", "titleaddon", false, NULL, "publisher", WORK},
	{"collection", "book", "titleaddon", false, NULL, "publisher", WORK},
	{"entry", "inreference", "booktitle", true, NULL, "publisher", WORK},
	{"entry-dictionary", "inreference", "booktitle", true, NULL, "publisher", WORK},
	{"entry-encyclopedia", "inreference", "booktitle", true, NULL, "publisher", WORK},
	{"paper-conference", "inproceedings", "booktitle", true, NULL, "publisher",
		EDITOR | PARTS | PLACE | ISBN},
	{"post", "online", "titleaddon", false, NULL, "organization", EDITOR},
	{"post-weblog", "online", "titleaddon", false, NULL, "organization", EDITOR},
	{"report", "report", "titleaddon", false, NULL, "institution", NUMBER | PAGES | PLACE},
	{"review", "article", "journaltitle", true, NULL, NULL, EDITOR | TRANSLATOR | PARTS},
	{"review-book", "article", "journaltitle", true, NULL, NULL, EDITOR | TRANSLATOR | PARTS},
	{"thesis", "thesis", "titleaddon", false, NULL, "institution", PAGES | PLACE},
	{"webpage", "online", "titleaddon", false, NULL, "organization", EDITOR},
};
static const struct entry_type misc = {
	"", "misc", "howpublished", false, NULL, "organization", EDITOR | PLACE};

static const struct {
	enum source_field field;
	unsigned has;
	const char *name, *label; /* of the field, and of what there is no field for */
} parts[] = {
	{SOURCE_EDITION, EDITION, "edition", "edition "},
	{SOURCE_VOLUME, VOLUME, "volume", "vol. "},
	{SOURCE_ISSUE, NUMBER, "number", "no. "},
	{SOURCE_PAGE, PAGES, "pages", ""},
	{SOURCE_PUBLISHER_PLACE, PLACE, "location", ""},
	{SOURCE_ISBN, ISBN, "isbn", "ISBN "},
};

struct bib {
	struct buf out;
	struct buf rest; /* of the entry at hand: what it has no field for */
	const struct text_form *form;
};

/* A work without a title, an issue of a newspaper, is called by what it appeared in. */
static const struct entry_type *type_of(const char *const *fields)
{
	for (size_t n = 0; fields[SOURCE_TITLE] && n < sizeof types / sizeof *types; n++)
		if (strcmp(types[n].csl, fields[SOURCE_TYPE]) == 0)
			return types[n].contained && !fields[SOURCE_CONTAINER_TITLE] ? &misc
										     : &types[n];
	return &misc;
}

/* ---- fields ---- */

static void field_open(struct bib *bib, const char *name)
{
	buf_format(&bib->out, "  %s = {", name);
}

static void field_close(struct bib *bib)
{
	buf_text(&bib->out, "},\n");
}

static void field(struct bib *bib, const char *name, const char *text)
{
	if (!text)
		return;
	field_open(bib, name);
	tex_text(bib->form, &bib->out, text, strlen(text));
	field_close(bib);
}

static void address(struct bib *bib, const char *name, const char *text)
{
	if (!text)
		return;
	field_open(bib, name);
	tex_address(&bib->out, text);
	field_close(bib);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a part of a name would be read for more than that: " and " parts names, whatever blank is
 * put out as a space there, and "others" is not a name. */
static bool is_braced(const char *part, size_t len)
{
	for (size_t at = 0; at < len; at++)
		if (part[at] == ',' ||
			(at + 3 <= len && text_same_ascii(part + at, "and", 3) &&
				(!at || !is_letter(part[at - 1])) &&
				(at + 3 == len || !is_letter(part[at + 3]))))
			return true;
	return len == 6 && text_same_ascii(part, "others", 6);
}

static void name_part(struct bib *bib, const char *part, size_t len, bool whole)
{
	bool braced = whole || is_braced(part, len);
	buf_text(&bib->out, braced ? "{" : "");
	tex_text(bib->form, &bib->out, part, len);
	buf_text(&bib->out, braced ? "}" : "");
}

static void names(struct bib *bib, const char *name, const char *text)
{
	struct author author;
	if (!text)
		return;
	field_open(bib, name);
	for (size_t count = 0; author_next(&text, &author); count++) {
		buf_text(&bib->out, count ? " and " : "");
		name_part(bib, author.family, author.family_len, !author.given_len);
		if (!author.given_len)
			continue;
		buf_text(&bib->out, ", ");
		name_part(bib, author.given, author.given_len, false);
	}
	field_close(bib);
}

/* ---- what there is no field for ---- */

static void rest(struct bib *bib, const char *label, const char *text)
{
	buf_format(&bib->rest, "%s%s", bib->rest.len ? ", " : "", label);
	tex_text(bib->form, &bib->rest, text, strlen(text));
}

/* "translated by Ilona Varga and John Roe". */
static void rest_names(struct bib *bib, const char *label, const char *text)
{
	struct author author;
	struct buf words = {0};
	for (size_t count = 0; author_next(&text, &author); count++) {
		buf_text(&words, count ? " and " : "");
		buf_add(&words, author.given, author.given_len);
		buf_text(&words, author.given_len ? " " : "");
		buf_add(&words, author.family, author.family_len);
	}
	rest(bib, label, buf_string(&words));
	buf_free(&words);
}

/* ---- dates ---- */

/* Whether biber reads it: no set, no time, no year of more than four figures, no month or day that is not
 * known, and no sign of doubt but at the end of a date. */
static bool is_read(const char *edtf)
{
	for (const char *at = edtf; *at; at++) {
		bool ends = !at[1] || at[1] == '/';
		if (strchr("[]{}YS,T", *at) || (strchr("?~%", *at) && !ends) ||
			(at[0] == '-' && at[1] == 'X'))
			return false;
	}
	return true;
}

static void date(struct bib *bib, const char *name, const char *label, const struct date *date)
{
	struct buf words = {0};
	if (!date)
		return;
	date_edtf(date, &words);
	if (is_read(buf_string(&words))) {
		buf_format(&bib->out, "  %s = {%s},\n", name, buf_string(&words));
	} else {
		buf_clear(&words);
		date_display(date, &words);
		rest(bib, label, buf_string(&words));
	}
	buf_free(&words);
}

/* ---- entries ---- */

static void people(struct bib *bib, const struct entry_type *type, const char *const *fields)
{
	names(bib, "author", fields[SOURCE_AUTHOR]);
	if (type->has & EDITOR)
		names(bib, "editor", fields[SOURCE_EDITOR]);
	else if (fields[SOURCE_EDITOR])
		rest_names(bib, "edited by ", fields[SOURCE_EDITOR]);
	if (type->has & TRANSLATOR)
		names(bib, "translator", fields[SOURCE_TRANSLATOR]);
	else if (fields[SOURCE_TRANSLATOR])
		rest_names(bib, "translated by ", fields[SOURCE_TRANSLATOR]);
}

static bool is_number(const char *text)
{
	return *text && !text[strspn(text, "0123456789")];
}

static void part(struct bib *bib, size_t n, const struct entry_type *type, const char *text)
{
	struct buf words = {0};
	if (!text)
		return;
	bool fits = parts[n].field != SOURCE_VOLUME || is_number(text);
	if (parts[n].field == SOURCE_PAGE && !(type->has & PAGES))
		words_locator(&words, text);
	else
		buf_text(&words, text);
	if ((type->has & parts[n].has) && fits)
		field(bib, parts[n].name, buf_string(&words));
	else
		rest(bib, parts[n].label, buf_string(&words));
	buf_free(&words);
}

/* "legal_case" as "legal case"; what has a type of its own in the data model says it so too. */
static void kind(struct bib *bib, const struct entry_type *type, const char *csl)
{
	bool own = strcmp(type->entry, "report") == 0 || strcmp(type->entry, "thesis") == 0;
	if (type != &misc && !own)
		return;
	field_open(bib, "type");
	for (; *csl; csl++)
		buf_char(&bib->out, (char)(*csl == '_' || *csl == '-' ? ' ' : *csl));
	field_close(bib);
}

static void work(struct bib *bib, const struct entry_type *type, const char *const *fields)
{
	const char *title = fields[SOURCE_TITLE], *container = fields[SOURCE_CONTAINER_TITLE];
	field(bib, "title", title ? title : container);
	kind(bib, type, fields[SOURCE_TYPE]);
	field(bib, "entrysubtype", type->subtype);
	field(bib, type->container, title ? container : NULL);
	for (size_t n = 0; n < sizeof parts / sizeof *parts; n++)
		part(bib, n, type, fields[parts[n].field]);
	if (type->publisher)
		field(bib, type->publisher, fields[SOURCE_PUBLISHER]);
	else if (fields[SOURCE_PUBLISHER])
		rest(bib, "", fields[SOURCE_PUBLISHER]);
}

static void library(struct bib *bib, const char *const *fields)
{
	struct buf words = {0};
	if (fields[SOURCE_ARCHIVE])
		buf_text(&words, fields[SOURCE_ARCHIVE]);
	if (fields[SOURCE_ARCHIVE_LOCATION])
		buf_format(&words, "%s%s", words.len ? ", " : "", fields[SOURCE_ARCHIVE_LOCATION]);
	field(bib, "library", words.len ? words.text : NULL);
	buf_free(&words);
}

static void language(struct bib *bib, const char *tag)
{
	struct buf name = {0};
	if (!tag)
		return;
	words_language(&name, tag);
	for (size_t at = 0; at < name.len; at++)
		name.text[at] = text_small(name.text[at]);
	field(bib, "language", buf_string(&name));
	buf_free(&name);
}

static void entry(struct bib *bib, const struct source *source)
{
	const char *const *fields = source->fields;
	const struct entry_type *type = type_of(fields);
	buf_clear(&bib->rest);
	buf_format(&bib->out, "@%s{", type->entry);
	text_show(bib->form, &bib->out, source->id, strlen(source->id));
	buf_text(&bib->out, ",\n");
	people(bib, type, fields);
	work(bib, type, fields);
	date(bib, "date", "", source->issued);
	library(bib, fields);
	address(bib, "url", fields[SOURCE_URL]);
	date(bib, "urldate", "accessed ", source->accessed);
	address(bib, "doi", fields[SOURCE_DOI]);
	language(bib, fields[SOURCE_LANGUAGE]);
	field(bib, "note", fields[SOURCE_NOTE]);
	if (bib->rest.len)
		buf_format(&bib->out, "  addendum = {%s},\n", bib->rest.text);
	field(bib, "annotation", fields[SOURCE_PERSPECTIVE]);
	field(bib, "label", fields[SOURCE_SHORT]);
	address(bib, "verba", fields[SOURCE_ARCHIVED]);
	address(bib, "verbb", fields[SOURCE_SHA256]);
	buf_text(&bib->out, "}\n");
}

bool print_biblatex(const struct result *result, const struct print_options *options, FILE *file)
{
	struct keep keep;
	struct bib bib = {.form = options->form};
	bool failed = false, any = false;
	keep_begin(&keep, result);
	for (uint32_t n = 0; n < result->record->counts[THING_SOURCE] && !failed; n++) {
		if (!keep_has(&keep, record_ref(THING_SOURCE, n)))
			continue;
		if (any)
			buf_char(&bib.out, '\n');
		any = true;
		entry(&bib, &result->record->sources[n]);
		failed = fwrite(bib.out.text, 1, bib.out.len, file) != bib.out.len;
		buf_clear(&bib.out);
	}
	keep_free(&keep);
	buf_free(&bib.out);
	buf_free(&bib.rest);
	return fflush(file) == 0 && !failed;
}
