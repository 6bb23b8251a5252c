/* What keeps a command from being done, said on standard error. */
#ifndef TRUCE_CLI_COMPLAINT_H
#define TRUCE_CLI_COMPLAINT_H

/* Prints "truce print: MESSAGE" as a line. The message may quote the command line or the record as they are: it is made
 * harmless here. */
void complaint_print(const char *name, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
