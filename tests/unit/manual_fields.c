/* The lists of fields in truce(5) are what the form of the record says: name, whether it must be
 * there, a sentence, its words. UPDATE=1 writes them anew. What stands in an item behind the line
 * BY_HAND is anybody's to write, and stays. */
#include "model/form.h"
#include "tests/unit/manual.h"

#define PAGE    "man/truce.5"
#define BY_HAND ".\\\" by hand\n"
#define OPEN    "\n.Bl -tag -width Ds\n"

enum { COLUMNS = 78 };

/* One word as roff. */
static void word_add(struct buf *out, const char *word, size_t len)
{
	if (*word == '.' || *word == '\'')
		buf_text(out, "\\&");
	for (const char *at = word; at < word + len; at++)
		if (strncmp(at, "…", strlen("…")) == 0) {
			buf_text(out, "\\[u2026]");
			at += strlen("…") - 1;
		} else if (*at == '~') {
			buf_text(out, "\\(ti");
		} else {
			buf_char(out, *at);
		}
}

/* The words between the spaces of a text, in lines that fit; each line begins with the macro. */
static void lines_add(struct buf *out, const char *macro, const char *text)
{
	size_t line = out->len;
	buf_text(out, macro);
	for (size_t len; *text; text += len + (text[len] == ' ')) {
		len = strcspn(text, " ");
		if (out->len - line + len + 3 > COLUMNS && *text != ',') {
			buf_char(out, '\n');
			line = out->len;
			buf_text(out, macro);
		} else if (out->len > line + strlen(macro)) {
			buf_char(out, ' ');
		}
		word_add(out, text, len);
	}
	buf_char(out, '\n');
}

static void words_add(struct buf *out, const struct form_words *words)
{
	struct buf all = {0};
	for (uint8_t i = 0; words->meant && i < words->count; i++) {
		if (!*words->at[i])
			continue;
		buf_format(out, ".Cm %s :\n", words->at[i]);
		buf_format(&all, "%s.", words->meant[i]);
		lines_add(out, "", buf_string(&all));
		buf_clear(&all);
	}
	for (uint8_t i = 0; !words->meant && i < words->count; i++)
		if (*words->at[i])
			buf_format(&all, "%s%s", all.len ? " , " : "", words->at[i]);
	if (all.len) {
		buf_text(out, "One of\n");
		lines_add(out, ".Cm ", buf_string(&all));
		out->len--;
		buf_text(out, " .\n");
	}
	buf_free(&all);
}

static void needs_add(struct buf *out, const struct form *form, const struct form_field *field)
{
	const unsigned either = FIELD_EITHER | FIELD_OR;
	const char *before = "Required where there is no\n";
	if (field->needs)
		buf_text(out, "Required.\n");
	for (uint8_t i = 0; field->flags & either && i < form->count; i++)
		if (form->fields[i].flags & either && &form->fields[i] != field) {
			buf_format(out, "%s.Cm %s", before, form->fields[i].name);
			before = "\nand no\n";
		}
	if (field->flags & either)
		buf_text(out, " .\n");
}

/* What is written by hand about the field, in the list as it is. */
static void by_hand_add(struct buf *out, const char *list, const char *end, const char *name)
{
	struct buf head = {0};
	buf_format(&head, ".It Cm %s\n", name);
	const char *item = strstr(list, buf_string(&head));
	buf_free(&head);
	if (!item || item >= end)
		return;
	const char *next = strstr(item + 1, "\n.It "), *hand = strstr(item, BY_HAND);
	next = next && next < end ? next + 1 : end;
	if (hand && hand < next)
		buf_add(out, hand, (size_t)(next - hand));
}

static void list_make(struct buf *out, const struct form *form, const char *list, const char *end)
{
	for (uint8_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		buf_format(out, ".It Cm %s\n", field->name);
		needs_add(out, form, field);
		lines_add(out, "", field->what);
		if (field->words)
			words_add(out, field->words);
		by_hand_add(out, list, end, field->name);
	}
}

/* The page with the list of the form as it should be. */
static void page_make(struct buf *out, char *page, const struct form *form)
{
	char remark[40];
	snprintf(remark, sizeof remark, "fields %s\n", form->word);
	const char *list = strstr(manual_remark(page, remark), OPEN);
	assert_non_null(list);
	list += strlen(OPEN);
	const char *end = strstr(list, "\n.El\n");
	assert_non_null(end);
	buf_add(out, page, (size_t)(list - page));
	list_make(out, form, list, end + 1);
	buf_text(out, end + 1);
}

static void test_fields(void **state)
{
	(void)state;
	const char *update = getenv("UPDATE");
	char *page = manual_file(PAGE);
	page[strlen(page) - 1] = '\0';
	bool same = true;
	for (int n = 0; n < FORM_COUNT; n++) {
		struct buf made = {0};
		if (!forms[n].count)
			continue;
		page_make(&made, page, &forms[n]);
		same = same && strcmp(buf_string(&made), page) == 0;
		free(page);
		page = made.text;
	}
	if (!same && update && *update) {
		FILE *file = fopen(PAGE, "w");
		assert_non_null(file);
		fputs(page, file);
		assert_int_equal(fclose(file), 0);
	} else if (!same) {
		fail_msg(PAGE " has other fields than the form of the record; UPDATE=1 writes them "
			      "anew");
	}
	free(page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
