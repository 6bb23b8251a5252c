#include "cli/screen.h"

#include "base/suggest.h"
#include "cli/command.h"
#include "cli/complaint.h"
#include "term/term.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const screen_whens[] = {"auto", "always", "never", NULL};

bool screen_options(const char *name, const struct options *options, struct screen *screen)
{
	const char *theme = options->values[OPTION_THEME], *color = options->values[OPTION_COLOR];
	*screen = (struct screen){
		.theme = theme_find(theme ? theme : "auto"),
		.ascii = options->given[OPTION_ASCII] || !term_is_utf8(),
	};
	if (!screen->theme) {
		complaint_print(name, "there is no theme \"%s\"; --list-themes names them", theme);
		return false;
	}
	for (int when = 0; color && screen_whens[when]; when++)
		if (strcmp(color, screen_whens[when]) == 0) {
			screen->color = when;
			return true;
		}
	if (color)
		complaint_print(name, "--color is auto, always or never, not \"%s\"", color);
	return !color;
}

bool screen_in_color(const struct screen *screen, bool terminal)
{
	if (screen->color != COLOR_WHEN_AUTO)
		return screen->color == COLOR_WHEN_ALWAYS;
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	return terminal && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

int screen_colors(void)
{
	const char *term = getenv("TERM"), *more = getenv("COLORTERM");
	return (term && strstr(term, "256color")) || (more && *more) ? 256 : 8;
}

int screen_list_themes(void)
{
	const struct theme_look *theme;
	for (int n = 0; (theme = theme_at(n)); n++)
		printf("%-8s %s\n", theme->name, theme->help);
	return screen_flush("truce") ? DONE : NOT_DONE;
}

bool screen_find(const char *name, const struct record *record, const char *id, struct ref *ref)
{
	*ref = record_find(record, id);
	if (ref->thing == THING_EVENT || ref->thing == THING_QUOTE)
		return true;
	struct suggest suggest;
	suggest_start(&suggest, id);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		suggest_feed(&suggest, record->events[i].id);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		suggest_feed(&suggest, record->quotes[i].id);
	const char *best = suggest_best(&suggest);
	complaint_print(name, "there is no event or quotation \"%s\"%s%s%s", id,
		best ? "; did you mean \"" : "", best ? best : "", best ? "\"?" : "");
	return false;
}

bool screen_at(const char *name, const struct options *options, const struct record *record)
{
	struct ref ref;
	const char *id = options->values[OPTION_AT];
	return !id || screen_find(name, record, id, &ref);
}

bool screen_flush(const char *name)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return true;
	complaint_print(name, "cannot write: %s", strerror(errno));
	return false;
}
