/* Any bytes as a file of YAML: whatever the reader hands out is whole, and it comes to an end. */
#include "base/node.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/promise.h"

#include <stdlib.h>
#include <string.h>

static void node_look(const struct node *node)
{
	uint32_t count = 0;

	if (node->key)
		node_look(node->key);
	if (node->kind == NODE_SCALAR) {
		promise(strlen(node->text) == node->len);
		promise(text_valid(node->text, node->len) == node->len);
		return;
	}
	for (const struct node *child = node->child; child; child = child->next, count++)
		node_look(child);
	promise(count == node->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct diag_list *diags = diag_create();
	const char *text = (const char *)bytes;
	struct node_item item;
	struct node_reader *reader = node_open(
		text, len, diag_file(diags, "fuzz.yaml", text, len), NULL, diags);

	while (node_next(reader, &item)) {
		node_look(item.section);
		if (item.key)
			node_look(item.key);
		promise(item.value || item.dropped);
		if (item.value)
			node_look(item.value);
		for (const struct node *at = item.dropped; at; at = at->next)
			node_look(at);
		if (item.behind)
			promise(text_valid(item.behind, strlen(item.behind)) ==
				strlen(item.behind));
	}
	promise(node_complete(reader) || diag_count(diags, DIAG_ERROR));
	node_close(reader);
	diag_free(diags);
	return 0;
}
