/* It lies where `make install` puts it, or where `make page` does, as seen from the folder of the program or
 * as said when that was built, and nowhere else: what is written into a page is then as much to be trusted as
 * the program is. */
#include "cli/template.h"

#include "base/memory.h"
#include "cli/builtin.h"
#include "cli/command.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef PATH_MAX
#define PATH_MAX 4096 /* as long as a name is that is asked for: some systems have no bound */
#endif

/* The folder in PATH that a program was called from. */
static bool in_path(const char *program, struct buf *path)
{
	const char *folder = getenv("PATH");
	while (folder && *folder) {
		size_t len = strcspn(folder, ":");
		buf_clear(path);
		buf_add(path, len ? folder : ".", len ? len : 1);
		buf_format(path, "/%s", program);
		if (access(buf_string(path), X_OK) == 0)
			return true;
		folder += len + (folder[len] == ':');
	}
	return false;
}

/* The program that runs: as Linux says it, else as it was called. */
static bool program_path(const char *program, struct buf *path)
{
	char link[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", link, sizeof link);
	if (len > 0 && (size_t)len < sizeof link) {
		buf_add(path, link, (size_t)len);
		return true;
	}
	if (!program || !*program)
		return false;
	if (strchr(program, '/'))
		buf_text(path, program);
	else if (!in_path(program, path))
		return false;
	char *real = realpath(buf_string(path), NULL);
	buf_clear(path);
	buf_text(path, real ? real : "");
	free(real);
	return path->len > 0;
}

/* How many bytes of a whole path the folder takes that the folder of the program is in, with its slash; 0
 * where the path is not whole. */
static size_t folder_above(struct buf *path)
{
	char *slash = path->text[0] == '/' ? strrchr(path->text, '/') : NULL;
	if (!slash)
		return 0;
	buf_cut(path, (size_t)(slash - path->text));
	slash = strrchr(buf_string(path), '/');
	if (!slash)
		buf_text(path, "/"); /* it lies there itself */
	return slash ? (size_t)(slash - path->text) + 1 : path->len;
}

/* False with errno where it cannot be read. */
static bool read_file(const char *path, struct buf *bytes)
{
	char some[16384];
	FILE *file = fopen(path, "rb");
	int why = file ? 0 : errno;
	for (size_t got; file && (got = fread(some, 1, sizeof some, file)) > 0;)
		buf_add(bytes, some, got);
	if (file) {
		why = ferror(file) ? errno : 0;
		fclose(file);
	}
	if (why == ENOMEM)
		mem_out();
	errno = why;
	return !why;
}

bool template_find(const char *name, const char *program, struct template_file *page)
{
	static const char *const places[] = {"share/truce", "page", builtin_data};
	struct buf path = {0}, why = {0};
	bool there = false, found = false;
	*page = (struct template_file){0};
	size_t folder = program_path(program, &path) ? folder_above(&path) : 0;
	for (size_t n = 0; folder && !there && n < sizeof places / sizeof *places; n++) {
		if (!*places[n])
			continue;
		buf_cut(&path, *places[n] == '/' ? 0 : folder);
		buf_format(&path, "%s/page.html", places[n]);
		found = read_file(buf_string(&path), &page->bytes);
		there = found || errno != ENOENT;
	}
	if (!there)
		complaint_print(name,
			"there is no page to fill yet, so nothing is printed, and a file behind > "
			"is "
			"empty: in the sources of truce type make page, which builds it; make "
			"install then puts it beside truce");
	else if (!found)
		complaint_print(name, "%s: %s", buf_string(&path), strerror(errno));
	else if (!template_read(&page->template, buf_string(&page->bytes), page->bytes.len,
			 builtin_version, &why))
		complaint_print(name,
			"%s: %s; in the sources of truce %s, make page builds it anew",
			buf_string(&path), buf_string(&why), builtin_version);
	else
		why.len = 0;
	found = found && !why.len;
	buf_free(&path);
	buf_free(&why);
	if (!found)
		buf_free(&page->bytes);
	return found;
}
