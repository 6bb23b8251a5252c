/* Layouts, each written as the row of its letters beside the row of Latin keys in their places.
 * Those whose letters would be in other places (Serbian, Bulgarian) cannot be told from these. */
#include "ui/core/keyboard.h"

#include "base/text.h"

#include <string.h>

static const char latin[] =
	"qwertyuiop[]asdfghjkl;'zxcvbnm,.`\\QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~|#";

static const char *const layouts[] = {
	"йцукенгшщзхъфывапролджэячсмитьбюё\\ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ|№",
	"йцукенгшщзхїфівапролджєячсмитьбюʼґЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ₴Ґ№",
	"йцукенгшўзх'фывапролджэячсмітьбюё\\ЙЦУКЕНГШЎЗХ'ФЫВАПРОЛДЖЭЯЧСМІТЬБЮЁ|№",
	";ςερτυθιοπ[]ασδφγηξκλ´'ζχψωβνμ,.`\\:ΣΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ¨\"ΖΧΨΩΒΝΜ<>~|#",
};

int32_t keyboard_latin(int32_t key)
{
	if (key < 0x80)
		return key;
	for (size_t n = 0; n < sizeof layouts / sizeof *layouts; n++) {
		const char *at = layouts[n], *end = at + strlen(at);
		for (const char *to = latin; at < end; to++) {
			size_t bytes;
			if (text_decode(at, (size_t)(end - at), &bytes) == key)
				return *to;
			at += bytes;
		}
	}
	return key;
}

int32_t keyboard_sign(int32_t key)
{
	switch (key) {
	case '.':
		return '/';
	case ',':
		return '?';
	case '"':
		return '@';
	default:
		return key;
	}
}
