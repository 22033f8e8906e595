/* A table of streams, copied. */
#include <stdio.h>
#include <string.h>

static struct { FILE *f[2]; } result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        FILE *f[2];
        f[0] = tmpfile();
        f[1] = stdout;
        memcpy(result[i].f, f, sizeof f);
    }
    return result[3].f[0] == NULL;
}
