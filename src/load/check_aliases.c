/* All names and aliases, folded as the search folds them, are sorted; equal ones then stand side by side.
 * Of those the first person in the file has the name, and the others are told so. */
#include "load/checks.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct entry {
	const char *folded;
	const struct alias *alias;
};

static int compare(const void *a, const void *b)
{
	const struct entry *one = a, *two = b;
	int order = strcmp(one->folded, two->folded);
	return order ? order : (one->alias > two->alias) - (one->alias < two->alias);
}

void check_aliases(struct loader *load)
{
	struct entry *entries = mem_alloc(load->alias_count * sizeof *entries);
	for (size_t i = 0; i < load->alias_count; i++) {
		const struct alias *alias = &load->aliases[i];
		buf_clear(&load->buf);
		text_fold(&load->buf, alias->name, strlen(alias->name));
		entries[i] = (struct entry){
			arena_text(&load->scratch, buf_string(&load->buf), load->buf.len), alias};
	}
	if (load->alias_count)
		qsort(entries, load->alias_count, sizeof *entries, compare);
	const struct alias *first = NULL;
	for (size_t i = 0; i < load->alias_count; i++) {
		const struct alias *alias = entries[i].alias;
		if (!i || strcmp(entries[i - 1].folded, entries[i].folded) != 0) {
			first = alias;
		} else if (alias->person != first->person) {
			struct buf where = {0};
			loader_where(load, alias->place, first->place, &where);
			code_report(load->diags, CODE_SHARED_ALIAS, alias->place,
				"\"%s\" is also a name of \"%s\" (%s)", alias->name,
				load->record->people[first->person].id, buf_string(&where));
			buf_free(&where);
		}
	}
	free(entries);
}
