/* flags: -O1 -lm */
/* Levenshtein's distance: the table along its diagonals, and of one word to many by rows. */
#include <stdio.h>
#include <string.h>

enum { MOST = 64 };

static int least(int a, int b, int c)
{
    int m = a < b ? a : b;
    return m < c ? m : c;
}

/* Elements of one diagonal need those of the two before. */
static int distance(const char *s, const char *t)
{
    static int d[MOST + 1][MOST + 1];
    int n = (int)strlen(s), m = (int)strlen(t);
    for (int i = 0; i <= n; i++)
        d[i][0] = i;
    for (int j = 0; j <= m; j++)
        d[0][j] = j;
    for (int sum = 2; sum <= n + m; sum++) {
        int low = sum - m > 1 ? sum - m : 1, high = sum - 1 < n ? sum - 1 : n;
#pragma ppar for
        for (int i = low; i <= high; i++) {
            int j = sum - i;
            d[i][j] = least(d[i - 1][j] + 1, d[i][j - 1] + 1,
                            d[i - 1][j - 1] + (s[i - 1] != t[j - 1]));
        }
    }
    return d[n][m];
}

/* Two rows, swapped: scratch of each call. */
static int distance_by_rows(const char *s, const char *t)
{
    static int rows[2][MOST + 1];
    int n = (int)strlen(s), m = (int)strlen(t);
    for (int j = 0; j <= m; j++)
        rows[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *above = rows[(i - 1) % 2], *row = rows[i % 2];
        row[0] = i;
        for (int j = 1; j <= m; j++)
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (s[i - 1] != t[j - 1]));
    }
    return rows[n % 2][m];
}

static const char *const words[] = {"kitten", "sitting", "saturday", "sunday", "parallelism",
                                    "paralysis", "process", "progress", "equivalence", "equal"};

int main(void)
{
    enum { WORDS = sizeof words / sizeof *words };
    int all[WORDS];
    printf("%d\n", distance("parallel equivalence", "serial elegance"));
#pragma ppar for
    for (int k = 0; k < WORDS; k++)
        all[k] = distance_by_rows("paralyzed", words[k]);
    for (int k = 0; k < WORDS; k++)
        printf("%s %d\n", words[k], all[k]);
    return 0;
}
