/* Programs of an office write archives, or one file of many parts: the names of these tell which. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "load/other_bytes.h"

#include "base/text.h"

#include <string.h>

static bool ends(const char *name, const char *wanted)
{
	size_t len = strlen(name), of_end = strlen(wanted);
	return len > of_end && text_same_ascii(name + len - of_end, wanted, of_end);
}

/* Programs that write ZIP files are told by the names in them, or by that of the file. */
static bool tell_zip(struct bytes in, const char *name, struct other_file *other)
{
	static const struct {
		const char *inside, *end, *what, *advice;
	} rows[] = {
		{"word/document", ".docx", "a document of a word processor (Word)", advice_word},
		{"opendocument.text", ".odt", "a document of a word processor (LibreOffice)",
			advice_writer},
		{"xl/workbook", ".xlsx", "a spreadsheet (Excel)", advice_cells},
		{"opendocument.spreadsheet", ".ods", "a spreadsheet (LibreOffice)", advice_cells},
		{"ppt/presentation", ".pptx", "a presentation (PowerPoint)", advice_text},
		{"opendocument.presentation", ".odp", "a presentation (LibreOffice)", advice_text},
		{"application/epub", ".epub", "an electronic book (EPUB)", advice_text},
		{"Index/CalculationEngine", ".numbers", "a spreadsheet (Numbers)", advice_cells},
		{"Index/Slide", ".key", "a presentation (Keynote)", advice_text},
		{"Index/Document", ".pages", "a document of a word processor (Pages)",
			advice_pages},
	};
	enum { COUNT = sizeof rows / sizeof *rows };
	size_t row = 0;
	while (row < COUNT && !bytes_have(in, rows[row].inside))
		row++;
	if (row == COUNT)
		for (row = 0; row < COUNT && !ends(name, rows[row].end);)
			row++;
	if (row < COUNT)
		return other_tell(other, rows[row].what, rows[row].advice);
	return other_tell(other,
		"a ZIP file, as word processors and spreadsheets write them, or an archive",
		"save what is in it as plain text (UTF-8)");
}

/* What Word, Excel and PowerPoint wrote before 2007 names its parts in UTF-16. */
static bool tell_office(struct bytes in, const char *name, struct other_file *other)
{
	static const char book[] = "W\0o\0r\0k\0b\0o\0o\0k";
	static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
	if (memmem(in.at, in.len, book, sizeof book) || ends(name, ".xls"))
		return other_tell(other, "a spreadsheet (Excel)", advice_cells);
	if (memmem(in.at, in.len, word, sizeof word) || ends(name, ".doc"))
		return other_tell(other, "a document of a word processor (Word)", advice_word);
	return other_tell(other, "a document of an office program", advice_text);
}

/* Kinds that always begin with the same bytes, which no text begins with. */
static bool tell_magic(struct bytes in, struct other_file *other)
{
	static const struct {
		const char *bytes;
		size_t len, at;
		const char *what, *advice;
	} rows[] = {
		{"%PDF-", 5, 0, "a PDF", advice_text},
		{"\x89PNG", 4, 0, "a picture (PNG)", advice_plain},
		{"\xff\xd8\xff", 3, 0, "a picture (JPEG)", advice_plain},
		{"GIF8", 4, 0, "a picture (GIF)", advice_plain},
		{"II*\0", 4, 0, "a picture (TIFF)", advice_plain},
		{"MM\0*", 4, 0, "a picture (TIFF)", advice_plain},
		{"WEBP", 4, 8, "a picture (WebP)", advice_plain},
		{"WAVE", 4, 8, "a recording", advice_plain},
		{"ftypheic", 8, 4, "a picture (HEIC)", advice_plain},
		{"ftyp", 4, 4, "a film or a recording", advice_plain},
		{"ID3\x03", 4, 0, "a recording (MP3)", advice_plain},
		{"ID3\x04", 4, 0, "a recording (MP3)", advice_plain},
		{"OggS\0", 5, 0, "a recording (Ogg)", advice_plain},
		{"SQLite format 3\0", 16, 0, "a database (SQLite)", advice_cells},
		{"\x1f\x8b", 2, 0, "a compressed file (gzip)", advice_unpack},
		{"\xfd"
		 "7zXZ\0",
			6, 0, "a compressed file (xz)", advice_unpack},
		{"\x28\xb5\x2f\xfd", 4, 0, "a compressed file (zstd)", advice_unpack},
		{"BZh91AY", 7, 0, "a compressed file (bzip2)", advice_unpack},
		{"7z\xbc\xaf\x27\x1c", 6, 0, "an archive (7z)", advice_unpack},
		{"Rar!\x1a", 5, 0, "an archive (RAR)", advice_unpack},
		{"ustar", 5, 257, "an archive (tar)", advice_unpack},
		{"\x7f"
		 "ELF",
			4, 0, "a program", advice_plain},
		{"bplist00", 8, 0, "a file of settings of macOS", advice_plain},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (in.len >= rows[i].at + rows[i].len &&
			memcmp(in.at + rows[i].at, rows[i].bytes, rows[i].len) == 0)
			return other_tell(other, rows[i].what, rows[i].advice);
	return false;
}

bool other_magic(struct bytes in, const char *name, struct other_file *other)
{
	if (bytes_begin(in, "PK\3\4") || bytes_begin(in, "PK\5\6"))
		return tell_zip(in, name, other);
	if (bytes_begin(in, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
		return tell_office(in, name, other);
	return tell_magic(in, other);
}
