/* Two of them: those that stand, and room to compose the next ones in. */
#include "term/last_words.h"

#include "term/asked.h"
#include "term/description.h"
#include "term/signal.h"

#include <unistd.h>

static struct {
	struct {
		struct buf text;
		struct term_words words;
	} of[2];
	int standing;
} last;

void last_words_compose(const struct last_words *how)
{
	int next = last.standing ^ 1;
	struct buf *text = &last.of[next].text;
	buf_clear(text);
	if (how->mouse)
		asked_mouse(text, false);
	asked_paste(text, false);
	if (how->ordered)
		asked_order(text, false);
	description_add(text, "op");
	description_add(text, "sgr0");
	description_add(text, "rmkx");
	description_add(text, "cnorm");
	description_add_row(text, how->rows > 0 ? how->rows - 1 : 0);
	description_add(text, "rmcup");
	last.standing = next;
	last.of[next].words = (struct term_words){
		.fd = STDOUT_FILENO,
		.text = buf_string(text),
		.len = text->len,
		.modes = *how->modes,
		.flags = how->flags,
	};
	term_signal_words(&last.of[next].words);
}

void last_words_flags(int flags)
{
	last.of[last.standing].words.flags = flags;
}

const struct buf *last_words_text(void)
{
	return &last.of[last.standing].text;
}

void last_words_free(void)
{
	for (int i = 0; i < 2; i++)
		buf_free(&last.of[i].text);
}
