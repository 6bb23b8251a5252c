/* `told` is the stamp that the program knows, `seen` the one of the last look. A look is due at
 * `due`; it finds either that all is as told, or something new, which is looked at again a moment
 * later.
 *
 * Where the system tells of changes, it is asked about every step of the way to a file: the folders
 * that could be moved away, the links that could be turned, in which folder a step is missing, and
 * the file itself. What it tells may have made another way of it, so that the next look asks
 * anew. */
#include "term/watch.h"

#include "base/buf.h"
#include "base/memory.h"

#include <errno.h>
#include <limits.h>
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
	mode_t mode;
	off_t size;
	struct timespec time;
};

struct watched {
	const char *name;
	struct stamp told, seen;
	bool there;
};

/* What the system is asked about. */
struct hook {
	int folder;  /* its number for it; may be that of a file */
	char *entry; /* in the folder; NULL for itself */
};

struct hooks {
	struct hook *at;
	size_t count, capacity;
};

struct term_watch {
	struct watched *files;
	size_t count;
	struct hooks hooks;
	int fd;       /* -1 where the system does not tell */
	bool polling; /* some file is compared once a second */
	bool deaf;    /* since the system cannot be asked about all */
	bool told;    /* something since the hooks were made */
	bool gone;    /* with a file system; of another in its place nothing would be told */
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
	stamp->mode = status.st_mode;
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
	return a->device == b->device && a->inode == b->inode && a->mode == b->mode &&
		a->size == b->size && a->time.tv_sec == b->time.tv_sec &&
		a->time.tv_nsec == b->time.tv_nsec;
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
	}
	return watch;
}

static void hooks_free(struct hooks *hooks)
{
	for (size_t i = 0; i < hooks->count; i++)
		free(hooks->at[i].entry);
	free(hooks->at);
	*hooks = (struct hooks){0};
}

void term_watch_free(struct term_watch *watch)
{
	if (!watch)
		return;
	hooks_free(&watch->hooks);
	if (watch->fd >= 0)
		close(watch->fd);
	free(watch->files);
	free(watch);
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

enum {
	LINKS_MOST = 40, /* as many as the system follows */
	TOLD_OF_ITSELF = IN_DELETE_SELF | IN_MOVE_SELF,
	TOLD_OF_ENTRIES = IN_CREATE | IN_MOVED_TO,
	TOLD_OF_FILE = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB
};

static struct hook *hook_find(const struct hooks *hooks, int folder, const char *entry)
{
	for (size_t i = 0; i < hooks->count; i++) {
		const char *known = hooks->at[i].entry;
		if (hooks->at[i].folder == folder &&
			(entry && known ? strcmp(entry, known) == 0 : entry == known))
			return &hooks->at[i];
	}
	return NULL;
}

static void hook_keep(struct hooks *hooks, int folder, const char *entry)
{
	size_t size = entry ? strlen(entry) + 1 : 0;
	hooks->at = mem_grow(hooks->at, &hooks->capacity, hooks->count + 1, sizeof *hooks->at);
	struct hook *hook = &hooks->at[hooks->count++];
	*hook = (struct hook){.folder = folder};
	if (entry)
		hook->entry = memcpy(mem_alloc(size), entry, size);
}

/* False where nothing will be told of it, since it may not be read. */
static bool hook_add(struct term_watch *watch, const char *path, const char *entry, uint32_t events)
{
	int folder = inotify_add_watch(watch->fd, path, events | IN_MASK_ADD);
	if (folder < 0) {
		watch->deaf |= errno != EACCES || entry;
		return errno != EACCES;
	}
	if (system_is_silent(path))
		watch->polling = true;
	if (!hook_find(&watch->hooks, folder, entry))
		hook_keep(&watch->hooks, folder, entry);
	return true;
}

/* A way to a file: the folder come to, and the steps from there. */
struct way {
	struct buf folder, rest;
	int links;
};

/* Moves the next step from the rest to `step`; false at the end. */
static bool way_step(struct way *way, struct buf *step)
{
	const char *from = buf_string(&way->rest);
	from += strspn(from, "/");
	size_t len = strcspn(from, "/");
	buf_clear(step);
	buf_add(step, from, len);
	struct buf rest = {0};
	buf_text(&rest, from + len);
	buf_free(&way->rest);
	way->rest = rest;
	return len > 0;
}

static void way_start(struct way *way, const char *path)
{
	if (*path == '/') {
		buf_clear(&way->folder);
		buf_char(&way->folder, '/');
	}
	buf_text(&way->rest, path);
}

/* Goes on where a link leads; false where that cannot be told. */
static bool way_turn(struct way *way, const char *link)
{
	char target[PATH_MAX];
	ssize_t len = readlink(link, target, sizeof target - 1);
	if (len <= 0 || ++way->links > LINKS_MOST)
		return false;
	target[len] = '\0';
	struct buf behind = way->rest;
	way->rest = (struct buf){0};
	way_start(way, target);
	buf_char(&way->rest, '/');
	buf_text(&way->rest, buf_string(&behind));
	buf_free(&behind);
	return true;
}

/* Hooks a step, and goes on behind it; false where there is nothing behind it. */
static bool way_hook(struct term_watch *watch, struct way *way, const char *step)
{
	struct stat status;
	struct buf path = {0};
	const char *folder = buf_string(&way->folder);
	bool on = true;
	buf_format(&path, "%s%s%s", folder, strcmp(folder, "/") == 0 ? "" : "/", step);
	bool there = lstat(path.text, &status) == 0;
	if (there && S_ISDIR(status.st_mode)) {
		hook_add(watch, path.text, NULL, TOLD_OF_ITSELF | IN_ONLYDIR);
		buf_clear(&way->folder);
		buf_text(&way->folder, path.text);
	} else {
		hook_add(watch, folder, step, TOLD_OF_ENTRIES | IN_ONLYDIR);
		if (there && !S_ISLNK(status.st_mode) &&
			!hook_add(watch, path.text, NULL, TOLD_OF_FILE | IN_DONT_FOLLOW))
			hook_add(watch, folder, step, TOLD_OF_FILE | IN_ONLYDIR);
		on = there && S_ISLNK(status.st_mode) && way_turn(way, path.text);
	}
	buf_free(&path);
	return on;
}

static void file_hook(struct term_watch *watch, const char *name)
{
	struct way way = {0};
	struct buf step = {0};
	buf_char(&way.folder, '.');
	way_start(&way, name);
	while (way_step(&way, &step) && way_hook(watch, &way, buf_string(&step)))
		;
	buf_free(&way.folder);
	buf_free(&way.rest);
	buf_free(&step);
}

/* Asks about the ways to the files as they are now, and about nothing else any more. */
static void system_ask(struct term_watch *watch)
{
	struct hooks before = watch->hooks;
	watch->hooks = (struct hooks){0};
	watch->told = false;
	watch->deaf = watch->polling = watch->fd < 0;
	for (size_t i = 0; i < watch->count && watch->fd >= 0; i++)
		file_hook(watch, watch->files[i].name);
	for (size_t i = 0; i < before.count; i++) {
		int folder = before.at[i].folder;
		bool asked = false;
		for (size_t n = 0; n < watch->hooks.count && !asked; n++)
			asked = watch->hooks.at[n].folder == folder;
		if (!asked)
			inotify_rm_watch(watch->fd, folder);
	}
	hooks_free(&before);
	watch->polling |= watch->deaf;
}

static void system_begin(struct term_watch *watch)
{
	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	system_ask(watch);
}

/* An event without a hook is the last one of a folder that is not asked about any more; one without
 * a folder says that some were lost. */
static bool event_concerns(const struct term_watch *watch, const struct inotify_event *event)
{
	return event->wd < 0 ||
		hook_find(&watch->hooks, event->wd, event->len > 0 ? event->name : NULL);
}

/* Reads what the system has told; true when it is about one of the ways. */
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
			watch->gone |= (event->mask & IN_UNMOUNT) != 0;
		}
	watch->told |= concerns;
	return concerns;
}

#else

static void system_begin(struct term_watch *watch)
{
	watch->polling = true;
}

static void system_ask(struct term_watch *watch)
{
	(void)watch;
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
	if (watch->told || watch->deaf)
		system_ask(watch);
	watch->due = watch->polling || watch->gone ? now + WATCH_SECOND : never;
	if (!files_settled(watch)) {
		watch->told |= watch->gone;
		watch->due = now + WATCH_MOMENT;
		return false;
	}
	/* One that is gone may be on its way back: what is on the screen stays. */
	if (!files_all_there(watch))
		return false;
	watch->gone = false;
	return files_new(watch);
}
