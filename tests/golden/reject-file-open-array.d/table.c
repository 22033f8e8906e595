int table[100];

void set(int i, int v)
{
    table[i] = v;
}
