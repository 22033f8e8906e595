/* errno set and read within one iteration. */
#include "show.h"

#include <errno.h>
#include <stdlib.h>

int main(void)
{
    static const char *const text[4] = {"5", "99999999999999999999999", "-3", "1e"};
    int range[6];

    FILL(range, 6, -1);
#pragma ppar for
    for (int i = 0; i < 4; i++) {
        long value;

        errno = 0;
        value = strtol(text[i], NULL, 10);
        range[i + 1] = errno == ERANGE ? 1 : (int)value * 10;
    }
    SHOW("%d", range, 6);
    return 0;
}
