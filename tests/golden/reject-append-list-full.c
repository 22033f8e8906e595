/* A function looks whether there is room. */
struct list {
    double *data;
    int count;
};
struct list evens, odds;
double x[200];

static void push(struct list *list, double value)
{
    if (list->count < 100)
        list->data[list->count++] = value;
}

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        push(&evens, x[i]);
}
