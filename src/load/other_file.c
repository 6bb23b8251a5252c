/* A file is told by how it begins: by the first bytes that its kind always has, or by the first line that
 * is not blank, and where that may be a record's by several signs. */
#include "load/other_bytes.h"

enum { LOOKED_MOST = 8 << 20, HEAD_MOST = 64 << 10 };

bool other_file(const char *bytes, size_t len, const char *name, struct other_file *other)
{
	struct bytes in = {bytes, len < LOOKED_MOST ? len : LOOKED_MOST};
	if (other_magic(in, name, other))
		return true;
	in = bytes_trimmed(in);
	if (in.len > HEAD_MOST)
		in.len = HEAD_MOST;
	if (!in.len)
		return false;
	if (other_lines(in, other))
		return true;
	return *in.at == '<'                     ? other_markup(in, other)
		: *in.at == '{' || *in.at == '[' ? other_json(in, other)
						 : false;
}
