/* verdict: proven */
/* Conditional writes inside expressions: their values, duplicates, several in one expression, in
 * conditions of loops, through pointers of the body, and with macros for names. */
#include <stdio.h>
#include <string.h>

enum { N = 240 };

struct item {
    int key;
    double value;
    struct item *next;
};

#define LATEST (*latest)
#define CHOOSE (x[i] % 4 == 1)

static int x[N], half[N], third[N], out[N], seen[N], twice[2][N];
static struct item items[N];
static int a = -1, b = -2, c = -3, *where = &a, at = 7;
static double fine = 0.5;
static char word[8] = "nothing";

static int next(int *state)
{
    return *state = *state * 5 % 97;
}

static void names(int *restrict latest, struct item *restrict one)
{
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < N; i++) {
        CHOOSE ? (LATEST = i) : (one[i / 3].key = i);
        x[i] % 6 && (one->value = i / 8.0, 1);
    }
}

int main(void)
{
    for (int i = 0; i < N; i++)
        x[i] = i * i * 7 % 101;

#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < N; i++) {
        x[i] > 50 && (a = i, 1);
        x[i] % 3 ? (b = i) : (c = x[i]);
        if (x[i] > 20 && (half[i / 2] = x[i] % 5))
            third[i / 3] = x[i] > 90 ? (fine = i) > 100 : 2;
        out[i] = (x[i] & 1) ? (seen[x[i]] = i) : -(half[i / 2] = 3);
    }

    /* equal to what was there before, over what another iteration wrote */
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < N; i++) {
        x[i] % 7 == 0 && (seen[i / 4] = 0, 1);
        if (x[i] % 7 == 1)
            seen[i / 4] = i;
    }

#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < N; i++) {
        int state = x[i] + 1, k, *p = i % 2 ? &twice[0][i / 2] : &twice[1][i / 2];
        while (x[i] > 10 && (half[i / 5] = next(&state)) > 30)
            ;
        if (x[i] % 2)
            *p = (k = i, state > 3 ? (third[i / 6] = k) : k);
        for (k = 0; k < x[i] % 4; items[(i + k) % N].key = i)
            k++;
        switch (x[i] % 5 ? (at = i) % 3 : 4) {
        case 0:
            x[i] > 3 ? items[i / 4].value = i, i : 1;
            break;
        case 1:
            word[i % 7] = x[i] > 30 ? (word[0] = 'a') + 1 : 'z';
        }
        do
            if (k > 1 && (where = i % 2 ? &b : &c))
                break;
        while (k++ < 4);
    }

#pragma ppar for schedule(guided)
    for (int i = 0; i < N; i++) {
        struct item one = {i, -i, &items[i % 3]};
        int t = x[i] > 60 ? (out[x[i]] = out[x[i] + 1] = i) : 0;
        x[i] % 9 == 4 ? (items[x[i]] = one).key : t;
        (void)(x[i] % 8 == 3 && (half[t / 2] = t, third[t / 4] = t));
    }
    names(&at, items);

    printf("%d %d %d %d %g %s %d\n", a, b, c, at, fine, word, *where);
    for (int i = 0; i < N; i++)
        printf("%d %d %d %d %d %d %d %g %d\n", half[i], third[i], out[i], seen[i], twice[0][i],
               twice[1][i], items[i].key, items[i].value,
               items[i].next ? (int)(items[i].next - items) : -1);
    return 0;
}
