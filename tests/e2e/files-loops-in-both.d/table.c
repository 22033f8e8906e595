int square(int);
int table[300];

void fill(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        table[i] = square(i) - 3 * i;
}
