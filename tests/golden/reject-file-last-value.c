/* status: 1 */
/* 'last' has no name here, so its value cannot be brought home. */
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
