/* Values that are one of a few words, or have a form of their own: what is near is offered, else all
 * that there are. */
#include "load/values.h"

#include "base/look.h"
#include "base/suggest.h"
#include "load/faults.h"
#include "load/foreign_words.h"

#include <string.h>

static enum code words_code(const struct form_words *words)
{
	return words == &form_colors    ? CODE_BAD_COLOR
		: words == &form_kinds  ? CODE_BAD_KIND
		: words == &form_types  ? CODE_BAD_TYPE
		: words == &form_scenes ? CODE_BAD_SCENE
					: CODE_BAD_STATUS;
}

static void word_refuse(
	struct loader *load, const struct form_words *words, const struct node *node)
{
	struct suggest suggest;
	enum code code = words_code(words);
	suggest_start(&suggest, node->text);
	if (code_wanted(load->diags, code, node->place))
		for (uint8_t i = 0; i < words->count; i++)
			suggest_feed(&suggest, words->at[i]);
	struct buf all = {0};
	const char *meant = foreign_word_find(words, node->text);
	if (suggest_hint(&all, node->text, meant ? meant : suggest_best(&suggest), NULL)) {
		code_report(load->diags, code, node->place, "no %s is called \"%s\"%s", words->what,
			node->text, buf_string(&all));
		buf_free(&all);
		return;
	}
	if (words->advice)
		buf_text(&all, words->advice);
	for (uint8_t i = 0; !words->advice && i < words->count; i++)
		if (*words->at[i])
			buf_format(&all, "%s%s", all.len ? ", " : "there are ", words->at[i]);
	code_report(load->diags, code, node->place, "no %s is called \"%s\"; %s", words->what,
		node->text, buf_string(&all));
	buf_free(&all);
}

static void truth_refuse(
	struct loader *load, const struct form_field *field, const struct node *node)
{
	struct buf hint = {0};
	const char *word = look_same(node->text, "true") ? "true"
		: look_same(node->text, "false")         ? "false"
							 : NULL;
	if (word)
		suggest_hint(&hint, node->text, word, NULL);
	code_report(load->diags, CODE_BAD_TRUTH, node->place,
		"\"%s\" takes true or false, not \"%s\"%s", field->name, node->text,
		word ? buf_string(&hint) : "; write true, or leave the field out");
	buf_free(&hint);
}

void value_word(
	struct loader *load, const struct form_field *field, const struct node *node, void *into)
{
	const struct form_words *words = field->words;
	uint8_t i = 0;
	while (i < words->count && (!*words->at[i] || strcmp(words->at[i], node->text) != 0))
		i++;
	if (i == words->count && field->kind == FIELD_TRUTH)
		truth_refuse(load, field, node);
	else if (i == words->count)
		word_refuse(load, words, node);
	else if (field->kind == FIELD_WORD_TEXT)
		*(const char **)into = words->at[i];
	else
		*(uint8_t *)into = i;
}

static void language_refuse(struct loader *load, const struct node *node)
{
	struct buf tag = {0}, odd = {0};
	bool any = look_odd_explain(&odd, node->text);
	if (!any && language_meant(&tag, node->text))
		code_report(load->diags, CODE_BAD_LANGUAGE, node->place,
			"\"%s\" is not a language tag; did you mean \"%s\"?", node->text,
			buf_string(&tag));
	else
		code_report(load->diags, CODE_BAD_LANGUAGE, node->place,
			"\"%s\" is not a language tag; %s%swrite one like en, pt-BR or zh-Hant",
			node->text, buf_string(&odd), any ? "; " : "");
	buf_free(&tag);
	buf_free(&odd);
}

void value_language(struct loader *load, const struct node *node, const char **into)
{
	if (fault_language(node->text)) {
		language_refuse(load, node);
		return;
	}
	*into = value_text(load, node);
	language_see(&load->languages, load->diags, node->place, *into);
}

void value_digest(struct loader *load, const struct form_field *field, const struct node *node,
	const char **into)
{
	const char *text = value_text(load, node);
	if (fault_digest(text))
		code_report(load->diags, CODE_BAD_DIGEST, node->place,
			"\"%s\" takes the 64 hex digits that `sha256sum FILE` prints of the "
			"source's text",
			field->name);
	else
		*into = text;
}
