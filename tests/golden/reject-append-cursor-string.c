/* Texts one behind the other. */
#include <string.h>

double x[200], out[400];

double *collect(int count, char *text)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        strcpy(text, i % 2 ? "odd" : "even");
        text += strlen(text);
        *p++ = x[i];
    }
    return p;
}
