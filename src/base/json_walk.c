/* What a record has where (node_known.field) and how lines are indented decide between what the signs
 * alone leave open. */
#include "base/json_walk.h"

#include <string.h>

void json_walk_begin(struct json_walk *walk, const char *bytes, const struct json_tokens *tokens,
	const struct node_known *known)
{
	walk->bytes = bytes;
	walk->tokens = tokens->at;
	walk->known = known;
	walk->at = walk->odd = walk->bare = walk->crossed = walk->closed = walk->depth = 0;
	walk->column = 0;
	walk->begun = walk->round = false;
}

static void doubt(struct json_walk *walk)
{
	if (walk->odd < JSON_DOUBTS_MOST)
		walk->doubts[walk->odd] = walk->at;
	walk->odd++;
}

static struct json_level *top(struct json_walk *walk)
{
	return walk->depth ? &walk->levels[walk->depth - 1] : NULL;
}

/* A bracket opens what the level above, if any, has a place for. */
static bool level_open(struct json_walk *walk, char sign, bool real)
{
	struct json_level *above = top(walk);
	struct node_shape shape = above ? above->shape : (struct node_shape){TAKES_MAP, NULL};
	bool list = sign == '[', entries = shape.takes & TAKES_ENTRIES;
	bool unknown = above && !shape.takes;
	if (walk->depth == JSON_DEPTH_MOST)
		return false;
	if (above)
		above->state = JSON_NEXT;
	struct json_level *level = &walk->levels[walk->depth++];
	*level = (struct json_level){.sign = sign,
		.state = list ? JSON_VALUE : JSON_NAME,
		.open = walk->at,
		.value = walk->at,
		.column = real ? walk->column : 0};
	if (unknown)
		return true;
	if (list ? !(shape.takes & TAKES_LIST) : !(shape.takes & (TAKES_MAP | TAKES_ENTRIES))) {
		doubt(walk);
		return true;
	}
	level->form = shape.form;
	if (list)
		level->shape = (struct node_shape){(shape.form ? (unsigned)TAKES_MAP : 0u) |
				(!shape.form || shape.takes & TAKES_MIXED ? TAKES_PLAIN : 0u),
			shape.form};
	level->entries = !list && entries;
	level->known = !list && !entries && (shape.form || !above) && walk->known;
	if (level->entries)
		level->shape = (struct node_shape){TAKES_MAP, shape.form};
	return true;
}

static bool level_close(struct json_walk *walk, char sign)
{
	struct json_level *level = top(walk);
	const struct json_token *token = &walk->tokens[walk->at];
	bool crossed = level && (level->sign == '{' ? sign != '}' : sign != ']');
	if (crossed && level->either) {
		crossed = false;
		walk->crossed = walk->at;
	}
	if (!level || crossed || level->state == JSON_COLON ||
		(level->state == JSON_VALUE && level->sign == '{'))
		return false;
	if (token->sign == sign && token->column && level->column && token->column != level->column)
		doubt(walk);
	walk->closed = level->open;
	walk->depth--;
	return true;
}

/* The name of a field, or an id. */
static void name_take(
	struct json_walk *walk, struct json_level *level, const struct json_token *token)
{
	const char *name = walk->bytes + token->at;
	size_t len = token->len;
	level->state = JSON_COLON;
	if (token->sign == JSON_TEXT) {
		name++;
		len -= 2;
	}
	if (level->entries)
		return;
	level->shape = (struct node_shape){0, NULL};
	if (!level->known)
		return;
	int number = walk->known->field(level->form, name, len, &level->shape);
	if (number < 0 || level->seen >> number & 1)
		doubt(walk);
	if (number >= 0)
		level->seen |= (uint64_t)1 << number;
}

static bool is_literal(const char *at, uint32_t len)
{
	static const char *const words[] = {"true", "false", "null"};
	bool number = true;
	for (uint32_t i = 0; i < len; i++)
		number = number && memchr("0123456789+-.eE", at[i], 15);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (len == strlen(words[i]) && !memcmp(at, words[i], len))
			return true;
	return number;
}

static bool text_take(
	struct json_walk *walk, struct json_level *level, const struct json_token *token)
{
	if (level->state == JSON_NAME) {
		level->value = walk->at;
		name_take(walk, level, token);
		return true;
	}
	if (level->state != JSON_VALUE ||
		(level->sign == '[' && walk->next == ':' && token->sign == JSON_TEXT))
		return false;
	level->value = walk->at;
	walk->bare += token->sign == JSON_PLAIN && !is_literal(walk->bytes + token->at, token->len);
	if (level->shape.takes && !(level->shape.takes & TAKES_PLAIN))
		doubt(walk);
	level->state = JSON_NEXT;
	return true;
}

/* A line of its own stands where the first of its level does, and further in than what opens that. */
static void column_check(struct json_walk *walk, const struct json_token *token)
{
	struct json_level *level = top(walk);
	walk->column = token->column;
	if (!level || token->sign == ',' || token->sign == '}' || token->sign == ']')
		return;
	if (!level->inside)
		level->inside = token->column;
	if (token->column != level->inside || (level->column && token->column <= level->column))
		doubt(walk);
}

/* "(" for a bracket, as in the item before. */
static bool round_open(struct json_walk *walk, const struct json_level *level)
{
	char sign = level->shape.takes & TAKES_MAP ? '{' : '[';
	if (!walk->round || level->state != JSON_VALUE || !level_open(walk, sign, false))
		return false;
	top(walk)->either = true;
	return true;
}

/* One sign, which stands in the file (`token`) or is put in (NULL). */
static bool sign_take(struct json_walk *walk, char sign, const struct json_token *token)
{
	struct json_level *level = top(walk);
	if (token && token->column)
		column_check(walk, token);
	if (!level && (walk->begun || (sign != '{' && sign != '[')))
		return sign == JSON_END && walk->begun;
	walk->begun = true;
	switch (sign) {
	case '{':
	case '[':
		if (level && level->state != JSON_VALUE)
			return false;
		if (level)
			level->value = walk->at;
		return level_open(walk, sign, token != NULL);
	case '}':
	case ']':
		return level_close(walk, sign);
	case ')':
		return (walk->round || level->either) && level_close(walk, sign);
	case '(':
		return round_open(walk, level);
	case ',':
		if (level->state != JSON_NEXT)
			return false;
		level->state = level->sign == '{' ? JSON_NAME : JSON_VALUE;
		return true;
	case ':':
		if (level->state != JSON_COLON)
			return false;
		level->state = JSON_VALUE;
		return true;
	case JSON_TEXT:
	case JSON_PLAIN:
		return token && text_take(walk, level, token);
	default:
		return false;
	}
}

static bool edit_take(struct json_walk *walk, const struct json_edit *edit)
{
	for (const char *sign = edit->signs; *sign; sign++)
		if (!sign_take(walk, *sign, NULL))
			return false;
	if (edit->drop && walk->depth && strchr("{[", *edit->signs) &&
		strchr("{[(", walk->tokens[walk->at].sign)) {
		top(walk)->either = true;
		top(walk)->column = walk->column;
	}
	for (size_t i = 0; i < edit->drop; i++) {
		const struct json_token *token = &walk->tokens[walk->at];
		walk->column = token->column ? token->column : walk->column;
		walk->round |= token->sign == '(';
		walk->at++;
	}
	return true;
}

bool json_walk_on(struct json_walk *walk, size_t to, const struct json_edit *edit)
{
	while (walk->at < to) {
		if (edit && walk->at == edit->at) {
			if (!edit_take(walk, edit))
				return false;
			edit = NULL;
			continue;
		}
		const struct json_token *token = &walk->tokens[walk->at];
		walk->next = token->sign == JSON_END ? JSON_END : token[1].sign;
		if (edit && walk->at + 1 == edit->at)
			walk->next = *edit->signs ? *edit->signs : token[1 + edit->drop].sign;
		if (!sign_take(walk, token->sign, token))
			return false;
		walk->at++;
	}
	return true;
}
