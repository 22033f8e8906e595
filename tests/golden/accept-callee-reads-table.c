/* status: 0 */
/* A function that reads globals that nobody writes in the loop. */
static double table[100];
double a[100];

static double look_up(int i)
{
    return table[(i * 7) % 100];
}

void f(void)
{
    for (int i = 0; i < 100; i++)
        table[i] = i;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = look_up(i);
}
