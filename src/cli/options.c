/* getopt_long does the parsing; its tables are made from ours, and its complaints are put in our
 * words. */
#include "cli/options.h"

#include "base/buf.h"
#include "base/look.h"
#include "base/suggest.h"
#include "cli/command.h"

#include <getopt.h>
#include <string.h>

#define SCREENS (COMMAND_EXPLORE | COMMAND_PRINT | COMMAND_SNAPSHOT)
#define ALL     (SCREENS | COMMAND_CHECK | COMMAND_VERIFY)

static const struct option_row rows[] = {
	[OPTION_QUERY] = {"query", 'Q', "QUERY", "only what matches: words, speaker:ID, 1917..1918",
		SCREENS},
	[OPTION_VIEW] = {"view", 0, "ID", "a view of the record: its lesson plan", SCREENS},
	[OPTION_AS_OF] = {"as-of", 0, "DATE", "only what was public by that day", SCREENS},
	[OPTION_AT] = {"at", 0, "ID", "start at this event or quotation", SCREENS},
	[OPTION_LIST_VIEWS] = {"list-views", 0, NULL, "name the record's views", SCREENS},
	[OPTION_LIST_IDS] = {"list-ids", 0, NULL, "name its events and quotations", SCREENS},
	[OPTION_NO_MOUSE] = {"no-mouse", 0, NULL, "mouse off (F2 turns it on and off)",
		COMMAND_EXPLORE},
	[OPTION_MOUSE] = {"mouse", 0, NULL, "mouse on, as it is without --no-mouse",
		COMMAND_EXPLORE},
	[OPTION_NO_BIDI] = {"no-bidi", 0, NULL, "leave the order of Arabic, Hebrew to the terminal",
		COMMAND_EXPLORE},
	[OPTION_KIOSK] = {"kiosk", 0, NULL, "no way out; begins again when left alone",
		COMMAND_EXPLORE},
	[OPTION_THEME] = {"theme", 0, "NAME", "auto (default), dark, light or mono", SCREENS},
	[OPTION_LIST_THEMES] = {"list-themes", 0, NULL, "name the themes", SCREENS},
	[OPTION_COLOR] = {"color", 0, "WHEN", "auto (default), always or never", SCREENS},
	[OPTION_ASCII] = {"ascii", 0, NULL, "only ASCII for lines and marks", SCREENS},
	[OPTION_FORMAT] = {"format", 'f', "NAME", "of the output: text (default), or another",
		COMMAND_PRINT | COMMAND_CHECK | COMMAND_VERIFY | COMMAND_SNAPSHOT},
	[OPTION_LIST_FORMATS] = {"list-formats", 0, NULL, "name the formats",
		COMMAND_PRINT | COMMAND_SNAPSHOT},
	[OPTION_WIDTH] = {"width", 'w', "N", "columns (default: the terminal's, else 80)",
		COMMAND_PRINT},
	[OPTION_BRIEF] = {"brief", 0, NULL, "one line an event", COMMAND_PRINT},
	[OPTION_QUOTES_ONLY] = {"quotes-only", 0, NULL, "the quotations alone", COMMAND_PRINT},
	[OPTION_TWO_UP] = {"two-up", 0, NULL, "of html: two pages on a sheet of paper",
		COMMAND_PRINT},
	[OPTION_COMPARE] = {"compare", 0, "ID,ID", "two events or quotations side by side",
		COMMAND_PRINT},
	[OPTION_POSITIONS] = {"positions", 0, NULL, "who stood where, issue by issue",
		COMMAND_PRINT},
	[OPTION_WORKSHEET] = {"worksheet", 0, NULL, "a sheet for the class, and its key",
		COMMAND_PRINT},
	[OPTION_NO_KEY] = {"no-key", 0, NULL, "the sheet without its key", COMMAND_PRINT},
	[OPTION_KEY_ONLY] = {"key-only", 0, NULL, "the key to the sheet of that --seed",
		COMMAND_PRINT},
	[OPTION_PLAN] = {"plan", 0, "ID", "the teacher's page of a view", COMMAND_PRINT},
	[OPTION_BLANK] = {"blank", 0, NULL, "a short record to begin with", COMMAND_PRINT},
	[OPTION_PRESENT] = {"present", 0, NULL, "show it to a class",
		COMMAND_EXPLORE | COMMAND_SNAPSHOT},
	[OPTION_QUIZ] = {"quiz", 0, NULL, "begin with \"who said it?\"",
		COMMAND_EXPLORE | COMMAND_SNAPSHOT},
	[OPTION_SEED] = {"seed", 0, "N", "of what is drawn by lot: the same N, the same", SCREENS},
	[OPTION_QUESTIONS] = {"questions", 0, "N",
		"how many of -f gift (default 10) or -f anki (all)", COMMAND_PRINT},
	[OPTION_TEXTS] = {"texts", 0, "DIR", "the sources' texts, each as DIR/SOURCE-ID.txt",
		COMMAND_EXPLORE | COMMAND_SNAPSHOT | COMMAND_VERIFY | COMMAND_PRINT},
	[OPTION_QUIET] = {"quiet", 'q', NULL, "errors only", COMMAND_CHECK | COMMAND_VERIFY},
	[OPTION_STRICT] = {"strict", 0, NULL, "a warning is an error for the exit status",
		COMMAND_CHECK},
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

enum { LONG = 256 }; /* what getopt_long calls the first of the long options: letters are below */

/* getopt's tables for one command: ":w:f:h" and the long names. */
static void getopt_tables(
	unsigned command, char letters[2 * OPTION_COUNT + 2], struct option longs[OPTION_COUNT + 1])
{
	*letters++ = ':';
	for (int id = 0; id < OPTION_COUNT; id++) {
		if (!(rows[id].commands & command))
			continue;
		*longs++ = (struct option){rows[id].name,
			rows[id].argument ? required_argument : no_argument, NULL, LONG + id};
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
	if (got >= LONG)
		return (enum option_id)(got - LONG);
	int id = 0;
	while (rows[id].letter != got)
		id++;
	return (enum option_id)id;
}

/* Appends "--view or --version" of the options that the word may be short for; returns how many. */
static int add_meant(struct buf *out, unsigned command, const char *word)
{
	int count = 0;
	for (int id = 0; id < OPTION_COUNT; id++)
		if (rows[id].commands & command && !strncmp(rows[id].name, word, strlen(word)))
			buf_format(out, "%s--%s", count++ ? " or " : "", rows[id].name);
	return count;
}

/* A long option without its dashes and its value: no option begins so, or several do. */
static void complain_long(const char *name, unsigned command, const char *word)
{
	struct suggest suggest;
	struct buf meant = {0};
	suggest_start(&suggest, word);
	for (int id = 0; id < OPTION_COUNT; id++)
		if (rows[id].commands & command)
			suggest_feed(&suggest, rows[id].name);
	const char *best = suggest_best(&suggest);
	if (add_meant(&meant, command, word))
		complaint_print(name, "--%s may be %s", word, buf_string(&meant));
	else if (best && look_same(word, best)) {
		buf_clear(&meant);
		look_explain(&meant, word, best, NULL);
		complaint_print(name, "there is no option --%s; %s", word, buf_string(&meant));
	} else if (best)
		complaint_print(name, "there is no option --%s; did you mean --%s?", word, best);
	else
		complaint_print(name, "there is no option --%s; %s --help lists them", word, name);
	buf_free(&meant);
}

/* What getopt_long does not know: `option` is a letter, the number of a long option that takes no
 * value, or 0. */
static void complain(const char *name, unsigned command, int option, const char *word)
{
	if (option >= LONG) {
		complaint_print(name, "--%s takes no value", rows[option - LONG].name);
	} else if (option) {
		complaint_print(name, "there is no option -%c; %s --help lists them", option, name);
	} else {
		struct buf asked = {0};
		buf_add(&asked, word + 2, strcspn(word + 2, "="));
		complain_long(name, command, buf_string(&asked));
		buf_free(&asked);
	}
}

/* As it was asked for: by its letter, or by the number of a long option. */
static void complain_value(const char *name, int option)
{
	if (option >= LONG)
		complaint_print(name, "--%s needs a value", rows[option - LONG].name);
	else
		complaint_print(name, "-%c needs a value", option);
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
			complain_value(name, optopt); /* C libraries differ in where its word is */
			return false;
		}
		if (got == '?') {
			complain(name, command, optopt, argv[optind - 1]);
			return false;
		}
		enum option_id id = option_of(got);
		options->given[id] = true;
		if (id == OPTION_MOUSE) /* the last of the two counts */
			options->given[OPTION_NO_MOUSE] = false;
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
