/* Letters that are seen as others: what type makes of letters (the glyphs of a page), and letters
 * that look like those of another script.
 *
 * The second is a choice out of Unicode's confusables (UTS #39): those that are met in texts which
 * people copy, since a keyboard was left on another layout or a scanner took one for the other. */
#include "base/text.h"
#include "base/text_unicode.h"

/* ---- glyphs ---- */

/* Long s, the digraphs of Dutch and Croatian; radicals that stand for whole Chinese characters;
 * ligatures of Latin, Armenian and Hebrew, and the forms of Arabic letters within a word. */
static bool may_be_glyph(int32_t c)
{
	if (c < 0x2f00)
		return c == 0x17f || c == 0x132 || c == 0x133 || (c >= 0x1c4 && c <= 0x1cc) ||
			(c >= 0x1f1 && c <= 0x1f3);
	return c <= 0x2fd5 || (c >= 0xfb00 && c <= 0xfb4f && c != 0xfb29) ||
		(c >= 0xfb50 && c <= 0xfdfb) || (c >= 0xfe70 && c <= 0xfefc);
}

bool text_letters(struct buf *buf, int32_t c)
{
	int32_t parts[TEXT_PARTS_MOST];
	char bytes[4];
	if (!may_be_glyph(c))
		return false;
	int count = text_parts(c, false, parts), first = 0;
	if (count == 1 && parts[0] == c)
		return false;
	/* A mark alone is decomposed as one above a space. */
	if (count > 1 && parts[0] == ' ')
		first = 1;
	for (int i = first; i < count; i++)
		buf_add(buf, bytes, text_encode(parts[i], bytes));
	return true;
}

/* ---- look-alikes ---- */

/* What each looks like: a letter or sign of ASCII where there is one. The name is that of the letter
 * in its script, or behind a * the whole of it. */
struct look {
	int32_t code, plain;
	const char *name;
};

static const struct look looks[] = {
	{0x0060, '\'', "*grave accent"},
	{0x00B4, '\'', "*acute accent"},
	{0x00B5, 0x03BC, "*micro sign"},
	{0x00B7, 0x00B7, "*middle dot"},
	{0x00D7, 'x', "*multiplication sign"},
	{0x0131, 'i', "dotless i"},
	{0x015E, 0x0218, "s with cedilla"},
	{0x015F, 0x0219, "s with cedilla"},
	{0x0162, 0x021A, "t with cedilla"},
	{0x0163, 0x021B, "t with cedilla"},
	{0x0192, 'f', "f with hook"},
	{0x01C0, '|', "*Latin letter dental click"},
	{0x01C3, '!', "*Latin letter retroflex click"},
	{0x01DD, 0x0259, "turned e"},
	{0x0218, 0x0218, "s with comma below"},
	{0x0219, 0x0219, "s with comma below"},
	{0x021A, 0x021A, "t with comma below"},
	{0x021B, 0x021B, "t with comma below"},
	{0x0237, 'j', "dotless j"},
	{0x0251, 'a', "alpha"},
	{0x0261, 'g', "script g"},
	{0x0269, 'i', "iota"},
	{0x02B9, '\'', "*modifier letter prime"},
	{0x02BB, '\'', "*modifier letter turned comma"},
	{0x02C8, '\'', "*modifier letter vertical line"},
	{0x037F, 'J', "yot"},
	{0x0386, 0x00C1, "alpha with tonos"},
	{0x0388, 0x00C9, "epsilon with tonos"},
	{0x038C, 0x00D3, "omicron with tonos"},
	{0x0391, 'A', "alpha"},
	{0x0392, 'B', "beta"},
	{0x0395, 'E', "epsilon"},
	{0x0396, 'Z', "zeta"},
	{0x0397, 'H', "eta"},
	{0x0399, 'I', "iota"},
	{0x039A, 'K', "kappa"},
	{0x039C, 'M', "mu"},
	{0x039D, 'N', "nu"},
	{0x039F, 'O', "omicron"},
	{0x03A1, 'P', "rho"},
	{0x03A4, 'T', "tau"},
	{0x03A5, 'Y', "upsilon"},
	{0x03A7, 'X', "chi"},
	{0x03AC, 0x00E1, "alpha with tonos"},
	{0x03AF, 0x00ED, "iota with tonos"},
	{0x03B1, 'a', "alpha"},
	{0x03B3, 'y', "gamma"},
	{0x03B9, 'i', "iota"},
	{0x03BA, 'k', "kappa"},
	{0x03BC, 0x03BC, "mu"},
	{0x03BD, 'v', "nu"},
	{0x03BF, 'o', "omicron"},
	{0x03C1, 'p', "rho"},
	{0x03C4, 't', "tau"},
	{0x03C5, 'u', "upsilon"},
	{0x03C7, 'x', "chi"},
	{0x03C9, 'w', "omega"},
	{0x03CA, 0x00EF, "iota with dialytika"},
	{0x03CC, 0x00F3, "omicron with tonos"},
	{0x03CD, 0x00FA, "upsilon with tonos"},
	{0x03F2, 'c', "lunate sigma"},
	{0x03F3, 'j', "yot"},
	{0x03F9, 'C', "lunate sigma"},
	{0x0401, 0x00CB, "io"},
	{0x0405, 'S', "dze"},
	{0x0406, 'I', "i"},
	{0x0407, 0x00CF, "yi"},
	{0x0408, 'J', "je"},
	{0x0410, 'A', "a"},
	{0x0412, 'B', "ve"},
	{0x0415, 'E', "ie"},
	{0x0417, '3', "ze"},
	{0x041A, 'K', "ka"},
	{0x041C, 'M', "em"},
	{0x041D, 'H', "en"},
	{0x041E, 'O', "o"},
	{0x0420, 'P', "er"},
	{0x0421, 'C', "es"},
	{0x0422, 'T', "te"},
	{0x0423, 'Y', "u"},
	{0x0425, 'X', "ha"},
	{0x0430, 'a', "a"},
	{0x0435, 'e', "ie"},
	{0x043A, 'k', "ka"},
	{0x043C, 'm', "em"},
	{0x043E, 'o', "o"},
	{0x0440, 'p', "er"},
	{0x0441, 'c', "es"},
	{0x0442, 't', "te"},
	{0x0443, 'y', "u"},
	{0x0445, 'x', "ha"},
	{0x0450, 0x00E8, "ie with grave"},
	{0x0451, 0x00EB, "io"},
	{0x0455, 's', "dze"},
	{0x0456, 'i', "i"},
	{0x0457, 0x00EF, "yi"},
	{0x0458, 'j', "je"},
	{0x0474, 'V', "izhitsa"},
	{0x0475, 'v', "izhitsa"},
	{0x04AE, 'Y', "straight u"},
	{0x04AF, 'y', "straight u"},
	{0x04BA, 'h', "shha"},
	{0x04BB, 'h', "shha"},
	{0x04C0, 'I', "palochka"},
	{0x04CF, 'l', "palochka"},
	{0x04D0, 0x0102, "a with breve"},
	{0x04D1, 0x0103, "a with breve"},
	{0x04D8, 0x018F, "schwa"},
	{0x04D9, 0x0259, "schwa"},
	{0x0500, 'd', "komi de"},
	{0x0501, 'd', "komi de"},
	{0x050C, 'G', "komi sje"},
	{0x051A, 'Q', "qa"},
	{0x051B, 'q', "qa"},
	{0x051C, 'W', "we"},
	{0x051D, 'w', "we"},
	{0x053C, 'L', "liwn"},
	{0x054D, 'U', "seh"},
	{0x054F, 'S', "tiwn"},
	{0x0555, 'O', "oh"},
	{0x055A, '\'', "*Armenian apostrophe"},
	{0x0566, 'q', "za"},
	{0x056C, 'l', "liwn"},
	{0x0570, 'h', "ho"},
	{0x0575, 'j', "yi"},
	{0x0578, 'n', "vo"},
	{0x057D, 'u', "seh"},
	{0x0581, 'g', "co"},
	{0x0585, 'o', "oh"},
	{0x05F3, '\'', "*Hebrew geresh"},
	{0x05F4, '"', "*Hebrew gershayim"},
	{0x0643, 0x0643, "kaf"},
	{0x0647, 0x0647, "heh"},
	{0x0649, 0x064A, "alef maksura"},
	{0x064A, 0x064A, "yeh"},
	{0x06A9, 0x0643, "keheh"},
	{0x06BE, 0x0647, "heh doachashmee"},
	{0x06C1, 0x0647, "heh goal"},
	{0x06CC, 0x064A, "Farsi yeh"},
	{0x06D5, 0x0647, "ae"},
	{0x13A0, 'D', "a"},
	{0x13A1, 'R', "e"},
	{0x13A2, 'T', "i"},
	{0x13AA, 'A', "go"},
	{0x13AB, 'J', "gu"},
	{0x13AC, 'E', "gv"},
	{0x13B3, 'W', "la"},
	{0x13B7, 'M', "lu"},
	{0x13BB, 'H', "mi"},
	{0x13C0, 'G', "nah"},
	{0x13C3, 'Z', "no"},
	{0x13D2, 'R', "sv"},
	{0x13D5, 'S', "de"},
	{0x13D9, 'V', "do"},
	{0x13DA, 'S', "du"},
	{0x13DE, 'L', "tle"},
	{0x13DF, 'C', "tli"},
	{0x13E2, 'P', "tlv"},
	{0x13E6, 'K', "tso"},
	{0x13F4, 'B', "yv"},
	{0x2022, 0x00B7, "*bullet"},
	{0x2027, 0x00B7, "*hyphenation point"},
	{0x2032, '\'', "*prime"},
	{0x2033, '"', "*double prime"},
	{0x2035, '\'', "*reversed prime"},
	{0x2044, '/', "*fraction slash"},
	{0x2215, '/', "*division slash"},
	{0x2219, 0x00B7, "*bullet operator"},
	{0x2236, ':', "*ratio"},
	{0x22C5, 0x00B7, "*dot operator"},
	{0xA789, ':', "*modifier letter colon"},
};

static const struct look *look_of(int32_t c)
{
	size_t low = 0, high = sizeof looks / sizeof *looks;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (looks[middle].code == c)
			return &looks[middle];
		if (looks[middle].code < c)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const char *text_look_name(int32_t c)
{
	const struct look *look = look_of(c);
	return look ? look->name : NULL;
}

int32_t text_form_of(int32_t c)
{
	int32_t parts[TEXT_PARTS_MOST];
	if (text_is_full_width(c))
		return c - 0xff00 + 0x20;
	if (c >= 0x6f0 && c <= 0x6f9) /* Persian figures, as Arabic ones */
		return c - 0x6f0 + 0x660;
	return text_is_mathematical(c) && text_parts(c, false, parts) == 1 ? parts[0] : c;
}

int32_t text_alike(int32_t c)
{
	if (c >= 0x80 || c == '`') {
		c = text_form_of(c);
		const struct look *look = look_of(c);
		c = look ? look->plain : c;
	}
	switch (c) {
	case '0':
		return 'O';
	case '1':
	case 'I':
	case '|':
		return 'l';
	default:
		return c;
	}
}
