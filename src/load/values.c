/* The values that most fields are: texts, ids, numbers, references. Dates have a file of
 * their own. */
#include "load/values.h"

#include "base/look.h"
#include "base/memory.h"
#include "base/text.h"
#include "load/hidden.h"
#include "load/lost.h"
#include "load/outside.h"
#include "load/shapes.h"
#include "load/spot.h"
#include "load/unread.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { ID_MOST = 64 };

static bool is_blank(const struct node *node)
{
	if ((unsigned char)(*node->text - '!') < 0x7f - '!')
		return false;
	return strspn(node->text, " \t\r\n") == node->len ||
		hidden_whole(node->text, node->len) >= 0;
}

bool value_is_plain(const struct node *node)
{
	return node->kind == NODE_SCALAR && node->len && !is_blank(node);
}

bool value_plain(struct loader *load, const char *name, const struct node *node)
{
	if (!node->told && value_is_plain(node))
		return true;
	if (node->told || outside_values(load, node) || shape_twice(load, node)) {
		unread_value(load, node);
		return false;
	}
	if (node->kind == NODE_SCALAR)
		code_report(load->diags, CODE_EMPTY_VALUE, node->place, "\"%s\" %s", name,
			lost_empty(load, node, "write something, or leave the field out"));
	else
		code_report(load->diags, CODE_WRONG_SHAPE, node->place,
			"\"%s\" takes a single value, not a %s", name,
			node->kind == NODE_LIST ? "list" : "mapping");
	return false;
}

/* "Dawn # a remark" with a no-break space before the #, which therefore begins none. */
static void joined_report(struct loader *load, const struct node *node)
{
	const char *at = node->plain ? memchr(node->text, '#', node->len) : NULL;
	int32_t before = at ? text_last(node->text, (size_t)(at - node->text)) : 0;
	if (!at || !look_is_space(before))
		return;
	struct buf name = {0};
	text_name(&name, before);
	spot_report(load, CODE_REMARK_IN_TEXT, node, (size_t)(at - node->text),
		"%s stands before this \"#\", so that it begins no remark and is part of the "
		"text; write an ordinary space, or put the text in quotation marks",
		buf_string(&name));
	buf_free(&name);
}

/* "We leave. # check this" within a line of a block text, where nobody has put marks round the #; "No # 4"
 * has a figure behind it, and a line that begins with # is told by itself. */
static const char *remark_find(struct loader *load, const struct node *node)
{
	const char *at = strstr(node->text, " # ");
	while (at && (at == node->text || text_is_figure(at[3])))
		at = strstr(at + 1, " # ");
	const char *sign = at && !node->remark ? spot_byte(load, node->place) : NULL;
	return sign && (*sign == '|' || *sign == '>') ? at : NULL;
}

/* "than blood.   # p. 3?" at the end of a line of a text. */
static void behind_report(struct loader *load, const struct node *node)
{
	const char *at = node->plain ? NULL : strstr(node->text, "  # ");
	if (!at && !node->plain)
		at = remark_find(load, node);
	if (at && at > node->text)
		spot_report(load, CODE_REMARK_IN_TEXT, node,
			(size_t)(at - node->text) + strspn(at, " "),
			"this \"#\" begins no remark, and it and what is behind it are part of "
			"the text; put a remark above \"%s\"",
			node->key ? node->key->text : "text");
}

const char *value_text(struct loader *load, const struct node *node)
{
	hidden_report(load, node);
	joined_report(load, node);
	behind_report(load, node);
	return value_words(load, node);
}

const char *value_words(struct loader *load, const struct node *node)
{
	size_t len = node->len;
	while (len && node->text[len - 1] == '\n')
		len--;
	return arena_text(&load->record->arena, node->text, len);
}

static bool is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* True for an id of ASCII alone. */
static bool id_is_plain(const struct node *node)
{
	const char *at = node->text;
	if (node->len > ID_MOST || !is_letter(*at))
		return false;
	while (is_letter(*at) || (*at >= '0' && *at <= '9') || *at == '-' || *at == '_')
		at++;
	return !*at;
}

static bool is_ascii(const char *text)
{
	while ((unsigned char)(*text - 1) < 0x7f)
		text++;
	return !*text;
}

static const char *normal(struct loader *load, const struct node *node)
{
	buf_clear(&load->buf);
	text_normal(&load->buf, node->text, node->len);
	return buf_string(&load->buf);
}

/* Whether a character may stand in an id; as its first one no figure may, nor a mark or dash. */
static bool is_of_id(int32_t code, bool first)
{
	bool good = text_is_letter(code) ||
		(!first &&
			(text_is_digit(code) || text_is_mark(code) || code == '-' || code == '_'));
	return good && text_kind(code) == TEXT_SEEN;
}

/* Where the text ceases to be an id. */
static size_t id_until(const char *text, size_t len)
{
	size_t at = 0, bytes;
	for (int count = 0; at < len && count < ID_MOST; at += bytes, count++)
		if (!is_of_id(text_decode(text + at, len - at, &bytes), !at))
			break;
	return at;
}

static bool id_is_good(const char *id)
{
	size_t len = strlen(id);
	return len && id_until(id, len) == len;
}

/* The id without what is not seen of it; NULL where that is none. */
static const char *id_seen(struct loader *load, const struct node *node)
{
	size_t bytes;
	buf_clear(&load->buf);
	for (size_t at = 0; at < node->len; at += bytes)
		if (text_kind(text_decode(node->text + at, node->len - at, &bytes)) == TEXT_SEEN)
			buf_add(&load->buf, node->text + at, bytes);
	const char *id = buf_string(&load->buf);
	return id_is_good(id) ? id : NULL;
}

size_t value_brace(struct loader *load, const struct node *key, enum code code)
{
	size_t len = key->plain ? strcspn(key->text, "{") : key->len;
	if (len == key->len)
		return 0;
	while (len && strchr(" :;=.,-", key->text[len - 1]))
		len--;
	if (len && !load->cut)
		code_report(load->diags, code, key->place,
			"a colon and a space stand between a name and a brace; write \"%.*s: {\"",
			(int)len, key->text);
	return len;
}

/* Reports what keeps a text from being an id. Returns what is to be read in its place, or NULL. */
static const char *id_refuse(struct loader *load, const struct node *node)
{
	if (value_brace(load, node, CODE_BAD_ID))
		return NULL;
	struct buf odd = {0};
	size_t at;
	int32_t code = hidden_worst(node->text, node->len, &at);
	if (code >= 0) {
		text_name(&odd, code);
		spot_report(load, CODE_FORBIDDEN_CHARACTER, node, at,
			"this id holds an invisible character, %s; take it out", buf_string(&odd));
	} else {
		bool any = look_odd_explain(&odd, node->text);
		spot_report(load, CODE_BAD_ID, node, id_until(node->text, node->len),
			"\"%s\" is no id; %s%san id is 1 to %d letters, digits, - or _, and begins "
			"with a letter",
			node->text, buf_string(&odd), any ? "; " : "", ID_MOST);
	}
	buf_free(&odd);
	return code >= 0 ? id_seen(load, node) : NULL;
}

const char *value_id(struct loader *load, const struct node *node)
{
	if (id_is_plain(node))
		return node->text;
	if (is_ascii(node->text))
		return id_refuse(load, node);
	const char *id = normal(load, node);
	return id_is_good(id) ? id : id_refuse(load, node);
}

const char *value_normal(struct loader *load, const struct node *node)
{
	return is_ascii(node->text) ? node->text : normal(load, node);
}

bool value_integer(
	struct loader *load, const char *name, const struct node *node, bool counted, int64_t *into)
{
	char *end;
	errno = 0;
	long long number = strtoll(node->text, &end, 10);
	if (*end || errno || !strchr("+-0123456789", node->text[0]) || (counted && number <= 0)) {
		struct buf odd = {0};
		bool any = look_odd_explain(&odd, node->text);
		code_report(load->diags, CODE_BAD_NUMBER, node->place,
			"\"%s\" takes a whole number %s, not \"%s\"%s%s", name,
			counted ? "above 0, like 45" : "like 2 or -1", node->text, any ? "; " : "",
			buf_string(&odd));
		buf_free(&odd);
		return false;
	}
	*into = number;
	return true;
}

static struct ref ref_later(
	struct loader *load, const char *id, struct place place, unsigned things)
{
	load->pending = mem_grow(load->pending, &load->pending_capacity, load->pending_count + 1,
		sizeof *load->pending);
	load->pending[load->pending_count++] = (struct pending){
		.id = arena_text(&load->scratch, id, strlen(id)),
		.place = place,
		.things = (uint16_t)things};
	return record_ref(THING_NONE, (uint32_t)load->pending_count);
}

/* Of ids in several spaces that of the first one is meant; the others are tried at the end. */
static enum id_space space_of(unsigned things)
{
	const unsigned names = THING_BIT(THING_PARTY) | THING_BIT(THING_SOURCE) |
		THING_BIT(THING_PERSON) | THING_BIT(THING_EDITOR);
	enum id_space space = SPACE_COUNT;
	if (!(things & ~names))
		return SPACE_NAMES;
	for (int thing = THING_ERA; thing < THING_EDITOR; thing++)
		if (things & THING_BIT(thing) && id_space((enum thing)thing) < space)
			space = id_space((enum thing)thing);
	return space;
}

struct ref value_ref(struct loader *load, const struct node *node, unsigned things)
{
	const char *id = node->text;
	if (things & THING_BIT(THING_EDITOR) && *id == 'e' && strcmp(id, "editor") == 0)
		return (struct ref){THING_EDITOR, 0};
	enum id_space space = space_of(things);
	struct ref ref = ids_find(&load->ids, space, id);
	if (ref.thing == THING_NONE) {
		id = value_normal(load, node);
		if (id != node->text)
			ref = ids_find(&load->ids, space, id);
	}
	if (ref.thing != THING_NONE && things & THING_BIT(ref.thing)) {
		loader_use(load, ref);
		return ref;
	}
	return ref_later(load, id, node->place, things);
}
