/* status: 0 */
/* A function that returns a struct. */
struct result {
    double value;
    int steps;
} r[100];

static struct result run(int i)
{
    struct result result = {0.0, 0};

    while (result.value < i) {
        result.value += 0.7;
        result.steps++;
    }
    return result;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        r[i] = run(i);
}
