/* status: 1 */
/* The stride is a member of a struct that is declared, but not defined here: no test in this file
 * can name it. */
struct box;
extern struct box *current;
int stride(void);
int a[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[stride() * i] = 2 * a[stride() * i] + i;
}
