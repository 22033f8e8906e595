/* A library binds the parent to one CPU: workers run where the program was allowed to, and the
 * parent's affinity stays what it was. PPAR_BIND changes where workers run. */
#include "check.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { N = 8 };

static cpu_set_t at_start;
static int cpus[N];

static cpu_set_t get(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    sched_getaffinity(0, sizeof set, &set);
    return set;
}

static int first_of(const cpu_set_t *set)
{
    int cpu = 0;
    while (!CPU_ISSET(cpu, set))
        cpu++;
    return cpu;
}

/* How many CPUs each iteration was allowed. */
static void loop(void)
{
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_STATIC);
    ppar_output(&ppar, cpus, 0, sizeof cpus);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            cpu_set_t set = get();
            cpus[i] = CPU_COUNT(&set);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
}

static void check_each(const char *name, int wanted)
{
    for (int i = 0; i < N; i++)
        check(cpus[i] == wanted, "%s: iteration %d is allowed %d CPUs, not %d", name, i, cpus[i],
              wanted);
}

static void narrowed(int wanted)
{
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(first_of(&at_start), &one);
    sched_setaffinity(0, sizeof one, &one);
    loop();
    check_each("narrowed", wanted);
    cpu_set_t after = get();
    check(CPU_EQUAL(&one, &after), "the parent's affinity has changed");
}

static void widened(void)
{
    narrowed(CPU_COUNT(&at_start));
}

static void left_alone(void)
{
    narrowed(1);
}

static void bound(void)
{
    loop();
    check_each("bound", 1);
    cpu_set_t after = get();
    check(CPU_EQUAL(&at_start, &after), "the parent's affinity has changed");
}

int main(void)
{
    static const struct {
        const char *name;
        void (*scenario)(void);
        const char *settings, *said;
    } cases[] = {
        {"widened", widened, "PPAR_WORKERS=3", ""},
        {"left alone", left_alone, "PPAR_WORKERS=3 PPAR_BIND=none", ""},
        {"spread", bound, "PPAR_WORKERS=3 PPAR_BIND=spread", ""},
        {"compact", bound, "PPAR_WORKERS=3 PPAR_BIND=compact", ""},
        {"many", bound, "PPAR_WORKERS=8 PPAR_BIND=spread", ""},
        {"as many workers as CPUs at the start", widened, "PPAR_VERBOSE=1", " workers, 8 trips"},
        {"nonsense", widened, "PPAR_WORKERS=3 PPAR_BIND=everywhere", "makes no sense"},
    };
    at_start = get();
    if (CPU_COUNT(&at_start) < 2)
        printf("one CPU: little is tested\n");
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct outcome *outcome = run(cases[k].scenario, cases[k].settings);
        int said = cases[k].said[0] == '\0'
                       ? outcome->err[0] == '\0'
                       : strstr(outcome->err, cases[k].said) != NULL || CPU_COUNT(&at_start) < 2;
        check(outcome->status == 0 && said, "%s: status %#x, said \"%s\"", cases[k].name,
              (unsigned)outcome->status, outcome->err);
    }
    return check_status();
}
