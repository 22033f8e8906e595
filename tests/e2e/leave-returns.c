/* Returns from loops and switches inside the body, of numbers of several types, in recursion. */
#include <stdio.h>
#include <stdlib.h>
#include <math.h>
#include <unistd.h>

enum color { RED, GREEN, BLUE };

static enum color where(const int *x, int n, int key)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        switch (x[i]) {
        case 5:
            if (key == 5)
                return GREEN;
            break;
        case 9:
            return BLUE;
        default:
            for (int k = 0; k < 10; k++) {
                if (x[i] == key + k)
                    return RED;
                if (k == 4)
                    break;
            }
        }
    }
    return key == 1 ? RED : BLUE;
}

static double ratio(const double *x, int n, double least)
{
    double total = 0;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (x[i] > least)
            return printf("found at %d\n", i), x[i] / 3;
        total += x[i];
    }
    return total;
}

static char global[64];

static void fill(int n, int stop)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        global[i % 64] = 'a' + i % 26;
        if (i == stop)
            return;
    }
    printf("all filled\n");
}

static unsigned char narrow(int n, long big)
{
#pragma ppar for
    for (unsigned char i = 3; i < n; i += 5)
        if (i > 100)
            return big;
    return 7;
}

static int depth(int level, int n)
{
    int s = 0;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (i * level == 12)
            return i + (level > 0 ? depth(level - 1, n) : 0);
        s += i;
    }
    return s;
}

int main(void)
{
    int x[300];
    double y[300];
    for (int i = 0; i < 300; i++) {
        x[i] = 1000 + i;
        y[i] = sqrt(i);
    }
    x[222] = 5;
    x[250] = 9;
    printf("%d %d %d\n", where(x, 300, 5), where(x, 300, 6), where(x, 300, 1170));
    printf("%d\n", where(x, 200, 1));
    printf("%.17g\n", ratio(y, 300, 15.5));
    printf("%.17g\n", ratio(y, 300, 155));
    fill(64, 70);
    fill(64, 10);
    printf("%.64s\n", global);
    printf("%d %d\n", narrow(250, 0x1ff), narrow(90, 0x1ff));
    printf("%d\n", depth(4, 20));
    return 0;
}
