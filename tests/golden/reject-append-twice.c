/* The two members of an element are counted one by one. */
double x[200], out[400];
void use(int n);
struct pair {
    int a, b;
} pairs[200];

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        pairs[n].a = i;
        n++;
        pairs[n].b = i;
        n++;
    }
    use(n);
}
