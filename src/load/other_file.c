/* A file is told by how it begins: by the first bytes that its kind always has, or by the first line that
 * is not blank, and where that may be a record's by several signs. */
#include "load/other_bytes.h"

/* JSON may have a picture before its first words. */
enum { LOOKED_MOST = 8 << 20, HEAD_MOST = 64 << 10, JSON_MOST = 1 << 20 };

bool other_file(const char *bytes, size_t len, const char *name, struct other_file *other)
{
	struct bytes in = {bytes, len < LOOKED_MOST ? len : LOOKED_MOST};
	if (other_magic(in, name, other))
		return true;
	in = bytes_trimmed(in);
	struct bytes json = in;
	if (json.len > JSON_MOST)
		json.len = JSON_MOST;
	if (in.len > HEAD_MOST)
		in.len = HEAD_MOST;
	if (!in.len)
		return false;
	if (other_lines(in, other))
		return true;
	return *in.at == '<'                     ? other_markup(in, other)
		: *in.at == '{' || *in.at == '[' ? other_json(json, other)
						 : false;
}
