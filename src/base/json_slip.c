/* Where the signs cannot go on, and where they look odd before, each small change is tried: of those with
 * which the rest of the file can be read the one is meant that leaves the least odd. */
#include "base/json_slip.h"

#include "base/json_mark.h"
#include "base/json_strict.h"
#include "base/json_tell.h"
#include "base/json_tokens.h"
#include "base/json_walk.h"
#include "base/memory.h"
#include "base/node_sign.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES_MOST = 40, BACK = 3, AHEAD_MOST = 20000, STEPS_MOST = 3000000 };

/* The search, and the best that it has found. */
struct search {
	struct json_file file;
	const struct json_tokens *tokens;
	struct json_walk wrong; /* where it cannot go on */
	size_t places[PLACES_MOST], place_count;
	size_t limit, steps; /* how far a change has to lead, what has been gone through */
	struct json_edit best;
	size_t crossed; /* by it what closes the bracket opened there is another as well; or 0 */
	size_t cost;    /* SIZE_MAX: there is none */
	struct json_walk *before; /* at the place that is tried */
	struct json_walk *tried;
};

static void place_add(struct search *search, size_t place, size_t back)
{
	for (size_t i = 0; i <= back && i <= place; i++) {
		size_t at = place - i;
		bool there = false;
		for (size_t j = 0; j < search->place_count; j++)
			there |= search->places[j] == at;
		if (!there && search->place_count < PLACES_MOST)
			search->places[search->place_count++] = at;
	}
}

/* ---- changes ---- */

static void try(struct search *search, struct json_edit edit, size_t cost)
{
	struct json_walk *walk = search->tried;
	if (search->steps > STEPS_MOST || cost >= search->cost)
		return;
	*walk = *search->before;
	bool far = json_walk_on(walk, search->limit, &edit);
	search->steps += walk->at - edit.at;
	cost += 4 * walk->odd;
	cost += walk->crossed > 0;
	if (!far || cost >= search->cost)
		return;
	search->cost = cost;
	search->crossed = walk->crossed;
	search->best = edit;
}

static bool is_bracket(char sign)
{
	return strchr("{}[]()<>", sign);
}

static void place_try(struct search *search, size_t at)
{
	static const char *const put[] = {
		"{", "}", "[", "]", ",", ":", "},", "],", ",{", "},{", "}}", "}]", "]}"};
	static const char *const other[] = {"{", "}", "[", "]", ",", ":"};
	char sign = search->tokens->at[at].sign;
	json_walk_begin(search->before, search->file.bytes, search->tokens, search->wrong.known);
	json_walk_on(search->before, at, NULL); /* up to the one before it */
	search->steps += at / 4;
	for (size_t i = 0; i < sizeof put / sizeof *put; i++)
		try(search, (struct json_edit){at, 0, put[i]}, strlen(put[i]));
	if (sign == JSON_END || strchr("\"a?", sign))
		return;
	try(search, (struct json_edit){at, 1, ""}, 1);
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		if (*other[i] != sign)
			try(search, (struct json_edit){at, 1, other[i]},
				is_bracket(*other[i]) == is_bracket(sign) ? 1 : 2);
}

static bool edit_find(struct search *search)
{
	const struct json_walk *wrong = &search->wrong;
	size_t at = wrong->at, odd = wrong->odd;
	search->cost = SIZE_MAX;
	search->limit = search->tokens->count - at > AHEAD_MOST ? at + AHEAD_MOST
								: search->tokens->count;
	place_add(search, at, BACK);
	if (at + 1 < search->tokens->count)
		place_add(search, at + 1, 0);
	for (size_t i = 0; i < odd && i < JSON_DOUBTS_MOST; i++)
		place_add(search, wrong->doubts[i], BACK);
	place_add(search, wrong->closed, 0);
	for (size_t depth = wrong->depth; depth && wrong->depth - depth < 4; depth--) {
		place_add(search, wrong->levels[depth - 1].value, 0);
		place_add(search, wrong->levels[depth - 1].open, 0);
	}
	for (size_t i = 0; i < search->place_count && search->steps <= STEPS_MOST; i++)
		place_try(search, search->places[i]);
	return search->cost != SIZE_MAX;
}

/* ---- what is told ---- */

/* Where a sign that is missing belongs: a line with nothing in it, else beside what stands there. */
static const char *gap_find(const struct search *search, const struct json_edit *edit, bool *empty)
{
	const struct json_token *token = &search->tokens->at[edit->at];
	const char *here = search->file.bytes + token->at, *behind = search->file.bytes;
	if (edit->at)
		behind += token[-1].at + token[-1].len;
	const char *line = sign_line_end(behind, here);
	*empty = false;
	while (line < here) {
		const char *next = sign_line_next(line, here);
		line = sign_line_end(next, here);
		*empty = line < here && sign_blanks_skip(next, line) == line;
		if (*empty)
			return line;
	}
	bool opens = strchr("{[", *edit->signs) && !(edit->at && token[-1].sign == ':');
	return opens || (token->sign == ',' && token->column) ? here : behind;
}

static void missing_tell(struct search *search, struct json_slip *slip)
{
	const struct json_edit *edit = &search->best;
	static const struct json_level none = {.open = 0};
	size_t depth = search->before->depth;
	const struct json_level *level = depth ? &search->before->levels[depth - 1] : &none;
	const struct json_token *token = &search->tokens->at[edit->at];
	const char *signs = edit->signs;
	bool empty, closes = strchr("}]", *signs), opens = strchr("{[", *signs);
	const char *at = gap_find(search, edit, &empty);
	slip->place = json_place(&search->file, at);
	slip->code = closes || opens ? "unclosed-bracket"
		: *signs == ':'      ? "missing-colon"
				     : "missing-comma";
	if (closes && !signs[1] && search->before->depth) {
		struct place open = json_place(
			&search->file, search->file.bytes + search->tokens->at[level->open].at);
		buf_format(&slip->text, "\"%c\" of line %u is never closed", level->sign,
			(unsigned)open.line);
	} else if (signs[1] || closes)
		buf_format(&slip->text, "\"%s\" is missing here", signs);
	else if (opens)
		buf_format(&slip->text, "\"%s\" is missing before this", signs);
	else
		buf_format(&slip->text, "a %s is missing behind this",
			*signs == ':' ? "colon" : "comma");
	uint32_t column = search->before->depth && level->inside ? level->inside : token->column;
	if (closes && level->column)
		column = level->column;
	bool named = edit->at && token[-1].sign == ':' && opens && !empty;
	bool last = closes && token->sign == JSON_END && level->column && !signs[1] && edit->at &&
		token[-1].column;
	if (!search->before->depth)
		column = 1;
	if (last) {
		buf_format(&slip->text, "; write \"%*s%s\" in a line below this", (int)column - 1,
			"", signs);
	} else if (!named && (empty || (opens && token->column && !signs[1]))) {
		column = column ? column : 1;
		slip->place.column = empty ? column : slip->place.column;
		buf_format(&slip->text, "; write \"%*s%s\" in %s", (int)column - 1, "", signs,
			empty ? "this line" : "a line above it");
	} else {
		struct buf put = {0};
		buf_format(&put, "%s%s", named ? " " : "", signs);
		json_line_add(&slip->text, &search->file, at, at, buf_string(&put));
		buf_free(&put);
	}
}

/* What closes the bracket is of the wrong kind as well. */
static void crossed_add(const struct search *search, struct json_slip *slip, char closing)
{
	const struct json_token *token = &search->tokens->at[search->crossed];
	struct place place = json_place(&search->file, search->file.bytes + token->at);
	buf_format(&slip->text, ", and \"%c\" for the \"%c\" ", closing, token->sign);
	if (place.line == slip->place.line)
		buf_format(&slip->text, "in column %u", (unsigned)place.column);
	else
		buf_format(&slip->text, "in line %u", (unsigned)place.line);
}

static void wrong_tell(struct search *search, struct json_slip *slip)
{
	const struct json_edit *edit = &search->best;
	const struct json_token *token = &search->tokens->at[edit->at];
	const char *at = search->file.bytes + token->at, *signs = edit->signs;
	const struct json_walk *before = search->before;
	slip->place = json_place(&search->file, at);
	slip->code = !*signs    ? "text-after-bracket"
		: *signs == ',' ? "missing-comma"
		: *signs == ':' ? "missing-colon"
				: "unclosed-bracket";
	if (!*signs) {
		buf_format(&slip->text, "one \"%c\" too many", token->sign);
	} else if (strchr("}]", *signs) && strchr("}]", token->sign) && before->depth) {
		const struct json_level *level = &before->levels[before->depth - 1];
		struct place open = json_place(
			&search->file, search->file.bytes + search->tokens->at[level->open].at);
		buf_format(&slip->text, "\"%c\" of line %u is closed with \"%c\"", level->sign,
			(unsigned)open.line, token->sign);
	} else {
		buf_format(&slip->text, "\"%c\" stands where %s%s%s belongs", token->sign,
			*signs == ','           ? "a comma"
				: *signs == ':' ? "a colon"
						: "\"",
			strchr(",:", *signs) ? "" : signs, strchr(",:", *signs) ? "" : "\"");
	}
	json_line_add(&slip->text, &search->file, at, at + token->len, signs);
	/* What is left out opened nothing: what stands above it is closed. */
	char opened = *signs || !before->depth ? *signs : before->levels[before->depth - 1].sign;
	if (search->crossed)
		crossed_add(search, slip, opened == '{' ? '}' : ']');
}

/* ---- */

/* ---- what follows the record, or is missing of it at both ends ---- */

static void put(struct json_slip *slip, struct place place, const char *code, const char *text)
{
	slip->stop = slip->place = place;
	slip->code = code;
	buf_text(&slip->text, text);
}

/* Behind the bracket that closes the record. */
static bool behind_tell(struct search *search, struct json_slip *slip)
{
	const struct json_walk *wrong = &search->wrong;
	const struct json_token *token = &search->tokens->at[wrong->at];
	bool comma = token->sign == ',' && token[1].sign == '{';
	struct place place = json_place(&search->file, search->file.bytes + token[comma].at);
	if (!wrong->begun || wrong->depth)
		return false;
	if ((token->sign == '{' || comma) && wrong->odd && wrong->doubts[0] == 1) {
		put(slip, json_place(&search->file, search->file.bytes), "no-record",
			"items stand alone; write \"{\"title\": \"...\", \"events\": [\" above "
			"the first, a comma behind each but the last, and \"]}\" below that");
		return true;
	}
	if (token->sign == '{' || comma) {
		put(slip, place, "second-document",
			"a second record begins here, and a file holds one; put it into a file of "
			"its own");
		return true;
	}
	if (token->sign != JSON_PLAIN &&
		(token[1].sign != JSON_END || token->sign == JSON_TEXT ||
			strchr("}]", token->sign)))
		return false;
	put(slip, place, "text-after-record",
		"this stands behind the end of the record; delete it, or is a bracket closed too "
		"early?");
	return true;
}

/* Fields without the braces round them all. */
static bool bare_tell(struct search *search, struct json_slip *slip)
{
	const struct json_edit edit = {0, 0, "{"};
	struct json_walk *walk = search->tried;
	size_t last = search->tokens->count - 1;
	json_walk_begin(walk, search->file.bytes, search->tokens, search->wrong.known);
	if (search->wrong.at || !json_walk_on(walk, last, &edit) || walk->depth != 1)
		return false;
	put(slip, json_place(&search->file, search->file.bytes + search->tokens->at->at),
		"unclosed-bracket",
		"a record in JSON stands in braces; write \"{\" in a line above this, and \"}\" "
		"below the last");
	return true;
}

/* The file ends within several lists and mappings. */
static bool cut_tell(struct search *search, struct json_slip *slip)
{
	const struct json_walk *wrong = &search->wrong;
	const struct json_token *token = &search->tokens->at[wrong->at];
	const char *line = sign_line_end(search->file.bytes + token->at, search->file.end);
	if (token->sign == JSON_BROKEN && wrong->depth &&
		sign_line_next(line, search->file.end) == search->file.end) {
		put(slip, json_place(&search->file, search->file.bytes + token->at),
			"unclosed-quote",
			"the file ends within this text: the rest of it and of the record is "
			"missing");
		return true;
	}
	if (token->sign != JSON_END || !wrong->depth ||
		wrong->levels[wrong->depth - 1].state == JSON_COLON || token[-1].sign == ':')
		return false;
	put(slip, json_place(&search->file, search->file.bytes + token[-1].at + token[-1].len),
		"unclosed-bracket",
		"the file ends before its brackets are closed: is a part of it missing? If not, "
		"write \"");
	for (size_t depth = wrong->depth; depth; depth--)
		buf_char(&slip->text, wrong->levels[depth - 1].sign == '{' ? '}' : ']');
	buf_text(&slip->text, "\" behind this");
	return true;
}

static bool look(struct search *search, struct json_slip *slip, const struct node_known *known)
{
	struct json_walk *wrong = &search->wrong;
	json_walk_begin(wrong, search->file.bytes, search->tokens, known);
	bool whole = json_walk_on(wrong, search->tokens->count, NULL);
	if (json_mark_find(slip, &search->file, wrong, whole))
		return true;
	if (whole)
		return false;
	/* A quotation mark is missing; what its line says of it is told when it is come to. */
	const struct json_token *token = &search->tokens->at[wrong->at];
	if (token->sign == JSON_BROKEN ||
		(token->sign == JSON_PLAIN && wrong->at && token[-1].sign == JSON_TEXT))
		return cut_tell(search, slip);
	if (behind_tell(search, slip))
		return true;
	if (!edit_find(search))
		return bare_tell(search, slip) || cut_tell(search, slip);
	const struct json_edit *edit = &search->best;
	slip->stop = json_place(
		&search->file, search->file.bytes + search->tokens->at[edit->at].at);
	json_walk_begin(search->before, search->file.bytes, search->tokens, known);
	json_walk_on(search->before, edit->at, NULL);
	if (edit->at > wrong->at)
		slip->stop = json_place(&search->file, search->file.bytes + token->at);
	if (edit->drop)
		wrong_tell(search, slip);
	else
		missing_tell(search, slip);
	return true;
}

bool json_slip_find(struct json_slip *slip, const char *bytes, size_t len, uint32_t file,
	const struct node_known *known)
{
	enum { LEN_MOST = 1 << 24 }; /* a token for each byte takes 16 times as much */
	*slip = (struct json_slip){.stop = {1, 1, file}};
	if (len > LEN_MOST || !json_begins(bytes, len) || json_is_strict(bytes, len))
		return false;
	struct json_tokens tokens = {0};
	struct search *search = mem_zero(1, sizeof *search);
	search->before = mem_zero(2, sizeof *search->before);
	search->tried = search->before + 1;
	search->file = (struct json_file){bytes, bytes + len, file};
	search->tokens = &tokens;
	json_tokens_find(&tokens, bytes, len);
	slip->found = look(search, slip, known);
	json_tokens_free(&tokens);
	free(search->before);
	free(search);
	return slip->found;
}
