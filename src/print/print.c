/* The table of formats: a new one is a file and a row. */
#include "print/print.h"

#include <string.h>

static bool quotes_any(const struct result *result, const struct print_options *options)
{
	(void)options;
	return result->quote_count > 0;
}

static bool events_any(const struct result *result, const struct print_options *options)
{
	(void)options;
	return result->event_count > 0;
}

static const char no_quote[] = "there is no quotation to print";
static const char no_source[] = "there is no source to print";

static const struct print_format formats[] = {
	{
		.name = "text",
		.help = "a page to read, with its sources at the end",
		.print = print_text,
		.compare = print_compare_text,
		.positions = print_positions_text,
		.plan = print_plan_text,
		.worksheet = print_worksheet_text,
	},
	{
		.name = "man",
		.help = "the same page for man -l and groff -man",
		.print = print_man,
		.worksheet = print_worksheet_man,
	},
	{
		.name = "html",
		.help = "a handout in one file, for browsers and paper",
		.leads = true,
		.two_up = true,
		.print = print_html,
		.compare = print_compare_html,
		.positions = print_positions_html,
		.plan = print_plan_html,
		.worksheet = print_worksheet_html,
	},
	{
		.name = "markdown",
		.help = "the same for wikis, and through pandoc for Word",
		.leads = true,
		.print = print_markdown,
		.compare = print_compare_markdown,
		.positions = print_positions_markdown,
		.plan = print_plan_markdown,
		.worksheet = print_worksheet_markdown,
	},
	{
		.name = "page",
		.help = "the explorer in one page, for any browser",
		.fills = true,
		.leads = true,
		.print = print_page,
	},
	{
		.name = "yaml",
		.help = "an event file that opens again",
		.print = print_yaml,
	},
	{
		.name = "json",
		.help = "the whole record as one object, for programs",
		.print = print_json,
	},
	{
		.name = "jsonl",
		.help = "an event a line, each with its quotations",
		.print = print_jsonl,
	},
	{
		.name = "csv",
		.help = "a quotation a row, for programs",
		.print = print_csv,
		.any = quotes_any,
		.none = no_quote,
	},
	{
		.name = "csv-events",
		.help = "an event a row, for programs",
		.print = print_csv_events,
	},
	{
		.name = "spreadsheet",
		.help = "events and quotations, for Excel and LibreOffice",
		.print = print_spreadsheet,
	},
	{
		.name = "gift",
		.help = "questions of the quiz, for Moodle",
		.print = print_gift,
		.one = "question",
		.many = "questions",
		.any = print_gift_any,
		.none = "there is nothing to ask: questions are about exact words whose speaker, "
			"day or talks can be told from others, and about views of two sources",
	},
	{
		.name = "anki",
		.help = "cards to learn: words and dates",
		.print = print_anki,
		.one = "card",
		.many = "cards",
		.any = events_any,
		.none = "there is no event and no quotation to print",
	},
	{
		.name = "csl-json",
		.help = "the sources, for Zotero and pandoc",
		.print = print_csl_json,
		.any = print_sources_any,
		.none = no_source,
	},
	{
		.name = "biblatex",
		.help = "the sources, for LaTeX",
		.print = print_biblatex,
		.any = print_sources_any,
		.none = no_source,
	},
	{
		.name = "timelinejs",
		.help = "slides for a page with TimelineJS",
		.print = print_timelinejs,
	},
	{
		.name = "webannotation",
		.help = "where the words stand, as W3C has it",
		.print = print_webannotation,
		.any = quotes_any,
		.none = no_quote,
	},
};

enum { FORMATS = sizeof formats / sizeof *formats };

const struct print_format *print_at(int n)
{
	return n >= 0 && n < FORMATS ? &formats[n] : NULL;
}

const struct print_format *print_find(const char *name)
{
	for (int n = 0; n < FORMATS; n++)
		if (strcmp(formats[n].name, name) == 0)
			return &formats[n];
	return NULL;
}
