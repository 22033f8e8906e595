/* args: 1 */
/* stdout without a buffer, then the text that waits in the buffer before the loop comes once. */
#include "show.h"

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1)
        setvbuf(stdout, NULL, _IONBF, 0);
    printf("waits in the buffer, or does not");
#pragma ppar for
    for (int i = 0; i < 10; i++)
        printf(" %d\n", i);
    printf("and goes on");
#pragma ppar for
    for (int i = 0; i < 10; i++)
        printf(" %d", i);
    printf("\n");
    return 0;
}
