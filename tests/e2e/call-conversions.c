/* verdict: proven */
/* atoi, strtol, strtod, toupper, isdigit, strchr and their like on data that nobody writes. */
#include "show.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const text[6] = {"12 apples", "-7", "0x1f", "3.25e2xyz", "none", "  88"};

int main(void)
{
    int a[8];
    long b[8];
    double c[8];
    char d[8];

    FILL(a, 8, -1);
    FILL(b, 8, -1);
    FILL(c, 8, -1);
    FILL(d, 8, '?');
#pragma ppar for
    for (int i = 0; i < 6; i++) {
        char *end;

        a[i + 1] = atoi(text[i]);
        b[i + 1] = strtol(text[i], &end, 0) + 1000 * (end - text[i]);
        c[i + 1] = strtod(text[i], NULL);
        d[i + 1] = isdigit((unsigned char)text[i][0]) ? 'd'
                   : strchr(text[i], 'n') != NULL     ? (char)toupper(text[i][0])
                                                      : '-';
    }
    SHOW("%d", a, 8);
    SHOW("%ld", b, 8);
    SHOW("%g", c, 8);
    SHOW("%c", d, 8);
    return 0;
}
