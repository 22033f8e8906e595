/* status: 1 */
/* flags: -DKIND=static */
/* Macros where a word of ppcc's is expected, and those that cannot be one. */
#define CHUNKS dynamic, 4
#define TWO_CHUNKS schedule(CHUNKS) workers(THREADS)
#define THREADS 2
#define OPERATOR +
#define CALL(x) schedule(x)
#if 1
#define TWICE static
#else
#define TWICE dynamic
#endif
#define DIFFERS static
#undef DIFFERS
#define DIFFERS dynamic
#define PLAIN _Pragma("ppar for")
#define MORE PLAIN PLAIN
#define TWO_THINGS _Pragma("ppar for") i = 0;
#define PASSED(x) _Pragma(#x)
#define PASSED_ON(x) PASSED(x)
#define OTHER(x) PASSED(GCC x)
#define HIDDEN(x) PASSED(ppar for x)
#define LOOPS(...) PPAR_FOR(__VA_ARGS__)
#define NOT_ALONE(n) PPAR_FOR(workers(n))

long words(int *restrict a, int n)
{
    long s = 0;
#pragma ppar for TWO_CHUNKS
    for (int i = 0; i < n; i++)
        a[i] = i;
#pragma ppar for schedule(KIND) reduction(OPERATOR : s)
    for (int i = 0; i < n; i++)
        s += a[i];
#pragma ppar for schedule(TWICE)
    for (int i = 0; i < n; i++)
        a[i] = 2 * i;
#pragma ppar for schedule(DIFFERS)
    for (int i = 0; i < n; i++)
        a[i] = 3 * i;
#pragma ppar for CALL(static)
    for (int i = 0; i < n; i++)
        a[i] = 4 * i;
    PASSED_ON(ppar for)
    for (int i = 0; i < n; i++)
        a[i] = a[i / 3];
    LOOPS(workers(2))
    for (int i = 0; i < n; i++)
        a[i] = a[i / 4];
    OTHER(ivdep)
    for (int i = 0; i < n; i++)
        a[i] = a[i / 5];
    PLAIN
    for (int i = 0; i < n; i++)
        a[i] = a[i / 2];
    return s;
}
