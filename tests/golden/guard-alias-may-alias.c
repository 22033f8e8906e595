/* The attribute says that the type may alias any other. */
typedef int any_int __attribute__((may_alias));

void f(any_int *p, float *q)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        p[i + 1] = p[i + 1] + 1;
        q[i] = q[i] + (float)i;
    }
}
