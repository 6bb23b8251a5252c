/* What the text of a prompt could go on with: the list, in step with the line, and what is taken of it
 * into the line. */
#ifndef TRUCE_UI_CORE_PROMPT_LIST_H
#define TRUCE_UI_CORE_PROMPT_LIST_H

#include "ui/core/candidates.h"
#include "ui/core/line.h"

/* Whoever offers what is listed. */
struct prompt_list_ops {
	/* What the text could go on with at the cursor: begins the list (candidates_begin), then goes
	 * through so many things more of what there is. */
	void (*begin)(struct app *, const char *text, size_t cursor, struct candidates *);
	void (*offer)(struct app *, struct candidates *, uint32_t things);
	/* Counts what the text, in which one of the list has been taken, would leave; or NULL. */
	void (*count)(struct app *, const char *text, struct candidate *);
	bool on_tab;       /* it is listed when Tab asks for it, until something is typed */
	bool listed_below; /* the list is drawn by the view below, in its body */
};

struct prompt_list {
	struct candidates of;
	bool asked; /* Tab has asked for it */
	bool taken; /* what is chosen of it stands in the line */
};

/* The rows that it may have: a third of the screen, with a rule above it, or the body of the view. */
int prompt_list_room(const struct app *, const struct prompt_list_ops *);

/* Begins anew for what is typed; an empty one where the prompt lists nothing. */
void prompt_list_begin(
	struct app *, const struct prompt_list_ops *, struct prompt_list *, const struct line *);
/* Goes on with it, and counts what of it is seen; and whether there is more of that to do. */
void prompt_list_work(
	struct app *, const struct prompt_list_ops *, struct prompt_list *, const struct line *);
bool prompt_list_busy(const struct app *, const struct prompt_list_ops *, struct prompt_list *);

/* Takes the chosen one into the line; takes the first that says something else than the line, else the
 * last, and then one after the other. There is one. */
void prompt_list_take(struct prompt_list *, struct line *);
void prompt_list_turn(struct prompt_list *, struct line *, int by);

#endif
