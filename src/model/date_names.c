/* What people write beside the figures of a date, in the languages of the records that truce was
 * made for and their neighbours: months and seasons, "about" and "before", centuries and eras.
 *
 * Words stand here as text_fold leaves them (small letters without accents), and are only read
 * where a date has been refused, to say how it is written. A * stands for any ending. */
#include "base/text.h"
#include "model/date_parts.h"

#include <string.h>

struct name {
	enum date_word kind;
	int8_t value;
	const char *words; /* with a space between */
};

static const struct name names[] = {
	{DATE_WORD_MONTH, 1,
		"jan january januar* jaenner janner janv* janvier ocak enero gennaio stycz* "
		"январ* янв січ*"},
	{DATE_WORD_MONTH, 2,
		"feb febr february februar* feber fev fevr fevrier sub subat febrero febbraio lut* "
		"feb феврал* фев февр лютии лютого лютому лют"},
	{DATE_WORD_MONTH, 3,
		"mar march marz maerz mrz mars mart marta martta marti marzo marzec marca marcu "
		"март* мар берез* "
		"бер"},
	{DATE_WORD_MONTH, 4,
		"apr april* avr avril nis nisan abril aprile kwie* апр апрел* квіт* кві"},
	{DATE_WORD_MONTH, 5, "may mai mayis* maj maja maju mayo maggio май маи мая мае трав* тра"},
	{DATE_WORD_MONTH, 6,
		"jun june juni juin haz haziran* junio giugno czerw* июн июня июнь июне черв* чер"},
	{DATE_WORD_MONTH, 7,
		"jul july juli juil juill* tem temmuz* julio luglio lipiec lipca lipcu июл июля "
		"июль "
		"июле липень липня липні лип"},
	{DATE_WORD_MONTH, 8, "aug august* aout agu agustos* agosto sierp* авг август* серп* сер"},
	{DATE_WORD_MONTH, 9,
		"sep sept september* septembre eyl eylul* septiembre settembre wrzes* сен сент "
		"сентябр* верес* вер"},
	{DATE_WORD_MONTH, 10,
		"oct october okt oktober* octobre eki ekim* octubre ottobre pazdz* окт октябр* "
		"жовт* жов"},
	{DATE_WORD_MONTH, 11,
		"nov november* novembre kas kasim* noviembre listopad* ноя нояб ноябр* листоп* "
		"лис"},
	{DATE_WORD_MONTH, 12,
		"dec december dez dezember* decembre ara aralik* diciembre dicembre grud* дек "
		"декабр* груд* гру"},
	/* of more languages */
	{DATE_WORD_MONTH, 1,
		"janeiro leden ledna tammikuu* ianuarie sausi* jaanuar* sijecnj* студзен* јануар* "
		"януари ιανουαρ* იანვარ* يناير"},
	{DATE_WORD_MONTH, 2,
		"fevereiro unor* helmikuu* februarie vasari* veebruar* veljac* лютага фебруар* "
		"февруари φεβρουαρ* თებერვალ* فبراير"},
	{DATE_WORD_MONTH, 3,
		"marco maart brezen brezna maaliskuu* marcius martie marts martii kovo kovas "
		"ozujk* сакавік* μαρτι* მარტ* مارس"},
	{DATE_WORD_MONTH, 4,
		"duben dubna huhtikuu* balandz* travnj* красавік* април* απριλ* აპრილ* ابريل"},
	{DATE_WORD_MONTH, 5,
		"maio mei kveten kvetna majus toukokuu* geguz* svibnj* мај маја μαι* მაის* مايو"},
	{DATE_WORD_MONTH, 6,
		"junho cerven cervna kesakuu* junius iunie birzeli* juuni* lipnja lipanj чэрвен* "
		"јун јуна юни ιουνι* ივნის* يونيو"},
	{DATE_WORD_MONTH, 7,
		"julho cervenec cervence heinakuu* julius iulie liepos liepa juuli* srpnja srpanj "
		"ліпен* јул јула юли ιουλι* ივლის* يوليو"},
	{DATE_WORD_MONTH, 8,
		"augustus srpen srpna elokuu* rugpju* kolovoz* жнівен* жніуня αυγουστ* აგვისტ* "
		"اغسطس"},
	{DATE_WORD_MONTH, 9,
		"setembro zari syyskuu* szeptember septembrie rugsej* rujna rujan вераснь верасня "
		"септемвр* септембр* σεπτεμβρ* სექტემბ* سبتمبر"},
	{DATE_WORD_MONTH, 10,
		"outubro rijen rijna lokakuu* octombrie spalio spalis oktoober кастрычнік* "
		"октомвр* октобар октобра οκτωβρ* ოქტომბ* اكتوبر"},
	{DATE_WORD_MONTH, 11,
		"novembro marraskuu* noiembrie lapkri* studenog* ноември новембар новембра νοεμβρ* "
		"ნოემბ* نوفمبر"},
	{DATE_WORD_MONTH, 12,
		"dezembro prosinec prosince joulukuu* decembrie gruodz* detsember* desember "
		"prosinca prosinac снежань снежня декември децембар децембра δεκεμβρ* დეკემბ* "
		"ديسمبر"},
	{DATE_WORD_SEASON, 21,
		"spring springtime fruhling* fruhjahr* printemps ilkbahar* bahar* primavera wiosn* "
		"весна весны "
		"веснои весною весни весноі навесні"},
	{DATE_WORD_SEASON, 22,
		"summer summertime sommer* ete yaz* verano lato latem лето лета летом літо літа "
		"влітку "
		"улітку"},
	{DATE_WORD_SEASON, 23,
		"autumn fall herbst* automne sonbahar* otono autunno guz jesie* осень осени осенью "
		"осінь осені "
		"восени"},
	{DATE_WORD_SEASON, 24,
		"winter wintertime winters hiver kis invierno inverno zima zimy зима зимы зимои "
		"зимою зими "
		"взимку узимку"},
	{DATE_WORD_ABOUT, 0,
		"c ca cca circa about abt around approx approximate* est estimated cal calc "
		"calculated roughly etwa gegen ungefahr zirka um vers environ env autour "
		"около ок приблизительно примерно прибл приблизно близько бл yaklasik* tahminen "
		"civari* dolaylari* okolo ok"},
	{DATE_WORD_POSSIBLY, 0,
		"possibly perhaps probably prob presumably maybe int interpreted likely wohl "
		"vielleicht vermutlich wahrscheinlich peut-etre probablement possible вероятно "
		"возможно предположительно можливо ймовірно belki muhtemelen uncertain"},
	{DATE_WORD_BEFORE, 0,
		"before bef bfr pre prior ante vor bevor avant до перед раньше przed once by"},
	{DATE_WORD_AFTER, 0, "after aft nach apres после після позже sonra* post pozniej po"},
	{DATE_WORD_FROM, 0,
		"from since beri starting seit ab von vom depuis des с со від з из із od "
		"itibaren fr"},
	{DATE_WORD_TO, 0,
		"to до ile till til until thru through upto bis jusque jusqu au a по kadar do "
		"untill "
		"ending"},
	{DATE_WORD_BETWEEN, 0, "between bet betw btw zwischen entre между між miedzy"},
	{DATE_WORD_AND, 0, "and und et и і та ve i y e oraz u. &"},
	{DATE_WORD_OR, 0, "or oder ou или або чи veya lub o"},
	{DATE_WORD_EARLIER, 0, "earlier fruher"},
	{DATE_WORD_LATER, 0, "later onward onwards on forward spater ff далее"},
	{DATE_WORD_EARLY, 1,
		"early beginning* start anfang* beginn* fruh fruhe fruhen fruhes debut "
		"commencement "
		"начало начале начала початок початку basi basinda basla* poczat*"},
	{DATE_WORD_EARLY, 2,
		"mid middle midd mitte milieu mi середина середине середины середині середини "
		"orta* "
		"polow*"},
	{DATE_WORD_EARLY, 3,
		"late end ende spat spate spaten spates fin конец конце конца кінець кінці кінця "
		"наприкінці sonu sonun* sonlar* koniec koncu"},
	{DATE_WORD_HALF, 0,
		"half halfyear halbjahr* halfte moitie semestre половина половине половины "
		"половині "
		"половини полугодие півріччя yarisi"},
	{DATE_WORD_QUARTER, 0,
		"quarter qtr quartal* viertel* trimestre quart квартал* кв четверт* чверт* ceyre* "
		"kwartal* cwierc*"},
	{DATE_WORD_THIRD, 0, "third drittel* tiers треть трети третина третини третині"},
	{DATE_WORD_TEN, 0,
		"decade jahrzehnt* decennie* десятилет* десятиліт* dekada dekady onyil*"},
	{DATE_WORD_CENTURY, 0,
		"century centuries cent c jahrhundert* jh jhd jhdt jhs siecle* s век века веке в "
		"столетие столетия століття столітті ст вв сторіччя yuzyil* yy asir wiek* w"},
	{DATE_WORD_MILLENNIUM, 0,
		"millennium millenium jahrtausend* jt millenaire тысячелетие тысячелетия "
		"тисячоліття тис binyil*"},
	{DATE_WORD_DECADE, 0,
		"s ies er ers е х і ті ті их ер lar ler lari leri ern li decade years"},
	{DATE_WORD_FILLER, 0,
		"fl flourished floruit arasi* the die of in on at year years yr decade dated date "
		"day days "
		"month sometime anno domini jahr "
		"jahre jahres jahren im am den der dem le la les l an annee annees en du de d "
		"г гг год года году годы годов годах р рр рік року році роки років роках роками "
		"рока в во у на "
		"от від yil yili yilinda yilinin yillar* tarihinde roku rok r dnia "
		"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
		"thur "
		"thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag "
		"lundi mardi mercredi jeudi vendredi samedi dimanche понедельник вторник среда "
		"середа "
		"среду четверг пятница пятницу суббота субботу воскресенье понеділок вівторок "
		"середу четвер субота суботу неділя неділю pazartesi sali carsamba persembe cuma "
		"cumartesi pazar"},
	{DATE_WORD_UNKNOWN, 0,
		"unknown undated none null nil na nd sd tba tbd tbc uncertain unk nodate "
		"unspecified "
		"missing неизвестно неизвестна неизв невідомо невідома unbekannt undatiert inconnu "
		"inconnue bilinmiyor tarihsiz nieznana nan"},
	{DATE_WORD_NOW, 0,
		"now present today todate ongoing open current currently continuing tomorrow "
		"yesterday alive living heute jetzt gegenwart laufend aujourd* present* maintenant "
		"сеичас сегодня настоящее зараз сьогодні дотепер bugun simdi halen gunumuz* dzis "
		"obecnie"},
	{DATE_WORD_ALIEN, 0,
		"brumaire vendemiaire frimaire nivose pluviose ventose germinal floreal prairial "
		"messidor thermidor fructidor hijri ah hegira hidjra muharram safar rajab shaban "
		"ramadan ramazan shawwal muharrem zilhicce hebrew tishri tishrei cheshvan kislev "
		"tevet shevat adar iyar sivan tammuz elul reiwa heisei showa taisho meiji "
		"ides kalends calends nones hicri rumi maliye jewish solar shamsi jalali "
		"republicain республики хиджры minguo heian 大正 昭和 "
		"明治 平成 令和 民國 民国 光緒 "
		"宣統 康熙 乾隆 嘉慶 道光 咸豐 同治 慶應"},
	/* Spanish, Italian, Portuguese, and more of Dutch and Polish */
	{DATE_WORD_ABOUT, 0,
		"hacia aproximad* verso intorno omstreeks rond omkring kolem korul noin"},
	{DATE_WORD_BEFORE, 0, "antes prima dopred voor fore pred"},
	{DATE_WORD_AFTER, 0, "despues dopo depois efter"},
	{DATE_WORD_FROM, 0, "desde dal dalla sinds sedan siden"},
	{DATE_WORD_TO, 0, "hasta ate al tot"},
	{DATE_WORD_BETWEEN, 0, "tra tussen mellan mellem mezi"},
	{DATE_WORD_AND, 0, "och og"},
	{DATE_WORD_HALF, 0, "пол"},
	{DATE_WORD_EARLY, 1,
		"pocz нач поч principio* comienzo* inicio* inizi* primi begin poczatk* pocatk*"},
	{DATE_WORD_EARLY, 2, "mediados meados meta midden polovin*"},
	{DATE_WORD_EARLY, 3, "кон кін finales fines fine finais eind konec konce"},
	{DATE_WORD_FILLER, 0,
		"weds el il lo los las gli del della dell di w we m d lunes martes "
		"miercoles "
		"jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato "
		"domenica "
		"poniedzialek wtorek sroda czwartek piatek sobota niedziela maandag dinsdag "
		"woensdag "
		"donderdag vrijdag zaterdag zondag"},
	{DATE_WORD_ORDINAL, 1, "first 1st erste* premier premiere перв* перш* birinci ilk ilki"},
	{DATE_WORD_ORDINAL, 2, "second zweite* deuxieme seconde втор* друг* ikinci"},
	{DATE_WORD_ORDINAL, 3, "third dritte* troisieme треть* трет* ucuncu"},
	{DATE_WORD_ORDINAL, 4, "fourth vierte* quatrieme четверт* dorduncu"},
	{DATE_WORD_ORDINAL, DATE_LAST, "last final letzt* dernier* последн* остан* son ostatni*"},
	{DATE_WORD_ORDINAL, 5, "fifth"},
	{DATE_WORD_ORDINAL, 6, "sixth"},
	{DATE_WORD_ORDINAL, 7, "seventh"},
	{DATE_WORD_ORDINAL, 8, "eighth"},
	{DATE_WORD_ORDINAL, 9, "ninth"},
	{DATE_WORD_ORDINAL, 10, "tenth"},
	{DATE_WORD_ORDINAL, 11, "eleventh"},
	{DATE_WORD_ORDINAL, 12, "twelfth"},
	{DATE_WORD_ORDINAL, 13, "thirteenth"},
	{DATE_WORD_ORDINAL, 14, "fourteenth"},
	{DATE_WORD_ORDINAL, 15, "fifteenth"},
	{DATE_WORD_ORDINAL, 16, "sixteenth"},
	{DATE_WORD_ORDINAL, 17, "seventeenth"},
	{DATE_WORD_ORDINAL, 18, "eighteenth"},
	{DATE_WORD_ORDINAL, 19, "nineteenth"},
	{DATE_WORD_ORDINAL, 20, "twentieth"},
	{DATE_WORD_ORDINAL, 21, "twenty-first"},
	{DATE_WORD_ORDINAL, 22, "twenty-second"},
	{DATE_WORD_ORDINAL, 23, "twenty-third"},
	{DATE_WORD_ORDINAL, 24, "twenty-fourth"},
	{DATE_WORD_ORDINAL, 25, "twenty-fifth"},
	{DATE_WORD_ORDINAL, 26, "twenty-sixth"},
	{DATE_WORD_ORDINAL, 27, "twenty-seventh"},
	{DATE_WORD_ORDINAL, 28, "twenty-eighth"},
	{DATE_WORD_ORDINAL, 29, "twenty-ninth"},
	{DATE_WORD_ORDINAL, 30, "thirtieth"},
	{DATE_WORD_ORDINAL, 31, "thirty-first"},
};

/* Letters, whatever dots and spaces stand between them: "v. Chr.", "B.C.E.". */
static const struct name signs[] = {
	{DATE_SIGN_BCE, 0,
		"bc bce vchr vorchr vorchristus vorchristigeburt vunserer vuz donэ донэ "
		"донашеиэры доне донашоіери дорх avjc avantjc avantjesuschrist avjesuschrist mo io "
		"milattanonce isadanonce pne"},
	{DATE_SIGN_CE, 0,
		"ad ce nchr nachchr nachchristus nuz нэ нашеиэры не нашоіери apjc apresjc "
		"apresjesuschrist ms is milattansonra ne"},
	{DATE_SIGN_OLD, 0,
		"os oldstyle julian juliancalendar стст стстиля постст постарстилю постаромустилю "
		"старогостиля "
		"старыистиль стстиль стстилю ссс зассстилем застаримстилем застст julianisch "
		"julianischerkalender altenstils altstils ast"},
	{DATE_SIGN_NEW, 0,
		"ns newstyle gregorian gregoriancalendar нст новст новстиля нстилю новыистиль "
		"поновомустилю новогостиля neuenstils gregorianisch nst"},
	{DATE_SIGN_UNKNOWN, 0,
		"nd sd sa od oj br bd bezdaty ohnedatum sansdate бг бд бездаты бездати na ndate "
		"nodate датанеизвестна "
		"notknown notknownyet unknowndate dateunknown xxxxxxxx"},
	{DATE_SIGN_NOW, 0,
		"нв настоящеевремя todate todaysdate tilnow uptonow tothepresent thepresent "
		"наствремя понаствремя "
		"понастоящеевремя понинішніичас бишеute bisheute stillongoing noch ajourdhui "
		"nosjours наствр "
		"rightnow untilnow nochheute"},
	{DATE_SIGN_ALIEN, 0,
		"am ah be h ah sh ap annohegirae annomundi buddhistera bs annohijri hijri hijra "
		"хиджры "
		"minguo roc พศ"},
};

static size_t letter_len(const char *at, const char *end)
{
	size_t bytes;
	int32_t c = at < end ? text_decode(at, (size_t)(end - at), &bytes) : -1;
	return c >= 0 && (text_is_letter(c) || (bytes == 1 && (*at == '&' || *at == '+'))) ? bytes
											   : 0;
}

/* Whether a word of a list, up to its space, is this one. */
static bool is_name(const char *name, const char *word, size_t len)
{
	size_t size = strcspn(name, " ");
	if (size && name[size - 1] == '*' && !memchr(word, '-', len))
		return len >= size - 1 && memcmp(name, word, size - 1) == 0;
	return size == len && memcmp(name, word, len) == 0;
}

/* A space and how a word begins: two letters, which stand before every *. Many lists are asked for
 * each word, so they are not taken apart. */
struct beginning {
	char text[6];
};

static struct beginning beginning_of(const char *word, size_t len)
{
	struct beginning beginning = {" "};
	size_t most = (unsigned char)*word < 0x80 ? 2 : 4;
	memcpy(beginning.text + 1, word, len < most ? len : most);
	return beginning;
}

static bool has_name(
	const char *words, const struct beginning *beginning, const char *word, size_t len)
{
	size_t first = strlen(beginning->text) - 1;
	if (strncmp(words, beginning->text + 1, first) == 0 && is_name(words, word, len))
		return true;
	for (const char *at = words; (at = strstr(at, beginning->text));)
		if (is_name(++at, word, len))
			return true;
	return false;
}

size_t date_word_len(const char *text, const char *end)
{
	const char *at = text;
	for (size_t bytes; (bytes = letter_len(at, end));)
		at += bytes;
	return (size_t)(at - text);
}

bool date_take_name(struct date_text *text, enum date_word kind, int *value)
{
	const char *at = text->at;
	size_t len = date_word_len(at, text->end);
	/* "peut-etre", "twenty-first" */
	size_t joined = len && at + len < text->end && at[len] == '-'
		? len + 1 + date_word_len(at + len + 1, text->end)
		: len;
	struct beginning begins = beginning_of(at, len);
	for (size_t i = 0; len && i < sizeof names / sizeof *names; i++) {
		if (names[i].kind != kind)
			continue;
		const char *words = names[i].words;
		bool both = joined > len && has_name(words, &begins, at, joined);
		if (!both && !has_name(words, &begins, at, len))
			continue;
		text->at = at + (both ? joined : len);
		date_take(text, ".");
		if (value)
			*value = names[i].value;
		return true;
	}
	return false;
}

bool date_word_known(const char *word, size_t len)
{
	bool known = false;
	struct beginning begins = beginning_of(word, len);
	for (size_t i = 0; i < sizeof names / sizeof *names && !known; i++)
		known = has_name(names[i].words, &begins, word, len);
	for (size_t i = 0; i < sizeof signs / sizeof *signs && !known; i++)
		known = has_name(signs[i].words, &begins, word, len);
	return known;
}

bool date_word_moves(const char *word, size_t len)
{
	static const char *const more[] = {"not", "no", "than", "years", "days", "weeks", "months",
		"decades", "ago", "week", "decade", "latest", "earliest", "turn", "latest",
		"earliest", "turn"};
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		if (strlen(more[i]) == len && memcmp(more[i], word, len) == 0)
			return true;
	struct beginning begins = beginning_of(word, len);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].kind != DATE_WORD_FILLER &&
			has_name(names[i].words, &begins, word, len))
			return true;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (has_name(signs[i].words, &begins, word, len))
			return true;
	return false;
}

/* Takes the letters of one sign, up to its space, past dots, spaces and hyphens between them. */
static bool take_letters(struct date_text *text, const char *sign)
{
	const char *at = text->at;
	size_t size = strcspn(sign, " ");
	for (const char *end = sign + size; sign < end; sign++, at++) {
		while (at > text->at && at < text->end && strchr(". -'", *at))
			at++;
		if (at == text->end || *at != *sign)
			return false;
	}
	if (letter_len(at, text->end))
		return false;
	text->at = at;
	date_take(text, ".");
	return true;
}

bool date_take_sign(struct date_text *text, enum date_word kind)
{
	struct date_text longest = *text;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (const char *at = signs[i].words; signs[i].kind == kind && *at;
			at += strspn(at, " ")) {
			struct date_text copy = *text;
			if (take_letters(&copy, at) && copy.at > longest.at)
				longest = copy;
			at += strcspn(at, " ");
		}
	bool taken = longest.at > text->at;
	*text = longest;
	return taken;
}
