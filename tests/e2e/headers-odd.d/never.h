#ifdef NEVER
static void nev(int *a, int n) {
#pragma ppar for
    for (int i = 1; i < n; i++) a[i] += a[i-1];
}
#endif
/* an unfinished \
comment */ static int never_line = __LINE__;
