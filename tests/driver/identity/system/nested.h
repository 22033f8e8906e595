/* A header of the system's that has another form for clang, which has no nested functions. */
#ifdef __clang__
static inline int twice(int x)
{
    return 2 * x;
}
#else
static inline int twice(int x)
{
    int inner(int y)
    {
        return y + x;
    }
    return inner(x);
}
#endif
