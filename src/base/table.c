/* What a cell was meant for is told by what it looks like: a date, an id, and else the title and the
 * place in this order. In a section of items in braces the item above names the fields. */
#include "base/table.h"

#include "base/buf.h"
#include "base/node.h"
#include "base/node_sign.h"
#include "base/text.h"

#include <string.h>

enum { CELLS_MOST = 16, SHOWN_MOST = 300 };

struct cell {
	const char *at;
	size_t len;
};

struct cells {
	struct cell cell[CELLS_MOST];
	size_t count;
	char sign;  /* what stands between them */
	bool close; /* with no space behind it, once at least */
};

static struct cell cell_of(const char *at, const char *end)
{
	at = sign_blanks_skip(at, end);
	while (end > at && sign_is_blank(end[-1]))
		end--;
	if (end - at > 1 && (*at == '"' || *at == '\'') && end[-1] == *at) {
		at++;
		end--;
	}
	return (struct cell){at, (size_t)(end - at)};
}

static char sign_of(const char *at, const char *end)
{
	static const char signs[] = "\t;|,";
	if (at < end && *at == '|')
		return '|';
	for (const char *sign = signs; *sign; sign++)
		if (memchr(at, *sign, (size_t)(end - at)))
			return *sign;
	return '\0';
}

/* Empty cells are left out. */
static void cells_find(struct cells *cells, const char *at, const char *end)
{
	*cells = (struct cells){.sign = sign_of(at, end)};
	while (at < end && cells->count < CELLS_MOST) {
		char quote = cells->sign != '|' && *at == '"' ? *at : '\0';
		const char *to = at + (quote != '\0');
		for (; to < end && (quote || *to != cells->sign); to++)
			quote = *to == quote ? '\0' : quote;
		struct cell cell = cell_of(at, to);
		cells->close |= to + 1 < end && !sign_is_blank(to[1]);
		if (cell.len)
			cells->cell[cells->count++] = cell;
		at = to < end ? to + 1 : end;
	}
}

/* "1856-04-02", "2.4.1856", "1856". */
static bool is_date(struct cell cell)
{
	size_t digits = 0, signs = 0;
	for (size_t i = 0; i < cell.len; i++) {
		bool digit = cell.at[i] >= '0' && cell.at[i] <= '9';
		if (!digit && !strchr("-./", cell.at[i]))
			return false;
		digits += digit;
		signs += !digit;
	}
	return digits >= 3 && digits <= 8 && signs <= 2;
}

static bool is_id(struct cell cell)
{
	const char *end = cell.at + cell.len;
	return cell.len && sign_name_skip(cell.at, end) == end && !is_date(cell);
}

static bool is_field(const struct node_known *known, struct cell cell)
{
	return known && known->stands_beside(cell.at, cell.len, NULL, 0);
}

/* Commas stand in texts too, and a semicolon may: there a date or an id must be among them. */
static bool is_row(const struct cells *cells, const struct node_known *known, bool item)
{
	size_t dates = 0;
	for (size_t i = 0; i < cells->count; i++)
		dates += is_date(cells->cell[i]);
	if (cells->count < 2 || (is_field(known, cells->cell[0]) && cells->count == 2))
		return false;
	if (item && is_id(cells->cell[0]))
		return true;
	if (cells->sign == '\t' || cells->sign == '|' || (cells->sign == ';' && cells->close))
		return dates || cells->count > 2;
	bool begun = is_id(cells->cell[0]) || is_date(cells->cell[0]) || cells->close;
	return dates && begun && cells->count > 2;
}

/* ---- what is to be written ---- */

static void value_add(struct buf *out, struct cell cell, bool braces)
{
	bool marks = strchr("\"'[]{}>|*&!%#`@,?:-", *cell.at);
	for (size_t i = 0; i < cell.len; i++)
		marks |= (braces && strchr(",[]{}", cell.at[i])) ||
			(cell.at[i] == ':' && (i + 1 == cell.len || cell.at[i + 1] == ' ')) ||
			(cell.at[i] == '#' && i && cell.at[i - 1] == ' ');
	if (!marks) {
		buf_add(out, cell.at, cell.len);
		return;
	}
	buf_char(out, '\'');
	for (size_t i = 0; i < cell.len; i++) {
		buf_char(out, cell.at[i]);
		if (cell.at[i] == '\'')
			buf_char(out, '\'');
	}
	buf_char(out, '\'');
}

/* "Dusk on the river" as an id: "dusk-on-the-river". */
static void id_add(struct buf *out, struct cell cell)
{
	size_t from = out->len;
	for (size_t i = 0; i < cell.len && out->len - from < 24; i++) {
		char c = text_small(cell.at[i]);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_char(out, c);
		else if (out->len > from && out->text[out->len - 1] != '-')
			buf_char(out, '-');
	}
	while (out->len > from && out->text[out->len - 1] == '-')
		out->text[--out->len] = '\0';
	if (out->len == from)
		buf_text(out, "row");
}

static void line_add(struct buf *out, uint32_t column, const char *name, struct cell cell)
{
	buf_text(out, ", \"");
	buf_repeat(out, " ", column - 1);
	buf_format(out, "%s: ", name);
	value_add(out, cell, false);
	buf_char(out, '"');
}

/* The lines of an event. Returns how many cells are left. */
static size_t event_add(struct buf *out, const struct cells *cells, uint32_t dash)
{
	static const char *const texts[] = {"title", "place"};
	size_t date = 0, id = 0, text = 0, left = 0, first;
	while (date < cells->count && !is_date(cells->cell[date]))
		date++;
	for (first = 0; first < cells->count && first == date;)
		first++;
	bool words = cells->count - (date < cells->count) > 1;
	id = words && is_id(cells->cell[first]) ? first : cells->count;
	buf_char(out, '"');
	buf_repeat(out, " ", dash - 1);
	buf_text(out, "- id: ");
	if (id < cells->count)
		buf_add(out, cells->cell[id].at, cells->cell[id].len);
	else
		id_add(out, cells->cell[first < cells->count ? first : 0]);
	buf_char(out, '"');
	if (date < cells->count)
		line_add(out, dash + 2, "date", cells->cell[date]);
	for (size_t i = 0; i < cells->count; i++) {
		if (i == id || i == date)
			continue;
		if (text < sizeof texts / sizeof *texts)
			line_add(out, dash + 2, texts[text++], cells->cell[i]);
		else
			left++;
	}
	return left;
}

/* The name of a field in the braces of the item above, the `n`th; `other` where there is none. */
static struct cell field_nth(struct row above, size_t n, const char *other)
{
	const char *brace = above.name ? memchr(above.at, '{', (size_t)(above.end - above.at))
				       : NULL;
	for (; brace && brace < above.end; n--) {
		const char *at = sign_blanks_skip(brace + 1, above.end);
		const char *to = sign_name_skip(at, above.end);
		if (to < above.end && *to == ':' && !n)
			return (struct cell){at, (size_t)(to - at)};
		brace = n ? memchr(to, ',', (size_t)(above.end - to)) : NULL;
		if (!n)
			break;
	}
	return (struct cell){other, strlen(other)};
}

/* An item in braces. */
static size_t item_add(struct buf *out, const struct cells *cells, struct row above,
	uint32_t column, const char *naming)
{
	size_t i;
	buf_char(out, '"');
	buf_repeat(out, " ", column - 1);
	buf_add(out, cells->cell[0].at, cells->cell[0].len);
	buf_text(out, ": {");
	for (i = 1; i < cells->count; i++) {
		struct cell name = field_nth(above, i - 1, i == 1 ? naming : "");
		if (!name.len)
			break;
		buf_format(out, "%s%.*s: ", i > 1 ? ", " : "", (int)name.len, name.at);
		value_add(out, cells->cell[i], true);
	}
	buf_text(out, "}\"");
	return cells->count - i;
}

/* ---- where it stands ---- */

static bool section_is(const struct table_section *section, const char *name)
{
	return section->len == strlen(name) && !memcmp(section->name, name, section->len);
}

/* Looks no further up than to the row that it was last looked for from. */
static struct table_section section_find(
	const char *bytes, struct row row, struct table_section *last)
{
	struct table_section section = {.bytes = bytes, .row = row};
	bool met = false;
	while (!met && (row = row_before(bytes, row)).line.number) {
		if (row.name && row.column == 1 && !row.dash) {
			section.name = row.name;
			section.len = row.len;
			break;
		}
		if (row.name && !section.item.line.number)
			section.item = row;
		if (row.dash && (!section.dash || row.dash < section.dash))
			section.dash = row.dash;
		met = last && last->bytes == bytes && last->row.line.number == row.line.number;
	}
	if (met) {
		section.name = last->name;
		section.len = last->len;
		if (!section.item.line.number)
			section.item = last->item;
		if (last->dash && (!section.dash || last->dash < section.dash))
			section.dash = last->dash;
	}
	if (last)
		*last = section;
	return section;
}

/* Whether its items stand in braces, a line each, as far as can be seen. */
static bool takes_items(const struct table_section *section)
{
	struct row item = section->item;
	return section->len && !section_is(section, "events") &&
		(!item.line.number || memchr(item.at, '{', (size_t)(item.end - item.at)));
}

bool table_report(struct diag_list *diags, struct place place, const char *bytes, struct row row,
	const struct node_known *known, struct table_section *last)
{
	struct cells cells;
	struct buf lines = {0};
	size_t heads = 0, left = 0;
	if (line_colon(row.at, row.end, true))
		return false;
	cells_find(&cells, row.at, row.end);
	if (!is_row(&cells, known, true))
		return false; /* wherever it stands */
	struct table_section section = section_find(bytes, row, last);
	bool events = section_is(&section, "events"), item = takes_items(&section);
	if (!is_row(&cells, known, item && (row.column > 1 || cells.sign != ',')))
		return false;
	while (heads < cells.count && is_field(known, cells.cell[heads]))
		heads++;
	if (heads == cells.count)
		buf_text(&lines,
			"delete it, and write each row below as fields, one a line: "
			"\"name: value\"");
	else if (events && (!section.dash || row.column <= section.dash + 2))
		left = event_add(&lines, &cells, section.dash ? section.dash : 3);
	else if (item && is_id(cells.cell[0]))
		left = item_add(&lines, &cells, section.item,
			section.item.line.number ? section.item.column : 3,
			section_is(&section, "people") || section_is(&section, "parties")
				? "name"
				: "title");
	if (!lines.len || lines.len > SHOWN_MOST) {
		buf_clear(&lines);
		buf_text(&lines, "write one field a line, each \"name: value\"");
	}
	if (left)
		buf_text(&lines, ", and what is left behind the name of its field");
	diag_add(diags, DIAG_ERROR, place, "table-row", "this is %s of a table; %s%s",
		heads == cells.count ? "the head" : "a row",
		*lines.text == '"' && events ? "write one field a line: "
			: *lines.text == '"' ? "write "
					     : "",
		lines.text);
	buf_free(&lines);
	return true;
}
