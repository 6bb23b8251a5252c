/* terminfo says of a description that it has not got it, whatever the reason was. So the reason is
 * looked for: whether something is lacking, and whether the file is there all the same. It may be where
 * the terminfo that truce is linked with does not look, since that was built for another system.
 *
 * It crashes, or ends the program, where memory is out, hence term_signal_fragile. */
#include "term/description.h"

#include "base/memory.h"
#include "base/transfer.h"
#include "term/brought.h"
#include "term/output.h"
#include "term/refuse.h"
#include "term/signal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static TERMINAL *description; /* that was read here, not by ncurses */
static struct {
	bool said;    /* where it is, in TERMINFO */
	char *before; /* what stood there; NULL: nothing */
} place;

/* It is there, or nobody can say that it is not. */
static bool file_may_be(const char *name)
{
	return access(name, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

/* Whether the folder has a file for the type, under its first letter or that letter's number;
 * `file` is its name then. */
static bool folder_has(const char *folder, const char *type, struct buf *file)
{
	if (!folder || strchr(type, '/'))
		return false;
	buf_clear(file);
	buf_format(file, "%s/%c/%s", folder, type[0], type);
	if (file_may_be(buf_string(file)))
		return true;
	buf_clear(file);
	buf_format(file, "%s/%x/%s", folder, (unsigned char)type[0], type);
	return file_may_be(buf_string(file));
}

static bool file_find(const char *type, struct buf *file)
{
	static const char *const folders[] = {"/etc/terminfo", "/lib/terminfo",
		"/usr/share/terminfo", "/usr/lib/terminfo", "/usr/local/share/terminfo",
		"/usr/share/misc/terminfo", "/run/current-system/sw/share/terminfo",
		"/run/current-system/profile/share/terminfo"};
	struct buf own = {0};
	const char *home = getenv("HOME");
	buf_format(&own, "%s/.terminfo", home ? home : "");
	bool found = folder_has(getenv("TERMINFO"), type, file) ||
		folder_has(buf_string(&own), type, file);
	for (size_t i = 0; i < sizeof folders / sizeof *folders && !found; i++)
		found = folder_has(folders[i], type, file);
	buf_free(&own);
	return found;
}

/* 0 where a byte of it can be read. */
static int file_try(const char *name)
{
	char byte;
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = transfer_read(fd, &byte, 1) < 0 ? errno : 0;
	close(fd);
	return error;
}

void description_refuse(struct buf *problem)
{
	const char *type = getenv("TERM");
	struct buf file = {0};
	if (refuse_lack(problem))
		return;
	if (file_find(type, &file)) {
		int error = file_try(buf_string(&file));
		buf_format(problem, "the description of the terminal, %s, cannot be read%s%s",
			buf_string(&file), error ? ": " : "", error ? strerror(error) : "");
	} else {
		refuse_type(problem, type, "is not known here");
	}
	buf_free(&file);
}

static bool description_try(void)
{
	int found = 0;
	term_signal_fragile(true);
	setupterm(NULL, STDOUT_FILENO, &found);
	term_signal_fragile(false);
	return found == 1;
}

/* Says where the description is that was not found: in a folder where the file lies, or what was brought
 * along. Returns false where there is neither. */
static bool place_say(const char *type)
{
	struct buf file = {0};
	const char *where = brought_description(type), *before = getenv("TERMINFO");
	if (file_find(type, &file)) {
		buf_cut(&file, (size_t)(strrchr(buf_string(&file), '/') - file.text));
		buf_cut(&file, (size_t)(strrchr(buf_string(&file), '/') - file.text));
		where = buf_string(&file);
	}
	if (where) {
		if (before)
			place.before = strcpy(mem_alloc(strlen(before) + 1), before);
		place.said = setenv("TERMINFO", where, true) == 0;
	}
	buf_free(&file);
	return place.said;
}

/* What fails once may succeed at a second try. */
bool description_read(struct buf *problem)
{
	const char *type = getenv("TERM");
	bool read = false;
	if (!type || *type == '\0') {
		buf_text(problem,
			"TERM is not set; try TERM=xterm-256color truce, or \"truce print\" for "
			"plain text");
		return false;
	}
	for (int i = 0; i < 2 && !read; i++)
		read = description_try();
	if (!read && place_say(type))
		read = description_try();
	description = read ? cur_term : NULL;
	if (!read)
		description_refuse(problem);
	else if (!description_string("cup")) /* such as `dumb`, which ncurses would open */
		refuse_type(problem, type, "cannot move its cursor");
	else
		return true;
	description_free();
	return false;
}

void description_free(void)
{
	if (description)
		del_curterm(description);
	description = NULL;
	if (place.said && place.before)
		setenv("TERMINFO", place.before, true);
	else if (place.said)
		unsetenv("TERMINFO");
	free(place.before);
	place.said = false;
	place.before = NULL;
}

const char *description_string(const char *name)
{
	term_signal_fragile(true);
	const char *text = tigetstr(name);
	term_signal_fragile(false);
	return text != (char *)-1 ? text : NULL;
}

void description_add(struct buf *out, const char *name)
{
	const char *text = description_string(name);
	if (text)
		term_capability(out, text);
}

void description_add_row(struct buf *out, int row)
{
	const char *cup = description_string("cup");
	term_signal_fragile(true);
	const char *text = tiparm(cup, row, 0);
	term_signal_fragile(false);
	if (!text)
		mem_out();
	term_capability(out, text);
}
