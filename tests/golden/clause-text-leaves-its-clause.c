/* status: 1 */
/* Texts that would be another program if they were pasted into one. */
int a[10], n;

void f(void)
{
#pragma ppar for if (1)) { evil(); } for (;;1)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers(2 // )
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers(2; n = 1)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers(2 # 3) if (%:define)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for name("a) workers(1)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers({ 2 }) if (return)
    for (int i = 0; i < 10; i++)
        a[i] = i;
#pragma ppar for workers(1 /* ) if (2 */ ) if (1 \
    \
    && 1 /*
    */ )
    for (int i = 0; i < 10; i++)
        a[i] = i;
}
