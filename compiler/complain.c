/* One line on stderr, opened by the program's name. */
#include "complain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int usage_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("ppcc: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return EXIT_USAGE_OR_ENVIRONMENT;
}

int environment_error(const char *what, int error)
{
    fprintf(stderr, "ppcc: %s: %s\n", what, strerror(error));
    return EXIT_USAGE_OR_ENVIRONMENT;
}
