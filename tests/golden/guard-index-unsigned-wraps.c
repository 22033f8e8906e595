/* The unsigned offset wraps to -1. */
int a[100];

void f(void)
{
    unsigned back = 4294967295u;

#pragma ppar for
    for (unsigned i = 1; i < 100; i++)
        a[i] = a[i + back] + 1;
}
