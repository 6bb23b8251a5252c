/* The tags of two letters are those of ISO 639-1, of which the registry of BCP 47 takes all; a tag is
 * the shortest that there is, so one of three letters that has one of two is not used. */
#include "load/languages.h"

#include "base/text.h"
#include "load/codes.h"
#include "load/faults.h"

#include <string.h>

/* ---- tables ---- */

static const struct language {
	char tag[3];
	const char *longer; /* of three letters, of ISO 639-2 */
	const char *name, *own;
} languages[] = {
	{"aa", "aar", "Afar", ""},
	{"ab", "abk", "Abkhazian", ""},
	{"ae", "ave", "Avestan", ""},
	{"af", "afr", "Afrikaans", ""},
	{"ak", "aka", "Akan", ""},
	{"am", "amh", "Amharic", "አማርኛ"},
	{"an", "arg", "Aragonese", ""},
	{"ar", "ara", "Arabic", "العربية"},
	{"as", "asm", "Assamese", "অসমীয়া"},
	{"av", "ava", "Avaric", ""},
	{"ay", "aym", "Aymara", ""},
	{"az", "aze", "Azerbaijani", "azərbaycanca"},
	{"ba", "bak", "Bashkir", ""},
	{"be", "bel", "Belarusian", "беларуская"},
	{"bg", "bul", "Bulgarian", "български"},
	{"bh", "bih", "Bihari", ""},
	{"bi", "bis", "Bislama", ""},
	{"bm", "bam", "Bambara", ""},
	{"bn", "ben", "Bengali", "বাংলা"},
	{"bo", "bod tib", "Tibetan", ""},
	{"br", "bre", "Breton", "brezhoneg"},
	{"bs", "bos", "Bosnian", "bosanski"},
	{"ca", "cat", "Catalan", "català"},
	{"ce", "che", "Chechen", ""},
	{"ch", "cha", "Chamorro", ""},
	{"co", "cos", "Corsican", ""},
	{"cr", "cre", "Cree", ""},
	{"cs", "ces cze", "Czech", "čeština česky"},
	{"cu", "chu", "Church Slavonic", ""},
	{"cv", "chv", "Chuvash", ""},
	{"cy", "cym wel", "Welsh", "cymraeg"},
	{"da", "dan", "Danish", "dansk"},
	{"de", "deu ger", "German", "deutsch"},
	{"dv", "div", "Divehi", ""},
	{"dz", "dzo", "Dzongkha", ""},
	{"ee", "ewe", "Ewe", ""},
	{"el", "ell gre", "Greek", "ελληνικά"},
	{"en", "eng", "English", "englisch anglais"},
	{"eo", "epo", "Esperanto", ""},
	{"es", "spa", "Spanish", "español castellano"},
	{"et", "est", "Estonian", "eesti"},
	{"eu", "eus baq", "Basque", "euskara"},
	{"fa", "fas per", "Persian", "farsi"},
	{"ff", "ful", "Fulah", ""},
	{"fi", "fin", "Finnish", "suomi"},
	{"fj", "fij", "Fijian", ""},
	{"fo", "fao", "Faroese", ""},
	{"fr", "fra fre", "French", "français"},
	{"fy", "fry", "Western Frisian", ""},
	{"ga", "gle", "Irish", "gaeilge"},
	{"gd", "gla", "Gaelic", ""},
	{"gl", "glg", "Galician", "galego"},
	{"gn", "grn", "Guarani", ""},
	{"gu", "guj", "Gujarati", "ગુજરાતી"},
	{"gv", "glv", "Manx", ""},
	{"ha", "hau", "Hausa", ""},
	{"he", "heb", "Hebrew", "עברית"},
	{"hi", "hin", "Hindi", "हिन्दी"},
	{"ho", "hmo", "Hiri Motu", ""},
	{"hr", "hrv", "Croatian", "hrvatski"},
	{"ht", "hat", "Haitian", ""},
	{"hu", "hun", "Hungarian", "magyar"},
	{"hy", "hye arm", "Armenian", "հայերեն"},
	{"hz", "her", "Herero", ""},
	{"ia", "ina", "Interlingua", ""},
	{"id", "ind", "Indonesian", "bahasa"},
	{"ie", "ile", "Interlingue", ""},
	{"ig", "ibo", "Igbo", ""},
	{"ii", "iii", "Sichuan Yi", ""},
	{"ik", "ipk", "Inupiaq", ""},
	{"io", "ido", "Ido", ""},
	{"is", "isl ice", "Icelandic", "íslenska"},
	{"it", "ita", "Italian", "italiano"},
	{"iu", "iku", "Inuktitut", ""},
	{"ja", "jpn", "Japanese", "日本語"},
	{"jv", "jav", "Javanese", ""},
	{"ka", "kat geo", "Georgian", "ქართული"},
	{"kg", "kon", "Kongo", ""},
	{"ki", "kik", "Kikuyu", ""},
	{"kj", "kua", "Kuanyama", ""},
	{"kk", "kaz", "Kazakh", "қазақша"},
	{"kl", "kal", "Kalaallisut", ""},
	{"km", "khm", "Khmer", ""},
	{"kn", "kan", "Kannada", "ಕನ್ನಡ"},
	{"ko", "kor", "Korean", "한국어"},
	{"kr", "kau", "Kanuri", ""},
	{"ks", "kas", "Kashmiri", ""},
	{"ku", "kur", "Kurdish", ""},
	{"kv", "kom", "Komi", ""},
	{"kw", "cor", "Cornish", ""},
	{"ky", "kir", "Kyrgyz", "кыргызча"},
	{"la", "lat", "Latin", "latina"},
	{"lb", "ltz", "Luxembourgish", ""},
	{"lg", "lug", "Ganda", ""},
	{"li", "lim", "Limburgan", ""},
	{"ln", "lin", "Lingala", ""},
	{"lo", "lao", "Lao", ""},
	{"lt", "lit", "Lithuanian", "lietuvių"},
	{"lu", "lub", "Luba-Katanga", ""},
	{"lv", "lav", "Latvian", "latviešu"},
	{"mg", "mlg", "Malagasy", ""},
	{"mh", "mah", "Marshallese", ""},
	{"mi", "mri mao", "Maori", ""},
	{"mk", "mkd mac", "Macedonian", "македонски"},
	{"ml", "mal", "Malayalam", "മലയാളം"},
	{"mn", "mon", "Mongolian", "монгол"},
	{"mr", "mar", "Marathi", "मराठी"},
	{"ms", "msa may", "Malay", ""},
	{"mt", "mlt", "Maltese", "malti"},
	{"my", "mya bur", "Burmese", ""},
	{"na", "nau", "Nauru", ""},
	{"nb", "nob", "Norwegian Bokmål", ""},
	{"nd", "nde", "North Ndebele", ""},
	{"ne", "nep", "Nepali", ""},
	{"ng", "ndo", "Ndonga", ""},
	{"nl", "nld dut", "Dutch", "nederlands flemish"},
	{"nn", "nno", "Norwegian Nynorsk", ""},
	{"no", "nor", "Norwegian", "norsk"},
	{"nr", "nbl", "South Ndebele", ""},
	{"nv", "nav", "Navajo", ""},
	{"ny", "nya", "Chichewa", ""},
	{"oc", "oci", "Occitan", ""},
	{"oj", "oji", "Ojibwa", ""},
	{"om", "orm", "Oromo", ""},
	{"or", "ori", "Oriya", "ଓଡିଆ"},
	{"os", "oss", "Ossetian", ""},
	{"pa", "pan", "Punjabi", "ਪੰਜਾਬੀ"},
	{"pi", "pli", "Pali", ""},
	{"pl", "pol", "Polish", "polski"},
	{"ps", "pus", "Pashto", ""},
	{"pt", "por", "Portuguese", "português"},
	{"qu", "que", "Quechua", ""},
	{"rm", "roh", "Romansh", ""},
	{"rn", "run", "Rundi", ""},
	{"ro", "ron rum", "Romanian", "română"},
	{"ru", "rus", "Russian", "русский russisch"},
	{"rw", "kin", "Kinyarwanda", ""},
	{"sa", "san", "Sanskrit", ""},
	{"sc", "srd", "Sardinian", "sardu"},
	{"sd", "snd", "Sindhi", ""},
	{"se", "sme", "Northern Sami", ""},
	{"sg", "sag", "Sango", ""},
	{"sh", "hbs", "Serbo-Croatian", "srpskohrvatski"},
	{"si", "sin", "Sinhala", ""},
	{"sk", "slk slo", "Slovak", "slovenčina slovensky"},
	{"sl", "slv", "Slovenian", "slovenščina"},
	{"sm", "smo", "Samoan", ""},
	{"sn", "sna", "Shona", ""},
	{"so", "som", "Somali", ""},
	{"sq", "sqi alb", "Albanian", "shqip"},
	{"sr", "srp", "Serbian", "српски"},
	{"ss", "ssw", "Swati", ""},
	{"st", "sot", "Southern Sotho", ""},
	{"su", "sun", "Sundanese", ""},
	{"sv", "swe", "Swedish", "svenska"},
	{"sw", "swa", "Swahili", ""},
	{"ta", "tam", "Tamil", "தமிழ்"},
	{"te", "tel", "Telugu", "తెలుగు"},
	{"tg", "tgk", "Tajik", ""},
	{"th", "tha", "Thai", "ไทย"},
	{"ti", "tir", "Tigrinya", "ትግርኛ"},
	{"tk", "tuk", "Turkmen", ""},
	{"tl", "tgl", "Tagalog", ""},
	{"tn", "tsn", "Tswana", ""},
	{"to", "ton", "Tonga", ""},
	{"tr", "tur", "Turkish", "türkçe"},
	{"ts", "tso", "Tsonga", ""},
	{"tt", "tat", "Tatar", "татарча"},
	{"tw", "twi", "Twi", ""},
	{"ty", "tah", "Tahitian", ""},
	{"ug", "uig", "Uyghur", ""},
	{"uk", "ukr", "Ukrainian", "українська"},
	{"ur", "urd", "Urdu", ""},
	{"uz", "uzb", "Uzbek", "oʻzbekcha"},
	{"ve", "ven", "Venda", ""},
	{"vi", "vie", "Vietnamese", "tiếng"},
	{"vo", "vol", "Volapük", ""},
	{"wa", "wln", "Walloon", "walon"},
	{"wo", "wol", "Wolof", ""},
	{"xh", "xho", "Xhosa", ""},
	{"yi", "yid", "Yiddish", "ייִדיש"},
	{"yo", "yor", "Yoruba", ""},
	{"za", "zha", "Zhuang", ""},
	{"zh", "zho chi", "Chinese", "中文 汉语 mandarin"},
	{"zu", "zul", "Zulu", ""},
};

/* What is no tag, and the one that is meant: countries, and tags of old. */
static const char meant[][2][3] = {{"ua", "uk"}, {"cz", "cs"}, {"jp", "ja"}, {"gr", "el"},
	{"dk", "da"}, {"cn", "zh"}, {"hk", "zh"}, {"vn", "vi"}, {"ir", "fa"}, {"iq", "ar"},
	{"eg", "ar"}, {"sy", "ar"}, {"jo", "ar"}, {"ge", "ka"}, {"by", "be"}, {"kz", "kk"},
	{"us", "en"}, {"gb", "en"}, {"au", "en"}, {"nz", "en"}, {"at", "de"}, {"rs", "sr"},
	{"me", "sr"}, {"al", "sq"}, {"xk", "sq"}, {"md", "ro"}, {"tj", "tg"}, {"tm", "tk"},
	{"kh", "km"}, {"mm", "my"}, {"ph", "tl"}, {"pk", "ur"}, {"bd", "bn"}, {"np", "ne"},
	{"lk", "si"}, {"mx", "es"}, {"cl", "es"}, {"pe", "es"}, {"iw", "he"}, {"il", "he"},
	{"ji", "yi"}, {"in", "id"}, {"jw", "jv"}, {"mo", "ro"}, {"ro", "ro"}, {"ke", "sw"},
	{"tz", "sw"}, {"ma", "ar"}, {"ly", "ar"}, {"qa", "ar"}, {"sp", "es"}};

/* Tags of a language, and what the country of that name speaks. `rare` ones are told wherever they
 * stand, others where the record has the other language as well. */
static const struct doubt {
	char tag[3], meant[3];
	bool rare;
} doubts[LANGUAGE_DOUBTS] = {{"se", "sv", true}, {"kr", "ko", true}, {"ie", "ga", true},
	{"tw", "zh", true}, {"ch", "de", true}, {"kg", "ky", true}, {"lu", "lb", true},
	{"za", "af", true}, {"sd", "ar", false}, {"ee", "et", false}, {"si", "sl", false},
	{"ba", "bs", false}, {"br", "pt", false}, {"be", "nl", false}};

static int number_of(const char *tag)
{
	return (text_small(tag[0]) - 'a') * 26 + (text_small(tag[1]) - 'a');
}

static const struct language *language_find(const char *tag)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_same_ascii(languages[i].tag, tag, 2))
			return &languages[i];
	return NULL;
}

static const struct language *longer_find(const char *tag)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_same_ascii(languages[i].longer, tag, 3) ||
			(languages[i].longer[3] &&
				text_same_ascii(languages[i].longer + 4, tag, 3)))
			return &languages[i];
	return NULL;
}

/* ---- tags ---- */

static void two_see(
	struct languages *seen, struct diag_list *diags, struct place place, const char *tag)
{
	const struct language *language = NULL;
	if (seen->seen[number_of(tag)])
		return;
	if (language_find(tag)) {
		seen->seen[number_of(tag)] = 1;
		for (size_t i = 0; i < LANGUAGE_DOUBTS; i++)
			if (text_same_ascii(doubts[i].tag, tag, 2) && !seen->doubt[i].line)
				seen->doubt[i] = place;
		return;
	}
	for (size_t i = 0; i < sizeof meant / sizeof *meant && !language; i++)
		if (text_same_ascii(meant[i][0], tag, 2))
			language = language_find(meant[i][1]);
	if (language && strstr(" iw in ji jw mo ", tag) && !tag[2])
		code_report(diags, CODE_DOUBTFUL_LANGUAGE, place,
			"\"%s\" is an old tag; write \"%s\" (%s)", tag, language->tag,
			language->name);
	else if (language)
		code_report(diags, CODE_DOUBTFUL_LANGUAGE, place,
			"no language has the tag \"%s\"; did you mean \"%s%s\" (%s)?", tag,
			language->tag, tag + 2, language->name);
	else
		code_report(diags, CODE_DOUBTFUL_LANGUAGE, place,
			"no language has the tag \"%s\"; tags are like en, fr or uk", tag);
}

void language_see(
	struct languages *seen, struct diag_list *diags, struct place place, const char *tag)
{
	size_t len = strcspn(tag, "-");
	const struct language *language = len == 3 ? longer_find(tag) : NULL;
	if (len == 2)
		two_see(seen, diags, place, tag);
	else if (language)
		code_report(diags, CODE_DOUBTFUL_LANGUAGE, place,
			"the tag of %s is \"%s\", the shortest that there is, and not \"%.3s\"",
			language->name, language->tag, tag);
}

void languages_finish(const struct languages *seen, struct diag_list *diags)
{
	for (size_t i = 0; i < LANGUAGE_DOUBTS; i++) {
		const struct doubt *doubt = &doubts[i];
		if (!seen->doubt[i].line || (!doubt->rare && !seen->seen[number_of(doubt->meant)]))
			continue;
		code_report(diags, CODE_LANGUAGE_OR_COUNTRY, seen->doubt[i],
			"\"%s\" is %s; if %s is meant, write \"%s\"", doubt->tag,
			language_find(doubt->tag)->name, language_find(doubt->meant)->name,
			doubt->meant);
	}
}

/* ---- names ---- */

/* Whether a text, folded, is the name. Greek and what comes behind it has no letter that is folded to
 * one of ASCII, so most texts need not be. */
static bool is_called(const char *text, size_t len, const char *name)
{
	unsigned char first = (unsigned char)*text, other = (unsigned char)*name;
	if (first < 0x80 ? text_small(*text) != *name : first >= 0xCE && other < 0x80)
		return false;
	struct buf folded = {0};
	text_fold(&folded, text, len);
	bool same = strcmp(buf_string(&folded), name) == 0;
	buf_free(&folded);
	return same;
}

/* The language of that name, or that has it among its own. */
static const struct language *called_find(const char *name)
{
	for (size_t i = 0; *name && i < sizeof languages / sizeof *languages; i++) {
		const struct language *language = &languages[i];
		if (is_called(language->name, strlen(language->name), name))
			return language;
		for (const char *own = language->own; *own; own += strspn(own, " ")) {
			size_t len = strcspn(own, " ");
			if (is_called(own, len, name))
				return language;
			own += len;
		}
	}
	return NULL;
}

/* By all of the text, or else by its first word. */
static const struct language *named_find(const char *text)
{
	struct buf folded = {0};
	text_fold(&folded, text, strlen(text));
	const struct language *found = called_find(buf_string(&folded));
	if (!found && folded.len) {
		folded.text[strcspn(folded.text, " ,;(")] = '\0';
		found = called_find(folded.text);
	}
	buf_free(&folded);
	return found;
}

/* "en_US", "en US", "en,": the tag, with what separates its parts as it should be. */
static bool parts_mend(struct buf *mended, const char *text)
{
	size_t from = mended->len;
	for (; *text; text++)
		if (!strchr("_ -.,;/\"'", *text))
			buf_char(mended, *text);
		else if (text[1] && !strchr("_ -.,;/\"'", text[1]) && mended->len > from)
			buf_char(mended, '-');
	const char *tag = buf_string(mended) + from;
	size_t len = strcspn(tag, "-");
	return !fault_language(tag) && len == 2 && language_find(tag);
}

bool language_meant(struct buf *into, const char *text)
{
	size_t from = into->len;
	const struct language *language = named_find(text);
	if (language)
		buf_text(into, language->tag);
	else if (!parts_mend(into, text)) {
		into->len = from;
		return false;
	}
	return true;
}
