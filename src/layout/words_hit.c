/* A reason is what leads to the text in which the words stand, and the text. Where there is no room,
 * what leads there becomes shorter first: "another name of Russia: ", "Russia: ", "another name: ";
 * then the text is cut around the words. */
#include "layout/words_hit.h"

#include <string.h>

/* What a field is to its event or quotation; of any other its name says that. `hidden` are those of
 * which no pane says the name either. */
static const struct label {
	const char *field, *label;
	bool hidden;
} labels[] = {
	{"themes", "its theme", true},
	{"parties", "its party", false},
	{"host", "its host", false},
	{"mediator", "its mediator", false},
	{"people", "who was there:", false},
	{"speaker", "its speaker", false},
	{"to", "its addressee", true},
	{"about", "its subject", true},
	{"prefix", "the words before it", true},
	{"suffix", "the words behind it", true},
};

static const struct label *label_of(const struct search_piece *piece)
{
	for (size_t i = 0; piece->field && i < sizeof labels / sizeof *labels; i++)
		if (strcmp(labels[i].field, piece->field->name) == 0)
			return &labels[i];
	return NULL;
}

static void add_label(struct buf *out, const struct search_piece *piece)
{
	const struct label *label = label_of(piece);
	if (label || !piece->field) {
		buf_text(out, label ? label->label : "its source");
		return;
	}
	buf_text(out, "its ");
	for (const char *at = piece->field->name; *at; at++)
		buf_char(out, *at == '_' ? ' ' : *at);
}

/* How much is said of what leads to a text: all, whose it is, what it is, nothing. */
enum lead { LEAD_ALL, LEAD_WHOSE, LEAD_WHAT, LEAD_NONE };

/* Of the names of a source one is its title. */
static bool is_title(const struct record *record, const struct search_piece *piece)
{
	return piece->text == record->sources[piece->thing.index].fields[SOURCE_TITLE];
}

/* Whether it is the sentence on who a person is. */
static bool is_about(const struct record *record, const struct search_piece *piece)
{
	return piece->thing.thing == THING_PERSON &&
		piece->text == record->people[piece->thing.index].about;
}

/* What leads to another name of a thing, to the title or `short` of a source, or to what is said of
 * a person. */
static void lead_to_name(struct buf *out, const struct record *record,
	const struct search_piece *piece, enum lead lead)
{
	const struct label *label = label_of(piece);
	bool source = piece->thing.thing == THING_SOURCE;
	if (lead != LEAD_WHOSE)
		buf_text(out,
			source && is_title(record, piece) ? "the title"
				: is_about(record, piece) ? "what is said"
							  : "another name");
	if (lead == LEAD_ALL)
		buf_text(out, " of ");
	if (lead != LEAD_WHAT) {
		if (source || (label && label->hidden)) {
			add_label(out, piece);
			buf_char(out, ' ');
		}
		buf_text(out, record_name(record, piece->thing));
	}
	buf_text(out, ": ");
}

static void lead_to_position(struct buf *out, const struct record *record,
	const struct position *position, enum lead lead)
{
	if (lead != LEAD_WHOSE)
		buf_text(out, "the position");
	if (lead == LEAD_ALL)
		buf_text(out, " of ");
	if (lead != LEAD_WHAT) {
		buf_text(out, record_name(record, position->party));
		buf_format(out, " on %s", record_name(record, position->issue));
	}
	buf_text(out, ": ");
}

static void lead_to(struct buf *out, const struct record *record, const struct search_piece *piece,
	enum lead lead)
{
	buf_text(out, "by ");
	if (lead == LEAD_NONE)
		return;
	if (piece->item && piece->field->form == &forms[FORM_POSITION]) {
		lead_to_position(out, record, piece->item, lead);
	} else if (piece->thing.thing == THING_NONE) {
		add_label(out, piece);
		buf_text(out, ": ");
	} else if (piece->text == record_name(record, piece->thing)) {
		add_label(out, piece);
		buf_char(out, ' ');
	} else {
		lead_to_name(out, record, piece, lead);
	}
}

static int width_of(const struct hit_why *why, const char *text, size_t len)
{
	return text_width(why->form, text, len);
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\n';
}

/* From a byte up to a mark: where the first word begins that is whole; that byte where none does. */
static size_t word_from(const char *text, size_t at, size_t mark)
{
	if (at == 0 || is_blank(text[at - 1]))
		return at;
	for (size_t i = at; i < mark; i++)
		if (is_blank(text[i]))
			return i + 1;
	return at;
}

/* Back from a byte to a mark: where the last word ends that is whole; that byte where none does. */
static size_t word_to(const char *text, size_t at, size_t mark)
{
	for (size_t i = at; i >= mark && i > 0; i--)
		if (is_blank(text[i]) || !text[i])
			return i;
	return at;
}

/* The text from `from` to `to` and as much around it as has room, in whole words where there are some. */
static void add_around(struct buf *out, const struct hit_why *why, const char *text, size_t from,
	size_t to, int columns)
{
	const char *cut = why->signs->cut;
	size_t len = strlen(text), start = 0, end = 0;
	int room = columns - 2 * width_of(why, cut, strlen(cut));
	/* What stands before is the shorter part: a third of what is left. */
	int before = (room - width_of(why, text + from, to - from)) / 3;
	before = before > 0 ? before : 0;
	/* Each cluster is measured once: the text may be as long as a file. */
	for (int left = width_of(why, text, from); start < from && left > before;) {
		size_t bytes = text_cluster(text + start, len - start);
		left -= width_of(why, text + start, bytes);
		start += bytes;
	}
	start = word_from(text, start, from);
	for (end = start; end < len;) {
		size_t bytes = text_cluster(text + end, len - end);
		room -= width_of(why, text + end, bytes);
		if (room < 0)
			break;
		end += bytes;
	}
	end = word_to(text, end, to);
	if (start > 0)
		buf_text(out, cut);
	buf_add(out, text + start, end - start);
	if (end < len)
		buf_text(out, cut);
}

/* Where what was looked for first stands in the text; nowhere: 0, 0. */
static struct highlight mark_of(const struct hit_why *why, const struct search_piece *piece)
{
	struct arena arena = {0};
	const struct highlight *marks;
	struct highlight mark = {0, 0};
	if (highlights_find(why->pattern, &arena, piece->text, strlen(piece->text), &marks))
		mark = marks[0];
	arena_free(&arena);
	return mark;
}

/* The columns of what is marked, cut at both ends. */
static int least_of(
	const struct hit_why *why, const struct search_piece *piece, struct highlight mark)
{
	const char *cut = why->signs->cut;
	return width_of(why, piece->text + mark.from, mark.to - mark.from) +
		2 * width_of(why, cut, strlen(cut));
}

int words_hit_least(const struct hit_why *why, const struct search_piece *piece)
{
	static const char by[] = "by ";
	int width = width_of(why, piece->text, strlen(piece->text));
	int least = least_of(why, piece, mark_of(why, piece));
	return (int)strlen(by) + (width < least ? width : least);
}

void words_hit(
	struct buf *out, const struct hit_why *why, const struct search_piece *piece, int columns)
{
	enum { ROOM = 24 }; /* for a text, where what leads to it is said in full */
	const char *text = piece->text;
	size_t len = strlen(text);
	int width = width_of(why, text, len);
	struct buf lead = {0};
	struct highlight mark = mark_of(why, piece);
	int least = least_of(why, piece, mark);
	for (enum lead how = LEAD_ALL; how <= LEAD_NONE; how++) {
		int room = how == LEAD_ALL && least < ROOM ? ROOM : least;
		buf_clear(&lead);
		lead_to(&lead, why->record, piece, how);
		if (width_of(why, lead.text, lead.len) + (width < room ? width : room) <= columns)
			break;
	}
	columns -= width_of(why, lead.text, lead.len);
	buf_add(out, lead.text, lead.len);
	if (width <= columns)
		buf_add(out, text, len);
	else
		add_around(out, why, text, mark.from, mark.to, columns);
	buf_free(&lead);
}
