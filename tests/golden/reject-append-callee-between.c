/* A function that is called between write and increment appends, too. */
struct item {
    int a;
} list[400];
int n;

static void extra(int i)
{
    list[n].a = -i;
    n++;
}

void collect(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        list[n].a = i;
        if (i % 3)
            extra(i);
        n++;
    }
}
