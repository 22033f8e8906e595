static void crlf(int *a, int n)
{
#pragma ppar for schedule(static) \
    workers(2)
    for (int i = 0; i < n; i++)
        a[i] += __LINE__;
}
