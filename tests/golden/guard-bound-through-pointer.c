/* The bound lies behind a pointer that may point into the output. */
int a[100];

void f(int *n)
{
#pragma ppar for
    for (int i = 0; i < *n; i++)
        a[i] = 1;
}
