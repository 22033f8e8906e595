/* The doubles are in the box, of which this file knows nothing. */
struct box;
void fill(struct box *, int, double);
double *inside(struct box *);

void f(struct box *box)
{
    double *x = inside(box);
#pragma ppar for
    for (int i = 0; i < 99; i++)
        fill(box, i + 1, x[i]);
}
