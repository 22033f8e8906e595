/* A function writes to one list and counts in another, and then the other way round. */
struct list {
    double *data;
    int count;
};
struct list evens, odds;
double x[200];

static void push(struct list *list, struct list *other, double value)
{
    list->data[list->count] = value;
    list = other;
    list->count++;
}

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        push(&evens, &odds, x[i]);
        push(&odds, &evens, x[i]);
    }
}
