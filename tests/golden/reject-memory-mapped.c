/* status: 1 */
/* The body makes a mapping that stays. */
#define _DEFAULT_SOURCE
#include <sys/mman.h>

void *p[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        p[i] = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
