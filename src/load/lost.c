/* A remark has a space behind its #. Where it has, it is believed to be one, but not in the words
 * of a quotation, which are exact; where it has none ("Peace #1"), something is lost. What is
 * closed by a quotation mark or a bracket was not cut, and is believed to be whole.
 *
 * Within a block text nothing is a remark. "#" and a small letter begin a line there of a remark
 * rather than of words; "#1" and "#Peace" stand where lines are wrapped. */
#include "load/lost.h"

#include "base/remark.h"
#include "base/text.h"
#include "base/written.h"
#include "load/hidden.h"
#include "load/known.h"
#include "load/shapes.h"
#include "load/standin.h"

#include <string.h>

static struct place place_of(const struct node *node, const struct remark *remark)
{
	return (struct place){remark->line, remark->column, node->place.file};
}

/* Whether it stands behind the value's own key or dash, or where the value begins below these, or
 * behind ">-". */
static bool is_head(const struct node *node, const struct remark *remark)
{
	if (remark->line == node->place.line)
		return true;
	if (remark->first)
		return remark->column == node->place.column && (node->key || remark->before == '-');
	return node->key ? remark->line == node->key->place.line : remark->before == '-';
}

/* Whether it stands where the text could have gone on, or begun. */
static bool is_inside(const struct node *node, const struct remark *remark)
{
	uint32_t column = node->key ? node->key->place.column + 1 : node->place.column - 1;
	if (remark->kind == REMARK_HEADS)
		return is_head(node, remark);
	return !remark->first || remark->column >= column;
}

/* Whether a brace or bracket is open in its line before the remark. */
static bool is_in_braces(const struct remark *remark)
{
	const char *at = remark->at;
	for (uint32_t column = remark->column; column > 1; column--) {
		do
			at--;
		while (text_is_inside(*at));
		if (*at == '{' || *at == '[')
			return true;
	}
	return false;
}

/* "people: #hale, roe]": the # stands where the bracket of a list belongs. */
static bool list_advise(struct buf *act, const struct node *node, const struct remark *remark)
{
	const char *at = remark->at + 1, *end = remark->at + remark->rest;
	if (!node->key || node->len || remark->rest < 3 || end[-1] != ']' || strchr("#[ ", *at) ||
		!known_fields.takes_list(node->key->text, node->key->len))
		return false;
	buf_format(act, "write \"%s: [%.*s\"", node->key->text, (int)(end - at), at);
	return true;
}

/* Appends how the whole is written, with what the # took. */
static void whole_advise(struct buf *act, const struct node *node, const struct remark *remark)
{
	struct buf whole = {0};
	struct written written = {.in_braces = is_in_braces(remark)};
	if (list_advise(act, node, remark))
		return;
	buf_add(&whole, node->text, node->len);
	buf_text(&whole, node->len ? " " : "");
	buf_add(&whole, remark->at, remark->rest);
	if (!written.in_braces || !strpbrk(buf_string(&whole), ",]}")) {
		written.text = buf_string(&whole);
		written.len = whole.len;
	}
	if (node->key) {
		written.field = node->key->text;
		written.field_len = node->key->len;
	}
	written_advise(act, &written);
	buf_free(&whole);
}

/* Whether the value was cut by what is hardly a remark. */
static bool is_cut(const struct node *node, const struct remark *remark, bool words)
{
	return remark->kind == REMARK_CUTS && node->plain && node->len && is_inside(node, remark) &&
		(remark->joined || (words && remark->figure));
}

bool lost_words(struct loader *load, const struct node *node)
{
	return node->remark && is_cut(node, node_remark(load->reader, node), true);
}

static void cut_report(struct loader *load, const struct form_field *field, const struct node *node,
	const struct remark *remark)
{
	struct place place = place_of(node, remark);
	struct buf act = {0};
	int len = remark->word;
	bool words = field->flags & FIELD_WORDS, title = field->flags & FIELD_TITLE;
	if (words || title || shape_is_text(field))
		whole_advise(&act, node, remark);
	if (words || title)
		code_report(load->diags, words ? CODE_QUOTATION_CUT : CODE_TITLE_CUT, place,
			"%s before \"%.*s\", which is a comment to YAML; %s",
			words ? "these words end" : "this title ends", len, remark->at,
			buf_string(&act));
	else if (act.len)
		code_report(load->diags, CODE_TEXT_CUT, place,
			"this text ends before \"%.*s\", which is a comment to YAML; %s, or put a "
			"space behind \"#\" if it is a remark",
			len, remark->at, buf_string(&act));
	else
		code_report(load->diags, CODE_TEXT_CUT, place,
			"\"%s\" ends before \"%.*s\", which is a comment to YAML; put a space "
			"behind \"#\" if it is a remark",
			field->name, len, remark->at);
	buf_free(&act);
}

/* Behind a closing quotation mark or bracket, behind ">-" or a key, or below a block text. */
static void behind_report(struct loader *load, const struct form_field *field,
	const struct node *node, const struct remark *remark)
{
	if (!remark->joined)
		return;
	enum code code = field->flags & FIELD_WORDS ? CODE_QUOTATION_CUT
		: field->flags & FIELD_TITLE        ? CODE_TITLE_CUT
						    : CODE_TEXT_CUT;
	const char *where = node->plain        ? "put the text in quotation marks"
		: remark->kind == REMARK_HEADS ? "write it on the line below"
		: remark->first                ? "indent it like the lines above"
		: node->kind == NODE_SCALAR    ? "put it within the quotation marks"
					       : "put it within the brackets";
	code_report(load->diags, code, place_of(node, remark),
		"\"%.*s\" is a comment to YAML here; %s, or put a space behind \"#\" if it is a "
		"remark",
		(int)remark->word, remark->at, where);
}

/* A line of a text that looks like a remark. */
static void words_report(struct loader *load, const struct form_field *field,
	const struct node *node, const struct remark *remark)
{
	if (!shape_is_text(field))
		return;
	code_report(load->diags, CODE_REMARK_IN_TEXT, place_of(node, remark),
		"this line begins with \"%.*s\" and is part of the text, no remark; put a remark "
		"above \"%s\"",
		(int)remark->word, remark->at, node->key ? node->key->text : field->name);
}

void lost_report(struct loader *load, const struct form_field *field, const struct node *node)
{
	const struct remark *remark = node_remark(load->reader, node);
	bool words = field->flags & FIELD_WORDS;
	if (remark->kind == REMARK_WORDS)
		words_report(load, field, node, remark);
	else if (!is_inside(node, remark) || (node->plain && !node->len))
		return;
	else if (!node->plain || remark->kind == REMARK_HEADS)
		behind_report(load, field, node, remark);
	else if (is_cut(node, remark, words))
		cut_report(load, field, node, remark);
	else if (words)
		code_report(load->diags, CODE_QUOTATION_REMARK, place_of(node, remark),
			"these words end before \"#\", and what follows is a comment to YAML; put "
			"all in quotation marks if it belongs to the words");
}

const char *lost_empty(struct loader *load, const struct node *node, const char *otherwise)
{
	const struct remark *remark = node->remark ? node_remark(load->reader, node) : NULL;
	int32_t unseen = hidden_whole(node->text, node->len);
	buf_clear(&load->buf);
	if (unseen >= 0) {
		buf_text(&load->buf, "holds nothing that can be seen: ");
		text_name(&load->buf, unseen);
	} else if (!remark || remark->kind == REMARK_WORDS || !is_inside(node, remark) ||
		(remark->first && !remark->joined)) {
		buf_format(&load->buf, "is empty: %s", otherwise);
	} else if (standin_is_machine(remark->at, remark->rest)) {
		buf_format(&load->buf,
			"is empty: \"%.*s\" is what a program writes where there is nothing; %s",
			(int)remark->rest, remark->at, otherwise);
	} else {
		buf_format(&load->buf, "is empty: \"%.*s\" begins a comment here; ",
			(int)remark->word, remark->at);
		whole_advise(&load->buf, node, remark);
	}
	return buf_string(&load->buf);
}
