int last;

void note(int i)
{
    last = i;
}
