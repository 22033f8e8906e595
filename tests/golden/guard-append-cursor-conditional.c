/* A pointer that moves on in some iterations. */
int b[100];

void f(int *p)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (b[i] > 0)
            *p++ = b[i];
}
