/* One index goes through the elements of three loops. */
double a[7][100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 7; i++) {
        int at = i * 100;
        for (int x = 0; x < 4; x++)
            for (int y = 5; y > 0; y--)
                for (int z = 0; z < 10; z += 2)
                    (&a[0][0])[at++] += x + y + z;
    }
}
