/* The bytes are read, never mapped: a file that is cut short while it is mapped ends the program
 * with SIGBUS, and editors do cut files short. Reading costs about a hundredth of what libyaml then
 * spends on them. */
#include "base/file.h"

#include "base/memory.h"
#include "base/shell.h"
#include "base/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const size_t file_most = (size_t)1 << 30;

enum { FIRST_ROOM = 64 * 1024 };

static bool refuse_open(struct place place, struct diag_list *diags, int error)
{
	if (error == ENOENT || error == ENOTDIR)
		diag_add(diags, DIAG_ERROR, place, "no-file", "there is no such file");
	else if (error == EACCES || error == EPERM)
		diag_add(diags, DIAG_ERROR, place, "no-permission",
			"you may not read this file; its owner can allow it with chmod +r");
	else
		diag_add(diags, DIAG_ERROR, place, "cannot-read", "it cannot be read: %s",
			strerror(error));
	return false;
}

static bool refuse_large(struct place place, struct diag_list *diags)
{
	diag_add(diags, DIAG_ERROR, place, "file-too-large",
		"it is larger than 1 GiB; cut it into several files, which together make one "
		"record");
	return false;
}

static void refuse_folder(struct place place, struct diag_list *diags)
{
	struct buf name = {0};
	bool typed = shell_file(&name, diag_file_name(diags, place.file));
	diag_add(diags, DIAG_ERROR, place, "directory",
		"this is a directory; name the files in it%s%s%s", typed ? ", as in " : "",
		buf_string(&name), typed ? "/*.yaml" : "");
	buf_free(&name);
}

/* What the open file says about itself; *size is how much room to begin with. */
static bool file_look(int fd, struct place place, struct diag_list *diags, size_t *size)
{
	struct stat status;
	if (fstat(fd, &status))
		return refuse_open(place, diags, errno);
	if (S_ISDIR(status.st_mode)) {
		refuse_folder(place, diags);
		return false;
	}
	*size = FIRST_ROOM;
	if (!S_ISREG(status.st_mode))
		return true;
	if ((uintmax_t)status.st_size > file_most)
		return refuse_large(place, diags);
	*size = (size_t)status.st_size;
	return true;
}

/* Reads to the end, however the size has changed since. `room` holds a byte more than is expected,
 * so that the end is met without growing it. */
static bool file_drain(
	int fd, struct place place, struct diag_list *diags, struct file_bytes *got, size_t size)
{
	size_t room = size + 1, len = 0;
	char *bytes = mem_alloc(room);
	for (;;) {
		ssize_t count = transfer_read(fd, bytes + len, room - len);
		if (count < 0) {
			int error = errno; /* before free, which may change it */
			free(bytes);
			return refuse_open(place, diags, error);
		}
		if (!count)
			break;
		len += (size_t)count;
		if (len > file_most) {
			free(bytes);
			return refuse_large(place, diags);
		}
		if (len == room)
			bytes = mem_grow(bytes, &room, len + 1, 1);
	}
	*got = (struct file_bytes){.bytes = bytes, .len = len};
	return true;
}

bool file_read(const char *path, uint32_t file, struct diag_list *diags, struct file_bytes *got)
{
	struct place place = {.file = file};
	bool standard = !strcmp(path, "-");
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return refuse_open(place, diags, errno);
	size_t size = 0;
	bool read = file_look(fd, place, diags, &size) && file_drain(fd, place, diags, got, size);
	if (!standard)
		close(fd);
	return read;
}

void file_release(struct file_bytes *file)
{
	free((void *)(uintptr_t)file->bytes);
	*file = (struct file_bytes){0};
}
