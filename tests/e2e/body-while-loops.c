/* verdict: proven */
/* while and do loops inside. */
#include "show.h"

int main(void)
{
    int digits[40], sums[40];

    FILL(digits, 40, -1);
    FILL(sums, 40, -1);
#pragma ppar for
    for (int i = 1; i < 39; i++) {
        int x = i * i * i, n = 0, sum = 0;

        do {
            n++;
            x /= 10;
        } while (x > 0);
        x = i * i * i;
        while (x > 0) {
            sum += x % 10;
            x /= 10;
        }
        digits[i] = n;
        sums[i] = sum;
    }
    SHOW("%d", digits, 40);
    SHOW("%d", sums, 40);
    return 0;
}
