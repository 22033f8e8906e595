/* status: 1 */
/* A float total is rounded in each step, and the loop reads it. */
float b[100], a[100];

float f(void)
{
    float s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        s = (float)(s + b[i]);
        a[i] = s / (float)(i + 1);
    }
    return s;
}
