/* What a family name is, the name's letters have to say: it is the last word, unless that is a number, or
 * words before it say that it is none ("of the dale"). Where the order is another ("Xi Jinping"), another
 * name in the record tells. */
#include "layout/words_names.h"

#include "layout/words.h"

#include <ctype.h>
#include <string.h>

/* Whether a word is one of a name's that has others behind it. */
static bool is_particle(const char *word, size_t len)
{
	static const char particles[] = " von van de der den du da di del della dos ten ter zu zum "
					"al el ibn bin Le La De Du Von Van Al El Bin ";
	char with[8] = " ";
	if (len > sizeof with - 3)
		return false;
	memcpy(with + 1, word, len);
	with[len + 1] = ' ';
	with[len + 2] = '\0';
	return strstr(particles, with);
}

/* Where the word begins that ends in a space at `at`. */
static const char *word_before(const char *name, const char *at)
{
	const char *from = at - 1;
	while (from > name && from[-1] != ' ')
		from--;
	return from;
}

/* Whether a word is a number or letters that stand for words: "II", "Jr.". */
static bool is_sign(const char *word)
{
	bool lower = false;
	for (const char *at = word; *at; at++)
		lower |= islower((unsigned char)*at) || (unsigned char)*at >= 0x80;
	return !lower || word[strlen(word) - 1] == '.';
}

/* The name as it ends; all of it where that is no name by itself. */
static const char *ending(const char *name)
{
	const char *last = strrchr(name, ' ');
	if (!last || strchr(name, ',') || strchr(name, '(') || !last[1])
		return name;
	const char *from = last + 1;
	if (islower((unsigned char)*from) || is_sign(from))
		return name;
	while (from > name + 1) {
		const char *word = word_before(name, from - 1);
		size_t len = (size_t)(from - 1 - word);
		if (word > name && is_particle(word, len))
			from = word;
		else
			return islower((unsigned char)*word) ? name : from;
	}
	return from;
}

/* Another name of one word that is one of the whole name's. */
static const char *alias_in(const char *name, const struct names *aliases)
{
	for (uint32_t n = 0; aliases && n < aliases->count; n++) {
		const char *alias = aliases->at[n], *at = strstr(name, alias);
		size_t len = strlen(alias);
		if (at && len && !strchr(alias, ' ') && (at == name || at[-1] == ' ') &&
			(at[len] == ' ' || !at[len]))
			return alias;
	}
	return NULL;
}

static const char *short_of(const struct record *record, struct ref of)
{
	const char *name = record_name(record, of), *alias = NULL;
	if (of.thing != THING_PERSON)
		return name;
	alias = alias_in(name, record->people[of.index].aliases);
	return alias ? alias : ending(name);
}

static void short_add(struct buf *out, const struct record *record, struct ref of)
{
	buf_text(out, of.thing == THING_NONE ? "unattributed" : short_of(record, of));
}

/* ---- several ---- */

/* A name that another of the row has as well is no short form. */
static bool is_alone(
	const struct record *record, const struct ref *names, uint32_t count, uint32_t at)
{
	for (uint32_t n = 0; n < count; n++)
		if (n != at && names[n].thing != THING_NONE && names[at].thing != THING_NONE &&
			strcmp(short_of(record, names[n]), short_of(record, names[at])) == 0)
			return false;
	return true;
}

/* How short they are written. */
enum form { NAMES_WHOLE, NAMES_SHORT, NAMES_LEAST };

static void write(struct buf *out, const struct record *record, const struct ref *names,
	uint32_t count, uint32_t shown, uint32_t more, enum form form)
{
	uint32_t besides = more + count - shown;
	for (uint32_t n = 0; n < shown; n++) {
		buf_text(out, n ? ", " : "");
		if (names[n].thing != THING_NONE &&
			(form == NAMES_WHOLE || !is_alone(record, names, count, n)))
			buf_text(out, record_name(record, names[n]));
		else
			short_add(out, record, names[n]);
	}
	if (!besides)
		return;
	buf_text(out, form == NAMES_LEAST ? " +" : " and ");
	words_figure(out, besides);
	buf_text(out, form == NAMES_LEAST ? "" : " more");
}

void words_names(struct buf *out, const struct text_form *text_form, const struct record *record,
	const struct ref *names, uint32_t count, uint32_t more, int columns)
{
	struct buf tried = {0};
	bool fits = false;
	/* All whole, all short, fewer and fewer whole or short, the first. */
	for (uint32_t shown = count; shown && !fits; shown--)
		for (int form = NAMES_WHOLE; form <= NAMES_LEAST && !fits; form++) {
			if (form == NAMES_LEAST && shown > 1)
				continue;
			buf_clear(&tried);
			write(&tried, record, names, count, shown, more, (enum form)form);
			fits = text_width(text_form, tried.text, tried.len) <= columns;
		}
	if (!fits && count) {
		buf_clear(&tried);
		write(&tried, record, names, count, 1, more, NAMES_SHORT);
	}
	buf_add(out, tried.text, tried.len);
	buf_free(&tried);
}
