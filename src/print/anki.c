/* Anki: a card for each quotation, words in front and who said them behind, and one for the date of each
 * event.
 *
 * Of as many as are asked for, each has the same chance, and they keep their order.
 *
 * A line is a card, its fields are HTML with tabs between. No field begins with a quotation mark or
 * holds a tab or a line feed, so that nothing has to be quoted. */
#include "base/bits.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "layout/words.h"
#include "layout/words_date.h"
#include "layout/words_quote.h"
#include "print/html_text.h"
#include "print/print.h"
#include "query/lots.h"
#include "query/sequence.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct deck {
	const struct result *result;
	const struct record *record;
	const struct text_form *form;
	const struct signs *signs;
	char name[13]; /* of the record: what its cards are known again by, and an id */
	struct buf out, words;
	struct sequence sequence;
	uint8_t *drawn; /* a bit for each thing of the sequence; NULL is all of them */
	uint32_t at;    /* in it */
};

/* Puts out the phrase at hand, with what stands before it where there is one. */
static void phrase(struct deck *deck, const char *before)
{
	if (deck->words.len) {
		buf_text(&deck->out, before);
		html_text(deck->form, &deck->out, deck->words.text);
	}
	buf_clear(&deck->words);
}

static void begin(struct deck *deck, const char *id)
{
	buf_format(&deck->out, "%s-", deck->name);
	html_value(deck->form, &deck->out, id);
	buf_char(&deck->out, '\t');
}

/* Tags are words with spaces between, which ids are. */
static void tags(struct deck *deck, const char *kind, const struct refs *themes)
{
	buf_format(&deck->out, "\ttruce %s", kind);
	for (uint32_t n = 0; themes && n < themes->count; n++) {
		buf_char(&deck->out, ' ');
		html_value(deck->form, &deck->out, record_id(deck->record, themes->at[n]));
	}
	buf_char(&deck->out, '\n');
}

static void source(struct deck *deck, struct ref ref, const char *locator)
{
	if (ref.thing != THING_SOURCE)
		return;
	words_source_full(&deck->words, deck->record, ref);
	if (locator) {
		buf_text(&deck->words, ", ");
		words_locator(&deck->words, locator);
	}
	phrase(deck, "<br/>");
}

static void line(struct deck *deck, const char *text)
{
	buf_text(&deck->words, text ? text : "");
	phrase(deck, "<br/>");
}

/* The words as they were spoken, each in its language. */
static void originals(struct deck *deck, const struct quote *quote)
{
	const struct attestations *original = quote->more ? quote->more->original : NULL;
	for (uint32_t n = 0; original && n < original->count; n++) {
		const struct attestation *at = &original->at[n];
		buf_text(&deck->out, "<div dir=\"auto\" lang=\"");
		html_value(deck->form, &deck->out, at->language ? at->language : "");
		buf_text(&deck->out, "\">");
		buf_text(&deck->words, at->text ? at->text : "");
		phrase(deck, "");
		buf_text(&deck->out, "</div>");
	}
}

static void quote_add(struct deck *deck, const struct quote *quote)
{
	const char *language = quote_text_language(deck->record, quote);
	begin(deck, quote->id);
	buf_text(&deck->out, "<div dir=\"auto\" lang=\"");
	html_value(deck->form, &deck->out, language ? language : "");
	buf_text(&deck->out, "\">");
	words_quoted(&deck->words, deck->signs, quote, quote->text);
	phrase(deck, "");
	buf_text(&deck->out, "</div>\t<b>");
	words_speaker(&deck->words, deck->record, quote);
	phrase(deck, "");
	buf_text(&deck->out, "</b>");
	words_said(&deck->words, DATES_BOTH, deck->record, quote);
	phrase(deck, "<br/>");
	if (quote->kind == QUOTE_PARAPHRASE)
		buf_text(&deck->out, "<br/>as reported");
	if (words_status(quote->status))
		buf_format(&deck->out, "<br/>Status: %s", words_status(quote->status));
	source(deck, quote->source, quote->locator);
	originals(deck, quote);
	line(deck, quote->note);
	tags(deck, "words", quote->themes);
}

static void event_add(struct deck *deck, const struct event *event)
{
	begin(deck, event->id);
	buf_text(&deck->words, event->title);
	phrase(deck, "When was it?<br/>");
	buf_text(&deck->out, "\t<b>");
	words_date(&deck->words, DATES_BOTH, when_of_event(event));
	phrase(deck, "");
	buf_text(&deck->out, "</b>");
	if (event->more && event->more->date_text) {
		words_marked(&deck->words, deck->signs, event->more->date_text);
		phrase(deck, " ");
	}
	words_meeting(&deck->words, deck->record, deck->signs, event);
	phrase(deck, "<br/>");
	line(deck, event->summary);
	line(deck, event->outcome);
	line(deck, event->more ? event->more->note : NULL);
	for (uint32_t n = 0; event->source && n < event->source->count; n++)
		source(deck, event->source->at[n], n ? NULL : event->locator);
	tags(deck, "date", event->themes);
}

static bool next(struct deck *deck, struct ref *ref)
{
	while (sequence_next(&deck->sequence, ref))
		if (!deck->drawn || bit_get(deck->drawn, deck->at++))
			return true;
	return false;
}

/* Draws them by lot. Anki skips a line that begins so, and has no name to a colon. */
static void draw(struct deck *deck, const struct print_options *options)
{
	struct ref ref;
	struct lots lots = {options->seed};
	uint32_t all = 0, count = options->questions;
	while (next(deck, &ref))
		all++;
	sequence_end(&deck->sequence);
	sequence_begin(&deck->sequence, deck->result);
	if (count && count < all) {
		uint32_t *places = mem_alloc(all * sizeof *places);
		for (uint32_t n = 0; n < all; n++)
			places[n] = n;
		lots_shuffle(&lots, places, all, count);
		deck->drawn = mem_zero(bits_size(all), 1);
		for (uint32_t n = 0; n < count; n++)
			bit_set(deck->drawn, places[n]);
		free(places);
		buf_format(&deck->out, "# %" PRIu32 " of ", count);
		words_number(&deck->out, all, "card", "cards");
		buf_format(&deck->out, ", --seed %" PRIu64 "\n", options->seed);
	}
	if (options->drawn)
		*options->drawn = deck->drawn ? count : all;
}

static bool put(struct deck *deck, FILE *file)
{
	bool good = fwrite(buf_string(&deck->out), 1, deck->out.len, file) == deck->out.len;
	buf_clear(&deck->out);
	return good;
}

bool print_anki(const struct result *result, const struct print_options *options, FILE *file)
{
	struct deck deck = {.result = result,
		.record = result->record,
		.form = options->form,
		.signs = signs_find(options->ascii)};
	char digest[SHA256_DIGITS + 1];
	sha256_hex(deck.record->title, strlen(deck.record->title), digest);
	memcpy(deck.name, digest, sizeof deck.name - 1);
	buf_text(&deck.out,
		"#separator:tab\n#html:true\n#columns:guid\tFront\tBack\tTags\n"
		"#guid column:1\n#tags column:4\n");
	sequence_begin(&deck.sequence, result);
	draw(&deck, options);
	bool good = put(&deck, file);
	for (struct ref ref; good && next(&deck, &ref); good = put(&deck, file))
		if (ref.thing == THING_EVENT)
			event_add(&deck, &deck.record->events[ref.index]);
		else
			quote_add(&deck, &deck.record->quotes[ref.index]);
	sequence_end(&deck.sequence);
	free(deck.drawn);
	buf_free(&deck.out);
	buf_free(&deck.words);
	return fflush(file) == 0 && good;
}
