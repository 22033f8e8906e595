/* verdict: proven */
/* Both files have loops, and each loop calls the other file. */
#include <stdio.h>
void fill(int);
int square(int);
extern int table[];
int copy[300];

int square(int x)
{
    return x * x;
}

int main(void)
{
    fill(300);
#pragma ppar for
    for (int i = 0; i < 300; i++)
        copy[i] = table[299 - i] + square(i);
    for (int i = 0; i < 300; i += 7)
        printf("%d %d\n", table[i], copy[i]);
    return 0;
}
