/* What check and verify found, for other programs: one JSON object a run, each problem on a line.
 * truce(1) says what is in it; what is once there stays.
 *
 * Every text of it goes through json_text: it is valid, whatever the files hold. */
#ifndef TRUCE_CLI_REPORT_H
#define TRUCE_CLI_REPORT_H

#include "base/buf.h"
#include "base/diag.h"
#include "cli/options.h"
#include "load/verify.h"

/* Problems of a level that are reported of a file; all are counted. */
enum { REPORT_MOST = 10000 };

/* Their names, closed by NULL. */
extern const char *const report_formats[];

/* Whether --format asks for JSON (*json) or text; false, having said so, where it is neither. */
bool report_format(const char *name, const struct options *, bool *json);

/* Appends the object's parts, in this order; the results are verify's alone. `form` is what the
 * stream can show. */
void report_begin(struct buf *, const struct text_form *form, const struct options *);
/* `texts` is the folder that they were looked up in; not `all` is what was not found. */
void report_results(struct buf *, const struct text_form *form, const struct diag_list *,
	const struct verify *, const char *texts, bool all);
void report_problems(struct buf *, const struct text_form *form, const struct diag_list *,
	enum diag_level least);
/* `verify` is NULL for check. */
void report_end(struct buf *, const struct diag_list *, const struct verify *);

#endif
