/* A row is for the forms that it names and that have its field; of two rows the first one counts, so
 * what is special stands above what is general. A name stands here when the field that is nearest in
 * letters is not the one that is meant ("location" is no "locator"), or when none is near. */
#include "load/foreign_names.h"

#include "base/text.h"

#include <string.h>

#define BIT(form) (UINT32_C(1) << (form))

enum {
	RECORD = BIT(FORM_RECORD),
	ERA = BIT(THING_ERA),
	PARTY = BIT(THING_PARTY),
	THEME = BIT(THING_THEME),
	SOURCE = BIT(THING_SOURCE),
	PERSON = BIT(THING_PERSON),
	EVENT = BIT(THING_EVENT),
	QUOTE = BIT(THING_QUOTE),
	VIEW = BIT(THING_VIEW),
	PARALLEL = BIT(THING_PARALLEL),
	PARTICIPANT = BIT(FORM_PARTICIPANT),
	POSITION = BIT(FORM_POSITION),
	ORIGINAL = BIT(FORM_ORIGINAL),
	ALSO_IN = BIT(FORM_ATTESTATION),
	OUTCOME = BIT(FORM_OUTCOME),
	STEP = BIT(FORM_STEP),
	KEYED = ERA | PARTY | THEME | SOURCE | PERSON | VIEW,
	WORDS = QUOTE | ORIGINAL | ALSO_IN,
	PRINTED = EVENT | QUOTE | PARALLEL | POSITION | ORIGINAL | ALSO_IN,
	ALL = -1
};

static const char
	both_ends[] = "one field holds both ends, as in \"date: 1856-03-30/1856-04-01\"",
	address[] = "an address is the \"URL\" of a source, whose id stands here as \"source\"",
	pictures[] = "a record holds words, no pictures; leave it out",
	colors[] = "colours belong to parties; leave it out",
	no_need[] = "it is not needed; leave it out", for_note[] = "\"note\" may hold it",
	by_id[] = "the id is what stands before the colon above it; leave this out",
	names_in_one[] = "names are one text, as in \"author: Hale, Edmund; Roe, Ann\"",
	or_place[] = "where it was said is the \"place\" of the event, where it is printed "
		     "the \"locator\"",
	or_original[] = "\"text\" holds the translation, and \"original\" the words as they "
			"were said",
	of_party[] = "the party of a person stands under \"people\"; leave it out here",
	own_party[] = "the party of a person stands under \"people\"; where a party "
		      "speaks, it is the \"speaker\"";

static const struct foreign_name rows[] = {
	/* ---- the record ---- */
	{RECORD, "title", NULL, " name heading headline caption "},
	{RECORD, "title", "what it is called is \"title\", what happened \"events\"", " timeline "},
	{RECORD, "subtitle", NULL, " sub tagline subheading strapline "},
	{RECORD, "description", NULL,
		" desc about summary note notes abstract introduction intro comment comments "
		"excerpt "
		"text details "},
	{RECORD, "events", NULL, " event items entries slides data rows moments dates history "},
	{RECORD, "people", NULL,
		" actors persons person participants speakers who members characters delegates "
		"individuals "},
	{RECORD, "parties", NULL,
		" groups group sides side countries states delegations organizations "
		"organisations teams "
		"nations factions party "},
	{RECORD, "themes", NULL,
		" tags tag topics topic categories category keywords issues subjects "},
	{RECORD, "sources", NULL,
		" references reference refs bibliography literature works books citations "
		"documents "},
	{RECORD, "eras", NULL, " periods period epochs phases sections chapters ages ranges "},
	{RECORD, "views", NULL,
		" lessons lesson plans lessonplans presentations scenarios tours show "},
	{RECORD, "parallels", NULL, " comparisons analogies likenesses "},
	{RECORD, NULL, "quotations stand in their events, as \"quotes\"",
		" quotes quotations quote quotation "},
	{RECORD, NULL, "\"description\" may say it",
		" author authors date creator editor version published updated modified license "
		"copyright datepublished datemodified image created year publisher "},
	{RECORD, NULL, no_need,
		" layout permalink slug draft type id scale background font url link "
		"schema format encoding "},
	/* ---- ids and what only programs need ---- */
	{KEYED, NULL, by_id, " id uniqueid uid key identifier slug citationkey citekey "},
	{ALL, NULL, no_need,
		" isduration durationevent allday autolink draft layout permalink "
		"classname "
		"icon "},
	{EVENT | QUOTE | PARALLEL, "id", NULL,
		" uniqueid uid key slug identifier eventid quoteid nr number "},
	/* ---- events ---- */
	{EVENT | ERA, "date", both_ends,
		" startdate begindate begin start from datefrom datestart startsat dtstart "
		"starttime "
		"enddate end until dateend dateto dtend endtime till finish to begins ends span "
		"timespan timeframe lifespan daterange range dates period years "},
	{EVENT, "date", "a date is one field, as in \"date: 1856-03-30\"", " day month "},
	{EVENT | ERA, "date", NULL,
		" when time year datetime timestamp on eventdate datum dateon newstyle gregorian "},
	{EVENT, "date_os", NULL, " julian juliandate olddate oldstyle dateoldstyle dateold os "},
	{EVENT, "date_text", NULL,
		" displaydate datedisplay datelabel datestring originaldate dateastext "
		"datewording "},
	{EVENT, "title", NULL,
		" headline heading label name caption event eventname what header subtitle "},
	{ERA, "title", NULL, " name label headline heading caption era "},
	{EVENT, "summary", NULL,
		" description desc details detail body content abstract story info text narrative "
		"explanation about contents excerpt "},
	{ERA, "summary", NULL,
		" description desc details detail text note notes about comment abstract body "
		"content "},
	{EVENT, "themes", NULL,
		" tags tag topics topic categories category keywords keyword subjects subject "
		"group "
		"groups issues issue "},
	{EVENT, NULL, "what kind of event it is can be a theme: see \"themes\"",
		" type kind genre eventtype "},
	{EVENT, "place", NULL,
		" where location city country venue area locality town site loc locationname "
		"address region "},
	{EVENT, "people", NULL,
		" participants participant attendees attendee persons person who actors actor "
		"speakers delegates members present performer individuals signatories "},
	{EVENT, "parties", NULL,
		" countries sides side states state delegations party nations organizations "
		"organisations teams "},
	{EVENT, "host", NULL, " organizer organiser hostedby "},
	{EVENT, "mediator", NULL, " moderator chair facilitator mediatedby broker "},
	{EVENT, NULL, pictures,
		" media image images picture pictures photo photos thumbnail video audio "
		"attachments "},
	{EVENT | QUOTE | PARALLEL | POSITION | ORIGINAL | ALSO_IN, "source", address,
		" url urls link links href web website webpage uri sourceurl sourcelink homepage "
		"weblink "},
	{EVENT, "source", NULL, " credit "},
	{EVENT, "quotes", "each of its words is an item of \"quotes\", and begins \"- id:\"",
		" quote quotation words statement citat quoted saying utterance "},
	{EVENT, "quotes", NULL,
		" quotations statements speeches citations sayings utterances testimonies "},
	{EVENT, "outcome", NULL,
		" result results consequence consequences impact aftermath effect effects "},
	{EVENT, "era", NULL, " epoch phase section chapter age "},
	{EVENT, "order", NULL, " sequence sort rank priority index weight sortorder "},
	{EVENT, "after", NULL, " follows previous predecessor "},
	{EVENT, NULL, "say it of the later event: its \"after\" names the one that it follows",
		" before next successor precedes "},
	{EVENT, NULL, "the language of quoted words is said in each quotation, or for the record",
		" language lang locale inlanguage "},
	{EVENT, NULL, "an event has no author; who wrote of it is the author of the \"source\"",
		" author authors creator writer editor "},
	{EVENT | ERA | THEME | PERSON | QUOTE | VIEW, NULL, colors,
		" color colour colors background backgroundcolor textcolor backgroundcolour "},
	{EVENT | QUOTE, NULL, or_place, " latitude longitude lat lng lon coordinates "},
	/* ---- quotations ---- */
	{QUOTE | ORIGINAL | ALSO_IN, "text", NULL,
		" quote quotation words body content statement quotetext blockquote exact excerpt "
		"passage quoted says value wording variant reading string message "},
	{QUOTE, "speaker", NULL,
		" saidby by who author authors person persons speakers name attribution "
		"attributedto spokenby speakername creator byline saidfrom "},
	{QUOTE, "speaker", own_party, " party side country delegation nation "},
	{QUOTE, "role", NULL,
		" job office function jobtitle occupation rank capacity as speakerrole "},
	{QUOTE, NULL, "what the speaker was then is the \"role\"; a quotation has no title",
		" title headline heading label caption "},
	{QUOTE, NULL,
		"what the speaker was then is the \"role\"; where a party stands, that is an item "
		"of the event's \"positions\"",
		" position "},
	{QUOTE, "said", NULL,
		" date when time year day month datetime on saidon dateofsaying spoken datesaid "
		"uttered saiddate timestamp startdate start "},
	{QUOTE, NULL, or_place,
		" location saidat saidin where venue city town country saidwhere loc "},
	{QUOTE, "to", NULL,
		" saidto whom audience addressee addressees recipient recipients listener "
		"listeners "
		"addressedto towhom "},
	{QUOTE, NULL, "who speaks is the \"speaker\"; where it is printed, the \"source\"",
		" from "},
	{QUOTE, NULL, or_original,
		" translation translated english translatedtext translations englishtext en "
		"trans "},
	{QUOTE, "original", "as in \"original: {language: fr, text: The words}\"",
		" originaltext originalquote originalwords originallanguage sourcetext orig "
		"originallang sourcelanguage "},
	{QUOTE, "about", NULL, " mentions regarding concerns concerning "},
	{QUOTE, "themes", NULL,
		" tags tag topics topic categories category keywords keyword subject subjects "
		"issue "
		"issues "},
	{QUOTE, "answers", NULL,
		" replyto inreplyto repliesto answer answerto answersto reply response responseto "
		"respondsto replies "},
	{QUOTE, "also_in", NULL,
		" variants alsoat elsewhere othersources secondary secondarysource "
		"secondarysources "},
	{QUOTE, "via", NULL, " reportedby relayedby quotedby passedonby "},
	{QUOTE, "unnamed", NULL, " anonymous "},
	{QUOTE, "public", NULL,
		" published publishedon datepublished publicationdate releasedate pubdate "},
	{QUOTE, NULL,
		"when the source came out is its \"issued\"; when the words became known, "
		"\"public\"",
		" issued issuedate "},
	{QUOTE, "kind", NULL, " type quotetype kindofquote "},
	{QUOTE, "status", NULL, " certainty confidence reliability verified authenticity "},
	{QUOTE, "prefix", NULL, " preceding contextbefore textbefore before "},
	{QUOTE, "suffix", NULL, " following contextafter textafter "},
	{QUOTE, NULL, pictures, " media image picture photo thumbnail video audio attachments "},
	/* ---- sources ---- */
	{SOURCE, "URL", NULL,
		" link links href web website webaddress permalink sourceurl sourcelink uri "
		"weblink site urls homepage online "},
	{SOURCE, NULL,
		"where it was published is the \"publisher-place\"; where it is on the web, the "
		"\"URL\"",
		" address "},
	{SOURCE, NULL, for_note, " issn license rights extra pmid number no nr num medium "},
	{SOURCE, "archived", NULL, " archiveurl archivelink wayback archivedurl archivedat "},
	{SOURCE, "author", names_in_one,
		" creators firstname lastname family given familyname givenname surname "},
	{SOURCE, "author", NULL, " creator authors writer writers writtenby by who speaker "},
	{SOURCE, "type", NULL, " itemtype kind category documenttype resourcetype entrytype "},
	{SOURCE, "type", "what kind of work it is, is its \"type\"; more goes into \"note\"",
		" genre format "},
	{SOURCE, "title", NULL,
		" name headline heading worktitle maintitle subtitle caption what "},
	{SOURCE, "container-title", NULL,
		" publicationtitle journal newspaper magazine periodical container publication "
		"journaltitle "
		"booktitle proceedingstitle websitetitle blogtitle encyclopediatitle "
		"dictionarytitle "
		"programtitle publishedin appearedin ispartof in book series collectiontitle "},
	{SOURCE, "issued", NULL,
		" date year published publishedon datepublished publicationdate publicationyear "
		"pubdate "
		"issuedate when issuedon dateissued day time month dateparts datetime "
		"copyrightyear "},
	{SOURCE, NULL, for_note, " originaldate origdate originaltitle "},
	{SOURCE, "publisher-place", NULL,
		" place city location placeofpublication publicationplace pubplace "
		"publisherlocation where country "},
	{SOURCE, "publisher", NULL,
		" issuer publishinghouse press institution university school organization "
		"organisation imprint publishername publishedby "},
	{SOURCE, "accessed", NULL,
		" accessdate accessedon dateaccessed retrieved retrievedon visited urldate "
		"lastaccessed "
		"viewed access accesseddate lastvisited "},
	{SOURCE, "editor", NULL, " editedby ed "},
	{SOURCE, "translator", NULL, " translatedby "},
	{SOURCE, NULL, "who translated it is the \"translator\"; more goes into \"note\"",
		" translation "},
	{SOURCE, "short", NULL,
		" shorttitle titleshort abbreviation abbr shortname citationlabel nickname label "
		"alias aliases "},
	{SOURCE, "note", NULL,
		" abstract abstractnote description desc summary annotation about info details "
		"text "},
	{SOURCE, NULL, "a source has no themes; the quotations from it have",
		" tags tag keywords keyword themes theme subjects subject topics topic "},
	{SOURCE, "page", NULL, " pages pp p pagerange firstpage pagenumber "},
	{SOURCE, NULL,
		"the page of one quotation is its own \"locator\"; \"page\" is where the work "
		"stands "
		"in "
		"its volume",
		" locator loc "},
	{SOURCE, NULL, no_need,
		" numpages numberofpages pagetotal file attachments path pdf dateadded "
		"datemodified "
		"collections relations tagsnote image media "},
	{SOURCE, "issue", NULL, " issuenumber "},
	{SOURCE, "edition", NULL, " editionnumber "},
	{SOURCE, "archive", NULL, " repository library librarycatalog holder fonds "},
	{SOURCE, "archive_location", NULL,
		" callnumber shelfmark signature archiveplace archiveno box folder "},
	{SOURCE, "perspective", NULL, " bias viewpoint standpoint stance pointofview "},
	{SOURCE, "sha256", NULL, " hash checksum digest sha "},
	/* ---- people, parties, themes ---- */
	{PERSON, "name", "the whole name is one text, as in \"name: Edmund Hale\"",
		" firstname lastname givenname familyname surname family given "},
	{PERSON, NULL,
		"the person is called by \"name\"; an office is a \"role\" in the event or "
		"quotation, or stands in \"about\"",
		" title "},
	{PERSON | PARTY, "name", NULL,
		" fullname displayname label headline heading title person caption names "},
	{PERSON | PARTY | THEME, "aliases", NULL,
		" alias aka nickname nicknames alsoknownas alternatename othernames altnames "
		"synonyms synonym pseudonym variants shortname abbreviation abbr short sameas "},
	{PERSON, "born", NULL,
		" birth bornon birthdate dateofbirth dob birthyear birthday bday birt "},
	{PERSON, "died", NULL, " death diedon deathdate dateofdeath dod deathyear deat dead "},
	{PERSON, NULL, "\"born\" and \"died\" are two fields",
		" lifespan dates years lived date start end startdate enddate "},
	{PERSON, "party", NULL,
		" country nation nationality side affiliation organization organisation parties "
		"group team delegation allegiance faction memberof worksfor "},
	{PERSON, "about",
		"who the person is, is \"about\"; what somebody was on a day is a \"role\" in the "
		"event or quotation",
		" role job position office occupation profession jobtitle function rank roles "},
	{PERSON, "about", NULL,
		" description desc bio biography summary who details info abstract text "},
	{PERSON, NULL, for_note,
		" url link web website image picture photo wikipedia birthplace deathplace place "
		"placeofbirth placeofdeath gender sex language source "},
	{PARTY, NULL, "what is to be said of a party goes into an event",
		" description desc about note notes comment summary members people leader url "
		"country flag image "},
	{PARTY, "color", NULL, " backgroundcolor hex textcolor "},
	{THEME, "title", NULL, " name label heading headline caption theme "},
	{THEME, "note", NULL,
		" description desc about summary definition details text explanation "},
	/* ---- plans and parallels ---- */
	{VIEW, "title", NULL, " name heading headline label "},
	{VIEW, "minutes", NULL, " duration time length min "},
	{VIEW, "query", NULL, " filter search select q "},
	{VIEW, "as_of", NULL, " until date day when "},
	{VIEW, "show", NULL,
		" steps items events slides scenes list sequence order quotes content contents "
		"entries slow "},
	{VIEW, "note", NULL, " description desc summary about "},
	{VIEW, "question", NULL, " task aim goal objective ask "},
	{STEP, "id", NULL, " quotation text title what "},
	{STEP, "ask", NULL, " question task prompt questions q "},
	{STEP, "compare", NULL, " versus vs with "},
	{PARALLEL, "between", NULL, " events eras things of compare with "},
	{PARALLEL, "claim", NULL,
		" text title statement description summary likeness quote words "},
	{PARALLEL, "claimed_by", NULL,
		" by who author speaker claimant person saidby whose claimer "},
	{PARALLEL, "said", NULL, " date when year claimedon on "},
	{PARALLEL, "disputed_by", NULL,
		" disputed opponents critics contestedby deniedby rejectedby against "},
	/* ---- what stands in events and quotations ---- */
	{PARTICIPANT, "person", NULL, " id name who people speaker participant "},
	{PARTICIPANT, "role", NULL, " as job position title office function rank capacity "},
	{PARTICIPANT, NULL, of_party, " party country side delegation "},
	{POSITION, "issue", NULL,
		" theme topic subject question about on themes issues tag topics "},
	{POSITION, "party", NULL, " side who country parties speaker by actor person nation "},
	{POSITION, "text", NULL,
		" position stance stand claim summary view description words wants demand "},
	{POSITION, "quote", NULL, " quotes quotation quoteid "},
	{POSITION, "says", NULL, " saidby reporter reportedby reports "},
	{POSITION, NULL, "its quotation or source has one", " locator page pages p pp note "},
	{ALSO_IN, "source", NULL, " in where id book publication title newspaper "},
	{OUTCOME, "text", NULL, " result description summary outcome what body content title "},
	{OUTCOME, "known", NULL, " date when by from since knownby knownsince day asof public "},
	/* ---- wherever the field is one of the form's ---- */
	{PRINTED, "source", NULL,
		" reference references ref refs citation cite citations sources bibliography "
		"footnote book publication "},
	{PRINTED, "locator", NULL,
		" page pages p pp pagenumber at chapter line lines verse paragraph folio location "
		"loc pageno "},
	{ALL, "language", NULL, " lang locale inlanguage langid "},
	{WORDS | SOURCE, "translator", NULL, " translatedby "},
	{ALL, "note", NULL,
		" comment comments remark remarks notes editornote annotation context "},
	{STEP, "note", NULL, " description desc "},
};

void name_fold(struct buf *buf, const char *key)
{
	struct buf folded = {0};
	size_t len = strlen(key);
	if (text_ascii_len(key, len) < len) {
		text_fold(&folded, key, len);
		key = buf_string(&folded);
	}
	for (; *key; key++)
		if (!strchr("-_ .@$", *key))
			buf_char(buf, text_small(*key));
	buf_free(&folded);
}

bool name_is_among(const char *names, const char *name)
{
	size_t len = strlen(name);
	for (const char *at = names; len && (at = strstr(at, name)); at++)
		if (at > names && at[-1] == ' ' && at[len] == ' ')
			return true;
	return false;
}

const struct foreign_name *foreign_name_find(const struct form *form, const char *folded)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].forms >> (form - forms) & 1 && name_is_among(rows[i].names, folded) &&
			(!rows[i].field || form_field_named(form, rows[i].field)))
			return &rows[i];
	return foreign_language_find(form, folded);
}

/* Nobody who writes "father" means "after". */
bool foreign_name_is_word(const char *folded)
{
	return name_is_among(
		" education vote update post father mother brother direction course thesis top no "
		"next "
		"period reason sermon lesson version statue statute state rate late gate data site "
		"stage area year test rest rule hole king find mind force score visa two too sport "
		"tissue border older alter altar plate palace peace price purple couple temple "
		"paid "
		"raid laid maid barn burn bone corn horn diet dead deed game same fame tile seen "
		"shop shot snow rice race season prison poison portion section station nation "
		"action "
		"auction caution junction function collection selection election relation ration "
		"donation location vacation ",
		folded);
}

const char *foreign_name_common(const struct form *form)
{
	static const char *const common[FORM_COUNT] = {
		[FORM_RECORD] = "title, language, parties, themes, sources, people, events, views",
		[THING_SOURCE] = "type, title, author, container-title, issued, publisher, URL",
		[THING_EVENT] = "id, date, title, place, people, summary, source, themes, quotes",
		[THING_QUOTE] = "id, speaker, role, said, text, source, locator, answers, note",
	};
	return common[form - forms];
}
