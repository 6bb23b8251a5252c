/* A term is told by the words of its field, around the names of its values; the values are found in the
 * text by the columns that the parser gave them. */
#include "layout/words_query.h"

#include "base/text.h"
#include "layout/words.h"
#include "model/query.h"

#include <string.h>

/* Fields that are told in words: before and behind the values, and what these can be ids of. */
static const struct told {
	const char *field, *before, *behind;
	enum thing kinds[3];
} told[] = {
	{"by", "what ", " says", {THING_PERSON, THING_PARTY, THING_SOURCE}},
	{"speaker", "what ", " says", {THING_PERSON, THING_PARTY, THING_SOURCE}},
	{"party", "party ", "", {THING_PARTY}},
	{"person", "person ", "", {THING_PERSON}},
	{"theme", "theme ", "", {THING_THEME}},
	{"source", "source ", "", {THING_SOURCE}},
	{"place", "place ", "", {THING_NONE}},
	{"era", "era ", "", {THING_ERA}},
	{"id", "", "", {THING_EVENT}},
};

/* The byte at which a column begins, counted from 1. */
static size_t byte_of(const char *text, size_t len, uint32_t column)
{
	size_t at = 0, bytes;
	while (--column && at < len) {
		text_decode(text + at, len - at, &bytes);
		at += bytes;
	}
	return at;
}

static bool add_name(struct buf *out, const struct record *record, const struct told *how,
	enum thing kind, const char *id, size_t len)
{
	for (uint32_t n = 0; kind && n < record->counts[kind]; n++) {
		struct ref ref = record_ref(kind, n);
		const char *of = record_id(record, ref);
		if (strlen(of) != len || memcmp(of, id, len) != 0 || record_hides(record, ref))
			continue;
		if (strcmp(how->field, "source") == 0)
			words_source_short(out, record, ref, NULL);
		else
			words_name(out, record, ref);
		if (kind == THING_PARTY && strcmp(how->field, "speaker") == 0)
			buf_text(out, ", no person named,");
		return true;
	}
	return false;
}

/* Where the value ends that begins here: its column is that behind a quotation mark. */
static size_t value_end(const char *text, size_t at, size_t end)
{
	const char *until = at && text[at - 1] == '"' ? "\"" : ",";
	while (at < end && text[at] != *until)
		at++;
	return at;
}

/* A value by its name; what has none as it was typed. */
static void add_value(struct buf *out, const struct record *record, const struct told *how,
	const char *text, size_t len)
{
	for (size_t n = 0; n < sizeof how->kinds / sizeof *how->kinds; n++)
		if (add_name(out, record, how, how->kinds[n], text, len))
			return;
	buf_text(out, *how->before ? "" : "id:");
	buf_add(out, text, len);
}

/* The values from a place on: the first few, and how many there are beside them. */
static void add_values(struct buf *out, const struct record *record, const struct told *how,
	const char *text, size_t at, size_t end)
{
	enum { NAMED_MOST = 4 };
	uint32_t count = 0;
	for (bool more = true; more; count++) {
		size_t to = value_end(text, at, end);
		if (count < NAMED_MOST) {
			buf_text(out, count ? " or " : "");
			add_value(out, record, how, text + at, to - at);
		}
		to += to < end && text[to] == '"';
		more = to < end && text[to] == ',';
		at = to + 1 + (to + 1 < end && text[to + 1] == '"');
	}
	if (count > NAMED_MOST) {
		buf_text(out, " or ");
		words_figure(out, count - NAMED_MOST);
		buf_text(out, " more");
	}
}

static uint32_t first_column(const struct query_term *term)
{
	uint32_t first = term->values->column;
	for (const struct query_value *value = term->values; value; value = value->next)
		first = value->column < first ? value->column : first;
	return first;
}

static const struct told *told_of(const struct query_term *term)
{
	const char *name = query_field_row(term->field)->name;
	for (size_t n = 0; n < sizeof told / sizeof *told; n++)
		if (term->values && strcmp(told[n].field, name) == 0)
			return &told[n];
	return NULL;
}

/* One term, which ends where the next begins. */
static void add_term(struct buf *out, const struct record *record, const struct query_term *term,
	const char *text, size_t end)
{
	const struct told *how = told_of(term);
	size_t from = byte_of(text, end, term->column);
	while (end > from && text[end - 1] == ' ')
		end--;
	if (!how) {
		buf_add(out, text + from, end - from);
		return;
	}
	buf_text(out, term->negative ? "not " : "");
	buf_text(out, how->before);
	add_values(out, record, how, text, byte_of(text, end, first_column(term)), end);
	buf_text(out, how->behind);
}

void words_query(struct buf *out, const struct record *record, const char *query, size_t len)
{
	struct arena arena = {0};
	struct query_problem problem;
	const struct query_term *terms = NULL;
	if (!query_parse(&arena, query, len, &terms, &problem))
		buf_add(out, query, len);
	bool typed = false; /* the one before stands as it was typed */
	for (const struct query_term *term = terms; term; term = term->next) {
		size_t end = term->next ? byte_of(query, len, term->next->column) : len;
		bool now = !told_of(term);
		buf_text(out, term == terms ? "" : typed && now ? " " : ", ");
		add_term(out, record, term, query, end);
		typed = now;
	}
	arena_free(&arena);
}
