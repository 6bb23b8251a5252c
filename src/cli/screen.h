/* What explore, print and snapshot share: how a screen looks, lots, texts of sources, and the place
 * to start at. */
#ifndef TRUCE_CLI_SCREEN_H
#define TRUCE_CLI_SCREEN_H

#include "cli/options.h"
#include "cli/selection.h"
#include "layout/style.h"
#include "model/record.h"
#include "ui/core/app.h"
#include "ui/core/texts.h"

#include <stdbool.h>
#include <stdint.h>

struct screen {
	const struct theme_look *theme;
	bool ascii;
	enum { COLOR_WHEN_AUTO, COLOR_WHEN_ALWAYS, COLOR_WHEN_NEVER } color;
	uint64_t seed; /* 0 where none is given */
	struct source_texts texts;
};

/* What --color may be; NULL behind the last. */
extern const char *const screen_whens[];

/* Reads --theme, --color, --ascii, --seed and --texts. On failure says what is wrong and returns
 * false. */
bool screen_options(const char *name, const struct options *, struct screen *);

/* A seed from the clock, short enough to be typed in again. */
uint64_t screen_seed_drawn(void);

/* What the explorer is opened with; borrows all it is given. */
struct app_options screen_app(
	const struct screen *, const struct options *, const struct select_options *asked);

/* Whether to use colours on standard output, which is a terminal or not: --color first, then
 * NO_COLOR, then the terminal. */
bool screen_in_color(const struct screen *, bool terminal);

/* The theme for what the terminal stands on, where the environment says it (COLORFGBG, as rxvt and
 * Konsole have it: "15;0"); else NULL. */
const struct theme_look *screen_ground(void);

/* Whether the terminal, as the environment has it, turns round what is written from right to left
 * and cannot be asked to leave that be: Konsole, mlterm and macOS' Terminal. */
bool screen_is_turned(void);

/* How many colours the environment promises: 8 or 256. */
int screen_colors(void);

/* Finds an event or a quotation; else says that there is none, and what is near by the day that is
 * asked for, and returns false. */
bool screen_find(const char *name, const struct record *, struct selection_request *,
	const char *id, struct ref *);

/* True where --at names an event or a quotation of the record, or is not given; else says that
 * there is none, and what is near. */
bool screen_at(const char *name, const struct options *, const struct record *,
	struct selection_request *);

#endif
