/* Copying: a quotation with its citation, or the citation alone, as one
 * would paste it into a text. */
#ifndef TRUCE_UI_CORE_COPY_H
#define TRUCE_UI_CORE_COPY_H

#include "ui/core/view.h"

/* Takes what is selected: of a quotation its words (unless `citation_alone`), speaker, role, date
 * said, source and locator; of an event date, title and source. The text goes to the app's
 * clipboard, and is shown plain. False where there is nothing to copy. */
bool copy_selected(struct app *, bool citation_alone);

/* As copy_selected, of any quotation of the record. */
void copy_quote(struct app *, uint32_t quote, bool citation_alone);

/* The same, where they are not those that the screen is about: what is copied is named. */
void copy_linked(struct app *, uint32_t quote, bool citation_alone);

/* Takes a table: its rows, laid out for this width, and below them the legend of its signs. */
enum { COPY_WIDTH = 80 };
void copy_table(struct app *, const struct rows *, const char *legend);

/* Takes what is marked: the words, each as copy_selected takes it, and behind them a lesson plan,
 * to be pasted under `views:`, with the command that prints the same; the words alone; their
 * citations alone; or the plan alone, with which the command is shown. As of a day what was not
 * known by then is left out, and is said. False where nothing is left: the message says so. */
enum copy_marked { MARKED_ALL, MARKED_WORDS, MARKED_CITATIONS, MARKED_PLAN };
bool copy_marked(struct app *, enum copy_marked);

/* Shows where one is: id, file and line, the date's EDTF, and the --at that leads here. */
enum app_next copy_where(struct app *, const struct request *);

#endif
