/* The loop inside starts from a large number, which is compared as a negative one. */
double a[40000];

void f(unsigned start, int n)
{
#pragma ppar for
    for (int k = 0; k < 10; k++)
        for (unsigned i = start; (int)i < n; i++)
            if (i > 10)
                a[i + 30000u] = a[i + 29999u] + k;
}
