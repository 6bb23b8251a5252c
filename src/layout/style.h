/* How text looks: roles that say what a piece of text is, and themes that say how a role is drawn.
 *
 * Panes and printers name roles; only a theme knows colours. Meaning never hangs on colour alone:
 * every role that means something is told by a sign, a place or a word as well. */
#ifndef TRUCE_LAYOUT_STYLE_H
#define TRUCE_LAYOUT_STYLE_H

#include "base/buf.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

enum role {
	ROLE_TEXT,  /* running text: summaries, notes */
	ROLE_TITLE, /* of the record, of a view, of an event */
	ROLE_ERA,   /* headings of the timeline */
	ROLE_DATE,
	ROLE_MARK,   /* the signs of the timeline: words here, none */
	ROLE_GAP,    /* time without an event */
	ROLE_QUOTE,  /* exact words */
	ROLE_REPORT, /* what a source reports */
	ROLE_VIEW,   /* a source's own view */
	ROLE_SPEAKER,
	ROLE_SOURCE,   /* attribution below the speaker; locators */
	ROLE_NOTE,     /* an editor's remark */
	ROLE_WARN,     /* status in words, problems */
	ROLE_COUNT_OF, /* counts */
	ROLE_RULE,     /* lines between panes */
	ROLE_FOCUS,    /* the rule above the pane that has the keys, its cursor bar */
	ROLE_KEY,      /* a key in the key bar and in help */
	ROLE_HELP,     /* what it does */
	ROLE_CARET, /* the cursor where text is typed, where a theme has one of its own: what stands at it */
	ROLE_COUNT
};

/* What lies over a role. */
enum {
	STYLE_SELECTED = 1, /* the selected row */
	STYLE_HIT = 2,      /* a match of the search */
	STYLE_HERE = 4,     /* with STYLE_HIT: the one at which the search stands */
	STYLE_OVERLAYS = 8  /* in how many ways they lie together */
};

struct style {
	uint8_t role;  /* enum role */
	uint8_t flags; /* STYLE_* */
	uint8_t color; /* enum color of model/record.h: of the party it belongs to; 0 is none */
	/* In which its words are, where the record says that of them (words_language_number); 0: in the
	 * record's own, or they are the program's. It is for readers of a page, and changes no look. */
	uint8_t language;
};
enum { STYLE_COLORS = 9 };

/* A role with nothing over it. */
static inline struct style style_of(enum role role)
{
	return (struct style){.role = (uint8_t)role};
}

/* The role of what belongs to a party, whose name always stands beside it. */
static inline struct style style_party(enum role role, uint8_t color)
{
	return (struct style){.role = (uint8_t)role, .color = color};
}

/* The same, of words in a language. */
static inline struct style style_in(struct style style, uint8_t language)
{
	style.language = language;
	return style;
}

/* A colour is a number of the terminal's palette, or -1 for the terminal's own. */
struct look {
	int16_t color, color256; /* of the text, with 8 or 16 colours and with 256 */
	int16_t back, back256;   /* behind it */
	bool bold, dim, italic, underline, reverse;
	bool thin; /* not bold with 8 or 16 colours, where that may be drawn as another colour */
};

struct theme_look {
	const char *name, *help;
	const char *command; /* "theme dark", as it is typed behind a colon */
	struct look paper;   /* what all stands on: plain text and its background */
	struct look roles[ROLE_COUNT];
	/* Of parties: their colours as far as they can be read on the paper, in place of the role's. */
	struct look parties[STYLE_COLORS];
	/* Lie over the role: attributes are added, colours replace unless -1. `here` lies in place
	 * of `hit`, and stands out without colours too. */
	struct look selected, hit, here;
};

/* The themes: auto, dark, light, projector, mono. NULL where there is no such name. */
const struct theme_look *theme_find(const char *name);
/* The nth theme, NULL past the last: for lists. */
const struct theme_look *theme_at(int n);
/* The look of a style in a theme: the role's with what lies over it. */
struct look theme_resolve(const struct theme_look *, struct style);

/* The signs of the views, in Unicode and in ASCII. One small set, used everywhere; two that can stand
 * on one screen differ in both. */
struct signs {
	const char *selected;                  /* ▸ > */
	const char *bar;                       /* ▌ ] the selected quotation */
	const char *words, *no_words;          /* ● ○  * o */
	const char *gap;                       /* ┆ : */
	const char *open, *close;              /* “ ”  " " */
	const char *quotation, *report, *view; /* ■ □ ◇  # = ~ */
	const char *view_before;               /* the view's sign and a space */
	const char *same, *differs, *only_left, *only_right, *nothing; /* = ≠ ‹ › ·  = ! { } . */
	const char *left_out;               /* × x  what is not in this selection */
	const char *heavy, *light;          /* ━ ─  _ - */
	const char *vertical;               /* │ | */
	const char *join_top, *join_bottom; /* ┮ ┴  the vertical meets the rules above and below */
	const char *join_top_left;          /* ┭ the heavy part on the left */
	const char *join_top_light;         /* ┬ no heavy part */
	const char *marked;                 /* + beside what was marked */
	const char *cut;                    /* … ... */
	const char *dash;                   /* – - in ranges */
	const char *dot;                    /* · - between facts */
	const char *bars[8];                /* ▁▂▃▄▅▆▇█ for the axis */
	const char *here, *broken;          /* ▼ ╱  the selected event, a break of the axis */
	const char *up, *down;              /* ↑ ↓  ^ v more above, more below */
	const char *earlier, *later;        /* ← → <- ->  the keys that lead there */
	const char *right, *wrong;          /* ✓ ✗  + - an answer */
};
const struct signs *signs_find(bool ascii);

/* Which calendar dates are shown in, where the record has both. Rows show one: New Style unless
 * only Old Style is asked for. */
enum date_mode { DATES_BOTH, DATES_NEW_STYLE, DATES_OLD_STYLE, DATES_COUNT };

/* What every layout is made for. */
struct paper {
	int width; /* columns */
	const struct signs *signs;
	const struct text_form *form; /* what the target can show; NULL is all */
	enum date_mode dates;
};

/* Whether it is drawn bold where there are so many colours: as in look_sgr. */
bool look_is_bold(struct look, int colors);
/* Appends the SGR sequence that sets the look from plain ("" for plain text). `colors` is 0
 * (attributes only), 8, 16 or 256. */
void look_sgr(struct buf *, struct look, int colors);

#endif
