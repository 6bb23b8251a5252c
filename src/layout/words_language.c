/* Languages by their English names, as ISO 639 has them; what is not in the table is called by its
 * tag. */
#include "layout/words.h"

static const struct language {
	const char *tag, *name;
} languages[] = {
	{"af", "Afrikaans"},
	{"am", "Amharic"},
	{"ar", "Arabic"},
	{"az", "Azerbaijani"},
	{"be", "Belarusian"},
	{"bg", "Bulgarian"},
	{"bn", "Bengali"},
	{"bs", "Bosnian"},
	{"ca", "Catalan"},
	{"ce", "Chechen"},
	{"ckb", "Kurdish"},
	{"crh", "Crimean Tatar"},
	{"cs", "Czech"},
	{"cu", "Church Slavonic"},
	{"cy", "Welsh"},
	{"da", "Danish"},
	{"de", "German"},
	{"el", "Greek"},
	{"en", "English"},
	{"es", "Spanish"},
	{"et", "Estonian"},
	{"eu", "Basque"},
	{"fa", "Persian"},
	{"fi", "Finnish"},
	{"fr", "French"},
	{"ga", "Irish"},
	{"grc", "Ancient Greek"},
	{"he", "Hebrew"},
	{"hi", "Hindi"},
	{"hr", "Croatian"},
	{"hu", "Hungarian"},
	{"hy", "Armenian"},
	{"id", "Indonesian"},
	{"is", "Icelandic"},
	{"it", "Italian"},
	{"ja", "Japanese"},
	{"ka", "Georgian"},
	{"kk", "Kazakh"},
	{"ko", "Korean"},
	{"ku", "Kurdish"},
	{"ky", "Kyrgyz"},
	{"la", "Latin"},
	{"lt", "Lithuanian"},
	{"lv", "Latvian"},
	{"mk", "Macedonian"},
	{"mn", "Mongolian"},
	{"nb", "Norwegian"},
	{"nl", "Dutch"},
	{"nn", "Norwegian"},
	{"no", "Norwegian"},
	{"ota", "Ottoman Turkish"},
	{"pl", "Polish"},
	{"prs", "Dari"},
	{"ps", "Pashto"},
	{"pt", "Portuguese"},
	{"ro", "Romanian"},
	{"ru", "Russian"},
	{"sh", "Serbo-Croatian"},
	{"sk", "Slovak"},
	{"sl", "Slovenian"},
	{"sq", "Albanian"},
	{"sr", "Serbian"},
	{"sv", "Swedish"},
	{"sw", "Swahili"},
	{"ta", "Tamil"},
	{"tg", "Tajik"},
	{"th", "Thai"},
	{"tk", "Turkmen"},
	{"tr", "Turkish"},
	{"tt", "Tatar"},
	{"uk", "Ukrainian"},
	{"ur", "Urdu"},
	{"uz", "Uzbek"},
	{"vi", "Vietnamese"},
	{"yi", "Yiddish"},
	{"zh", "Chinese"},
};

enum { LANGUAGES = sizeof languages / sizeof *languages };
_Static_assert(LANGUAGES <= UINT8_MAX, "a number of a language is a byte of a style");

uint8_t words_language_number(const char *tag)
{
	for (unsigned n = 0; tag && n < LANGUAGES; n++)
		if (!language_differs(languages[n].tag, tag))
			return (uint8_t)(n + 1);
	return 0;
}

const char *words_language_tag(uint8_t number)
{
	return number && number <= LANGUAGES ? languages[number - 1].tag : NULL;
}

void words_language(struct buf *words, const char *tag)
{
	uint8_t number = words_language_number(tag);
	buf_text(words, number ? languages[number - 1].name : tag);
}

void words_in_language(struct buf *words, const char *tag)
{
	buf_text(words, "in ");
	words_language(words, tag);
}
