/* A list without brackets is one text to YAML. It is taken for a list where one of its parts is the
 * id or the name of something, or where all could be ids: "Roe, Ann" is a name, whoever she is. */
#include "load/called.h"

#include "base/node_row.h"
#include "base/text.h"
#include "load/foreign_names.h"
#include "load/lookup.h"
#include "load/mention.h"

#include <string.h>

enum { PARTS_MOST = 16, PART_MOST = 64 };

/* The thing of these kinds that has the id or goes by the name, or none. */
static struct ref find(struct loader *load, unsigned things, const char *word)
{
	const unsigned nameless = THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE) |
		THING_BIT(THING_PARALLEL);
	for (unsigned space = 0; space < SPACE_COUNT; space++) {
		struct ref ref = ids_find(&load->ids, (enum id_space)space, word);
		if (ref.thing != THING_NONE && things & THING_BIT(ref.thing))
			return ref;
	}
	return lookup_called(load, things & ~nameless, word);
}

struct ref called_within(const struct loader *load, unsigned things, const char *text)
{
	struct ref one = {THING_NONE, 0};
	struct buf word = {0};
	for (const char *at = text; *at;) {
		buf_clear(&word);
		for (; *at && !strchr(" ,.;:()[]", *at); at++)
			buf_char(&word, text_small(*at));
		at += *at != '\0';
		for (unsigned space = 0; word.len > 2 && space < SPACE_COUNT; space++) {
			struct ref ref = ids_find(&load->ids, (enum id_space)space, word.text);
			bool fits = ref.thing != THING_NONE && things & THING_BIT(ref.thing);
			if (fits && one.thing != THING_NONE &&
				(one.thing != ref.thing || one.index != ref.index)) {
				buf_free(&word);
				return (struct ref){THING_NONE, 0};
			}
			one = fits ? ref : one;
		}
	}
	buf_free(&word);
	return one;
}

/* The length of what stands between two ids at `at`, 0 where nothing does. */
static size_t between_len(const char *at, bool spaces)
{
	static const char *const marks[] = {", and ", "; and ", ",", ";", "/", "|", " and ", " & ",
		" + ", " und ", " et ",
		/* full-width, ideographic and Arabic commas, full-width brackets */
		"\uff0c", "\uff1b", "\u3001", "\u060c", "\u061b", "\uff3b", "\uff3d", "\u3010",
		"\u3011"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strncmp(at, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return spaces && (*at == ' ' || *at == '.');
}

/* A number or hyphens before an id, as of lists in other programs: "1. hale 2. roe". */
static bool is_bullet(const char *part)
{
	return part[strspn(part, "-")] == '\0' || part[strspn(part, "0123456789")] == '\0';
}

/* Cuts the text into parts, without the spaces round them; returns how many, 0 where they are too
 * many or too long. */
static size_t parts_cut(const char *text, bool spaces, char (*parts)[PART_MOST + 1])
{
	size_t count = 0, len = 0;
	text += strspn(text, "([{<"); /* brackets of other kinds, or without the other one */
	const char *end = text + strlen(text);
	while (end > text && strchr(")]}>", end[-1]))
		end--;
	for (const char *at = text;; at++) {
		size_t mark = at < end ? between_len(at, spaces) : 0;
		if (at < end && !mark) {
			if (count == PARTS_MOST || len == PART_MOST)
				return 0;
			if (len || *at != ' ')
				parts[count][len++] = *at;
			continue;
		}
		while (len && parts[count][len - 1] == ' ')
			len--;
		parts[count][len] = '\0';
		count += len && !(spaces && is_bullet(parts[count]));
		len = 0;
		if (at >= end)
			return count;
		at += mark - 1;
	}
}

bool called_like_id(const char *text)
{
	size_t bytes, len = strlen(text);
	int32_t first = text_decode(text, len, &bytes);
	return len && text_is_letter(first) && !(first >= 'A' && first <= 'Z') &&
		strcspn(text, " \t.:?!'\"()[]{}") == len;
}

/* The one thing that has the words of a part of a list, or that goes by it. */
static struct ref part_find(struct loader *load, unsigned things, const char *part)
{
	struct mention mention = {.count = 0};
	if (!(*part >= '0' && *part <= '9'))
		mention = mention_find(load, things, part, strlen(part));
	return mention.count == 1 ? mention.at[0] : find(load, things, part);
}

/* Appends "hale, roe" with ids for names; false where that is no list. */
static bool list_write(
	struct loader *load, const struct pending *pending, bool spaces, struct buf *list)
{
	char parts[PARTS_MOST + 1][PART_MOST + 1];
	size_t count = parts_cut(pending->id, spaces, parts), known = 0, alike = 0;
	struct ref last = {THING_NONE, 0};
	for (size_t i = 0; i < count; i++) {
		struct ref ref = part_find(load, pending->things, parts[i]);
		bool found = ref.thing != THING_NONE;
		if (found && ref.thing == last.thing && ref.index == last.index)
			return false; /* "Roe, Ann" */
		last = ref;
		known += found;
		alike += called_like_id(parts[i]);
		buf_format(list, "%s%s", i ? ", " : "",
			found ? record_id(load->record, ref) : parts[i]);
	}
	return count > 1 && (spaces ? known == count : known || alike == count);
}

/* What is meant is not unused. */
static void parts_use(struct loader *load, const struct pending *pending, bool spaces)
{
	char parts[PARTS_MOST + 1][PART_MOST + 1];
	size_t count = parts_cut(pending->id, spaces, parts);
	for (size_t i = 0; i < count; i++) {
		struct ref ref = part_find(load, pending->things, parts[i]);
		if (ref.thing != THING_NONE)
			loader_use(load, ref);
	}
}

static bool is_of(const struct form *form, const struct form_field *field)
{
	return field >= form->fields && field < form->fields + form->count;
}

void called_one(const struct form_field *field, struct buf *hint)
{
	bool quote = is_of(&forms[THING_QUOTE], field);
	if (quote && strcmp(field->name, "speaker") == 0)
		buf_text(hint,
			"; words have one speaker: for a joint statement name a party, or a "
			"person called \"Hale and Roe\"");
	else if (quote && strcmp(field->name, "source") == 0)
		buf_text(hint, "; a quotation has one source, and the others go into \"also_in\"");
	else
		buf_format(hint, "; only one may stand here");
}

/* Of words with several speakers: the line of a person who is all of them. */
static bool joint_write(struct loader *load, const struct pending *pending,
	const struct form_field *field, bool spaces, struct buf *hint)
{
	char parts[PARTS_MOST + 1][PART_MOST + 1];
	size_t count = parts_cut(pending->id, spaces, parts);
	struct buf id = {0}, name = {0};
	bool joint = is_of(&forms[THING_QUOTE], field) && strcmp(field->name, "speaker") == 0;
	for (size_t i = 0; i < count && joint; i++) {
		struct ref ref = part_find(load, pending->things, parts[i]);
		joint = ref.thing == THING_PERSON;
		if (!joint)
			break;
		buf_format(&id, "%s%s", i ? "-and-" : "", record_id(load->record, ref));
		buf_format(&name, "%s%s", i ? " and " : "", record_name(load->record, ref));
	}
	joint = joint && !strpbrk(buf_string(&name), ",:#{}[]\"'");
	if (joint)
		buf_format(hint,
			"; words have one speaker: for a joint statement write \"%s\", and add "
			"it under \"people\", as \"  %s: {name: %s}\"",
			buf_string(&id), buf_string(&id), buf_string(&name));
	buf_free(&id);
	buf_free(&name);
	return joint;
}

bool called_nobody(struct loader *load, const struct pending *pending,
	const struct form_field *field, struct buf *hint)
{
	struct buf folded = {0};
	name_fold(&folded, pending->id);
	bool nobody = name_is_among(
			      " none nil n/a na nan undefined unknown unnamed anonymous nobody "
			      "noone tbd tba ? ?? / \u2014 \u2013 ",
			      buf_string(&folded)) &&
		find(load, pending->things, pending->id).thing == THING_NONE;
	if (nobody && is_of(&forms[THING_QUOTE], field) && strcmp(field->name, "speaker") == 0)
		buf_text(hint,
			"; leave the field out, and where the source names nobody write "
			"\"unnamed: true\"");
	else if (nobody)
		buf_text(hint, "; where there is nothing to say, leave the field out");
	buf_free(&folded);
	return nobody;
}

/* The name of the field whose value stands at `at`, or in brackets round it; "" where it is above. */
static int field_before(struct row row, const char *at, const char **name)
{
	while (at > row.line.text && strchr(" [(\"'", at[-1]))
		at--;
	const char *colon = at > row.line.text && at[-1] == ':' ? at - 1 : NULL;
	for (*name = colon; colon && *name > row.line.text && !strchr(" {,\"'", (*name)[-1]);)
		--*name;
	return colon ? (int)(colon - *name) : 0;
}

/* The whole field, as it is named in the file; an item as several. */
static void list_advise(const struct loader *load, const struct pending *pending, const char *list,
	struct buf *hint)
{
	size_t len;
	const char *name, *bytes = diag_file_bytes(load->diags, pending->place.file, &len);
	struct row row = row_placed(load->diags, pending->place);
	const char *at = row.line.number ? line_at(row.line, pending->place.column) : NULL;
	int name_len = at ? field_before(row, at, &name) : 0;
	if (at && at == row.at) {
		struct row above = row_before(bytes, row);
		name = above.name;
		name_len = !row.dash && above.holds && above.name ? (int)above.len : 0;
	}
	if (at && row.dash && at == row.at)
		buf_format(
			hint, "; write one a line, or [%s] in the place of the whole list", list);
	else if (name_len)
		buf_format(hint, "; for several write \"%.*s: [%s]\"", name_len, name, list);
	else
		buf_format(hint, "; for several write a list: [%s]", list);
}

bool called_several(struct loader *load, const struct pending *pending,
	const struct form_field *field, struct buf *hint)
{
	const unsigned told = THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE);
	if (!strpbrk(pending->id,
		    " ,;/|\xc2\xd8\xe2\xe3\xef")) /* the first bytes of what stands between */
		return false;
	struct buf list = {0};
	bool spaces = false,
	     several = find(load, pending->things, pending->id).thing == THING_NONE &&
		list_write(load, pending, false, &list);
	if (!several) {
		buf_clear(&list);
		spaces = several = list_write(load, pending, true, &list);
	}
	if (several)
		parts_use(load, pending, spaces);
	if (!several)
		;
	else if (pending->listed && !(pending->things & ~told))
		buf_format(hint, "; write one a line, or [%s]", buf_string(&list));
	else if (pending->listed)
		list_advise(load, pending, buf_string(&list), hint);
	else if (!joint_write(load, pending, field, spaces, hint))
		called_one(field, hint);
	buf_free(&list);
	return several;
}

/* What may stand in a name within quotation marks, and not in an id. */
#define BESIDE ",.()"

/* Writes an id for a name: its last word, or all of them where that is taken. */
static void id_make(const struct loader *load, const char *name, struct buf *id)
{
	const char *last = strpbrk(name, BESIDE) ? NULL : strrchr(name, ' ');
	if (last && last[1 + strspn(last + 1, "0123456789")] == '\0')
		last = NULL; /* "moen-1934" */
	for (const char *at = last ? last + 1 : name;; at = name) {
		buf_clear(id);
		for (; *at; at++)
			if (!strchr(BESIDE, *at))
				buf_char(id, *at == ' ' ? '-' : text_small(*at));
		bool taken = false;
		for (unsigned space = 0; space < SPACE_COUNT; space++)
			taken = taken ||
				ids_find(&load->ids, (enum id_space)space, buf_string(id)).thing !=
					THING_NONE;
		if (!taken || !last)
			return;
		last = NULL;
	}
}

/* Whether the name can be written into braces as it is, and an id be made of it. */
static bool is_simple(const char *name)
{
	enum { NAME_MOST = 40 };
	size_t len = strlen(name), bytes;
	for (size_t at = 0; at < len; at += bytes) {
		int32_t code = text_decode(name + at, len - at, &bytes);
		if (!text_is_letter(code) && !(at && strchr(" -_" BESIDE, name[at])) &&
			!(at && text_is_digit(code)))
			return false;
	}
	return len && len <= NAME_MOST && name[len - 1] != ' ' && !strstr(name, "  ");
}

/* Appends the very line for a thing of that kind. */
static void line_write(enum thing thing, const char *id, const char *name, struct buf *hint)
{
	const char *key = thing == THING_PERSON || thing == THING_PARTY ? "name"
		: thing == THING_SOURCE                                 ? "type: book, title"
									: "title";
	const char *quote = strpbrk(name, BESIDE) ? "'" : "";
	if (*id)
		buf_format(hint, ", as \"  %s: {%s: %s%s%s}\"", id, key, quote, name, quote);
}

void called_nowhere(const struct loader *load, const struct pending *pending, struct buf *hint)
{
	static const enum thing order[] = {
		THING_PERSON, THING_PARTY, THING_SOURCE, THING_THEME, THING_ERA};
	unsigned left = pending->things & ~THING_BIT(THING_EDITOR), all = 0;
	enum thing first = THING_NONE;
	struct buf id = {0};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		all |= THING_BIT(order[i]);
	if (left & ~all) {
		buf_text(hint, "; write the id of one here, which stands behind its \"id:\"");
		return;
	}
	if (left != THING_BIT(THING_ERA) && is_simple(pending->id))
		id_make(load, pending->id, &id);
	if (id.len && strcmp(buf_string(&id), pending->id) != 0)
		buf_format(hint, "; write \"%s\" here, and add it under ", buf_string(&id));
	else
		buf_text(hint, "; add it under ");
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		if (!(left & THING_BIT(order[i])))
			continue;
		first = first == THING_NONE ? order[i] : first;
		left &= ~THING_BIT(order[i]);
		buf_format(hint, "\"%s\"%s", form_section(&forms[order[i]]),
			!left                       ? ""
				: left & (left - 1) ? ", "
						    : " or ");
	}
	line_write(first, buf_string(&id), pending->id, hint);
	buf_free(&id);
}
