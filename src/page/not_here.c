/* What a page needs nothing of, in the place of what has it elsewhere; only WebAssembly is made of this.
 *
 * Its record was read by the program that wrote the page. So there is no file of another program to read,
 * which is a twentieth of the whole, none that is so large that its memory is given back meanwhile, and nobody to
 * whom it would be told what drafts have left in a text. */
#include "base/file.h"
#include "load/import.h"
#include "load/traces.h"

bool other_file(const char *bytes, size_t len, const char *name, struct other_file *other)
{
	(void)bytes, (void)len, (void)name, (void)other;
	return false;
}

struct import *import_open(struct loader *load, const struct load_input *input, uint32_t file,
	const struct other_file *other)
{
	(void)load, (void)input, (void)file, (void)other;
	return NULL;
}

bool import_next(struct import *import, struct node_item *item)
{
	(void)import, (void)item;
	return false;
}

const char *import_title(struct import *import)
{
	(void)import;
	return "";
}

bool import_close(struct import *import)
{
	(void)import;
	return false;
}

bool traces_is_outside(char before)
{
	(void)before;
	return false;
}

void traces_report(struct loader *load, const struct form_field *field, const struct node *node,
	unsigned traces)
{
	(void)load, (void)field, (void)node, (void)traces;
}

void file_give(struct file_bytes *file, size_t until)
{
	(void)file, (void)until;
}

void file_fetch(struct file_bytes *file, size_t from)
{
	(void)file, (void)from;
}
