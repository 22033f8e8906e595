/*
 * A program that mends faults by a handler of its own does so in workers, too, in those that take
 * the place of dead ones as well.
 */
#include "check.h"

#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

enum { N = 60 };

static _Atomic int *begun; /* shared: how often each iteration has been begun */
static sigjmp_buf repaired;

static void repair(int number)
{
    (void)number;
    siglongjmp(repaired, 1);
}

__attribute__((no_sanitize("undefined"), noinline)) static void fault(void)
{
    volatile uintptr_t nowhere = 16;
    *(volatile int *)nowhere = 1;
}

static __attribute__((noinline)) void fault_and_mend(void)
{
    if (sigsetjmp(repaired, 1) == 0)
        fault();
}

/* Faults that the program's own handler mends are none. */
static void mended_faults(void)
{
    int results[N] = {0}, wrong = 0;
    signal(SIGSEGV, repair);
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (atomic_fetch_add(&begun[i], 1) == 0 && i == 40)
                kill(getpid(), SIGKILL); /* so that the others are run by a worker that catches */
            fault_and_mend();
            results[i] = i;
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        wrong += results[i] != i;
    printf("%d\n", wrong);
}

int main(void)
{
    begun =
        mmap(NULL, N * sizeof *begun, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    struct outcome *outcome = run(mended_faults, "PPAR_WORKERS=2");
    check(outcome->status == 0, "status %#x", (unsigned)outcome->status);
    check(begun[40] > 1, "no worker was killed");
    check_text("results that are wrong", outcome->out, "0\n");
    return check_status();
}
