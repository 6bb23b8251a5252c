/* Quotations: the words themselves, and the checks that need nothing but them. What depends on people,
 * sources and other quotations is checked when all is read (check_times.c, check_links.c). */
#include "load/fields.h"
#include "load/marks.h"
#include "load/plain.h"
#include "load/readers.h"
#include "load/values.h"

#include <string.h>

struct quote_draft {
	struct quote quote;
	struct quote_more more;
};

static const char *const kind_at[QUOTE_KIND_COUNT] = {"quotation", "paraphrase", "thesis"};
static const struct words kinds = {
	kind_at, QUOTE_KIND_COUNT, CODE_BAD_KIND, "kind of quotation", NULL};

static const char *const status_at[STATUS_COUNT] = {
	"checked", "attributed", "disputed", "misattributed"};
static const struct words statuses = {status_at, STATUS_COUNT, CODE_BAD_STATUS, "status", NULL};

/* ---- the original, and other places in print ---- */

static const struct field original_fields[] = {
	{FIELD_NAME("language"), FIELD_LANGUAGE,
		offsetof(struct quote_draft, more.original_language)},
	{FIELD_NAME("text"), FIELD_TEXT, offsetof(struct quote_draft, more.original),
		.needs = "a text"},
};
static const struct shape original_shape = {"an original", original_fields,
	sizeof original_fields / sizeof *original_fields, SHAPE_ORIGINAL, 1};

static void original_read(struct loader *load, const struct node *node, void *into)
{
	if (fields_read(load, &original_shape, node, node->place, into) &&
		!fields_node(node, "language"))
		code_report(load->diags, CODE_ORIGINAL_WITHOUT_LANGUAGE, node->place,
			"the original is in no language; add one, as in \"language: fr\"");
}

static const struct field attestation_fields[] = {
	{FIELD_NAME("source"), FIELD_REF, offsetof(struct attestation, source),
		THING_BIT(THING_SOURCE), .needs = "a source"},
	{FIELD_NAME("locator"), FIELD_TEXT, offsetof(struct attestation, locator)},
	{FIELD_NAME("text"), FIELD_TEXT, offsetof(struct attestation, text)},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct attestation, note)},
};
static const struct shape attestation_shape = {"an entry of \"also_in\"", attestation_fields,
	sizeof attestation_fields / sizeof *attestation_fields, SHAPE_ATTESTATION, 1};

static void attestation_read(struct loader *load, const struct node *node, void *into)
{
	struct attestations *list = into;
	struct attestation *attestation = &list->at[list->count++];
	*attestation = (struct attestation){.place = node->place};
	fields_read(load, &attestation_shape, node, node->place, attestation);
}

static void also_in_read(struct loader *load, const struct node *node, void *into)
{
	struct quote_draft *draft = into;
	struct attestations *list = arena_alloc(
		&load->record->arena, 1, sizeof *list + node->count * sizeof *list->at);
	fields_each(load, "also_in", node, list, attestation_read);
	draft->quote.also_in = list->count ? list : NULL;
}

/* ---- quotations ---- */

enum {
	PEOPLE = THING_BIT(THING_PERSON) | THING_BIT(THING_PARTY),
	SPEAKERS = PEOPLE | THING_BIT(THING_SOURCE)
};

static const struct field quote_fields[] = {
	{FIELD_NAME("id"), FIELD_ID, offsetof(struct quote_draft, quote.id), .needs = "an id"},
	{FIELD_NAME("speaker"), FIELD_REF, offsetof(struct quote_draft, quote.speaker), SPEAKERS},
	{FIELD_NAME("role"), FIELD_TEXT, offsetof(struct quote_draft, quote.role)},
	{FIELD_NAME("to"), FIELD_REFS, offsetof(struct quote_draft, quote.to), PEOPLE},
	{FIELD_NAME("answers"), FIELD_REFS, offsetof(struct quote_draft, quote.answers),
		THING_BIT(THING_QUOTE)},
	{FIELD_NAME("about"), FIELD_REFS, offsetof(struct quote_draft, quote.about),
		THING_BIT(THING_EVENT) | THING_BIT(THING_PERSON)},
	{FIELD_NAME("said"), FIELD_DATE, offsetof(struct quote_draft, quote.said)},
	{FIELD_NAME("said_os"), FIELD_DATE_OS, offsetof(struct quote_draft, more.said_os)},
	{FIELD_NAME("public"), FIELD_DATE, offsetof(struct quote_draft, quote.published)},
	{FIELD_NAME("language"), FIELD_LANGUAGE, offsetof(struct quote_draft, quote.language)},
	{FIELD_NAME("prefix"), FIELD_TEXT, offsetof(struct quote_draft, more.prefix)},
	{FIELD_NAME("text"), FIELD_TEXT, offsetof(struct quote_draft, quote.text),
		.needs = "a text"},
	{FIELD_NAME("suffix"), FIELD_TEXT, offsetof(struct quote_draft, more.suffix)},
	{FIELD_NAME("original"), FIELD_OTHER, .read = original_read},
	{FIELD_NAME("translator"), FIELD_TEXT, offsetof(struct quote_draft, more.translator)},
	{FIELD_NAME("source"), FIELD_REF, offsetof(struct quote_draft, quote.source),
		THING_BIT(THING_SOURCE), .needs = "a source"},
	{FIELD_NAME("locator"), FIELD_TEXT, offsetof(struct quote_draft, quote.locator)},
	{FIELD_NAME("also_in"), FIELD_OTHER, .read = also_in_read},
	{FIELD_NAME("kind"), FIELD_WORD, offsetof(struct quote_draft, quote.kind), .words = &kinds},
	{FIELD_NAME("status"), FIELD_WORD, offsetof(struct quote_draft, quote.status),
		.words = &statuses},
	{FIELD_NAME("themes"), FIELD_REFS, offsetof(struct quote_draft, quote.themes),
		THING_BIT(THING_THEME)},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct quote_draft, quote.note)},
};
static const struct shape quote_shape = {
	"a quotation", quote_fields, sizeof quote_fields / sizeof *quote_fields, SHAPE_QUOTE, 3};

static bool has_more(const struct quote_more *more)
{
	return more->prefix || more->suffix || more->original || more->original_language ||
		more->translator || more->said_os;
}

static void variants_check(struct loader *load, const struct quote *quote)
{
	if (!quote->also_in || !*quote->text)
		return;
	struct buf text = {0}, variant = {0};
	plain_fold(&text, quote->text, strlen(quote->text));
	for (uint32_t i = 0; i < quote->also_in->count; i++) {
		const struct attestation *at = &quote->also_in->at[i];
		if (!at->text)
			continue;
		buf_clear(&variant);
		plain_fold(&variant, at->text, strlen(at->text));
		if (strcmp(buf_string(&text), buf_string(&variant)) == 0)
			code_report(load->diags, CODE_SAME_VARIANT, at->place,
				"this variant has the same words as the quotation; leave its text "
				"out");
	}
	buf_free(&text);
	buf_free(&variant);
}

/* The id is in normal form, what it answers may not be. */
static void answers_check(struct loader *load, const struct quote *quote, const struct node *node)
{
	const struct node *answers = fields_node(node, "answers");
	if (!quote->answers || !answers || !*quote->id)
		return;
	const struct node *at = answers->kind == NODE_LIST ? answers->child : answers;
	for (uint32_t left = answers->kind == NODE_LIST ? answers->count : 1; left;
		left--, at = at->next) {
		const char *id = at->kind == NODE_SCALAR && at->len ? value_normal(load, at) : "";
		if (strcmp(id, quote->id) == 0)
			code_report(load->diags, CODE_ANSWERS_ITSELF, at->place,
				"the quotation \"%s\" cannot answer itself", quote->id);
	}
}

static void quote_check(struct loader *load, const struct quote *quote, const struct node *node)
{
	if (marks_wrap(quote->text))
		code_report(load->diags, CODE_OWN_QUOTATION_MARKS, fields_node(node, "text")->place,
			"leave out the quotation marks around the text: they are added where it is "
			"shown");
	if (quote->status >= STATUS_DISPUTED && !quote->note)
		code_report(load->diags, CODE_STATUS_WITHOUT_NOTE,
			fields_node(node, "status")->place,
			"a quotation that is %s needs a note that says why",
			status_at[quote->status]);
	bool speaker = quote->speaker.thing != THING_NONE || quote->speaker.index;
	if (quote->kind != QUOTE_THESIS && !speaker && !fields_node(node, "speaker"))
		code_report(load->diags, CODE_NO_SPEAKER, node->place,
			"this quotation has no speaker, and is shown as \"unattributed\"");
	variants_check(load, quote);
	answers_check(load, quote, node);
}

static void quote_dates(struct loader *load, struct quote_draft *draft, const struct node *node)
{
	struct quote *quote = &draft->quote;
	const struct date *old_style = draft->more.said_os;
	if (quote->said && old_style)
		value_dates_differ(
			load, "said", quote->said, old_style, fields_node(node, "said_os")->place);
	if (!quote->said)
		quote->said = old_style;
}

void quote_read(struct loader *load, const struct node *node, void *event)
{
	(void)event;
	struct record *record = load->record;
	struct quote_draft draft = {.quote = {.id = "",
					    .text = "",
					    .event = record->counts[THING_EVENT],
					    .place = node->place}};
	struct quote *quote = &draft.quote;
	if (fields_read(load, &quote_shape, node, node->place, &draft)) {
		quote_dates(load, &draft, node);
		quote_check(load, quote, node);
	}
	if (has_more(&draft.more)) {
		struct quote_more *more = arena_alloc(&record->arena, 1, sizeof *more);
		*more = draft.more;
		quote->more = more;
	}
	record->quotes = loader_room(load, THING_QUOTE, record->quotes, sizeof *quote);
	record->quotes[record->counts[THING_QUOTE]] = *quote;
	record->quote_kinds.of[quote->kind]++;
	const struct node *id = fields_node(node, "id");
	loader_added(load, THING_QUOTE, quote->id, id ? id->place : node->place);
}
