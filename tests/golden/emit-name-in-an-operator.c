/* A string inside of _Pragma's string. */
int a[100];

void f(int n)
{
    _Pragma("ppar for name(\"the \\\"big\\\" one\") if (n > 1000)")
    for (int i = 0; i < 100; i++)
        a[i] = i;
}
