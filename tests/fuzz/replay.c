/* Runs a fuzz target on saved inputs, so that what was once found stays mended: TARGET FILE... */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		uint8_t *bytes = malloc(1 << 20);
		size_t len;

		if (!file || !bytes) {
			perror(argv[i]);
			return 2;
		}
		len = fread(bytes, 1, 1 << 20, file);
		fclose(file);
		/* Exactly as long as the input, so that a read behind its end is seen. */
		bytes = realloc(bytes, len ? len : 1);
		fprintf(stderr, "%s\n", argv[i]);
		LLVMFuzzerTestOneInput(bytes, len);
		free(bytes);
	}
	printf("%d passed, 0 failed\n", argc - 1);
	return 0;
}
