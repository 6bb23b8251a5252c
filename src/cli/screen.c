#include "cli/screen.h"

#include "cli/command.h"
#include "cli/texts.h"
#include "query/lots.h"
#include "query/names.h"
#include "term/stream.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SEED_MOST_DRAWN = 9999 };

const char *const screen_whens[] = {"auto", "always", "never", NULL};

static bool read_seed(const char *name, const struct options *options, uint64_t *seed)
{
	const char *text = options->values[OPTION_SEED];
	if (!text)
		return true;
	errno = 0;
	unsigned long long number = strtoull(text, NULL, 10);
	if (!*text || text[strspn(text, "0123456789")] || errno || number > UINT64_MAX) {
		complaint_print(name, "--seed is a number from 0 to %" PRIu64 ", not \"%s\"",
			UINT64_MAX, text);
		return false;
	}
	*seed = number;
	return true;
}

static bool read_color(const char *name, const char *color, struct screen *screen)
{
	if (!color)
		return true;
	for (int when = 0; screen_whens[when]; when++)
		if (strcmp(color, screen_whens[when]) == 0) {
			screen->color = when;
			return true;
		}
	complaint_print(name, "--color is auto, always or never, not \"%s\"", color);
	return false;
}

bool screen_options(const char *name, const struct options *options, struct screen *screen)
{
	const char *theme = options->values[OPTION_THEME], *folder = options->values[OPTION_TEXTS];
	*screen = (struct screen){
		.theme = theme_find(theme ? theme : "auto"),
		.ascii = options->given[OPTION_ASCII] || term_stream_form(stdout),
		.texts = texts_source(folder),
	};
	if (!screen->theme) {
		complaint_print(name, "there is no theme \"%s\"; --list-themes names them", theme);
		return false;
	}
	return read_color(name, options->values[OPTION_COLOR], screen) &&
		read_seed(name, options, &screen->seed) && (!folder || texts_folder(name, folder));
}

uint64_t screen_seed_drawn(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	struct lots lots = {(uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec};
	return 1 + lots_below(&lots, SEED_MOST_DRAWN);
}

struct app_options screen_app(const struct screen *screen, const struct options *options,
	const struct select_options *request)
{
	return (struct app_options){
		.ascii = screen->ascii,
		.asked = *request,
		.at = options->values[OPTION_AT],
		.present = options->given[OPTION_PRESENT],
		.quiz = options->given[OPTION_QUIZ],
		.texts = options->given[OPTION_TEXTS] ? &screen->texts : NULL,
		.seed = screen->seed,
		.mouse = !options->given[OPTION_NO_MOUSE],
		.theme = strcmp(screen->theme->name, "auto") == 0 ? NULL : screen->theme,
		.kiosk = options->given[OPTION_KIOSK],
	};
}

bool screen_is_turned(void)
{
	const char *program = getenv("TERM_PROGRAM"), *term = getenv("TERM");
	return getenv("KONSOLE_VERSION") || getenv("MLTERM") ||
		(term && strncmp(term, "mlterm", 6) == 0) ||
		(program && strcmp(program, "Apple_Terminal") == 0);
}

bool screen_in_color(const struct screen *screen, bool terminal)
{
	if (screen->color != COLOR_WHEN_AUTO)
		return screen->color == COLOR_WHEN_ALWAYS;
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	return terminal && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

const struct theme_look *screen_ground(void)
{
	const char *colors = getenv("COLORFGBG"), *back = colors ? strrchr(colors, ';') : NULL;
	if (!back || !back[1] || strspn(back + 1, "0123456789") != strlen(back + 1))
		return NULL;
	long color = strtol(back + 1, NULL, 10); /* of the sixteen: grey and white are light */
	return color > 15 ? NULL : theme_find(color == 7 || color > 8 ? "light" : "dark");
}

int screen_colors(void)
{
	const char *term = getenv("TERM"), *more = getenv("COLORTERM");
	return (term && strstr(term, "256color")) || (more && *more) ? 256 : 8;
}

bool screen_find(const char *name, const struct record *record, struct selection_request *request,
	const char *id, struct ref *ref)
{
	*ref = record_find(record, id);
	if (ref->thing == THING_EVENT || ref->thing == THING_QUOTE)
		return true;
	struct buf near = {0};
	names_suggest_id(selection_known(record, request), true, id, &near);
	complaint_print(name, "there is no event or quotation \"%s\"%s", id, buf_string(&near));
	buf_free(&near);
	return false;
}

bool screen_at(const char *name, const struct options *options, const struct record *record,
	struct selection_request *request)
{
	struct ref ref;
	const char *id = options->values[OPTION_AT];
	return !id || screen_find(name, record, request, id, &ref);
}
