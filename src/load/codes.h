/* Every code that loading gives to a problem of a record, in one table: truce(5) lists it, and each
 * has a test of its own. What is wrong with a file before it has a meaning (bytes, YAML) is coded
 * where the file is read, in base. */
#ifndef TRUCE_LOAD_CODES_H
#define TRUCE_LOAD_CODES_H

#include "base/diag.h"

enum code {
	/* errors: of a file */
	CODE_OTHER_FILE,
	/* of a field */
	CODE_UNKNOWN_FIELD,
	CODE_MISSING_FIELD,
	CODE_WRONG_SHAPE,
	CODE_EMPTY_VALUE,
	CODE_QUOTATION_CUT,
	CODE_FORBIDDEN_CHARACTER,
	CODE_BAD_ID,
	CODE_RESERVED_ID,
	CODE_DUPLICATE_ID,
	CODE_BAD_DATE,
	CODE_DATES_DIFFER,
	CODE_BAD_NUMBER,
	CODE_BAD_COLOR,
	CODE_BAD_KIND,
	CODE_BAD_STATUS,
	CODE_BAD_TRUTH,
	CODE_BAD_TYPE,
	CODE_BAD_SCENE,
	CODE_BAD_LANGUAGE,
	CODE_BAD_DIGEST,
	CODE_MALFORMED_QUERY,
	CODE_NO_DAY,
	/* errors: between things */
	CODE_UNKNOWN_ERA,
	CODE_UNKNOWN_PARTY,
	CODE_UNKNOWN_THEME,
	CODE_UNKNOWN_SOURCE,
	CODE_UNKNOWN_PERSON,
	CODE_UNKNOWN_EVENT,
	CODE_UNKNOWN_QUOTATION,
	CODE_WRONG_KIND,
	CODE_ANSWERS_ITSELF,
	CODE_ANSWERS_CIRCLE,
	CODE_SAME_AS_ITSELF,
	CODE_SAME_AS_CIRCLE,
	CODE_AFTER_CIRCLE,
	CODE_AFTER_DATES,
	CODE_DIED_BEFORE_BORN,
	CODE_PARALLEL_OF_ONE,
	CODE_SHOWS_TWO,
	CODE_COMPARE_OF_ONE,
	CODE_COMPARE_OF_KINDS,
	/* warnings */
	CODE_CONTROL_CHARACTER,
	CODE_TITLE_CUT,
	CODE_TEXT_CUT,
	CODE_REMARK_IN_TEXT,
	CODE_STRAY_SIGN,
	CODE_STAND_IN,
	CODE_HTML,
	CODE_LEFTOVER,
	CODE_LOST_LETTER,
	CODE_MISREAD_LETTERS,
	CODE_HARDLY_MEANT,
	CODE_TWO_TITLES,
	CODE_SAID_BEFORE_BIRTH,
	CODE_SAID_AFTER_DEATH,
	CODE_PRINTED_BEFORE_SAID,
	CODE_PUBLIC_BEFORE_SAID,
	CODE_ANSWERS_LATER,
	CODE_SAME_AS_DIFFERS,
	CODE_VIEW_OF_NOTHING,
	CODE_VIEW_HIDES,
	CODE_SCENE_OR_ID,
	CODE_NO_POSITIONS,
	CODE_EMPTY_SCENE,
	CODE_DOUBTFUL_QUERY,
	CODE_SHARED_ALIAS,
	CODE_SHARED_SHORT,
	CODE_IDS_ALIKE,
	CODE_ODD_LETTER,
	CODE_OWN_QUOTATION_MARKS,
	CODE_KEPT_MARKS,
	CODE_FIELD_IN_TEXT,
	CODE_SAME_VARIANT,
	CODE_SAME_ORIGINAL,
	CODE_ORIGINAL_WITHOUT_LANGUAGE,
	CODE_LANGUAGE_WITHOUT_TEXT,
	CODE_DOUBTFUL_LANGUAGE,
	CODE_STATUS_WITHOUT_NOTE,
	CODE_LATE_OLD_STYLE,
	CODE_ODD_YEAR,
	CODE_OUTSIDE_ERA,
	CODE_POSITION_TWICE,
	CODE_LATER_OUTCOME,
	CODE_EARLIER_OUTCOME,
	/* notes */
	CODE_READ_AS,
	CODE_LEFT_OUT,
	CODE_TO_FINISH,
	CODE_INVISIBLE_CHARACTER,
	CODE_CUT_FORM,
	CODE_QUOTATION_REMARK,
	CODE_ONE_NAME,
	CODE_LAST_COMMA,
	CODE_MARKDOWN,
	CODE_DRAFT,
	CODE_LANGUAGE_OR_COUNTRY,
	CODE_SEASON,
	CODE_NO_SPEAKER,
	CODE_UNUSED_PARTY,
	CODE_UNUSED_THEME,
	CODE_UNUSED_SOURCE,
	CODE_UNUSED_PERSON,
	CODE_COUNT
};

struct code_row {
	const char *word; /* as printed in brackets */
	enum diag_level level;
	const char *meaning; /* one line for the manual */
	bool late;           /* an error that may come of another one */
};

extern const struct code_row code_table[CODE_COUNT];

/* See diag_wanted. */
bool code_wanted(const struct diag_list *, enum code, struct place);

/* Adds a problem under its code and level; the format is the program's own. */
void code_report(struct diag_list *, enum code, struct place, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void code_report_list(struct diag_list *, enum code, struct place, const char *format, va_list)
	__attribute__((format(printf, 4, 0)));

#endif
