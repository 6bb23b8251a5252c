/* Advice is followed to the letter, and then the record has no problem and says what was meant. Each
 * row is a field as somebody calls it who knows another program; what check says is done by the
 * test, as it stands in the message. */
#include "tests/unit/print.h"

/* The fields of one of each thing; the one that a row is about is left out. */
struct field {
	const char *name, *value;
};

enum slot { SOURCE, PERSON, EVENT, QUOTE, POSITION, VIEW, PARALLEL, PARTY, THEME, ERA, SLOTS };

static const struct {
	const char *head; /* what stands before it */
	const char *first, *indent;
	struct field fields[6];
} slots[SLOTS] = {
	[SOURCE] = {"sources:\n  courier: {type: book, title: Courier}\n  varga:\n", "    ", "    ",
		{{"type", "book"}, {"title", "Documents"}}},
	[PERSON] = {"people:\n  roe: {name: Ann Roe}\n  hale:\n", "    ", "    ",
		{{"name", "Edmund Hale"}}},
	[EVENT] = {"events:\n", "  - ", "    ",
		{{"id", "dawn"}, {"date", "1856"}, {"title", "Dawn"}, {"people", "[roe, hale]"},
			{"source", "[varga, courier]"}}},
	[QUOTE] = {"    quotes:\n", "      - ", "        ",
		{{"id", "ink"}, {"speaker", "hale"}, {"text", "More ink."}, {"source", "varga"},
			{"themes", "[ink]"}}},
	[POSITION] = {"    positions:\n", "      - ", "        ",
		{{"issue", "ink"}, {"party", "norland"}, {"text", "Less."}, {"quote", "ink"}}},
	[VIEW] = {"views:\n  lesson:\n", "    ", "    ", {{"title", "Ink"}, {"show", "[ink]"}}},
	[PARALLEL] = {"parallels:\n", "  - ", "    ",
		{{"between", "[dawn, talks]"}, {"claim", "Like."}, {"claimed_by", "hale"}}},
	[PARTY] = {"parties:\n  norland:\n", "    ", "    ", {{"name", "Norland"}}},
	[THEME] = {"themes:\n  ink:\n", "    ", "    ", {{"title", "Ink"}}},
	[ERA] = {"eras:\n  talks:\n", "    ", "    ", {{"title", "Talks"}}},
};

/* A whole record; in the slot `key: value` stands for the field `without`. */
static void record_write(
	struct buf *out, int slot, const char *key, const char *value, const char *without)
{
	buf_text(out, "title: The Peace\n");
	for (int n = 0; n < SLOTS; n++) {
		bool first = true;
		buf_text(out, slots[n].head);
		const struct field *field = slots[n].fields;
		for (; field->name; field++) {
			if (n == slot && strcmp(field->name, without) == 0)
				continue;
			buf_format(out, "%s%s: %s\n", first ? slots[n].first : slots[n].indent,
				field->name, field->value);
			first = false;
		}
		if (n == slot)
			buf_format(out, "%s%s: %s\n", first ? slots[n].first : slots[n].indent, key,
				value);
	}
}

/* Everything that check says of it; caller frees. */
static char *problems_of(const char *bytes, size_t *errors, struct record **record)
{
	struct diag_list *diags = diag_create();
	struct load_input input = {"r", bytes, strlen(bytes)};
	struct buf text = {0};
	*record = load_record(&input, 1, NULL, diags);
	diag_text(diags, &text, DIAG_WARNING, false);
	*errors = diag_count(diags, DIAG_ERROR) + diag_count(diags, DIAG_WARNING);
	char *copy = strdup(buf_string(&text));
	assert_non_null(copy);
	buf_free(&text);
	diag_free(diags);
	return copy;
}

static void is_refused(const char *file, const char *part)
{
	struct record *record;
	size_t errors;
	char *said = problems_of(file, &errors, &record);
	if (errors != 1 || !strstr(said, part))
		fail_msg("wanted one problem with %s, not\n%s\nof\n%s", part, said, file);
	record_free(record);
	free(said);
}

/* That it has no problem, and says `landed`. */
static void is_good(const char *file, const char *landed)
{
	struct record *record;
	size_t errors;
	char *said = problems_of(file, &errors, &record);
	if (errors || !record)
		fail_msg("followed, there is still\n%s\nof\n%s", said, file);
	char *yaml = printed_all("yaml", record);
	if (!strstr(yaml, landed))
		fail_msg("no \"%s\" in\n%s", landed, yaml);
	record_free(record);
	free(yaml);
	free(said);
}

static void a_name_leads_to_its_field(void **state)
{
	(void)state;
	static const struct {
		enum slot slot;
		const char *keys, *value, *field;
	} rows[] = {
		{EVENT, "headline name Title heading caption label", "Dusk", "title"},
		{EVENT, "when time year Date datetime", "1857", "date"},
		{EVENT, "description desc details text abstract content body", "They met.",
			"summary"},
		{EVENT, "location where city venue Place country", "Karlsund", "place"},
		{EVENT, "tags tag topics categories keywords theme", "[ink]", "themes"},
		{EVENT, "participants persons who attendees actors speakers person", "[roe, hale]",
			"people"},
		{EVENT, "reference ref citation sources references credit", "[varga, courier]",
			"source"},
		{EVENT, "page pages p", "12", "locator"},
		{EVENT, "unique_id uid key slug ID Id", "dawn", "id"},
		{EVENT, "display_date date_label", "the first of May", "date_text"},
		{EVENT, "result consequences impact", "Peace.", "outcome"},
		{EVENT, "comment remark notes", "None.", "note"},
		{EVENT, "dateOS date-os DATE_OS julian", "1856", "date_os"},
		{QUOTE, "said_by by who author person Speaker attribution", "hale", "speaker"},
		{QUOTE, "quote quotation words body content Text says", "More ink.", "text"},
		{QUOTE, "when date said_on year time", "1856", "said"},
		{QUOTE, "job function office occupation", "envoy", "role"},
		{QUOTE, "citation ref reference cite sources", "varga", "source"},
		{QUOTE, "page pages p pp", "12", "locator"},
		{QUOTE, "lang inLanguage Language locale", "fr", "language"},
		{QUOTE, "reply_to inReplyTo answer response_to", "other", "answers"},
		{QUOTE, "said_to audience addressee whom", "[roe]", "to"},
		{QUOTE, "tags topic subject category theme", "[ink]", "themes"},
		{QUOTE, "comment context remarks", "None.", "note"},
		{QUOTE, "translated_by", "Varga", "translator"},
		{QUOTE, "published datePublished", "1857", "public"},
		{SOURCE, "itemType Type kind item-type", "book", "type"},
		{SOURCE, "url link href website web-address", "https://example.org/", "URL"},
		{SOURCE, "doi Doi", "10.1000/1", "DOI"},
		{SOURCE, "isbn", "1234", "ISBN"},
		{SOURCE, "publicationTitle journal newspaper container_title containerTitle",
			"Courier", "container-title"},
		{SOURCE, "date year published datePublished issue_date", "1881", "issued"},
		{SOURCE, "place city publisherPlace publisher_place location", "Karlsund",
			"publisher-place"},
		{SOURCE, "shortTitle short_title abbreviation", "Varga", "short"},
		{SOURCE, "accessDate accessed_on retrieved urldate", "1990", "accessed"},
		{SOURCE, "abstract abstractNote description extra_note comment", "It is.", "note"},
		{SOURCE, "authors creator written_by", "Varga", "author"},
		{SOURCE, "press issuer institution", "Roe", "publisher"},
		{SOURCE, "archive_url wayback archivedAt", "https://example.org/", "archived"},
		{SOURCE, "call-number shelfmark archiveLocation", "12", "archive_location"},
		{PERSON, "fullName Name label", "Edmund", "name"},
		{PERSON, "aka alias nickname alternateName", "[Ed]", "aliases"},
		{PERSON, "birth birth_date bornOn dateOfBirth BIRT", "1801", "born"},
		{PERSON, "death died_on deathDate DEAT", "1868", "died"},
		{PERSON, "description bio biography", "An envoy.", "about"},
		{PERSON, "country nationality affiliation side", "norland", "party"},
		{POSITION, "topic theme question", "ink", "issue"},
		{POSITION, "side country who", "norland", "party"},
		{POSITION, "stance claim position", "Less.", "text"},
		{VIEW, "name heading Title", "Ink", "title"},
		{VIEW, "steps items slides", "[ink]", "show"},
		{VIEW, "duration time", "45", "minutes"},
		{PARALLEL, "by who author", "hale", "claimed_by"},
		{PARALLEL, "text statement", "Like.", "claim"},
		{PARTY, "title label", "Norland", "name"},
		{PARTY, "colour Color", "red", "color"},
		{THEME, "name label", "Ink", "title"},
		{THEME, "description definition", "What it cost.", "note"},
		{ERA, "name label", "Talks", "title"},
		{ERA, "period when years", "1856/1857", "date"},
	};
	struct buf file = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char keys[256], part[64], landed[128];
		snprintf(keys, sizeof keys, "%s", rows[i].keys);
		for (char *key = strtok(keys, " "); key; key = strtok(NULL, " ")) {
			bool is_answer = strcmp(rows[i].field, "answers") == 0;
			if (strcmp(rows[i].field, "note") == 0 && strcmp(key, "extra_note") == 0)
				continue;
			if (rows[i].slot == ERA && strcmp(key, "when") != 0 &&
				strcmp(rows[i].field, "date") == 0)
				continue; /* told with an example */
			buf_clear(&file);
			record_write(&file, (int)rows[i].slot, key, rows[i].value, rows[i].field);
			snprintf(part, sizeof part,
				strcasecmp(key, rows[i].field) == 0 && rows[i].field[0] >= 'a'
					? "fields are written small: \"%s\""
					: "did you mean \"%s\"?",
				rows[i].field);
			is_refused(buf_string(&file), part);
			buf_clear(&file);
			record_write(&file, (int)rows[i].slot, rows[i].field,
				is_answer ? "ink" : rows[i].value, rows[i].field);
			if (is_answer)
				continue;
			snprintf(landed, sizeof landed, "%s:", rows[i].field);
			is_good(buf_string(&file), landed);
		}
	}
	buf_free(&file);
}

/* What it says where a name alone would mislead. */
static void a_name_that_misleads_is_explained(void **state)
{
	(void)state;
	static const struct {
		enum slot slot;
		const char *keys, *part;
	} rows[] = {
		{QUOTE, "translation translated english",
			"\"original\" the words as they were said"},
		{QUOTE, "location said_at where city", "\"place\" of the event"},
		{QUOTE, "party country side", "it is the \"speaker\""},
		{QUOTE, "position", "\"role\""},
		{QUOTE, "place outcome summary duration", "belongs to an event"},
		{QUOTE, "url link href", "\"URL\" of a source"},
		{QUOTE, "publisher perspective", "\"sources\""},
		{QUOTE, "image photo media", "no pictures"},
		{EVENT, "start_date end_date startDate end", "1856-03-30/1856-04-01"},
		{EVENT, "url link web website", "\"URL\" of a source"},
		{EVENT, "type kind", "\"themes\""},
		{EVENT, "media image background", "leave it out"},
		{EVENT, "language", "in each quotation"},
		{SOURCE, "creators firstName lastName", "author: Hale, Edmund; Roe, Ann"},
		{SOURCE, "tags themes keywords", "the quotations from it"},
		{SOURCE, "locator", "\"page\""},
		{PERSON, "title", "\"role\""},
		{PERSON, "role job office", "\"about\""},
		{PERSON, "id slug", "before the colon"},
	};
	struct buf file = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char keys[256];
		snprintf(keys, sizeof keys, "%s", rows[i].keys);
		for (char *key = strtok(keys, " "); key; key = strtok(NULL, " ")) {
			buf_clear(&file);
			record_write(&file, (int)rows[i].slot, key, "thing", "");
			is_refused(buf_string(&file), rows[i].part);
		}
	}
	buf_free(&file);
}

static void a_list_is_written_out(void **state)
{
	(void)state;
	static const struct {
		enum slot slot;
		const char *field, *value, *part;
	} rows[] = {
		{EVENT, "people", "hale, roe", "[hale, roe]"},
		{EVENT, "people", "hale; roe", "[hale, roe]"},
		{EVENT, "people", "hale and roe", "[hale, roe]"},
		{EVENT, "people", "hale/roe", "[hale, roe]"},
		{EVENT, "people", "hale & roe", "[hale, roe]"},
		{EVENT, "people", "hale + roe", "[hale, roe]"},
		{EVENT, "people", "Ann Roe, Edmund Hale", "[roe, hale]"},
		{EVENT, "people", "\n      hale\n      roe", "[hale, roe]"},
		{EVENT, "people", "{hale, roe}", "[hale, roe]"},
		{EVENT, "source", "varga, courier", "[varga, courier]"},
		{EVENT, "host", "hale and norland", "[hale, norland]"},
		{QUOTE, "to", "hale, roe", "[hale, roe]"},
		{QUOTE, "via", "hale; courier", "[hale, courier]"},
		{PARALLEL, "disputed_by", "hale, roe", "[hale, roe]"},
		{PARALLEL, "between", "dawn, talks", "[dawn, talks]"},
		{VIEW, "show", "dawn, ink", "[dawn, ink]"},
		{VIEW, "show", "dawn; ink", "[dawn, ink]"},
	};
	struct buf file = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&file);
		record_write(&file, (int)rows[i].slot, rows[i].field, rows[i].value, rows[i].field);
		is_refused(buf_string(&file), rows[i].part);
		buf_clear(&file);
		record_write(&file, (int)rows[i].slot, rows[i].field, rows[i].part, rows[i].field);
		is_good(buf_string(&file), rows[i].field);
	}
	buf_free(&file);
}

/* Values of another shape, and braces with a comma in them. */
static void a_value_is_told_by_its_shape(void **state)
{
	(void)state;
	static const struct {
		enum slot slot;
		const char *field, *value, *part, *followed;
	} rows[] = {
		{QUOTE, "speaker", "hale, roe", "one speaker", "norland"},
		{QUOTE, "speaker", "[hale, roe]", "one speaker", "norland"},
		{QUOTE, "source", "[varga, courier]", "\"also_in\"",
			"varga\n        also_in: [{source: courier}]"},
		{QUOTE, "source", "varga and courier", "\"also_in\"",
			"varga\n        also_in: [{source: courier}]"},
		{QUOTE, "text", "\n          We have spent: more", "write \"text: >-\"",
			">-\n          We have spent: more"},
		{EVENT, "title", "\n      Karlsund: the treaty", "write \"title: >-\"",
			">-\n      Karlsund: the treaty"},
		{EVENT, "outcome", "\n      We know: nothing", "write \"outcome: >-\"",
			">-\n      We know: nothing"},
		{EVENT, "summary", "\n      - They met.", "without the dashes",
			">-\n      They met."},
		{EVENT, "note", "[sic]", "begins with [ belongs in quotation marks", "\"[sic]\""},
		{QUOTE, "speaker", "{hale}", "leave the braces out: hale", "hale"},
		{QUOTE, "speaker", "somebody", "add it under \"people\"", "roe"},
		{QUOTE, "speaker", "None", "write \"unnamed: true\"", "hale\n        role: envoy"},
		{QUOTE, "to", "N/A", "leave the field out", "[roe]"},
		{QUOTE, "said", "later in life",
			"leave \"said\" out if it is the event's date, else write \"said: XXXX\", "
			"and "
			"keep the words as \"note: said later in life\"",
			"XXXX\n        note: said later in life"},
		{QUOTE, "said", "unknown", "write \"said: XXXX\"", "XXXX"},
		{QUOTE, "said", "10 years later",
			"leave \"said\" out if it is the event's date, else write \"said: XXXX\", "
			"and "
			"keep the words as \"note: said 10 years later\"",
			"XXXX\n        note: said 10 years later"},
		{QUOTE, "said", "late 1857 to early 1858",
			"write 1857/1858, or the parts you mean, as 1857-09/1858-04; the words go "
			"into the note",
			"1857-09/1858-04\n        note: late 1857 to early 1858"},
		{QUOTE, "public", "after the peace\n        note: Long.",
			"else write \"public: XXXX\", and keep the words in its note",
			"XXXX\n        note: Long. Public after the peace."},
		{PERSON, "died", "in old age",
			"leave \"died\" out, and keep the words as \"note: died in old age\"",
			"XXXX\n    note: died in old age"},
		{SOURCE, "issued", "early 1856", "write 1856, or the part you mean",
			"1856\n    note: early 1856"},
		{SOURCE, "language", "ua", "did you mean \"uk\" (Ukrainian)?", "uk"},
		{SOURCE, "language", "cz", "did you mean \"cs\"", "cs"},
		{SOURCE, "language", "gr", "did you mean \"el\"", "el"},
		{SOURCE, "language", "rus", "\"ru\"", "ru"},
		{SOURCE, "language", "ger", "\"de\"", "de"},
		{SOURCE, "language", "Ukrainian", "did you mean \"uk\"?", "uk"},
		{SOURCE, "language", "en_US", "did you mean \"en-US\"?", "en-US"},
		{SOURCE, "type", "Web Page", "did you mean \"webpage\"?", "webpage"},
		{SOURCE, "type", "newspaperArticle", "did you mean \"article-newspaper\"?",
			"article-newspaper"},
		{PARTY, "color", "\"#00ff00\"", "did you mean \"green\"?", "green"},
	};
	struct buf file = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&file);
		record_write(&file, (int)rows[i].slot, rows[i].field, rows[i].value, rows[i].field);
		is_refused(buf_string(&file), rows[i].part);
		buf_clear(&file);
		record_write(
			&file, (int)rows[i].slot, rows[i].field, rows[i].followed, rows[i].field);
		is_good(buf_string(&file), rows[i].field);
	}
	buf_free(&file);
}

static void what_stands_elsewhere_is_told_its_column(void **state)
{
	(void)state;
	static const char head[] = "title: T\nsources:\n  varga: {type: book, title: D}\n"
				   "people:\n  hale: {name: Edmund Hale}\nevents:\n"
				   "  - id: dawn\n    date: 1856\n    title: Dawn\n";
	static const struct {
		const char *typed, *part, *followed, *landed;
	} rows[] = {
		{"    quotes:\n      - id: ink\n    speaker: hale\n    text: Ink.\n"
		 "    source: varga\n",
			"\"speaker\" belongs to a quotation; indent it to column 9, under \"id\"",
			"    quotes:\n      - id: ink\n        speaker: hale\n        text: Ink.\n"
			"        source: varga\n",
			"speaker: hale"},
		{"    quotes:\n      - id: ink\n        speaker: hale\n        text: Ink.\n"
		 "        source: varga\n        place: Karlsund\n",
			"\"place\" belongs to an event; move it out to column 5, under \"id\"",
			"    place: Karlsund\n    quotes:\n      - id: ink\n        speaker: hale\n"
			"        text: Ink.\n        source: varga\n",
			"place: Karlsund"},
		{"    people:\n      - {person: hale, role: Envoy, Count of Karlsund}\n",
			"put the text in quotation marks: role: \"Envoy, Count of Karlsund\"",
			"    people:\n      - {person: hale, role: \"Envoy, Count of Karlsund\"}\n",
			"role: Envoy, Count of Karlsund"},
		{"    people:\n      - {person: hale, role: Envoy, Count, Admiral}\n",
			"put the text in quotation marks: role: \"Envoy, Count, Admiral\"",
			"    people:\n      - {person: hale, role: \"Envoy, Count, Admiral\"}\n",
			"role: Envoy, Count, Admiral"},
		{"    people:\n      - {person: hale, role: [sic] Envoy}\n",
			"put the text in quotation marks",
			"    people:\n      - {person: hale, role: \"[sic] Envoy\"}\n",
			"[sic] Envoy"},
	};
	struct buf file = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&file);
		buf_format(&file, "%s%s", head, rows[i].typed);
		is_refused(buf_string(&file), rows[i].part);
		buf_clear(&file);
		buf_format(&file, "%s%s", head, rows[i].followed);
		is_good(buf_string(&file), rows[i].landed);
	}
	buf_free(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_leads_to_its_field),
		cmocka_unit_test(a_name_that_misleads_is_explained),
		cmocka_unit_test(a_list_is_written_out),
		cmocka_unit_test(a_value_is_told_by_its_shape),
		cmocka_unit_test(what_stands_elsewhere_is_told_its_column),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
