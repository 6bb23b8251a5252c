/* The same head for both: a title, how much there is, and by what it was selected. */
#include "print/table.h"

#include "layout/compare.h"
#include "layout/positions.h"
#include "print/head.h"
#include "query/scenes.h"

/* Counts are the phrase at hand. */
static void head(struct document *doc, const char *title)
{
	struct document_head head = {.title = title, .counts = document_phrase(doc)};
	head_asked(&doc->words, doc->signs, doc->record, doc->asked);
	head.asked = document_phrase(doc);
	doc->write->head(doc->to, &head);
	document_flush(doc);
}

void table_compare_write(const struct result *result, const struct print_options *options,
	struct ref left, struct ref right, const struct document_writer *write, void *to)
{
	struct document doc;
	struct arena arena = {0};
	struct compare compare;
	document_begin(&doc, result, options, write, to);
	if (compare_refs(&arena, result, left, right, &compare)) {
		compare_span_words(&doc.words, &compare);
		head(&doc, compare_title(&compare));
		write->compare(to, &compare);
		document_flush(&doc);
	}
	document_end(&doc);
	arena_free(&arena);
}

void table_positions_write(const struct result *result, const struct print_options *options,
	const struct document_writer *write, void *to)
{
	struct document doc;
	struct arena arena = {0};
	struct position_table table;
	document_begin(&doc, result, options, write, to);
	scenes_positions(&arena, result, NULL, &table);
	if (table.line_count)
		positions_count_words(&doc.words, &table, NULL, doc.signs);
	head(&doc, "Positions");
	write->positions(to, &table);
	document_flush(&doc);
	document_end(&doc);
	arena_free(&arena);
}
