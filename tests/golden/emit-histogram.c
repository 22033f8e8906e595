/* An array of counters is one reduction. */
int histogram[256];

void f(const unsigned char *restrict text, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        histogram[text[i]]++;
}
