/* verdict: proven */
/* memset of rows and of their bytes. */
#include "show.h"

#include <string.h>

int main(void)
{
    char m[10][8];
    int v[10][4];

    memset(m, '.', sizeof m);
    FILL(&v[0][0], 40, -1);
#pragma ppar for
    for (int i = 1; i < 9; i++) {
        memset(m[i], 'a' + i, sizeof m[i]);
        memset(v[i], 0, sizeof v[i]);
        v[i][i % 4] += i;
    }
    fwrite(m, 1, sizeof m, stdout);
    SHOW("%d", &v[0][0], 40);
    return 0;
}
