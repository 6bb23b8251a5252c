/* The table of formats: a new one is a file and a row. */
#include "print/print.h"

#include <string.h>

static const struct print_format formats[] = {
	{"text", "a page to read, with its sources at the end", print_text, true,
		print_worksheet_text},
	{"man", "the same page for man -l and groff -man", print_man, false, print_worksheet_man},
	{"yaml", "an event file that opens again", print_yaml, false, NULL},
	{"json", "the whole record as one object, for programs", print_json, false, NULL},
	{"jsonl", "an event a line, each with its quotations", print_jsonl, false, NULL},
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
