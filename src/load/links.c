/* Views and parallels: what refers to events, eras and quotations. */
#include "load/fields.h"
#include "load/readers.h"
#include "load/values.h"
#include "model/query.h"

#include <string.h>

/* ---- views ---- */

static const struct field view_fields[] = {
	{FIELD_NAME("title"), FIELD_TEXT, offsetof(struct view, title), .title = true,
		.needs = "a title"},
	{FIELD_NAME("query"), FIELD_TEXT, offsetof(struct view, query)},
	{FIELD_NAME("as_of"), FIELD_DATE, offsetof(struct view, as_of)},
	{FIELD_NAME("show"), FIELD_REFS, offsetof(struct view, show),
		THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE)},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct view, note)},
};
static const struct shape view_shape = {
	"a view", view_fields, sizeof view_fields / sizeof *view_fields, SHAPE_VIEW, 1};

/* The column of the fault is known where the query stands in the file as it is; else it is told. */
static void query_check(struct loader *load, const struct node *query)
{
	struct arena arena = {0};
	const struct query_term *terms;
	struct query_problem problem = {
		.column = 1, .reason = "an empty query selects nothing in particular"};
	struct place place = query->place;
	struct buf where = {0};
	if (!query_parse(&arena, query->text, query->len, &terms, &problem) || !terms) {
		if (query->plain)
			place.column += problem.column - 1;
		else if (problem.column > 1)
			buf_format(&where, " (character %u of the query)", problem.column);
		code_report(load->diags, CODE_MALFORMED_QUERY, place, "%s%s", problem.reason,
			buf_string(&where));
	}
	buf_free(&where);
	arena_free(&arena);
}

void view_read(struct loader *load, const struct node *key, const struct node *value)
{
	struct record *record = load->record;
	struct view view = {.id = key_id(load, key), .title = "", .place = key->place};
	if (fields_read(load, &view_shape, value, key->place, &view)) {
		const struct node *query = fields_node(value, "query");
		if (!query && !fields_node(value, "show"))
			code_report(load->diags, CODE_MISSING_FIELD, key->place,
				"a view needs what it shows (\"show\" or \"query\")");
		if (view.query) {
			view.query_place = query->place;
			query_check(load, query);
		}
	}
	record->views = loader_room(load, THING_VIEW, record->views, sizeof view);
	record->views[record->counts[THING_VIEW]] = view;
	loader_added(load, THING_VIEW, view.id, key->place);
}

/* ---- parallels ---- */

enum {
	CLAIMANTS = THING_BIT(THING_PERSON) | THING_BIT(THING_PARTY) | THING_BIT(THING_SOURCE) |
		THING_BIT(THING_EDITOR)
};

static const struct field parallel_fields[] = {
	{FIELD_NAME("id"), FIELD_ID, offsetof(struct parallel, id)},
	{FIELD_NAME("between"), FIELD_REFS, offsetof(struct parallel, between),
		THING_BIT(THING_EVENT) | THING_BIT(THING_ERA), .needs = "two events or eras"},
	{FIELD_NAME("claim"), FIELD_TEXT, offsetof(struct parallel, claim), .needs = "a claim"},
	{FIELD_NAME("claimed_by"), FIELD_REF, offsetof(struct parallel, claimed_by), CLAIMANTS,
		.needs = "somebody who claims it"},
	{FIELD_NAME("said"), FIELD_DATE, offsetof(struct parallel, said)},
	{FIELD_NAME("source"), FIELD_REF, offsetof(struct parallel, source),
		THING_BIT(THING_SOURCE)},
	{FIELD_NAME("locator"), FIELD_TEXT, offsetof(struct parallel, locator)},
	{FIELD_NAME("disputed_by"), FIELD_REFS, offsetof(struct parallel, disputed_by), CLAIMANTS},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct parallel, note)},
};
static const struct shape parallel_shape = {"a parallel", parallel_fields,
	sizeof parallel_fields / sizeof *parallel_fields, SHAPE_PARALLEL, 3};

/* Two different ids are enough: ids of events and eras live in one space. */
static void between_check(struct loader *load, const struct node *between)
{
	bool different = false;
	if (between->kind == NODE_LIST && between->child) {
		struct buf first = {0};
		if (between->child->kind == NODE_SCALAR)
			buf_text(&first, value_normal(load, between->child));
		for (const struct node *at = between->child->next; at && !different; at = at->next)
			different = at->kind != NODE_SCALAR ||
				strcmp(value_normal(load, at), buf_string(&first)) != 0;
		buf_free(&first);
	}
	if (!different)
		code_report(load->diags, CODE_PARALLEL_OF_ONE, between->place,
			"a parallel is between two different events or eras, as in [first, "
			"second]");
}

void parallel_read(struct loader *load, const struct node *key, const struct node *value)
{
	(void)key;
	struct record *record = load->record;
	struct parallel parallel = {.claim = "", .place = value->place};
	const struct node *between = NULL, *id = NULL;
	if (fields_read(load, &parallel_shape, value, value->place, &parallel)) {
		between = fields_node(value, "between");
		id = fields_node(value, "id");
	}
	if (between && parallel.between)
		between_check(load, between);
	record->parallels = loader_room(load, THING_PARALLEL, record->parallels, sizeof parallel);
	record->parallels[record->counts[THING_PARALLEL]] = parallel;
	loader_added(load, THING_PARALLEL, parallel.id ? parallel.id : "",
		id ? id->place : value->place);
}
