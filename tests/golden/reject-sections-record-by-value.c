/* status: 1 */
/* The call gets a record with a pointer to a variable of the body's. */
struct ctx { int *k; int n; };
void step(struct ctx c);
double a[100];
void f(void)
{
#pragma ppar for in(a[0])
    for (int i = 1; i < 100; i++) {
        int k = i;
        struct ctx c = {&k, 1};
        step(c);
        a[k] += 1;
    }
}
