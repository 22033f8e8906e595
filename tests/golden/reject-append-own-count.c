/* The counter is an element of the array. */
double x[200], out[400];
void use(int n);
int all[200];
void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        all[all[0]++] = i;
    }
}
