/* One slip is one message: each name of a field, and each id where it is given, is misspelt in turn in
 * records that are right, and what is said then is one error, in its line, and nothing that was not
 * said before. SLIPS_ALL=1 does so in every way in every record. */
#include "base/file.h"
#include "base/node.h"
#include "load/load.h"
#include "model/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SPOTS_MOST = 4096 };

/* A word of the file that may be misspelt. */
struct spot {
	const struct form *form;
	const struct form_field *field; /* whose name or value it is; NULL of an id */
	bool value;
	struct place place;
	char word[80];
};

struct spots {
	struct spot at[SPOTS_MOST];
	size_t count;
};

static const struct form_field *field_of(const struct form *form, const char *name)
{
	for (uint8_t i = 0; i < form->count; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			return &form->fields[i];
	return NULL;
}

/* Of a field the first one with such a name or value. */
static void spot_add(struct spots *spots, const struct form *form, const struct form_field *field,
	const struct node *word, bool value)
{
	for (size_t i = 0; field && i < spots->count; i++)
		if (spots->at[i].form == form && spots->at[i].field == field &&
			spots->at[i].value == value)
			return;
	assert_true(spots->count < SPOTS_MOST && word->len < sizeof spots->at->word);
	struct spot *spot = &spots->at[spots->count++];
	*spot = (struct spot){.form = form, .field = field, .value = value, .place = word->place};
	strcpy(spot->word, word->text);
}

/* The first of each field of each form, its first value that is plain, and all ids. */
static void map_walk(struct spots *spots, const struct form *form, const struct node *map)
{
	if (map->kind != NODE_MAP)
		return;
	for (const struct node *at = map->child; at; at = at->next) {
		const struct form_field *field = field_of(form, at->key->text);
		assert_non_null(field);
		spot_add(spots, form, field, at->key, false);
		if (at->plain && at->len < sizeof spots->at->word)
			spot_add(spots, form, field, at, true);
		if (field->kind == FIELD_ID)
			spot_add(spots, form, NULL, at, false);
		const struct form *inside = field->kind == FIELD_THINGS
			? &forms[form_thing_kind(field)]
			: field->form;
		if (inside && at->kind == NODE_MAP)
			map_walk(spots, inside, at);
		else if (inside)
			for (const struct node *item = at->child; item; item = item->next)
				map_walk(spots, inside, item);
	}
}

static void spots_find(struct spots *spots, const char *bytes, size_t len)
{
	struct diag_list *diags = diag_create();
	struct node_reader *reader = node_open(
		bytes, len, diag_file(diags, "f", bytes, len), NULL, diags);
	struct node_item item;
	spots->count = 0;
	while (node_next(reader, &item)) {
		const struct form_field *field = field_of(&forms[FORM_RECORD], item.section->text);
		assert_non_null(field);
		spot_add(spots, &forms[FORM_RECORD], field, item.section, false);
		if (item.value->plain && item.value->len < sizeof spots->at->word)
			spot_add(spots, &forms[FORM_RECORD], field, item.value, true);
		if (field->kind != FIELD_THINGS)
			continue;
		const struct form *form = &forms[form_thing_kind(field)];
		if (item.key)
			spot_add(spots, form, NULL, item.key, false);
		map_walk(spots, form, item.value);
	}
	assert_true(node_complete(reader));
	node_close(reader);
	diag_free(diags);
}

/* ---- slips ---- */

/* Each turns a word into another; the same word comes of what cannot be done to it. */

static void doubled(char *slip, const char *word)
{
	size_t at = strlen(word) / 2;
	memcpy(slip, word, at + 1);
	strcpy(slip + at + 1, word + at);
}

static void dropped(char *slip, const char *word)
{
	size_t at = strlen(word) / 2;
	memcpy(slip, word, at);
	strcpy(slip + at, word + at + 1);
}

static void swapped(char *slip, const char *word)
{
	size_t at = strlen(word) / 2;
	strcpy(slip, word);
	slip[at] = word[at - 1];
	slip[at - 1] = word[at];
}

static void cased(char *slip, const char *word)
{
	strcpy(slip, word);
	slip[0] = (char)(word[0] ^ ' ');
}

static void shifted(char *slip, const char *word)
{
	for (; *word; word++)
		*slip++ = (char)(*word >= 'a' && *word <= 'z' ? *word ^ ' ' : *word);
	*slip = '\0';
}

static void replaced(char *slip, const char *word)
{
	size_t at = strlen(word) - 1;
	strcpy(slip, word);
	slip[at] = word[at] == 'r' ? 't' : 'r';
}

static void (*const slips[])(char *slip, const char *word) = {
	doubled, dropped, swapped, cased, shifted, replaced};
enum { SLIP_COUNT = sizeof slips / sizeof *slips };

/* What no field takes. */
static const char *const refused[] = {"\"\"", "[[x], y]", "{x: y}"};
enum { REFUSED_COUNT = sizeof refused / sizeof *refused };

/* ---- what is said ---- */

/* All that is said, a line each, from the place on. */
struct said {
	struct buf text, other; /* all of it; what is no error */
	size_t errors;
	struct place place; /* of an error */
};

static void problem_take(void *state, const struct diag_problem *problem)
{
	struct said *said = state;
	struct buf *to = &said->text;
	for (int i = 0; i < 2; i++, to = &said->other)
		if (!i || problem->level != DIAG_ERROR)
			buf_format(to, "%u:%u: %s: %s [%s]\n", (unsigned)problem->place.line,
				(unsigned)problem->place.column, diag_word(problem->level),
				problem->message, problem->code);
	if (problem->level == DIAG_ERROR) {
		said->errors++;
		said->place = problem->place;
	}
}

static void say(struct said *said, const char *bytes, size_t len)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"f", bytes, len};
	*said = (struct said){.errors = 0};
	diag_keep(diags, 4000);
	record_free(load_record(&input, 1, NULL, diags));
	diag_each(diags, DIAG_NOTE, problem_take, said);
	diag_free(diags);
}

static void said_free(struct said *said)
{
	buf_free(&said->text);
	buf_free(&said->other);
}

/* Whether each line of one stands in the other. */
static bool all_stand(const char *lines, const char *in)
{
	for (const char *end; *lines; lines = end + 1) {
		end = strchr(lines, '\n');
		const char *at = in;
		while (*at && strncmp(at, lines, (size_t)(end - lines) + 1) != 0)
			at = strchr(at, '\n') + 1;
		if (!*at)
			return false;
	}
	return true;
}

/* ---- the text with a slip in it ---- */

static size_t offset_of(const char *bytes, size_t len, struct place place)
{
	const char *at = bytes, *end = bytes + len;
	for (uint32_t line = 1; line < place.line; line++)
		at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
	for (uint32_t column = 1; column < place.column; column++)
		do
			at++;
		while ((*at & 0xc0) == 0x80);
	return (size_t)(at - bytes);
}

struct sample {
	const char *name;
	char *bytes;
	size_t len;
	struct spots spots;
	struct said before;
};

static struct sample *sample_open(const char *path)
{
	struct sample *sample = calloc(1, sizeof *sample);
	struct diag_list *diags = diag_create();
	struct file_bytes file;
	assert_non_null(sample);
	assert_true(file_read(path, diag_file(diags, path, NULL, 0), diags, &file));
	sample->name = path;
	sample->len = file.len;
	sample->bytes = calloc(1, file.len + 1);
	assert_non_null(sample->bytes);
	memcpy(sample->bytes, file.bytes, file.len);
	file_release(&file);
	diag_free(diags);
	spots_find(&sample->spots, sample->bytes, sample->len);
	say(&sample->before, sample->bytes, sample->len);
	assert_int_equal(sample->before.errors, 0);
	return sample;
}

static void sample_close(struct sample *sample)
{
	said_free(&sample->before);
	free(sample->bytes);
	free(sample);
}

/* Returns whether the slip is told of by one error and by nothing else; in its line, where a field is
 * misspelt. Who refers to an id once may be as wrong as who gives it. */
static bool slip_try(const struct sample *sample, const struct spot *spot, const char *slip)
{
	struct buf text = {0};
	struct said said;
	size_t at = offset_of(sample->bytes, sample->len, spot->place);
	size_t len = strlen(spot->word);
	assert_memory_equal(sample->bytes + at, spot->word, len);
	buf_add(&text, sample->bytes, at);
	buf_text(&text, slip);
	buf_text(&text, sample->bytes + at + len);
	say(&said, text.text, text.len);
	bool good = said.errors <= 1 && (!spot->field || said.errors) &&
		(!spot->field || said.place.line == spot->place.line) &&
		all_stand(buf_string(&said.other), buf_string(&sample->before.text));
	if (!good)
		fprintf(stderr, "%s:%u:%u: \"%s\" for \"%s\" in %s is told of as\n%s", sample->name,
			(unsigned)spot->place.line, (unsigned)spot->place.column, slip, spot->word,
			spot->form->name, buf_string(&said.text));
	said_free(&said);
	buf_free(&text);
	return good;
}

static void fields_misspelt(const char *path, bool all)
{
	struct sample *sample = sample_open(path);
	size_t failed = 0;
	char slip[sizeof sample->spots.at->word + 2];
	all |= getenv("SLIPS_ALL") != NULL;
	for (size_t i = 0; i < sample->spots.count; i++) {
		const struct spot *spot = &sample->spots.at[i];
		for (int way = 0; spot->field && !spot->value && way < SLIP_COUNT; way++) {
			slips[way](slip, spot->word);
			if (strcmp(slip, spot->word) != 0 && !field_of(spot->form, slip) &&
				(all || (size_t)way == i % SLIP_COUNT))
				failed += !slip_try(sample, spot, slip);
		}
	}
	assert_int_equal(failed, 0);
	sample_close(sample);
}

static bool is_id(const struct sample *sample, const char *word)
{
	for (size_t i = 0; i < sample->spots.count; i++)
		if (!sample->spots.at[i].field && strcmp(sample->spots.at[i].word, word) == 0)
			return true;
	return false;
}

static void ids_misspelt(const char *path, size_t each)
{
	struct sample *sample = sample_open(path);
	size_t failed = 0, n = 0;
	char slip[sizeof sample->spots.at->word + 2];
	if (getenv("SLIPS_ALL"))
		each = 1;
	for (size_t i = 0; i < sample->spots.count; i++)
		for (int way = 0; !sample->spots.at[i].field && way < SLIP_COUNT; way++) {
			slips[way](slip, sample->spots.at[i].word);
			if (slips[way] != shifted && n++ % each == 0 && !is_id(sample, slip))
				failed += !slip_try(sample, &sample->spots.at[i], slip);
		}
	assert_int_equal(failed, 0);
	sample_close(sample);
}

static void each_id(void **state)
{
	(void)state;
	ids_misspelt("tests/golden/check/every-field.yaml", 1);
	ids_misspelt("events.yaml", 47);
}

static void each_value(void **state)
{
	(void)state;
	struct sample *sample = sample_open("tests/golden/check/every-field.yaml");
	size_t failed = 0;
	for (size_t i = 0; i < sample->spots.count; i++)
		for (int n = 0; sample->spots.at[i].value && n < REFUSED_COUNT; n++)
			failed += !slip_try(sample, &sample->spots.at[i], refused[n]);
	assert_int_equal(failed, 0);
	sample_close(sample);
}

static void each_field(void **state)
{
	(void)state;
	fields_misspelt("tests/golden/check/every-field.yaml", true);
}

static void shipped_fields(void **state)
{
	(void)state;
	fields_misspelt("events.yaml", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_field),
		cmocka_unit_test(each_value),
		cmocka_unit_test(each_id),
		cmocka_unit_test(shipped_fields),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
