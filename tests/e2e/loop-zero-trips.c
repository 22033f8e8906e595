/* verdict: proven */
/* No iteration: nothing is written, not even by a reduction or a last value. */
#include "show.h"

static int nothing(int n)
{
    int a[5] = {-1, -1, -1, -1, -1};
    int sum = 10, largest = -5, last = 42;

#pragma ppar for
    for (int i = 0; i < n; i++) {
        a[i] = i;
        sum += i;
        if (i > largest)
            largest = i;
        last = i;
    }
    SHOW("%d", a, 5);
    printf("%d %d %d\n", sum, largest, last);
    return sum;
}

int main(void)
{
    nothing(0);
    nothing(-3);
    nothing(1);
    nothing(5);
    return 0;
}
