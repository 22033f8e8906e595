/* A macro looks like a word, and is an expression. */
#define LENGTH n + m
#define FEW n > 1 ? n : m
#define STEP 1 + 1
unsigned n, m;
int a[100];

void f(void)
{
#pragma ppar for workers(FEW) if (FEW) schedule(static, LENGTH)
    for (long i = 0; i < LENGTH; i += STEP)
        a[i] = 1;
}
