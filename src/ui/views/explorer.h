/* The explorer: the timeline pane and the quote pane. Private to its files: explorer.c (where
 * it stands, and what its actions do), explorer_items.c (what the timeline lists),
 * explorer_panes.c (which panes there are, and where), explorer_card.c (the lesson plans of the
 * card), explorer_read.c (reading with one key), explorer_stand.c (where a search began),
 * explorer_draw.c, explorer_bar.c (the last row), explorer_hits.c (what is a hit of the search),
 * explorer_why.c (what is one of a filter), explorer_mouse.c.
 *
 * The items of the timeline: item 0 is the card of the record; the others are the events of
 * the result, or, zoomed out, groups of them. The stops of the words: 0 is the event's own
 * text, n the nth quotation, the one behind them what is about the entry; of the card, n is the
 * nth lesson plan. */
#ifndef TRUCE_UI_VIEWS_EXPLORER_H
#define TRUCE_UI_VIEWS_EXPLORER_H

#include "layout/axis.h"
#include "layout/fold.h"
#include "layout/hits.h"
#include "ui/core/list.h"
#include "ui/core/view.h"
#include "ui/core/window.h"

/* What the panes were fitted to: while it is the same, there is nothing to fit. */
struct fitting {
	int rows, cols;
	uint32_t selected, top, count;
	enum focus focus;
	enum date_mode dates;
	bool alone, reading;
	int64_t holds;
};

/* Where it stood when a search began. */
struct stand {
	struct fitting fitted;
	enum unit unit;
	int top, stop, hit_top; /* of the words */
};

/* Why a filter shows what is selected, and of what that is said. */
struct why {
	struct buf words;
	uint32_t change, item; /* the filter's changes; the item */
	int stop, columns;     /* -1: all of it */
};

struct explorer {
	struct list list; /* of items */
	struct fold fold; /* unit is UNIT_EVENT where nothing is folded */
	/* Those made so far of what is shown now, by unit; and of which of the filter's changes, in which
	 * calendar. */
	struct fold folds[UNIT_COUNT];
	uint32_t folds_change;
	enum date_mode folds_dates;
	struct arena fold_arena;
	struct window words;
	int64_t holds; /* the item whose words are laid out; -1 for none */
	struct fitting fitted;
	enum focus focus;
	bool alone;     /* the focused pane alone */
	bool entered;   /* from the card a plan: Esc leads out of it again */
	bool read_here; /* with one key: who goes to another event comes back to these words with < */
	bool reading; /* with one key: the words have the room of the timeline where there is little */
	int titles; /* the columns that the titles of the record need; 0 where that is to be seen */
	struct axis axis;
	struct arena axis_arena;
	uint32_t axis_search; /* find's searches when hits were marked on it, */
	uint32_t axis_marked; /* and the rows before which they are */
	uint32_t window_last; /* the last item drawn */
	struct hits hits;     /* of the search in some stops of the words; see hits_in_words */
	struct arena hits_arena;
	uint32_t hits_search;      /* find's searches when they were found; 0 for never */
	int hits_first, hits_last; /* the stops */
	int hit_top;      /* the words' top when a hit was brought into view; -1 for none */
	struct ref first; /* of two to be compared, and waiting for the second; none for none */
	struct why why;
	struct stand stood;
};

static inline struct explorer *explorer_of(const struct app *app)
{
	return view_state(app, &explorer_view);
}

/* Lays the panes out for the size of the screen, so that what is selected is in view. */
void explorer_fit(struct app *);

/* Remembers where it stands, to the row; stands there again, which is at the spot, or near it where
 * another screen or result came. Not `whole`: only so that it goes on from there to another event. */
void explorer_remember(struct app *);
void explorer_again(struct app *, struct spot, bool whole);

/* ---- items ---- */

uint32_t items_count(const struct app *);
struct list_heights items_heights(const struct app *);

/* The row of the result that an item shows, a group's first; -1 for the card. */
int64_t items_row(const struct app *, uint32_t item);
/* The event of that row; NULL for the card. */
const struct event *items_event(const struct app *, uint32_t item);
/* The item that shows a row; 0 for row -1. */
uint32_t items_of_row(const struct app *, int64_t row);
/* Whether an item stands for several events. */
bool items_is_group(const struct app *, uint32_t item);

/* Item 0, in the timeline and above its pane. */
#define ITEMS_RECORD "About this record"

/* Adds the rows of an item, the last of them its own. */
void items_add(struct rows *, const struct app *, uint32_t item, bool whole);
/* Adds what the quote pane holds for an item. */
void items_words_add(struct rows *, struct app *, uint32_t item);

/* How many quotations the words of an item hold. */
uint32_t items_quotes(const struct app *, uint32_t item);

/* Whether Enter leads from the selected item to its words: it has some, and its page does not begin with
 * what it is compared to, which comes first. */
bool explorer_leads_to_words(struct app *);

/* Zooms to a unit; the same event stays selected. */
void items_zoom(struct app *, enum unit);
/* Zooms closer until a row of the result stands for itself, and selects it. */
void items_open(struct app *, int64_t row);

/* ---- the card ---- */

/* Leads into the lesson plans of the card, or opens the selected one; false where it has none. */
bool explorer_card_into(struct app *);
/* Out of them again. */
void explorer_card_out(struct app *);
/* Notes the keys that the card names, to be clicked. */
void explorer_card_note(struct app *, struct area);
/* Selects another one; before the first one leads out. */
void explorer_card_step(struct app *, int64_t by);
/* Presents the selected plan; where none is, what is shown. */
enum app_next explorer_card_present(struct app *, const struct request *);

/* ---- hits of the search ---- */

/* Brings the hit at whose spot the explorer stands into view; false where no pane shows it. */
bool explorer_reveal(struct app *, struct ref hit);
/* The same in the words as they are laid out and fitted now. */
bool explorer_reveal_in_words(struct app *, struct ref hit);

/* Marks the hits in the words in view; in the rows of an item, of which the first stands in that
 * line. */
void hits_mark_words(struct app *, struct grid *, struct area);
void hits_mark_item(
	struct app *, struct grid *, struct area, int line, const struct rows *, uint32_t item);

/* Why a filter by words shows the selected event or quotation, where none of its words is in its text: "“real”
 * by its theme Real talks or a show?", in so many columns; "" where there is nothing to say. */
const char *explorer_why(struct app *, int columns);

/* Reading with one key: pages through all that stands of an event, then goes on to the next; and back the
 * same way. */
enum app_next explorer_read_on(struct app *, const struct request *);
enum app_next explorer_read_back(struct app *, const struct request *);
/* One went from this spot to another event: back leads to what was read there. */
void explorer_read_left(struct app *, struct spot from);
/* Says why there is nowhere to go on to, or back, of events and of words. */
void explorer_say_end(struct app *, bool on);
void explorer_say_end_of_words(struct app *, bool on);

/* Goes to another item; in the quote pane its first quotation is selected, else its own text. */
void explorer_to_item(struct app *, int64_t item);

/* To the first event of the next era, or back to that of this one, then of the one before; while something is
 * looked for, to the first match of the next era that has one, or of the one before. */
enum app_next explorer_step_era(struct app *, const struct request *);

/* Remembers what is selected, to be laid beside what is selected the next time, or takes it back
 * where that is the same; a quotation chosen twice is laid beside another rendering of its utterance,
 * where there is one, and the card shows two rounds of talks. */
enum app_next explorer_compare(struct app *, const struct request *);
/* Whether what is selected would be laid beside what waits: another event, in the timeline, or another
 * quotation. */
bool explorer_is_second(struct app *);

/* ---- the screen ---- */

enum {
	PANES_THREE = 160,    /* from this many columns the links stand beside the words, */
	PANES_WIDE = 100,     /* from this many columns the panes stand side by side */
	PANES_TINY_COLS = 40, /* below these the focused pane stands alone, without lines */
	PANES_TINY_ROWS = 10,
	PANES_AXIS_ROWS = 16, /* below so many rows there is no axis */
};

/* Which panes are there, where, and the lines between them. */
struct panes {
	struct area timeline, words, links; /* rows is 0 where a pane is not shown */
	int title_row;                      /* -1 where there is none, as the others */
	int axis_row, axis_lines;
	int top_rule, middle_rule, bottom_rule;
	int divide, divide_links; /* columns of the lines between panes, -1 for none */
	bool key_bar;
};

struct panes panes_of(const struct app *);

/* Draws the rules above, between and below the panes; heavy above the one that has the keys. There
 * are some: the screen is not tiny. */
void panes_draw_rules(const struct app *, struct grid *, const struct panes *);

/* Draws the whole picture of the explorer, which has been fitted. */
void explorer_draw(struct app *, struct grid *);
/* Draws its last row. */
void explorer_bar_draw(struct app *, struct grid *);

/* What can be clicked: the parts of its targets. A click selects an event or a quotation, goes to
 * the event nearest to a day of the axis, or gives a pane the focus. */
enum explorer_part {
	PART_ITEM,
	PART_STOP,
	PART_AXIS,
	PART_YEAR,
	PART_TIMELINE,
	PART_WORDS,
	PART_LINKS
};
bool explorer_choose(struct app *, const struct target *);
/* The wheel moves through the pane under the pointer. */
enum app_next explorer_wheel(struct app *, const struct input *, int rows);

#endif
