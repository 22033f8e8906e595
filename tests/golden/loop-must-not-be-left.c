/* status: 1 */
/* Ways out of the body that are none for workers. */
#define STOP return -1
int a[100], b[100];
typedef int number(int);

int f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = b[i];
        if (b[i] == 1)
            break;
        if (b[i] == 2)
            return i;
        if (b[i] == 3)
            goto out;
        if (b[i] == 4)
            goto next;
        if (b[i] == 5)
            STOP;
        a[i] += ({
            if (b[i] == 6)
                break;
            1;
        });
    next:
        while (b[i] == 5)
            break;
    }
out:
    return 0;
}

int (*g(number *p, number *q))(int)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (a[i] > b[i])
            return q;
    return p;
}

int h(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 10; j++) {
            if (b[i] == j)
                break;
            if (b[i] == j + 1)
                return j;
        }
#pragma ppar for
    for (int i = 0; i < 10; i++)
#pragma ppar for
        for (int j = 0; j < 10; j++)
            if (b[i] == j)
                return j;
    return 0;
}
