/* Behind a text that is not closed all marks change their sides. So one is put in at each place where the
 * text might end or begin, and where the rest of the file can be read then it was lost. */
#include "base/json_mark.h"

#include "base/node_sign.h"

#include <string.h>

enum { TRIED_MOST = 40, AHEAD_MOST = 100000, SIZE_MOST = 4 << 20, ROUND = 24 };

struct search {
	const struct json_file *file;
	const struct json_walk *wrong;
	struct json_walk walk;
	struct buf bytes; /* of the file with the mark */
	const char *best; /* where it is put in; NULL: nowhere */
	size_t odd, tried;
};

static void try(struct search *search, const char *at)
{
	const struct json_file *file = search->file;
	size_t before = (size_t)(at - file->bytes), behind = (size_t)(file->end - at);
	struct json_tokens tokens = {0};
	bool cut = behind > AHEAD_MOST;
	if (search->tried++ > TRIED_MOST || before > SIZE_MOST)
		return;
	buf_clear(&search->bytes);
	buf_add(&search->bytes, file->bytes, before);
	buf_char(&search->bytes, '"');
	buf_add(&search->bytes, at, cut ? AHEAD_MOST : behind);
	json_tokens_find(&tokens, search->bytes.text, search->bytes.len);
	json_walk_begin(&search->walk, search->bytes.text, &tokens, search->wrong->known);
	size_t last = tokens.count - (cut ? 2 : 0);
	bool far = json_walk_on(&search->walk, last, NULL) || (cut && search->walk.at + 2 >= last);
	size_t odd = search->walk.odd + search->walk.bare;
	if (far && (!search->best || odd < search->odd)) {
		search->best = at;
		search->odd = odd;
	}
	json_tokens_free(&tokens);
}

/* Each place within a text where it might end: before a sign, and at the end of the line. */
static void ends_try(struct search *search, const struct json_token *token)
{
	const char *from = search->file->bytes + token->at + 1;
	const char *line = sign_line_end(from, search->file->end), *to = line;
	while (to > from && strchr(" \t,}]", to[-1]))
		to--;
	if (to > from)
		try(search, to);
	for (const char *at = from + 1; at < line; at++)
		if (strchr(",}]:", *at) && *at && at != to && at[-1] != '\\')
			try(search, at);
}

static bool is_mark(const struct search *search, const struct json_token *token)
{
	const char *to = search->file->bytes + token->at + token->len;
	return token->sign == JSON_PLAIN && token->len > 1 && to[-1] == '"' && to[-2] != '\\';
}

/* Where the first plain value or name ends with a mark: what belongs before it may stand behind commas and
 * other signs. */
static const struct json_token *plain_find(struct search *search)
{
	const struct json_token *first = search->wrong->tokens, *token = first;
	while (token->sign != JSON_END && !is_mark(search, token) &&
		(size_t)(token - first) <= search->wrong->at + ROUND)
		token++;
	if (!is_mark(search, token))
		return NULL;
	const struct json_token *start = token;
	for (int i = 0; i < TRIED_MOST && token > first && token->sign != JSON_TEXT; i++) {
		if (token->sign == JSON_PLAIN)
			try(search, search->file->bytes + token->at);
		if (search->best == search->file->bytes + token->at)
			start = token;
		if (token->column)
			break;
		token--;
	}
	return search->best ? start : NULL;
}

static void beginning_tell(
	struct search *search, struct json_slip *slip, const struct json_token *token)
{
	const char *at = search->file->bytes + token->at;
	slip->place = slip->stop = json_place(search->file, at);
	slip->code = "text-after-quote";
	buf_format(&slip->text, "a quotation mark is missing at the beginning of this %s",
		token[1].sign == ':' ? "name" : "text");
	json_line_add(&slip->text, search->file, at, at, "\"");
}

static void end_tell(struct search *search, struct json_slip *slip, const struct json_token *token)
{
	const char *at = search->file->bytes + token->at;
	bool name = search->best < search->file->end && *search->best == ':';
	slip->stop = json_place(search->file, at);
	slip->place = name ? json_place(search->file, search->best) : slip->stop;
	slip->code = "unclosed-quote";
	buf_text(&slip->text,
		name ? "a quotation mark is missing behind the name of the field"
		     : "a quotation mark is missing at the end of this text");
	json_line_add(&slip->text, search->file, search->best, search->best, "\"");
}

/* \' in single marks, as programs have it. */
static bool apostrophe_tell(
	struct search *search, struct json_slip *slip, const struct json_token *token)
{
	const char *at = search->file->bytes + token->at, *mark = at + token->len - 1;
	if (*at != '\'' || token->len < 3 || mark[-1] != '\\')
		return false;
	slip->stop = json_place(search->file, at);
	slip->place = json_place(search->file, mark - 1);
	slip->code = "text-after-quote";
	buf_text(&slip->text,
		"between single quotation marks an apostrophe has no backslash, but stands twice");
	json_line_add(&slip->text, search->file, mark - 1, mark + 1, "''");
	return true;
}

static bool look(struct search *search, struct json_slip *slip, bool whole)
{
	const struct json_walk *wrong = search->wrong;
	const struct json_token *token = plain_find(search);
	if (token) {
		beginning_tell(search, slip, token);
		return true;
	}
	if (whole) /* then there is no token at `at` */
		return false;
	token = &wrong->tokens[wrong->at];
	bool behind = token->sign == JSON_PLAIN && wrong->at && token[-1].sign == JSON_TEXT;
	if (!behind && token->sign != JSON_BROKEN)
		return false;
	token -= behind;
	if (behind && apostrophe_tell(search, slip, token))
		return true;
	ends_try(search, token);
	if (search->best)
		end_tell(search, slip, token);
	return search->best;
}

bool json_mark_find(struct json_slip *slip, const struct json_file *file,
	const struct json_walk *wrong, bool whole)
{
	struct search search = {.file = file, .wrong = wrong};
	bool found = look(&search, slip, whole);
	buf_free(&search.bytes);
	return found;
}
