/* status: 1 */
/* flags: -include pragma-in-a-header-or-a-macro.h */
/* A header that no line of a file includes, and a macro that is not an annotation alone. */
#define TIMES(n) _Pragma("ppar for") for (int i = 0; i < n; i++)

int a[100];

void f(void)
{
    TIMES(100)
        a[i] = i;
}
