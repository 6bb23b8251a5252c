/* Names and years are looked for as whole words, in folded text. */
#include "query/giveaway.h"

#include "base/text.h"

#include <string.h>

enum { WORD_LETTERS = 4 };

const char *giveaway_folded(struct buf *buf, const char *text)
{
	buf_clear(buf);
	text_fold(buf, text, strlen(text));
	return buf_string(buf);
}

static bool is_word_byte(char c)
{
	unsigned char byte = (unsigned char)c;
	return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

static bool has_bytes(const char *text, const char *phrase, size_t len)
{
	if (!len)
		return false;
	for (const char *at = text; (at = strchr(at, *phrase)); at++)
		if (strncmp(at, phrase, len) == 0 && (at == text || !is_word_byte(at[-1])) &&
			!is_word_byte(at[len]))
			return true;
	return false;
}

bool giveaway_has_phrase(const char *folded, const char *phrase)
{
	struct buf buf = {0};
	const char *wanted = giveaway_folded(&buf, phrase);
	bool has = has_bytes(folded, wanted, strlen(wanted));
	buf_free(&buf);
	return has;
}

bool giveaway_has_word_of(const char *folded, const char *phrase)
{
	struct buf buf = {0};
	bool has = false;
	for (const char *at = giveaway_folded(&buf, phrase); *at && !has;) {
		size_t len = 0;
		while (at[len] && is_word_byte(at[len]))
			len++;
		has = len >= WORD_LETTERS && has_bytes(folded, at, len);
		at += len + (at[len] != '\0');
	}
	buf_free(&buf);
	return has;
}

bool giveaway_has_name(const struct record *record, const char *folded, struct ref ref)
{
	const struct names *aliases = record_aliases(record, ref);
	const char *name = ref.thing == THING_SOURCE
		? record->sources[ref.index].fields[SOURCE_SHORT]
		: NULL;
	if (giveaway_has_word_of(folded, record_name(record, ref)) ||
		giveaway_has_phrase(folded, record_name(record, ref)) ||
		(name && giveaway_has_phrase(folded, name)))
		return true;
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		if (giveaway_has_phrase(folded, aliases->at[i]))
			return true;
	return false;
}

/* Whether a word of the text begins like a name, but for its last two letters: Ukraine, Ukrainian. */
static bool has_kin_of(const char *folded, const char *name)
{
	struct buf buf = {0};
	const char *stem = giveaway_folded(&buf, name);
	size_t len = strlen(stem);
	bool has = false;
	if (len >= WORD_LETTERS + 2 && !strchr(stem, ' '))
		for (const char *at = folded; !has && (at = strchr(at, *stem)); at++)
			has = strncmp(at, stem, len - 2) == 0 &&
				(at == folded || !is_word_byte(at[-1]));
	buf_free(&buf);
	return has;
}

bool giveaway_has_side(const struct record *record, const char *folded, struct ref party)
{
	return party.thing == THING_PARTY &&
		(giveaway_has_name(record, folded, party) ||
			has_kin_of(folded, record_name(record, party)));
}

/* Where the words of a name begin that are nobody else's: behind the first, where one of those is long
 * enough to be known by. */
static const char *surname_of(const char *name)
{
	const char *rest = strchr(name, ' ');
	for (const char *at = rest; at; at = strchr(at, ' ')) {
		at += strspn(at, " ");
		if (strcspn(at, " ") >= WORD_LETTERS)
			return rest + 1;
	}
	return name;
}

bool giveaway_calls(const struct record *record, const char *folded, uint32_t person)
{
	const struct names *aliases = record->people[person].aliases;
	const char *name = record->people[person].name;
	bool calls = giveaway_has_phrase(folded, name) ||
		giveaway_has_word_of(folded, surname_of(name));
	for (uint32_t i = 0; aliases && i < aliases->count && !calls; i++)
		calls = giveaway_has_phrase(folded, aliases->at[i]);
	return calls;
}

bool giveaway_has_voice(const struct record *record, const char *text, const struct quote *quote)
{
	struct ref voice = quote_voice(quote), party = record_party(record, voice);
	struct buf buf = {0};
	const char *folded = giveaway_folded(&buf, text ? text : "");
	bool has = (voice.thing != THING_NONE && giveaway_has_name(record, folded, voice)) ||
		(party.thing != THING_NONE && giveaway_has_name(record, folded, party));
	buf_free(&buf);
	return has;
}

bool giveaway_of_event(
	const struct record *record, const struct event *event, const struct quote *quote)
{
	struct ref voice = quote_voice(quote), party = record_party(record, voice);
	bool alone = event->parties && event->parties->count == 1;
	return refs_has(event->host, voice) || refs_has(event->mediator, voice) ||
		(alone && (refs_has(event->parties, voice) || refs_has(event->parties, party))) ||
		giveaway_has_voice(record, event->title, quote) ||
		giveaway_has_voice(record, event->summary, quote);
}

bool giveaway_has_year(const char *text)
{
	int digits = 0;
	for (; *text; text++) {
		digits = *text >= '0' && *text <= '9' ? digits + 1 : 0;
		if (digits >= 4)
			return true;
	}
	return false;
}

/* What a number may stand beside: a month, or a measure of time. Known of English. */
static bool is_of_time(const char *word, size_t len)
{
	static const char *const words[] = {"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december", "day", "days",
		"week", "weeks", "month", "months", "year", "years"};
	bool is = false;
	for (size_t i = 0; i < sizeof words / sizeof *words && !is; i++)
		is = strlen(words[i]) == len && strncmp(words[i], word, len) == 0;
	return is;
}

bool giveaway_has_day(const char *folded)
{
	bool number = false, time = false, has = false;
	for (const char *at = folded; *at && !has;) {
		size_t len = 0;
		while (at[len] && is_word_byte(at[len]))
			len++;
		if (len) {
			bool is_number = *at >= '0' && *at <= '9', is_time = is_of_time(at, len);
			has = (number && is_time) || (time && is_number);
			number = is_number;
			time = is_time;
		}
		at += len + (at[len] != '\0');
	}
	return has;
}
