static inline void fill(int *a)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = i;
}
