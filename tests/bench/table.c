#include "tests/bench/table.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

enum { TEXTS = 8, TEXT_ROOM = 576 };

static struct table_count counted;
static const char UNREAD[] = "is not told by this system";

const char *table_text(const char *format, ...)
{
	static char texts[TEXTS][TEXT_ROOM];
	static unsigned next;
	char *into = texts[next++ % TEXTS];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(into, TEXT_ROOM, format, arguments);
	va_end(arguments);
	return into;
}

void table_head(const char *title)
{
	printf("\n%-50s%11s%11s     %8s  %s\n", title, "floor", "truce", "ratio", "should be");
}

/* The limit and whether it is kept, to the end of the line. */
static void limit_print(double got, double most, int digits)
{
	char limit[24] = "";
	if (most >= 0) {
		snprintf(limit, sizeof limit, "<= %.*f", digits, most);
		counted.limits++;
		counted.over += got > most;
	}
	printf("  %-8s%s\n", limit, most >= 0 && got > most ? " over" : "");
	fflush(stdout);
}

/* A limit that nothing shows to be kept is over. */
static void row_print(
	const char *what, const char *unit, double floor, double ours, double ratio, double most)
{
	if (isnan(ours)) {
		table_gap(what, UNREAD);
		return;
	}
	if (!(floor > 0)) {
		table_gap(what,
			most > 0 ? "nothing to compare with: over" : "nothing to compare with");
		counted.limits += most > 0;
		counted.over += most > 0;
		return;
	}
	printf("%-50s%11.2f%11.2f %-4s%8.2f", what, floor, ours, unit, ratio);
	limit_print(ratio, most > 0 ? most : -1, 2);
}

void table_row(const char *what, const char *unit, double floor, double ours, double most)
{
	row_print(what, unit, floor, ours, floor > 0 ? ours / floor : 0, most);
}

void table_fact(const char *what, const char *unit, double ours, double most)
{
	if (isnan(ours)) {
		table_gap(what, UNREAD);
		return;
	}
	printf("%-50s%11s%11.2f %-4s%8s", what, "", ours, unit, "");
	limit_print(ours, most, most == (int)most ? 0 : 1);
}

void table_peer(const char *what, const char *unit, double theirs)
{
	if (isnan(theirs)) {
		table_gap(what, UNREAD);
		return;
	}
	printf("%-50s%11.2f%11s %s\n", what, theirs, "", unit);
	fflush(stdout);
}

void table_gap(const char *what, const char *why)
{
	printf("%-50s%s\n", what, why);
	fflush(stdout);
}

void pairs_add(struct pairs *pairs, double floor, double ours)
{
	numbers_add(&pairs->floors, floor);
	numbers_add(&pairs->ours, ours);
	if (floor > 0)
		numbers_add(&pairs->ratios, ours / floor);
}

void pairs_row(struct pairs *pairs, const char *what, const char *unit, double most)
{
	row_print(what, unit, numbers_median(&pairs->floors), numbers_median(&pairs->ours),
		numbers_median(&pairs->ratios), most);
	numbers_free(&pairs->floors);
	numbers_free(&pairs->ours);
	numbers_free(&pairs->ratios);
}

struct table_count table_counted(void)
{
	return counted;
}
