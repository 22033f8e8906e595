/* Calls that do not keep two parameters apart, or not all of them do, or not all are seen: the loops
 * are guarded. */
#include <stdlib.h>

static double x[200], y[200];
static double m[20][200];
static struct {
    double a[100], b[100];
    double *p, *q;
} s;

static void twice(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void offset(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void rows(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void members(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void loaded(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void by_pointer(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void by_table(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void by_star(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void by_address(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void chosen(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void assigned(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void block(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void by_comma(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void by_integer(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void in_asm(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void in_choice(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void in_statement(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void not_called(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void (*const table[])(double *, double *, int) = {by_table, by_table};

/* Others can call it. */
void open(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

/* It moves one of the two itself. */
static void moved(double *a, double *b, int n)
{
    if (n > 50)
        b = a + 1;
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

/* The call further in gives the same twice. */
static void deeper(double *a, double *b, int n)
{
    if (n > 50)
        deeper(a, a, n - 1);
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

/* What the callers of the caller give is the same. */
static void innermost(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void between(double *p, double *q, int n)
{
    innermost(p, q, n);
}

/* The caller moves its parameter. */
static void after_move(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void moving(double *p, double *q, int n)
{
    p = q + 1;
    after_move(p, q, n);
}

/* A call in the extent of an array, and in a clause. */
static int in_extent(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
    return 3;
}

static int in_clause(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
    return 3;
}

/* The array that is written may be what the parameter is. */
static void global(double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        x[i] = b[i] + b[i - 1];
}

void f(int n)
{
    double *h = malloc(800);
    if (!h)
        return;
    open(x, y, 100);
    twice(x, y, 100);
    twice(y, y, 100);
    offset(x, x + 100, 100);
    rows(m[3], m[4], 100);
    members(s.a, s.b, 100);
    loaded(s.p, s.q, 100);
    by_pointer(x, y, 100);
    void (*f)(double *, double *, int) = by_pointer;
    f(x, x, 100);
    by_table(x, y, 100);
    table[n & 1](x, x, 100);
    by_star(x, y, 100);
    (*by_star)(x, x, 100);
    (**by_star)(y, y, 100);
    by_address(x, y, 100);
    (&by_address)(x, x, 100);
    chosen(n ? x : y, y, 100);
    double *p = x;
    if (n)
        p = y;
    assigned(p, y, 100);
    block(h, h + 50, 50);
    by_comma((n++, x), y, 100);
    by_integer((double *)(long)n, y, 100);
    in_asm(x, y, 100);
    __asm__("" : : "r"((in_asm(x, x, 100), 0)));
    in_choice(x, y, 100);
    _Generic(n, int: in_choice)(x, x, 100);
    in_statement(x, y, 100);
    ({ in_statement(x, x, 100); });
    moved(x, y, 100);
    deeper(x, y, 100);
    between(x, y, 100);
    between(y, y, 100);
    moving(x, y, 100);
    in_extent(x, y, 100);
    int extent[in_extent(x, x, 100)];
    in_clause(x, y, 100);
#pragma ppar for workers(in_clause(x, x, 100))
    for (int i = 0; i < 100; i++)
        y[i] = i;
    global(y, 100);
    global(x + 1, 100);
}
