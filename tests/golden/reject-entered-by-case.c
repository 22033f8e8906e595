/* status: 1 */
/* A case label of a switch outside stands in the body. */
int a[100];

void f(int half)
{
    int i = 50;

    switch (half) {
    case 0:
#pragma ppar for
        for (i = 0; i < 100; i++) {
        case 1:
            a[i] = i;
        }
    }
}
