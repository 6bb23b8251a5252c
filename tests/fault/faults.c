/* Every fault once: faults TRUCE SHIM [long]
 *
 * For each command, and for the explorer in a terminal, the Nth allocation fails and the Nth system
 * call does, for each N there is. What comes of it is either nothing (the same output, the same
 * status), or status 2 and one line that gives the true reason. Never is it a signal, a hang, a
 * loss that nothing tells of, another reason, or a terminal left otherwise than it was. */
#include "tests/fault/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct subject {
	const char *words[9]; /* behind the program's name */
	const char *input;
	const char *keys;
	bool slow; /* for the long run only */
	int stride; /* in the short run: every so many allocations; 0 is each (of calls, every third) */
};

#define LESSON "tests/data/lesson.yaml"
#define LITTLE "tests/fault/little.yaml"
/* What the terminal says of its ground, which is waited for. */
#define GROUND "\033]11;rgb:0000/0000/0000\033\\"

static const struct subject subjects[] = {
	{.words = {"print", LITTLE}, .stride = 4},
	{.words = {"check", LITTLE}, .stride = 3},
	{.words = {"verify", "--texts", "tests/fault/texts", LITTLE}, .stride = 5},
	{.words = {"snapshot", "--keys", "j/we<Enter>", LITTLE}, .stride = 7},
	{.words = {"check", "tests/fault/broken.yaml"}, .stride = 3},
	{.words = {"print", "-f", "json", "-"}, .input = LITTLE, .stride = 5},
	{.words = {"print", "nowhere.yaml"}, .stride = 2},
	{.words = {LITTLE}, .keys = "jQ" GROUND, .stride = 29},
	{.words = {"print", LESSON}, .slow = true},
	{.words = {"check", LESSON}, .slow = true},
	{.words = {"print", "-f", "json", LESSON}, .slow = true},
	{.words = {"print", "-f", "jsonl", LESSON}, .slow = true},
	{.words = {"print", "-f", "csl-json", LESSON}, .slow = true},
	{.words = {"print", "-f", "timelinejs", LESSON}, .slow = true},
	{.words = {"print", "-f", "webannotation", LESSON}, .slow = true},
	{.words = {"print", "-f", "csv", LESSON}, .slow = true},
	{.words = {"print", "-f", "csv-events", LESSON}, .slow = true},
	{.words = {"print", "-f", "spreadsheet", LESSON}, .slow = true},
	{.words = {"print", "-f", "gift", "--seed", "1", "tests/data/class.yaml"}, .slow = true},
	{.words = {"print", "-f", "anki", LESSON}, .slow = true},
	{.words = {"print", "-f", "biblatex", LESSON}, .slow = true},
	{.words = {"print", "-f", "yaml", LESSON}, .slow = true},
	{.words = {"print", "-f", "man", LESSON}, .slow = true},
	{.words = {"print", "-f", "html", LESSON}, .slow = true},
	{.words = {"print", "-f", "markdown", LESSON}, .slow = true},
	{.words = {"print", "-f", "page", "--at", "dry", LESSON}, .slow = true},
	{.words = {"print", "--worksheet", "--seed", "1", "tests/data/class.yaml"}, .slow = true},
	{.words = {"print", "--worksheet", "-f", "man", "--seed", "1", "tests/data/class.yaml"},
		.slow = true},
	{.words = {"print", "--worksheet", "-f", "html", "--seed", "1", "tests/data/class.yaml"},
		.slow = true},
	{.words = {"print", "--worksheet", "-f", "markdown", "--seed", "1",
		 "tests/data/class.yaml"},
		.slow = true},
	{.words = {"print", "--positions", "tests/data/talks.yaml"}, .slow = true},
	{.words = {"print", "--plan", "rounds", "tests/data/plan.yaml"}, .slow = true},
	{.words = {"print", "--plan", "rounds", "-f", "html", "tests/data/plan.yaml"},
		.slow = true},
	{.words = {"print", "--plan", "rounds", "-f", "markdown", "tests/data/plan.yaml"},
		.slow = true},
	{.words = {"print", "--compare", "more-ink,dry", LESSON}, .slow = true},
	{.words = {"print", "-q", "we speaker:hale", LESSON}, .slow = true},
	{.words = {"print", "--list-formats"}, .slow = true},
	{.words = {"--list-themes"}, .slow = true},
	{.words = {"--help"}, .slow = true},
	{.words = {"--version"}, .slow = true},
	{.words = {"--nothing"}, .slow = true},
	{.words = {"check", LESSON, "tests/data/hostile.yaml"}, .slow = true},
	{.words = {"check", "-f", "json", "tests/fault/broken.yaml"}, .slow = true},
	{.words = {"verify", "-f", "json", "--texts", "tests/fault/texts", LITTLE}, .slow = true},
	{.words = {"print", "--blank"}, .slow = true},
	{.words = {"verify", "--texts", "tests/golden/verify/texts",
		 "tests/golden/verify/record.yaml"},
		.slow = true},
	{.words = {"snapshot", "--keys", "v", LESSON}, .slow = true},
	{.words = {"snapshot", "-f", "svg", LESSON}, .slow = true},
	{.words = {"snapshot", "--keys", "/we<Enter>ccjc", LESSON}, .slow = true},
	{.words = {"snapshot", "--keys", "jjlliqp", "tests/data/talks.yaml"}, .slow = true},
	{.words = {LESSON}, .keys = "jl/we\rQ" GROUND, .slow = true},
	{.words = {LESSON}, .keys = "jjlcjQ" GROUND, .slow = true},
	{.words = {LESSON}, .keys = "jjp  Q" GROUND, .slow = true},
	{.words = {LITTLE}, .keys = "jRyQQ" GROUND, .slow = true},
	{.words = {LITTLE}, .keys = "jeQ" GROUND, .slow = true},
	{.words = {LESSON}, .keys = "jv?  Q" GROUND, .slow = true},
	{.words = {"tests/fault/broken.yaml"}, .keys = "Q" GROUND, .slow = true},
	{.words = {"-"}, .input = LITTLE, .keys = "jQ" GROUND, .slow = true},
	{.words = {"print", LITTLE}, .keys = "", .slow = true},
};

enum { SUBJECTS = sizeof subjects / sizeof *subjects, TOLD_MOST = 40 };

static struct driver {
	const char *program, *shim;
	bool thorough, traces;
	long injected, unharmed, told; /* faults; of them without effect; with a true reason */
	long wrong;
} driver;

/* ---- judging ---- */

static bool is_same(const struct buf *a, const struct buf *b)
{
	return a->len == b->len && (!a->len || !memcmp(a->text, b->text, a->len));
}

static size_t count_lines(struct buf *text)
{
	size_t lines = 0;
	for (const char *at = buf_string(text); (at = strchr(at, '\n')); at++)
		lines++;
	return lines;
}

static const char *find_last(const char *text, const char *wanted)
{
	const char *last = NULL;
	for (const char *at = text; (at = strstr(at, wanted)); at++)
		last = at;
	return last;
}

static bool gives_reason(const char *text, struct fault fault)
{
	if (fault.kind == FAULT_MEMORY || fault.error == ENOMEM)
		if (strstr(text, "out of memory"))
			return true;
	if (strstr(text, "the description of the terminal, "))
		return strstr(text, "cannot be read");
	return fault.kind == FAULT_CALL && strstr(text, strerror(fault.error));
}

/* What the terminal was left as; a restoring write or ioctl that fails itself restores nothing. */
static const char *judge_terminal(
	struct fault fault, const char *call, struct outcome *got, const char **behind)
{
	const char *text = buf_string(&got->out);
	const char *taken = find_last(text, "\033[?1049h"), *left = find_last(text, "\033[?1049l");
	*behind = left ? left : text;
	if (!got->modes_kept && !(fault.onward && !strcmp(call, "ioctl")))
		return "the terminal's modes are not as they were";
	if (taken && (!left || left < taken) && strcmp(call, "write") != 0)
		return "the screen is not given back";
	return NULL;
}

static bool must_be_nothing(struct fault fault, const char *call)
{
	bool transient = fault.error == EINTR || fault.error == EAGAIN ||
		fault.error == FAULT_SHORT;
	return fault.kind == FAULT_CALL && transient && !fault.onward &&
		(!strcmp(call, "read") || !strcmp(call, "write") || !strcmp(call, "writev"));
}

/* NULL where all is right. */
static const char *judge(const struct subject *subject, struct fault fault, const char *call,
	struct outcome *base, struct outcome *got)
{
	const char *text = buf_string(&got->err), *wrong = NULL;
	bool terminal = subject->keys != NULL;
	if (got->hung)
		return "hangs";
	/* A terminal that can no longer be read from is gone: it ends as by its hanging up. */
	bool gone = terminal && got->status == 129 &&
		(!strcmp(call, "read") ||
			(fault.onward && (!strcmp(call, "poll") || !strcmp(call, "ppoll"))));
	if (got->status >= 128 && !gone)
		return "ends by a signal";
	if (terminal)
		wrong = judge_terminal(fault, call, got, &text);
	if (wrong || gone)
		return wrong;
	bool same = got->status == base->status &&
		(terminal || (is_same(&got->out, &base->out) && is_same(&got->err, &base->err)));
	/* It names what is in force. */
	bool names = !strcmp(subject->words[0], "--version") && got->status == base->status;
	if (same || names) {
		driver.unharmed++;
		return NULL;
	}
	if (must_be_nothing(fault, call))
		return "does not try again";
	if (got->status != 2)
		return "loses something and does not say so";
	/* A line that cannot be written tells nothing. */
	if (!strcmp(call, "write") && !got->err.len &&
		(fault.onward || is_same(&got->out, &base->out)))
		return NULL;
	bool reason = gives_reason(text, fault) || gives_reason(buf_string(&got->out), fault);
	if (!reason)
		return "does not give the true reason";
	if (!terminal && count_lines(&got->err) > count_lines(&base->err) + 1)
		return "says more than one line";
	driver.told++;
	return NULL;
}

/* ---- injecting ---- */

static void show_text(const char *name, struct buf *text)
{
	const char *at = buf_string(text);
	size_t len = text->len > 300 ? 300 : text->len;
	printf("    %s: ", name);
	for (at += text->len - len; *at; at++)
		if ((unsigned char)*at < ' ' && *at != '\n')
			printf("\\x%02x", *at);
		else
			putchar(*at);
	putchar('\n');
}

static void report(const struct subject *subject, struct fault fault, const char *call,
	const char *why, struct outcome *got)
{
	driver.wrong++;
	if (driver.wrong > TOLD_MOST)
		return;
	printf("truce");
	for (int i = 0; subject->words[i]; i++)
		printf(" %s", subject->words[i]);
	printf("%s: %s %ld%s", subject->keys ? " (terminal)" : "", *call ? call : "allocation",
		fault.at, fault.onward ? " and all after it" : "");
	if (fault.error == FAULT_SHORT)
		printf(", one byte");
	else if (fault.error)
		printf(", %s", strerror(fault.error));
	printf(": %s; status %d\n", why, got->status);
	show_text("out", &got->out);
	if (got->err.len)
		show_text("err", &got->err);
}

static void try(const struct subject *subject, const struct run *run, struct fault fault,
	const char *call, struct outcome *base)
{
	struct outcome got;
	run_once(run, driver.shim, fault, &got);
	driver.injected += got.struck;
	const char *why = judge(subject, fault, call, base, &got);
	if (why)
		report(subject, fault, call, why, &got);
	outcome_free(&got);
}

static void try_memory(const struct subject *subject, struct run run)
{
	struct outcome base;
	int stride = driver.thorough || !subject->stride ? 1 : subject->stride;
	run_once(&run, driver.shim, (struct fault){0}, &base);
	for (long at = 1; at <= base.allocations; at += stride)
		try(subject, &run, (struct fault){.kind = FAULT_MEMORY, .at = at}, "", &base);
	for (long at = 1; at <= base.allocations; at += driver.thorough ? 1 : 7 * stride)
		try(subject, &run, (struct fault){.kind = FAULT_MEMORY, .at = at, .onward = true},
			"", &base);
	outcome_free(&base);
}

static void try_calls(const struct subject *subject, struct run run)
{
	struct outcome base;
	run.traced = true;
	run_once(&run, driver.shim, (struct fault){0}, &base);
	/* The calls that start a program are those of the first one. */
	long step = driver.thorough || subject == subjects ? 1 : 3;
	for (long at = 1; at <= base.calls && at <= CALLS_MOST; at += step) {
		int call = base.called[at - 1];
		const int *errors = call_errors(call);
		if (!base.allocations && errors[0] == ENOMEM) /* a sanitizer's own, which ends */
			continue;
		for (const int *error = errors; *error; error++) {
			struct fault fault = {.kind = FAULT_CALL, .at = at, .error = *error};
			try(subject, &run, fault, call_name(call), &base);
			fault.onward = *error != EINTR && *error != EAGAIN;
			if (fault.onward && driver.thorough)
				try(subject, &run, fault, call_name(call), &base);
		}
	}
	outcome_free(&base);
}

static void try_subject(const struct subject *subject)
{
	const char *words[sizeof subject->words / sizeof *subject->words + 1] = {driver.program};
	for (int i = 0; subject->words[i]; i++)
		words[i + 1] = subject->words[i];
	struct run run = {.words = words, .input = subject->input, .keys = subject->keys};
	try_memory(subject, run);
	if (driver.traces)
		try_calls(subject, run);
}

/* Whether the command has all the words. */
static bool is_wanted(const struct subject *subject, char **wanted)
{
	char line[1024] = "";
	for (int i = 0; subject->words[i]; i++)
		snprintf(line + strlen(line), sizeof line - strlen(line), " %s", subject->words[i]);
	snprintf(line + strlen(line), sizeof line - strlen(line), "%s%s",
		subject->keys ? " terminal " : "", subject->keys ? subject->keys : "");
	while (*wanted && strstr(line, *wanted))
		wanted++;
	return !*wanted;
}

int main(int count, char **words)
{
	if (count < 3) {
		fputs("usage: faults TRUCE SHIM [long] [WORD...]\n", stderr);
		return 2;
	}
	bool thorough = count > 3 && strcmp(words[3], "long") == 0;
	driver = (struct driver){
		.program = words[1], .shim = realpath(words[2], NULL), .thorough = thorough};
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (!driver.shim || !run_can_preload(driver.shim)) {
		puts("skipped: no library can be preloaded here");
		return 0;
	}
	driver.traces = run_can_trace(driver.shim);
	if (!driver.traces)
		puts("skipped: the faults of system calls; no program can be traced here");
	for (int i = 0; i < SUBJECTS; i++)
		if ((thorough || !subjects[i].slow) &&
			is_wanted(&subjects[i], words + 3 + thorough))
			try_subject(&subjects[i]);
	printf("%ld faults: %ld without effect, %ld told of\n", driver.injected, driver.unharmed,
		driver.told);
	printf("%ld passed, %ld failed\n", driver.injected - driver.wrong, driver.wrong);
	return driver.wrong != 0;
}
