/*
 * Built with --coverage, for coverage.sh. Whatever is counted before the loop, in it and after it
 * is counted as often at any number of workers. With an argument the body calls exit.
 */
#include <ppar.h>

#include <stdlib.h>

static int is_odd(int i)
{
    if (i % 2)
        return 1;
    return 0;
}

int main(int argc, char **argv)
{
    int odd[60], count = 0;
    (void)argv;
    for (int i = 0; i < 7; i++)
        count += is_odd(i);
    struct ppar_loop ppar = {.abi = PPAR_ABI, .file = "counted.c", .trips = 60};
    ppar_output(&ppar, odd, 0, sizeof odd);
    while (ppar_chunk(&ppar)) {                                  /* not as often: per chunk */
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) { /* nor this */
            odd[i] = is_odd(i);
            if (argc > 1 && i == 59)
                exit(3); /* once */
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < 60; i++)
        count += odd[i];
    return count == 33 ? 0 : 1;
}
