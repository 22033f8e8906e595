/* 1 only if both hold; else the one before is read. */
void f(int n, int x, int y, int *restrict a)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = a[i - 1 + (x > 0 && y > 0)] + 1;
}
