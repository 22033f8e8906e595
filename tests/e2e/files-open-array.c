/* verdict: proven */
/* Only the other file knows how long the array is. */
#include <stdio.h>
extern int table[];
void set(int, int);

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        set(i, 3 * i);
    long sum = 0;
    for (int i = 0; i < 128; i++)
        sum = 31 * sum % 1000003 + table[i];
    printf("%ld\n", sum);
    return 0;
}
