long sum;

void add(int x)
{
    sum += x;
}
