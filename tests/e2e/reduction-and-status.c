/* verdict: proven */
/* The exit status comes from a reduction. */
int main(void)
{
    int sum = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        sum += i * i;
    return sum % 251;
}
