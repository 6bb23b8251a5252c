/* Bytes in, keys out: no sequence of a terminal is ever taken for letters, wherever it is cut. */
#include "term/keys.h"

#include "base/buf.h"
#include "ui/core/input.h"

#include <limits.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void write_inputs(struct buf *out, struct term_keys *keys)
{
	struct input input;
	while (term_keys_take(keys, &input)) {
		char name[16];
		if (out->len)
			buf_char(out, ' ');
		input_key_name(input.key, name);
		if (input.kind == INPUT_KEY)
			buf_text(out, name);
		else if (input.kind == INPUT_PASTE)
			buf_format(out, "{%s}", input.text);
		else if (input.kind == INPUT_GROUND)
			buf_text(out, input.light ? "<light>" : "<dark>");
		else
			buf_format(out, "(%d %d,%d)", input.button, input.row, input.col);
	}
}

static void silence(struct buf *out, struct term_keys *keys)
{
	for (int i = 0; i < 8 && term_keys_wait(keys) >= 0; i++) {
		term_keys_end(keys);
		write_inputs(out, keys);
	}
	assert_int_equal(term_keys_wait(keys), -1);
}

/* So many milliseconds pass without a byte. */
static void pause_for(struct buf *out, struct term_keys *keys, int ms)
{
	int wait = term_keys_wait(keys);
	while (wait >= 0 && wait <= ms) {
		term_keys_end(keys);
		write_inputs(out, keys);
		ms -= wait;
		wait = term_keys_wait(keys);
	}
}

static const struct term_own nothing;

/* The inputs of bytes, by name, when so many milliseconds pass before byte `cut` or, where that is
 * 0, before every one. Where they are negative, `|` is a wait instead, as long as the machine asks
 * for. Behind the bytes nothing comes any more. */
static char *inputs_of(
	const struct term_own *own, const char *bytes, size_t len, size_t cut, int ms)
{
	struct term_keys keys = {.own = own, .grammar = {.escape_ms = 25}};
	struct buf out = {0};
	for (size_t i = 0; i < len; i++) {
		if (ms > 0 && i > 0 && (i == cut || cut == 0))
			pause_for(&out, &keys, ms);
		if (ms < 0 && bytes[i] == '|')
			term_keys_end(&keys);
		else
			term_keys_byte(&keys, (unsigned char)bytes[i]);
		write_inputs(&out, &keys);
	}
	silence(&out, &keys);
	term_keys_free(&keys);
	buf_add(&out, "", 0);
	return out.text;
}

static void check_own(const struct term_own *own, const char *bytes, const char *expected)
{
	char *got = inputs_of(own, bytes, strlen(bytes), 0, -1);
	assert_string_equal(got, expected);
	free(got);
}

static void check(const char *bytes, const char *expected)
{
	check_own(NULL, bytes, expected);
}

static void test_characters(void **state)
{
	(void)state;
	check("jk", "j k");
	check("ş漢", "ş 漢");
	check("\xc5|\x9f", "ş"); /* cut in two by the network */
	check("\r\n", "Enter Enter");
	check("\b\x7f", "Backspace Backspace");
	check("\x04\t\x1a", "C-d Tab C-z");
	check("\xf4\x8f\xbf\xbfj", "\xf4\x8f\xbf\xbf j");
}

static void test_bytes_of_no_character_are_dropped(void **state)
{
	(void)state;
	check("\xff\xfej", "j");
	check("\xc3j", "j");
	check("\xed\xa0\x80j\xf5\x80\x80\x80j", "j j"); /* half of a pair; beyond all code points */
	check("\033[200~a\xed\xa0\x80\033[201~", "{a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd}");
	check("\xe2\x82\033|", "Esc");
	check("\xc2\x85j", "j"); /* a control of two bytes */
}

static void test_escape_is_a_key_when_nothing_follows(void **state)
{
	(void)state;
	check("\033", "Esc");
	check("\033|j", "Esc j");
	check("\033||j", "Esc j");
	check("\033\033", "Esc Esc");
	check("\033\033\033j", "Esc Esc A-j");
	check("\033|\033|", "Esc Esc");
}

static void test_alt(void **state)
{
	(void)state;
	check("\033j\033\x7f\033\b\033\r", "A-j A-Backspace A-Backspace A-Enter");
	check("\033漢k", "A-漢 k");
	check("\033\xc5|\x9fk", "A-ş k");
	check("\033\xffk", "Esc k");
	check("\033\xc5k", "Esc k");
	check("\033[|", "A-[");
	check("\033O|", "A-O");
	check("\033[\033O|k", "A-[ A-O k");
	check("\033[\rk", "A-[ Enter k");
	check("\033[|j\033O|j", "A-[ j A-O j");
}

/* The keys that the grammar knows. */
static const struct {
	const char *bytes, *key;
} keys_known[] = {
	{"\033[A", "Up"},
	{"\033OA", "Up"},
	{"\033OB", "Down"},
	{"\033[1;5C", "C-Right"},
	{"\033[1;2D", "S-Left"},
	{"\033[1;3B", "A-Down"},
	{"\033[1;7B", "C-A-Down"},
	{"\033[1;9B", "Down"},
	{"\033[5C", "C-Right"},
	{"\033O5C", "C-Right"},
	{"\033[H", "Home"},
	{"\033OF", "End"},
	{"\033[1;5F", "C-End"},
	{"\033[1~", "Home"},
	{"\033[2~", "Ins"},
	{"\033[3~", "Del"},
	{"\033[3;5~", "C-Del"},
	{"\033[4~", "End"},
	{"\033[5~", "PgUp"},
	{"\033[6~", "PgDn"},
	{"\033[6;5~", "C-PgDn"},
	{"\033[7~", "Home"},
	{"\033[8~", "End"},
	{"\033[a", "S-Up"},
	{"\033[d", "S-Left"},
	{"\033Oa", "C-Up"},
	{"\033[5^", "C-PgUp"},
	{"\033[6@", "C-S-PgDn"},
	{"\033\033[A", "A-Up"},
	{"\033\033OA", "A-Up"},
	{"\033\033[5~", "A-PgUp"},
	{"\033[Z", "S-Tab"},
	{"\033[11~", "F1"},
	{"\033OQ", "F2"},
	{"\033OR", "F3"},
	{"\033[R", "F3"},
	{"\033O2P", "S-F1"},
	{"\033O1;5A", "C-Up"},
	{"\033O1;2P", "S-F1"},
	{"\033[1;2Q", "S-F2"},
	{"\033[15;2~", "S-F5"},
	{"\033[24~", "F12"},
	{"\033[25~", "S-F1"},
	{"\033[34~", "S-F8"},
	{"\033[[A", "F1"},
	{"\033[[E", "F5"},
	{"\033OM", "Enter"},
	{"\033OI", "Tab"},
	{"\033O ", "Space"},
	{"\033Op", "0"},
	{"\033Oy", "9"},
	{"\033Oj", "*"},
	{"\033Ok", "+"},
	{"\033Ol", ","},
	{"\033Om", "-"},
	{"\033On", "."},
	{"\033Oo", "/"},
	{"\033OX", "="},
	{"\033[97u", "a"},
	{"\033[97;5u", "C-a"},
	{"\033[97;3u", "A-a"},
	{"\033[97;2u", "A"},
	{"\033[49:33;2u", "!"},
	{"\033[1092;3u", "A-ф"},
	{"\033[9;2u", "S-Tab"},
	{"\033[13u", "Enter"},
	{"\033[27u", "Esc"},
	{"\033[127;3u", "A-Backspace"},
	{"\033[57399u", "0"},
	{"\033[57420;5u", "C-Down"},
	{"\033[57421u", "PgUp"},
	{"\033[27;5;100~", "C-d"},
	{"\033[27;3;98~", "A-b"},
	{"\033[27;2;65~", "A"},
	{"\033[1;1:1B", "Down"},
	{"\033[B", "Down"},
	{"\033[200~a q\033[201~", "{a q}"},
};

/* What a terminal says by itself, or for keys that are not here. */
static const char *const answers[] = {
	"\033[?1;2c",
	"\033[?62;22c",
	"\033[>1;10;0c",
	"\033[=0c",
	"\033[12;40R",
	"\033[1;2R",
	"\033[1;8R",
	"\033[?1;1;1R",
	"\033[0n",
	"\033[?997;1n",
	"\033[?2004;2$y",
	"\033[4;1$y",
	"\033[8;24;80t",
	"\033[I",
	"\033[O",
	"\033[?1u",
	"\033[97;1:3u",
	"\033[1;5:3B",
	"\033[57441u",
	"\033[59;5u",
	"\033[201~",
	"\033[99999999999~",
	"\033[1;1;112;112;1;0x",
	"\033[<2;12;3m",
	"\033[<35;12;3M",
	"\033[?1;0;256S",
	"\033P1$r2 q\033\\",
	"\033P0$r\033\\",
	"\033P>|tmux 3.4\033\\",
	"\033P1+r524742=38\033\\",
	"\033P!|7E565445\033\\",
	"\033P1!u%5\033\\",
	"\033]11;rgb:ffff/ffff\a",
	"\033]11;rgb:ffff/zz/ffff\a",
	"\033]11;#ffffff\a",
	"\033]10;rgb:ffff/ffff/ffff\a",
	"\033]4;1;rgb:cdcd/0000/0000\033\\",
	"\033]52;c;cXVpdA==\a",
	"\033]52;c;cXVpdA==\033\\",
	"\033_Gi=31;OK\033\\",
};

/* A j behind it is a j, and it may be cut at any place, or at every one, for that long. An Esc that
 * stands alone for longer than it may is a key as well: `late` is what follows then. */
static void check_cut(const char *bytes, const char *key, const char *late, size_t cut, int ms)
{
	struct buf all = {0}, expected = {0};
	bool twice = bytes[1] == '\033', alone = cut < 2 || (twice && cut == 2);
	char *got;
	buf_format(&all, "%sj", bytes);
	if (ms > 25 && alone)
		buf_format(&expected, "Esc %s", twice ? "Esc " : "");
	if (ms > 25 && cut == 1 && twice)
		expected.len = 4; /* the other Esc is the sequence's */
	buf_add(&expected, "", 0);
	buf_format(&expected, "%s%sj", ms > 25 && alone ? late : key, *key ? " " : "");
	got = inputs_of(&nothing, all.text, all.len, cut, ms);
	if (strcmp(got, expected.text) != 0)
		print_message("Esc %s, cut at %zu for %d ms\n", bytes + 1, cut, ms);
	assert_string_equal(got, expected.text);
	free(got);
	buf_free(&all);
	buf_free(&expected);
}

static void check_cuts(const char *bytes, const char *key)
{
	static const int pauses[] = {0, 10, 60, 300, 900};
	const char *late = bytes[1] == '\033' ? key + 2 : key; /* without Alt */
	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++)
		for (size_t cut = 1; cut < strlen(bytes); cut++)
			check_cut(bytes, key, late, cut, pauses[i]);
	check_cut(bytes, key, late, 0, 20);
	check_cut(bytes, key, late, 0, 60);
	check_cut(bytes, key, late, 0, 250);
}

static void test_keys_wherever_they_are_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof keys_known / sizeof *keys_known; i++) {
		check(keys_known[i].bytes, keys_known[i].key);
		check_cuts(keys_known[i].bytes, keys_known[i].key);
	}
}

static void test_answers_wherever_they_are_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		check_cuts(answers[i], "");
}

/* What the terminal stands on, as xterm, kitty, the Linux emulators and tmux write it. */
static void test_grounds_wherever_they_are_cut(void **state)
{
	static const struct {
		const char *bytes, *key;
	} grounds[] = {
		{"\033]11;rgb:0000/0000/0000\033\\", "<dark>"},
		{"\033]11;rgb:1e1e/1e1e/1e1e\a", "<dark>"},
		{"\033]11;rgb:00/2b/36\033\\", "<dark>"},       /* Solarized */
		{"\033]11;rgb:3030/0a0a/2424\033\\", "<dark>"}, /* Ubuntu */
		{"\033]11;rgb:fdfd/f6f6/e3e3\033\\", "<light>"},
		{"\033]11;rgb:FFFF/FFFF/FFFF\a", "<light>"},
		{"\033]11;rgb:f/f/f\a", "<light>"},
		{"\033]11;rgb:7fff/7fff/7fff\a", "<light>"}, /* black is read better there */
		{"\033]11;rgb:5fff/5fff/5fff\a", "<dark>"},
		{"\033]11;rgba:ffff/ffff/ffff/8000\a", "<light>"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
		check_cuts(grounds[i].bytes, grounds[i].key);
	check("\302\23511;rgb:ffff/ffff/ffff\302\234j", "<light> j");
}

static void test_answers_of_other_kinds(void **state)
{
	(void)state;
	check("\033^private q\033\\j\033Xstart q\033\\j\033_free q\033\\j",
		"j j j"); /* in one burst */
	check("\033]lA title\033\\j\033]LA name\033\\j", "j j");
	check("\033|]lq title\033\\j", "Esc j"); /* a burst behind an Esc that was told */
	check("\033|]|q", "Esc ] q");            /* typed */
	check("\033|_q", "Esc _ q");
	check("\033P0;1q#0~~\033\\j", "j");
	check("\302\235"
	      "11;q\302\234j\302\233Bj\302\220q\aj",
		"j Down j j"); /* controls of one character */
	check("\033[\030j\033[1;\032j", "A-[ C-x j C-z j");
	check("\033[12\033[A", "Up"); /* broken off by another */
	check("\033]11;rgb\033[A", "Up");
	check("\033P1$r\033OBj", "Down j");
	check("\033]11;rgb|\rj", "Enter j"); /* nobody ends it, and Enter is typed */
	check("\033]11;rgb|||j", "j");
	check("\033]11;rgb|\033|j", "Esc j");
	check("\033\033[?1;2cj", "Esc j");
	check("\033\033]11;q\aj", "Esc j");
	check("\033[[Zj", "j");
	check("\033[6$jj", "j j"); /* S-PgDn of rxvt, elsewhere */
	check("\033[6$|j", "j");
	check("\033|[6$j", "Esc j");
	check("\033[G\033Otj", "4 j");
}

/* Alt-], Alt-P, Alt-_, Alt-^ and Alt-X begin as answers do: nothing that is typed behind them is
 * lost. */
static void test_what_is_typed_is_not_an_answer(void **state)
{
	(void)state;
	check("\033]||j", "A-] j");
	check("\033]|j", "A-] j");
	check("\033P|q\033_|j\033^|j\033X|j", "A-P q A-_ j A-^ j A-X j");
	check("\033]j||k", "A-] j k"); /* in the same moment: it takes a while */
	check("\033]|5|j", "A-] 5 j");
	check("\033P|5|j", "A-P 5 j");
	check("\033_|G|j", "A-_ G j");
	check("\033]\r\033]\033]j\033|", "A-] Enter A-] A-] j Esc");
	check("\033]a|b|c|d|e|f", "A-] a b c d e f");
	check("\033|]||q", "Esc ] q");
	check("\033|[|q\033|[q", "Esc [ q Esc [ q");
	check("\033|O|q\033|P|q\033|]5j", "Esc O q Esc P q Esc ] 5 j");
	check("\033||[A", "Esc [ A"); /* long after it */
}

static void test_no_string_is_for_ever(void **state)
{
	struct buf bytes = {0};
	char *got;
	(void)state;
	buf_text(&bytes, "\033]52;c;");
	buf_repeat(&bytes, "q", 3000000);
	buf_text(&bytes, "|j");
	got = inputs_of(&nothing, bytes.text, bytes.len, 0, -1);
	assert_string_equal(got, "j");
	free(got);
	buf_clear(&bytes);
	buf_text(&bytes, "\033^");
	buf_repeat(&bytes, "q", 1000);
	buf_text(&bytes, "\033\\j");
	got = inputs_of(&nothing, bytes.text, bytes.len, 0, -1);
	assert_string_equal(got, "j");
	free(got);
	buf_clear(&bytes);
	buf_text(&bytes, "\033[");
	buf_repeat(&bytes, "1;", 10000);
	buf_text(&bytes, "Bj");
	got = inputs_of(&nothing, bytes.text, bytes.len, 0, -1);
	assert_string_equal(got, "j");
	free(got);
	buf_free(&bytes);
}

/* The opening bytes, and behind them each of the others after so many milliseconds. */
static void check_slow(
	const char *opening, const char *const *sent, size_t count, int ms, const char *expected)
{
	struct term_keys keys = {.grammar = {.escape_ms = 25}};
	struct buf out = {0};
	for (; *opening; opening++)
		term_keys_byte(&keys, (unsigned char)*opening);
	for (size_t i = 0; i < count; i++) {
		pause_for(&out, &keys, ms);
		for (const char *at = sent[i]; *at; at++)
			term_keys_byte(&keys, (unsigned char)*at);
		write_inputs(&out, &keys);
	}
	silence(&out, &keys);
	assert_string_equal(buf_string(&out), expected);
	term_keys_free(&keys);
	buf_free(&out);
}

#define SLOW(opening, ms, expected, ...)                                                           \
	check_slow(opening, (const char *const[]){__VA_ARGS__},                                    \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), ms, expected)

static void test_typing_ends_a_string_whose_end_is_lost(void **state)
{
	static const int pauses[] = {450, 1000, 3000};
	(void)state;
	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
		int ms = pauses[i];
		SLOW("\033]11;rgb", ms, "j k", "q", "q", "q", "q", "q", "q", "q", "q", "j", "k");
		SLOW("\033]11;rgb", ms, "ф", "ф", "ф", "ф", "ф", "ф", "ф", "漢", "ф", "ф");
		SLOW("\033P1$r", ms, "C-c j", "q", "\003", "j");
		SLOW("\033]11;rgb", ms, "j", "q", "\033\\", "j"); /* its end, late */
		SLOW("\033]11;rgb", ms, "Down j", "q", "\033[B", "j");
		/* What comes in runs is an answer. */
		SLOW("\033]52;c;", ms, "j", "qq", "qq", "qq", "qq", "qq", "qq", "qq", "qq", "qq",
			"q\a", "j");
		SLOW("\033]52;c;", ms, "j", "q", "q", "q", "q", "q", "q", "q", "qq", "q", "q\a",
			"j");
	}
	SLOW("\033]11;rgb", 450, "Esc j", "q", "\033", "j");
}

static void test_an_escape_ends_a_string_at_once(void **state)
{
	struct term_keys keys = {.grammar = {.escape_ms = 25}};
	struct buf out = {0};
	(void)state;
	for (const char *at = "\033]11;rgb"; *at; at++)
		term_keys_byte(&keys, (unsigned char)*at);
	pause_for(&out, &keys, 450);
	term_keys_byte(&keys, '\033');
	pause_for(&out, &keys, 60);
	assert_string_equal(buf_string(&out), "Esc");
	term_keys_free(&keys);
	buf_free(&out);
}

static void test_a_slow_answer_is_swallowed_whole(void **state)
{
	static const int pauses[] = {20, 60, 120, 250, 390};
	struct buf bytes = {0};
	(void)state;
	buf_text(&bytes, "\033]52;c;");
	buf_repeat(&bytes, "q", 5000);
	buf_text(&bytes, "\033\\");
	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
		struct term_keys keys = {.grammar = {.escape_ms = 25}};
		struct buf out = {0};
		for (size_t at = 0; at < bytes.len; at++) {
			term_keys_byte(&keys, (unsigned char)bytes.text[at]);
			pause_for(&out, &keys, at < 2 ? 20 : pauses[i]);
		}
		term_keys_byte(&keys, 'j');
		write_inputs(&out, &keys);
		silence(&out, &keys);
		assert_string_equal(buf_string(&out), "j");
		term_keys_free(&keys);
		buf_free(&out);
	}
	buf_free(&bytes);
}

static void test_no_count_of_a_sequence_overflows(void **state)
{
	struct sequence sequence = {.length = INT_MAX, .at = INT_MAX};
	(void)state;
	assert_true(sequence_add(&sequence, ';'));
	assert_true(sequence_add(&sequence, '1'));
	assert_true(sequence.length > 0 && sequence.at > 0);
	assert_true(sequence_add(&sequence, 'B'));
	assert_int_equal(sequence_key(&sequence), 0);
}

/* ---- the mouse ---- */

static void test_reports_of_the_mouse(void **state)
{
	(void)state;
	check("\033[<0;12;3Mj", "(0 2,11) j");
	check("\033[<64;300;100M", "(1 99,299)");
	check("\033[<65;1;1M", "(2 0,0)");
	check("\033[<16;12;3M", "(0 2,11)"); /* with Ctrl */
	check("\033[M !\"j", "(0 1,0) j");   /* the old form */
	check("\033[Ma00", "(2 15,15)");
	check("\033[<0;12;3m", "(3 2,11)"); /* released */
	check("\033[M#\"1", "(3 16,1)");
	check("\033[<2;12;3m", ""); /* another */
	check("\033[<64;12;3m", "");
	check("\033[<32;12;3M", ""); /* moved while it is down */
	check("\033[<3;12;3M", "");
	check("\033[<2;12;3M", ""); /* another button */
	check("\033[<35;12;3M", "");
	check("\033[<0;12M", ""); /* too short */
	check("\033[<0;99999999999999;3M", "(0 2,1114111)");
	check("\033[<1;2xj", "j");
	check("\033[M  |j", "j"); /* broken off */
	check("\033[M  \033[A", "Up");
	check("\033|[<0;12;3M", "Esc (0 2,11)");
}

/* ---- a paste ---- */

static void test_a_paste_is_one_input(void **state)
{
	(void)state;
	check("j\033[200~a q\r\n\tb\033[201~j", "j {a q\r\n\tb} j");
	check("\033[200~\033[201~j", "j"); /* of nothing */
	check("\033[201~j\033[200~a\033[201~\033[201~j", "j {a} j");
	check("\033[200~a\033[200~b\033[201~j", "{ab} j");
	check("\033[200~\033[A\033[20\033[2x\033\033[201~j", "{\033[A\033[20\033[2x\033} j");
	check("\033[200~a||q", "{a} q"); /* its end never comes */
	check("\033[200~a\033[20||q", "{a} q");
	check("\033[200~ü漢\xff\xe6\xbc\033[201~", "{ü漢\xef\xbf\xbd}"); /* cut off */
	check("\033[200~a\033[201~\033[200~b\033[201~", "{a} {b}");
}

static void test_typing_ends_a_paste_whose_end_is_lost(void **state)
{
	static const int pauses[] = {450, 1000, 1400};
	(void)state;
	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
		int ms = pauses[i];
		SLOW("\033[200~a", ms, "{aqqqqqqqq} j k", "q", "q", "q", "q", "q", "q", "q", "q",
			"j", "k");
		SLOW("\033[200~a", ms, "{aqqqqqqф\033[B} j", "q", "q", "q", "q", "q", "q", "ф",
			"\033[B", "j");
		SLOW("\033[200~a", ms, "{aq} C-c j", "q", "\003", "j");
		SLOW("\033[200~a", ms, "{aq} Esc j", "q", "\033", "j");
		SLOW("\033[200~a", ms, "{aq} Backspace j", "q", "\177", "j");
		SLOW("\033[200~a", ms, "{aq} j", "q", "\033[201~", "j");
		/* What comes in runs is pasted. */
		SLOW("\033[200~a", ms, "{a\003b\033[A\033c\n\tx} j", "\003b", "\033[A", "\033c",
			"\n", "\t", "x\033[201~", "j");
		SLOW("\033[200~", ms, "{aaaaaaabbaaaaaaa} j", "a", "a", "a", "a", "a", "a", "a",
			"bb", "a", "a", "a", "a", "a", "a", "a", "\033[201~", "j");
	}
	SLOW("\033[200~", 390, "{a\003aaaaaaaaa} j", "a", "\003", "a", "a", "a", "a", "a", "a", "a",
		"a", "a", "\033[201~", "j");
}

static void test_a_paste_is_bounded(void **state)
{
	struct term_keys keys = {.grammar = {.escape_ms = 25}};
	struct buf bytes = {0};
	struct input input;
	(void)state;
	buf_text(&bytes, "\033[200~");
	buf_repeat(&bytes, "q\033", PASTE_MOST);
	buf_text(&bytes, "\033[201~");
	for (size_t i = 0; i < bytes.len; i++) {
		assert_false(term_keys_take(&keys, &input));
		term_keys_byte(&keys, (unsigned char)bytes.text[i]);
	}
	assert_true(term_keys_take(&keys, &input));
	assert_int_equal(input.kind, INPUT_PASTE);
	assert_int_equal(input.len, PASTE_MOST);
	assert_false(term_keys_take(&keys, &input));
	term_keys_free(&keys);
	buf_free(&bytes);
}

/* ---- sequences of a terminal's own ---- */

static void own_add(struct term_own *own, const char *bytes, int32_t key, bool yields)
{
	term_own_add(own, bytes, strlen(bytes), key, yields);
}

static void test_what_the_grammar_knows_is_not_learnt(void **state)
{
	struct term_own own = {0};
	(void)state;
	own_add(&own, "\033[A", INPUT_UP, false);
	own_add(&own, "\033OM", INPUT_ENTER, false);
	own_add(&own, "\177", INPUT_ERASE, false);
	own_add(&own, "\033Oq", INPUT_END, true);
	own_add(&own, "", INPUT_UP, false);
	own_add(&own, "\033[1234567890123", INPUT_UP, false);
	assert_int_equal(own.count, 1); /* the last */
	own_add(&own, "\033[12345678901234", INPUT_UP, false);
	own_add(&own, "\033Oq", INPUT_END, false);
	own_add(&own, "\033Oq", INPUT_HOME, false);
	assert_int_equal(own.count, 2);
	for (int i = 0; i < 1000; i++) {
		char bytes[8];
		snprintf(bytes, sizeof bytes, "\033%dz", i);
		own_add(&own, bytes, INPUT_UP, false);
	}
	assert_int_equal(own.count, TERM_OWN_MOST);
}

static void test_a_terminal_has_sequences_of_its_own(void **state)
{
	struct term_own own = {0};
	(void)state;
	own_add(&own, "\001@\r", INPUT_F1, false);
	own_add(&own, "\001A\r", INPUT_F1 + 1, false);
	own_add(&own, "\v", INPUT_UP, false);
	own_add(&own, "\033J", INPUT_PAGE_UP, false);
	own_add(&own, "\033[224z", INPUT_F1 + 4, false);
	own_add(&own, "\033[M", INPUT_F1 + 5, false);
	own_add(&own, "\033[9", INPUT_DELETE, false);
	own_add(&own, "\033[9~", INPUT_INSERT, false);
	own_add(&own, "\033P", INPUT_F1 + 6, false);
	own_add(&own, "\2331A", INPUT_F1 + 7, false);
	own_add(&own, "\033[6$", INPUT_PAGE_DOWN | INPUT_SHIFT, false);
	check_own(&own, "\001@\rj\001A\rj", "F1 j F2 j");
	check_own(&own, "\001|j\001@|j\001x\001\001@\r", "C-a j C-a @ j C-a x C-a F1");
	check_own(&own, "\vj\033Jj\033[224zj\033[Mj", "Up j PgUp j F5 j F6 j");
	check_own(&own, "\033[9j\033[9~j\033[9|~j\033[93~j", "Del j Ins j Del ~ j Del 3 ~ j");
	check_own(&own, "\033[6$j\033[6~\033|[6$j", "S-PgDn j PgDn Esc S-PgDn j");
	check_own(&own, "\033Pj\2331Aj\233j", "F7 j F8 j j");
	check_own(&own, "\033|j\033\033[A\033[B\033[1;5Cü", "Esc j A-Up Down C-Right ü");
	check_own(&own, "\033[|j\033[2|j\033|[224zj", "A-[ j j Esc F5 j");
	check_own(&own, "\033|J\033|[A\033|\v\033|[x", "Esc J Esc Up Esc Up Esc [ x");
	check_own(&own, "\033[200~\001@\r\v\033[201~\001@\r", "{\001@\r\v} F1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_bytes_of_no_character_are_dropped),
		cmocka_unit_test(test_escape_is_a_key_when_nothing_follows),
		cmocka_unit_test(test_alt),
		cmocka_unit_test(test_keys_wherever_they_are_cut),
		cmocka_unit_test(test_answers_wherever_they_are_cut),
		cmocka_unit_test(test_grounds_wherever_they_are_cut),
		cmocka_unit_test(test_answers_of_other_kinds),
		cmocka_unit_test(test_what_is_typed_is_not_an_answer),
		cmocka_unit_test(test_no_string_is_for_ever),
		cmocka_unit_test(test_typing_ends_a_string_whose_end_is_lost),
		cmocka_unit_test(test_an_escape_ends_a_string_at_once),
		cmocka_unit_test(test_a_slow_answer_is_swallowed_whole),
		cmocka_unit_test(test_no_count_of_a_sequence_overflows),
		cmocka_unit_test(test_reports_of_the_mouse),
		cmocka_unit_test(test_a_paste_is_one_input),
		cmocka_unit_test(test_typing_ends_a_paste_whose_end_is_lost),
		cmocka_unit_test(test_a_paste_is_bounded),
		cmocka_unit_test(test_what_the_grammar_knows_is_not_learnt),
		cmocka_unit_test(test_a_terminal_has_sequences_of_its_own),
	};
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
