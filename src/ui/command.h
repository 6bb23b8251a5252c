/* The `:` prompt: an id, a date, an event's number, or the name of any action. */
#ifndef TRUCE_UI_COMMAND_H
#define TRUCE_UI_COMMAND_H

struct app;

void command_open(struct app *);

#endif
