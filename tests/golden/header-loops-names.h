#pragma once
#define JOINED(a, b) a##_##b
#define NAMED(a, b) JOINED(a, b)

static void names_first(int *a)
{
#pragma ppar for
    for (int i = 0; i < 9; i++)
        a[0] = a[0] / 2 + i;
}
