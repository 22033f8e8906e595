/* The record may be none. */
struct list {
    double *data;
    int count;
};
double x[200];

void collect(struct list *list, int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (x[i] > 0)
            list->data[list->count++] = i;
}
