/* No loop of these. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int a[50] = {1};
    for (int i = 1; i < 50; i++)
        a[i] = a[i - 1] + 1;
    for (int i = 0; i < 50; i++)
        a[i] += rand();
    for (int i = 0, j = 3; i < j; i++)
        a[i]++;
    for (int i = 0; a[i]; i++)
        a[i] = 0;
    for (float x = 0; x < 3; x++)
        a[(int)x] = 1;
    printf("%d\n", a[2]);
    return 0;
}
