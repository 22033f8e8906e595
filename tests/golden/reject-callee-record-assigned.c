struct input {
    double *values;
    int count;
};

static double out[100];

/* The copy goes its own way. */
static double look(struct input in, int i)
{
    in.values = in.values + 1;
    in.values[i] = i;
    return in.values[i - 1];
}

void run(struct input in);
void run(struct input in)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = look(in, i);
}
