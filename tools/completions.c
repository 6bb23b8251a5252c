/* completions bash|zsh|fish: what a shell completes for truce, made from the tables of commands and
 * options.
 *
 * Run by the build. What an option's value may be is told by the option, or by the name of its
 * argument. */
#include "base/buf.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/screen.h"
#include "print/print.h"

#include <stdio.h>
#include <string.h>

/* ---- values ---- */

/* Whether of some commands the format is that of a report, not of a page. */
static bool is_report(enum option_id id, unsigned commands)
{
	return id == OPTION_FORMAT && !(commands & COMMAND_PRINT);
}

/* Appends the words that an option's value is one of for these commands, with a space between
 * them. */
static void values_add(struct buf *out, enum option_id id, unsigned commands)
{
	size_t start = out->len;
	if (is_report(id, commands)) {
		for (int n = 0; report_formats[n]; n++)
			buf_format(out, "%s%s", n ? " " : "", report_formats[n]);
		return;
	}
	for (int n = 0; id == OPTION_THEME && theme_at(n); n++)
		buf_format(out, "%s ", theme_at(n)->name);
	for (int n = 0; id == OPTION_FORMAT && print_at(n); n++)
		buf_format(out, "%s ", print_at(n)->name);
	for (int n = 0; id == OPTION_COLOR && screen_whens[n]; n++)
		buf_format(out, "%s ", screen_whens[n]);
	if (out->len > start)
		out->text[--out->len] = '\0';
}

/* The option of the program that lists what the value may be, or NULL: ids of the record at hand. */
static const char *lister(enum option_id id)
{
	switch (id) {
	case OPTION_VIEW:
	case OPTION_PLAN:
		return "--list-views";
	case OPTION_AT:
		return "--list-ids";
	default:
		return NULL;
	}
}

static bool takes_folder(const struct option_row *row)
{
	return row->argument && strcmp(row->argument, "DIR") == 0;
}

/* ---- bash ---- */

static void bash_options(unsigned command)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		const struct option_row *row = option_row((enum option_id)id);
		if (row->commands & command)
			printf(" --%s", row->name);
		if (row->commands & command && row->letter)
			printf(" -%c", row->letter);
	}
}

/* The case of a command and the word before: what its value may be. */
static void bash_value(
	const struct option_row *row, enum option_id id, const char *command, unsigned commands)
{
	struct buf values = {0};
	printf("\t%s:--%s", command, row->name);
	if (row->letter)
		printf(" | %s:-%c", command, row->letter);
	values_add(&values, id, commands);
	if (takes_folder(row))
		puts(") _truce_add \"$word\" -d ; return ;;");
	else if (lister(id))
		printf(") _truce_add \"$word\" -W \"$(_truce_ids %s)\" ; return ;;\n", lister(id));
	else if (values.len)
		printf(") _truce_add \"$word\" -W '%s' ; return ;;\n", values.text);
	else
		puts(") return ;;");
	buf_free(&values);
}

static void bash_values(void)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		const struct option_row *row = option_row((enum option_id)id);
		if (!row->argument)
			continue;
		for (int n = 1; command_at(n); n++)
			if (is_report((enum option_id)id, command_at(n)->bit) &&
				row->commands & command_at(n)->bit)
				bash_value(row, (enum option_id)id, command_word(command_at(n)),
					command_at(n)->bit);
		bash_value(row, (enum option_id)id, "*", row->commands);
	}
}

static void bash_print(void)
{
	fputs("# bash completion of truce; made from the program's table of options.\n\n"
	      "# What compgen finds, a line each, is offered.\n"
	      "_truce_add() {\n"
	      "\tlocal word=$1 found\n"
	      "\tshift\n"
	      "\twhile IFS= read -r found; do COMPREPLY+=(\"$found\"); done < <(compgen \"$@\" -- "
	      "\"$word\")\n"
	      "}\n\n"
	      "# The ids of the record whose files are on the line; of the built-in one where none "
	      "is.\n"
	      "_truce_ids() {\n"
	      "\tlocal word files=()\n"
	      "\tfor word in \"${COMP_WORDS[@]:1}\"; do\n"
	      "\t\tword=${word//[\\\\\\\"\\']/} word=${word/#\\~\\//$HOME/}\n"
	      "\t\ttest ! -f \"$word\" || files+=(\"$word\")\n"
	      "\tdone\n"
	      "\t\"${COMP_WORDS[0]}\" print \"$1\" -- \"${files[@]}\" 2>/dev/null </dev/null | cut "
	      "-d ' ' -f 1\n"
	      "}\n\n"
	      "_truce() {\n"
	      "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options "
	      "i\n"
	      "\tCOMPREPLY=()\n"
	      "\t# --theme=dark is three words: bash divides at the =.\n"
	      "\tif test \"$word\" = =; then word=\n"
	      "\telif test \"$before\" = = && test $COMP_CWORD -gt 2; then "
	      "before=${COMP_WORDS[COMP_CWORD - 2]}\n"
	      "\tfi\n"
	      "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	      "\t\tif test \"${COMP_WORDS[i]}\" = --; then word=${word/#-/./-} before=; break; fi\n"
	      "\tdone\n"
	      "\tcase ${COMP_WORDS[1]}:$before in\n",
		stdout);
	bash_values();
	fputs("\tesac\n"
	      "\tcase $COMP_CWORD:${COMP_WORDS[1]} in\n",
		stdout);
	for (int n = 1; command_at(n); n++) {
		printf("\t1:%s) ;;\n\t*:%s) options='", command_word(command_at(n)),
			command_word(command_at(n)));
		bash_options(command_at(n)->bit);
		puts("' ;;");
	}
	fputs("\t*) options='", stdout);
	bash_options(command_at(0)->bit);
	fputs("' ;;\n"
	      "\tesac\n"
	      "\tcase $word in -?*) _truce_add \"$word\" -W \"$options\" ; return ;; esac\n"
	      "\ttest $COMP_CWORD -gt 1 || _truce_add \"$word\" -W '",
		stdout);
	for (int n = 1; command_at(n); n++)
		printf("%s%s", n > 1 ? " " : "", command_word(command_at(n)));
	fputs("'\n"
	      "\tcompopt -o filenames 2>/dev/null\n"
	      "\tfor i in yaml yml json; do _truce_add \"$word\" -f -X \"!*.$i\"; done\n"
	      "\t_truce_add \"$word\" -d\n"
	      "}\n"
	      "complete -F _truce truce\n",
		stdout);
}

/* ---- zsh ---- */

/* In single quotes, with the brackets that _arguments reads made plain. */
static void zsh_text(const char *text, const char *plain)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs("'\\'", stdout);
		else if (strchr(plain, *text))
			putchar('\\');
		putchar(*text);
	}
}

/* `:NAME:(auto dark light mono)`, what the value is. */
static void zsh_value(const struct option_row *row, enum option_id id, unsigned command)
{
	struct buf values = {0};
	if (!row->argument)
		return;
	values_add(&values, id, command);
	printf(":%s:", row->argument);
	if (takes_folder(row))
		fputs("_files -/", stdout);
	else if (lister(id))
		printf("{_truce_ids %s}", lister(id));
	else if (values.len)
		printf("(%s)", values.text);
	else
		putchar(' ');
	buf_free(&values);
}

static void zsh_option(
	const struct option_row *row, enum option_id id, unsigned command, const char *name)
{
	fputs("\n\t\t'", stdout);
	if (row->letter)
		printf("(-%c --%s)", row->letter, row->name);
	printf("%s[", name);
	zsh_text(row->help, "[]\\");
	putchar(']');
	zsh_value(row, id, command);
	putchar('\'');
}

static void zsh_options(unsigned command)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		const struct option_row *row = option_row((enum option_id)id);
		struct buf name = {0};
		if (!(row->commands & command))
			continue;
		if (row->letter) {
			buf_format(&name, "-%c%s", row->letter, row->argument ? "+" : "");
			zsh_option(row, (enum option_id)id, command, name.text);
			buf_clear(&name);
		}
		buf_format(&name, "--%s%s", row->name, row->argument ? "=" : "");
		zsh_option(row, (enum option_id)id, command, name.text);
		buf_free(&name);
	}
	fputs("\n\t\t'*:event file:_files -g \"*.(yaml|yml|json)\"'", stdout);
}

static void zsh_print(void)
{
	puts("#compdef truce\n"
	     "# zsh completion of truce; made from the program's table of options.\n\n"
	     "# The ids of the record whose files are on the line; of the built-in one where none "
	     "is.\n"
	     "_truce_ids() {\n"
	     "\tlocal -a files ids\n"
	     "\tlocal word\n"
	     "\tfor word in ${(Q)words[2,-1]}; do\n"
	     "\t\tword=${word/#\\~\\//$HOME/}\n"
	     "\t\t[[ -f $word ]] && files+=($word)\n"
	     "\tdone\n"
	     "\tids=(${${(f)\"$(_call_program ids ${(q)_truce_name} print $1 -- ${(q)files})\"}/ "
	     "##/:})\n"
	     "\t_describe id ids\n"
	     "}\n\n"
	     "_truce() {\n"
	     "\tlocal -a commands options\n"
	     "\tlocal _truce_name=$words[1]\n"
	     "\tcommands=(");
	for (int n = 1; command_at(n); n++) {
		printf("\t\t'%s:", command_word(command_at(n)));
		zsh_text(command_at(n)->help, ":\\");
		puts("'");
	}
	puts("\t)\n"
	     "\tcase $(( CURRENT > 2 )):$words[2] in");
	for (int n = 1; command_at(n); n++) {
		printf("\t1:%s) options=(", command_word(command_at(n)));
		zsh_options(command_at(n)->bit);
		puts("\n\t) ; shift words ; (( CURRENT -= 1 )) ;;");
	}
	fputs("\t*) options=(", stdout);
	zsh_options(command_at(0)->bit);
	puts("\n\t) ; (( CURRENT == 2 )) && [[ $PREFIX != -* ]] && _describe command commands ;;\n"
	     "\tesac\n"
	     "\t_arguments -s -S : $options\n"
	     "}\n\n"
	     "_truce \"$@\"");
}

/* ---- fish ---- */

static void fish_text(const char *text)
{
	putchar('\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			putchar('\\');
		putchar(*text);
	}
	putchar('\'');
}

/* ` -n 'not __fish_seen_subcommand_from check'`: the explorer is named by no word, so what it has
 * is offered unless there is the word of a command that has it not. */
static void fish_condition(unsigned commands)
{
	bool explores = commands & COMMAND_EXPLORE;
	int words = 0;
	for (int n = 1; command_at(n); n++) {
		if (!(command_at(n)->bit & commands) != explores)
			continue;
		if (!words++)
			printf(" -n '%s__fish_seen_subcommand_from", explores ? "not " : "");
		printf(" %s", command_word(command_at(n)));
	}
	if (words)
		putchar('\'');
}

static void fish_option(const struct option_row *row, enum option_id id, unsigned commands)
{
	struct buf values = {0};
	fputs("complete -c truce", stdout);
	fish_condition(commands);
	if (row->letter)
		printf(" -s %c", row->letter);
	printf(" -l %s", row->name);
	values_add(&values, id, commands);
	if (takes_folder(row))
		fputs(" -x -a '(__fish_complete_directories)'", stdout);
	else if (row->argument)
		fputs(" -x", stdout);
	if (values.len)
		printf(" -a '%s'", values.text);
	if (lister(id))
		printf(" -a '(__truce_ids %s)'", lister(id));
	fputs(" -d ", stdout);
	fish_text(row->help);
	putchar('\n');
	buf_free(&values);
}

static void fish_print(void)
{
	puts("# fish completion of truce; made from the program's table of options.\n\n"
	     "# The ids of the record whose files are on the line; of the built-in one where none "
	     "is.\n"
	     "function __truce_ids\n"
	     "\tset -l words (commandline -opc)\n"
	     "\tset -l files\n"
	     "\tfor word in $words[2..-1]\n"
	     "\t\tset word (string replace -r '^~/' $HOME/ -- $word)\n"
	     "\t\ttest -f $word; and set -a files $word\n"
	     "\tend\n"
	     "\t$words[1] print $argv -- $files 2>/dev/null </dev/null | string replace -r ' +' "
	     "\\t\n"
	     "end\n"
	     "complete -c truce -f");
	for (int n = 1; command_at(n); n++) {
		printf("complete -c truce -n __fish_use_subcommand -a %s -d ",
			command_word(command_at(n)));
		fish_text(command_at(n)->help);
		putchar('\n');
	}
	puts("complete -c truce -a '(__fish_complete_suffix .yaml)'\n"
	     "complete -c truce -a '(__fish_complete_suffix .yml)'\n"
	     "complete -c truce -a '(__fish_complete_suffix .json)'");
	for (int id = 0; id < OPTION_COUNT; id++) {
		const struct option_row *row = option_row((enum option_id)id);
		unsigned reports = row->commands & ~COMMAND_PRINT;
		bool differ = reports && is_report((enum option_id)id, reports);
		fish_option(row, (enum option_id)id, differ ? COMMAND_PRINT : row->commands);
		if (differ)
			fish_option(row, (enum option_id)id, reports);
	}
}

int main(int argc, char **argv)
{
	const char *shell = argc == 2 ? argv[1] : "";
	if (strcmp(shell, "bash") == 0)
		bash_print();
	else if (strcmp(shell, "zsh") == 0)
		zsh_print();
	else if (strcmp(shell, "fish") == 0)
		fish_print();
	else
		fputs("usage: completions bash|zsh|fish\n", stderr);
	return *shell && fflush(stdout) == 0 ? 0 : 2;
}
