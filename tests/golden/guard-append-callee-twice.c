/* A function appends once, and another one twice. */
struct list {
    double *data;
    int count;
};
double x[200];

static void push(struct list *list, double value)
{
    list->data[list->count] = value;
    list->count++;
}

static inline void push_twice(struct list *list, double value)
{
    list->data[list->count++] = value;
    push(list, -value);
}

void collect(struct list *restrict all, int count)
{
    all->count += 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        push(all, i);
        if (i % 3)
            push_twice(all, x[i]);
    }
}
