/* JSON as other programs read it: the record as one object, or an event a line.
 *
 * Short things (dates, lists of ids) stand on one line. */
#include "print/json.h"

#include "print/json_text.h"
#include "print/print.h"
#include "query/sequence.h"

#include <string.h>

/* Separator, line and key before a value. */
static void before(struct sink *sink, const char *key)
{
	if (sink->some[sink->depth])
		buf_text(&sink->out, sink->compact ? ", " : ",");
	sink->some[sink->depth] = true;
	if (!sink->compact && sink->depth) {
		buf_char(&sink->out, '\n');
		buf_repeat(&sink->out, " ", (size_t)sink->depth * 2);
	}
	if (key) {
		json_text(sink->form, &sink->out, key);
		buf_text(&sink->out, ": ");
	}
}

static void json_open(struct sink *sink, const char *key, enum shape shape)
{
	before(sink, key);
	sink->compact += shape == SHAPE_SHORT;
	buf_char(&sink->out, shape == SHAPE_LIST ? '[' : '{');
	sink->some[++sink->depth] = false;
}

static void json_close(struct sink *sink, enum shape shape)
{
	bool some = sink->some[sink->depth--];
	if (!sink->compact && some) {
		buf_char(&sink->out, '\n');
		buf_repeat(&sink->out, " ", (size_t)sink->depth * 2);
	}
	sink->compact -= shape == SHAPE_SHORT;
	buf_char(&sink->out, shape == SHAPE_LIST ? ']' : '}');
}

static void json_string(struct sink *sink, const char *key, const char *text)
{
	before(sink, key);
	json_text(sink->form, &sink->out, text);
}

static void json_words(struct sink *sink, const char *key, const char *const *words, uint32_t count)
{
	before(sink, key);
	for (uint32_t n = 0; n < count; n++) {
		buf_text(&sink->out, n ? ", " : "[");
		json_text(sink->form, &sink->out, words[n]);
	}
	buf_char(&sink->out, ']');
}

static void json_day(struct buf *out, const char *key, int64_t day)
{
	buf_format(out, ", \"%s\": ", key);
	size_t at = out->len;
	buf_char(out, '"');
	if (date_day_text(day, out)) {
		buf_char(out, '"');
	} else {
		out->len = at;
		buf_text(out, "null");
	}
}

/* What the date is in the calendar of its field: `edtf` and `display` of an Old Style field are
 * Julian; the days are Gregorian everywhere. */
static void json_date(struct sink *sink, const char *key, const struct date *date)
{
	struct buf *out = &sink->out, words = {0};
	bool julian = strlen(key) > 3 && strcmp(key + strlen(key) - 3, "_os") == 0;
	struct date shown = *date;
	struct date_problem problem;
	if (date->old_style && !julian) {
		date_edtf(date, &words);
		date_parse(&sink->arena, buf_string(&words), words.len, &shown, &problem);
		buf_clear(&words);
	}
	before(sink, key);
	buf_text(out, "{\"edtf\": ");
	json_text(sink->form, &sink->out, shown.edtf);
	json_day(out, "earliest", shown.earliest);
	json_day(out, "latest", shown.latest);
	if (julian)
		date_display_old_style(&shown, &words);
	else
		date_display(&shown, &words);
	buf_text(out, ", \"display\": ");
	json_text(sink->form, &sink->out, buf_string(&words));
	buf_char(out, '}');
	buf_free(&words);
}

static void json_number(struct sink *sink, const char *key, int64_t number)
{
	before(sink, key);
	buf_format(&sink->out, "%lld", (long long)number);
}

static void json_truth(struct sink *sink, const char *key)
{
	before(sink, key);
	buf_text(&sink->out, "true");
}

const struct sink_calls json_calls = {
	.open = json_open,
	.close = json_close,
	.text = json_string,
	.words = json_words,
	.date = json_date,
	.number = json_number,
	.truth = json_truth,
};

static bool print_whole(
	const struct result *result, const struct print_options *options, bool in_page, FILE *file)
{
	struct keep keep;
	struct sink sink = {.calls = &json_calls,
		.keep = &keep,
		.resolved = true,
		.in_page = in_page,
		.form = options->form,
		.file = file};
	keep_begin(&keep, result);
	json_open(&sink, NULL, SHAPE_MAP);
	walk_record(&sink);
	json_close(&sink, SHAPE_MAP);
	buf_char(&sink.out, '\n');
	keep_free(&keep);
	return sink_end(&sink);
}

bool print_json(const struct result *result, const struct print_options *options, FILE *file)
{
	return print_whole(result, options, false, file);
}

bool json_in_page(const struct result *result, const struct print_options *options, FILE *file)
{
	return print_whole(result, options, true, file);
}

bool print_jsonl(const struct result *result, const struct print_options *options, FILE *file)
{
	struct keep keep;
	struct sequence sequence;
	struct sink sink = {.calls = &json_calls,
		.keep = &keep,
		.resolved = true,
		.compact = 1,
		.form = options->form,
		.file = file};
	keep_begin(&keep, result);
	sequence_begin(&sequence, result);
	for (struct ref ref; !sink.failed && sequence_next(&sequence, &ref);) {
		if (ref.thing != THING_EVENT)
			continue;
		sink.some[0] = false;
		walk_event(&sink, NULL, &result->record->events[ref.index]);
		buf_char(&sink.out, '\n');
		sink_flush(&sink);
	}
	sequence_end(&sequence);
	keep_free(&keep);
	return sink_end(&sink);
}
