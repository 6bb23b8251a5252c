/* Names where there is little room: none is cut that has a shorter form. */
#ifndef TRUCE_LAYOUT_WORDS_NAMES_H
#define TRUCE_LAYOUT_WORDS_NAMES_H

#include "base/buf.h"
#include "base/text.h"
#include "model/record.h"

/* Appends names that share a row of so many columns: whole ("Vladimir Putin, Volodymyr Zelenskyy"),
 * else short, else as many of these as have room and how many there are besides ("Putin and 2
 * more", "Putin +2"). Where not even that has room, the first of these, for the row to cut behind a
 * word. `more` stand besides in any case. Short is a person's family name with what belongs to it
 * ("von Kühlmann"), or another name of one word that is part of the whole; else a name is short as
 * it is ("Nicholas II"). */
void words_names(struct buf *, const struct text_form *, const struct record *,
	const struct ref *names, uint32_t count, uint32_t more, int columns);

#endif
