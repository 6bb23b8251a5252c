/* The explorer in a page of a browser: what term is to a terminal, without one.
 *
 * These functions are what the page's script (page.js) calls, in WebAssembly, so all that passes is
 * 32-bit numbers and addresses of bytes, which are UTF-8. The script has the input, the clock and the
 * paint; what is drawn is the grid, and nothing else. doc/page.md says how it is put together. */
#ifndef TRUCE_PAGE_PAGE_H
#define TRUCE_PAGE_PAGE_H

#include <stdint.h>

struct page;

/* What the script is to do when the page has been told something. */
enum page_next {
	PAGE_NOTHING,
	PAGE_DRAW,
	PAGE_COPY,  /* put page_copied on the clipboard, then draw */
	PAGE_LEAVE, /* who reads wants to quit */
};

/* Runs that page_draw tells of. */
enum page_flag {
	PAGE_BOLD = 1,
	PAGE_ITALIC = 2,
	PAGE_UNDERLINE = 4,
	PAGE_PLAIN = 8,       /* one plain character a column; else it is one cell */
	PAGE_LINE_LEFT = 16,  /* the first of a line in which something runs from right to left */
	PAGE_LINE_RIGHT = 32, /* the same, of one that begins at the right */
	PAGE_LINE_ON = 64,    /* a later one of such a line, in which text stands as it is read */
};

struct page *page_create(void);
void page_free(struct page *);

/* Memory for so many bytes, which the next function that takes a `len` reads; it may move whenever it
 * is asked for. */
char *page_room(struct page *, uint32_t len);
/* How many bytes the address leads to that was returned last. */
uint32_t page_len(const struct page *);

/* The room holds a record: an event file, or the JSON of `truce print -f json`. 0 where it is none:
 * page_text says why, one line a problem. */
uint32_t page_open(struct page *, uint32_t len);
const char *page_text(struct page *);

/* Begins, on a record that was opened: the size of the grid, what it stands on, the seed of lots, and
 * in the room a place (page_place) to begin at. */
void page_start(
	struct page *, int32_t rows, int32_t cols, uint32_t light, uint32_t seed, uint32_t len);

/* What happened; each returns an enum page_next. `at` is the time, in milliseconds since the start; a
 * key is as in ui/core/input.h, and so is a button; rows and columns count from 0; a paste is in the
 * room. While page_wake asks for a tick, every other input comes after one with the time passed. */
uint32_t page_key(struct page *, int32_t key, uint32_t at);
uint32_t page_mouse(struct page *, int32_t button, int32_t row, int32_t col, uint32_t at);
uint32_t page_paste(struct page *, uint32_t len, uint32_t at);
uint32_t page_resize(struct page *, int32_t rows, int32_t cols);
uint32_t page_ground(struct page *, uint32_t light);
uint32_t page_tick(struct page *, uint32_t ms);
/* In how many milliseconds a tick is wanted; -1 for never. */
int32_t page_wake(const struct page *);

/* What has changed in the picture since it was drawn last; all of it at first and in another size.
 * Words of 32 bits, in the machine's order:
 *
 *     rows painted, ink of the paper (text, ground), cursor (row, column, seen)
 *     for each row painted: row, runs
 *     for each run: column and columns << 16, ink (text, ground), flags and language << 8, bytes
 *                   then the bytes, and zeros up to a whole word
 *
 * An ink is 0xrrggbb. */
const char *page_draw(struct page *);

/* The tag (BCP 47) of a run's language. That of 0 is the record's, "" where it says none: in it are the
 * record's texts, with the program's own words beside them. */
const char *page_language(struct page *, uint32_t language);

/* What is to be copied. */
const char *page_copied(struct page *);

/* Where one is: lines "name value", of at, view, as-of, query, present, quiz and positions, those that are as at
 * the start left out. And going to such a place, in the room: what is not known is left out. */
const char *page_place(struct page *);
uint32_t page_go(struct page *, uint32_t len);

#endif
