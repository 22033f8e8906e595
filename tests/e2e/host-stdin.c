/* verdict: proven */
/* What stdin has buffered, and where its descriptor stands, does not change. */
#include "show.h"

#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    int a[10], end[2];

    FILL(a, 10, -1);
    if (pipe(end) < 0 || write(end[1], "one\ntwo\nthree\n", 14) != 14 || dup2(end[0], 0) < 0)
        return 1;
    close(end[0]);
    close(end[1]);
    printf("%c\n", getchar());
#pragma ppar for
    for (int i = 1; i < 9; i++)
        a[i] = i;
    SHOW("%d", a, 10);
    for (int c = getchar(); c != EOF; c = getchar())
        putchar(c);
    return 0;
}
