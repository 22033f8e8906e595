/* status: 1 */
/* The companion is an element that depends on the iteration. */
double best = -1;
int place[100];

void f(const double *v)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (v[i] > best) {
            best = v[i];
            place[i / 10] = i;
        }
}
