/* verdict: guarded */
/* Pointers that overlap in some calls and not in others: in front, behind, by one byte, in place,
 * inside of each other, with gaps, counting down. */
#include <stdio.h>
#include <string.h>

static double memory[400];

static void set_up(void)
{
    for (int k = 0; k < 400; k++)
        memory[k] = k;
}

static void show(const char *what)
{
    double sum = 0;
    for (int k = 0; k < 400; k++)
        sum = sum * 0.999 + memory[k];
    printf("%s %a\n", what, sum);
}

static void map(double *to, const double *from, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        to[i] = 2 * from[i] + 1;
}

static void map_down(double *to, const double *from, int n)
{
#pragma ppar for
    for (int i = n - 1; i >= 0; i--)
        to[i] = 2 * from[i] + 1;
}

static void stretch(double *to, const double *from, int n, int step)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int k = 0; k < 3; k++)
            to[i] += from[i * step + k];
}

static void add_bytes(unsigned char *to, const unsigned char *from, int *count)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        to[i] = (unsigned char)(from[99 - i] + 1);
        *count += to[i] > 100;
    }
}

int main(void)
{
    static const int offsets[] = {0, 1, -1, 50, 49, -50, -49, 99, 100, 101, -100, -99};
    for (size_t k = 0; k < sizeof offsets / sizeof *offsets; k++) {
        set_up();
        map(memory + 150 + offsets[k], memory + 150, 50);
        show("map");
        set_up();
        map_down(memory + 150 + offsets[k], memory + 150, 50);
        show("map down");
        set_up();
        stretch(memory + 150 + offsets[k], memory + 150, 40, k % 3);
        show("stretch");
        set_up();
        stretch(memory + 150 + offsets[k], memory + 150, 40, -(int)(k % 3));
        show("stretch back");
        unsigned char bytes[400];
        union {
            int number;
            unsigned char bytes[120];
        } both;
        memset(bytes, 90, sizeof bytes);
        memset(&both, 0, sizeof both);
        add_bytes(bytes + 150 + offsets[k], bytes + 150, &both.number);
        printf("%d %d\n", both.number, bytes[200]);
        both.number = 7;
        add_bytes(both.bytes + k, bytes, &both.number);
        printf("%d\n", both.number);
    }
    return 0;
}
