/* libexec/ppcc/ppcc1: the part of ppcc that translates. bin/ppcc (main.c) calls it. */
#include "driver.h"

#include <malloc.h>

#ifdef M_ARENA_MAX
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The heap's first step is asked for in large pages: so many small ones, each brought in when it is
 * first touched, take a tenth of the time. Where the system gives none nothing is lost. */
static void ask_for_large_pages(const char *start, const char *end)
{
#ifdef MADV_HUGEPAGE
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t first = ((uintptr_t)start + page - 1) / page * page;
    if (first < (uintptr_t)end)
        madvise((void *)first, (uintptr_t)end - first, MADV_HUGEPAGE);
#else
    (void)start;
    (void)end;
#endif
}

/* glibc gives a thread a heap of its own that grows page by page; all of the work is done in one
 * (sources.c). So there is one heap, which grows in large steps. */
static void settle_heap(void)
{
    enum { STEP = 1 << 26, APART = 1 << 17, BEYOND = 1 << 19 };
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, STEP);
    mallopt(M_MMAP_THRESHOLD, 2 * BEYOND);
    const char *start = sbrk(0);
    void *volatile beyond = malloc(BEYOND); /* more than is left of the heap */
    ask_for_large_pages(start, sbrk(0));
    free(beyond);
    mallopt(M_MMAP_THRESHOLD, APART); /* what it was */
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
