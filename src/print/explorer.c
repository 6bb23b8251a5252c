/* The explorer in one page: the template, and in the place of each of its marks what the formats of its
 * parts write. What is kept does not grow with the record. */
#include "print/html.h"
#include "print/json.h"
#include "print/template.h"

static bool put(const struct template_piece *piece, FILE *file)
{
	return fwrite(piece->at, 1, piece->len, file) == piece->len;
}

bool print_page(const struct result *result, const struct print_options *options, FILE *file)
{
	static const struct template none = {
		.pieces = {{"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}}};
	const struct template *template = options->template ? options->template : &none;
	const struct template_piece *pieces = template->pieces;
	struct print_options whole = *options;
	whole.brief = whole.quotes_only = false;
	return put(&pieces[TEMPLATE_HEAD], file) && html_in_head(result, &whole, file) &&
		put(&pieces[TEMPLATE_HANDOUT], file) && html_in_page(result, &whole, file) &&
		put(&pieces[TEMPLATE_PLACE], file) &&
		fputs(options->place ? options->place : "", file) >= 0 &&
		put(&pieces[TEMPLATE_RECORD], file) && json_in_page(result, &whole, file) &&
		put(&pieces[TEMPLATE_PARTS], file) && fflush(file) == 0;
}
