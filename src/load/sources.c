/* Sources, in the variables of CSL, as citation managers name them. */
#include "load/fields.h"
#include "load/readers.h"

#include <string.h>

/* The types of CSL 1.0.2. */
static const char *const type_at[] = {"article", "article-journal", "article-magazine",
	"article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection",
	"dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure",
	"graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map",
	"motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance",
	"periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
	"review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty",
	"webpage"};
static const struct words types = {type_at, sizeof type_at / sizeof *type_at, CODE_BAD_TYPE,
	"type of source",
	"common ones are book, chapter, article-journal, article-newspaper, report, speech, "
	"webpage and document"};

struct source_draft {
	struct source source;
	uint8_t type;
};

static const struct field source_fields[] = {
	{FIELD_NAME("type"), FIELD_WORD, offsetof(struct source_draft, type), .needs = "a type",
		.words = &types},
	{FIELD_NAME("author"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_AUTHOR])},
	{FIELD_NAME("title"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_TITLE]), .title = true},
	{FIELD_NAME("container-title"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_CONTAINER_TITLE])},
	{FIELD_NAME("editor"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_EDITOR])},
	{FIELD_NAME("translator"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_TRANSLATOR])},
	{FIELD_NAME("issued"), FIELD_DATE, offsetof(struct source_draft, source.issued)},
	{FIELD_NAME("publisher"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_PUBLISHER])},
	{FIELD_NAME("publisher-place"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_PUBLISHER_PLACE])},
	{FIELD_NAME("volume"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_VOLUME])},
	{FIELD_NAME("issue"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_ISSUE])},
	{FIELD_NAME("page"), FIELD_TEXT, offsetof(struct source_draft, source.fields[SOURCE_PAGE])},
	{FIELD_NAME("edition"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_EDITION])},
	{FIELD_NAME("archive"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_ARCHIVE])},
	{FIELD_NAME("archive_location"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_ARCHIVE_LOCATION])},
	{FIELD_NAME("URL"), FIELD_TEXT, offsetof(struct source_draft, source.fields[SOURCE_URL])},
	{FIELD_NAME("DOI"), FIELD_TEXT, offsetof(struct source_draft, source.fields[SOURCE_DOI])},
	{FIELD_NAME("ISBN"), FIELD_TEXT, offsetof(struct source_draft, source.fields[SOURCE_ISBN])},
	{FIELD_NAME("accessed"), FIELD_DATE, offsetof(struct source_draft, source.accessed)},
	{FIELD_NAME("language"), FIELD_LANGUAGE,
		offsetof(struct source_draft, source.fields[SOURCE_LANGUAGE])},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct source_draft, source.fields[SOURCE_NOTE])},
	{FIELD_NAME("perspective"), FIELD_TEXT,
		offsetof(struct source_draft, source.fields[SOURCE_PERSPECTIVE])},
};
static const struct shape source_shape = {
	"a source", source_fields, sizeof source_fields / sizeof *source_fields, SHAPE_SOURCE, 1};

/* The family name of the author that begins at *at ("Varga, Ilona; Roe, John"), and where it ends; *at
 * moves to the next author. */
static const char *family(const char **at, size_t *len)
{
	const char *start = *at + strspn(*at, " ");
	size_t whole = strcspn(start, ";");
	*len = strcspn(start, ",;");
	while (*len && start[*len - 1] == ' ')
		--*len;
	*at = start + whole + (start[whole] == ';');
	return start;
}

/* "Varga", "Varga and Roe", "Varga and others"; see record_name. */
static const char *short_name(struct loader *load, const struct source *source)
{
	const char *at = source->fields[SOURCE_AUTHOR];
	if (!at) {
		const char *title = source->fields[SOURCE_CONTAINER_TITLE];
		title = title ? title : source->fields[SOURCE_TITLE];
		return title ? title : "";
	}
	size_t len, other_len = 0;
	const char *first = family(&at, &len), *other = family(&at, &other_len);
	buf_clear(&load->buf);
	buf_add(&load->buf, first, len);
	if (other_len) {
		buf_text(&load->buf, " and ");
		if (at[strspn(at, " ;")])
			buf_text(&load->buf, "others");
		else
			buf_add(&load->buf, other, other_len);
	}
	return arena_text(&load->record->arena, buf_string(&load->buf), load->buf.len);
}

void source_read(struct loader *load, const struct node *key, const struct node *value)
{
	struct record *record = load->record;
	struct source_draft draft = {.source = {.id = key_id(load, key), .place = key->place}};
	struct source *source = &draft.source;
	if (fields_read(load, &source_shape, value, key->place, &draft) &&
		!fields_node(value, "title") && !fields_node(value, "container-title"))
		code_report(load->diags, CODE_MISSING_FIELD, key->place,
			"a source needs a title (\"title\" or \"container-title\")");
	source->fields[SOURCE_TYPE] = type_at[draft.type];
	source->name = short_name(load, source);
	record->sources = loader_room(load, THING_SOURCE, record->sources, sizeof *source);
	record->sources[record->counts[THING_SOURCE]] = *source;
	loader_added(load, THING_SOURCE, source->id, key->place);
}
