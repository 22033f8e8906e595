/* status: 1 */
/* The buffer is filled in some branches, and read behind all. */
void fill(double *p);
double a[100], s[100], buf[4];
int c[100];
void f(void)
{
#pragma ppar for out(buf)
    for (int i = 0; i < 100; i++) {
        switch (c[i]) {
        case 0: fill(buf); break;
        case 1: goto next;
        default: fill(buf);
        }
        s[i] = buf[1];
    next:;
    }
}
