/* Bytes that an iteration may not have written: not mapped, not readable, not writable here. */
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char *pages(int count, int protection)
{
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    char *at = mmap(NULL, count * size, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return at == MAP_FAILED ? NULL : at;
}

/* Every iteration writes its byte or not; the pages of those that do not are missing. */
static void holes(void)
{
    enum { N = 40 };
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = pages(N, PROT_READ | PROT_WRITE);
    for (int i = 0; i < N; i += 3)
        munmap(memory + (size_t)i * page, page);
    for (int i = 1; i < N; i += 6)
        mprotect(memory + (size_t)i * page, page, PROT_NONE);
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, memory, 0, N * (long long)page);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i % 3 != 0 && i % 6 != 1)
                memset(memory + (size_t)i * page + 5, i, page - 5);
            if (i % 2)
                ppar_put_maybe(&ppar, 0, i * (long long)page + 3, (long long)page - 3);
        }
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i % 2 == 0)
                ppar_put_maybe(&ppar, 0, i * (long long)page, (long long)page);
        }
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++) {
        if (i % 3 != 0 && i % 6 != 1)
            printf("%d %d %d\n", memory[(size_t)i * page + 4], memory[(size_t)i * page + 5],
                   memory[(size_t)i * page + page - 1]);
    }
}

/* More than one call of the probe, with a start and an end inside pages. */
static void long_stretch(void)
{
    enum { PAGES = 2000 };
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = pages(PAGES, PROT_READ | PROT_WRITE);
    mprotect(memory + 1000 * page, page, PROT_NONE);
    struct ppar_loop ppar = LOOP(2, .flags = PPAR_ORDERED);
    ppar_output(&ppar, memory, 0, PAGES * (long long)page);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            for (int k = i; k < PAGES; k += 2) {
                if (k != 1000)
                    memory[(size_t)k * page + 7] = (char)(k % 100 + 1);
            }
        }
        if (ppar.first == 0)
            ppar_put_maybe(&ppar, 0, 7, (PAGES - 2) * (long long)page);
        if (ppar.last == 2)
            ppar_put_maybe(&ppar, 0, 7, (PAGES - 1) * (long long)page + 1);
        ppar_commit(&ppar);
    }
    long sum = 0;
    for (int k = 1; k < PAGES; k += 2)
        sum = sum * 31 % 1000003 + memory[(size_t)k * page + 7];
    printf("%ld\n", sum);
}

/* Not written, and not writable here either: the parent must leave it alone. */
static void read_only(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = pages(2, PROT_READ | PROT_WRITE);
    strcpy(memory, "stays");
    mprotect(memory, page, PROT_READ);
    struct ppar_loop ppar = LOOP(10);
    ppar_output(&ppar, memory, 0, 2 * (long long)page);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            memory[page + (size_t)i] = (char)('a' + i);
            ppar_put_maybe(&ppar, 0, 0, (long long)page);
            ppar_put_maybe(&ppar, 0, (long long)page + i, 1);
        }
        ppar_commit(&ppar);
    }
    printf("%s %s\n", memory, memory + page);
}

int main(void)
{
    check_equivalent("holes", holes, "");
    check_equivalent("long stretch", long_stretch, "");
    check_equivalent("read only", read_only, "");
    return check_status();
}
