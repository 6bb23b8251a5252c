/* From the line up, each that begins further left than all below it holds these; so those that are
 * still open, or were until the line in question, are met from the deepest to the section itself. A
 * line whose field has a value holds nothing: what stands deeper below it is its text. */
#include "base/node_sibling.h"

#include "base/text.h"

#include <string.h>

/* Nearest so far: what begins further right, and what begins further left. */
struct search {
	uint32_t column; /* of the line in question */
	uint32_t limit;  /* the leftmost column so far: only what is left of it holds it */
	struct node_sibling right, left;
	struct node_sibling
		below;         /* the line below the one at hand; line 0 is the one in question */
	bool below_item;       /* and it begins with a dash */
	bool item, same, text; /* text: what is right is the first line of one */
};

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static const char *blanks_skip(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

static bool is_dash(const char *at, const char *end)
{
	return at < end && *at == '-' && (at + 1 == end || at[1] == ' ');
}

/* Behind the colon of the field that begins there; NULL where none does. */
static const char *value_of(const char *at, const char *end)
{
	for (; at < end; at++)
		if (*at == ':' && (at + 1 == end || at[1] == ' ' || at[1] == '\t'))
			return at + 1;
	return NULL;
}

static bool is_empty(const char *at, const char *end)
{
	at = blanks_skip(at, end);
	return at == end || *at == '#';
}

/* What was found deeper than the column turns out to be text. */
static void forget(struct search *search, uint32_t column)
{
	if (search->right.column > column)
		search->right.line = search->right.column = 0;
	if (search->left.column > column)
		search->left.line = search->left.column = 0;
	search->same = search->same && search->column <= column;
}

static void meet(struct search *search, uint32_t line, uint32_t column, bool item)
{
	if (column >= search->limit)
		return;
	search->limit = column;
	if (item != search->item)
		return;
	if (column == search->column)
		search->same = true;
	else if (column > search->column) /* the last one is the nearest */
		search->right = (struct node_sibling){line, column};
	else if (!search->left.line)
		search->left = (struct node_sibling){line, column};
}

/* The line at hand holds nothing. Its name counts for the items that are to stand below it; a name
 * that has come to stand beside the fields it is to hold is itself the one out of step. */
static void holder_meet(struct search *search, uint32_t line, uint32_t column)
{
	bool above = !search->below.line && search->item && column > search->column;
	bool beside = search->below.line && !search->item && !search->below_item &&
		column == search->right.column && column == search->below.column;
	if (above || beside)
		search->right = (struct node_sibling){line, column};
}

/* The first line of a text, in which the one in question may be. */
static void text_meet(struct search *search, const char *value, const char *end)
{
	value = blanks_skip(value, end);
	if (value == end || !strchr("|>", *value) || !search->below.line || search->left.line ||
		search->below.column <= search->column)
		return;
	search->right = search->below;
	search->text = true;
}

static void line_meet(struct search *search, const char *text, const char *end, uint32_t number)
{
	enum { DASHES_MOST = 8 };
	const char *at = blanks_skip(text, end);
	uint32_t dashes[DASHES_MOST], count = 0;
	if (at == end || *at == '#')
		return;
	for (; is_dash(at, end) && count < DASHES_MOST; at = blanks_skip(at + 1, end))
		dashes[count++] = 1 + (uint32_t)text_length(text, (size_t)(at - text));
	uint32_t column = 1 + (uint32_t)text_length(text, (size_t)(at - text));
	const char *value = value_of(at, end);
	uint32_t own = value || !count ? column : dashes[count - 1];
	if (is_empty(value ? value : at, end))
		holder_meet(search, number, column);
	else if ((value || count) && own < search->limit) {
		forget(search, own);
		if (value && own < search->column)
			text_meet(search, value, end);
	}
	if (value)
		meet(search, number, column, false);
	search->below = (struct node_sibling){number, count ? dashes[0] : column};
	search->below_item = count;
	while (count--)
		meet(search, number, dashes[count], true);
}

size_t node_siblings(const char *bytes, const char *line, const char *end, uint32_t number,
	struct node_sibling found[2], enum node_beside *beside)
{
	const char *start = blanks_skip(line, end);
	struct search search = {.column = 1 + (uint32_t)text_length(line, (size_t)(start - line)),
		.limit = UINT32_MAX,
		.item = is_dash(start, end)};
	while (line > bytes && search.limit > 1) {
		end = line - 1;
		if (*end == '\n' && end > bytes && end[-1] == '\r')
			end--;
		for (line = end; line > bytes && !is_break(line[-1]);)
			line--;
		line_meet(&search, line, end, --number);
	}
	if (search.same)
		return 0;
	size_t count = 0;
	uint32_t right = search.right.line ? search.right.column - search.column : UINT32_MAX;
	uint32_t left = search.left.line ? search.column - search.left.column : UINT32_MAX;
	if (search.right.line && right <= left)
		found[count++] = search.right;
	if (search.left.line && left <= right)
		found[count++] = search.left;
	*beside = search.item                  ? BESIDE_ITEMS
		: !search.text || right > left ? BESIDE_FIELDS
		: right < left                 ? BESIDE_TEXT
					       : BESIDE_TEXT_OR_FIELDS;
	return count;
}
