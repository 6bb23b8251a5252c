/* The names of months, seasons and eras, and which months a season has. */
#include "model/date_parts.h"

#include <stddef.h>

const char *date_month_name(int month)
{
	static const char *const names[] = {"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"};
	return names[month - 1];
}

static const char northern[] = "Northern Hemisphere";
static const char southern[] = "Southern Hemisphere";

const struct date_season *date_season(int month)
{
	static const struct date_season seasons[] = {
		[21] = {"spring", NULL, 3, 3},
		[22] = {"summer", NULL, 6, 3},
		[23] = {"autumn", NULL, 9, 3},
		[24] = {"winter", NULL, 12, 3},
		[25] = {"spring", northern, 3, 3},
		[26] = {"summer", northern, 6, 3},
		[27] = {"autumn", northern, 9, 3},
		[28] = {"winter", northern, 12, 3},
		[29] = {"spring", southern, 9, 3},
		[30] = {"summer", southern, 12, 3},
		[31] = {"autumn", southern, 3, 3},
		[32] = {"winter", southern, 6, 3},
		[33] = {"first quarter", NULL, 1, 3},
		[34] = {"second quarter", NULL, 4, 3},
		[35] = {"third quarter", NULL, 7, 3},
		[36] = {"fourth quarter", NULL, 10, 3},
		[37] = {"first four months", NULL, 1, 4},
		[38] = {"middle four months", NULL, 5, 4},
		[39] = {"last four months", NULL, 9, 4},
		[40] = {"first half", NULL, 1, 6},
		[41] = {"second half", NULL, 7, 6},
	};
	_Static_assert(sizeof seasons / sizeof *seasons == 42, "a row for each season");
	return &seasons[month];
}

const char *date_era_name(int64_t year)
{
	return year < 1 ? " BCE" : year < 1000 ? " CE" : "";
}
