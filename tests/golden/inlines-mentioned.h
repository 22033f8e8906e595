/* What the C library's headers ask before they define inline functions, asked by a header that is
 * not the library's. */
static int a[1000];

#ifdef __NO_INLINE__
static int source(int i)
{
    return i;
}
#else
static int source(int i)
{
    return a[i - 1];
}
#endif
