/* A pointer that moves on with each iteration. */
void f(int *p, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        *p++ = i;
}
