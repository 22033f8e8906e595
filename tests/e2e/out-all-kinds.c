/* verdict: proven */
/* puts, putchar, fputs, fwrite, fprintf and putc to stdout. */
#include "show.h"

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 20; i++) {
        printf("%d", i);
        putchar(':');
        fputs(" fputs", stdout);
        fprintf(stdout, " %d", i * i);
        putc(' ', stdout);
        fputc('c', stdout);
        fwrite("\0\1", 1, 2, stdout);
        puts(" puts");
    }
    return 0;
}
