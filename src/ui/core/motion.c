/* A page leaves one row of what was seen before. */
#include "ui/core/motion.h"

struct motion motion_of(enum action action, uint32_t count, bool counted, int rows)
{
	int page = rows > 2 ? rows - 1 : 1, half = rows > 3 ? rows / 2 : 1;
	switch (action) {
	case ACTION_NEXT:
	case ACTION_NEXT_EVENT:
		return (struct motion){MOTION_STEP, count};
	case ACTION_PREVIOUS:
	case ACTION_PREVIOUS_EVENT:
		return (struct motion){MOTION_STEP, -(int64_t)count};
	case ACTION_READ_ON:
	case ACTION_PAGE_DOWN:
		return (struct motion){MOTION_ROWS, page};
	case ACTION_READ_BACK:
	case ACTION_PAGE_UP:
		return (struct motion){MOTION_ROWS, -page};
	case ACTION_HALF_DOWN:
		return (struct motion){MOTION_ROWS, half};
	case ACTION_HALF_UP:
		return (struct motion){MOTION_ROWS, -half};
	case ACTION_FIRST:
		return (struct motion){MOTION_TO, 0};
	case ACTION_LAST:
		return (struct motion){MOTION_TO, counted ? (int64_t)count - 1 : MOTION_LAST};
	default:
		return (struct motion){MOTION_NONE, 0};
	}
}
