/* The one place where a structured format meets its stream. */
#include "print/sink.h"

void sink_flush(struct sink *sink)
{
	if (!sink->failed && sink->out.len)
		sink->failed = fwrite(sink->out.text, 1, sink->out.len, sink->file) !=
			sink->out.len;
	buf_clear(&sink->out);
	arena_reset(&sink->arena);
}

bool sink_end(struct sink *sink)
{
	sink_flush(sink);
	bool good = fflush(sink->file) == 0 && !sink->failed;
	buf_free(&sink->out);
	arena_free(&sink->arena);
	return good;
}
