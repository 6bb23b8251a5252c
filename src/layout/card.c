/* The card is one block, set in a measure and centred across; its height is what it needs. */
#include "layout/card.h"

#include "layout/words.h"

#include <string.h>

enum { CARD_MEASURE = 62, LEGEND_TEXT = 9 };

static void paragraph(struct rows *rows, enum role role, const char *text, int left, int right)
{
	if (text)
		rows_wrap(rows, (struct style){(uint8_t)role, 0}, text, strlen(text), left, right,
			NULL, NULL);
}

static void legend(struct rows *rows, int left, enum role role, const char *sign, const char *means)
{
	rows_new(rows);
	rows_to(rows, left);
	rows_copy(rows, (struct style){(uint8_t)role, 0}, sign);
	rows_to(rows, left + LEGEND_TEXT);
	rows_wrap_beside(rows, (struct style){ROLE_TEXT, 0}, means, strlen(means),
		left + LEGEND_TEXT, rows->paper.width - 1);
}

void card_legend_add(struct rows *rows, int left)
{
	const struct signs *signs = rows->paper.signs;
	struct buf marks = {0};
	buf_format(&marks, "%s%s%s", signs->open, signs->cut, signs->close);
	legend(rows, left, ROLE_QUOTE, buf_string(&marks),
		"exact words; who printed them stands below");
	legend(rows, left, ROLE_REPORT, "", "without marks: reported, in the source's words");
	legend(rows, left, ROLE_VIEW, signs->view, "a source's own view");
	legend(rows, left, ROLE_MARK, signs->words, "an event with words");
	legend(rows, left, ROLE_MARK, signs->no_words,
		"an event on which the record holds no words");
	buf_free(&marks);
}

void card_add(struct rows *rows, const struct result *result, const struct card_way *ways)
{
	const struct record *record = result->record;
	int measure = rows->paper.width - 4 < CARD_MEASURE ? rows->paper.width - 4 : CARD_MEASURE;
	int left = (rows->paper.width - measure) / 2;
	if (left > 10)
		left = 10;
	int right = left + measure;
	rows_stop(rows, 0);
	rows_blank(rows);
	paragraph(rows, ROLE_TITLE, record->title, left, right);
	paragraph(rows, ROLE_SOURCE, record->subtitle, left, right);
	if (record->description) {
		rows_blank(rows);
		paragraph(rows, ROLE_TEXT, record->description, left, right);
	}
	rows_blank(rows);
	card_legend_add(rows, left);
	rows_blank(rows);
	for (; ways->key; ways++)
		legend(rows, left, ROLE_KEY, ways->key, ways->leads);
}
