/* YAML's remarks and plain values are let pass, since a record may be written in both ways at once. */
#include "base/json_tokens.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *spaces_skip(const char *at, const char *end)
{
	while (at < end && is_space(*at))
		at++;
	return at;
}

bool json_begins(const char *bytes, size_t len)
{
	const char *end = bytes + len, *at = spaces_skip(bytes, end);
	if (at == end || *at == '"')
		return at < end;
	if (!strchr("{[(", *at))
		return false;
	while (at < end && strchr("{[( \t\r\n", *at) && *at)
		at++;
	if (at < end && (*at == '"' || *at == '\''))
		return true;
	while (at < end && *at != '"' && *at != ':' && !is_space(*at))
		at++; /* the mark before the first name is lost */
	return end - at > 1 && *at == '"' && at[1] == ':';
}

/* Behind a text in quotation marks; NULL where its line does not close it. */
static const char *text_end(const char *at, const char *end)
{
	char mark = *at++;
	for (; at < end && *at != '\n' && *at != '\r'; at++) {
		if (*at == '\\' && mark == '"' && at + 1 < end)
			at++;
		else if (*at == mark && mark == '\'' && at + 1 < end && at[1] == mark)
			at++;
		else if (*at == mark)
			return at + 1;
	}
	return NULL;
}

static const char *plain_end(const char *at, const char *end)
{
	for (; at < end && *at != '\n' && *at != '\r'; at++) {
		bool apart = at + 1 == end || is_space(at[1]) || strchr(",{}[]\"", at[1]);
		if (strchr(",{}[]", *at) || (*at == ':' && apart) ||
			(*at == '#' && is_space(at[-1])))
			break;
	}
	return at;
}

/* The token at a place that is no space; behind it. */
static const char *token_take(struct json_token *token, const char *at, const char *end)
{
	const char *to;
	token->sign = *at;
	if (*at && strchr("{}[],:", *at))
		return at + 1;
	if (*at == '"' || *at == '\'') {
		to = text_end(at, end);
		token->sign = to ? JSON_TEXT : JSON_BROKEN;
		return to ? to : end;
	}
	if (*at && strchr("()<>;=.", *at) &&
		(at + 1 == end || is_space(at[1]) || strchr("\"'()[]{},", at[1])))
		return at + 1;
	token->sign = *at == '/' || *at == '\0' ? JSON_BROKEN : JSON_PLAIN;
	to = plain_end(at + 1, end);
	while (to > at + 1 && is_space(to[-1]))
		to--;
	return to;
}

static bool is_remark(const char *bytes, const char *at)
{
	return *at == '#' && (at == bytes || is_space(at[-1]));
}

static const char *line_end(const char *at, const char *end)
{
	while (at < end && *at != '\n' && *at != '\r')
		at++;
	return at;
}

void json_tokens_find(struct json_tokens *tokens, const char *bytes, size_t len)
{
	const char *at = bytes, *end = bytes + len, *line = bytes;
	bool first = true;
	for (;;) {
		for (; at < end && (is_space(*at) || is_remark(bytes, at)); at++) {
			if (*at == '#')
				at = line_end(at, end) - 1;
			if (*at != '\n' && *at != '\r')
				continue;
			line = at + 1;
			first = true;
		}
		tokens->at = mem_grow(
			tokens->at, &tokens->capacity, tokens->count + 1, sizeof *tokens->at);
		struct json_token *token = &tokens->at[tokens->count++];
		*token = (struct json_token){.at = (uint32_t)(at - bytes),
			.column = first ? (uint32_t)(at - line) + 1 : 0};
		if (at == end)
			return;
		const char *to = token_take(token, at, end);
		token->len = (uint32_t)(to - at);
		at = to;
		first = false;
	}
}

void json_tokens_free(struct json_tokens *tokens)
{
	free(tokens->at);
}
