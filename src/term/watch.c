/* `told` is the stamp that the program knows, `seen` the one of the last look. A look is due at
 * `due`; it finds either that all is as told, or something new, which is looked at again a moment
 * later. */
#include "term/watch.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#include <sys/statfs.h>
#endif

enum { WATCH_MOMENT = 100, WATCH_SECOND = 1000 };

static const int64_t never = INT64_MAX;

struct stamp {
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec time;
};

struct watched {
	const char *name;
	char *real; /* where links lead; NULL where that is the name itself, or nowhere */
	struct stamp told, seen;
	bool there;
};

struct term_watch {
	struct watched *files;
	size_t count;
	int fd;       /* -1 where the system does not tell */
	bool polling; /* some file is compared once a second */
	int64_t due;
};

static bool stamp_take(const char *name, struct stamp *stamp)
{
	struct stat status;
	memset(stamp, 0, sizeof *stamp);
	if (stat(name, &status) != 0)
		return false;
	stamp->device = status.st_dev;
	stamp->inode = status.st_ino;
	stamp->size = status.st_size;
#ifdef __APPLE__
	stamp->time = status.st_mtimespec;
#else
	stamp->time = status.st_mtim;
#endif
	return true;
}

/* A pipe or a device is read once. */
static bool can_watch(const char *name)
{
	struct stat status;
	return stat(name, &status) != 0 || S_ISREG(status.st_mode);
}

static bool stamp_same(const struct stamp *a, const struct stamp *b)
{
	return a->device == b->device && a->inode == b->inode && a->size == b->size &&
		a->time.tv_sec == b->time.tv_sec && a->time.tv_nsec == b->time.tv_nsec;
}

struct term_watch *term_watch_create(const char *const *names, size_t count)
{
	struct term_watch *watch;
	for (size_t i = 0; i < count; i++)
		if (!can_watch(names[i]))
			return NULL;
	watch = mem_zero(1, sizeof *watch);
	watch->files = mem_zero(count, sizeof *watch->files);
	watch->count = count;
	watch->fd = -1;
	watch->due = never;
	for (size_t i = 0; i < count; i++) {
		struct watched *file = &watch->files[i];
		file->name = names[i];
		file->there = stamp_take(names[i], &file->told);
		file->seen = file->told;
		file->real = realpath(names[i], NULL);
	}
	return watch;
}

void term_watch_free(struct term_watch *watch)
{
	if (!watch)
		return;
	for (size_t i = 0; i < watch->count; i++)
		free(watch->files[i].real);
	if (watch->fd >= 0)
		close(watch->fd);
	free(watch->files);
	free(watch);
}

static const char *name_base(const char *name)
{
	const char *slash = strrchr(name, '/');
	return slash ? slash + 1 : name;
}

#ifdef __linux__

/* File systems that accept a watch and say nothing of what others do to their files. */
static bool system_is_silent(const char *name)
{
	static const unsigned long silent[] = {
		0x6969,     /* nfs */
		0x517b,     /* smb */
		0xfe534d42, /* smb2 */
		0xff534d42, /* cifs */
		0x01021997, /* 9p */
		0x65735546, /* fuse */
		0x00c36400, /* ceph */
		0x5346414f, /* afs */
		0x73757245, /* coda */
		0x786f4256, /* vboxsf */
		0xbacbacbc, /* vmhgfs */
	};
	struct statfs status;
	if (statfs(name, &status) != 0)
		return true;
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		if (((unsigned long)status.f_type & 0xffffffff) == silent[i])
			return true;
	return false;
}

static bool folder_add(int fd, const char *name)
{
	size_t len = (size_t)(name_base(name) - name);
	char *folder = mem_alloc(len + 2);
	memcpy(folder, len > 0 ? name : "./", len > 0 ? len : 2);
	folder[len > 0 ? len : 2] = '\0';
	int added = inotify_add_watch(fd, folder,
		IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF |
			IN_ONLYDIR);
	free(folder);
	return added >= 0;
}

static void system_begin(struct term_watch *watch)
{
	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	for (size_t i = 0; i < watch->count; i++) {
		const struct watched *file = &watch->files[i];
		const char *real = file->real ? file->real : file->name;
		if (watch->fd < 0 || system_is_silent(real) || !folder_add(watch->fd, file->name) ||
			!folder_add(watch->fd, real))
			watch->polling = true;
	}
}

static bool event_concerns(const struct term_watch *watch, const struct inotify_event *event)
{
	if (event->len == 0)
		return true;
	for (size_t i = 0; i < watch->count; i++) {
		const struct watched *file = &watch->files[i];
		if (strcmp(event->name, name_base(file->name)) == 0)
			return true;
		if (file->real && strcmp(event->name, name_base(file->real)) == 0)
			return true;
	}
	return false;
}

/* Reads what the system has told; true when it is about one of the files. */
static bool system_listen(struct term_watch *watch)
{
	_Alignas(struct inotify_event) char bytes[4096];
	const struct inotify_event *event;
	bool concerns = false;
	ssize_t got;
	while (watch->fd >= 0 && (got = read(watch->fd, bytes, sizeof bytes)) > 0)
		for (ssize_t at = 0; at < got; at += (ssize_t)(sizeof *event + event->len)) {
			event = (const void *)(bytes + at);
			concerns |= event_concerns(watch, event);
			/* The folder itself went away: from now on only a look tells. */
			if (event->mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT))
				watch->polling = true;
		}
	return concerns;
}

#else

static void system_begin(struct term_watch *watch)
{
	watch->polling = true;
}

static bool system_listen(struct term_watch *watch)
{
	(void)watch;
	return false;
}

#endif

void term_watch_doubt(struct term_watch *watch, int64_t now)
{
	if (watch)
		watch->due = now;
}

void term_watch_start(struct term_watch *watch, int64_t now)
{
	if (!watch)
		return;
	system_begin(watch);
	term_watch_doubt(watch, now); /* what has happened since the stamps were taken */
}

int term_watch_fd(const struct term_watch *watch)
{
	return watch ? watch->fd : -1;
}

int term_watch_wait(const struct term_watch *watch, int64_t now)
{
	if (!watch || watch->due == never)
		return -1;
	return watch->due > now ? (int)(watch->due - now) : 0;
}

/* True when all files are there and have stayed the same since the last look. */
static bool files_settled(struct term_watch *watch)
{
	bool settled = true;
	for (size_t i = 0; i < watch->count; i++) {
		struct watched *file = &watch->files[i];
		struct stamp stamp;
		file->there = stamp_take(file->name, &stamp);
		if (!stamp_same(&stamp, &file->seen))
			settled = false;
		file->seen = stamp;
	}
	return settled;
}

static bool files_all_there(const struct term_watch *watch)
{
	for (size_t i = 0; i < watch->count; i++)
		if (!watch->files[i].there)
			return false;
	return true;
}

/* True when some file is another than the program was told of; from now on it is told. */
static bool files_new(struct term_watch *watch)
{
	bool new = false;
	for (size_t i = 0; i < watch->count; i++) {
		struct watched *file = &watch->files[i];
		new |= !stamp_same(&file->seen, &file->told);
		file->told = file->seen;
	}
	return new;
}

bool term_watch_look(struct term_watch *watch, bool told, int64_t now)
{
	if (!watch)
		return false;
	if (told && system_listen(watch) && watch->due > now + WATCH_MOMENT)
		watch->due = now + WATCH_MOMENT;
	if (now < watch->due)
		return false;
	watch->due = watch->polling ? now + WATCH_SECOND : never;
	if (!files_settled(watch)) {
		watch->due = now + WATCH_MOMENT;
		return false;
	}
	/* One that is gone may be on its way back: what is on the screen stays. */
	return files_all_there(watch) && files_new(watch);
}
