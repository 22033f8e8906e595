/*
 * What the results of a loop depend on, as digests. Another digest in another run means that
 * something may be different; the same one, that nothing of this is.
 *
 * The program is its file, and the parts of it and of all libraries that are mapped and not
 * written to: code, constants, relocations. The library of the kernel's is left out.
 *
 * Memory is read by system call, for what the compiler tells are bounds: there need not be memory
 * everywhere between. What is not there is a mark in the digest.
 *
 * Addresses are others in each run. A pointer to what has a fixed place in the program or a
 * library, a function or a variable with static storage, counts by which one that is and how far
 * behind its start. Of another pointer only counts that it is not null: what it leads to is an
 * input for itself, if the loop reads it.
 */
#include "identity.h"
#include "io.h"
#include "rounding.h"
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/uio.h>
#include <unistd.h>

#define PIECE      16384  /* bytes that are read at once */
#define EXCEPTIONS 0x3ful /* in a control register: what has happened so far */

/* ---- the program -------------------------------------------------------------------------- */

/* All of the file. 0 or -errno. */
static int add_file(struct digest *digest, const char *path)
{
    char piece[PIECE];
    int fd = io_open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fd;
    ssize_t got;
    while ((got = io_read(fd, piece, sizeof piece)) > 0)
        digest_add(digest, piece, (size_t)got);
    io_close(&fd);
    return (int)got;
}

/* As much of LENGTH bytes as can be read at once, to BYTES: how many; 0: the first is not there;
 * or -errno. */
static ssize_t copy_some(uintptr_t from, char *bytes, size_t length)
{
    struct iovec here = {.iov_base = bytes, .iov_len = length};
    struct iovec there = {.iov_base = (void *)from, .iov_len = length};
    ssize_t got = process_vm_readv(getpid(), &here, 1, &there, 1, 0);
    return got < 0 && errno != EFAULT ? -errno : got < 0 ? 0 : got;
}

/* By system call: a sanitizer would see loads between variables. */
static void add_mapped(struct digest *digest, uintptr_t at, size_t length)
{
    char piece[PIECE];
    while (length > 0) {
        ssize_t got = copy_some(at, piece, length < sizeof piece ? length : sizeof piece);
        if (got <= 0)
            return;
        digest_add(digest, piece, (size_t)got);
        at += (uintptr_t)got;
        length -= (size_t)got;
    }
}

static int add_object(struct dl_phdr_info *info, size_t size, void *data)
{
    (void)size;
    for (unsigned k = 0; k < info->dlpi_phnum; k++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[k];
        uintptr_t start = info->dlpi_addr + part->p_vaddr;
        if (part->p_type != PT_LOAD || (part->p_flags & (PF_R | PF_W)) != PF_R)
            continue;
        if (start == getauxval(AT_SYSINFO_EHDR))
            return 0;
        digest_number(data, part->p_memsz);
        add_mapped(data, start, part->p_memsz);
    }
    return 0;
}

int identity_program(unsigned char sum[DIGEST_BYTES])
{
    struct digest digest;
    digest_init(&digest);
    int error = add_file(&digest, "/proc/self/exe");
    if (error != 0)
        return error;
    dl_iterate_phdr(add_object, &digest);
    digest_end(&digest, sum);
    return 0;
}

int identity_command(unsigned char sum[DIGEST_BYTES])
{
    struct digest digest;
    digest_init(&digest);
    int error = add_file(&digest, "/proc/self/cmdline");
    digest_end(&digest, sum);
    return error;
}

/* ---- the loop ----------------------------------------------------------------------------- */

void identity_range(const struct ppar_run *run, unsigned char sum[DIGEST_BYTES])
{
    const struct ppar_loop *loop = run->loop;
    struct digest digest;
    digest_init(&digest);
    digest_text(&digest, loop->file);
    digest_number(&digest, (uint64_t)loop->line);
    digest_number(&digest, (uint64_t)loop->start);
    digest_number(&digest, (uint64_t)loop->step);
    digest_number(&digest, loop->trips);
    for (int k = 0; k < loop->inside; k++) {
        digest_number(&digest, (uint64_t)loop->level[k].start);
        digest_number(&digest, (uint64_t)loop->level[k].step);
        digest_number(&digest, loop->level[k].trips);
    }
    digest_number(&digest, run->output_count);
    digest_number(&digest, run->reductions.each_bytes);
    digest_number(&digest, run->reductions.chunk_bytes);
    digest_number(&digest, run->schedule.block);
    digest_number(&digest, (uint64_t)run->wide);
    digest_end(&digest, sum);
}

void identity_surroundings(struct digest *digest, const struct ppar_run *run)
{
    struct rounding rounding = rounding_get();
    digest_text(digest, setlocale(LC_ALL, NULL));
    digest_number(digest, rounding.first & ~EXCEPTIONS);
    digest_number(digest, rounding.second);
    for (size_t k = 0; k < run->reductions.count; k++) {
        const struct reduction *reduction = &run->reductions.item[k];
        if (reduction->from_acc || reduction->counts)
            digest_add(digest, reduction->acc, reduction->size);
    }
}

/* ---- memory ------------------------------------------------------------------------------- */

static int add_memory(struct inputs *inputs, uintptr_t at, size_t length, int is_text)
{
    char piece[PIECE];
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    while (length > 0) {
        ssize_t got = copy_some(at, piece, length < sizeof piece ? length : sizeof piece);
        size_t done = got > 0 ? (size_t)got : page - at % page;
        if (got < 0)
            return (int)got;
        if (done > length)
            done = length;
        size_t counts = is_text && got > 0 ? strnlen(piece, done) : done;
        digest_number(&inputs->digest, got > 0);
        digest_number(&inputs->digest, counts);
        if (got > 0)
            digest_add(&inputs->digest, piece, counts);
        if (counts < done)
            return 0;
        at += done;
        length -= done;
    }
    return 0;
}

int identity_memory(struct inputs *inputs, const volatile void *from, size_t length)
{
    return add_memory(inputs, (uintptr_t)from, length, 0);
}

int identity_text(struct inputs *inputs, const volatile void *from, size_t length)
{
    return add_memory(inputs, (uintptr_t)from, length, 1);
}

struct home {
    uintptr_t pointer;
    uint64_t object, found, offset; /* the FOUND-th object has it, if that is not 0 */
};

static int find_object(struct dl_phdr_info *info, size_t size, void *data)
{
    struct home *home = data;
    (void)size;
    home->object++;
    for (unsigned k = 0; k < info->dlpi_phnum; k++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[k];
        uintptr_t offset = home->pointer - info->dlpi_addr;
        if (part->p_type != PT_LOAD || offset - part->p_vaddr >= part->p_memsz)
            continue;
        home->found = home->object;
        home->offset = offset;
        return 1;
    }
    return 0;
}

/* The number of the pointer among those that were met, or POINTERS. */
static unsigned find_pointer(struct inputs *inputs, uintptr_t pointer)
{
    unsigned k = 0;
    while (k < inputs->pointers && inputs->pointer[k] != pointer)
        k++;
    if (k == inputs->pointers && k < POINTERS)
        inputs->pointer[inputs->pointers++] = pointer;
    return k;
}

void identity_pointer(struct inputs *inputs, const volatile void *pointer)
{
    struct home home = {.pointer = (uintptr_t)pointer};
    if (pointer != NULL)
        dl_iterate_phdr(find_object, &home);
    digest_number(&inputs->digest, pointer != NULL);
    digest_number(&inputs->digest, home.found);
    digest_number(&inputs->digest, home.offset);
    if (pointer != NULL && home.found == 0)
        digest_number(&inputs->digest, find_pointer(inputs, home.pointer));
}

static void add_pointer(struct inputs *inputs, const char *bytes)
{
    const volatile void *pointer;
    memcpy(&pointer, bytes, sizeof pointer);
    identity_pointer(inputs, pointer);
}

/* What counts of one element, whose bytes from LOW to before HIGH are looked at. */
static void add_element(struct inputs *inputs, const char *bytes, long long low, long long high,
                        const struct ppar_element *element)
{
    for (int k = 0; k < element->count; k++) {
        const struct ppar_piece *piece = &element->pieces[k];
        long long from = piece->offset > low ? piece->offset : low;
        long long to = piece->offset + piece->size < high ? piece->offset + piece->size : high;
        if (from >= to)
            continue;
        if (!piece->is_pointer)
            digest_add(&inputs->digest, bytes + from, (size_t)(to - from));
        else if (to - from == piece->size)
            add_pointer(inputs, bytes + from);
    }
}

/* The whole element is read, also where its ends are not looked at. */
static int add_elements(struct inputs *inputs, const char *base, long long low, long long high,
                        const struct ppar_element *element, char *bytes)
{
    long long stride = element->stride, k = low / stride - (low % stride < 0);
    for (; k * stride < high; k++) {
        const char *at = base + k * stride;
        long long from = low - k * stride > 0 ? low - k * stride : 0;
        long long to = high - k * stride < stride ? high - k * stride : stride;
        ssize_t got = copy_some((uintptr_t)at + (uintptr_t)from, bytes + from, (size_t)(to - from));
        if (got < 0)
            return (int)got;
        digest_number(&inputs->digest, (uint64_t)got);
        if (got > 0)
            add_element(inputs, bytes, from, from + got, element);
    }
    return 0;
}

int identity_elements(struct inputs *inputs, const volatile void *base, long long low,
                      long long high, const struct ppar_element *element)
{
    char *bytes = malloc((size_t)element->stride);
    if (bytes == NULL)
        return -ENOMEM;
    int error = add_elements(inputs, (const char *)(uintptr_t)base, low, high, element, bytes);
    free(bytes);
    return error;
}

int identity_rows(struct inputs *inputs, const struct ppar_rows *rows)
{
    for (long long k = rows->first; k < rows->end; k++) {
        const char *row = (const char *)rows->table + rows->stride * k;
        ssize_t got = sizeof row;
        if (rows->stride != 0)
            got = copy_some((uintptr_t)row, (char *)&row, sizeof row);
        if (got < 0)
            return (int)got;
        int is_there = got == sizeof row && row != NULL;
        digest_number(&inputs->digest, (uint64_t)is_there);
        int error = is_there
                        ? identity_memory(inputs, row + rows->low, (size_t)(rows->high - rows->low))
                        : 0;
        if (error != 0)
            return error;
    }
    return 0;
}

void identity_environment(struct inputs *inputs)
{
    for (char **line = environ; line != NULL && *line != NULL; line++) {
        if (strncmp(*line, "PPAR_", 5) != 0)
            digest_text(&inputs->digest, *line);
    }
}
