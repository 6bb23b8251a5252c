/* The keyboard, and keys out of bytes.
 *
 * The device itself is opened, not /dev/tty, which some systems cannot poll. Standard output is a
 * terminal already; where it is the controlling one, it knows the device's name.
 *
 * Keys are made by a machine of six states, after ECMA-48: plain bytes, behind Esc, in a control
 * sequence (`Esc [`, parameters, a final byte), behind `Esc O`, which is followed by one letter,
 * and in a report of the mouse: `Esc [ <` and three numbers, or `Esc [ M` and three bytes. */
#include "term/keys.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

static FILE *keyboard_device(const char *name)
{
	int fd = open(name, O_RDONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	FILE *file = isatty(fd) ? fdopen(fd, "r") : NULL;
	if (!file)
		close(fd);
	return file;
}

FILE *term_keyboard_open(void)
{
	FILE *file = NULL;
	if (isatty(STDIN_FILENO))
		return stdin;
	const char *name = tcgetsid(STDOUT_FILENO) == getsid(0) ? ttyname(STDOUT_FILENO) : NULL;
	if (name)
		file = keyboard_device(name);
	return file ? file : keyboard_device("/dev/tty");
}

void term_keyboard_close(FILE *file)
{
	if (file && file != stdin)
		fclose(file);
}

enum { ESC = 27 };

static int32_t keys_letter(unsigned char final)
{
	switch (final) {
	case 'A':
		return INPUT_UP;
	case 'B':
		return INPUT_DOWN;
	case 'C':
		return INPUT_RIGHT;
	case 'D':
		return INPUT_LEFT;
	case 'H':
		return INPUT_HOME;
	case 'F':
		return INPUT_END;
	case 'P':
	case 'Q':
	case 'R':
	case 'S':
		return INPUT_F1 + (final - 'P');
	case 'M':
		return INPUT_ENTER; /* of the keypad, behind Esc O */
	default:
		return 0;
	}
}

/* The numbers that VT220, xterm, rxvt and PuTTY send before `~`. */
static int32_t keys_number(int number)
{
	static const int32_t keys[] = {
		[1] = INPUT_HOME,
		[4] = INPUT_END,
		[5] = INPUT_PAGE_UP,
		[6] = INPUT_PAGE_DOWN,
		[7] = INPUT_HOME,
		[8] = INPUT_END,
		[11] = INPUT_F1,
		[12] = INPUT_F1 + 1,
		[13] = INPUT_F1 + 2,
		[14] = INPUT_F1 + 3,
		[15] = INPUT_F1 + 4,
		[17] = INPUT_F1 + 5,
		[18] = INPUT_F1 + 6,
		[19] = INPUT_F1 + 7,
		[20] = INPUT_F1 + 8,
		[21] = INPUT_F1 + 9,
		[23] = INPUT_F1 + 10,
		[24] = INPUT_F1 + 11,
	};
	return number < (int)(sizeof keys / sizeof keys[0]) ? keys[number] : 0;
}

static int keys_one(int32_t key, int32_t *keys)
{
	keys[0] = key;
	return key != 0;
}

static int keys_plain(struct term_keys *input, unsigned char byte, int32_t *keys)
{
	char text = (char)byte;
	wchar_t sign;
	if (byte == ESC) {
		input->state = KEYS_ESCAPE;
		return 0;
	}
	if (byte == '\n') /* C-j, or Enter typed before the terminal was ours */
		return keys_one(INPUT_ENTER, keys);
	if (byte == '\b')
		return keys_one(INPUT_ERASE, keys);
	size_t got = mbrtowc(&sign, &text, 1, &input->character);
	if (got ==
		(size_t)-1) { /* not of this character set: begin again, perhaps with this byte */
		input->character = (mbstate_t){0};
		if (byte >= 0x80)
			return 0;
		sign = byte;
	} else if (got == (size_t)-2) {
		return 0;
	}
	return keys_one((int32_t)sign, keys);
}

/* A press of the left button or a turn of the wheel, whatever is held down with it; nothing else
 * counts. */
static int keys_mouse(struct term_keys *input, bool pressed, int32_t *keys)
{
	int button = input->report[0] & ~(4 | 8 | 16);
	input->state = KEYS_PLAIN;
	if (!pressed || (button != 0 && button != 64 && button != 65))
		return 0;
	input->mouse.button = button == 0 ? INPUT_LEFT_BUTTON
		: button == 64            ? INPUT_WHEEL_UP
					  : INPUT_WHEEL_DOWN;
	input->mouse.col = input->report[1] > 0 ? input->report[1] - 1 : 0;
	input->mouse.row = input->report[2] > 0 ? input->report[2] - 1 : 0;
	return keys_one(TERM_KEY_MOUSE, keys);
}

static int keys_report(struct term_keys *input, unsigned char byte, int32_t *keys)
{
	int *number = &input->report[input->reported];
	if (byte >= '0' && byte <= '9') {
		if (*number < 100000)
			*number = *number * 10 + (byte - '0');
		return 0;
	}
	if (byte == ';' && input->reported < 2) {
		input->reported++;
		return 0;
	}
	if ((byte == 'M' || byte == 'm') && input->reported == 2)
		return keys_mouse(input, byte == 'M', keys);
	input->state = KEYS_PLAIN;
	return byte < ' ' || byte > '~' ? keys_plain(input, byte, keys) : 0;
}

static int keys_report_old(struct term_keys *input, unsigned char byte, int32_t *keys)
{
	input->report[input->reported++] = byte - 32;
	return input->reported == 3 ? keys_mouse(input, true, keys) : 0;
}

static int keys_csi(struct term_keys *input, unsigned char byte, int32_t *keys)
{
	if (input->length == 0 && (byte == '<' || byte == 'M')) {
		input->state = byte == '<' ? KEYS_MOUSE : KEYS_MOUSE_OLD;
		input->report[0] = input->report[1] = input->report[2] = 0;
		input->reported = 0;
		return 0;
	}
	if (byte >= 0x20 && byte < 0x40) {
		if (input->first && byte >= '0' && byte <= '9' && input->parameter < 1000)
			input->parameter = input->parameter * 10 + (byte - '0');
		else
			input->first = false;
		input->length++;
		return 0;
	}
	input->state = KEYS_PLAIN;
	if (byte < 0x40 || byte > 0x7e) /* broken off: what comes instead counts */
		return keys_plain(input, byte, keys);
	if (byte == '~')
		return keys_one(keys_number(input->parameter), keys);
	return keys_one(byte == 'M' ? 0 : keys_letter(byte), keys);
}

int term_keys_byte(struct term_keys *input, unsigned char byte, int32_t keys[TERM_KEYS_MOST])
{
	switch (input->state) {
	case KEYS_ESCAPE:
		if (byte == '[' || byte == 'O') {
			*input = (struct term_keys){
				.state = byte == '[' ? KEYS_CSI : KEYS_SS3, .first = true};
			return 0;
		}
		input->state = KEYS_PLAIN;
		keys[0] = INPUT_ESCAPE;
		return 1 + keys_plain(input, byte, keys + 1);
	case KEYS_CSI:
		return keys_csi(input, byte, keys);
	case KEYS_MOUSE:
		return keys_report(input, byte, keys);
	case KEYS_MOUSE_OLD:
		return keys_report_old(input, byte, keys);
	case KEYS_SS3:
		input->state = KEYS_PLAIN;
		return keys_one(keys_letter(byte), keys);
	case KEYS_PLAIN:
		break;
	}
	return keys_plain(input, byte, keys);
}

int term_keys_end(struct term_keys *input, int32_t keys[TERM_KEYS_MOST])
{
	enum term_keys_state state = input->state;
	input->state = KEYS_PLAIN;
	if (state == KEYS_PLAIN || state == KEYS_MOUSE || state == KEYS_MOUSE_OLD ||
		(state == KEYS_CSI && input->length > 0))
		return 0;
	keys[0] = INPUT_ESCAPE;
	keys[1] = state == KEYS_CSI ? '[' : 'O';
	return state == KEYS_ESCAPE ? 1 : 2;
}
