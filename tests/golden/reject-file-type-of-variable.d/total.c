double total;

double get(void)
{
    return total;
}
