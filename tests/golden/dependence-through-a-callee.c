/* status: 1 */
/* The write stands in a function that the body calls. */
int level[100];

static void fill(int *place, int value)
{
    *place = value;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        fill(&level[i + 1], level[i] + 1);
}
