/* All names and aliases, folded as the search folds them, are sorted; equal ones then stand side by side,
 * names before aliases, else as in the file. Two people may have one name; an alias that is also
 * another's name, or another's alias from further up, is reported. */
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
	if (order)
		return order;
	if (one->alias->own != two->alias->own)
		return one->alias->own ? -1 : 1;
	return (one->alias > two->alias) - (one->alias < two->alias);
}

static void shared_report(struct loader *load, const struct alias *alias, const struct alias *other)
{
	struct buf where = {0};
	loader_where(load, alias->place, other->place, &where);
	code_report(load->diags, CODE_SHARED_ALIAS, alias->place,
		"\"%s\" is also %s of \"%s\" (%s)", alias->name,
		other->own ? "the name" : "an alias", load->record->people[other->person].id,
		buf_string(&where));
	buf_free(&where);
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
	/* The first of those that are equal, and the first beside it that is another person's. */
	const struct alias *first = NULL, *second = NULL;
	for (size_t i = 0; i < load->alias_count; i++) {
		const struct alias *alias = entries[i].alias;
		if (!i || strcmp(entries[i - 1].folded, entries[i].folded) != 0) {
			first = alias;
			second = NULL;
			continue;
		}
		const struct alias *other = alias->person != first->person ? first : second;
		if (other && !alias->own)
			shared_report(load, alias, other);
		if (!second && alias->person != first->person)
			second = alias;
	}
	free(entries);
}
