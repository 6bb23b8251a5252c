/* The table. A short word that denies in one language is an ordinary one in others (no, ne, pas, nie,
 * ni), so it counts in its own alone, or where the language is not known; one that can hardly be
 * anything else counts everywhere, since few records name the language of each quotation. */
#include "load/negation.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* "n't" is the end of a word, "n'" its beginning. */
static const struct {
	const char *language, *own, *any;
} table[] = {
	{"en", "no not nor none", "never cannot neither nobody nothing nowhere n't"},
	{"de", "nein nie",
		"nicht nichts kein keine keinen keinem keiner keines keinerlei niemals niemand "
		"niemanden niemandem nirgends weder"},
	{"fr", "ne n' pas non ni rien", "jamais aucun aucune aucunement"},
	{"es", "no ni nada", "nunca jamás ningún ninguno ninguna nadie tampoco"},
	{"ca", "no ni", "cap mai ningú"},
	{"pt", "nem nada", "não nunca jamais ninguém nenhum nenhuma tampouco"},
	{"it", "non né mai nulla", "niente nessuno nessuna nessun neanche nemmeno"},
	{"la", "non nec ne nemo nihil haud", "numquam nunquam neque"},
	{"ro", "nu", "niciodată nimeni nimic nici"},
	{"nl", "nee", "niet niets geen nooit nergens niemand"},
	{"af", "nie", ""},
	{"sv", "ej ingen inget inga", "inte icke aldrig ingenting"},
	{"da", "ej ingen intet", "ikke aldrig"},
	{"no", "ingen intet", "ikke ikkje aldri"},
	{"fi", "ei en et emme ette", "eivät"},
	{"et", "ei", "mitte"},
	{"pl", "nie ani nic nikt", "nigdy żaden żadna żadne"},
	{"cs", "ne ani nic", "není nikdy nikdo žádný žádná žádné"},
	{"sk", "nie ani nič", "nikdy nikto žiadny žiadna"},
	{"sl", "ne ni", "nikoli nihče"},
	{"hr", "ne ni nije nisu", "nikad nikada nisam nitko niko ništa"},
	{"hu", "nem ne se sem", "soha semmi senki nincs"},
	{"tr", "yok", "değil hayır asla hiçbir"},
	{"lt", "ne", "nėra niekada"},
	{"lv", "ne nav", "nekad"},
	{"el", "δε μη", "δεν μην όχι ποτέ κανένας τίποτα ούτε"},
	{"ru", "ни",
		"не нет никогда никто никого никому ничего ничто нельзя никакой никаких нисколько"},
	{"uk", "ні",
		"ніколи ніхто нікого нікому нічого ніщо немає нема жоден жодного жодної жодних"},
	{"be", "ні", "няма ніколі ніхто нічога"},
	{"bg", "никой", "няма никога нито нищо"},
	{"sr", "не ни није нису", "никад нико ништа"},
	{"he", "אין", "לא ולא שלא מעולם"},
	{"ar", "لا لم", "لن ليس ليست ولا ولم ولن"},
	{"fa", "نه", "نیست هرگز هیچ"},
	{"hi", "न मत", "नहीं"},
	{"id", "tak", "tidak bukan jangan"},
	{"vi", "chẳng", "không"},
};

struct negation {
	const char *word;
	size_t len;
};

/* ---- the table of one language ---- */

/* Norwegian has two more codes, and so has what is one language with Croatian. */
static bool is_language(const char *tag, const char *language)
{
	static const char *const same[][2] = {
		{"nb", "no"}, {"nn", "no"}, {"bs", "hr"}, {"sh", "hr"}, {"mk", "bg"}, {"ms", "id"}};
	size_t len = strcspn(tag, "-");
	if (len != 2)
		return false;
	if (text_same_ascii(tag, language, 2))
		return true;
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (text_same_ascii(tag, same[i][0], 2))
			return strcmp(same[i][1], language) == 0;
	return false;
}

static void words_add(struct buf *folded, const char *words)
{
	text_fold(folded, words, strlen(words));
	buf_char(folded, ' ');
}

void negations_open(struct negations *negations, const char *language)
{
	struct buf folded = {0};
	*negations = (struct negations){0};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		words_add(&folded, table[i].any);
		if (!language || is_language(language, table[i].language))
			words_add(&folded, table[i].own);
	}
	negations->words = mem_alloc(folded.len + 1);
	memcpy(negations->words, buf_string(&folded), folded.len + 1);
	buf_free(&folded);
	for (const char *at = negations->words; *(at += strspn(at, " "));) {
		size_t len = strcspn(at, " ");
		negations->at = mem_grow(negations->at, &negations->capacity, negations->count + 1,
			sizeof *negations->at);
		negations->at[negations->count++] = (struct negation){at, len};
		at += len;
	}
}

void negations_close(struct negations *negations)
{
	free(negations->at);
	free(negations->words);
	*negations = (struct negations){0};
}

/* ---- a word ---- */

static bool is_denied(struct negation no, const char *word, size_t len)
{
	if (len < no.len)
		return false;
	if (len == no.len)
		return memcmp(word, no.word, len) == 0;
	if (no.word[no.len - 1] == '\'')
		return memcmp(word, no.word, no.len) == 0;
	return no.len == 3 && memcmp(no.word, "n't", 3) == 0 &&
		memcmp(word + len - 3, no.word, 3) == 0;
}

static bool has_folded(const struct negations *negations, const char *word, size_t len)
{
	for (size_t i = 0; i < negations->count; i++)
		if (is_denied(negations->at[i], word, len))
			return true;
	return false;
}

/* "qu'aucun", "l'on n'a": also what stands behind an apostrophe. */
bool negations_have(const struct negations *negations, const char *word, size_t len)
{
	enum { WORD_MOST = 64 };
	struct buf folded = {0};
	if (len > WORD_MOST)
		return false;
	text_fold(&folded, word, len);
	bool have = has_folded(negations, buf_string(&folded), folded.len);
	for (const char *at = buf_string(&folded); !have && (at = strchr(at, '\''));) {
		at++;
		have = has_folded(negations, at, (size_t)(folded.text + folded.len - at));
	}
	buf_free(&folded);
	return have;
}
