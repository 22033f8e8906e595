/* Braces are put around a body without them; what stands on the same line stays there. */
int a[100], b[100];

void f(int n)
{
    if (n > 10)
#pragma ppar for
        for (int i = 0; i < n; i++) /* a comment */
            if (b[i])
                a[i] = 1;
            else
                a[i] = 2; /* another one */
    else
        a[0] = 3;
}
