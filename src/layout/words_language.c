/* Languages by their English names, as ISO 639 has them; what is not in the table is called by its
 * tag. */
#include "layout/words.h"

#include "base/text.h"

#include <string.h>

static const struct language {
	const char *tag, *name;
} languages[] = {
	{"ar", "Arabic"},
	{"be", "Belarusian"},
	{"bg", "Bulgarian"},
	{"bs", "Bosnian"},
	{"ca", "Catalan"},
	{"ce", "Chechen"},
	{"cs", "Czech"},
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
	{"la", "Latin"},
	{"lt", "Lithuanian"},
	{"lv", "Latvian"},
	{"mk", "Macedonian"},
	{"nb", "Norwegian"},
	{"nl", "Dutch"},
	{"nn", "Norwegian"},
	{"no", "Norwegian"},
	{"pl", "Polish"},
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
	{"tr", "Turkish"},
	{"uk", "Ukrainian"},
	{"ur", "Urdu"},
	{"vi", "Vietnamese"},
	{"yi", "Yiddish"},
	{"zh", "Chinese"},
};

void words_language(struct buf *words, const char *tag)
{
	size_t len = strcspn(tag, "-");
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		const struct language *at = &languages[i];
		if (strlen(at->tag) != len || !text_same_ascii(tag, at->tag, len))
			continue;
		buf_text(words, at->name);
		if (tag[len])
			buf_format(words, " (%s)", tag + len + 1);
		return;
	}
	buf_text(words, tag);
}

void words_in_language(struct buf *words, const char *tag)
{
	buf_text(words, "in ");
	words_language(words, tag);
}
