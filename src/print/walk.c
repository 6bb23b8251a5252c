/* The record from its title to its parallels. Each section is a map by id, but for the lists of events and
 * parallels; each kind of thing has a function that names its fields in their order. */
#include "print/sink.h"
#include "print/walk_fields.h"

static void era(struct sink *sink, const struct era *era)
{
	walk_text(sink, "title", era->title);
	walk_date(sink, "date", era->date);
	walk_text(sink, "summary", era->summary);
}

static void party(struct sink *sink, const struct party *party)
{
	static const char *const colors[COLOR_COUNT] = {
		[COLOR_BLACK] = "black",
		[COLOR_RED] = "red",
		[COLOR_GREEN] = "green",
		[COLOR_YELLOW] = "yellow",
		[COLOR_BLUE] = "blue",
		[COLOR_MAGENTA] = "magenta",
		[COLOR_CYAN] = "cyan",
		[COLOR_WHITE] = "white",
	};
	walk_text(sink, "name", party->name);
	walk_names(sink, "aliases", party->aliases);
	walk_word(sink, "color", colors[party->color]);
}

static void theme(struct sink *sink, const struct theme *theme)
{
	walk_text(sink, "title", theme->title);
	walk_names(sink, "aliases", theme->aliases);
	walk_text(sink, "note", theme->note);
}

static void source(struct sink *sink, const struct source *source)
{
	static const char *const keys[SOURCE_FIELD_COUNT] = {
		[SOURCE_TYPE] = "type",
		[SOURCE_TITLE] = "title",
		[SOURCE_CONTAINER_TITLE] = "container-title",
		[SOURCE_AUTHOR] = "author",
		[SOURCE_EDITOR] = "editor",
		[SOURCE_TRANSLATOR] = "translator",
		[SOURCE_PUBLISHER] = "publisher",
		[SOURCE_PUBLISHER_PLACE] = "publisher-place",
		[SOURCE_VOLUME] = "volume",
		[SOURCE_ISSUE] = "issue",
		[SOURCE_PAGE] = "page",
		[SOURCE_EDITION] = "edition",
		[SOURCE_ARCHIVE] = "archive",
		[SOURCE_ARCHIVE_LOCATION] = "archive_location",
		[SOURCE_URL] = "URL",
		[SOURCE_DOI] = "DOI",
		[SOURCE_ISBN] = "ISBN",
		[SOURCE_LANGUAGE] = "language",
		[SOURCE_NOTE] = "note",
		[SOURCE_PERSPECTIVE] = "perspective",
	};
	walk_word(sink, "type", source->fields[SOURCE_TYPE]);
	for (int n = SOURCE_TYPE + 1; n < SOURCE_FIELD_COUNT; n++) {
		/* The table's order has the dates among the texts. */
		if (n == SOURCE_PUBLISHER)
			walk_date(sink, "issued", source->issued);
		if (n == SOURCE_LANGUAGE)
			walk_date(sink, "accessed", source->accessed);
		walk_text(sink, keys[n], source->fields[n]);
	}
}

static void person(struct sink *sink, const struct person *person)
{
	walk_text(sink, "name", person->name);
	walk_names(sink, "aliases", person->aliases);
	walk_ref(sink, "party", person->party);
	walk_date(sink, "born", person->born);
	walk_date(sink, "died", person->died);
	walk_text(sink, "note", person->note);
}

static void view(struct sink *sink, const struct view *view)
{
	walk_text(sink, "title", view->title);
	walk_text(sink, "query", view->query);
	walk_date(sink, "as_of", view->as_of);
	walk_refs(sink, "show", view->show);
	walk_text(sink, "note", view->note);
}

static void parallel(struct sink *sink, const struct parallel *parallel)
{
	walk_word(sink, "id", parallel->id);
	walk_refs(sink, "between", parallel->between);
	walk_text(sink, "claim", parallel->claim);
	walk_ref(sink, "claimed_by", parallel->claimed_by);
	walk_date(sink, "said", parallel->said);
	walk_ref(sink, "source", parallel->source);
	walk_text(sink, "locator", parallel->locator);
	walk_refs(sink, "disputed_by", parallel->disputed_by);
	walk_text(sink, "note", parallel->note);
}

/* An item by its ref; the key is its id in a section that is a map. */
static void item(struct sink *sink, struct ref ref)
{
	const struct record *record = sink->keep->result->record;
	if (ref.thing == THING_EVENT) {
		walk_event(sink, NULL, &record->events[ref.index]);
		return;
	}
	sink->calls->open(
		sink, ref.thing == THING_PARALLEL ? NULL : record_id(record, ref), SHAPE_MAP);
	switch (ref.thing) {
	case THING_ERA:
		era(sink, &record->eras[ref.index]);
		break;
	case THING_PARTY:
		party(sink, &record->parties[ref.index]);
		break;
	case THING_THEME:
		theme(sink, &record->themes[ref.index]);
		break;
	case THING_SOURCE:
		source(sink, &record->sources[ref.index]);
		break;
	case THING_PERSON:
		person(sink, &record->people[ref.index]);
		break;
	case THING_VIEW:
		view(sink, &record->views[ref.index]);
		break;
	case THING_PARALLEL:
		parallel(sink, &record->parallels[ref.index]);
		break;
	}
	sink->calls->close(sink, SHAPE_MAP);
}

static bool is_kept(const struct keep *keep, struct ref ref)
{
	const struct record *record = keep->result->record;
	if (ref.thing == THING_VIEW)
		return keep_view(keep, &record->views[ref.index]);
	if (ref.thing == THING_PARALLEL)
		return keep_parallel(keep, &record->parallels[ref.index]);
	return keep_has(keep, ref);
}

static void section(struct sink *sink, const char *key, enum thing thing, enum shape shape)
{
	uint32_t count = sink->keep->result->record->counts[thing];
	bool any = false;
	for (uint32_t n = 0; n < count && !sink->failed; n++) {
		struct ref ref = {.thing = thing, .index = n & 0xfffffff};
		if (!is_kept(sink->keep, ref))
			continue;
		if (!any)
			sink->calls->open(sink, key, shape);
		any = true;
		item(sink, ref);
		sink_flush(sink);
	}
	if (any)
		sink->calls->close(sink, shape);
}

void walk_record(struct sink *sink)
{
	const struct record *record = sink->keep->result->record;
	walk_text(sink, "title", record->title);
	walk_text(sink, "subtitle", record->subtitle);
	walk_word(sink, "language", record->language);
	walk_text(sink, "description", record->description);
	section(sink, "eras", THING_ERA, SHAPE_MAP);
	section(sink, "parties", THING_PARTY, SHAPE_MAP);
	section(sink, "themes", THING_THEME, SHAPE_MAP);
	section(sink, "sources", THING_SOURCE, SHAPE_MAP);
	section(sink, "people", THING_PERSON, SHAPE_MAP);
	section(sink, "events", THING_EVENT, SHAPE_LIST);
	section(sink, "views", THING_VIEW, SHAPE_MAP);
	section(sink, "parallels", THING_PARALLEL, SHAPE_LIST);
}
