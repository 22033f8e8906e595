/* status: 1 */
/* Rows behind members of records, this one's from the next one's, counting down. */
struct cell {
    int length;
    double *data;
};

void f(struct cell *cell, int n)
{
#pragma ppar for
    for (int i = n - 2; i >= 0; i--)
        cell[i].data[0] = cell[i + 1].data[0];
}
