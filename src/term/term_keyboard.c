/* The device itself is opened, not /dev/tty, which some systems cannot poll. Standard output is a
 * terminal already; where it is the controlling one, it knows the device's name. */
#include "term/term_keyboard.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

static FILE *keyboard_device(const char *name)
{
	int fd = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	FILE *file;

	if (fd < 0)
		return NULL;
	file = isatty(fd) ? fdopen(fd, "r+") : NULL;
	if (file == NULL)
		close(fd);
	return file;
}

FILE *term_keyboard_open(void)
{
	const char *name;
	FILE *file = NULL;

	if (isatty(STDIN_FILENO))
		return stdin;
	name = tcgetsid(STDOUT_FILENO) == getsid(0) ? ttyname(STDOUT_FILENO) : NULL;
	if (name != NULL)
		file = keyboard_device(name);
	return file != NULL ? file : keyboard_device("/dev/tty");
}

void term_keyboard_close(FILE *file)
{
	if (file != NULL && file != stdin)
		fclose(file);
}
