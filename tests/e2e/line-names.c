/* What #line says holds around translated loops, too, and for what they print. */
#include <stdio.h>

int main(void)
{
    static double a[100], b[100];
    int lines[8] = {0};
    printf("%s %d\n", __FILE__, __LINE__);
#line 100 "model.y"
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = i + __LINE__;
    printf("%s %d %g\n", __FILE__, __LINE__, a[4]);
#define HERE 500
#line HERE "other.y"
#pragma ppar for
    for (int i = 0; i < 100; i++)
        b[i] = a[i] * __LINE__;
    printf("%s %d %g\n", __FILE__, __LINE__, b[4]);
#if 0
#line 7 "never.y"
#endif
#pragma ppar for
    for (int i = 0; i < 8; i++)
        lines[i] = __LINE__;
#line 3
    printf("%s %d %d\n", __FILE__, __LINE__, lines[7]);
    return 0;
}
