/*
 * Rows behind a table of pointers: whether they overlap, and which row a byte belongs to.
 *
 * The pointers are copied before anything else. The loop is known not to change them, but the
 * compiler knows only between which rows everything happens that it does: a condition in the body
 * may keep it from looking at some of these pointers, and then there need be no memory where they
 * would be. So they are read by system call, through a file: where a load would kill the process,
 * the call says EFAULT. What cannot be read has no row, and neither has a null pointer. Whatever
 * else is found where no pointer is can only make rows overlap that do not, never the other way
 * round.
 *
 * Rows that ascend or descend in memory, as most do, are seen to be apart at one look; others are
 * sorted by where they begin (bottom-up merging), and then each has to begin where all before it
 * have ended. Of two tables the rows are sorted together, and only the ends of the other table's
 * rows count.
 *
 * Memory comes from mmap, which leaves the program's heap as it was. When there is none the answer
 * is no, and the loop runs serially.
 */
#include "rows.h"
#include "io.h"
#include "process.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PIECE = 16 * 1024 }; /* bytes of the table that are read at once */

/* The bytes that a row reaches over. */
struct reach {
    uint64_t from, to;
    int64_t row;
    int owner; /* which of two tables it belongs to */
};

struct row_table {
    int64_t first, count, low, high, pitch;
    size_t reached;        /* of the rows, have memory */
    struct reach *reaches; /* those, as they lie in memory; as many follow that are for sorting */
    char **row;            /* COUNT of them; NULL: none */
    size_t size;           /* of the mapping that holds all this */
};

/* ---- reading the table -------------------------------------------------------------------- */

/* Up to LENGTH bytes from FROM on, as far as they can be read; or -errno. A sanitizer, which would
 * look into write's argument, is none the wiser. */
static ssize_t copy_some(int scratch, const char *from, char *to, size_t length)
{
    ssize_t written;
    do
        written = syscall(SYS_write, scratch, from, length);
    while (written < 0 && errno == EINTR);
    if (written < 0)
        return errno == EFAULT ? 0 : -errno;
    ssize_t got = pread(scratch, to, (size_t)written, 0);
    if (got != written || ftruncate(scratch, 0) != 0)
        return -EIO;
    return got;
}

/* All LENGTH bytes, zeros where there is no memory; 0 or -errno. */
static int copy_readable(int scratch, const char *from, char *to, size_t length)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    memset(to, 0, length);
    while (length > 0) {
        ssize_t got = copy_some(scratch, from, to, length);
        if (got < 0)
            return (int)got;
        size_t done = got > 0 ? (size_t)got : page - (uintptr_t)from % page;
        done = done < length ? done : length;
        from += done;
        to += done;
        length -= done;
    }
    return 0;
}

/* COUNT pointers, each STRIDE bytes behind the one before. */
static int copy_pointers(int scratch, const char *from, long long stride, char **to, size_t count)
{
    char piece[PIECE];
    const size_t at_once = 1 + (sizeof piece - sizeof *to) / (size_t)stride;
    for (size_t done = 0; done < count;) {
        size_t some = count - done < at_once ? count - done : at_once;
        size_t length = (some - 1) * (size_t)stride + sizeof *to;
        int error = copy_readable(scratch, from, piece, length);
        if (error != 0)
            return error;
        for (size_t k = 0; k < some; k++)
            memcpy(&to[done + k], piece + k * (size_t)stride, sizeof *to);
        from += some * (size_t)stride;
        done += some;
    }
    return 0;
}

static int read_table(const struct ppar_rows *rows, char **to)
{
    const char *table = (const char *)(uintptr_t)rows->table;
    if (rows->stride == 0) {
        *to = (char *)(uintptr_t)rows->table;
        return 0;
    }
    int scratch = io_scratch();
    if (scratch < 0)
        return scratch;
    int error = copy_pointers(scratch, table + rows->first * rows->stride, rows->stride, to,
                              (size_t)(rows->end - rows->first));
    io_close(&scratch);
    return error;
}

/* ---- sorting ------------------------------------------------------------------------------ */

/* Where AT + DISTANCE is, or the end of all addresses that is next to it. */
static uint64_t moved(const char *at, int64_t distance)
{
    uint64_t address = (uint64_t)(uintptr_t)at, far = (uint64_t)distance;
    if (distance < 0)
        return address < -far ? 0 : address + far;
    return address > UINT64_MAX - far ? UINT64_MAX : address + far;
}

static void find_reaches(struct row_table *table, int owner)
{
    for (int64_t k = 0; k < table->count; k++) {
        char *row = table->row[k];
        if (row != NULL)
            table->reaches[table->reached++] = (struct reach){
                moved(row, table->low), moved(row, table->high), table->first + k, owner};
    }
}

static void turn_round(struct reach *reaches, size_t count)
{
    for (size_t a = 0, b = count; a + 1 < b; a++, b--) {
        struct reach swap = reaches[a];
        reaches[a] = reaches[b - 1];
        reaches[b - 1] = swap;
    }
}

static bool ascend(const struct reach *reaches, size_t count)
{
    for (size_t k = 1; k < count; k++)
        if (reaches[k].from < reaches[k - 1].from)
            return false;
    return true;
}

/* Two sorted stretches into one. */
static void merge(const struct reach *a, size_t a_count, const struct reach *b, size_t b_count,
                  struct reach *to)
{
    while (a_count > 0 && b_count > 0) {
        bool takes_a = a->from <= b->from;
        *to++ = takes_a ? *a++ : *b++;
        a_count -= takes_a;
        b_count -= !takes_a;
    }
    memcpy(to, a, a_count * sizeof *a);
    memcpy(to + a_count, b, b_count * sizeof *b);
}

/* OTHER: room for as many. */
static void sort(struct reach *reaches, struct reach *other, size_t count)
{
    if (count > 1 && reaches[count - 1].from < reaches[0].from)
        turn_round(reaches, count);
    if (ascend(reaches, count))
        return;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t k = 0; k < count; k += 2 * width) {
            size_t a = count - k < width ? count - k : width;
            size_t b = count - k - a < width ? count - k - a : width;
            merge(reaches + k, a, reaches + k + a, b, other + k);
        }
        memcpy(reaches, other, count * sizeof *reaches);
    }
}

/* Sorted rows: whether each begins where those before it have ended, of the same owner or of the
 * other one. */
static bool are_apart(const struct reach *reaches, size_t count, bool of_same_owner)
{
    uint64_t ends[2] = {0, 0};
    for (size_t k = 0; k < count; k++) {
        const struct reach *reach = &reaches[k];
        if (reach->from < ends[of_same_owner ? reach->owner : !reach->owner])
            return false;
        if (reach->to > ends[reach->owner])
            ends[reach->owner] = reach->to;
    }
    return true;
}

/* ---- the table ---------------------------------------------------------------------------- */

/* A table of all rows of ALL, COUNT of them, one behind the other. */
static struct row_table *load(const struct ppar_rows *all, size_t count)
{
    size_t rows = 0;
    for (size_t k = 0; k < count; k++) {
        if (all[k].end < all[k].first)
            return NULL;
        rows += (size_t)(all[k].end - all[k].first);
    }
    size_t size = sizeof(struct row_table) + rows * (2 * sizeof(struct reach) + sizeof(char *));
    struct row_table *table =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (table == MAP_FAILED)
        return NULL;
    table->size = size;
    table->reaches = (struct reach *)(table + 1);
    table->row = (char **)(table->reaches + 2 * rows);
    int error = 0;
    for (size_t k = 0; k < count && error == 0; k++) {
        table->first = all[k].first;
        table->count = all[k].end - all[k].first;
        table->low = all[k].low;
        table->high = all[k].high;
        if (table->count > 0)
            error = read_table(&all[k], table->row);
        find_reaches(table, (int)k);
    }
    if (error != 0) {
        rows_free(table);
        return NULL;
    }
    sort(table->reaches, table->reaches + table->reached, table->reached);
    return table;
}

static int are_all_apart(const struct ppar_rows *all, size_t count)
{
    if (process.in_worker)
        return 1; /* the loop runs serially anyhow */
    int saved = errno;
    struct row_table *table = load(all, count);
    bool result = table != NULL && are_apart(table->reaches, table->reached, count == 1);
    rows_free(table);
    errno = saved;
    return result;
}

PPAR_API int ppar_rows_differ(struct ppar_rows rows)
{
    return are_all_apart(&rows, 1);
}

PPAR_API int ppar_rows_apart(struct ppar_rows a, struct ppar_rows b)
{
    struct ppar_rows both[] = {a, b};
    return are_all_apart(both, 2);
}

struct row_table *rows_new(const struct ppar_rows *rows)
{
    struct row_table *table = load(rows, 1);
    if (table == NULL)
        return NULL;
    int64_t last = rows->end > rows->first ? rows->end - 1 : rows->first, ignored;
    table->pitch = table->high - table->low + 1;
    if (__builtin_mul_overflow(2 * table->first, table->pitch, &ignored) ||
        __builtin_mul_overflow(2 * last, table->pitch, &ignored)) {
        rows_free(table);
        return NULL;
    }
    return table;
}

void rows_free(struct row_table *table)
{
    if (table != NULL)
        munmap(table, table->size);
}

/* ---- offsets ------------------------------------------------------------------------------ */

int64_t rows_pitch(const struct row_table *table)
{
    return table->pitch;
}

int64_t rows_low(const struct row_table *table)
{
    return table->first * table->pitch + table->low;
}

int64_t rows_high(const struct row_table *table)
{
    if (table->count == 0)
        return rows_low(table);
    return (table->first + table->count - 1) * table->pitch + table->high;
}

/* Which row, from the first, an offset from rows_low on belongs to; *WITHIN: which byte of it. */
static int64_t split(const struct row_table *table, int64_t offset, int64_t *within)
{
    int64_t distance = offset - rows_low(table);
    *within = distance % table->pitch + table->low;
    return distance / table->pitch;
}

bool rows_hold(const struct row_table *table, int64_t offset, uint64_t length)
{
    int64_t within;
    int64_t k = split(table, offset, &within);
    return k < table->count && table->row[k] != NULL && within <= table->high &&
           length <= (uint64_t)(table->high - within);
}

char *rows_address(const struct row_table *table, int64_t offset)
{
    int64_t within;
    int64_t k = split(table, offset, &within);
    return table->row[k] + within;
}

int64_t rows_offset(const struct row_table *table, const volatile void *place)
{
    const uint64_t at = (uint64_t)(uintptr_t)place;
    size_t low = 0, high = table->reached; /* the rows before LOW begin at PLACE or before it */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (table->reaches[middle].from <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || at >= table->reaches[low - 1].to)
        return rows_low(table) - 1;
    int64_t row = table->reaches[low - 1].row;
    return row * table->pitch + (int64_t)(at - (uint64_t)(uintptr_t)table->row[row - table->first]);
}
