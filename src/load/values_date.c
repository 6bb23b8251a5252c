/* A date is written as a plain value, as a list ("one of"), or, in our own JSON, as a mapping with
 * `edtf`. Other mappings are what YAML makes of a set or of a `?` inside brackets, so they are told
 * how to quote it. */
#include "load/values.h"

#include "base/text.h"
#include "load/fields.h"
#include "load/hidden.h"
#include "load/neighbour.h"
#include "load/spot.h"

#include <stdlib.h>
#include <string.h>

static bool date_plain(struct loader *load, const char *name, const struct node *node)
{
	if (!value_plain(load, name, node))
		return false;
	size_t at;
	int32_t code = hidden_worst(node->text, node->len, &at);
	if (code < 0)
		return true;
	struct buf named = {0};
	text_name(&named, code);
	spot_report(load, CODE_FORBIDDEN_CHARACTER, node, at,
		"this date holds an invisible character, %s; take it out", buf_string(&named));
	buf_free(&named);
	return false;
}

static size_t date_len(const struct node *node)
{
	size_t len = node->len;
	while (len && node->text[len - 1] == '\n')
		len--;
	return len;
}

static const struct date *keep(struct loader *load, const struct date *date)
{
	struct date *kept = arena_alloc(&load->record->arena, 1, sizeof *kept);
	*kept = *date;
	return kept;
}

/* "1917-21 is spring 1917; for the years 1917 to 1921 write 1917/1921", of the first season
 * in it. */
static void season_note(struct loader *load, const struct node *node, const char *edtf)
{
	const char *at = edtf;
	for (;; at++) {
		at = strpbrk(at, "0123456789");
		if (!at)
			return;
		size_t digits = strspn(at, "0123456789");
		if (digits == 4 && at[4] == '-' && strspn(at + 5, "0123456789") == 2 &&
			at[7] != '-' && atoi(at + 5) > 20)
			break;
		at += digits - 1;
	}
	struct arena arena = {0};
	struct date date;
	struct date_problem problem;
	struct buf words = {0};
	if (date_parse(&arena, at, 7, &date, &problem))
		date_display(&date, &words);
	int from = atoi(at) % 100, to = atoi(at + 5);
	if (to > from && (at == edtf || at[-1] != '-'))
		code_report(load->diags, CODE_SEASON, node->place,
			"%.7s is %s; for the years %.4s to %.2s%.2s write %.4s/%.2s%.2s", at,
			buf_string(&words), at, at, at + 5, at, at, at + 5);
	else
		code_report(load->diags, CODE_SEASON, node->place, "%.7s is %s", at,
			buf_string(&words));
	buf_free(&words);
	arena_free(&arena);
}

/* A year of four figures before our era, or to come, which stands beside dates of other times:
 * "-1856" is 1857 BCE, and 5784 a year of another calendar. */
static void odd_year(
	struct loader *load, const char *name, const struct node *node, const struct date *date)
{
	enum { FAR = 300, BESIDE = 60, TO_COME = 2200, HEBREW = 3760, BUDDHIST = 543 };
	const char *at = date->edtf + strspn(date->edtf, "?~%");
	bool minus = *at == '-';
	at += minus;
	int year = strspn(at, "0123456789") == 4 ? atoi(at) : -1;
	bool odd = year >= 0 && (minus || year == 0 || year > TO_COME) && !strpbrk(at, "/X");
	if (!odd || !code_wanted(load->diags, CODE_ODD_YEAR, node->place))
		return;
	int near = (int)neighbour_year(load, name, node->place);
	int other = year - (year - near < (HEBREW + BUDDHIST) / 2 ? BUDDHIST : HEBREW);
	if (near < 1000 || (minus && abs(year - near) > FAR) ||
		(!minus && year && abs(other - near) > BESIDE))
		return;
	struct buf words = {0};
	size_t len = strspn(at, "0123456789-");
	bool hebrew = year - other == HEBREW;
	if (minus || !year)
		date_display(date, &words);
	else
		buf_format(&words, hebrew ? "%04d/%04d" : "%04d", other - hebrew, other);
	if (!year)
		code_report(load->diags, CODE_ODD_YEAR, node->place,
			"0000 is %s, and the dates beside it are of our era: where the year is not "
			"known write XXXX",
			buf_string(&words));
	else if (minus)
		code_report(load->diags, CODE_ODD_YEAR, node->place,
			"%s is %s, and the dates beside it are of our era: for \"until %.*s\" "
			"write "
			"../%.*s, or /%.*s where the start is unknown; for %.*s itself write %.*s",
			date->edtf, buf_string(&words), (int)len, at, (int)len, at, (int)len, at,
			(int)len, at, (int)len, at);
	else
		code_report(load->diags, CODE_ODD_YEAR, node->place,
			"%s is still to come, and the dates beside it are not: this year of the %s "
			"is written %s",
			date->edtf, hebrew ? "Hebrew calendar" : "Buddhist era",
			buf_string(&words));
	buf_free(&words);
}

static const struct date *finish(
	struct loader *load, const char *name, const struct node *node, const struct date *date)
{
	if (date->season)
		season_note(load, node, date->edtf);
	odd_year(load, name, node, date);
	/* 15 February 1923 in the Julian calendar, when the last state left it. */
	static const struct date_civil last = {1923, 2, 15};
	if (date->old_style && date->earliest > date_from_civil(last, true) &&
		date->earliest < DATE_UNKNOWN_END)
		code_report(load->diags, CODE_LATE_OLD_STYLE, node->place,
			"an Old Style date after 15 February 1923, when the last state left the "
			"Julian calendar; is it "
			"New Style?");
	return keep(load, date);
}

/* Which date it is to say nothing in the field; NULL where that says nothing. */
static const char *left_out(const struct form *form, const struct form_field *field)
{
	return form != &forms[THING_QUOTE]           ? NULL
		: strcmp(field->name, "said") == 0   ? "the event's date"
		: strcmp(field->name, "public") == 0 ? "the day they were said"
						     : NULL;
}

/* What stands beside the field of a date in its form. */
static struct date_beside beside_of(
	const struct loader *load, const struct form *form, const struct form_field *field)
{
	struct date_beside beside = {.optional = !(field->flags & (FIELD_EITHER | FIELD_OR)),
		.name = field->name,
		.left = left_out(form, field)};
	const struct form_field *last = form->fields + form->count - 1;
	if (form_field_named(form, "note"))
		beside.note = load->level && fields_node(load->level->map, "note") ? DATE_NOTE_TAKEN
										   : DATE_NOTE_FREE;
	if (field->kind == FIELD_DATE_OS)
		beside.old_style = field->name;
	else if (field < last && field[1].kind == FIELD_DATE_OS)
		beside.old_style = field[1].name;
	for (const struct form_field *at = form->fields; at <= last; at++)
		if (strcmp(at->name, "date_text") == 0)
			beside.words = at->name;
	return beside;
}

static const struct date *scalar_read(struct loader *load, const struct form *form,
	const struct form_field *field, const struct node *node)
{
	static const struct date_beside silent = {.unread = true};
	struct date date;
	struct date_problem problem;
	if (!date_plain(load, field->name, node))
		return NULL;
	struct arena *arena = &load->record->arena;
	bool old_style = field->kind == FIELD_DATE_OS;
	size_t len = date_len(node);
	if (date_parse_field(arena, node->text, len, old_style, &silent, &date, &problem))
		return finish(load, field->name, node, &date);
	if (code_wanted(load->diags, CODE_BAD_DATE, node->place)) {
		struct date_beside beside = beside_of(load, form, field);
		beside.near = neighbour_year(load, field->name, node->place);
		date_parse_field(arena, node->text, len, old_style, &beside, &date, &problem);
	}
	spot_report(load, CODE_BAD_DATE, node, problem.offset, "%s", problem.reason);
	return NULL;
}

/* Figures alone, at most so many; their number, or -1. */
static int figures(const struct node *node, size_t most)
{
	size_t len = node && node->kind == NODE_SCALAR ? node->len : 0;
	return len && len <= most && strspn(node->text, "0123456789") == len ? atoi(node->text)
									     : -1;
}

/* "1856-04-02" of a year, a month and a day that stand apart; month and day may be missing. */
static bool parts_join(
	const struct node *year, const struct node *month, const struct node *day, struct buf *out)
{
	int y = figures(year, 4), m = figures(month, 2), d = figures(day, 2);
	if (y < 0 || (month && (m < 1 || m > 12)) || (day && (!month || d < 1 || d > 31)))
		return false;
	buf_format(out, "%04d", y);
	if (month)
		buf_format(out, "-%02d", m);
	if (day)
		buf_format(out, "-%02d", d);
	struct date date;
	struct date_problem problem;
	struct arena arena = {0};
	bool is = date_parse(&arena, out->text, out->len, &date, &problem);
	arena_free(&arena);
	return is;
}

/* {year: 1856, month: 4, day: 2}, {start: 1856, end: 1857}. */
static bool refuse_parts(struct loader *load, const char *name, const struct node *map)
{
	const struct node *year = fields_node(map, "year"), *month = fields_node(map, "month");
	const struct node *day = fields_node(map, "day");
	const struct node *start = fields_node(map, "start"), *end = fields_node(map, "end");
	struct buf whole = {0};
	start = start ? start : fields_node(map, "from");
	end = end ? end : fields_node(map, "to");
	bool is = parts_join(year, month, day, &whole);
	if (!is && year && month && value_is_plain(year) && value_is_plain(month) &&
		(!day || value_is_plain(day))) { /* April */
		struct date date;
		struct date_problem problem;
		buf_clear(&whole);
		buf_format(&whole, "%s%s%s %s", day ? day->text : "", day ? " " : "", month->text,
			year->text);
		if (!date_parse(&load->record->arena, whole.text, whole.len, &date, &problem)) {
			code_report(load->diags, CODE_BAD_DATE, map->place,
				"a date is one value; %s", problem.reason);
			buf_free(&whole);
			return true;
		}
	}
	if (!is && start && end && map->count == 2 && value_is_plain(start) &&
		value_is_plain(end)) {
		struct date date;
		struct date_problem problem;
		buf_clear(&whole);
		buf_format(&whole, "%s/%s", start->text, end->text);
		is = date_parse(&load->record->arena, whole.text, whole.len, &date, &problem);
	}
	if (is)
		code_report(load->diags, CODE_BAD_DATE, map->place,
			"a date is one value: write \"%s: %s\"", name, buf_string(&whole));
	buf_free(&whole);
	return is;
}

static void refuse_map(struct loader *load, const char *name, const struct node *node)
{
	const struct node *first = node->child;
	if (refuse_parts(load, name, node))
		return;
	if (first && (first->kind != NODE_SCALAR || first->len)) {
		code_report(load->diags, CODE_BAD_DATE, node->place,
			"a date is one value, YYYY, YYYY-MM or YYYY-MM-DD, and with both ends "
			"YYYY-MM-DD/YYYY-MM-DD");
		return;
	}
	struct buf keys = {0};
	for (const struct node *at = first; at; at = at->next)
		buf_format(&keys, "%s%s", at == first ? "" : ", ", at->key->text);
	if (node->count > 1)
		code_report(load->diags, CODE_BAD_DATE, node->place,
			"YAML reads this as a mapping; put the date in quotation marks: \"{%s}\"",
			buf_string(&keys));
	else
		code_report(load->diags, CODE_BAD_DATE, node->place,
			"YAML reads this as a mapping; put the date in quotation marks: \"?%s\" "
			"where "
			"the question mark is typed, else \"%s\"",
			buf_string(&keys), buf_string(&keys));
	buf_free(&keys);
}

/* [1856, 4, 2]: a year, a month and a day, not one of three dates; [1856, 58]: two years. */
static bool refuse_list_of_parts(struct loader *load, const char *name, const struct node *list)
{
	const struct node *year = list->child, *month = year ? year->next : NULL;
	struct buf whole = {0};
	bool apart = month && list->count < 4 && figures(year, 4) > 999 && figures(month, 2) >= 0;
	bool is = apart && parts_join(year, month, month->next, &whole);
	if (is)
		code_report(load->diags, CODE_BAD_DATE, list->place,
			"a date is one value: write \"%s: %s\"", name, buf_string(&whole));
	int from = figures(year, 4), to = list->count == 2 ? figures(month, 2) : -1;
	if (!is && from > 999 && to > from % 100 && month->len == 2) { /* [1856, 58] */
		is = true;
		to += from - from % 100;
		code_report(load->diags, CODE_BAD_DATE, month->place,
			"a year has four digits: for one of both years write \"%s: [%d, %d]\", and "
			"for "
			"all from one to the other \"%s: %d/%d\"",
			name, from, to, name, from, to);
	}
	buf_free(&whole);
	return is;
}

/* The scalar that an item of a list of dates is, or NULL, having said why. */
static const struct node *list_item(struct loader *load, const char *name, const struct node *node)
{
	if (node->kind == NODE_MAP) {
		const struct node *edtf = fields_node(node, "edtf");
		if (!edtf)
			refuse_map(load, name, node);
		node = edtf;
	}
	return node && date_plain(load, name, node) ? node : NULL;
}

static const struct date *list_read(struct loader *load, const char *name, const struct node *list)
{
	if (!list->count) {
		code_report(load->diags, CODE_EMPTY_VALUE, list->place,
			"\"%s\" is empty: write a date, or leave the field out", name);
		return NULL;
	}
	if (refuse_list_of_parts(load, name, list))
		return NULL;
	const struct node **nodes = arena_alloc(&load->scratch, list->count, sizeof *nodes);
	const char **texts = arena_alloc(&load->scratch, list->count, sizeof *texts);
	size_t *lens = arena_alloc(&load->scratch, list->count, sizeof *lens);
	size_t count = 0, which = 0;
	for (const struct node *at = list->child; at; at = at->next) {
		const struct node *item = list_item(load, name, at);
		if (!item)
			continue;
		nodes[count] = item;
		texts[count] = item->text;
		lens[count++] = date_len(item);
	}
	if (count < list->count)
		return NULL;
	struct date date;
	struct date_problem problem;
	if (date_parse_list(&load->record->arena, texts, lens, count, &date, &problem, &which))
		return finish(load, name, list, &date);
	if (which < count)
		spot_report(
			load, CODE_BAD_DATE, nodes[which], problem.offset, "%s", problem.reason);
	else
		code_report(load->diags, CODE_BAD_DATE, list->place, "%s", problem.reason);
	return NULL;
}

const struct date *value_date(struct loader *load, const struct form *form,
	const struct form_field *field, const struct node *node)
{
	if (node->kind == NODE_LIST && field->kind == FIELD_DATE)
		return list_read(load, field->name, node);
	if (node->kind == NODE_MAP) {
		const struct node *edtf = fields_node(node, "edtf");
		if (edtf && edtf->kind == NODE_SCALAR)
			return scalar_read(load, form, field, edtf);
		refuse_map(load, field->name, node);
		return NULL;
	}
	return scalar_read(load, form, field, node);
}

/* True where both ends of the date are written to the day. */
static bool is_of_days(const struct date *date)
{
	const char *at = date->edtf;
	do {
		int dashes = 0;
		for (at += *at == '/' || *at == '-'; *at && *at != '/'; at++)
			dashes += *at == '-';
		if (dashes != 2)
			return false;
	} while (*at);
	return true;
}

void value_dates_differ(struct loader *load, const char *name, const struct date *date,
	const struct date *old_style, struct place place)
{
	bool same = is_of_days(old_style)
		? date->earliest == old_style->earliest && date->latest == old_style->latest
		: date->earliest <= old_style->latest && old_style->earliest <= date->latest;
	if (same)
		return;
	struct buf text = {0};
	date_display_old_style(old_style, &text);
	buf_text(&text, " Old Style is ");
	date_edtf(old_style, &text);
	buf_format(&text, ", but \"%s\" is %s", name, date->edtf);
	code_report(load->diags, CODE_DATES_DIFFER, place, "%s", buf_string(&text));
	buf_free(&text);
}
