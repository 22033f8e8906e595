/* One member is not always written. */
double x[200], out[400];
void use(int n);
struct item {
    double a;
    long b;
} list[200];

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        list[n].a = x[i];
        if (x[i] > 0)
            list[n].b = i;
        n++;
    }
    use(n);
}
