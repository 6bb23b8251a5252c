/* floor_frame FILE: keeps every scalar of the file, draws a screen full of them through ncurses,
 * and waits for `q`. What the first picture costs with no program behind it. */
#include <curses.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* Texts behind each other, each closed with NUL. */
static char *load(FILE *file, size_t *len)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t room = 1 << 16;
	char *texts = malloc(room);

	*len = 0;
	if (!texts || !yaml_parser_initialize(&parser))
		exit(2);
	yaml_parser_set_input_file(&parser, file);
	for (bool more = true; more; yaml_event_delete(&event)) {
		if (!yaml_parser_parse(&parser, &event))
			exit(1);
		more = event.type != YAML_STREAM_END_EVENT;
		if (event.type != YAML_SCALAR_EVENT)
			continue;
		size_t size = event.data.scalar.length + 1;
		if (*len + size > room && !(texts = realloc(texts, room = 2 * room + size)))
			exit(2);
		memcpy(texts + *len, event.data.scalar.value, size);
		*len += size;
	}
	yaml_parser_delete(&parser);
	return texts;
}

static void draw(const char *texts, size_t len)
{
	size_t at = 0;
	for (int row = 0; row < LINES; row++) {
		move(row, 0);
		while (getcury(stdscr) == row && getcurx(stdscr) < COLS - 1) {
			int room = COLS - 1 - getcurx(stdscr);
			addnstr(texts + at, room);
			if (getcury(stdscr) == row && getcurx(stdscr) < COLS - 1)
				addch(' ');
			at += strlen(texts + at) + 1;
			at = at < len ? at : 0;
		}
	}
}

int main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	size_t len;

	setlocale(LC_ALL, "");
	if (!file)
		return 2;
	char *texts = load(file, &len);
	fclose(file);
	initscr();
	cbreak();
	noecho();
	endwin(); /* until the first one ncurses writes at every movement of its cursor */
	refresh();
	draw(texts, len);
	refresh();
	while (getch() != 'q')
		;
	endwin();
	free(texts);
	return 0;
}
