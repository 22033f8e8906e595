/*
 * Text files that are there whole or not at all: a new one is written beside the old one and takes
 * its name when it is complete. What is no plain file (a link, a pipe, a terminal) is written to as
 * it is.
 *
 * Nothing here allocates or uses a stream, for it may be run by a handler of a fatal signal. The
 * size of files may be limited, by a signal that ends the program: that limit is looked at before.
 */
#include "printer.h"
#include "io.h"
#include "message.h"
#include "process.h"
#include "quiet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME_MOST 4400

struct printer {
    struct sink sink;
    uint64_t written;
};

static struct printer the_printer;

void print_bytes(struct printer *printer, const char *bytes, size_t length)
{
    printer->written += length;
    if (printer->sink.error == 0 && !io_may_grow(printer->written))
        printer->sink.error = -EFBIG;
    sink_write(&printer->sink, bytes, length);
}

void print_text(struct printer *printer, const char *text)
{
    print_bytes(printer, text, strlen(text));
}

/* The digits of NUMBER, at least LEAST of them. */
static void print_digits(struct printer *printer, uint64_t number, int least)
{
    char digits[24];
    int at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0 || (int)sizeof digits - at < least);
    print_bytes(printer, digits + at, sizeof digits - (size_t)at);
}

void print_number(struct printer *printer, uint64_t number)
{
    print_digits(printer, number, 1);
}

void print_time(struct printer *printer, int64_t nanoseconds, int digits)
{
    uint64_t unit = 1, value = nanoseconds > 0 ? (uint64_t)nanoseconds : 0;
    for (int k = 0; k < digits; k++)
        unit *= 10;
    print_number(printer, value / unit);
    print_text(printer, ".");
    print_digits(printer, value % unit / (unit > 1000 ? unit / 1000 : 1), digits < 3 ? digits : 3);
}

/* How many bytes the character has that is here, as UTF-8; 0: it is none. */
static size_t utf8_length(const unsigned char *at)
{
    size_t length = *at < 0x80 ? 1 : *at < 0xc2 ? 0 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
    if (*at > 0xf4)
        return 0;
    for (size_t k = 1; k < length; k++) {
        if ((at[k] & 0xc0) != 0x80)
            return 0;
    }
    if ((*at == 0xe0 && at[1] < 0xa0) || (*at == 0xed && at[1] > 0x9f) ||
        (*at == 0xf0 && at[1] < 0x90) || (*at == 0xf4 && at[1] > 0x8f))
        return 0;
    return length;
}

/* A page of HTML ends at "</script": so '<' is written as a number. */
void print_string(struct printer *printer, const char *text)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char *at = (const unsigned char *)text;
    print_text(printer, "\"");
    while (*at != '\0') {
        char code[] = {'\\', 'u', '0', '0', hex[*at >> 4], hex[*at & 15]};
        size_t length = utf8_length(at);
        if (length == 0)
            print_text(printer, "?");
        else if (*at < 0x20 || *at == '"' || *at == '\\' || *at == '<' || *at == 0x7f)
            print_bytes(printer, code, sizeof code);
        else
            print_bytes(printer, (const char *)at, length);
        at += length == 0 ? 1 : length;
    }
    print_text(printer, "\"");
}

static int open_file(const char *name, int flags)
{
    int fd;
    do
        fd = open(name, flags | O_WRONLY | O_CLOEXEC, 0666);
    while (fd < 0 && errno == EINTR);
    return fd < 0 ? -errno : fd;
}

static int is_plain(const char *name)
{
    struct stat status;
    return lstat(name, &status) != 0 || S_ISREG(status.st_mode);
}

/* A name for something that is open already: what is there stays. */
static int is_of_system(const char *name)
{
    return strncmp(name, "/dev/", 5) == 0 || strncmp(name, "/proc/", 6) == 0;
}

/* What is no plain file, or a link. Nobody is waited for who would read it. */
static int open_as_it_is(const char *name)
{
    int fd = open_file(name, O_NONBLOCK | O_APPEND);
    if (fd >= 0 && !is_of_system(name))
        (void)io_empty(fd);
    return fd;
}

static int print_to(int fd, void (*print)(struct printer *, const struct journal *),
                    const struct journal *journal)
{
    struct printer *printer = &the_printer;
    struct quiet quiet;
    quiet_begin(&quiet);
    printer->written = 0;
    sink_init(&printer->sink, fd);
    print(printer, journal);
    int error = sink_flush(&printer->sink);
    quiet_end(&quiet);
    io_close(&fd);
    return error;
}

void printer_write(const char *name, void (*print)(struct printer *, const struct journal *),
                   const struct journal *journal)
{
    char beside[NAME_MOST];
    int plain = is_plain(name), error;
    snprintf(beside, sizeof beside, "%s.%d", name, (int)getpid());
    int fd = plain ? open_file(beside, O_CREAT | O_TRUNC) : open_as_it_is(name);
    error = fd < 0 ? fd : print_to(fd, print, journal);
    if (error == 0 && plain && rename(beside, name) != 0)
        error = -errno;
    if (error == 0)
        return;
    if (fd >= 0 && plain)
        unlink(beside);
    if (process_first_time(SAID_JOURNAL))
        message("%s could not be written: %s", name, strerror(-error));
}
