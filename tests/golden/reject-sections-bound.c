/* status: 1 */
/* What the clauses say holds for the body, not for the loop's bound. */
int limit(void);
double a[100];

void f(void)
{
#pragma ppar for out(a[i])
    for (int i = 0; i < limit(); i++)
        a[i] = i;
}
