/* Eras, parties, themes and people: the sections that are small tables, id by id. */
#include "load/fields.h"
#include "load/readers.h"
#include "load/values.h"

#include "base/memory.h"

#include <string.h>

const char *key_id(struct loader *load, const struct node *key)
{
	const char *id = value_id(load, key);
	return id ? arena_text(&load->record->arena, id, strlen(id)) : "";
}

static const struct field era_fields[] = {
	{FIELD_NAME("title"), FIELD_TEXT, offsetof(struct era, title), .title = true,
		.needs = "a title"},
	{FIELD_NAME("date"), FIELD_DATE, offsetof(struct era, date)},
	{FIELD_NAME("summary"), FIELD_TEXT, offsetof(struct era, summary)},
};
static const struct shape era_shape = {
	"an era", era_fields, sizeof era_fields / sizeof *era_fields, SHAPE_ERA, 1};

void era_read(struct loader *load, const struct node *key, const struct node *value)
{
	struct record *record = load->record;
	struct era era = {.id = key_id(load, key), .title = "", .place = key->place};
	fields_read(load, &era_shape, value, key->place, &era);
	record->eras = loader_room(load, THING_ERA, record->eras, sizeof era);
	record->eras[record->counts[THING_ERA]] = era;
	loader_added(load, THING_ERA, era.id, key->place);
}

static const char *const color_at[COLOR_COUNT] = {
	"", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"};
static const struct words colors = {color_at, COLOR_COUNT, CODE_BAD_COLOR, "color", NULL};

static const struct field party_fields[] = {
	{FIELD_NAME("name"), FIELD_TEXT, offsetof(struct party, name), .needs = "a name"},
	{FIELD_NAME("aliases"), FIELD_NAMES, offsetof(struct party, aliases)},
	{FIELD_NAME("color"), FIELD_WORD, offsetof(struct party, color), .words = &colors},
};
static const struct shape party_shape = {
	"a party", party_fields, sizeof party_fields / sizeof *party_fields, SHAPE_PARTY, 1};

void party_read(struct loader *load, const struct node *key, const struct node *value)
{
	struct record *record = load->record;
	struct party party = {.id = key_id(load, key), .name = "", .place = key->place};
	fields_read(load, &party_shape, value, key->place, &party);
	record->parties = loader_room(load, THING_PARTY, record->parties, sizeof party);
	record->parties[record->counts[THING_PARTY]] = party;
	loader_added(load, THING_PARTY, party.id, key->place);
}

static const struct field theme_fields[] = {
	{FIELD_NAME("title"), FIELD_TEXT, offsetof(struct theme, title), .title = true,
		.needs = "a title"},
	{FIELD_NAME("aliases"), FIELD_NAMES, offsetof(struct theme, aliases)},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct theme, note)},
};
static const struct shape theme_shape = {
	"a theme", theme_fields, sizeof theme_fields / sizeof *theme_fields, SHAPE_THEME, 1};

void theme_read(struct loader *load, const struct node *key, const struct node *value)
{
	struct record *record = load->record;
	struct theme theme = {.id = key_id(load, key), .title = "", .place = key->place};
	fields_read(load, &theme_shape, value, key->place, &theme);
	record->themes = loader_room(load, THING_THEME, record->themes, sizeof theme);
	record->themes[record->counts[THING_THEME]] = theme;
	loader_added(load, THING_THEME, theme.id, key->place);
}

static const struct field person_fields[] = {
	{FIELD_NAME("name"), FIELD_TEXT, offsetof(struct person, name), .needs = "a name"},
	{FIELD_NAME("aliases"), FIELD_NAMES, offsetof(struct person, aliases)},
	{FIELD_NAME("party"), FIELD_REF, offsetof(struct person, party), THING_BIT(THING_PARTY)},
	{FIELD_NAME("born"), FIELD_DATE, offsetof(struct person, born)},
	{FIELD_NAME("died"), FIELD_DATE, offsetof(struct person, died)},
	{FIELD_NAME("note"), FIELD_TEXT, offsetof(struct person, note)},
};
static const struct shape person_shape = {
	"a person", person_fields, sizeof person_fields / sizeof *person_fields, SHAPE_PERSON, 1};

static void alias_add(struct loader *load, const char *name, bool own, struct place place)
{
	load->aliases = mem_grow(
		load->aliases, &load->alias_capacity, load->alias_count + 1, sizeof *load->aliases);
	load->aliases[load->alias_count++] = (struct alias){
		name, load->record->counts[THING_PERSON], own, place};
}

/* Remembers under which names the person goes, for check_aliases. */
static void person_names(struct loader *load, const struct person *person, const struct node *value)
{
	const struct node *name = fields_node(value, "name"),
			  *aliases = fields_node(value, "aliases");
	if (name && *person->name)
		alias_add(load, person->name, true, name->place);
	if (!aliases || !person->aliases)
		return;
	const struct node *at = aliases->kind == NODE_LIST ? aliases->child : aliases;
	/* Where an alias was at fault the two lists no longer agree, and an error was reported. */
	for (uint32_t i = 0; at && i < person->aliases->count; i++, at = at->next)
		alias_add(load, person->aliases->at[i], false, at->place);
}

void person_read(struct loader *load, const struct node *key, const struct node *value)
{
	struct record *record = load->record;
	struct person person = {.id = key_id(load, key), .name = "", .place = key->place};
	if (fields_read(load, &person_shape, value, key->place, &person)) {
		person_names(load, &person, value);
		if (person.born && person.died && person.died->latest < person.born->earliest)
			code_report(load->diags, CODE_DIED_BEFORE_BORN,
				fields_node(value, "died")->place, "died %s, before being born, %s",
				person.died->edtf, person.born->edtf);
	}
	record->people = loader_room(load, THING_PERSON, record->people, sizeof person);
	record->people[record->counts[THING_PERSON]] = person;
	loader_added(load, THING_PERSON, person.id, key->place);
}
