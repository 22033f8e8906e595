/* Tasks that wait: 512 times 50 ms, as for a server's answer. With W workers, 512 / W rounds. */
#include "bench.h"

#include <unistd.h>

enum { TASKS = 512, MILLISECONDS = 50 };

static int result[TASKS];

static int ask(int task)
{
    usleep(1000 * MILLISECONDS);
    return 3 * task + 1;
}

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        result[i] = ask((int)i);
}
#endif

int main(void)
{
    double start = now();
#ifdef BY_HAND
    by_hand(TASKS, result, sizeof *result, block);
#else
#pragma omp parallel for
#pragma ppar for
    for (int i = 0; i < TASKS; i++)
        result[i] = ask(i);
#endif
    report(now() - start);
    print_checksum(result, sizeof result);
    return 0;
}
