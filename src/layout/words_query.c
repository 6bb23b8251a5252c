/* A term is told by the words of its field, around the names of its values; what was typed of it stands
 * where the parser says. */
#include "layout/words_query.h"

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
	{"id", "", "", {THING_EVENT, THING_QUOTE}},
};

/* A quotation has no name: it is told by what it is, and whose. */
static void add_quote(struct buf *out, const struct record *record, const struct quote *quote)
{
	static const char *const kinds[][2] = {[QUOTE_QUOTATION] = {"a quotation", " of "},
		[QUOTE_PARAPHRASE] = {"a report", " on words of "},
		[QUOTE_THESIS] = {"a view", " of "}};
	struct ref voice = quote_voice(quote);
	buf_text(out, kinds[quote->kind][0]);
	buf_text(out, voice.thing == THING_NONE ? ", unattributed" : kinds[quote->kind][1]);
	if (voice.thing != THING_NONE)
		words_name(out, record, voice);
	if (words_status(quote->status))
		buf_format(out, " (%s)", words_status(quote->status));
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
		else if (kind == THING_QUOTE)
			add_quote(out, record, &record->quotes[n]);
		else
			words_name(out, record, ref);
		if (kind == THING_PARTY && strcmp(how->field, "speaker") == 0)
			buf_text(out, ", no person named,");
		return true;
	}
	return false;
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

/* The first few values as they were typed, which is the last first, and how many there are beside them. */
static void add_values(struct buf *out, const struct record *record, const struct told *how,
	const struct query_term *term, const char *query)
{
	enum { NAMED_MOST = 4 };
	uint32_t count = 0;
	for (const struct query_value *value = term->values; value; value = value->next)
		count++;
	for (uint32_t n = 0; n < count && n < NAMED_MOST; n++) {
		const struct query_value *value = term->values;
		for (uint32_t behind = n + 1; behind < count; behind++)
			value = value->next;
		buf_text(out, n ? " or " : "");
		add_value(out, record, how, query + value->from, value->bytes);
	}
	if (count > NAMED_MOST) {
		buf_text(out, " or ");
		words_figure(out, count - NAMED_MOST);
		buf_text(out, " more");
	}
}

static const struct told *told_of(const struct query_term *term)
{
	const char *name = query_field_row(term->field)->name;
	for (size_t n = 0; n < sizeof told / sizeof *told; n++)
		if (term->values && strcmp(told[n].field, name) == 0)
			return &told[n];
	return NULL;
}

static void add_term(struct buf *out, const struct record *record, const struct query_term *term,
	const char *query)
{
	const struct told *how = told_of(term);
	if (!how) {
		buf_add(out, query + term->from, term->bytes);
		return;
	}
	buf_text(out, term->negative ? "not " : "");
	buf_text(out, how->before);
	add_values(out, record, how, term, query);
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
		bool now = !told_of(term);
		buf_text(out, term == terms ? "" : typed && now ? " " : ", ");
		add_term(out, record, term, query);
		typed = now;
	}
	arena_free(&arena);
}
