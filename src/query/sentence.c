/* Words are found byte by byte: whole records are looked through, and only what is not ASCII needs
 * to be decoded. */
#include "query/sentence.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

enum {
	RUN_COLUMNS = 30, /* longer than words: a script without spaces */
	RUN_WORD = 6,
	PRONOUN_MOST = 8, /* columns of the longest pronoun */
	LEAD_WORDS = 8    /* what may stand before the subject: "As is often the case, it ..." */
};

/* The code point at `at`, and its bytes. */
static inline int32_t code_at(const char *at, size_t *bytes)
{
	if ((unsigned char)*at < 0x80) {
		*bytes = 1;
		return *at;
	}
	return text_decode(at, strnlen(at, 4), bytes);
}

/* What belongs to a word between two of its letters: "we’re", "non-bloc", "U.S.-led". */
static bool joins_letters(int32_t c)
{
	return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '.';
}

static void word_add(struct sentence_word *word, const char *at, size_t bytes, int32_t c)
{
	for (size_t i = 0; i < bytes; i++)
		word->hash = (word->hash ^ (unsigned char)text_small(at[i])) *
			UINT64_C(0x100000001b3);
	word->columns += c < 0x80 ? 1 : (uint32_t)text_code_width(c);
}

/* Letters and digits of ASCII by byte, capitals as small ones; 0 for all else. */
/* clang-format off */
static const char letters[0x100] = {
	['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
	['A'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
	'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
	['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
	'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
};
/* clang-format on */

/* As many of them as follow: most of most texts, and whole records are read. */
static inline void letters_add(const char **at, struct sentence_word *word)
{
	const char *end = *at;
	uint64_t hash = word->hash;
	for (char c; (c = letters[(unsigned char)*end]) != 0; end++)
		hash = (hash ^ (unsigned char)c) * UINT64_C(0x100000001b3);
	word->hash = hash;
	word->columns += (uint32_t)(end - *at);
	*at = end;
}

bool sentence_next(const char **at, struct sentence_word *word)
{
	size_t bytes, next;
	*word = (struct sentence_word){.hash = UINT64_C(0xcbf29ce484222325)};
	while (!letters[(unsigned char)**at] && **at) {
		int32_t c = code_at(*at, &bytes);
		if (text_is_word(c))
			break;
		*at += bytes;
		word->comma = word->comma || c == ',' || c == ':' || c == ';' || c == 0x2013 ||
			c == 0x2014 || c == 0x3001 || c == 0xff0c || c == 0x060c;
	}
	word->at = *at;
	while (**at) {
		letters_add(at, word);
		if (!**at || **at == ' ')
			break;
		int32_t c = code_at(*at, &bytes);
		if (text_is_word(c))
			word_add(word, *at, bytes, c);
		else if (!joins_letters(c) || !(*at)[bytes] ||
			!text_is_word(code_at(*at + bytes, &next)))
			break;
		*at += bytes;
	}
	word->len = (size_t)(*at - word->at);
	return word->len > 0;
}

static bool is_ideographic(const struct sentence_word *word)
{
	size_t bytes;
	return text_is_ideograph(code_at(word->at, &bytes));
}

uint32_t sentence_meaning(const char *text, uint32_t most)
{
	struct sentence_word word;
	uint32_t count = 0;
	while (count < most && sentence_next(&text, &word)) {
		if (is_ideographic(&word))
			count += word.columns / SENTENCE_WORD;
		else if (word.columns > RUN_COLUMNS)
			count += word.columns / RUN_WORD;
		else
			count += word.columns >= SENTENCE_WORD;
	}
	return count < most ? count : most;
}

static bool ends_sentence(int32_t c)
{
	static const int32_t ends[] = {'.', '!', '?', 0x2026, 0x0589, 0x061f, 0x06d4, 0x0964,
		0x0965, 0x104b, 0x1362, 0x17d4, 0x3002, 0xff01, 0xff0e, 0xff1f, 0xff61};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (c == ends[i])
			return true;
	return false;
}

bool sentence_is_whole(const char *text)
{
	const char *at = text;
	struct sentence_word word;
	size_t bytes, len = strlen(text);
	if (!sentence_next(&at, &word))
		return false;
	if (!text_is_lower(code_at(word.at, &bytes)))
		return true;
	/* Behind the last letter, among marks and brackets that close. */
	for (int32_t c = 0; len > 0; len -= bytes) {
		bytes = 1;
		while (bytes < len && text_is_inside(text[len - bytes]))
			bytes++;
		c = text_decode(text + len - bytes, bytes, &(size_t){0});
		if (ends_sentence(c) || text_is_word(c))
			return ends_sentence(c);
	}
	return false;
}

/* ---- what points outside ---- */

/* With a space on both sides of each. What the speaker calls himself points at nobody else. */
static const struct pronouns {
	const char *language, *others, *own;
} pronouns[] = {
	{"en",
		" it its it's he his he's she her she's they their they're they've this that "
		"that's these those "
		"them him ",
		" i i'm i've we we're we've you my our your "},
	{"de", " er es sie sein seine ihr ihre dies diese dieser dieses das jene jener jenes ",
		" ich wir mein meine unser unsere du "},
	{"fr",
		" il elle ils elles ce c'est cela ça ceci celui celle ceux celles son sa ses leur "
		"leurs ",
		" je j'ai nous on vous mon ma mes notre nos "},
	{"es", " él ella ello ellos ellas esto eso este esta estos estas ese esa su sus ",
		" yo nosotros nosotras mi nuestro nuestra "},
	{"it",
		" egli ella esso essa essi esse lui lei loro questo questa questi queste ciò "
		"quello ",
		" io noi mio mia nostro nostra "},
	{"pl", " on ona ono oni one to ten ta te ci jego jej ich ", " ja my mój nasz nasza "},
	{"ru", " он она оно они это этот эта эти тот та те его её их ",
		" я мы мои наш наша мне нам "},
	{"uk", " він вона воно вони це цей ця ці той та ті його її їх ",
		" я ми мій наш наша мені нам "},
};

static const struct pronouns *pronouns_of(const char *language)
{
	size_t len = language ? strcspn(language, "-") : 0;
	for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
		if (len == strlen(pronouns[i].language) &&
			text_same_ascii(language, pronouns[i].language, len))
			return &pronouns[i];
	return NULL;
}

/* Both are folded. */
static bool is_among(const char *list, const struct sentence_word *word)
{
	if (word->columns > PRONOUN_MOST)
		return false;
	struct buf all = {0}, wanted = {0};
	text_fold(&all, list, strlen(list));
	buf_char(&wanted, ' ');
	text_fold(&wanted, word->at, word->len);
	buf_char(&wanted, ' ');
	bool among = strstr(buf_string(&all), buf_string(&wanted)) != NULL;
	buf_free(&all);
	buf_free(&wanted);
	return among;
}

static bool is_capital(const struct sentence_word *word)
{
	size_t bytes;
	int32_t c = code_at(word->at, &bytes);
	return text_is_letter(c) && !text_is_lower(c);
}

bool sentence_points_out(const char *text, const char *language)
{
	const struct pronouns *known = pronouns_of(language ? language : "en");
	struct sentence_word word;
	bool out = false, subject = false;
	for (int n = 0; known && !out && !subject && n < LEAD_WORDS && sentence_next(&text, &word);
		n++) {
		out = (n == 0 || word.comma) && is_among(known->others, &word);
		/* Somebody is named, or the speaker means himself: what follows may mean those. */
		subject = is_among(known->own, &word) || (n && is_capital(&word));
	}
	return out;
}
