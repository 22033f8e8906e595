/* Every header of the C library, and what they make of the compiler. */
#include <assert.h>
#include <complex.h>
#include <ctype.h>
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <inttypes.h>
#include <iso646.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>
#if defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
#include <stdalign.h>
#include <stdatomic.h>
#include <stdnoreturn.h>
#include <threads.h>
#include <uchar.h>
#endif
#include <arpa/inet.h>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <getopt.h>
#include <glob.h>
#include <grp.h>
#include <iconv.h>
#include <libgen.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <regex.h>
#include <sched.h>
#include <search.h>
#include <semaphore.h>
#include <spawn.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <syslog.h>
#include <termios.h>
#include <ucontext.h>
#include <unistd.h>
#include <wordexp.h>
#if defined __x86_64__ || defined __i386__
#include <cpuid.h>
#include <immintrin.h>
#include <x86intrin.h>
#endif

#include <sys/cdefs.h>

#if defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
int lock_free = ATOMIC_INT_LOCK_FREE + ATOMIC_POINTER_LOCK_FREE;
_Static_assert(sizeof(max_align_t) >= sizeof(double), "alignment");
#endif
double largest = DBL_MAX;
long double smallest = LDBL_MIN;
long most = LONG_MAX;

int format(double x, char *to, const char *from, const char *format, ...)
{
    va_list list;
    double complex z = x + 2 * I;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
    snprintf(to, 3, "%s", from);
    memcpy(to, from, 3);
    strcpy(to, from);
    return isnan(x) + isinf(x) + signbit(x) + fpclassify(x) + isfinite(x) + (int)sqrt(x) +
           (int)creal(z) + isalpha(*from) + isless(x, 2.0);
}

void fill(double *a, int n)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i++)
        a[i] = pow(i, 0.5) + fabs(i - 3.0);
}
