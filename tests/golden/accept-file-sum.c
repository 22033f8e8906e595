void add(int);
extern long sum;

void f(const int *x)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        add(i * i);
}
