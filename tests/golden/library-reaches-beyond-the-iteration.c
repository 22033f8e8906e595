/* status: 1 */
/* Functions of the library that change what belongs to all iterations, or to the program. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

char *line;
size_t room;
int data[100], result[100], calls;

static int compare(const void *a, const void *b)
{
    calls++;
    return *(const int *)a - *(const int *)b;
}

void grow(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        FILE *file = fopen("data.txt", "r");
        if (file) {
            result[i] = (int)getline(&line, &room, file);
            fclose(file);
        }
    }
}

void flush(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        result[i] = i;
        fflush(NULL);
    }
}

void sort(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int copy[10];
        for (int k = 0; k < 10; k++)
            copy[k] = data[k];
        qsort(copy, 10, sizeof *copy, compare);
        result[i] = copy[0];
    }
}

int draw(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        srand((unsigned)i);
        result[i] = rand();
    }
    return rand();
}
