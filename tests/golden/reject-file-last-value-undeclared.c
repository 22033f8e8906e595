/* status: 1 */
/* 'last' is external, but has no name here. */
void note(int);
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        note(i);
    }
}
