/* status: 1 */
/* The member behind the string is carried. */
#include <stdio.h>

static struct {
    char name[8];
    char flag;
} s;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        sprintf(s.name, "%d", i);
        a[i] = s.flag;
        s.flag = (char)i;
    }
}
