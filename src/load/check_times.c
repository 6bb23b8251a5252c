/* A date is compared by what is certain: "before" means that its last possible day is before the
 * other's first. Bounds that are open or unknown are the ends of the numbers, and so never offend. */
#include "load/checks.h"

static void life_check(struct loader *load, const struct quote *quote, const struct date *said)
{
	if (quote->speaker.thing != THING_PERSON)
		return;
	const struct person *person = &load->record->people[quote->speaker.index];
	if (person->born && said->latest < person->born->earliest)
		code_report(load->diags, CODE_SAID_BEFORE_BIRTH, quote->place,
			"\"%s\" was born %s, but is to have said this %s", person->id,
			person->born->edtf, said->edtf);
	if (person->died && person->died->latest < said->earliest)
		code_report(load->diags, CODE_SAID_AFTER_DEATH, quote->place,
			"\"%s\" died %s, but is to have said this %s", person->id,
			person->died->edtf, said->edtf);
}

static void print_check(
	struct loader *load, struct ref ref, struct place place, const struct date *said)
{
	if (ref.thing != THING_SOURCE)
		return;
	const struct source *source = &load->record->sources[ref.index];
	if (source->issued && source->issued->latest < said->earliest)
		code_report(load->diags, CODE_PRINTED_BEFORE_SAID, place,
			"\"%s\" was issued %s, before the words were said, %s", source->id,
			source->issued->edtf, said->edtf);
}

void check_times(struct loader *load)
{
	const struct record *record = load->record;
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		const struct date *said = quote_said(record, quote);
		if (!said)
			continue;
		life_check(load, quote, said);
		print_check(load, quote->source, quote->place, said);
		for (uint32_t k = 0; quote->also_in && k < quote->also_in->count; k++)
			print_check(load, quote->also_in->at[k].source, quote->also_in->at[k].place,
				said);
		if (quote->published && quote->published->latest < said->earliest)
			code_report(load->diags, CODE_PUBLIC_BEFORE_SAID, quote->place,
				"public %s, before the words were said, %s", quote->published->edtf,
				said->edtf);
	}
}
