/* What is written is larger than an element. */
double x[200], out[400];
void use(int n);
int words[200];
void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        *(long *)&words[n] = i;
        n++;
    }
    use(n);
}
