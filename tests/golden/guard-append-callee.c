/* A function appends to two lists, whose arrays may overlap. */
struct list {
    double *data;
    int count;
};
struct list evens, odds;
double x[200];

static void push(struct list *list, double value)
{
    list->data[list->count] = value;
    list->count++;
}

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (i % 2)
            push(&odds, x[i]);
        else
            push(&evens, x[i]);
}
