/* bench PROGRAMS TRUCE [short | PART]: how fast truce is beside floors, programs that do no more than the
 * machine must (each says at its head what it is; they lie in PROGRAMS). README.md says how to read it.
 * Ends with status 1 where a row is over its limit.
 *
 * `short` runs all of it on tiny records, to see that it runs; its limits are not asked. A part is one of
 * the names in `parts`. */
#include "tests/bench/bench.h"
#include "tests/bench/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *bench_record(const struct bench *bench, const char *kind, long count)
{
	const char *path = table_text("%s/%s-%ld.yaml", bench->folder, kind, count);
	if (access(path, F_OK) != 0 &&
		system(table_text(
			"'%s/record' %ld %s >'%s'", bench->programs, count, kind, path))) {
		fprintf(stderr, "bench: %s: no record\n", path);
		exit(2);
	}
	return path;
}

static void records_make(struct bench *bench)
{
	struct stat status;
	for (int i = 0; i < SIZES; i++) {
		snprintf(bench->files[i], BENCH_PATH, "%s",
			bench_record(bench, "events", bench->sizes[i]));
		if (stat(bench->files[i], &status) == 0)
			bench->bytes[i] = (double)status.st_size;
	}
}

/* How busy the machine is with others: beyond a half, times are not to be trusted. */
static double machine_load(void)
{
	double load = 0;
	if (getloadavg(&load, 1) != 1)
		load = 0;
	return load;
}

static void search_measure(const struct bench *bench)
{
	char line[256], name[64];
	double floor, ours;
	FILE *stream = popen(
		table_text("'%s/search' '%s'", bench->programs, bench->files[LARGE]), "r");
	table_head(table_text("Searching %ld events, in the program", bench->sizes[LARGE]));
	while (stream && fgets(line, sizeof line, stream)) {
		if (sscanf(line, "%63s %lf %lf", name, &floor, &ours) != 3)
			continue;
		if (!strncmp(name, "count:", 6))
			table_row(table_text("all hits of \"%s\", beside memmem", name + 6), "ms",
				floor, ours, 1.2);
		else if (!strncmp(name, "first:", 6))
			table_fact(table_text("the first hit of \"%s\"", name + 6), "ms", ours, -1);
		else
			table_row("folding the text", "ms", floor, ours, 1.5);
	}
	if (!stream || pclose(stream) != 0) {
		fprintf(stderr, "bench: search failed\n");
		exit(2);
	}
}

static void keys_measure(const struct bench *bench)
{
	typed_keys(bench, SMALL);
	typed_keys(bench, LARGE);
}

static const struct part {
	const char *name;
	void (*measure)(const struct bench *);
} parts[] = {{"loading", whole_loading}, {"start", typed_start}, {"keys", keys_measure},
	{"prompts", typed_prompts}, {"search", search_measure}, {"growing", growing_keys},
	{"reload", typed_reload}, {"printing", whole_printing}, {"verifying", whole_verifying},
	{"peers", peers_measure}};
enum { PARTS = sizeof parts / sizeof *parts };

/* All of it, or the part of this name; false where there is none. */
static bool measure(const struct bench *bench, const char *name)
{
	bool any = false;
	for (int i = 0; i < PARTS; i++)
		if (!name || strcmp(name, parts[i].name) == 0) {
			parts[i].measure(bench);
			any = true;
		}
	return any;
}

int main(int argc, char **argv)
{
	struct bench bench = {.sizes = {1000, 10000, 100000}};
	if (argc < 3) {
		fprintf(stderr, "usage: bench PROGRAMS TRUCE [short | PART]\n");
		return 2;
	}
	bench.programs = argv[1];
	bench.truce = argv[2];
	bench.brief = argc > 3 && strcmp(argv[3], "short") == 0;
	for (int i = 0; bench.brief && i < SIZES; i++)
		bench.sizes[i] = 20 + i;
	const char *folder = getenv("TMPDIR");
	snprintf(bench.folder, sizeof bench.folder, "%.400s/truce-bench-XXXXXX",
		folder ? folder : "/tmp");
	if (!mkdtemp(bench.folder)) {
		perror(bench.folder);
		return 2;
	}
	double load = machine_load();
	records_make(&bench);
	bool any = measure(&bench, bench.brief ? NULL : argv[3]);
	if (system(table_text("rm -rf '%s'", bench.folder)) != 0)
		perror(bench.folder);
	if (!any) {
		fprintf(stderr, "bench: there is no part \"%s\"\n", argv[3]);
		return 2;
	}
	struct table_count count = table_counted();
	printf("\n%d of %d limits over", count.over, count.limits);
	if (load > 0.5)
		printf("; the machine was busy (load %.1f), so its times say little", load);
	printf("\n");
	return count.over && !bench.brief ? 1 : 0;
}
