/* memmem is in every C library, and in POSIX since 2024; older headers show it to GNU sources only. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "load/other_bytes.h"

#include "base/text.h"

#include <string.h>

const char advice_text[] = "copy its text into a plain text file saved as UTF-8, or begin one "
			   "with \"truce print --blank\"";
/* The words of each program's menus. */
const char advice_word[] = "in Word: Save As, Plain Text (.txt), with the encoding Unicode "
			   "(UTF-8); then check that file";
const char advice_writer[] = "in LibreOffice: Save As, Text - Choose Encoding (.txt), Unicode "
			     "(UTF-8); then check that file";
const char advice_pages[] = "in Pages: Export To, Plain Text; then check that file";
const char advice_any[] = "open it, choose Save As, Plain Text (.txt), Unicode (UTF-8), and check "
			  "that file";
const char advice_cells[] = "a record is no table, but one whose first row is Year, Month, Day, "
			    "Headline, Text is read where it is saved as CSV; or begin a record "
			    "with \"truce print --blank\"";
const char advice_fields[] = "a record has other fields: begin one with \"truce print --blank\", "
			     "and copy dates and texts into them";
const char advice_zotero[] =
	"in Zotero: Export Items, CSL JSON; then name that file behind a record, "
	"as in \"truce lesson.yaml zotero.json\"";
const char advice_sources[] = "begin a record with \"truce print --blank\", and write the "
			      "entries below its \"sources:\"";
const char advice_plain[] = "a record is a plain text file, which \"truce print --blank\" begins";
const char advice_unpack[] = "unpack it: a record is a plain text file";
const char advice_yaml[] = "what can be read again is printed with \"truce print --format yaml\"";

bool bytes_have(struct bytes in, const char *wanted)
{
	return in.len && memmem(in.at, in.len, wanted, strlen(wanted));
}

bool bytes_begin(struct bytes in, const char *wanted)
{
	size_t len = strlen(wanted);
	return in.len >= len && memcmp(in.at, wanted, len) == 0;
}

bool bytes_begin_any_case(struct bytes in, const char *wanted)
{
	size_t len = strlen(wanted);
	return in.len >= len && text_same_ascii(in.at, wanted, len);
}

bool bytes_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct bytes bytes_behind(struct bytes in, size_t count)
{
	return (struct bytes){in.at + count, in.len - count};
}

struct bytes bytes_trimmed(struct bytes in)
{
	if (bytes_begin(in, "\xef\xbb\xbf"))
		in = bytes_behind(in, 3);
	while (in.len && bytes_is_blank(*in.at))
		in = bytes_behind(in, 1);
	return in;
}

struct bytes bytes_line(struct bytes *in)
{
	const char *end = memchr(in->at, '\n', in->len);
	struct bytes line = {in->at, end ? (size_t)(end - in->at) : in->len};
	*in = bytes_behind(*in, line.len + (end != NULL));
	if (line.len && line.at[line.len - 1] == '\r')
		line.len--;
	return line;
}

bool bytes_is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

bool bytes_is_letter(char c)
{
	return bytes_is_small(c) || (c >= 'A' && c <= 'Z');
}

bool other_tell(struct other_file *other, const char *what, const char *advice)
{
	*other = (struct other_file){.what = what, .advice = advice};
	return true;
}

bool other_tell_read(struct other_file *other, const char *what, enum other_read read_as)
{
	*other = (struct other_file){.read_as = read_as, .what = what, .advice = ""};
	return true;
}
