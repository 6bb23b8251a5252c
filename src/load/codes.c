/* The table, and the one way from a code to the list of problems. */
#include "load/codes.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdlib.h>

const struct code_row code_table[CODE_COUNT] = {
	[CODE_UNKNOWN_FIELD] = {"unknown-field", DIAG_ERROR, "no such field belongs here"},
	[CODE_MISSING_FIELD] = {"missing-field", DIAG_ERROR, "a field that must be there is not"},
	[CODE_WRONG_SHAPE] = {"wrong-shape", DIAG_ERROR,
		"a list, a mapping or a plain value where another of them belongs"},
	[CODE_EMPTY_VALUE] = {"empty-value", DIAG_ERROR, "a field with nothing in it"},
	[CODE_FORBIDDEN_CHARACTER] = {"forbidden-character", DIAG_ERROR,
		"a control or direction character in an id, a key or a date"},
	[CODE_BAD_ID] = {"bad-id", DIAG_ERROR,
		"not 1 to 64 letters, digits, - or _ that start with a letter"},
	[CODE_RESERVED_ID] = {"reserved-id", DIAG_ERROR,
		"the id \"editor\" means whoever wrote the file"},
	[CODE_DUPLICATE_ID] = {"duplicate-id", DIAG_ERROR, "an id that another thing has already"},
	[CODE_BAD_DATE] = {"bad-date", DIAG_ERROR, "not a date of EDTF"},
	[CODE_DATES_DIFFER] = {"dates-differ", DIAG_ERROR,
		"Old Style and New Style date are not the same day"},
	[CODE_BAD_NUMBER] = {"bad-number", DIAG_ERROR, "not a whole number"},
	[CODE_BAD_COLOR] = {"bad-color", DIAG_ERROR, "not one of the eight colours"},
	[CODE_BAD_KIND] = {"bad-kind", DIAG_ERROR, "not a kind of quotation"},
	[CODE_BAD_STATUS] = {"bad-status", DIAG_ERROR, "not a status of a quotation"},
	[CODE_BAD_TYPE] = {"bad-type", DIAG_ERROR, "not a CSL type of source"},
	[CODE_BAD_LANGUAGE] = {"bad-language", DIAG_ERROR, "not a language tag (BCP 47)"},
	[CODE_MALFORMED_QUERY] = {"malformed-query", DIAG_ERROR, "a view's query that is none"},
	[CODE_UNKNOWN_ERA] = {"unknown-era", DIAG_ERROR, "no era has this id"},
	[CODE_UNKNOWN_PARTY] = {"unknown-party", DIAG_ERROR, "no party has this id"},
	[CODE_UNKNOWN_THEME] = {"unknown-theme", DIAG_ERROR, "no theme has this id"},
	[CODE_UNKNOWN_SOURCE] = {"unknown-source", DIAG_ERROR, "no source has this id"},
	[CODE_UNKNOWN_PERSON] = {"unknown-person", DIAG_ERROR,
		"no person has this id, nor a party or source where one may stand"},
	[CODE_UNKNOWN_EVENT] = {"unknown-event", DIAG_ERROR,
		"no event has this id, nor what else may stand there"},
	[CODE_UNKNOWN_QUOTATION] = {"unknown-quotation", DIAG_ERROR, "no quotation has this id"},
	[CODE_WRONG_KIND] = {"wrong-kind", DIAG_ERROR,
		"the id belongs to something of another kind"},
	[CODE_ANSWERS_ITSELF] = {"answers-itself", DIAG_ERROR, "a quotation that answers itself"},
	[CODE_ANSWERS_CIRCLE] = {"answers-circle", DIAG_ERROR,
		"quotations that answer each other in a circle"},
	[CODE_AFTER_CIRCLE] = {"after-circle", DIAG_ERROR,
		"events that come after each other in a circle"},
	[CODE_AFTER_DATES] = {"after-dates", DIAG_ERROR,
		"an event after another that its date puts before"},
	[CODE_DIED_BEFORE_BORN] = {"died-before-born", DIAG_ERROR,
		"a person who died before being born"},
	[CODE_PARALLEL_OF_ONE] = {"parallel-of-one", DIAG_ERROR,
		"a parallel of fewer than two different things"},
	[CODE_CONTROL_CHARACTER] = {"control-character", DIAG_WARNING,
		"a control or direction character in a text"},
	[CODE_TITLE_CUT] = {"title-cut", DIAG_WARNING,
		"a title that ends where YAML takes # for a comment"},
	[CODE_TWO_TITLES] = {"two-titles", DIAG_WARNING, "two files with titles: the first holds"},
	[CODE_SAID_BEFORE_BIRTH] = {"said-before-birth", DIAG_WARNING,
		"said before the speaker was born"},
	[CODE_SAID_AFTER_DEATH] = {"said-after-death", DIAG_WARNING,
		"said after the speaker had died"},
	[CODE_PRINTED_BEFORE_SAID] = {"printed-before-said", DIAG_WARNING,
		"the source came out before the words were said"},
	[CODE_PUBLIC_BEFORE_SAID] = {"public-before-said", DIAG_WARNING,
		"the words were public before they were said"},
	[CODE_SHARED_ALIAS] = {"shared-alias", DIAG_WARNING, "two people go by one name"},
	[CODE_OWN_QUOTATION_MARKS] = {"own-quotation-marks", DIAG_WARNING,
		"a quotation that brings its own quotation marks"},
	[CODE_SAME_VARIANT] = {"same-variant", DIAG_WARNING,
		"a variant with the same words as the text"},
	[CODE_ORIGINAL_WITHOUT_LANGUAGE] = {"original-without-language", DIAG_WARNING,
		"original words in a language that is not named"},
	[CODE_STATUS_WITHOUT_NOTE] = {"status-without-note", DIAG_WARNING,
		"disputed or misattributed, and no note says why"},
	[CODE_LATE_OLD_STYLE] = {"late-old-style", DIAG_WARNING,
		"an Old Style date after the last state had left the calendar"},
	[CODE_OUTSIDE_ERA] = {"outside-era", DIAG_WARNING,
		"an event outside the era that it names"},
	[CODE_POSITION_TWICE] = {"position-twice", DIAG_WARNING,
		"one party with two positions on one issue at one event"},
	[CODE_SEASON] = {"season", DIAG_NOTE,
		"a date that means a season, and looks like a span of years"},
	[CODE_NO_SPEAKER] = {"no-speaker", DIAG_NOTE, "a quotation that names no speaker"},
	[CODE_UNUSED_PARTY] = {"unused-party", DIAG_NOTE, "a party that nothing refers to"},
	[CODE_UNUSED_THEME] = {"unused-theme", DIAG_NOTE, "a theme that nothing refers to"},
	[CODE_UNUSED_SOURCE] = {"unused-source", DIAG_NOTE, "a source that nothing refers to"},
	[CODE_UNUSED_PERSON] = {"unused-person", DIAG_NOTE, "a person whom nothing refers to"},
};

void code_report(
	struct diag_list *diags, enum code code, struct place place, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *message = mem_alloc(len < 0 ? 1 : (size_t)len + 1);
	message[0] = '\0';
	if (len > 0)
		vsnprintf(message, (size_t)len + 1, format, again);
	va_end(again);
	diag_add(diags, code_table[code].level, place, code_table[code].word, "%s", message);
	free(message);
}
