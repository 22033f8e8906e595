/* verdict: proven */
/* Strings and comments that look like pragmas, braces, loops. */
// clang-format off: the layout is the point
#include "show.h"

int main(void)
{
    int a[12];
    const char *text = "#pragma ppar for\nfor (;;) { \" }";

    FILL(a, 12, -1);
    /* #pragma ppar for */
    // #pragma ppar for workers(0)
#pragma ppar for /* a comment { */
    /* another one between } the pragma and its loop */
    for (int i = 1 /* ; */; i < 11; /* ) */ i++) { // }
        const char *s = "}; #pragma ppar for";     /* { */

        a[i] = s[0] + '}' + '"' + text[i]; // "
    }
    SHOW("%d", a, 12);
    return 0;
}
