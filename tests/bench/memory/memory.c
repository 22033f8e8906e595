/*
 * memory.c MEGABYTES KILOBYTES WORKERS: what workers cost in memory. The program has so many
 * megabytes in use, and each worker writes so many kilobytes of its own. While all of them live,
 * each asks the kernel for its proportional set size and its parent's; in it, shared pages count by
 * the number of their users, so the sum is what all of them use together.
 *
 * Prints the parent's megabytes, and kilobytes for all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long pss_of(long process)
{
    char path[64], line[256];
    long kilobytes = -1;
    snprintf(path, sizeof path, process ? "/proc/%ld/smaps_rollup" : "/proc/self/smaps_rollup",
             process);
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "Pss: %ld", &kilobytes) == 1)
            break;
    fclose(file);
    return kilobytes;
}

enum { MOST = 64 };

int main(int argc, char **argv)
{
    size_t size = (argc > 1 ? (size_t)atol(argv[1]) : 64) << 20;
    size_t written = (argc > 2 ? (size_t)atol(argv[2]) : 1024) << 10;
    int workers = argc > 3 ? atoi(argv[3]) : 2;
    static long own[MOST], parent[MOST];
    static unsigned long sums[MOST];
    const long program = getpid();
    char *memory = malloc(size);
    if (!memory || workers > MOST || written > size)
        return 1;
    memset(memory, 1, size);
#pragma ppar for workers(workers) schedule(static)
    for (int i = 0; i < workers; i++) {
        unsigned char *scratch = malloc(written + 1);
        for (size_t k = 0; scratch && k < written; k++)
            scratch[k] = (unsigned char)(k * (size_t)(i + 1) >> 3);
        usleep(300000);
        own[i] = pss_of(0);
        parent[i] = pss_of(program);
        usleep(300000);
        for (size_t k = 0; scratch && k < written; k++)
            sums[i] += scratch[k];
        free(scratch);
    }
    long sum = 0;
    for (int i = 0; i < workers; i++)
        sum += sums[i] > 0 ? own[i] : 0;
    printf("%ld %ld\n", parent[0] / 1024, parent[0] + sum);
    return 0;
}
