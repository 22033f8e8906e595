/* A function leaves before it counts. */
struct list {
    double *data;
    int count;
};
struct list evens, odds;
double x[200];

static void push(struct list *list, double value)
{
    list->data[list->count] = value;
    if (value < 0)
        return;
    list->count++;
}

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        push(&evens, x[i]);
}
