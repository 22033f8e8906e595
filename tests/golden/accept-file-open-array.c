extern int table[];
void set(int, int);

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        set(i, 3 * i);
    table[0]++;
}
