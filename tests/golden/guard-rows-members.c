/* Rows behind members of records, and a condition. */
struct cell {
    int length;
    double *data;
};

void f(struct cell *cell, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 8; j++)
            if (j < cell[i].length)
                cell[i].data[j] = 0;
}
