int next(int x);

int next(int x)
{
    static unsigned state = 1;
    state = state * 1103515245 + 12345;
    return x + (int)(state >> 16 & 0xff);
}
