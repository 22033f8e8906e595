/* status: 1 */
/* What a description says is looked up in the structure. */
struct item {
    int n, tag;
    double *values, single;
    char *name, *const fixed;
    int *numbers;
    void *handle;
    int (*call)(void);
    double **rows;
    union {
        char *text;
        int number;
    } u;
};

#pragma ppar pack(struct itme : values[n])
#pragma ppar pack(struct item : value[n], values[m], single[n], values, numbers string, handle[n])
struct other {
    int n;
    char *a, *b, *c, *d;
    int *e, *f;
    struct item *g;
    union {
        char *text;
    } u;
};

#pragma ppar pack(struct other : a string, a string, e deep, f[n][n], u when kind == 1 : text string, \
                  u when n : label string, v when n : text string)
struct third {
    int n;
    char *a, *b;
};

#pragma ppar pack(struct third : a[], b stirng)
struct fourth {
    char *a;
};

#pragma ppar pack(struct fourth : u whn 1 : a string)
#pragma ppar pack(struct fourth : a string deep)
#pragma ppar pack(struct fourth : 3)
#pragma ppar pack(struct fourth : a string)
#pragma ppar pack(struct fourth : a skip)

int main(void)
{
    return 0;
}
