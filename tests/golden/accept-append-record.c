/* An array and its count behind a pointer. */
struct list {
    double *data;
    int count;
};
double x[200];

void collect(struct list *restrict list, int count)
{
    list->data[list->count++] = 0;
#pragma ppar for
    for (int i = 0; i < count; i++)
        list->data[list->count++] = i;
}
