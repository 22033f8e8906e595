/* The scalar is read after the loop, and written in some iterations only. */
int a[100], b[100];

int f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (b[i] > 0) {
            x = b[i];
            a[i] = x + b[i] / 2;
        }
    return x;
}
