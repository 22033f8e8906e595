extern int value[];
static int *start = value;

void put(int i, int v)
{
    start[i] = v;
}
