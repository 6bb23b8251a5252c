#include "base/node_input.h"

#include <string.h>

int node_input_read(void *data, unsigned char *buffer, size_t size, size_t *got)
{
	struct node_input *input = data;
	size_t count = input->len - input->at;
	if (count > size)
		count = size;
	*got = 0;
	if (count && input->at >= input->limit) {
		input->too_large = true;
		return 0;
	}
	memcpy(buffer, input->bytes + input->at, count);
	input->at += count;
	*got = count;
	return 1;
}
