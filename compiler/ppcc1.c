/* libexec/ppcc/ppcc1: the part of ppcc that translates. bin/ppcc (main.c) calls it. */
#include "driver.h"

#include <malloc.h>

#ifdef M_ARENA_MAX
/* glibc gives a thread a heap of its own that grows page by page; all of the work is done in one
 * (sources.c). So there is one heap, which grows in large steps. */
static void settle_heap(void)
{
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, 1 << 26);
}
#else
static void settle_heap(void)
{
}
#endif

int main(int argc, char **argv)
{
    settle_heap();
    return drive(argc, argv);
}
