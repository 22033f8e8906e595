/* Where it is written depends on an element of the same array, which the write may change. */
struct list {
    int count, item[8];
};

struct list list[100];

void f(const int *restrict v)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (v[i] > 0)
            list[i].item[list[i].count & 7] = i;
}
