/* flags: -O2 -D_FORTIFY_SOURCE=2 */
/* verdict: proven */
/* glibc's headers with checks, which some systems' compilers switch on by themselves. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char line[50][40], copy[50][40];
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        snprintf(line[i], sizeof line[i], "%d of %d", i, i * i);
        memcpy(copy[i], line[i], sizeof copy[i]);
        strcat(copy[i], "!");
        printf("%s\n", copy[i]);
        if (i % 7 == 0)
            fflush(stdout);
    }
    for (int i = 0; i < 50; i += 7)
        printf("%s %s\n", line[i], copy[i]);
    return 0;
}
