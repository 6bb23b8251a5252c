/* The bytes are read, never mapped: a file that is cut short while it is mapped ends the program
 * with SIGBUS, and editors do cut files short. Reading costs about a hundredth of what libyaml then
 * spends on them. */
#include "base/file.h"

#include "base/look.h"
#include "base/memory.h"
#include "base/patience.h"
#include "base/shell.h"
#include "base/text.h"
#include "base/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const size_t file_most = (size_t)1 << 30;

enum {
	FIRST_ROOM = 64 * 1024,
	LARGE_LEAST = 4 * 1024 * 1024,
	BINARY_MOST = 8 * 1024 * 1024 /* read of a record that begins as no text does */
};

enum file_use { USE_RECORD, USE_RECORD_AGAIN, USE_TEXT };

static bool refuse_open(struct place place, struct diag_list *diags, int error)
{
	struct buf odd = {0};
	bool any = look_odd_explain(&odd, diag_file_name(diags, place.file));
	if (error == ENOENT || error == ENOTDIR)
		diag_add(diags, DIAG_ERROR, place, "no-file", "there is no such file%s%s",
			any ? "; " : "", buf_string(&odd));
	else if (error == EACCES || error == EPERM)
		diag_add(diags, DIAG_ERROR, place, "no-permission",
			"you may not read this file; its owner can allow it with chmod +r");
	else
		diag_add(diags, DIAG_ERROR, place, "cannot-read", "it cannot be read: %s",
			strerror(error));
	buf_free(&odd);
	return false;
}

static bool refuse_large(struct place place, struct diag_list *diags, enum file_use use)
{
	diag_add(diags, DIAG_ERROR, place, "file-too-large", "it is larger than 1 GiB; %s",
		use == USE_TEXT ? "keep of the text what is quoted, and what stands around it"
				: "cut it into several files, which together make one record");
	return false;
}

static void refuse_folder(struct place place, struct diag_list *diags)
{
	struct buf name = {0};
	const char *folder = diag_file_name(diags, place.file);
	bool typed = strcmp(folder, "-") != 0 && shell_file(&name, folder);
	diag_add(diags, DIAG_ERROR, place, "directory",
		"this is a directory; name the files in it%s%s%s", typed ? ", as in " : "",
		buf_string(&name), typed ? "/*.yaml" : "");
	buf_free(&name);
}

static const char *kind_words(mode_t mode)
{
	return S_ISFIFO(mode)    ? "a pipe"
		: S_ISSOCK(mode) ? "a socket"
		: S_ISDIR(mode)  ? "a directory"
		: S_ISREG(mode)  ? "a file"
				 : "a device";
}

static bool refuse_kind(struct place place, struct diag_list *diags, mode_t mode, enum file_use use)
{
	bool again = use != USE_RECORD;
	if (!again && S_ISDIR(mode))
		refuse_folder(place, diags);
	else
		diag_add(diags, DIAG_ERROR, place, "not-a-file",
			again ? "it has become %s, which is not read again"
			      : "this is %s; a record is a file, or comes through a pipe",
			kind_words(mode));
	return false;
}

/* A device without an end (/dev/zero) would be read for ever, another (/dev/null) is empty: a byte
 * tells. What is typed at a terminal has an end. */
static bool device_ends(int fd)
{
	char byte;
	return isatty(fd) || transfer_read(fd, &byte, 1) == 0;
}

/* What the open file says about itself; *size is how much room to begin with. */
static bool file_look(
	int fd, struct place place, struct diag_list *diags, enum file_use use, size_t *size)
{
	struct stat status;
	if (fstat(fd, &status))
		return refuse_open(place, diags, errno);
	*size = FIRST_ROOM;
	if (!S_ISREG(status.st_mode)) {
		bool reads = use == USE_RECORD &&
			(S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) ||
				(S_ISCHR(status.st_mode) && device_ends(fd)));
		return reads || refuse_kind(place, diags, status.st_mode, use);
	}
	if ((uintmax_t)status.st_size > file_most)
		return refuse_large(place, diags, use);
	*size = (size_t)status.st_size;
	return true;
}

/* Whether what is no text begins so. UTF-16, which has NUL bytes, says by a mark that it is one; the
 * last character may be cut. */
static bool is_binary(const char *bytes, size_t len)
{
	bool wide = memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0;
	return !wide && (memchr(bytes, '\0', len) || text_valid(bytes, len) + 3 < len);
}

/* Reads to the end, however the size has changed since. `room` holds a byte more than is expected,
 * so that the end is met without growing it. */
static bool file_drain(int fd, struct place place, struct diag_list *diags, enum file_use use,
	struct file_bytes *got, size_t size)
{
	size_t room = size + 1, len = 0;
	char *bytes = room >= LARGE_LEAST ? mem_large(room) : mem_alloc(room);
	for (;;) {
		size_t wanted = room - len < BINARY_MOST ? room - len : BINARY_MOST;
		if (!patience_lasts(diag_waits(diags))) {
			free(bytes);
			return false;
		}
		ssize_t count = transfer_read(fd, bytes + len, wanted);
		if (count < 0) {
			int error = errno; /* before free, which may change it */
			free(bytes);
			return refuse_open(place, diags, error);
		}
		if (!count)
			break;
		bool looked = len >= BINARY_MOST || use == USE_TEXT;
		len += (size_t)count;
		if (!looked && len >= BINARY_MOST && is_binary(bytes, FIRST_ROOM))
			break;
		if (len > file_most) {
			free(bytes);
			return refuse_large(place, diags, use);
		}
		if (len == room)
			bytes = mem_grow(bytes, &room, len + 1, 1);
	}
	bool grown = room != size + 1; /* and moved to memory of another kind */
	*got = (struct file_bytes){
		.bytes = bytes, .len = len, .large = size + 1 >= LARGE_LEAST && !grown};
	return true;
}

static bool read_path(const char *path, uint32_t file, enum file_use use, struct diag_list *diags,
	struct file_bytes *got)
{
	struct place place = {.file = file};
	struct stat status;
	bool standard = use != USE_TEXT && !strcmp(path, "-");
	int wait = use == USE_RECORD ? 0 : O_NONBLOCK; /* for the other end of a pipe */
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | wait);
	if (fd < 0) {
		int error = errno;
		if (stat(path, &status) == 0 && S_ISSOCK(status.st_mode))
			return refuse_kind(place, diags, status.st_mode, use);
		return refuse_open(place, diags, error);
	}
	size_t size = 0;
	bool read = file_look(fd, place, diags, use, &size) &&
		file_drain(fd, place, diags, use, got, size);
	if (read && got->large && !standard && !fstat(fd, &status)) {
		got->fd = fd;
		got->changed = status.st_mtime;
		return true;
	}
	if (read)
		got->large = false;
	if (!standard)
		close(fd);
	return read;
}

bool file_read(const char *path, uint32_t file, struct diag_list *diags, struct file_bytes *got)
{
	return read_path(path, file, USE_RECORD, diags, got);
}

bool file_read_again(
	const char *path, uint32_t file, struct diag_list *diags, struct file_bytes *got)
{
	return read_path(path, file, USE_RECORD_AGAIN, diags, got);
}

bool file_read_text(
	const char *path, uint32_t file, struct diag_list *diags, struct file_bytes *got)
{
	return read_path(path, file, USE_TEXT, diags, got);
}

/* Its memory is the program's own, and only lent as constant. */
static char *bytes_of(const struct file_bytes *file)
{
	return (char *)(uintptr_t)file->bytes;
}

void file_give(struct file_bytes *file, size_t until)
{
	enum { FETCHED_MOST = 8 }; /* who asks so often will ask again */
	if (!file->large || file->fetched >= FETCHED_MOST)
		return;
	/* Behind the last byte nothing is kept, to the end of its large page. */
	until = until < file->len ? until : mem_large_size(file->len);
	file->given = mem_large_give(bytes_of(file), file->given, until);
}

void file_fetch(struct file_bytes *file, size_t from)
{
	struct stat status;
	char *bytes = bytes_of(file);
	size_t given = file->given, at = 0;
	if (from >= given)
		return;
	file->given = 0;
	file->fetched++;
	while (at < given) {
		ssize_t count = pread(file->fd, bytes + at, given - at, (off_t)at);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			break;
		at += (size_t)count;
	}
	if (fstat(file->fd, &status) || (size_t)status.st_size != file->len ||
		status.st_mtime != file->changed)
		memset(bytes, 0, at);
}

void file_release(struct file_bytes *file)
{
	if (file->large)
		close(file->fd);
	free(bytes_of(file));
	*file = (struct file_bytes){0};
}
