/*
 * Random numbers: the state of the thread, and where its first stream comes from. How numbers are
 * made stands in <ppar.h>, since drawing one is a load and an addition; what a stream is of, too.
 *
 * In a worker there is a stream when generated code has begun an iteration of a loop that is known
 * to draw. What a worker would draw of any other would depend on which iterations it has run
 * before, so it ends the run: the function that draws is one that ppcc has not seen.
 */
#include "random.h"
#include "api.h"
#include "config.h"
#include "process.h"
#include "worker.h"

#include <errno.h>
#include <stdatomic.h>

/* The model spares the library's own accesses a call, which could fail. */
PPAR_API __attribute__((tls_model("initial-exec"))) __thread struct ppar_stream ppar_stream;
PPAR_API __attribute__((tls_model("initial-exec"))) __thread unsigned long long ppar_number;

void random_in_worker(void)
{
    ppar_stream.is_ready = 0;
    ppar_stream.at = ppar_stream.end = 0;
    ppar_stream.has_normal = 0;
}

PPAR_API unsigned long long ppar_random_seed(void)
{
    int saved = errno;
    struct config config;
    if (!ppar_stream.knows_seed) {
        config_read(&config);
        ppar_stream.seed = config.seed;
        ppar_stream.knows_seed = 1;
    }
    errno = saved;
    return ppar_stream.seed;
}

/* The first thread that draws has the seed's own stream. */
PPAR_API void ppar_random_start(void)
{
    static _Atomic unsigned long long threads;
    if (process.in_worker)
        worker_fail(process.worker_run,
                    "the body draws random numbers in a function that ppcc has not seen; with "
                    "seed(...) behind '#pragma ppar for' each iteration has its own",
                    0);
    unsigned long long seed = ppar_random_seed(), thread = atomic_fetch_add(&threads, 1);
    ppar_random_set(thread != 0 ? ppar_random_key(seed, thread) : seed, 0);
}
