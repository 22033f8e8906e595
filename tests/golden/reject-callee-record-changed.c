struct input {
    double *values;
    int count;
};

static struct input current;
static double out[100];

/* The copy keeps what the original does not. */
static double look(struct input in, double *other, int i)
{
    current.values = other;
    in.values[0] += i;
    return in.values[0];
}

void run(double *a, double *b);
void run(double *a, double *b)
{
    current.values = a;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = look(current, b, i);
}
