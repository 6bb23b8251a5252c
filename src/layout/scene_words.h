/* What stands in a scene of an event or a quotation, as rows between two columns: words, who speaks them,
 * and who hands them down. */
#ifndef TRUCE_LAYOUT_SCENE_WORDS_H
#define TRUCE_LAYOUT_SCENE_WORDS_H

#include "layout/rows.h"
#include "model/record.h"

#include <stdbool.h>

/* Adds the words of a quotation between two columns: marks, and a new paragraph where the source
 * was cut between sentences; above a report, that it is one. */
void scene_quote_add(struct rows *, const struct quote *, int left, int right);
/* Adds who speaks, when and of which event, who hands the words down, and that they are a translation, or
 * altered. `asked`: without the event's title, which may give the answer away. A place is the event's: nobody
 * has to have spoken there. */
void scene_speaker_add(struct rows *, const struct record *, const struct quote *, bool asked,
	int left, int right);
/* Adds, for below that, who or what it is that has no office: where the source stands by the editor, or else
 * who the person is, or the first sentence of the note of what hands the words down; maybe nothing. */
void scene_stance_add(
	struct rows *, const struct record *, const struct quote *, int left, int right);
/* Who speaks, when, as what and in which source, in three rows at most, for above a question. */
void scene_brief_add(
	struct rows *, const struct record *, const struct quote *, int left, int right);
/* Adds an event: its title, when and where it was, and what happened. */
void scene_event_add(
	struct rows *, const struct record *, const struct event *, int left, int right);
/* Adds the title of an event and what came of it, which it has. */
void scene_outcome_add(struct rows *, const struct event *, int left, int right);

/* The parts of these, for what needs more than one page. First what lies between two places of a
 * quotation's text, with what stands around it. */
enum {
	PART_LABEL = 1 /* that they are reported, or a view */,
	PART_ENDS = 2 /* their closing mark */
};
void scene_words_add(struct rows *, const struct quote *, const char *from, const char *to,
	int around, int left, int right);
/* An event without its summary, and what lies between two places of that. */
void scene_event_head_add(
	struct rows *, const struct record *, const struct event *, int left, int right);
void scene_summary_add(struct rows *, const char *from, const char *to, int left, int right);

#endif
