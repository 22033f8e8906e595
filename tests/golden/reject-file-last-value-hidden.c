/* status: 1 */
/* 'last' is another variable here than there. */
void note(int);
int a[100];
static int last;

int get(void)
{
    return last;
}

void f(void)
{
    last = 7;
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        note(i);
    }
}
