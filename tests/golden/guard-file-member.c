struct box {
    int pad, n;
};
extern struct box *current;
int stride(void);
int a[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[stride() * i] = 2 * a[stride() * i] + i;
}
