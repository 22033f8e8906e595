/* Declares a static function of the file that includes it, and calls it. */
static void add(double *a, double *b, int n);

static inline void twice(double *a, int n)
{
    add(a, a, n);
}
