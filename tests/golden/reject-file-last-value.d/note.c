static int last;

void note(int i)
{
    last = i;
}

int get(void)
{
    return last;
}
