/* The fields of a record as other languages name them, folded as texts are for search: small and without
 * accents. Where a word may be two fields, the one that the form has is meant. */
#include "load/foreign_names.h"

static const struct foreign_name rows[] = {
	{UINT32_MAX, "date", NULL,
		" datum fecha data jahr annee ano anno дата год rok dato aar "
		"ar "},
	{UINT32_MAX, "title", NULL,
		" titel titre titulo titolo uberschrift заголовок название "
		"назва tytuł tytul titulek tittel otsikko "},
	{UINT32_MAX, "place", NULL,
		" ort lieu lugar luogo место місце miejsce plats sted plaats "
		"ciudad cidade citta ville stadt город misto "},
	{UINT32_MAX, "people", NULL,
		" personen leute menschen beteiligte teilnehmer personnes "
		"gens personas gente persone pessoas люди лица участники люди "
		"personer osoby mensen "},
	{UINT32_MAX, "sources", NULL,
		" quellen fuentes fonti fontes источники джерела zrodła "
		"zrodła zrodla kallor kilder bronnen "},
	{UINT32_MAX, "source", NULL,
		" quelle fuente fonte источник джерело zrodło zrodlo kalla "
		"kilde bron "},
	{UINT32_MAX, "parties", NULL,
		" parteien partis partidos partiti partidos стороны партии "
		"сторони partijen partier strony seiten lander "},
	{UINT32_MAX, "party", NULL,
		" partei parti partido partito сторона партия партія partij "
		"strona land pays "},
	{UINT32_MAX, "themes", NULL, " themen temas temi темы теми thema tema sujets tematy "},
	{UINT32_MAX, "events", NULL,
		" ereignisse evenements eventos eventi события подіі "
		"wydarzenia handelser gebeurtenissen "},
	{UINT32_MAX, "quotes", NULL,
		" zitate citations citas citazioni citacoes цитаты цитати "
		"citaten cytaty zitat "},
	{UINT32_MAX, "speaker", NULL,
		" sprecher redner orateur locuteur orador hablante oratore "
		"говорящий оратор промовець mowca spreker talare "},
	{UINT32_MAX, "text", NULL,
		" texte texto testo текст tekst wortlaut zitat citation cita "
		"citazione цитата "},
	{UINT32_MAX, "summary", NULL,
		" zusammenfassung resume resumen riassunto resumo "
		"beschreibung описание содержание опис opis samenvatting "
		"streszczenie descripcion descrizione sammanfattning "},
	{UINT32_MAX, "language", NULL,
		" sprache langue idioma lingua язык мова jezyk taal sprak "
		"sprog "},
	{UINT32_MAX, "name", NULL, " nom nombre nome имя имʼя namn navn naam imie "},
	{UINT32_MAX, "note", NULL,
		" anmerkung notiz bemerkung remarque nota примечание заметка "
		"примітка opmerking uwaga "},
	{UINT32_MAX, "role", NULL,
		" rolle amt funktion fonction cargo papel ruolo должность "
		"роль funkcja rol "},
	{UINT32_MAX, "author", NULL, " autor auteur autore verfasser автор autorin "},
	{UINT32_MAX, "publisher", NULL,
		" verlag editeur editorial editora editore издательство "
		"uitgever wydawnictwo "},
	{UINT32_MAX, "issued", NULL,
		" erschienen erscheinungsjahr paru publie publicado "
		"publicacion издано "},
	{UINT32_MAX, "locator", NULL,
		" seite seiten pagina paginas страница сторінка strona "
		"fundstelle sida side "},
	{UINT32_MAX, "subtitle", NULL, " untertitel soustitre subtitulo sottotitolo подзаголовок "},
	{UINT32_MAX, "description", NULL,
		" beschreibung descripcion descricao descrizione описание "
		"einleitung "},
	{UINT32_MAX, "outcome", NULL,
		" ergebnis resultat resultado risultato итог результат "
		"uitkomst wynik "},
	{UINT32_MAX, "answers", NULL,
		" antwort antwortet reponse respuesta risposta ответ antwoord "
		"svar "},
	{UINT32_MAX, "type", NULL, " typ tipo тип art "},
	{UINT32_MAX, "said", NULL, " gesagt dit dicho detto сказано "},
	{UINT32_MAX, "born", NULL, " geboren ne nee nacido nato родился fodd fodt "},
	{UINT32_MAX, "died", NULL, " gestorben mort muerto morto умер dod "},
	{UINT32_MAX, "host", NULL, " gastgeber hote anfitrion хозяин gastheer "},
	{UINT32_MAX, "mediator", NULL, " vermittler mediateur mediador посредник bemiddelaar "},
};

const struct foreign_name *foreign_language_find(const struct form *form, const char *folded)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (name_is_among(rows[i].names, folded) && form_field_named(form, rows[i].field))
			return &rows[i];
	return NULL;
}
