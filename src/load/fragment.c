/* The words that begin it are taken as many as stand in the text once: a browser goes to the first place
 * of them. */
#include "load/fragment.h"

#include <string.h>

enum {
	WORDS_LEAST = 5, /* of either end */
	WORDS_MOST = 10  /* that are given whole */
};

/* A stretch of the passage that lies in one paragraph. */
struct stretch {
	const char *text;
	size_t len;
};

static void encode(struct buf *out, const char *text, size_t len)
{
	for (size_t n = 0; n < len; n++) {
		unsigned char c = (unsigned char)text[n];
		bool plain = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
			c == '.' || c == '_' || c == '~';
		if (plain)
			buf_char(out, (char)c);
		else
			buf_format(out, "%%%02X", c == '\n' ? ' ' : c);
	}
}

/* The first words of it, no more than so many, that stand in one paragraph. */
static size_t first_len(struct stretch all, size_t words)
{
	size_t at = 0;
	for (size_t n = 0; at < all.len; at++) {
		bool space = all.text[at] == ' ' || all.text[at] == '\n';
		if (space && (++n == words || all.text[at] == '\n'))
			break;
	}
	return at;
}

/* The last ones. */
static struct stretch last_words(struct stretch all, size_t words)
{
	size_t at = all.len;
	for (size_t n = 0; at > 0; at--) {
		bool space = all.text[at - 1] == ' ' || all.text[at - 1] == '\n';
		if (space && (++n == words || all.text[at - 1] == '\n'))
			break;
	}
	return (struct stretch){all.text + at, all.len - at};
}

static bool stands_once(const char *bytes, size_t len, struct stretch words, const char *prefix)
{
	struct passage passage = {0};
	struct buf text = {0};
	buf_add(&text, words.text, words.len);
	bool once = passage_find(&passage, bytes, len, buf_string(&text), prefix, NULL) &&
		passage.reach.places < 2;
	passage_free(&passage);
	buf_free(&text);
	return once;
}

/* The first words, as few as stand in the text once; none where they do not. */
static struct stretch first_words(
	struct stretch all, const char *bytes, size_t len, const char *prefix)
{
	struct stretch first = {all.text, 0};
	for (size_t words = WORDS_LEAST;; words *= 2) {
		size_t longer = first_len(all, words);
		if (longer == first.len)
			return (struct stretch){NULL, 0};
		first.len = longer;
		if (stands_once(bytes, len, first, prefix))
			return first;
	}
}

static void parts_add(struct buf *out, struct stretch all, struct stretch first, const char *prefix,
	const char *suffix)
{
	buf_text(out, ":~:text=");
	if (prefix) {
		encode(out, prefix, strlen(prefix));
		buf_text(out, "-,");
	}
	encode(out, first.text, first.len);
	if (first.len < all.len) {
		struct stretch last = last_words(all, WORDS_LEAST);
		buf_char(out, ',');
		encode(out, last.text, last.len);
	}
	if (suffix) {
		buf_text(out, ",-");
		encode(out, suffix, strlen(suffix));
	}
}

void fragment_add(struct buf *out, const char *bytes, size_t len, const char *words,
	const char *prefix, const char *suffix)
{
	struct passage passage = {0};
	if (!passage_find(&passage, bytes, len, words, prefix, suffix))
		return;
	size_t from = passage.marks[0].from, to = passage.marks[passage.count - 1].to;
	const struct stretch all = {passage.text.text + from, to - from};
	struct stretch first = {all.text, first_len(all, WORDS_MOST)};
	if (passage.reach.places > 1)
		first.text = NULL;
	else if (first.len < all.len)
		first = first_words(all, bytes, len, prefix);
	if (first.text)
		parts_add(out, all, first, prefix, suffix);
	passage_free(&passage);
}
