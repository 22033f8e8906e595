/* status: 1 */
char *p;
double d;
int a[10];

void f(void)
{
#pragma ppar for reduction(+ : p) reduction(& : d)
    for (int i = 0; i < 10; i++) {
        p += a[i];
        d += a[i];
    }
}
