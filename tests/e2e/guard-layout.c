/* verdict: guarded */
/* Rows that stay within their pitch in some calls and not in others; strides of 0. */
#include <stdio.h>

enum { N = 4000 };

static unsigned a[N];

static void set_up(void)
{
    for (int k = 0; k < N; k++)
        a[k] = (unsigned)k % 13;
}

static void show(const char *what, int value)
{
    unsigned sum = 0;
    for (int k = 0; k < N; k++)
        sum = sum * 31 + a[k];
    printf("%s %d %u\n", what, value, sum);
}

static void rows(unsigned *p, int h, int pitch, int used)
{
#pragma ppar for
    for (int y = 0; y < h; y++)
        for (int x = 0; x < used; x++)
            p[y * pitch + x] = 2 * p[y * pitch + x] + (unsigned)y;
}

static void boxes(unsigned *p, int d, int h, int w, int rows_used, int columns_used)
{
#pragma ppar for
    for (int z = 0; z < d; z++)
        for (int y = 0; y < rows_used; y++)
            for (int x = 0; x < columns_used; x++)
                p[(z * h + y) * w + x] += p[(z * h + y) * w] + (unsigned)x;
}

static void strided(unsigned *p, int n, int stride)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        p[stride * i] = 3 * p[stride * i] + (unsigned)i;
}

int main(void)
{
    for (int used = -1; used < 26; used += 3) {
        set_up();
        rows(a, 20, 20, used);
        show("rows", used);
        set_up();
        boxes(a, 5, 10, 20, used / 2, used);
        show("boxes", used);
    }
    for (int stride = -3; stride < 4; stride++) {
        set_up();
        strided(a + N / 2, 100, stride);
        show("strided", stride);
    }
    rows(a, 20, 0, 1);
    rows(a, 20, -20, 0);
    show("end", 0);
    return 0;
}
