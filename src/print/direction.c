#include "print/direction.h"

#include "base/text.h"

#include <string.h>

bool language_runs_left(const char *tag)
{
	/* Those that are written so in most places. */
	static const char *const languages[] = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo",
		"ps", "sd", "syr", "ug", "ur", "yi"};
	static const char *const scripts[] = {
		"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"};
	enum { SCRIPT = 4 };
	size_t len = strcspn(tag, "-");
	const char *next = tag + len + (tag[len] != '\0');
	if (strcspn(next, "-") == SCRIPT) {
		for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
			if (text_same_ascii(next, scripts[i], SCRIPT))
				return true;
		return false;
	}
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (strlen(languages[i]) == len && text_same_ascii(tag, languages[i], len))
			return true;
	return false;
}
