/* Lines are those of this file, whatever has been put around the loops. */
#include <stdio.h>

/* Says where it was called from: as a line, and as an address for the debugger's table of lines. */
#define HERE() here(__LINE__)

int line[8];
const void *address[8];
int count;

static void __attribute__((noinline)) here(int at)
{
    line[count] = at;
    address[count] = (const char *)__builtin_return_address(0) - 1; /* in the call itself */
    count++;
}

int body[4], bare[4], nested[4][2];

int main(void)
{
    HERE();
#pragma ppar for                                                                                   \
    schedule(static)
    for (int i = 0; i < 4; i++) {
        body[i] = __LINE__;
    }
    HERE();
#pragma ppar for
    for (int i = 0; i < 4; i++) bare[i] = __LINE__ + 0; HERE();
#pragma ppar for
    for (int i = 0; i < 4; i++)
    {
#pragma ppar for
        for (int k = 0;
             k < 2;
             k++)
            nested[i][k] = __LINE__ + 0;
        if (i == 3)
            nested[i][0] = __LINE__;
    }
    HERE();
    for (int k = 0; k < count; k++)
        printf("%d %p\n", line[k], address[k]);
    printf("%d %d %d %d\n", body[1], bare[1], nested[1][1], nested[3][0]);
    return 0;
}
