/* Going from place to place in the record, and the trail of where one was. */
#ifndef TRUCE_UI_CORE_SPOT_H
#define TRUCE_UI_CORE_SPOT_H

#include "query/threads.h"
#include "ui/core/view.h"

enum { TRAIL_SPOTS = 128 };

/* Where one was, the oldest forgotten first; `at` is where retracing stands. */
struct trail {
	struct trail_step {
		struct spot spot;
		/* In which it was left, to be opened again; NULL for none. */
		const struct view_ops *view;
	} steps[TRAIL_SPOTS];
	int count, at;
};

/* Where the explorer stands, and the words or the event selected there: none on the card. */
struct spot spot_of(const struct app *);
struct ref spot_selected(const struct app *);

/* The words or the event of a spot, and the spot of words or an event; of
 * anything else, the card. */
struct ref spot_ref(struct spot);
struct spot spot_at(const struct app *, struct ref);

/* Goes to a spot: both panes, the selection, the focus. An event that is not selected by the filter
 * is not gone to: false, and the message says so. */
bool spot_go(struct app *, struct spot);

/* As spot_go, and remembers where one was. */
bool spot_step(struct app *, struct spot);

/* One is where one is now, and came from this spot, which is remembered. */
void spot_came(struct app *, struct spot from);

/* Whether what is shown lies over a scene of a presentation, from which nothing leads to another
 * place; and the same, where it is said how one comes back to it. */
bool spot_is_over(const struct app *);
bool spot_is_held(struct app *);

/* Goes to an event or a quotation (of anything else, the card), and remembers where one was. Closes
 * the views above the explorer. Over a scene it is unfolded there instead, and false. */
bool spot_follow(struct app *, struct ref);
/* The same of what a table shows, which a plan may have from beyond its selection: there it is unfolded. */
bool spot_unfold(struct app *, struct ref);
/* The same of the words behind a position, of an event: where the source that it is credited to has them
 * otherwise than they stand there, the message says how. */
bool spot_unfold_position(struct app *, const struct position *, const struct event *);

/* Follows to the first event of an era that is shown. */
void spot_follow_era(struct app *, struct ref era);

/* Follows to the next or previous quotation by the speaker of the selected words. */
enum app_next spot_follow_voice(struct app *, const struct request *);

/* Goes back or forward on the trail, and opens what was left there. */
enum app_next spot_retrace(struct app *, const struct request *);

/* Goes back into the view whose Enter led here, from there or from the timeline; false where none did, or
 * one is in other words since. */
bool spot_return(struct app *);

/* The way back to the spot that was left last leads into this view; no way
 * back leads into it any more. */
void trail_leave(struct trail *, const struct view_ops *);
void trail_forget(struct trail *, const struct view_ops *);

/* Shows the keeper the spots of the trail; those that are gone are left out. */
void trail_keep(struct trail *, struct keeper *);

/* The threads of the app's record. */
struct threads *spot_threads(struct app *);
/* Whether words are answered by words that are shown: then Enter leads to the answers. */
bool spot_is_answered(struct app *, struct ref);

#endif
