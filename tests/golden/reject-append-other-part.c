/* Two kinds of elements have different members. */
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
        if (x[i] > 0) {
            list[n].a = x[i];
            list[n].b = i;
            n++;
        } else {
            list[n].a = x[i];
            n++;
        }
    }
    use(n);
}
