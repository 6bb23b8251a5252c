/* The rows of the form agree with themselves: what a row says by one column, another does not take
 * back. */
#include "model/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool is_one_of(const struct form_field *field, unsigned kinds)
{
	return kinds >> field->kind & 1;
}

#define KIND(kind) (1u << (kind))

static void expect(
	bool good, const struct form *form, const struct form_field *field, const char *what)
{
	if (!good)
		fail_msg("%s.%s: %s", form->word, field->name, what);
}

static void row_check(const struct form *form, const struct form_field *field)
{
	const unsigned refs = KIND(FIELD_REF) | KIND(FIELD_REFS);
	const unsigned nested = KIND(FIELD_FORM) | KIND(FIELD_FORMS);
	const unsigned words = KIND(FIELD_WORD) | KIND(FIELD_TRUTH) | KIND(FIELD_WORD_TEXT);
	const char *what = field->what;
	expect(what && *what && what[strlen(what) - 1] == '.' && !strstr(what, ". "), form, field,
		"is explained in one sentence");
	expect(is_one_of(field, refs | KIND(FIELD_THINGS)) == (field->things != 0), form, field,
		"things are for references");
	expect(is_one_of(field, nested) == (field->form != NULL), form, field,
		"a form is for what is nested");
	expect(is_one_of(field, words) == (field->words != NULL), form, field,
		"words are for a choice of words");
	expect(!(field->flags & FIELD_MORE) || form->more_size, form, field,
		"stands in a struct that the form has not");
	expect(!(field->flags & FIELD_SEARCHED) ||
			is_one_of(field, refs | nested | KIND(FIELD_TEXT)),
		form, field, "cannot be searched");
	expect(!(field->flags & FIELD_TWO) || field->kind == FIELD_REFS, form, field,
		"two things are a list");
	expect(!(field->flags & FIELD_PLAIN) ||
			is_one_of(field, KIND(FIELD_REF) | KIND(FIELD_TEXT) | KIND(FIELD_WORD)),
		form, field, "cannot stand plain");
	expect(field->kind != FIELD_DATE_OS ||
			(field > form->fields && field[-1].kind == FIELD_DATE),
		form, field, "an Old Style date stands below the same date");
	expect(field->kind != FIELD_FORMS || field->form->list, form, field,
		"a list of mappings needs to know where it begins");
}

static void rows_agree(void **state)
{
	(void)state;
	for (int n = 0; n < FORM_COUNT; n++) {
		const struct form *form = &forms[n];
		int either = 0, other = 0;
		assert_true(form->count <= FORM_FIELDS_MOST);
		for (uint8_t i = 0; i < form->count; i++) {
			row_check(form, &form->fields[i]);
			either += (form->fields[i].flags & FIELD_EITHER) != 0;
			other += (form->fields[i].flags & FIELD_OR) != 0;
			for (uint8_t k = 0; k < i; k++)
				assert_string_not_equal(form->fields[i].name, form->fields[k].name);
		}
		assert_int_equal(either, form->either != NULL);
		assert_int_equal(other > 0, form->either != NULL);
	}
}

/* Those of the record can be found by their kind. */
static void things_have_forms(void **state)
{
	(void)state;
	for (int thing = THING_ERA; thing < THING_EDITOR; thing++) {
		const struct form *form = &forms[thing];
		assert_true(form->count && form->size && form->items && form->place);
		bool found = false;
		for (int n = 0; n < FORM_COUNT; n++)
			for (uint8_t i = 0; i < forms[n].count; i++)
				found = found ||
					(forms[n].fields[i].kind == FIELD_THINGS &&
						(int)form_thing_kind(&forms[n].fields[i]) == thing);
		assert_true(found);
	}
	assert_int_equal(forms[THING_EDITOR].count, 0);
}

static void nouns_have_no_article(void **state)
{
	(void)state;
	assert_string_equal(form_noun(&forms[THING_EVENT]), "event");
	assert_string_equal(form_noun(&forms[THING_QUOTE]), "quotation");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_agree),
		cmocka_unit_test(things_have_forms),
		cmocka_unit_test(nouns_have_no_article),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
