/* The counter is a member, and the record is assigned. */
double x[200], out[400];
void use(int n);
struct list {
    int n;
    double *at;
} list, empty;

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        list.at[list.n++] = x[i];
        if (x[i] > 9)
            list = empty;
    }
}
