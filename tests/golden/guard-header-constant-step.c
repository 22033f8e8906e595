/* A step of more than one may lead past the end of the type, and the loop goes on. */
int a[200];

void f(int n)
{
#pragma ppar for
    for (unsigned char i = 0; i < n; i += 7)
        a[i] = i;
}
