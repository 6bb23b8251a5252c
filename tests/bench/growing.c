/* The same key in a record and in one a hundred times as large, typed in turn. What must look at all once, a
 * filter or a search, has its own rows (typed.c). */
#include "tests/bench/bench.h"
#include "tests/bench/table.h"

#include <stddef.h>

/* Of so many times the median of a key of less than a millisecond varies by a few hundredths. */
enum { SILENCE = 40, LOADING = 240, TIMES = 25, STEPS = 12 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct step {
	const char *what;
	const char *key;
	const char *back; /* what undoes it; NULL where it is typed on */
	double most;      /* milliseconds in the large one; 0 for any */
};

struct scene {
	const char *kind; /* of record */
	const char *name;
	long large;      /* how many of it */
	const char *way; /* the keys to where the steps are typed */
	bool resized;    /* its width is changed as well */
	struct step steps[STEPS];
};

static const struct scene scenes[] = {
	{"dense", "events", 100000, "jjj", true,
		{{"j", "j", NULL, 0}, {"Space", " ", NULL, 0}, {"G", "G", "g", 0},
			{"- to days", "-", "+", 2}, {"i, who speaks", "i", "\033", 0},
			{"t, what of", "t", "\033", 0}, {"s, the sources", "s", "\033", 0},
			{"v, positions", "v", "\033", 0}, {"p, to a class", "p", "\033", 0},
			{"w, the quiz", "w", "\033", 10}, {"?, help", "?", "\033", 0}}},
	{"people", "people", 40000, "i", false,
		{{"j in the index", "\033[B", NULL, 0}, {"a page", "\033[6~", "\033[5~", 0}}},
	{"attestations", "attestations", 20000, "jl\r", false,
		{{"j in the links", "j", NULL, 0}, {"a page", "\033[6~", "\033[5~", 0}}},
	{"quotes", "words in an event", 40000, "jl", false,
		{{"j in the words", "j", NULL, 0}, {"G", "G", "g", 0}, {"- to days", "-", "+", 2},
			{"links", "\r", "\033", 0}}},
	{"two", "words in two", 4000, "jcjc", false, {{"j in a comparison", "j", NULL, 0}}},
};

static void type_all(const struct terminal *terminal, const char *keys)
{
	for (; *keys; keys++)
		terminal_pass(terminal, (const char[]){*keys, '\0'}, SILENCE);
}

/* Types the key into both, now the one first and now the other: what is typed second finds a processor awake. */
static void type_both(const struct step *step, const struct terminal *small,
	const struct terminal *large, bool turned, double *one, double *two)
{
	if (turned)
		*two = terminal_type(large, step->key, SILENCE).ms;
	*one = terminal_type(small, step->key, SILENCE).ms;
	if (!turned)
		*two = terminal_type(large, step->key, SILENCE).ms;
}

static void step_measure(const struct bench *bench, const struct step *step,
	const struct terminal *small, const struct terminal *large)
{
	struct pairs pairs = {0};
	struct numbers times = {0};
	for (int i = 0; i < (bench->brief ? 1 : TIMES); i++) {
		double one, two;
		type_both(step, small, large, i % 2, &one, &two);
		pairs_add(&pairs, one, two);
		numbers_add(&times, two);
		if (step->back) {
			type_all(small, step->back);
			type_all(large, step->back);
		}
	}
	pairs_row(&pairs, step->what, "ms", 1.2);
	if (step->most > 0)
		table_fact("  in the large one", "ms", numbers_median(&times), step->most);
	numbers_free(&times);
}

static void resize_measure(
	const struct bench *bench, const struct terminal *small, const struct terminal *large)
{
	struct pairs pairs = {0};
	struct numbers times = {0};
	for (int i = 0; i < (bench->brief ? 1 : TIMES); i++) {
		int cols = i % 2 ? 120 : 118;
		double one = terminal_resize(small, 40, cols, SILENCE).ms;
		double two = terminal_resize(large, 40, cols, SILENCE).ms;
		pairs_add(&pairs, one, two);
		numbers_add(&times, two);
	}
	pairs_row(&pairs, "another width", "ms", 1.2);
	table_fact("  in the large one", "ms", numbers_median(&times), 1.5);
	numbers_free(&times);
}

static void scene_measure(const struct bench *bench, const struct scene *scene)
{
	long count = bench->brief ? 2000 : scene->large;
	struct terminal small = terminal_start((const char *[]){
		bench->truce, bench_record(bench, scene->kind, count / 100), NULL});
	struct terminal large = terminal_start(
		(const char *[]){bench->truce, bench_record(bench, scene->kind, count), NULL});
	terminal_opened(&small, LOADING);
	terminal_opened(&large, LOADING);
	table_head(table_text("Keys, among %ld and %ld %s", count / 100, count, scene->name));
	type_all(&small, scene->way);
	type_all(&large, scene->way);
	for (int i = 0; i < STEPS && scene->steps[i].what; i++)
		step_measure(bench, &scene->steps[i], &small, &large);
	if (scene->resized)
		resize_measure(bench, &small, &large);
	terminal_end(&large);
	terminal_end(&small);
}

void growing_keys(const struct bench *bench)
{
	for (size_t i = 0; i < COUNT(scenes); i++)
		scene_measure(bench, &scenes[i]);
}
