/* Pointers go on; elements are written whole or by members. */
struct item {
    int at;
    double value;
} list[800];
double x[200];

int collect(int count)
{
    struct item *item = list + 2;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        item->value = x[i];
        (*item).at = i;
        item++;
        if (x[i] > 0) {
            item->value = 0;
            item->at = -i;
            item += 1;
        }
    }
    return (int)(item - list);
}
