/* Lines that end as DOS has them. */
#include <stdio.h>

int main(void)
{
    int a[9];
    for (int i = 0; i < 9; i++)
        a[i] = i * i;
    int s = 0; for (int i = 0; i < 9; i++) s += a[i];
    printf("%d\n", s);
    return 0;
}
