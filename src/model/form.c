/* The tables, and nothing else: a field is a row. How to go by them is in form_walk.c. */
#include "model/form.h"

/* Kinds of thing that stand together in some field. */
enum {
	PEOPLE = THING_BIT(THING_PERSON) | THING_BIT(THING_PARTY),
	SPEAKERS = PEOPLE | THING_BIT(THING_SOURCE),
	CLAIMANTS = SPEAKERS | THING_BIT(THING_EDITOR),
};

/* ---- words ---- */

static const char *const color_at[COLOR_COUNT] = {
	"", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"};
const struct form_words form_colors = {color_at, COLOR_COUNT, "color", NULL, NULL};

static const char *const kind_at[QUOTE_KIND_COUNT] = {"quotation", "paraphrase", "thesis"};
static const char *const kind_meant[QUOTE_KIND_COUNT] = {
	"somebody's exact words; this is meant if nothing is said",
	"what somebody said, in the words of the source", "the source's author speaks"};
const struct form_words form_kinds = {
	kind_at, QUOTE_KIND_COUNT, "kind of quotation", NULL, kind_meant};

static const char *const status_at[STATUS_COUNT] = {
	"checked", "attributed", "disputed", "misattributed"};
static const char *const status_meant[STATUS_COUNT] = {
	"compared with the source; this is meant if nothing is said",
	"the source ascribes it to the speaker, and does not say where it was said",
	"it is doubted that it was said so", "somebody else said it, or nobody"};
const struct form_words form_statuses = {status_at, STATUS_COUNT, "status", NULL, status_meant};

static const char *const scene_at[SCENE_COUNT] = {"", "positions", "quiz"};
static const char *const scene_meant[SCENE_COUNT] = {"",
	("who stood where on what, at each meeting of which the plan shows something, or something "
	 "that followed it in the same talks"),
	"\"who said it?\", on the words that the plan selects"};
const struct form_words form_scenes = {scene_at, SCENE_COUNT, "scene", NULL, scene_meant};

static const char *const truth_at[] = {"false", "true"};
static const struct form_words form_truths = {truth_at, 2, "answer", NULL, NULL};

/* The types of CSL 1.0.2. */
static const char *const type_at[] = {"article", "article-journal", "article-magazine",
	"article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection",
	"dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure",
	"graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map",
	"motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance",
	"periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
	"review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty",
	"webpage"};
const struct form_words form_types = {type_at, sizeof type_at / sizeof *type_at, "type of source",
	"common ones are book, chapter, article-journal, article-newspaper, report, speech, "
	"webpage and document",
	NULL};

/* ---- the small tables ---- */

static const char remark[] = "An editor's remark, shown as one.";
static const char aliases[] = "Other names and spellings, by which it is found as well.";

static const struct form_field era_fields[] = {
	{"title", FIELD_TEXT, offsetof(struct era, title), .flags = FIELD_TITLE, .needs = "a title",
		.what = "What the heading in the timeline says."},
	{"date", FIELD_DATE, offsetof(struct era, date), .what = "The span of the era."},
	{"summary", FIELD_TEXT, offsetof(struct era, summary), .flags = FIELD_ACCOUNT,
		.what = "What the era is about, in the curator's words."},
};

static const struct form_field party_fields[] = {
	{"name", FIELD_TEXT, offsetof(struct party, name), .needs = "a name",
		.what = "The party's name."},
	{"aliases", FIELD_NAMES, offsetof(struct party, aliases), .what = aliases},
	{"color", FIELD_WORD, offsetof(struct party, color), .words = &form_colors,
		.what = "The colour that the party is shown in."},
};

static const struct form_field theme_fields[] = {
	{"title", FIELD_TEXT, offsetof(struct theme, title), .flags = FIELD_TITLE,
		.needs = "a title", .what = "What the theme is called."},
	{"aliases", FIELD_NAMES, offsetof(struct theme, aliases), .what = aliases},
	{"note", FIELD_TEXT, offsetof(struct theme, note), .flags = FIELD_HINDSIGHT,
		.what = "What the theme is, and what it is not."},
};

static const struct form_field person_fields[] = {
	{"name", FIELD_TEXT, offsetof(struct person, name), .needs = "a name",
		.what = "The person's name, as it is to be shown."},
	{"aliases", FIELD_NAMES, offsetof(struct person, aliases), .what = aliases},
	{"party", FIELD_REF, offsetof(struct person, party), THING_BIT(THING_PARTY),
		.what = "The side to which the person belongs."},
	{"born", FIELD_DATE, offsetof(struct person, born), .flags = FIELD_PLACED,
		.what = "Date of birth."},
	{"died", FIELD_DATE, offsetof(struct person, died), .flags = FIELD_PLACED,
		.what = "Date of death."},
	{"about", FIELD_TEXT, offsetof(struct person, about), .flags = FIELD_HINDSIGHT,
		.what = "Who the person is, in one sentence."},
	{"note", FIELD_TEXT, offsetof(struct person, note), .flags = FIELD_HINDSIGHT,
		.what = remark},
};

static const struct form_field source_fields[] = {
	{"type", FIELD_WORD_TEXT, offsetof(struct source, fields[SOURCE_TYPE]), .needs = "a type",
		.words = &form_types, .what = "What kind of work it is, in the words of CSL."},
	{"title", FIELD_TEXT, offsetof(struct source, fields[SOURCE_TITLE]),
		.flags = FIELD_TITLE | FIELD_EITHER, .what = "The title of the work."},
	{"container-title", FIELD_TEXT, offsetof(struct source, fields[SOURCE_CONTAINER_TITLE]),
		.flags = FIELD_OR,
		.what = "What it appeared in: the newspaper, the journal, the volume."},
	{"short", FIELD_TEXT, offsetof(struct source, fields[SOURCE_SHORT]), .flags = FIELD_TITLE,
		.what = "What it is called under words and in lists: \"Varga, 1881\"."},
	{"author", FIELD_TEXT, offsetof(struct source, fields[SOURCE_AUTHOR]),
		.what = "Who wrote it, as in \"Family, Given; Family, Given\"."},
	{"editor", FIELD_TEXT, offsetof(struct source, fields[SOURCE_EDITOR]),
		.what = "Who edited it, written like an author."},
	{"translator", FIELD_TEXT, offsetof(struct source, fields[SOURCE_TRANSLATOR]),
		.what = "Who translated it, written like an author."},
	{"issued", FIELD_DATE, offsetof(struct source, issued), .flags = FIELD_PLACED,
		.what = "When it came out."},
	{"publisher", FIELD_TEXT, offsetof(struct source, fields[SOURCE_PUBLISHER]),
		.what = "Who published it."},
	{"publisher-place", FIELD_TEXT, offsetof(struct source, fields[SOURCE_PUBLISHER_PLACE]),
		.what = "Where it was published."},
	{"volume", FIELD_TEXT, offsetof(struct source, fields[SOURCE_VOLUME]),
		.what = "The volume."},
	{"issue", FIELD_TEXT, offsetof(struct source, fields[SOURCE_ISSUE]),
		.what = "The issue of a periodical."},
	{"page", FIELD_TEXT, offsetof(struct source, fields[SOURCE_PAGE]),
		.what = "Its pages in what it appeared in."},
	{"edition", FIELD_TEXT, offsetof(struct source, fields[SOURCE_EDITION]),
		.what = "Which edition."},
	{"archive", FIELD_TEXT, offsetof(struct source, fields[SOURCE_ARCHIVE]),
		.what = "The archive that holds it."},
	{"archive_location", FIELD_TEXT, offsetof(struct source, fields[SOURCE_ARCHIVE_LOCATION]),
		.what = "Where in the archive it is, and under which number."},
	{"URL", FIELD_TEXT, offsetof(struct source, fields[SOURCE_URL]),
		.what = "Its address on the web."},
	{"archived", FIELD_TEXT, offsetof(struct source, fields[SOURCE_ARCHIVED]),
		.what = "The address of an archived copy."},
	{"DOI", FIELD_TEXT, offsetof(struct source, fields[SOURCE_DOI]), .what = "Its DOI."},
	{"ISBN", FIELD_TEXT, offsetof(struct source, fields[SOURCE_ISBN]), .what = "Its ISBN."},
	{"accessed", FIELD_DATE, offsetof(struct source, accessed),
		.what = "When the address was last read."},
	{"language", FIELD_LANGUAGE, offsetof(struct source, fields[SOURCE_LANGUAGE]),
		.what = "The language of the work, as a tag of BCP 47."},
	{"note", FIELD_TEXT, offsetof(struct source, fields[SOURCE_NOTE]), .flags = FIELD_ACCOUNT,
		.what = remark},
	{"perspective", FIELD_TEXT, offsetof(struct source, fields[SOURCE_PERSPECTIVE]),
		.flags = FIELD_ACCOUNT,
		.what = "A sentence on where the source stands, in the curator's words."},
	{"sha256", FIELD_DIGEST, offsetof(struct source, fields[SOURCE_SHA256]),
		.what = "The SHA-256 of the text that was verified: 64 hex digits."},
};

/* ---- events, and what hangs on them ---- */

static const struct form_field participant_fields[] = {
	{"person", FIELD_REF, offsetof(struct participant, person), THING_BIT(THING_PERSON),
		.flags = FIELD_SEARCHED | FIELD_PLAIN, .needs = "a person",
		.what = "Who took part."},
	{"role", FIELD_TEXT, offsetof(struct participant, role), .flags = FIELD_SEARCHED,
		.what = "As what: the office held then."},
};

static const struct form_field position_fields[] = {
	{"issue", FIELD_REF, offsetof(struct position, issue), THING_BIT(THING_THEME),
		.flags = FIELD_PLACED, .needs = "an issue", .what = "What it is about: a theme."},
	{"party", FIELD_REF, offsetof(struct position, party), THING_BIT(THING_PARTY),
		.needs = "a party", .what = "Whose position it is."},
	{"text", FIELD_TEXT, offsetof(struct position, text), .flags = FIELD_SEARCHED,
		.needs = "a text",
		.what = "The party's stand at this event, in a few words of the curator's."},
	{"quote", FIELD_REF, offsetof(struct position, quote), THING_BIT(THING_QUOTE),
		.flags = FIELD_EITHER, .what = "The quotation that shows it."},
	{"source", FIELD_REF, offsetof(struct position, source), THING_BIT(THING_SOURCE),
		.flags = FIELD_OR, .what = "The source that says so."},
	{"says", FIELD_REF, offsetof(struct position, says), SPEAKERS,
		.what = "Who reports it, where that is not the party: shown as \"Varga says\"."},
};

static const struct form_field outcome_fields[] = {
	{"text", FIELD_TEXT, offsetof(struct event, outcome),
		.flags = FIELD_PLACED | FIELD_SEARCHED | FIELD_PLAIN, .needs = "a text",
		.what = "What came of it, in the curator's words."},
	{"known", FIELD_DATE, offsetof(struct event, outcome_known), .flags = FIELD_PLACED,
		.what = "When it was known; the last day of the event, if left out."},
};

static const struct form_field event_fields[] = {
	{"id", FIELD_ID, offsetof(struct event, id), .needs = "an id",
		.what = "The short name by which other things and the command line refer to it."},
	{"title", FIELD_TEXT, offsetof(struct event, title), .flags = FIELD_TITLE | FIELD_SEARCHED,
		.needs = "a title",
		.what = "What happened, in a few neutral words that fit a row."},
	{"date", FIELD_DATE, offsetof(struct event, date), .flags = FIELD_PLACED | FIELD_EITHER,
		.what = "When it was."},
	{"date_os", FIELD_DATE_OS, offsetof(struct event, date_os),
		.flags = FIELD_PLACED | FIELD_OR,
		.what = "The same date in the Julian calendar, Old Style."},
	{"date_text", FIELD_TEXT, offsetof(struct event_more, date_text),
		.flags = FIELD_MORE | FIELD_SEARCHED | FIELD_ACCOUNT,
		.what = "The date in the document's own form, shown in quotation marks."},
	{"order", FIELD_INTEGER, offsetof(struct event_more, order), .flags = FIELD_MORE,
		.what = "A whole number that decides between events of one date: the smaller comes "
			"first."},
	{"era", FIELD_REF, offsetof(struct event, era), THING_BIT(THING_ERA), .flags = FIELD_PLACED,
		.what = "The era it stands in, where not its date should decide."},
	{"after", FIELD_REF, offsetof(struct event_more, after), THING_BIT(THING_EVENT),
		.flags = FIELD_PLACED | FIELD_MORE,
		.what = "The event that it directly follows, where dates alone would put it "
			"elsewhere."},
	{"place", FIELD_TEXT, offsetof(struct event, location), .flags = FIELD_SEARCHED,
		.what = "Where they met."},
	{"duration", FIELD_TEXT, offsetof(struct event_more, duration),
		.flags = FIELD_MORE | FIELD_SEARCHED | FIELD_ACCOUNT,
		.what = "How long it lasted, as a text."},
	{"parties", FIELD_REFS, offsetof(struct event, parties), THING_BIT(THING_PARTY),
		.flags = FIELD_SEARCHED, .what = "The parties at the table."},
	{"host", FIELD_REFS, offsetof(struct event, host), PEOPLE, .flags = FIELD_SEARCHED,
		.what = "At whose table: parties or people."},
	{"mediator", FIELD_REFS, offsetof(struct event, mediator), PEOPLE, .flags = FIELD_SEARCHED,
		.what = "Who mediated: parties or people."},
	{"people", FIELD_FORMS, offsetof(struct event, people), .flags = FIELD_SEARCHED,
		.form = &forms[FORM_PARTICIPANT],
		.what = "Who took part: ids, or mappings of person and role."},
	{"summary", FIELD_TEXT, offsetof(struct event, summary),
		.flags = FIELD_SEARCHED | FIELD_ACCOUNT,
		.what = "What happened, in the curator's words."},
	{"outcome", FIELD_FORM, .flags = FIELD_SEARCHED | FIELD_ACCOUNT,
		.form = &forms[FORM_OUTCOME],
		.what = "What came of it, in the curator's words: a text, or a mapping with the "
			"day "
			"by which it was known."},
	{"note", FIELD_TEXT, offsetof(struct event_more, note),
		.flags = FIELD_MORE | FIELD_SEARCHED | FIELD_HINDSIGHT, .what = remark},
	{"source", FIELD_REFS, offsetof(struct event, source), THING_BIT(THING_SOURCE),
		.what = "The sources of this account."},
	{"locator", FIELD_TEXT, offsetof(struct event, locator),
		.what = "Where in the source; figures alone are a page."},
	{"themes", FIELD_REFS, offsetof(struct event, themes), THING_BIT(THING_THEME),
		.flags = FIELD_SEARCHED, .what = "The themes it belongs to."},
	{"quotes", FIELD_THINGS, 0, THING_BIT(THING_QUOTE),
		.what = "The words spoken there, or about it, in order."},
	{"positions", FIELD_FORMS, offsetof(struct event, positions), .flags = FIELD_SEARCHED,
		.form = &forms[FORM_POSITION], .what = "Where the parties stood, issue by issue."},
};

/* ---- quotations ---- */

static const struct form_field original_fields[] = {
	{"language", FIELD_LANGUAGE, offsetof(struct attestation, language),
		.what = "The language that the words were said in, as a tag of BCP 47."},
	{"text", FIELD_TEXT, offsetof(struct attestation, text),
		.flags = FIELD_PLACED | FIELD_SEARCHED | FIELD_WORDS, .needs = "a text",
		.what = "The words as they were said."},
	{"source", FIELD_REF, offsetof(struct attestation, source), THING_BIT(THING_SOURCE),
		.flags = FIELD_PLACED, .what = "Where they stand so in print."},
	{"locator", FIELD_TEXT, offsetof(struct attestation, locator),
		.what = "Where in it; figures alone are a page."},
	{"note", FIELD_TEXT, offsetof(struct attestation, note),
		.flags = FIELD_SEARCHED | FIELD_HINDSIGHT, .what = remark},
};

static const struct form_field attestation_fields[] = {
	{"source", FIELD_REF, offsetof(struct attestation, source), THING_BIT(THING_SOURCE),
		.flags = FIELD_PLACED, .needs = "a source", .what = "The other source."},
	{"locator", FIELD_TEXT, offsetof(struct attestation, locator),
		.what = "Where in it; figures alone are a page."},
	{"language", FIELD_LANGUAGE, offsetof(struct attestation, language), .flags = FIELD_PLACED,
		.what = "The language of its text, as a tag of BCP 47; that of the quotation, if "
			"left out."},
	{"text", FIELD_TEXT, offsetof(struct attestation, text),
		.flags = FIELD_PLACED | FIELD_SEARCHED | FIELD_WORDS,
		.what = "The words as they stand there, where they differ: a variant, or in "
			"another "
			"language a translation."},
	{"note", FIELD_TEXT, offsetof(struct attestation, note),
		.flags = FIELD_SEARCHED | FIELD_HINDSIGHT, .what = remark},
};

static const struct form_field quote_fields[] = {
	{"id", FIELD_ID, offsetof(struct quote, id), .needs = "an id",
		.what = "The short name by which other things and the command line refer to it."},
	{"text", FIELD_TEXT, offsetof(struct quote, text), .flags = FIELD_SEARCHED | FIELD_WORDS,
		.needs = "a text",
		.what = "The exact words, without quotation marks around them, and with […] where "
			"something is left out."},
	{"prefix", FIELD_TEXT, offsetof(struct quote_more, prefix),
		.flags = FIELD_MORE | FIELD_SEARCHED,
		.what = "Words directly before the text in its source, to tell two places apart."},
	{"suffix", FIELD_TEXT, offsetof(struct quote_more, suffix),
		.flags = FIELD_MORE | FIELD_SEARCHED,
		.what = "Words directly behind the text in its source, to tell two places apart."},
	{"speaker", FIELD_REF, offsetof(struct quote, speaker), SPEAKERS, .flags = FIELD_SEARCHED,
		.what = "A person, a party or a source: a newspaper speaks as its source."},
	{"role", FIELD_TEXT, offsetof(struct quote, role), .flags = FIELD_SEARCHED,
		.what = "What the speaker was then."},
	{"unnamed", FIELD_TRUTH, offsetof(struct quote_more, unnamed), .flags = FIELD_MORE,
		.words = &form_truths, .what = "Whether the source leaves the speaker unnamed."},
	{"via", FIELD_REFS, offsetof(struct quote_more, via), SPEAKERS,
		.flags = FIELD_MORE | FIELD_SEARCHED,
		.what = "Who handed the words on to the source, the first hand first: people, "
			"parties or sources."},
	{"to", FIELD_REFS, offsetof(struct quote_more, to), PEOPLE,
		.flags = FIELD_SEARCHED | FIELD_MORE,
		.what = "To whom it was said: people or parties."},
	{"said", FIELD_DATE, offsetof(struct quote, said), .flags = FIELD_PLACED,
		.what = "When it was said; the event's date, if left out."},
	{"said_os", FIELD_DATE_OS, offsetof(struct quote_more, said_os),
		.flags = FIELD_PLACED | FIELD_MORE,
		.what = "The same date in the Julian calendar, Old Style."},
	{"public", FIELD_DATE, offsetof(struct quote_more, published),
		.flags = FIELD_PLACED | FIELD_MORE,
		.what = "When the words became known; if left out, when they were said, and of a "
			"thesis "
			"when its source came out."},
	{"language", FIELD_LANGUAGE, offsetof(struct quote, language),
		.what = "The language of the text, as a tag of BCP 47; that of the record, if left "
			"out."},
	{"original", FIELD_FORMS, offsetof(struct quote_more, original),
		.flags = FIELD_MORE | FIELD_SEARCHED | FIELD_ONE, .form = &forms[FORM_ORIGINAL],
		.what = "The words in the language they were said in: a mapping, or a list of "
			"them."},
	{"translator", FIELD_TEXT, offsetof(struct quote_more, translator),
		.flags = FIELD_MORE | FIELD_SEARCHED, .what = "Who translated them."},
	{"source", FIELD_REF, offsetof(struct quote, source), THING_BIT(THING_SOURCE),
		.flags = FIELD_PLACED, .needs = "a source", .what = "Where it is printed."},
	{"locator", FIELD_TEXT, offsetof(struct quote, locator),
		.what = "Where in the source; figures alone are a page."},
	{"also_in", FIELD_FORMS, offsetof(struct quote, also_in), .flags = FIELD_SEARCHED,
		.form = &forms[FORM_ATTESTATION],
		.what = "Other places where the words stand in print."},
	{"same_as", FIELD_REF, offsetof(struct quote_more, same_as), THING_BIT(THING_QUOTE),
		.flags = FIELD_PLACED | FIELD_MORE,
		.what = "Another rendering or report of the same utterance: the two are one voice, "
			"and "
			"counted once."},
	{"answers", FIELD_REFS, offsetof(struct quote, answers), THING_BIT(THING_QUOTE),
		.flags = FIELD_PLACED, .what = "The quotations that it answers."},
	{"about", FIELD_REFS, offsetof(struct quote, about),
		THING_BIT(THING_EVENT) | THING_BIT(THING_PERSON), .flags = FIELD_SEARCHED,
		.what = "The events or people that it speaks of."},
	{"kind", FIELD_WORD, offsetof(struct quote, kind), .words = &form_kinds,
		.what = "What kind of words they are."},
	{"status", FIELD_WORD, offsetof(struct quote, status), .words = &form_statuses,
		.what = "How sure it is that it was said so; shown where it warns."},
	{"themes", FIELD_REFS, offsetof(struct quote, themes), THING_BIT(THING_THEME),
		.flags = FIELD_SEARCHED, .what = "The themes it belongs to."},
	{"note", FIELD_TEXT, offsetof(struct quote, note),
		.flags = FIELD_SEARCHED | FIELD_HINDSIGHT, .what = remark},
};

/* ---- views and parallels ---- */

static const struct form_field step_fields[] = {
	{"id", FIELD_REF, offsetof(struct step, thing),
		THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE),
		.flags = FIELD_EITHER | FIELD_PLAIN, .what = "An event or quotation to show."},
	{"compare", FIELD_REFS, offsetof(struct step, compare),
		THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE),
		.flags = FIELD_PLACED | FIELD_OR | FIELD_TWO | FIELD_PAIR,
		.what = "Two events, or two quotations, to lay side by side."},
	{"scene", FIELD_WORD, offsetof(struct step, scene), .flags = FIELD_OR | FIELD_PLAIN,
		.words = &form_scenes, .what = "A page of its own."},
	{"issues", FIELD_REFS, offsetof(struct step, issues), THING_BIT(THING_THEME),
		.flags = FIELD_PLACED,
		.what = "The issues on which positions, in this order, or two events show stands."},
	{"meetings", FIELD_REFS, offsetof(struct step, meetings), THING_BIT(THING_EVENT),
		.flags = FIELD_PLACED,
		.what = "Of positions: the meetings that it shows, by an event of each."},
	{"ask", FIELD_TEXT, offsetof(struct step, ask), .flags = FIELD_ACCOUNT,
		.what = "A question to the class, shown under it."},
	{"note", FIELD_TEXT, offsetof(struct step, note), .flags = FIELD_ACCOUNT,
		.what = "For the teacher alone: not shown to the class."},
};

static const struct form_field view_fields[] = {
	{"title", FIELD_TEXT, offsetof(struct view, title), .flags = FIELD_TITLE,
		.needs = "a title", .what = "What the lesson is called."},
	{"question", FIELD_TEXT, offsetof(struct view, question), .flags = FIELD_ACCOUNT,
		.what = "The question that the lesson is to answer."},
	{"minutes", FIELD_INTEGER, offsetof(struct view, minutes), .flags = FIELD_COUNTED,
		.what = "How many minutes the lesson takes; they are shared among its scenes by "
			"what there is to read and to answer."},
	{"query", FIELD_TEXT, offsetof(struct view, query), .flags = FIELD_OR,
		.what = "What to select, as the query language says it."},
	{"as_of", FIELD_DATE, offsetof(struct view, as_of),
		.what = "Only what was public by that day."},
	{"show", FIELD_FORMS, offsetof(struct view, show), .flags = FIELD_EITHER,
		.form = &forms[FORM_STEP],
		.what = "What to show, in order: ids of events and quotations, scenes, or mappings "
			"of one of them with what to ask."},
	{"note", FIELD_TEXT, offsetof(struct view, note), .flags = FIELD_ACCOUNT,
		.what = "What the plan is for, for the teacher."},
};

static const struct form_field parallel_fields[] = {
	{"id", FIELD_ID, offsetof(struct parallel, id), .what = "A name to refer to it by."},
	{"between", FIELD_REFS, offsetof(struct parallel, between),
		THING_BIT(THING_EVENT) | THING_BIT(THING_ERA), .flags = FIELD_TWO,
		.needs = "two events or eras",
		.what = "The two or more events or eras between which it is drawn."},
	{"claim", FIELD_TEXT, offsetof(struct parallel, claim), .needs = "a claim",
		.what = "What is claimed."},
	{"claimed_by", FIELD_REF, offsetof(struct parallel, claimed_by), CLAIMANTS,
		.needs = "somebody who claims it",
		.what = "Whose claim it is: a person, a party, a source, or editor."},
	{"said", FIELD_DATE, offsetof(struct parallel, said), .what = "When it was claimed."},
	{"source", FIELD_REF, offsetof(struct parallel, source), THING_BIT(THING_SOURCE),
		.what = "Where it is printed."},
	{"locator", FIELD_TEXT, offsetof(struct parallel, locator),
		.what = "Where in the source; figures alone are a page."},
	{"disputed_by", FIELD_REFS, offsetof(struct parallel, disputed_by), CLAIMANTS,
		.flags = FIELD_HINDSIGHT,
		.what = "Who disputes it: people, parties, sources, or editor."},
	{"note", FIELD_TEXT, offsetof(struct parallel, note), .flags = FIELD_HINDSIGHT,
		.what = remark},
};

/* ---- the record ---- */

static const struct form_field record_fields[] = {
	{"title", FIELD_TEXT, offsetof(struct record, title), .flags = FIELD_TITLE,
		.needs = "a title", .what = "What the record is called."},
	{"subtitle", FIELD_TEXT, offsetof(struct record, subtitle), .flags = FIELD_HINDSIGHT,
		.what = "A line below the title."},
	{"language", FIELD_LANGUAGE, offsetof(struct record, language),
		.what = "The language of the quotations that do not name their own, as a tag of "
			"BCP 47."},
	{"description", FIELD_TEXT, offsetof(struct record, description), .flags = FIELD_HINDSIGHT,
		.what = "What the record is, and for whom."},
	{"eras", FIELD_THINGS, 0, THING_BIT(THING_ERA), .what = "Headings of the timeline, by id."},
	{"parties", FIELD_THINGS, 0, THING_BIT(THING_PARTY),
		.what = "The sides at the table, by id."},
	{"themes", FIELD_THINGS, 0, THING_BIT(THING_THEME),
		.what = "What runs through time, by id; also the issues of positions."},
	{"sources", FIELD_THINGS, 0, THING_BIT(THING_SOURCE),
		.what = "Where the words are printed, by id, in the variables of CSL."},
	{"people", FIELD_THINGS, 0, THING_BIT(THING_PERSON),
		.what = "Who speaks and who meets, by id."},
	{"events", FIELD_THINGS, 0, THING_BIT(THING_EVENT),
		.what = "What happened, with the words spoken there."},
	{"views", FIELD_THINGS, 0, THING_BIT(THING_VIEW),
		.what = "Lesson plans, by id: what to show, in what order."},
	{"parallels", FIELD_THINGS, 0, THING_BIT(THING_PARALLEL),
		.what = "Parallels between events or eras, each somebody's claim."},
};

/* ---- the forms ---- */

#define FIELDS(table) .fields = (table), .count = sizeof(table) / sizeof *(table)
#define NESTED(type)  .size = sizeof(type), .place = offsetof(type, place)
#define THING(type, array)                                                                         \
	NESTED(type), .id = offsetof(type, id), .items = offsetof(struct record, array)

const struct form forms[FORM_COUNT] = {
	[FORM_RECORD] = {"a record", "record", FIELDS(record_fields)},
	[THING_ERA] = {"an era", "era", FIELDS(era_fields), THING(struct era, eras), .keyed = true},
	[THING_PARTY] = {"a party", "party", FIELDS(party_fields), THING(struct party, parties),
		.keyed = true},
	[THING_THEME] = {"a theme", "theme", FIELDS(theme_fields), THING(struct theme, themes),
		.keyed = true},
	[THING_SOURCE] = {"a source", "source", FIELDS(source_fields),
		THING(struct source, sources), .keyed = true, .either = "a title"},
	[THING_PERSON] = {"a person", "person", FIELDS(person_fields), THING(struct person, people),
		.keyed = true},
	[THING_EVENT] = {"an event", "event", FIELDS(event_fields), THING(struct event, events),
		.more = offsetof(struct event, more), .more_size = sizeof(struct event_more),
		.either = "a date"},
	[THING_QUOTE] = {"a quotation", "quote", FIELDS(quote_fields), THING(struct quote, quotes),
		.more = offsetof(struct quote, more), .more_size = sizeof(struct quote_more)},
	[THING_VIEW] = {"a view", "view", FIELDS(view_fields), THING(struct view, views),
		.keyed = true, .either = "what it shows"},
	[THING_PARALLEL] = {"a parallel", "parallel", FIELDS(parallel_fields),
		THING(struct parallel, parallels)},
	[FORM_PARTICIPANT] = {"a participant", "participant", FIELDS(participant_fields),
		.size = sizeof(struct participant), .list = offsetof(struct participants, at)},
	[FORM_POSITION] = {"a position", "position", FIELDS(position_fields),
		NESTED(struct position), .list = offsetof(struct positions, at),
		.either = "a quotation or a source"},
	[FORM_ORIGINAL] = {"an original", "original", FIELDS(original_fields),
		NESTED(struct attestation), .list = offsetof(struct attestations, at)},
	[FORM_OUTCOME] = {"an outcome", "outcome", FIELDS(outcome_fields),
		.place = offsetof(struct event, outcome_place)},
	[FORM_ATTESTATION] = {"an entry of \"also_in\"", "attestation", FIELDS(attestation_fields),
		NESTED(struct attestation), .list = offsetof(struct attestations, at)},
	[FORM_STEP] = {"an entry of \"show\"", "step", FIELDS(step_fields), NESTED(struct step),
		.list = offsetof(struct steps, at), .either = "something to show", .alone = true},
};
