/* status: 1 */
/* The callee fills more than its share of the row. */
int v[100];

static void add(int *row, int width)
{
    for (int k = 0; k < width; k++)
        row[k] = 2 * row[k] + k;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 19; i++)
        add(&v[5 * i], 6);
}
