/* flags: -O2 -lm */
/*
 * Memory that a body reads and writes may change its contents and its place between two executions
 * of the loop: it is allocated anew, moved, unmapped, given to somebody else, made read-only.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGE = 100000, SMALL = 500 };

static double in_bss[LARGE];
static unsigned long sum;

static void add(const double *a, int n)
{
    for (int i = 0; i < n; i++) {
        unsigned long bits;
        memcpy(&bits, &a[i], sizeof bits);
        sum = (sum ^ bits) * 1099511628211u;
    }
}

static void copy(double *to, const double *from, int n, double w)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        to[i] = from[i] * w + i;
}

static void update(double *x, int n, double w)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        x[i] = x[i] * w + 1;
}

static void smooth(double (*fresh)[100], double (*old)[100], int rows)
{
#pragma ppar for
    for (int i = 1; i < rows - 1; i++)
        for (int j = 1; j < 99; j++)
            fresh[i][j] = 0.25 * (old[i - 1][j] + old[i + 1][j] + old[i][j - 1] + old[i][j + 1]);
}

static void fill(double *a, int n, double first)
{
    for (int i = 0; i < n; i++)
        a[i] = first + i * 0.5;
}

static void again_and_again(int n)
{
    double *a = NULL, *b = malloc((size_t)n * sizeof *b);
    for (int k = 0; k < 12; k++) {
        a = realloc(a, (size_t)(n + 1000 * k) * sizeof *a);
        fill(a, n, k);
        copy(b, a, n, k);
        add(b, n);
        update(a, n, k);
        add(a, n);
        if (k % 3 == 0) {
            free(b);
            b = calloc((size_t)n, sizeof *b);
            add(b, n);
        }
    }
    free(a);
    free(b);
}

/* The same addresses, other memory. */
static void mapped(void)
{
    size_t size = LARGE * sizeof(double);
    double *a = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    madvise(a, size, MADV_HUGEPAGE);
    for (int k = 0; k < 10; k++) {
        fill(a, LARGE, k);
        copy(in_bss, a, LARGE, 2);
        add(in_bss, LARGE);
        if (k % 2)
            a = mmap(a, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
                     0);
        else
            mmap(a + 10240, size / 4, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        add(a, LARGE);
        mprotect(a, size, PROT_READ);
        copy(in_bss, a, LARGE, 3);
        add(in_bss, LARGE);
        mprotect(a, size, PROT_READ | PROT_WRITE);
    }
    munmap(a, size);
}

/* A child has its own copy, and changes that. */
static void forks(void)
{
    for (int k = 0; k < 6; k++) {
        copy(in_bss, in_bss + LARGE / 2, LARGE / 2, k);
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            memset(in_bss, 1, sizeof in_bss);
            update(in_bss, LARGE, 2);
            _exit(in_bss[3] > 0 ? 7 : 8);
        }
        int status;
        waitpid(child, &status, 0);
        add(in_bss, LARGE);
        update(in_bss, LARGE, 0.5);
        add(in_bss, LARGE);
        printf("child %d, another %d\n", WEXITSTATUS(status), (int)wait(NULL));
    }
}

static void grids(void)
{
    double(*a)[100] = calloc(300, sizeof *a), (*b)[100] = calloc(300, sizeof *b);
    for (int i = 0; i < 300; i++)
        a[i][0] = b[i][0] = i;
    for (int k = 0; k < 50; k++) {
        double(*old)[100] = k % 2 ? b : a, (*fresh)[100] = k % 2 ? a : b;
        smooth(fresh, old, 300 - k);
        old[5][7] = k;
    }
    add(&a[0][0], 30000);
    add(&b[0][0], 30000);
    free(a);
    free(b);
}

int main(void)
{
    setenv("PPAR_STAY", "on", 1);
    setenv("PPAR_GATE", "on", 1); /* where they cannot stay */
    again_and_again(SMALL);
    printf("%lx\n", sum);
    again_and_again(LARGE);
    printf("%lx\n", sum);
    mapped();
    printf("%lx\n", sum);
    forks();
    printf("%lx\n", sum);
    grids();
    printf("%lx\n", sum);
    return 0;
}
