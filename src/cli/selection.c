/* The form of query and date is looked at before any file is, so that a slip of the finger costs
 * no loading. */
#include "cli/selection.h"

#include "base/suggest.h"
#include "base/text.h"
#include "cli/command.h"
#include "query/past.h"
#include "term/stream.h"

#include <string.h>
#include <unistd.h>

static void add_shown(struct buf *out, const char *text)
{
	struct text_form form = text_form_telling(term_stream_form(stderr));
	text_show(&form, out, text, strlen(text));
}

/* On a terminal the text follows, and a caret below the column. */
static void add_caret(struct buf *out, const char *text, uint32_t column)
{
	size_t len = strlen(text), at = 0, bytes;
	for (uint32_t i = 1; i < column && at < len; i++) {
		text_decode(text + at, len - at, &bytes);
		at += bytes;
	}
	buf_text(out, "    ");
	add_shown(out, text);
	buf_text(out, "\n    ");
	struct text_form form = text_form_telling(term_stream_form(stderr));
	buf_repeat(out, " ", (size_t)text_width(&form, text, at));
	buf_text(out, "^\n");
}

/* "truce print: --query, column 9: ...", of a view "truce print: --view lesson, its query, column
 * 9: ..."; a remark begins with "note: ". */
static void tell(const char *name, const char *note, const struct select_options *options,
	const struct query_problem *problem)
{
	const struct view *view = options->view;
	const struct {
		const char *option, *field;
		const char *text; /* where the column counts */
	} origins[] = {
		[ORIGIN_QUERY] = {"--query", NULL, options->query},
		[ORIGIN_AS_OF] = {"--as-of", NULL, options->as_of ? options->as_of->edtf : NULL},
		[ORIGIN_VIEW_QUERY] = {"--view", "query", view ? view->query : NULL},
		[ORIGIN_VIEW_AS_OF] = {"--view", "as_of",
			view && view->as_of ? view->as_of->edtf : NULL},
	};
	const char *text = origins[problem->origin].text;
	struct buf out = {0};
	buf_format(&out, "%s: %s%s", name, note, origins[problem->origin].option);
	if (origins[problem->origin].field) {
		buf_char(&out, ' ');
		add_shown(&out, view->id);
		buf_format(&out, ", its %s", origins[problem->origin].field);
	}
	buf_format(&out, ", column %u: ", (unsigned)problem->column);
	add_shown(&out, problem->reason);
	buf_char(&out, '\n');
	if (isatty(STDERR_FILENO))
		add_caret(&out, text, problem->column);
	term_stream_put(stderr, buf_string(&out), out.len);
	buf_free(&out);
}

static bool read_query(const char *name, const char *query, struct selection_request *request)
{
	const struct query_term *terms;
	struct query_problem problem;
	request->options.query = query;
	if (!query_parse(&request->arena, query, strlen(query), &terms, &problem)) {
		tell(name, "", &request->options, &problem);
		return false;
	}
	if (!terms)
		complaint_print(name, "--query is empty; without it everything is selected");
	return terms;
}

static bool read_day(const char *name, const char *text, struct selection_request *request)
{
	struct date_problem malformed;
	struct query_problem problem = {.origin = ORIGIN_AS_OF};
	size_t len = strlen(text), valid = text_valid(text, len);
	int64_t day;
	if (valid < len)
		malformed = (struct date_problem){valid, "this is not UTF-8"};
	request->options.as_of = &request->as_of;
	if (valid == len &&
		date_parse_typed(&request->arena, text, len, &request->as_of, &malformed)) {
		if (query_day(&request->as_of, &day, &problem))
			return true;
	} else {
		request->as_of.edtf = text;
		problem.column = (uint32_t)text_length(text, malformed.offset) + 1;
		snprintf(problem.reason, sizeof problem.reason, "%s", malformed.reason);
	}
	tell(name, "", &request->options, &problem);
	return false;
}

bool selection_options(
	const char *name, const struct options *options, struct selection_request *request)
{
	const char *query = options->values[OPTION_QUERY], *day = options->values[OPTION_AS_OF];
	*request = (struct selection_request){.arena = {0}};
	return (!query || read_query(name, query, request)) &&
		(!day || read_day(name, day, request));
}

const struct record *selection_known(const struct record *record, struct selection_request *request)
{
	const struct date *days[] = {request->options.as_of,
		request->options.view ? request->options.view->as_of : NULL};
	int64_t first = DATE_OPEN_END, day;
	struct query_problem problem;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (days[i] && query_day(days[i], &day, &problem) && day < first)
			first = day;
	return past_record(record, first, &request->arena);
}

bool selection_view(const char *name, const struct options *options, const struct record *record,
	struct selection_request *request)
{
	bool plan = options->given[OPTION_PLAN];
	const char *id = options->values[plan ? OPTION_PLAN : OPTION_VIEW];
	uint32_t count = record->counts[THING_VIEW];
	if (!id)
		return true;
	struct ref ref = record_find(record, id);
	if (ref.thing == THING_VIEW) {
		request->options.view = &record->views[ref.index];
		return true;
	}
	const struct record *known = selection_known(record, request);
	struct suggest suggest;
	struct buf out = {0}, ids = {0};
	uint32_t listed = 0;
	suggest_start(&suggest, id);
	for (uint32_t i = 0; i < count; i++) {
		if (record_hides(known, record_ref(THING_VIEW, i)))
			continue;
		suggest_feed(&suggest, record->views[i].id);
		if (listed++ < 20)
			buf_format(&ids, "%s %s", listed > 1 ? "," : "", record->views[i].id);
	}
	bool said = suggest_hint(&out, id, suggest_best(&suggest), NULL);
	if (!said && !count)
		buf_text(&out, ", nor any other in this record");
	else if (!said && listed)
		buf_format(
			&out, "; there are%s%s", buf_string(&ids), listed > 20 ? " and more" : "");
	buf_free(&ids);
	complaint_print(name, "there is no view \"%s\"%s", id, buf_string(&out));
	buf_free(&out);
	return false;
}

bool selection_run(const char *name, const struct record *record, struct selection_request *request,
	struct result *result, bool *nothing)
{
	const struct select_options *options = &request->options;
	struct query_problem problem;
	if (!options->query && !options->view && !options->as_of) {
		*result = result_all(record);
		*nothing = false;
		return true;
	}
	if (!select_run(record, options, &request->arena, result, &problem)) {
		tell(name, "", options, &problem);
		return false;
	}
	*nothing = result->event_count == 0;
	if (problem.reason[0] && (*nothing || problem.origin == ORIGIN_QUERY))
		tell(name, "note: ", options, &problem);
	if (*nothing && result->day != DATE_OPEN_END && !result_known(result)->event_count)
		complaint_print(name, "nothing of the record was known by %s day",
			options->as_of ? "that" : "the view's");
	else if (*nothing)
		complaint_print(name, "nothing is selected");
	return true;
}
