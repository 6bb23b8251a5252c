/* The file is read as every file is, by node.c or csv.c; its form makes items of a record of what comes, which
 * wait in a queue until they are asked for. So whoever reads a record reads these as well, with all checks. */
#include "load/import.h"

#include "base/memory.h"
#include "base/shell.h"
#include "base/text.h"
#include "load/import_form.h"

#include <stdlib.h>
#include <string.h>

static const struct import_form *const forms_of[] = {
	[OTHER_TIMELINE] = &import_timeline,
	[OTHER_TIMELINE_TABLE] = &import_timeline_table,
	[OTHER_REFERENCES] = &import_references,
	[OTHER_ANNOTATIONS] = &import_annotations,
};

struct import *import_open(struct loader *load, const struct load_input *input, uint32_t file,
	const struct other_file *other)
{
	struct import *import = mem_zero(1, sizeof *import);
	import->load = load;
	import->form = forms_of[other->read_as];
	import->what = other->what;
	import->name = input->name;
	import->file = file;
	import->taken.item = 1;
	if (import->form->row) {
		import->csv = csv_open(input->bytes, input->len, file, load->diags);
	} else {
		import->reader = node_open(input->bytes, input->len, file, NULL, load->diags);
		node_take_any(import->reader);
	}
	load->reader = import->reader;
	return import;
}

/* Reads on until something waits, or to the end. */
static void read_on(struct import *import)
{
	const struct import_form *form = import->form;
	struct node_item item;
	struct csv_row row;
	import_rest_forget(import);
	if (import->csv && csv_next(import->csv, &row))
		form->row(import, &row);
	else if (import->reader && node_next(import->reader, &item))
		form->item(import, &item);
	else
		import->ended = true;
	if (import->ended && form->finish)
		form->finish(import);
}

bool import_next(struct import *import, struct node_item *item)
{
	bool collects = import->form->collects;
	while (import->queue_at == import->queue_count || (collects && !import->ended)) {
		if (import->ended)
			return false;
		if (!collects) {
			import->queue_at = import->queue_count = 0;
			arena_reset(&import->arena);
		}
		read_on(import);
	}
	*item = import->queue[import->queue_at++];
	return true;
}

static void give(struct import *import, struct node_item item)
{
	import->queue = mem_grow(
		import->queue, &import->queue_room, import->queue_count + 1, sizeof *import->queue);
	item.last = item.whole;
	import->queue[import->queue_count++] = item;
}

/* The key of a section; one for all its items. */
static const struct node *section_of(struct import *import, const char *name)
{
	for (size_t i = 0; i < import->section_count; i++)
		if (strcmp(import->sections[i]->text, name) == 0)
			return import->sections[i];
	struct node *section = arena_alloc(&import->kept, 1, sizeof *section);
	*section = (struct node){.text = name, .len = strlen(name), .place = {1, 1, import->file}};
	if (import->section_count < sizeof import->sections / sizeof *import->sections)
		import->sections[import->section_count++] = section;
	return section;
}

void import_give(struct import *import, const char *section, const char *id, struct node *value)
{
	struct node *key = id ? make_text(import, id, strlen(id), value->place) : NULL;
	value->key = key;
	give(import,
		(struct node_item){
			.section = section_of(import, section), .key = key, .value = value});
}

void import_whole(struct import *import, const char *section, struct node *value)
{
	give(import,
		(struct node_item){
			.section = section_of(import, section), .value = value, .whole = true});
}

/* The name of the file without folders, and without what is behind its last point. */
static const char *stem(struct import *import)
{
	const char *slash = strrchr(import->name, '/');
	const char *from = slash ? slash + 1 : import->name, *point = strrchr(from, '.');
	size_t len = point && point > from ? (size_t)(point - from) : strlen(from);
	bool named = len && strcmp(from, "-") != 0 && text_valid(from, len) == len;
	return arena_text(&import->kept, named ? from : "timeline", named ? len : 8);
}

const char *import_title(struct import *import)
{
	const char *name = stem(import);
	return arena_text(&import->load->record->arena, name, strlen(name));
}

/* "truce print -f yaml old.json > old.truce.yaml", or a name in its place that can be copied. */
static void say_what(struct import *import)
{
	struct buf command = {0}, to = {0};
	buf_format(&to, "%s.truce.yaml", stem(import));
	buf_text(&command, "truce print -f yaml ");
	if (!shell_file(&command, import->name))
		buf_text(&command, "FILE");
	buf_text(&command, " > ");
	if (!shell_file(&command, buf_string(&to)))
		buf_text(&command, "lesson.truce.yaml");
	code_report(import->load->diags, CODE_READ_AS, (struct place){.file = import->file},
		"this is %s, and is read as a record; \"%s\" %s", import->what,
		buf_string(&command), import->form->advice);
	buf_free(&command);
	buf_free(&to);
}

bool import_close(struct import *import)
{
	bool whole = import->csv ? csv_complete(import->csv) : node_complete(import->reader);
	say_what(import);
	import_report(import);
	import->load->record->foreign++;
	import->load->record->remarks += (uint32_t)import->told_count;
	node_close(import->reader);
	if (import->csv)
		csv_close(import->csv);
	import->load->reader = NULL;
	for (int i = 0; i < SPACE_COUNT; i++)
		import_names_free(&import->ids[i]);
	import_names_free(&import->groups);
	import_names_free(&import->people);
	import_names_free(&import->works);
	import_names_free(&import->notes);
	free(import->taken.marks);
	arena_free(&import->arena);
	arena_free(&import->kept);
	free(import->queue);
	free(import->told);
	free(import->columns);
	buf_free(&import->buf);
	buf_free(&import->description);
	free(import);
	return whole;
}
