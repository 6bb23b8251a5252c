/* Ways in which people write dates, and what they mean by them: each refusal says what to write,
 * and what it says is taken, and is the date that was meant. tests/data/dates_meant.tsv holds them;
 * more are drawn. */
#include "base/buf.h"
#include "base/text.h"
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ADVISED_MOST = 8, ADVISED_LEN = 96 };

/* The fields in which a date may stand, by what stands beside them; and a prompt. */
enum place { PLACE_DATE, PLACE_BORN, PLACE_SAID, PLACE_OLD, PLACE_PROMPT, PLACE_COUNT };

static struct date_beside beside[PLACE_COUNT] = {
	[PLACE_DATE] = {"date_os", "date_text", false},
	[PLACE_BORN] = {NULL, NULL, true},
	[PLACE_SAID] = {"said_os", NULL, true},
	[PLACE_OLD] = {"date_os", "date_text", true},
};

struct advised {
	char text[ADVISED_MOST][ADVISED_LEN];
	bool old_style[ADVISED_MOST];
	int count;
};

static bool read_date(enum place place, bool old_style, const char *text, struct date *date,
	struct date_problem *problem, struct arena *arena)
{
	size_t len = strlen(text);
	return place == PLACE_PROMPT
		? date_parse_typed(arena, text, len, date, problem)
		: date_parse_field(arena, text, len, old_style || place == PLACE_OLD,
			  &beside[place], date, problem);
}

/* What a reader would copy: what stands behind these words, in quotation marks or up to a space. */
static void advised_read(const char *reason, struct advised *advised)
{
	static const char *const leads[] = {"write ", "written ", ": ", ", or ", "? ",
		" without it ", " day in it ", "; the decade is ", "; the century is ",
		"decade as ", "century as ", "millennium as ", "range of years ", " BCE ", ", as ",
		"XXXX-"};
	advised->count = 0;
	for (const char *at = reason; *at; at++)
		for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
			size_t lead = strlen(leads[i]);
			bool words = at - reason > 9 && strncmp(at - 9, "date_text", 9) == 0;
			if (strncmp(at, leads[i], lead) != 0 || advised->count == ADVISED_MOST ||
				words)
				continue;
			const char *text = *leads[i] == 'X' ? at : at + lead;
			bool quoted = *text == '"';
			bool set = text[quoted] == '[' || text[quoted] == '{';
			text += quoted;
			size_t len = set ? strcspn(text, "]}") + 1
					 : strcspn(text, quoted ? "\"" : " ,;)");
			if (!strpbrk(text, "0123456789X") || len >= ADVISED_LEN || len < 3 ||
				!strchr("0123456789-/.[{?~%YX", *text) || text[len - 1] == ':')
				continue;
			if (strncmp(text, "YYYY", 4) == 0 || memchr(text, 'M', len))
				continue; /* a pattern, to be filled in */
			memcpy(advised->text[advised->count], text, len);
			advised->text[advised->count][len] = '\0';
			advised->old_style[advised->count++] = at - reason > 3 &&
				strncmp(at - 3, "_os", 3) == 0;
		}
}

static bool is_same(enum place place, const char *text, const char *meant, bool old_style)
{
	struct arena arena = {0};
	struct date a, b;
	struct date_problem problem;
	bool same = read_date(place, old_style, text, &a, &problem, &arena) &&
		read_date(place, old_style, meant, &b, &problem, &arena) &&
		a.earliest == b.earliest && a.latest == b.latest && a.second == b.second &&
		a.offset == b.offset && a.certainty == b.certainty;
	arena_free(&arena);
	return same;
}

/* Whether the first that is advised is what was meant, and all that is advised is taken. */
static bool holds(enum place place, const char *typed, const char *meant)
{
	struct arena arena = {0};
	struct date date;
	struct date_problem problem = {0, ""};
	struct advised advised;
	bool old_style = strncmp(meant, "OS ", 3) == 0;
	bool fits = true;
	if (read_date(place, false, typed, &date, &problem, &arena)) {
		/* At a prompt words are taken. */
		fits = place == PLACE_PROMPT || place == PLACE_OLD;
		if (!fits)
			print_error("%d: \"%s\" is taken\n", (int)place, typed);
		arena_free(&arena);
		return fits;
	}
	arena_free(&arena);
	advised_read(problem.reason, &advised);
	for (int i = 0; i < advised.count; i++) {
		arena = (struct arena){0};
		struct date_problem again;
		fits &= read_date(
			place, advised.old_style[i], advised.text[i], &date, &again, &arena);
		arena_free(&arena);
	}
	if (old_style && (place == PLACE_DATE || place == PLACE_SAID))
		fits &= advised.count > 0 && advised.old_style[0] &&
			is_same(place, advised.text[0], meant + 3, true);
	else if (strncmp(meant, "says ", 5) == 0)
		fits &= strstr(problem.reason, meant + 5) != NULL;
	else if (!old_style)
		fits &= advised.count > 0 && is_same(place, advised.text[0], meant, false);
	if (!fits)
		print_error("%d: \"%s\" (%s): %s\n", (int)place, typed, meant, problem.reason);
	return fits;
}

static void advice_leads_to_what_was_meant(void **state)
{
	(void)state;
	char line[512];
	unsigned rows = 0, wrong = 0;
	FILE *file = fopen("tests/data/dates_meant.tsv", "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		char *meant = strchr(line, '\t');
		if (*line == '#' || !meant)
			continue;
		*meant++ = '\0';
		char *near = strchr(meant, '\t');
		if (near)
			*near++ = '\0';
		for (int place = 0; place < PLACE_COUNT; place++)
			beside[place].near = near ? atoi(near) : 0;
		rows++;
		wrong += !holds(PLACE_DATE, line, meant);
		if (strncmp(meant, "says ", 5) == 0)
			continue;
		wrong += !holds(PLACE_BORN, line, meant);
		wrong += !holds(PLACE_SAID, line, meant);
		/* a prompt asks for the year, and nothing stands beside it */
		if (strncmp(meant, "XXXX", 4) != 0 && !near)
			wrong += !holds(PLACE_PROMPT, line, meant);
	}
	for (int place = 0; place < PLACE_COUNT; place++)
		beside[place].near = 0;
	fclose(file);
	print_message("%u ways to write a date\n", rows);
	assert_int_equal(wrong, 0);
	assert_true(rows > 300);
}

/* No message is bare, and none is cut, in whatever field. */
static void no_message_is_bare(void **state)
{
	(void)state;
	char line[512];
	FILE *file = fopen("tests/data/dates_meant.tsv", "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		size_t len = strcspn(line, "\t\n");
		if (*line == '#' || !line[len])
			continue;
		line[len] = '\0';
		for (int place = 0; place < PLACE_COUNT; place++) {
			struct arena arena = {0};
			struct date date;
			struct date_problem problem;
			if (!read_date((enum place)place, false, line, &date, &problem, &arena)) {
				assert_true(strlen(problem.reason) < sizeof problem.reason - 1);
				assert_true(strlen(problem.reason) > 9);
				assert_true(problem.offset <= len);
				if (!beside[place].old_style && strstr(problem.reason, "date_os"))
					fail_msg("%s: %s", line, problem.reason);
				if (!beside[place].words && strstr(problem.reason, "date_text"))
					fail_msg("%s: %s", line, problem.reason);
			}
			arena_free(&arena);
		}
	}
	fclose(file);
}

/* ---- days drawn, in every order and language ---- */

static const char *const months[][13] = {
	{NULL, "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"},
	{NULL, "Jan.", "Feb", "MAR", "apr", "May", "jun", "JUL", "Aug.", "Sept", "Oct", "Nov",
		"DEC"},
	{NULL, "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
		"октября", "ноября", "декабря"},
	{NULL, "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня",
		"вересня", "жовтня", "листопада", "грудня"},
	{NULL, "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
		"Oktober", "November", "Dezember"},
	{NULL, "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
		"octobre", "novembre", "décembre"},
	{NULL, "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
		"Ekim", "Kasım", "Aralık"},
	{NULL, "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
		"września", "października", "listopada", "grudnia"},
	{NULL, "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
		"октябрь", "ноябрь", "декабрь"},
	{NULL, "січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень",
		"вересень", "жовтень", "листопад", "грудень"},
};

static void expect(const char *typed, const char *meant)
{
	if (!holds(PLACE_DATE, typed, meant))
		fail_msg("\"%s\" is %s", typed, meant);
}

static void try_day(int year, int month, int day)
{
	char typed[96], meant[48];
	snprintf(meant, sizeof meant, "%04d-%02d-%02d", year, month, day);
	for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
		const char *name = months[i][month];
		snprintf(typed, sizeof typed, "%d %s %04d", day, name, year);
		expect(typed, meant);
		snprintf(typed, sizeof typed, "%d. %s %04d", day, name, year);
		expect(typed, meant);
		snprintf(typed, sizeof typed, "%s %d, %04d", name, day, year);
		expect(typed, meant);
		snprintf(typed, sizeof typed, "%04d %s %d", year, name, day);
		expect(typed, meant);
		snprintf(typed, sizeof typed, "%d-%s-%04d", day, name, year);
		expect(typed, meant);
	}
	snprintf(typed, sizeof typed, "%d.%d.%04d", day, month, year);
	expect(typed, meant);
	snprintf(typed, sizeof typed, "%02d/%02d/%04d", day, month, year);
	expect(typed, meant);
	snprintf(typed, sizeof typed, "%04d/%d/%d", year, month, day);
	expect(typed, meant);
	snprintf(typed, sizeof typed, "%04d.%02d.%02d", year, month, day);
	expect(typed, meant);
	snprintf(typed, sizeof typed, "%04d%02d%02d", year, month, day);
	expect(typed, meant);
	snprintf(typed, sizeof typed, "%04d–%02d–%02d", year, month, day);
	expect(typed, meant);
}

static void try_month(int year, int month)
{
	char typed[96], meant[48];
	snprintf(meant, sizeof meant, "%04d-%02d", year, month);
	for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
		snprintf(typed, sizeof typed, "%s %04d", months[i][month], year);
		expect(typed, meant);
	}
	snprintf(typed, sizeof typed, "%02d/%04d", month, year);
	expect(typed, meant);
	snprintf(typed, sizeof typed, "%d.%04d", month, year);
	expect(typed, meant);
}

static void try_years(int year, int other)
{
	static const char *const forms[][3] = {{"", "-", ""}, {"", "–", ""}, {"", " - ", ""},
		{"", " to ", ""}, {"", "..", ""}, {"from ", " to ", ""}, {"between ", " and ", ""},
		{"BET ", " AND ", ""}, {"с ", " по ", ""}, {"von ", " bis ", ""},
		{"з ", " до ", ""}, {"de ", " à ", ""}, {"", "—", " гг."}};
	char typed[96], meant[48];
	snprintf(meant, sizeof meant, "%04d/%04d", year, other);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		snprintf(typed, sizeof typed, "%s%04d%s%04d%s", forms[i][0], year, forms[i][1],
			other, forms[i][2]);
		expect(typed, meant);
	}
	if (other / 100 == year / 100 && other % 100 > 12) {
		snprintf(typed, sizeof typed, "%04d/%02d", year, other % 100);
		expect(typed, meant);
		snprintf(typed, sizeof typed, "%04d–%02d", year, other % 100);
		expect(typed, meant);
	}
}

static void days_drawn_in_every_form(void **state)
{
	(void)state;
	uint32_t seed = 1918;
	for (int i = 0; i < 400; i++) {
		seed = seed * 1664525 + 1013904223;
		int year = 1000 + (int)(seed >> 8) % 1030, month = 1 + (int)(seed >> 4) % 12;
		int day = 1 + (int)(seed >> 20) % date_month_days(year, month, false);
		try_day(year, month, day);
		try_month(year, month);
		try_years(year, year + 1 + (int)(seed >> 16) % 40);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(advice_leads_to_what_was_meant),
		cmocka_unit_test(no_message_is_bare),
		cmocka_unit_test(days_drawn_in_every_form),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
