/* verdict: proven */
/* What an iteration has flushed or written before it dies is there, what waits in the buffer is not. */
#include "show.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int a[100];

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        printf("%d begins, ", i);
        fflush(stdout);
        if (i == 61) {
            const char *raw = "raw, ";
            printf("flushed, ");
            fflush(stdout);
            if (write(1, raw, strlen(raw)) < 0)
                exit(1);
            printf("lost");
            abort();
        }
        printf("%d ends\n", i);
    }
    SHOW("%d", a, 100);
    return 0;
}
