/* Other programs of the terminal where they are installed, at what they are for: a file of as many
 * lines as the middle record has, and what they take for a key. They do other work, so there is no
 * ratio and no limit. */
#include "tests/bench/bench.h"
#include "tests/bench/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { SILENCE = 60, LOADING = 1500, KEYS = 30 };

static void peer_measure(const struct bench *bench, const char *name, const char *const *arguments)
{
	if (system(table_text("command -v %s >/dev/null", name)) != 0) {
		table_gap(name, "is not installed");
		return;
	}
	struct terminal terminal = terminal_start(arguments);
	double first = terminal_settle(
		&terminal, terminal.started, bench->brief ? SILENCE : LOADING)
			       .first;
	struct numbers times = {0}, bytes = {0};
	for (int i = 0; i < (bench->brief ? 1 : KEYS); i++) {
		struct answer answer = terminal_type(&terminal, "j", SILENCE);
		numbers_add(&times, answer.ms);
		numbers_add(&bytes, (double)answer.bytes);
	}
	table_peer(table_text("%s: the first byte", name), "ms", first);
	table_peer("  j", "ms", numbers_median(&times));
	table_peer("  bytes to the terminal", "", numbers_median(&bytes));
	table_peer("  memory", "MB", terminal_number(&terminal, "status", "VmRSS") * 1024 / 1e6);
	terminal_end(&terminal);
	numbers_free(&times);
	numbers_free(&bytes);
}

/* A line an event, as programs for tables take it. */
static const char *lines_make(const struct bench *bench)
{
	const char *path = table_text("%s/lines.jsonl", bench->folder);
	if (system(table_text("'%s' print -f jsonl '%s' >'%s'", bench->truce, bench->files[MIDDLE],
		    path)) != 0)
		exit(2);
	return path;
}

void peers_measure(const struct bench *bench)
{
	const char *lines = lines_make(bench);
	table_head(table_text("Other programs, %ld lines", bench->sizes[MIDDLE]));
	peer_measure(bench, "less", (const char *[]){"less", "-S", lines, NULL});
	if (bench->brief)
		return;
	peer_measure(bench, "tig", (const char *[]){"tig", NULL});
	peer_measure(bench, "lnav", (const char *[]){"lnav", "-q", lines, NULL});
	peer_measure(bench, "vd", (const char *[]){"vd", lines, NULL});
}
