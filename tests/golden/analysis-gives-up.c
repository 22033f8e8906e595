/* status: 1 */
/* Calls and expressions are followed to a certain depth. */
#define MINUS_8(x) - - - - - - - - x
#define MINUS_64(x)                                                                                \
    MINUS_8(MINUS_8(MINUS_8(MINUS_8(MINUS_8(MINUS_8(MINUS_8(MINUS_8(x))))))))
#define MINUS_512(x)                                                                               \
    MINUS_64(MINUS_64(MINUS_64(MINUS_64(MINUS_64(MINUS_64(MINUS_64(MINUS_64(x))))))))

int a[100];

static int f0(int x)
{
    return MINUS_512(x);
}

static int f1(int x)
{
    return MINUS_512(f0(x));
}

static int f2(int x)
{
    return MINUS_512(f1(x));
}

static int f3(int x)
{
    return MINUS_512(f2(x));
}

static int f4(int x)
{
    return MINUS_512(f3(x));
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = f4(i);
}
