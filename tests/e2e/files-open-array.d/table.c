int table[128] = {[100] = 5, [127] = 9};

void set(int i, int v)
{
    table[i] = v;
}
