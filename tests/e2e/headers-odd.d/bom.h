static void bom(int *a, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] += __LINE__;
}