/* What ncurses does not say is found out by trying what it needs: memory, and a descriptor. */
#include "term/refuse.h"

#include "base/memory.h"
#include "base/text.h"
#include "term/locale.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LACKING = 4096 };

void refuse_type(struct buf *problem, const char *type, const char *what)
{
	buf_text(problem, "the terminal type \"");
	text_show(term_form(), problem, type, strlen(type));
	buf_format(problem,
		"\" %s; try TERM=xterm-256color truce, or \"truce print\" for plain text", what);
}

void refuse_error(struct buf *problem, int error)
{
	bool none_left = error == EMFILE || error == ENFILE;
	if (error == ENOMEM)
		mem_out();
	buf_format(problem, "the terminal cannot be taken: %s%s", strerror(error),
		none_left ? "; raise `ulimit -n`" : "");
}

void refuse_none(struct buf *problem, int error)
{
	bool usual = error == 0 || error == ENOTTY || error == ENXIO || error == ENOENT ||
		error == EBADF || error == EINVAL;
	buf_format(problem,
		"there is no terminal to read keys from%s%s; start truce in one, or try \"truce "
		"print\" for plain text",
		usual ? "" : ": ", usual ? "" : strerror(error));
}

bool refuse_lack(struct buf *problem)
{
	void *volatile some = malloc(LACKING); /* lest the compiler leave it out */
	if (!some)
		mem_out();
	free(some);
	int fd = dup(STDOUT_FILENO);
	if (fd < 0)
		refuse_error(problem, errno);
	else
		close(fd);
	return fd < 0;
}
