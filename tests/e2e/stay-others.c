/* flags: -O2 -lm */
/*
 * Memory that is not the program's alone, or not as it was: workers that stay neither write to it
 * nor count on it.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

enum { PAGE = 4096, N = 512 };

static double out[N], sum;

static void add(const double *a, int n)
{
    for (int i = 0; i < n; i++)
        sum = sum * 0.99 + a[i];
}

static double work(double q)
{
    for (int k = 0; k < 200; k++)
        q = q * 0.99 + k;
    return q;
}

static void copy(const double *from, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        out[i] = work(from[i]);
    add(out, n);
}

static void update(double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        x[i] = work(x[i]) * 0.5 + work(i);
    add(x, n);
}

/* All processes have the same memory. */
static void shared(void)
{
    double *x =
        mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int k = 0; k < 30; k++)
        update(x, N);
    munmap(x, PAGE);
}

/* Where there was a file there is memory, and there is a file again. */
static void in_turn(void)
{
    FILE *file = tmpfile();
    if (!file || ftruncate(fileno(file), PAGE) != 0)
        exit(1);
    double *p = mmap(NULL, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (int k = 0; k < 5; k++) {
        mmap(p, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fileno(file), 0);
        for (int i = 0; i < N; i++)
            p[i] = k * 100 + i;
        copy(p, N);
        mmap(p, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        for (int i = 0; i < N; i++)
            p[i] = -7;
        copy(p, N);
        update(p, N);
        double kept[N];
        if (pread(fileno(file), kept, sizeof kept, 0) != sizeof kept)
            exit(1);
        add(kept, N);
        printf("%g %g\n", kept[0], kept[N - 1]);
    }
    munmap(p, PAGE);
    fclose(file);
}

/* A variable that cannot be written. */
static struct {
    int value;
    char room[PAGE - sizeof(int)];
} scale __attribute__((aligned(PAGE))) = {3, {0}};

static void read_only(int first)
{
    scale.value += 4;
    if (first)
        mprotect(&scale, PAGE, PROT_READ);
    for (int k = 0; k < 10; k++) {
#pragma ppar for
        for (int i = 0; i < N; i++)
            out[i] = i * scale.value + k;
        add(out, N);
        if (k == 5)
            mprotect(&scale, PAGE, PROT_READ);
    }
    mprotect(&scale, PAGE, PROT_READ | PROT_WRITE);
}

/* More constants than workers are told from each other by. */
static void constants(double k)
{
    const double table[200] = {k, k + 1, k + 2, [150] = k * 3};
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = table[i % 200] * 2 + i;
    add(out, N);
}

/* A stack of the program's own, with an array on it that is left again. */
static ucontext_t outside, inside;

static void on_stack(int k)
{
    double a[20000], b[20000];
    for (int i = 0; i < 20000; i++)
        b[i] = k + i;
#pragma ppar for
    for (int i = 0; i < 20000; i++)
        a[i] = b[i] * 2 + i;
    add(a, 20000);
}

static void deeper(int depth, int k)
{
    volatile char room[3000];
    double tmp[16];
    room[depth] = (char)k;
    if (depth > 0) {
        deeper(depth - 1, k);
        return;
    }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < 16; j++)
            tmp[j] = i * j + k;
        out[i] = work(tmp[i % 16] + tmp[(i + 3) % 16]);
    }
    add(out, N);
}

static void coroutine(void)
{
    for (int k = 0; k < 20; k++) {
        if (k % 5 == 0)
            on_stack(k);
        deeper(20, k);
    }
}

static void on_own_stack(void)
{
    size_t size = 1 << 20;
    void *stack = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    getcontext(&inside);
    inside.uc_stack.ss_sp = stack;
    inside.uc_stack.ss_size = size;
    inside.uc_link = &outside;
    makecontext(&inside, coroutine, 0);
    swapcontext(&outside, &inside);
    munmap(stack, size);
}

/* A handler's value is not undone. */
int gain;
static volatile sig_atomic_t ticks;

static void tick(int number)
{
    (void)number;
    gain = 7;
    ticks++;
}

static void handled(void)
{
    signal(SIGALRM, tick);
    for (int k = 0; k < 5; k++) {
        gain = 1;
        ticks = 0;
        ualarm(1000, 0);
#pragma ppar for
        for (int i = 0; i < N; i++) {
            double q = i;
            for (int n = 0; n < 100; n++)
                q = work(q);
            out[i] = q + gain * 0;
        }
        while (!ticks)
            continue;
        printf("%d\n", gain);
    }
    add(out, N);
}

int main(void)
{
    setenv("PPAR_STAY", "on", 1);
    setenv("PPAR_GATE", "on", 1); /* where they cannot stay */
    shared();
    printf("shared %.17g\n", sum);
    in_turn();
    printf("in turn %.17g\n", sum);
    read_only(0);
    read_only(1);
    printf("read only %.17g\n", sum);
    for (int k = 0; k < 20; k++)
        constants(k);
    printf("constants %.17g\n", sum);
    on_own_stack();
    printf("own stack %.17g\n", sum);
    handled();
    printf("handled %.17g\n", sum);
    return 0;
}
