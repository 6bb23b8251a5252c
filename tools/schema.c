/* schema: the JSON Schema of a record, made from its form, for editors that complete and check as
 * one types.
 *
 * The truce.schema.json of the project is what this prints; tests/schema.py compares them, and
 * writes the file with UPDATE=1. JSON is written here with ' for ", and with single backslashes. */
#include "base/buf.h"
#include "model/form.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>

/* Letters of any script, told by what they are not. */
#define ID_PATTERN "^[^\\s!-@\\[-`{-~][^\\s!-,./:-@\\[-^`{-~]{0,63}$"

/* What a field takes, whatever it means. An editor reads no and 1918 as something else than text;
 * truce does not. */
static const char definitions[] =
	"    'text': {'type': ['string', 'number', 'boolean'], 'pattern': '\\S'},\n"
	"    'optional_text': {'type': ['string', 'number', 'boolean', 'null'], 'pattern': "
	"'\\S'},\n"
	"    'texts': {'anyOf': [\n"
	"      {'$ref': '#/definitions/optional_text'},\n"
	"      {'type': 'array', 'items': {'$ref': '#/definitions/text'}, 'minItems': 1}\n"
	"    ]},\n"
	"    'any_id': {'type': ['string', 'boolean'], 'pattern': '" ID_PATTERN "'},\n"
	"    'id': {\n"
	"      'description': '1 to 64 letters or digits of any script, - or _, beginning with a "
	"letter. Eras, events, quotations, views and parallels share one space of ids; people, "
	"parties and sources another.',\n"
	"      'type': ['string', 'boolean'], 'pattern': '" ID_PATTERN "', 'not': {'const': "
	"'editor'}\n"
	"    },\n"
	"    'optional_id': {'type': ['string', 'boolean', 'null'], 'pattern': '" ID_PATTERN "'},\n"
	"    'ids': {'anyOf': [\n"
	"      {'$ref': '#/definitions/optional_id'},\n"
	"      {'type': 'array', 'items': {'$ref': '#/definitions/any_id'}, 'minItems': 1}\n"
	"    ]},\n"
	"    'single_date': {'type': ['string', 'integer'], "
	"'pattern': '^[0-9XYESTZ+:/.,~?%{}\\[\\] -]+$'},\n"
	"    'date_mapping': {'type': 'object', 'required': ['edtf'], "
	"'properties': {'edtf': {'$ref': '#/definitions/single_date'}}},\n"
	"    'date': {\n"
	"      'anyOf': [\n"
	"        {'$ref': '#/definitions/single_date'},\n"
	"        {'$ref': '#/definitions/date_mapping'},\n"
	"        {'type': 'array', 'minItems': 1, 'items': {'anyOf': [\n"
	"          {'$ref': '#/definitions/single_date'}, {'$ref': '#/definitions/date_mapping'}\n"
	"        ]}},\n"
	"        {'type': 'null'}\n"
	"      ],\n"
	"      'examples': ['1918-03-03', '1918-03', '1918', '1917/1918', '1996-08~', '1918?', "
	"'191X', '-0043', '..1996']\n"
	"    },\n"
	"    'language': {\n"
	"      'type': ['string', 'boolean', 'null'],\n"
	"      'pattern': '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$',\n"
	"      'examples': ['en', 'fr', 'uk', 'ru', 'zh-Hant']\n"
	"    },\n"
	"    'digest': {'type': ['string', 'number', 'null'], 'pattern': "
	"'^[0-9A-Fa-f]{64}$'},\n"
	"    'integer': {'anyOf': [\n"
	"      {'type': ['integer', 'null']}, {'type': 'string', 'pattern': '^[+-]?[0-9]+$'}\n"
	"    ]},\n"
	"    'count': {'anyOf': [\n"
	"      {'type': ['integer', 'null'], 'minimum': 1}, {'type': 'string', 'pattern': "
	"'^[+]?0*[1-9][0-9]*$'}\n"
	"    ]}";

static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void say(const char *format, ...)
{
	char text[4096];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	for (const char *at = text; *at; at++)
		printf(*at == '\\' ? "\\\\" : "%c", *at == '\'' ? '"' : *at);
}

/* A text of the form in quotation marks, without them: it has apostrophes. */
static void say_text(const char *text)
{
	for (; *text; text++)
		printf(*text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
}

/* ---- fields ---- */

static void description(const struct form_field *field)
{
	const struct form_words *words = field->words;
	say("'description': '");
	say_text(field->what);
	if (field->kind == FIELD_DATE)
		say_text(" As EDTF writes it: 1918-03-03, 1918-03, 1917/1918, 1856~ (about), 1856? "
			 "(possibly), 191X, -0043 (44 BCE).");
	for (uint8_t i = 0; words && words->meant && i < words->count; i++) {
		if (!*words->at[i])
			continue;
		printf(" %s: ", words->at[i]);
		say_text(words->meant[i]);
		printf(".");
	}
	say("', ");
}

static void words_say(const struct form_field *field)
{
	const struct form_words *words = field->words;
	const char *comma = "";
	say("'enum': [");
	for (uint8_t i = 0; i < words->count; i++)
		if (*words->at[i]) {
			say("%s'%s'", comma, words->at[i]);
			comma = ", ";
		}
	say(field->needs ? "]" : ", null]");
}

/* The definition of a value that is no list and no mapping; it may be null unless it must be
 * there. */
static const char *definition(const struct form_field *field, bool needed)
{
	switch ((enum form_kind)field->kind) {
	case FIELD_TEXT:
		return needed ? "text" : "optional_text";
	case FIELD_LANGUAGE:
		return "language";
	case FIELD_DIGEST:
		return "digest";
	case FIELD_ID:
		return "id";
	case FIELD_DATE:
	case FIELD_DATE_OS:
		return "date";
	case FIELD_INTEGER:
		return field->flags & FIELD_COUNTED ? "count" : "integer";
	case FIELD_NAMES:
		return "texts";
	case FIELD_REF:
		return needed ? "any_id" : "optional_id";
	default:
		return "ids";
	}
}

/* A list of mappings by the form; with `one`, one of them alone as well; where a plain value may stand
 * for one, plain values too, or one alone. */
static void forms_say(const struct form *form, bool one)
{
	const struct form_field *plain = form_plain(form);
	if (one)
		say("'anyOf': [{'$ref': '#/definitions/%s'}, {'type': ['array', 'null'], "
		    "'minItems': 1, 'items': {'$ref': '#/definitions/%s'}}]",
			form->word, form->word);
	else if (plain)
		say("'anyOf': [{'$ref': '#/definitions/%s'}, {'type': 'array', 'minItems': 1, "
		    "'items': {'anyOf': [{'$ref': '#/definitions/%s'}, {'$ref': "
		    "'#/definitions/%s'}]}}]",
			definition(plain, false), definition(plain, true), form->word);
	else
		say("'type': ['array', 'null'], 'minItems': 1, 'items': {'$ref': "
		    "'#/definitions/%s'}",
			form->word);
}

static void form_say(const struct form *form)
{
	const struct form_field *plain = form_plain(form);
	say("'anyOf': [{'$ref': '#/definitions/%s'}, ", form->word);
	if (plain)
		say("{'$ref': '#/definitions/%s'}]", definition(plain, false));
	else
		say("{'type': 'null'}]");
}

static void things_say(const struct form *form)
{
	if (form->keyed)
		say("'type': ['object', 'null'], 'minProperties': 1, 'propertyNames': {'$ref': "
		    "'#/definitions/id'}, 'additionalProperties': {'$ref': '#/definitions/%s'}",
			form->word);
	else
		forms_say(form, false);
}

static void value_say(const struct form_field *field)
{
	if (field->kind == FIELD_TRUTH)
		say("'type': ['boolean', 'null']");
	else if (field->words)
		words_say(field);
	else if (field->kind == FIELD_THINGS)
		things_say(&forms[form_thing_kind(field)]);
	else if (field->kind == FIELD_FORMS)
		forms_say(field->form, field->flags & FIELD_ONE);
	else if (field->kind == FIELD_FORM)
		form_say(field->form);
	else if (field->flags & FIELD_TWO)
		say("'type': %s, 'minItems': 2, %s'items': {'$ref': '#/definitions/any_id'}",
			field->needs ? "'array'" : "['array', 'null']",
			field->flags & FIELD_PAIR ? "'maxItems': 2, 'uniqueItems': true, " : "");
	else if (field->kind == FIELD_ID && !field->needs)
		say("'anyOf': [{'$ref': '#/definitions/id'}, {'type': 'null'}]");
	else
		say("'allOf': [{'$ref': '#/definitions/%s'}]",
			definition(field, field->needs != NULL));
}

/* ---- forms ---- */

/* "'required': ['title'], 'anyOf': ...", where something must be there. */
static void required(const struct form *form, const char *indent)
{
	const char *comma = "";
	for (uint8_t i = 0; i < form->count; i++)
		if (form->fields[i].needs) {
			if (*comma)
				say("%s", comma);
			else
				say("%s'required': [", indent);
			say("'%s'", form->fields[i].name);
			comma = ", ";
		}
	if (*comma)
		say("],\n");
	comma = "";
	for (uint8_t i = 0; form->either && i < form->count; i++)
		if (form->fields[i].flags & (FIELD_EITHER | FIELD_OR)) {
			if (!*comma)
				say("%s'%s': [", indent, form->alone ? "oneOf" : "anyOf");
			say("%s{'required': ['%s'], 'properties': {'%s': {'not': {'type': "
			    "'null'}}}}",
				comma, form->fields[i].name, form->fields[i].name);
			comma = ", ";
		}
	if (*comma)
		say("],\n");
}

static void mapping(const struct form *form, const char *indent)
{
	say("%s'type': 'object',\n%s'additionalProperties': false,\n", indent, indent);
	required(form, indent);
	say("%s'properties': {\n", indent);
	for (uint8_t i = 0; i < form->count; i++) {
		say("%s  '%s': {", indent, form->fields[i].name);
		description(&form->fields[i]);
		value_say(&form->fields[i]);
		say(i + 1 < form->count ? "},\n" : "}\n");
	}
	say("%s}", indent);
}

int main(void)
{
	say("{\n"
	    "  '$schema': 'http://json-schema.org/draft-07/schema#',\n"
	    "  '$id': 'urn:truce:record',\n"
	    "  'title': 'A record of truce',\n"
	    "  'description': 'An event file of truce: eras, parties, people, sources, themes, "
	    "events "
	    "with their quotations, views and parallels. truce(5) says it all, and truce check is "
	    "stricter than this schema.',\n");
	mapping(&forms[FORM_RECORD], "  ");
	say(",\n  'definitions': {\n");
	say("%s", definitions);
	for (int n = FORM_RECORD + 1; n < FORM_COUNT; n++) {
		if (!forms[n].count)
			continue;
		const char *title = form_noun(&forms[n]);
		say(",\n    '%s': {\n      'title': '", forms[n].word);
		putchar(toupper((unsigned char)*title));
		say_text(title + 1);
		say("',\n");
		mapping(&forms[n], "      ");
		say("\n    }");
	}
	say("\n  }\n}\n");
	return 0;
}
