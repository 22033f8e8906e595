/* Elements are written member by member. */
struct item {
    char kind;
    double value;
    int at[2];
} list[400];
double x[200];
unsigned long n;

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        list[n].kind = 'a';
        list[n].at[1] = i;
        if (x[i] > 0)
            list[n].kind = 'b';
        list[n].at[0] = -i;
        list[n].value = x[i];
        n++;
    }
}
