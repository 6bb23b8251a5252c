/* An event file that opens again and is the same record, in the hand of somebody who writes with
 * care: two spaces an indent, an empty line between sections and between events, nothing quoted
 * that need not be. */
#include "print/yaml.h"

#include "print/print.h"
#include "print/yaml_text.h"

#include <string.h>

/* Depth 0 is the top level; a list's items stand one depth below its key, and the fields of an item
 * that is a map one more, the first behind the dash. */
static int indent_of(const struct sink *sink)
{
	return sink->depth * 2;
}

/* Indentation, dash and key. Returns the column that a value behind them and a space begins at. */
static int before(struct sink *sink, const char *key)
{
	struct buf *out = &sink->out;
	size_t start = out->len;
	int indent = indent_of(sink);
	if (sink->dash) { /* the first of an item: its dash has been written */
		sink->dash = false;
		start -= (size_t)indent;
	} else {
		buf_repeat(out, " ", (size_t)indent);
	}
	if (key) {
		yaml_flow_text(sink->form, out, key);
		buf_char(out, ':');
	} else {
		buf_char(out, '-');
	}
	sink->some[sink->depth] = true;
	return (int)(out->len - start) + 1;
}

/* An empty line above a section, an event, and a parallel. */
static void space_above(struct sink *sink, const char *key, enum shape shape)
{
	bool section = sink->depth == 0 && key;
	bool item = sink->depth == 1 && !key && shape != SHAPE_LIST && sink->some[1];
	if (section || item)
		buf_char(&sink->out, '\n');
}

static void yaml_open(struct sink *sink, const char *key, enum shape shape)
{
	space_above(sink, key, shape);
	before(sink, key);
	if (key) {
		buf_char(&sink->out, '\n');
	} else {
		buf_char(&sink->out, ' ');
		sink->dash = true;
	}
	sink->some[++sink->depth] = false;
}

static void yaml_close(struct sink *sink, enum shape shape)
{
	(void)shape;
	sink->depth--;
}

static void yaml_string(struct sink *sink, const char *key, const char *text)
{
	int column = before(sink, key);
	buf_char(&sink->out, ' ');
	yaml_text(sink->form, &sink->out, text, column, indent_of(sink) + 2);
}

static void yaml_words(struct sink *sink, const char *key, const char *const *words, uint32_t count)
{
	struct buf *out = &sink->out;
	if (count == 1) {
		yaml_string(sink, key, words[0]);
		return;
	}
	int column = before(sink, key);
	size_t start = out->len;
	for (uint32_t n = 0; n < count; n++) {
		buf_text(out, n ? ", " : " [");
		yaml_flow_text(sink->form, out, words[n]);
	}
	if (column + text_width(NULL, out->text + start, out->len - start) <= YAML_WIDTH) {
		buf_text(out, "]\n");
		return;
	}
	buf_cut(out, start);
	buf_char(out, '\n');
	sink->depth++;
	for (uint32_t n = 0; n < count; n++)
		yaml_string(sink, NULL, words[n]);
	sink->depth--;
}

static void yaml_date(struct sink *sink, const char *key, const struct date *date)
{
	before(sink, key);
	buf_char(&sink->out, ' ');
	yaml_date_text(sink->form, &sink->out, date->edtf);
	buf_char(&sink->out, '\n');
}

static void yaml_number(struct sink *sink, const char *key, int64_t number)
{
	before(sink, key);
	buf_format(&sink->out, " %lld\n", (long long)number);
}

static void yaml_truth(struct sink *sink, const char *key)
{
	before(sink, key);
	buf_text(&sink->out, " true\n");
}

const struct sink_calls yaml_calls = {
	.open = yaml_open,
	.close = yaml_close,
	.text = yaml_string,
	.words = yaml_words,
	.date = yaml_date,
	.number = yaml_number,
	.truth = yaml_truth,
};

bool print_yaml(const struct result *result, const struct print_options *options, FILE *file)
{
	struct keep keep;
	struct sink sink = {
		.calls = &yaml_calls, .keep = &keep, .form = options->form, .file = file};
	keep_begin(&keep, result);
	buf_text(&sink.out, "# yaml-language-server: $schema=truce.schema.json\n");
	walk_record(&sink);
	keep_free(&keep);
	return sink_end(&sink);
}
