/* Only what is clear is a row: what could be two of our words is answered with all of them. */
#include "load/foreign_words.h"

#include "base/buf.h"
#include "load/foreign_names.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const struct form_words *words;
	const char *ours;
	const char *theirs; /* as name_fold makes them, between spaces */
} rows[] = {
	{&form_types, "webpage",
		" website site web link url online internet electronic electronicresource page "
		"webarticle wikipedia homepage "},
	{&form_types, "post-weblog", " blog blogpost weblog blogentry "},
	{&form_types, "post",
		" tweet forumpost socialmedia facebook telegram socialmediapost forum "},
	{&form_types, "article-journal",
		" journal journalarticle paper academicarticle scholarlyarticle "
		"academicjournalarticle "
		"workingarticle "},
	{&form_types, "article-newspaper",
		" newspaper newspaperarticle news newsarticle press newsreport newspapers "},
	{&form_types, "article-magazine", " magazine magazinearticle "},
	{&form_types, "book",
		" books monograph editedbook ebook volume memoir memoirs biography "
		"autobiography "},
	{&form_types, "chapter", " inbook incollection bookchapter booksection bookpart essay "},
	{&form_types, "paper-conference",
		" conference conferencepaper inproceedings proceedings conferencearticle "},
	{&form_types, "report", " techreport technicalreport workingpaper whitepaper study "},
	{&form_types, "thesis",
		" phdthesis mastersthesis dissertation bachelorthesis doctoralthesis "},
	{&form_types, "personal_communication",
		" letter letters correspondence email mail message telegraph cable diplomaticcable "
		"instantmessage personalcommunication "},
	{&form_types, "manuscript", " unpublished diary notebook papers manuscripts "},
	{&form_types, "motion_picture",
		" film movie video videorecording documentary youtube audiovisual motionpicture "},
	{&form_types, "broadcast",
		" tvbroadcast radiobroadcast tv radio podcast television tvprogram tvprogramme "
		"radioprogram "},
	{&form_types, "speech",
		" presentation talk address lecture statement remarks pressconference "},
	{&form_types, "interview", " conversation interviews "},
	{&form_types, "legislation", " statute law act decree "},
	{&form_types, "legal_case", " case judgment judgement court legalcase "},
	{&form_types, "treaty", " agreement pact convention protocol accord treaties "},
	{&form_types, "document",
		" misc other text file pdf doc document archive archival record documents memo "
		"memorandum "
		"note notes minutes unknown "},
	{&form_types, "entry-encyclopedia", " encyclopedia encyclopediaarticle encyclopaedia "},
	{&form_types, "entry-dictionary", " dictionaryentry "},
	{&form_types, "graphic",
		" image photo picture photograph painting artwork cartoon poster "},
	{&form_types, "pamphlet", " leaflet flyer brochure booklet "},
	{&form_types, "periodical", " series serial "},
	{&form_kinds, "quotation",
		" quote direct verbatim quoted words exact citation directspeech "},
	{&form_kinds, "paraphrase",
		" indirect reported summary reportedspeech paraphrased indirectspeech "
		"indirectquote "},
	{&form_kinds, "thesis", " claim argument opinion theses "},
	{&form_statuses, "checked",
		" verified true confirmed ok authentic genuine proven correct certain "},
	{&form_statuses, "attributed", " alleged ascribed reputed "},
	{&form_statuses, "disputed", " doubtful contested questionable dubious doubted "},
	{&form_statuses, "misattributed",
		" false fake wrong spurious untrue fabricated misquoted invented "},
	{&form_colors, "red", " crimson maroon scarlet darkred tomato rot rouge "},
	{&form_colors, "blue", " navy darkblue lightblue royalblue azure skyblue blau bleu "},
	{&form_colors, "green", " lime darkgreen olive lightgreen grun vert "},
	{&form_colors, "yellow", " gold orange amber gelb jaune "},
	{&form_colors, "magenta", " pink purple violet fuchsia rose "},
	{&form_colors, "cyan", " teal turquoise aqua "},
	{&form_colors, "black", " gray grey darkgray darkgrey schwarz noir "},
	{&form_colors, "white", " lightgray lightgrey silver weiss blanc "},
	{&form_scenes, "quiz", " questions test game "},
	{&form_scenes, "positions", " stands stances table matrix "},
};

/* "#ff8000": each of its three parts is there or is not. */
static const char *color_find(const char *text)
{
	size_t digits = *text == '#' ? strspn(text + 1, "0123456789abcdefABCDEF") : 0;
	if ((digits != 3 && digits != 6) || text[1 + digits])
		return NULL;
	unsigned bits = 0;
	for (size_t i = 0; i < 3; i++) {
		char part[] = {text[1 + i * digits / 3], '\0'};
		bits |= (unsigned)(strtol(part, NULL, 16) >= 8) << i;
	}
	return form_colors.at[1 + bits];
}

const char *foreign_word_find(const struct form_words *words, const char *text)
{
	struct buf folded = {0}, ours = {0};
	const char *found = words == &form_colors ? color_find(text) : NULL;
	name_fold(&folded, text);
	for (uint8_t i = 0; !found && i < words->count; i++) {
		buf_clear(&ours);
		name_fold(&ours, words->at[i]);
		if (ours.len && strcmp(buf_string(&ours), buf_string(&folded)) == 0)
			found = words->at[i];
	}
	for (size_t i = 0; !found && i < sizeof rows / sizeof *rows; i++)
		if (rows[i].words == words && name_is_among(rows[i].theirs, buf_string(&folded)))
			found = rows[i].ours;
	buf_free(&folded);
	buf_free(&ours);
	return found;
}
