/* A large counter is below a negative bound when it is compared as a signed number. */
double a[40000];

void f(unsigned start, int n)
{
#pragma ppar for
    for (unsigned i = start; (int)i < n; i++)
        if (i > 10)
            a[i + 30000u] = a[i + 29999u] + 1;
}
