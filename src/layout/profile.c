/* Relations from 3, dates that end at an edge, then words; on wide paper the event of the words ends
 * the row. Where there is no room for relations beside the words, they are headings. What stands
 * beside the date is laid out alone, on paper of its width. */
#include "layout/profile.h"

#include "layout/contrast.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_names.h"
#include "layout/words_quote.h"

#include <string.h>

enum { RELATION = 3, BELOW = 3 /* what stands below words, right of them */ };

struct columns {
	bool beside; /* relations stand beside the words */
	int date;    /* where dates end; 0 where they have no room */
	int words, words_end;
	int event, edge; /* of the event, 0 where it has no room; of all */
};

/* Of an event nothing has a date of its own. */
static struct columns columns_for(int width, struct ref of)
{
	int edge = width - 1 < PROFILE_EDGE ? width - 1 : PROFILE_EDGE;
	struct columns columns = {.beside = true, .edge = edge, .words_end = edge};
	if (of.thing == THING_EVENT) {
		columns.beside = width >= 40;
		columns.words = columns.beside ? RELATION + 12 : RELATION;
		return columns;
	}
	if (width >= 110) {
		columns.date = 31;
		columns.event = edge - 32;
		columns.words_end = columns.event - 2;
	} else if (width >= 56) {
		columns.date = width >= 76 ? 28 : 27;
	} else {
		columns.beside = false;
		columns.date = width >= 40 ? 16 : 0;
	}
	columns.words = columns.date ? columns.date + 2 : RELATION;
	return columns;
}

static const char *relation(enum profile_kind kind, struct ref of)
{
	static const char *const names[PROFILE_KIND_COUNT] = {
		[PROFILE_ROLE] = "named as",
		[PROFILE_SAYS] = "says",
		[PROFILE_PRINTS] = "prints",
		[PROFILE_PEOPLE] = "people",
		[PROFILE_PART] = "took part",
		[PROFILE_SPOKEN_OF] = "spoken of",
		[PROFILE_PRINTED] = "printed in",
		[PROFILE_PRESENT] = "present",
		[PROFILE_SPEAKS] = "speaks",
		[PROFILE_HOST] = "host",
		[PROFILE_MEDIATOR] = "mediator",
		[PROFILE_SIDE] = "side",
	};
	return kind == PROFILE_ROLE && of.thing == THING_PERSON ? "role" : names[kind];
}

/* ---- the head ---- */

static int head_right(const struct rows *rows)
{
	int right = rows->paper.width - 1, most = RELATION + ROWS_MEASURE;
	return right < most ? right : most;
}

static void head_phrase(struct rows *rows, struct style style, struct buf *text)
{
	rows_phrase(rows, style, text, RELATION, head_right(rows));
}

static void head_names(struct rows *rows, const struct names *names)
{
	struct buf text = {0};
	for (uint32_t n = 0; names && n < names->count; n++)
		buf_format(&text, "%s%s", n ? ", " : "also ", names->at[n]);
	head_phrase(rows, style_of(ROLE_NOTE), &text);
	buf_free(&text);
}

static void head_text(struct rows *rows, enum role role, const char *label, const char *words)
{
	struct buf text = {0};
	if (words)
		buf_format(&text, "%s%s", label, words);
	head_phrase(rows, style_of(role), &text);
	buf_free(&text);
}

/* "Russia · born 1970". */
static void head_side(struct rows *rows, const struct record *record, const struct person *person)
{
	struct buf life = {0};
	words_life(&life, person);
	if (!life.len && person->party.thing == THING_NONE)
		return;
	rows_new(rows);
	rows_to(rows, RELATION);
	if (person->party.thing != THING_NONE)
		rows_cut(rows, words_speaker_style(record, person->party),
			record_name(record, person->party), head_right(rows) - rows->column);
	if (person->party.thing != THING_NONE && life.len) {
		struct buf dot = {0};
		buf_format(&dot, " %s ", rows->paper.signs->dot);
		rows_copy(rows, style_of(ROLE_DATE), buf_string(&dot));
		buf_free(&dot);
	}
	rows_cut(rows, style_of(ROLE_DATE), buf_kept(&life, rows->arena),
		head_right(rows) - rows->column);
	buf_free(&life);
}

static void head_source(struct rows *rows, const struct record *record, struct ref of, bool waits)
{
	const struct source *source = &record->sources[of.index];
	struct buf text = {0};
	if (waits) {
		head_text(rows, ROLE_NOTE, "", WORDS_STANCE_WAITS);
	} else {
		head_text(rows, ROLE_TEXT, WORDS_EDITOR, source->fields[SOURCE_PERSPECTIVE]);
		head_text(rows, ROLE_NOTE, "Note: ", source->fields[SOURCE_NOTE]);
	}
	words_source_full(&text, record, of);
	head_phrase(rows, style_of(ROLE_SOURCE), &text);
	buf_free(&text);
}

static void head_event(struct rows *rows, const struct record *record, const struct event *event)
{
	struct buf text = {0}, meeting = {0};
	words_date(&text, rows->paper.dates, when_of_event(event));
	words_meeting(&meeting, record, rows->paper.signs, event);
	if (meeting.len)
		buf_format(&text, " %s %s", rows->paper.signs->dot, buf_string(&meeting));
	head_phrase(rows, style_of(ROLE_DATE), &text);
	buf_free(&meeting);
	buf_free(&text);
}

void profile_head_add(struct rows *rows, const struct record *record, struct ref of, bool waits)
{
	struct buf name = {0};
	if (of.thing == THING_EVENT)
		buf_text(&name, record->events[of.index].title);
	else
		words_name(&name, record, of);
	head_phrase(rows, style_party(ROLE_TITLE, record_color(record, of)), &name);
	buf_free(&name);
	if (of.thing == THING_PERSON) {
		const struct person *person = &record->people[of.index];
		head_side(rows, record, person);
		head_text(rows, ROLE_TEXT, WORDS_EDITOR, person->about);
		head_names(rows, person->aliases);
		head_text(rows, ROLE_NOTE, "Note: ", person->note);
	} else if (of.thing == THING_PARTY) {
		head_names(rows, record->parties[of.index].aliases);
		head_text(rows, ROLE_NOTE, "", "A side: for the words below no person is named.");
	} else if (of.thing == THING_SOURCE) {
		head_source(rows, record, of, waits);
	} else {
		head_event(rows, record, &record->events[of.index]);
	}
}

/* ---- what stands beside the date; `line` is rows on paper of its width ---- */

static const struct when unknown;

static struct when when_of(const struct record *record, struct ref to)
{
	return to.thing == THING_QUOTE    ? when_of_quote(record, &record->quotes[to.index])
		: to.thing == THING_EVENT ? when_of_event(&record->events[to.index])
					  : unknown;
}

static const struct event *event_of(const struct record *record, struct ref to)
{
	return to.thing == THING_QUOTE    ? &record->events[record->quotes[to.index].event]
		: to.thing == THING_EVENT ? &record->events[to.index]
					  : NULL;
}

/* Who speaks, where that is not said by the page. */
static bool names_speaker(enum profile_kind kind)
{
	return kind == PROFILE_PRINTS || kind == PROFILE_SPOKEN_OF;
}

/* A text in one row, cut, or whole where there are lines for it. */
static void line_text(struct rows *rows, struct style style, const char *text, int lines)
{
	if (lines > 1) {
		rows_paragraph(rows, style, text, 0, rows->paper.width);
		return;
	}
	rows_new(rows);
	rows_cut(rows, style, text, rows->paper.width);
}

static void line_phrase(struct rows *rows, struct style style, struct buf *text, int lines)
{
	line_text(rows, style, buf_kept(text, rows->arena), lines);
}

/* The words in so many lines, beside who speaks. */
static void lines_quote(struct rows *rows, const struct record *record, enum profile_kind kind,
	const struct quote *quote, int lines)
{
	struct buf name = {0};
	int width = rows->paper.width, left = width < 45 ? width / 3 + 2 : 19;
	if (!names_speaker(kind))
		left = 0;
	struct rows who = rows_part(rows, left ? left - 2 : 1);
	struct rows words = rows_part(rows, width - left < 1 ? 1 : width - left);
	words_speaker_short(&name, record, quote);
	rows_new(&who);
	if (left)
		rows_cut(&who, words_speaker_style(record, quote_voice(quote)),
			buf_kept(&name, rows->arena), left - 2);
	words_quote(&words, quote,
		&(struct quote_lines){.left = 1, .right = words.paper.width, .most = lines});
	rows_beside(rows, (struct rows_column[]){{&who, 0}, {&words, left}}, 2);
	buf_free(&name);
}

static void line_quote(struct rows *line, const struct record *record, enum profile_kind kind,
	const struct quote *quote)
{
	struct buf name = {0};
	int width = line->paper.width, names = width < 45 ? width / 3 : 17;
	rows_new(line);
	if (names_speaker(kind)) {
		struct ref voice = quote_voice(quote);
		words_names(&name, line->paper.form, record, &voice, 1, 0, names);
		rows_cut_words(line, words_speaker_style(record, voice),
			buf_kept(&name, line->arena), names);
		rows_to(line, names + 2);
	}
	if (width > line->column)
		words_quote_line(line, quote, NULL, width - line->column);
	buf_free(&name);
}

static void below(struct rows *rows, struct style style, struct buf *text)
{
	int left = rows->paper.width > 3 * BELOW ? BELOW : 0;
	rows_phrase(rows, style, text, left, rows->paper.width);
}

static void below_text(struct rows *rows, enum role role, const char *text)
{
	struct buf buf = {0};
	buf_text(&buf, text ? text : "");
	below(rows, style_of(role), &buf);
	buf_free(&buf);
}

static void open_quote(struct rows *rows, const struct record *record, enum profile_kind kind,
	const struct quote *quote)
{
	const char *dot = rows->paper.signs->dot;
	const char *status = words_status((enum quote_status)quote->status);
	struct buf text = {0};
	words_quote(rows, quote, &(struct quote_lines){.left = 1, .right = rows->paper.width});
	if (names_speaker(kind)) {
		words_speaker(&text, record, quote);
		below(rows, words_speaker_style(record, quote_voice(quote)), &text);
	} else {
		buf_text(&text, quote->role ? quote->role : "");
		words_handed(&text, record, quote);
		if (text.len)
			buf_format(&text, " %s ", dot);
	}
	buf_format(&text, "%s %s ", record->events[quote->event].title, dot);
	words_source_short(&text, record, quote->source, quote->locator);
	if (status)
		buf_format(&text, " %s %s", dot, status);
	below(rows, style_of(ROLE_SOURCE), &text);
	buf_free(&text);
}

static void add_part(struct rows *rows, const struct record *record, const struct profile_row *row,
	struct profile_look look)
{
	const struct event *event = &record->events[row->to.index];
	struct buf text = {0};
	if (!look.open) {
		line_text(rows, style_of(ROLE_TEXT), event->title, look.lines);
		return;
	}
	rows_paragraph(rows, style_of(ROLE_TITLE), event->title, 0, rows->paper.width);
	below_text(rows, ROLE_TEXT, row->role);
	words_meeting(&text, record, rows->paper.signs, event);
	below(rows, style_of(ROLE_DATE), &text);
	buf_free(&text);
}

/* "29 March 2022: envoy": the day for which it is given first. */
static void add_role(struct rows *rows, const struct record *record, const struct profile_row *row,
	struct profile_look look)
{
	struct buf text = {0};
	words_date_one(&text, rows->paper.dates, when_of(record, row->to));
	buf_format(&text, "%s%s", text.len ? ": " : "", row->role);
	if (!look.open) {
		line_phrase(rows, style_of(ROLE_TEXT), &text, look.lines);
		buf_free(&text);
		return;
	}
	rows_phrase(rows, style_of(ROLE_TEXT), &text, 0, rows->paper.width);
	buf_text(&text, event_of(record, row->to)->title);
	below(rows, style_of(ROLE_SOURCE), &text);
	buf_free(&text);
}

static void add_source(struct rows *rows, const struct record *record,
	const struct profile_row *row, struct profile_look look)
{
	const char *dot = rows->paper.signs->dot;
	struct buf text = {0}, count = {0};
	words_number(&count, row->count, "entry", "entries");
	if (look.open) {
		words_source_full(&text, record, row->to);
		buf_format(&text, " %s %s", dot, buf_string(&count));
		rows_phrase(rows, style_of(ROLE_TEXT), &text, 0, rows->paper.width);
		below_text(
			rows, ROLE_NOTE, record->sources[row->to.index].fields[SOURCE_PERSPECTIVE]);
	} else {
		words_source_short(&text, record, row->to, NULL);
		buf_format(&text, " %s %s", dot, buf_string(&count));
		line_phrase(rows, style_of(ROLE_TEXT), &text, look.lines);
	}
	buf_free(&text);
	buf_free(&count);
}

/* "John Kirby, spokesman of the Pentagon", and open who that is. */
static void add_who(struct rows *rows, const struct record *record, const struct profile_row *row,
	struct profile_look look)
{
	const struct style style = words_speaker_style(record, row->to);
	struct buf text = {0};
	words_name(&text, record, row->to);
	if (row->kind == PROFILE_SPEAKS && row->to.thing == THING_PARTY)
		buf_text(&text, ", no person named");
	if (row->role)
		buf_format(&text, ", %s", row->role);
	if (!look.open) {
		line_phrase(rows, style, &text, look.lines);
	} else {
		rows_phrase(rows, style, &text, 0, rows->paper.width);
		if (row->to.thing == THING_PERSON)
			words_about(&text, rows->paper.signs, &record->people[row->to.index]);
		below(rows, style_of(ROLE_TEXT), &text);
	}
	buf_free(&text);
}

/* "× 12 not in this selection", "× 3 still to come". */
static void add_left_out(struct rows *rows, const struct profile_row *row, bool advised)
{
	struct buf text = {0};
	buf_format(&text, "%s ", rows->paper.signs->left_out);
	words_figure(&text, row->count);
	buf_format(&text, " %s", contrast_left_out(row->to_come));
	rows_new(rows);
	rows_cut(rows, style_of(ROLE_NOTE), buf_kept(&text, rows->arena), rows->paper.width);
	if (advised)
		below_text(rows, ROLE_NOTE, "Enter shows everything again.");
	buf_free(&text);
}

static void add_words(struct rows *rows, const struct record *record, const struct profile_row *row,
	struct profile_look look)
{
	bool open = look.open;
	switch ((enum thing)row->to.thing) {
	case THING_NONE:
		add_left_out(rows, row, open && !look.over);
		break;
	case THING_QUOTE:
		if (row->kind == PROFILE_ROLE)
			add_role(rows, record, row, look);
		else if (open)
			open_quote(rows, record, row->kind, &record->quotes[row->to.index]);
		else if (look.lines > 1)
			lines_quote(rows, record, row->kind, &record->quotes[row->to.index],
				look.lines);
		else
			line_quote(rows, record, row->kind, &record->quotes[row->to.index]);
		break;
	case THING_EVENT:
		if (row->kind == PROFILE_ROLE)
			add_role(rows, record, row, look);
		else
			add_part(rows, record, row, look);
		break;
	default:
		if (row->kind == PROFILE_PRINTED)
			add_source(rows, record, row, look);
		else
			add_who(rows, record, row, look);
		break;
	}
}

/* ---- a row ---- */

bool profile_begins(const struct profile *profile, uint32_t n)
{
	return !n || profile->rows[n].kind != profile->rows[n - 1].kind;
}

int profile_marked(const struct profile *profile, uint32_t n)
{
	return profile_begins(profile, n) ? 1 : 0;
}

/* The relation and the date, on paper as wide as the two. A year is left out that stands above; a role
 * says its date itself. */
static void margin_add(struct rows *rows, const struct record *record,
	const struct profile *profile, uint32_t n, const struct columns *columns,
	struct profile_look look)
{
	const struct profile_row *row = &profile->rows[n];
	bool first = look.top || profile_begins(profile, n);
	int from = columns->beside ? RELATION + 11 : 1;
	struct buf date = {0};
	rows_new(rows);
	if (columns->beside && first) {
		rows_to(rows, RELATION);
		rows_text(rows, style_of(ROLE_COUNT_OF), relation(row->kind, profile->of));
	}
	if (row->kind != PROFILE_ROLE)
		words_date_short(&date, rows->paper.dates, when_of(record, row->to),
			first || look.open ? unknown : when_of(record, profile->rows[n - 1].to));
	if (columns->date && date.len) {
		int width = text_width(rows->paper.form, date.text, date.len);
		if (columns->date - width >= from) {
			rows_right(rows, columns->date, style_of(ROLE_DATE), date.text);
		} else {
			rows_to(rows, from);
			rows_cut(rows, style_of(ROLE_DATE), buf_kept(&date, rows->arena),
				columns->date - from);
		}
	}
	if (look.kept) {
		rows_to(rows, columns->words - 1);
		rows_text(rows, style_of(ROLE_MARK), rows->paper.signs->marked);
	}
	buf_free(&date);
}

/* The event of words, or of a role, at the end of their row. */
static void event_add(
	struct rows *rows, const struct record *record, const struct profile_row *row, int lines)
{
	const struct event *event = event_of(record, row->to);
	const char *text = !event ? NULL : row->kind == PROFILE_PART ? row->role : event->title;
	if (text)
		line_text(rows, style_of(ROLE_SOURCE), text, lines);
	else
		rows_new(rows);
}

static int measure(int width)
{
	return width < 1 ? 1 : width > ROWS_MEASURE ? ROWS_MEASURE : width;
}

void profile_row_add(struct rows *rows, const struct record *record, const struct profile *profile,
	uint32_t n, struct profile_look look)
{
	const struct profile_row *row = &profile->rows[n];
	struct columns columns = columns_for(rows->paper.width, profile->of);
	if (row->kind == PROFILE_ROLE && columns.date)
		columns.words = columns.beside ? RELATION + 11 : RELATION;
	bool has_event = columns.event && !look.open;
	int end = has_event ? columns.words_end : columns.edge;
	int width = end - columns.words;
	if (profile_begins(profile, n)) {
		rows_new(rows);
		if (!columns.beside) {
			rows_to(rows, 1);
			rows_text(rows, style_of(ROLE_COUNT_OF), relation(row->kind, profile->of));
		}
	}
	struct rows margin = rows_part(rows, columns.words > 1 ? columns.words : 1);
	struct rows words = rows_part(rows, look.open ? measure(width) : width < 1 ? 1 : width);
	struct rows event = rows_part(rows, has_event ? columns.edge - columns.event : 1);
	margin_add(&margin, record, profile, n, &columns, look);
	add_words(&words, record, row, look);
	if (has_event)
		event_add(&event, record, row, look.lines);
	if (has_event && event.at[0].spans && words.count == 1)
		rows_leader(&words, width);
	rows_beside(rows,
		(struct rows_column[]){
			{&margin, 0}, {&words, columns.words}, {&event, columns.event}},
		has_event ? 3 : 2);
}
