/* Numbers in Roman figures, and what makes a number an ordinal. The text is folded. */
#include "model/date_parts.h"

int date_take_roman(struct date_text *text)
{
	static const struct {
		const char *letter;
		int value;
	} letters[] = {{"x", 10}, {"х", 10}, {"v", 5}, {"i", 1}, {"і", 1}};
	int sum = 0, last = 0;
	for (bool any = true; any;) {
		any = false;
		for (size_t i = 0; i < sizeof letters / sizeof *letters && !any; i++) {
			if (!date_take(text, letters[i].letter))
				continue;
			int value = letters[i].value;
			sum += value > last && last ? value - 2 * last : value;
			last = value;
			any = true;
		}
	}
	return sum;
}

/* "st", "-го", ".": what makes a number an ordinal. */
void date_take_ending(struct date_text *text)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "eme", "ere", "er", "e", "го",
		"ого", "ое", "ые", "ти", "и", "е", "я", "й", "nci", "inci", "uncu", "ncu", "o",
		"a"};
	const char *from = text->at;
	date_take(text, "-");
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (date_take_word(text, endings[i])) {
			date_take(text, ".");
			return;
		}
	text->at = from;
	if (date_take(text, ".") && text->at < text->end && *text->at >= '0' && *text->at <= '9')
		text->at = from;
}
