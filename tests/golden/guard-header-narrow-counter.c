/* Behind 127 the counter is -128, which is no less than an unsigned bound: the loop ends. */
int a[200];

void f(unsigned n)
{
#pragma ppar for
    for (signed char i = 1; i < n; i++)
        a[i] = i;
}
