/* verdict: proven */
/* Old code in three files: static buffers of one name, a variable that both sides know, sums. */
#include <stdio.h>
double simulate(double, int);
void note(int);
void add(double);
extern int last;
extern double total;
static double buffer[8];
static double result[200];

static double prepare(int i)
{
    for (int k = 0; k < 8; k++)
        buffer[k] = i - 3 * k;
    return buffer[i & 7];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 200; i++) {
        double value = simulate(prepare(i), i);
        result[i] = value;
        note(i);
        add(value / 7);
    }
    double sum = 0;
    for (int i = 0; i < 200; i++)
        sum = 0.9 * sum + result[i];
    printf("%.17g %.17g %d\n", sum, total, last);
    return last & 63;
}
