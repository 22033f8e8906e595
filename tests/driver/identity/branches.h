/* What a compiler says of itself decides what these are. */
#ifdef __clang__
#define BY_NAME(a, i) a[i] = (i)
static inline int by_version(const int *a, int i)
{
    return i;
}
#else
#define BY_NAME(a, i) a[i] = a[(i)-1] + 1
#if __GNUC__ >= 7
static inline int by_version(const int *a, int i)
{
    return a[i - 1] + 1;
}
#else
static inline int by_version(const int *a, int i)
{
    return i;
}
#endif
#endif

#if defined(__has_attribute)
#if __has_attribute(noipa) /* gcc's alone */
#define BY_ATTRIBUTE(a, i) a[i] = a[(i)-1] + 1
#else
#define BY_ATTRIBUTE(a, i) a[i] = (i)
#endif
#endif

#if defined(__has_builtin)
#define HAS(x) __has_builtin(x)
#if HAS(__builtin_bitreverse32) /* clang's alone */
#define BY_BUILTIN(a, i) a[i] = a[(i)-1] + 1
#else
#define BY_BUILTIN(a, i) a[i] = (i)
#endif
#endif

#ifdef __has_feature /* likewise */
static inline int by_feature(const int *a, int i)
{
    return a[i - 1] + 1;
}
#else
static inline int by_feature(const int *a, int i)
{
    return i;
}
#endif

#ifndef __has_extension
#define __has_extension(x) 0
#endif
#if __has_extension(c_generic_selections)
static inline int by_extension(const int *a, int i)
{
    return a[i - 1] + 1;
}
#else
static inline int by_extension(const int *a, int i)
{
    return i;
}
#endif

#ifdef __OPTIMIZE__
#define BY_LEVEL(a, i) a[i] = a[(i)-1] + 1
#else
#define BY_LEVEL(a, i) a[i] = (i)
#endif

#ifdef __AVX2__
#define BY_MACHINE(a, i) a[i] = a[(i)-1] + 1
#else
#define BY_MACHINE(a, i) a[i] = (i)
#endif

#if defined __GNUC__ && !defined __clang__
enum { DISTANCE = __GNUC__ >= 7 };
#else
enum { DISTANCE = 0 };
#endif
