void note(int);
extern int last;
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        note(i);
    }
}
