/*
 * Lines on stderr, each one write(2), so that those of several processes do not mix. The stream
 * stderr is left alone: it belongs to the host, which may have given it a buffer.
 */
#include "message.h"
#include "io.h"
#include "progress.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void message(const char *format, ...)
{
    char line[MESSAGE_MOST] = "ppar: ";
    size_t start = strlen(line);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line + start, sizeof line - start - 1, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    size_t end = strlen(line);
    line[end++] = '\n';
    progress_hide();
    (void)io_write(STDERR_FILENO, line, end);
}
