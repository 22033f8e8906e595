long *where;
int twice(int x);

int twice(int x)
{
    ++*where;
    return 2 * x;
}
