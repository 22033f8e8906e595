/* status: 1 */
/* What is compared is not what is kept in the end. */
int best = -1;
int where;

void f(const int *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > best) {
            best = v[i];
            where = i;
            best = 0;
        }
}
