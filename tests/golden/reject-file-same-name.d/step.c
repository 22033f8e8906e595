static int last;

int step(int i)
{
    int before = last;
    last = i;
    return before;
}
