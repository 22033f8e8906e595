/* What is read behind an iteration in memory that iterations share, permute, overwrite or look ahead in. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 50 };

struct node {
    struct node *next;
    int value;
};

static int a[N + 2], squares[N], scratch[8], index_of[N];

static int sum_of(const struct node *list)
{
    int sum = 0;
    for (; list; list = list->next)
        sum += list->value;
    return sum;
}

static void bump(struct node *list)
{
    for (; list; list = list->next)
        list->value++;
}

static void rows_and_lists(void)
{
    double **row = malloc(N * sizeof *row);
    struct node *list = NULL;
    for (int i = 0; i < N; i++) {
        struct node *node = malloc(sizeof *node);
        node->next = list;
        node->value = i;
        list = node;
        row[i] = calloc(20, sizeof **row);
    }
#pragma ppar for after(printf("%g %g\n", row[i][3], i ? row[i - 1][2] : 0))
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 20; k++)
            row[i][k] = sin(i * k);
        BEHIND(printf("%g %g\n", row[i][3], i ? row[i - 1][2] : 0));
    }
#pragma ppar for after((bump(list), printf("%d %d\n", squares[i], sum_of(list))))
    for (int i = 0; i < N; i++) {
        squares[i] = i * i;
        BEHIND((bump(list), printf("%d %d\n", squares[i], sum_of(list))));
    }
}

static void places(int *to, const int *from)
{
    int histogram[10] = {0}, last = -1;
    for (int i = 0; i < N; i++)
        index_of[i] = 7 * i % N;
#pragma ppar for after(printf("%d %d\n", histogram[3], histogram[i % 10]))
    for (int i = 0; i < N; i++) {
        histogram[i * i % 10]++;
        BEHIND(printf("%d %d\n", histogram[3], histogram[i % 10]));
    }
#pragma ppar for after(printf("%d %d\n", a[index_of[i]], a[i]))
    for (int i = 0; i < N; i++) {
        a[index_of[i]] = i;
        BEHIND(printf("%d %d\n", a[index_of[i]], a[i]));
    }
#pragma ppar for after(printf("%d\n", last))
    for (int i = 0; i < N; i++) {
        if (i % 7 == 3)
            last = i;
        BEHIND(printf("%d\n", last));
    }
#pragma ppar for after(printf("%d\n", scratch[i % 8]))
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 8; k++)
            scratch[k] = i * k;
        a[i] = scratch[3];
        BEHIND(printf("%d\n", scratch[i % 8]));
    }
#pragma ppar for after(printf("%d %d\n", a[i], a[i + 1]))
    for (int i = 0; i < N; i++) {
        a[i] = a[i + 1] + a[i + 2];
        BEHIND(printf("%d %d\n", a[i], a[i + 1]));
    }
#pragma ppar for after(printf("%d %d\n", to[i], from[i]))
    for (int i = 0; i < N; i++) {
        to[i] = from[i] + 1;
        BEHIND(printf("%d %d\n", to[i], from[i]));
    }
}

static int summed;

/* Where the expression writes may be what the body reads. */
static void perhaps_one(int *to, const int *from, int *seen)
{
#pragma ppar for after(*seen += i)
    for (int i = 0; i < N; i++) {
        to[i] = from[i] + i;
        BEHIND(*seen += i);
    }
    printf("%d %d %d\n", to[3], to[40], *seen);
}

int main(void)
{
    static int b[2 * N];
    rows_and_lists();
    places(b, a);
    places(b + 1, b);
    places(b, b + 1);
    perhaps_one(b, a, &summed);
    perhaps_one(b, a, a + 40);
    perhaps_one(b, a, b + 3);
    return 0;
}
