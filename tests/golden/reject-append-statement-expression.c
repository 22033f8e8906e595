/* The statement is left when the counter may have advanced. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = ({
            if (x[i] > 0)
                continue;
            x[i];
        });
    }
    use(n);
}
