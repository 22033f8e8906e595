/* status: 1 */
/* A switch around the loop may begin in the middle of an iteration. */
int a[100];

void f(int k)
{
    switch (k) {
#pragma ppar for
        for (int i = 0; i < 100; i++) {
        case 1:
            a[i] = i;
        }
    }
}
