/* getopt_long does the parsing; its tables are made from ours, and its complaints are put in our
 * words. */
#include "cli/options.h"

#include "base/suggest.h"

#include <getopt.h>
#include <string.h>

#define SCREENS (COMMAND_EXPLORE | COMMAND_PRINT | COMMAND_SNAPSHOT)
#define ALL     (SCREENS | COMMAND_CHECK | COMMAND_VERIFY)

static const struct option_row rows[] = {
	[OPTION_QUERY] = {"query", 'Q', "QUERY", "only what matches: words, speaker:ID, 1917..1918",
		SCREENS},
	[OPTION_VIEW] = {"view", 0, "ID", "a view of the record: its lesson plan", SCREENS},
	[OPTION_AS_OF] = {"as-of", 0, "DATE", "only what was public by that day", SCREENS},
	[OPTION_AT] = {"at", 0, "ID", "start at this event or quotation",
		COMMAND_EXPLORE | COMMAND_SNAPSHOT},
	[OPTION_MOUSE] = {"mouse", 0, NULL, "mouse on (F2 turns it on and off)", COMMAND_EXPLORE},
	[OPTION_NO_MOUSE] = {"no-mouse", 0, NULL, "mouse off, as without --mouse", COMMAND_EXPLORE},
	[OPTION_KIOSK] = {"kiosk", 0, NULL, "no way out; begins again when left alone",
		COMMAND_EXPLORE},
	[OPTION_THEME] = {"theme", 0, "NAME", "auto (default), dark, light or mono", SCREENS},
	[OPTION_LIST_THEMES] = {"list-themes", 0, NULL, "name the themes", SCREENS},
	[OPTION_COLOR] = {"color", 0, "WHEN", "auto (default), always or never", SCREENS},
	[OPTION_ASCII] = {"ascii", 0, NULL, "only ASCII for lines and marks", SCREENS},
	[OPTION_FORMAT] = {"format", 'f', "NAME", "text (default), or another format",
		COMMAND_PRINT},
	[OPTION_LIST_FORMATS] = {"list-formats", 0, NULL, "name the formats", COMMAND_PRINT},
	[OPTION_WIDTH] = {"width", 'w', "N", "columns (default: the terminal's, else 80)",
		COMMAND_PRINT},
	[OPTION_BRIEF] = {"brief", 0, NULL, "one line an event", COMMAND_PRINT},
	[OPTION_QUOTES_ONLY] = {"quotes-only", 0, NULL, "the quotations alone", COMMAND_PRINT},
	[OPTION_COMPARE] = {"compare", 0, "ID,ID", "two events or quotations side by side",
		COMMAND_PRINT},
	[OPTION_POSITIONS] = {"positions", 0, NULL, "who stood where, issue by issue",
		COMMAND_PRINT},
	[OPTION_WORKSHEET] = {"worksheet", 0, NULL, "a sheet for the class, and its key",
		COMMAND_PRINT},
	[OPTION_PRESENT] = {"present", 0, NULL, "show it to a class",
		COMMAND_EXPLORE | COMMAND_SNAPSHOT},
	[OPTION_QUIZ] = {"quiz", 0, NULL, "begin with \"who said it?\"",
		COMMAND_EXPLORE | COMMAND_SNAPSHOT},
	[OPTION_SEED] = {"seed", 0, "N", "of the questions: the same N asks the same", SCREENS},
	[OPTION_TEXTS] = {"texts", 0, "DIR", "the sources' texts, each as DIR/SOURCE-ID.txt",
		COMMAND_EXPLORE | COMMAND_SNAPSHOT | COMMAND_VERIFY},
	[OPTION_QUIET] = {"quiet", 'q', NULL, "errors only", COMMAND_CHECK | COMMAND_VERIFY},
	[OPTION_SIZE] = {"size", 0, "COLSxROWS", "of the screen (default 80x24)", COMMAND_SNAPSHOT},
	[OPTION_KEYS] = {"keys", 0, "KEYS", "type these first: jj<Tab><C-d>", COMMAND_SNAPSHOT},
	[OPTION_HELP] = {"help", 'h', NULL, "print this", ALL},
	[OPTION_VERSION] = {"version", 'V', NULL, "print the version", ALL},
};

_Static_assert(sizeof rows / sizeof *rows == OPTION_COUNT, "a row for each option");

const struct option_row *option_row(enum option_id id)
{
	return &rows[id];
}

/* getopt's tables for one command: ":w:f:h" and the long names. */
static void getopt_tables(
	unsigned command, char letters[2 * OPTION_COUNT + 2], struct option longs[OPTION_COUNT + 1])
{
	*letters++ = ':';
	for (int id = 0; id < OPTION_COUNT; id++) {
		if (!(rows[id].commands & command))
			continue;
		*longs++ = (struct option){rows[id].name,
			rows[id].argument ? required_argument : no_argument, NULL, 256 + id};
		if (!rows[id].letter)
			continue;
		*letters++ = rows[id].letter;
		if (rows[id].argument)
			*letters++ = ':';
	}
	*letters = '\0';
	*longs = (struct option){0};
}

static enum option_id option_of(int got)
{
	if (got >= 256)
		return (enum option_id)(got - 256);
	int id = 0;
	while (rows[id].letter != got)
		id++;
	return (enum option_id)id;
}

static void complain(const char *name, unsigned command, const char *word)
{
	if (strncmp(word, "--", 2) != 0) {
		fprintf(stderr, "%s: there is no option %s; %s --help lists them\n", name, word,
			name);
		return;
	}
	char asked[64];
	snprintf(asked, sizeof asked, "%.*s", (int)strcspn(word + 2, "="), word + 2);
	struct suggest suggest;
	suggest_start(&suggest, asked);
	for (int id = 0; id < OPTION_COUNT; id++)
		if (rows[id].commands & command)
			suggest_feed(&suggest, rows[id].name);
	const char *best = suggest_best(&suggest);
	if (best && strcmp(best, asked) == 0)
		fprintf(stderr, "%s: --%s takes no value\n", name, best);
	else if (best)
		fprintf(stderr, "%s: there is no option --%s; did you mean --%s?\n", name, asked,
			best);
	else
		fprintf(stderr, "%s: there is no option --%s; %s --help lists them\n", name, asked,
			name);
}

bool options_parse(
	const char *name, unsigned command, int argc, char **argv, struct options *options)
{
	char letters[2 * OPTION_COUNT + 2];
	struct option longs[OPTION_COUNT + 1];
	getopt_tables(command, letters, longs);
	*options = (struct options){0};
	opterr = 0;
	for (int got; (got = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
		if (got == ':') {
			fprintf(stderr, "%s: %s needs a value\n", name, argv[optind - 1]);
			return false;
		}
		if (got == '?') {
			char letter[3] = {'-', (char)optopt, '\0'};
			bool is_letter = optopt > 0 && optopt < 256;
			complain(name, command, is_letter ? letter : argv[optind - 1]);
			return false;
		}
		enum option_id id = option_of(got);
		options->given[id] = true;
		if (id == OPTION_NO_MOUSE) /* the last of the two counts */
			options->given[OPTION_MOUSE] = false;
		options->values[id] = optarg;
	}
	options->files = argv + optind;
	options->file_count = argc - optind;
	return true;
}

void options_print(FILE *out, unsigned command)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		if (!(rows[id].commands & command))
			continue;
		char letter[8] = "    ", name[40];
		if (rows[id].letter)
			snprintf(letter, sizeof letter, "-%c, ", rows[id].letter);
		snprintf(name, sizeof name, "--%s%s%s", rows[id].name, rows[id].argument ? "=" : "",
			rows[id].argument ? rows[id].argument : "");
		fprintf(out, "  %s%-22s %s\n", letter, name, rows[id].help);
	}
}
