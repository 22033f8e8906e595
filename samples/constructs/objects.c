/* Pickled results, lists of strings from mclapply: results that own memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *spelled(int n)
{
    static const char *const digits[] = {"zero", "one", "two",   "three", "four",
                                         "five", "six", "seven", "eight", "nine"};
    char text[64] = "";
    for (int power = 100; power > 0; power /= 10) {
        strcat(text, digits[n / power % 10]);
        if (power > 1)
            strcat(text, " ");
    }
    return strdup(text);
}

int main(void)
{
    static char *name[1000];
#pragma ppar pack(char * : string)
#pragma ppar for
    for (int i = 0; i < 1000; i++)
        name[i] = spelled(i);
    printf("%s; %s; %s\n", name[7], name[42], name[999]);
    for (int i = 0; i < 1000; i++)
        free(name[i]);
    return 0;
}
