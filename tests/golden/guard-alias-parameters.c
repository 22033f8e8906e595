/* Two pointer parameters may point into one array. */
void f(const int *p, int *q, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = p[i] + 1;
}
