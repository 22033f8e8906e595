/* status: 1 */
/* The counter says where the value goes. */
int count[4], bucket[4][100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int k = b[i] & 3;

        bucket[k][count[k]] = i;
        count[k]++;
    }
}
