/*
 * The file of a checkpoint. It begins with a line that says what it is, and then has frames, one
 * behind the other:
 *
 *     frame      a mark, its kind, the length of what follows, the digest of all that
 *     key        of an execution of a loop: once, before its first record
 *     record     the digest of that key, and what a worker has sent for some iterations, as it came
 *
 * Frames are only ever appended, each by one call, so at any moment at which the process may be
 * killed the file is a beginning of what it would have become, perhaps with a part of a frame at
 * its end. That part is cut off when the file is next opened. After a failure of power anything may
 * stand where frames were written since the last log_sync. So nothing is believed that does not
 * have its digest, in which the frame's place has a part, too: a frame that has become another one,
 * or lies elsewhere, is none. One whose length can still be followed is left out, and else the file
 * ends there.
 *
 * One process at a time has the file: a lock of the kernel's that ends with the process, and that
 * its children do not inherit. Who comes second does without.
 */
#include "log.h"
#include "io.h"
#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define TITLE      "ppar checkpoint 1\n" /* the version counts frames and records (wire.h) */
#define TITLE_SIZE (sizeof TITLE - 1)
#define MARK       0x474f4c50u /* "PLOG" */
#define PIECE      16384       /* bytes that are read at once */
#define PARTS      3

enum frame_kind { FRAME_KEY = 1, FRAME_RECORD = 2 };

struct frame {
    uint32_t mark, kind;
    uint64_t length; /* of what follows */
    unsigned char sum[DIGEST_BYTES];
};

static const char no_memory[] = "there is no memory";

/* ---- bytes -------------------------------------------------------------------------------- */

/* LENGTH bytes at PLACE; 0 or -errno. */
static int read_at(int fd, uint64_t place, void *bytes, size_t length)
{
    char *at = bytes;
    while (length > 0) {
        ssize_t got = pread(fd, at, length, (off_t)place);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -errno : -EIO;
        at += got;
        place += (uint64_t)got;
        length -= (size_t)got;
    }
    return 0;
}

/* All parts at PLACE; 0 or -errno. */
static int write_at(int fd, uint64_t place, struct iovec parts[PARTS])
{
    int k = 0;
    while (k < PARTS) {
        ssize_t done = pwritev(fd, parts + k, PARTS - k, (off_t)place);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return -errno;
        place += (uint64_t)done;
        for (; k < PARTS && (size_t)done >= parts[k].iov_len; k++)
            done -= (ssize_t)parts[k].iov_len;
        if (k < PARTS) {
            parts[k].iov_base = (char *)parts[k].iov_base + done;
            parts[k].iov_len -= (size_t)done;
        }
    }
    return 0;
}

static void begin_sum(struct digest *digest, uint64_t place, const struct frame *frame)
{
    digest_init(digest);
    digest_number(digest, place);
    digest_number(digest, frame->kind);
    digest_number(digest, frame->length);
}

void log_sum(const struct log_key *key, unsigned char sum[DIGEST_BYTES])
{
    struct digest digest;
    digest_init(&digest);
    digest_add(&digest, key, sizeof *key);
    digest_end(&digest, sum);
}

/* ---- reading ------------------------------------------------------------------------------ */

/* One more element for the list, or NULL. */
static void *grow(void **list, size_t *count, size_t *room, size_t size)
{
    if (*count == *room) {
        size_t more = *room > 0 ? 2 * *room : 64;
        void *grown = realloc(*list, more * size);
        if (grown == NULL)
            return NULL;
        *list = grown;
        *room = more;
    }
    return (char *)*list + (*count)++ * size;
}

static int keep_key(struct log *log, const struct log_key *key)
{
    struct log_key *place =
        grow((void **)&log->key, &log->key_count, &log->key_room, sizeof *place);
    if (place == NULL)
        return -ENOMEM;
    *place = *key;
    return 0;
}

static int keep_record(struct log *log, const struct logged *logged)
{
    struct logged *place =
        grow((void **)&log->record, &log->record_count, &log->record_room, sizeof *place);
    if (place == NULL)
        return -ENOMEM;
    *place = *logged;
    return 0;
}

/* Whether what stands at PLACE is the frame. 1, 0 or -errno. */
static int is_whole(int fd, uint64_t place, const struct frame *frame)
{
    char piece[PIECE];
    struct digest digest;
    unsigned char sum[DIGEST_BYTES];
    uint64_t at = place + sizeof *frame, left = frame->length;
    begin_sum(&digest, place, frame);
    while (left > 0) {
        size_t size = left < sizeof piece ? (size_t)left : sizeof piece;
        int error = read_at(fd, at, piece, size);
        if (error != 0)
            return error;
        digest_add(&digest, piece, size);
        at += size;
        left -= size;
    }
    digest_end(&digest, sum);
    return memcmp(sum, frame->sum, sizeof sum) == 0;
}

/* The good frame at PLACE. 0 or -errno. */
static int keep_frame(struct log *log, uint64_t place, const struct frame *frame)
{
    struct log_key key;
    struct wire_header header;
    struct logged logged = {.place = place + sizeof *frame + DIGEST_BYTES,
                            .size = frame->length - DIGEST_BYTES};
    int error;
    if (frame->kind == FRAME_KEY && frame->length == sizeof key) {
        error = read_at(log->fd, place + sizeof *frame, &key, sizeof key);
        return error != 0 ? error : keep_key(log, &key);
    }
    if (frame->kind != FRAME_RECORD || frame->length < DIGEST_BYTES + sizeof header)
        return 0;
    error = read_at(log->fd, place + sizeof *frame, logged.key, sizeof logged.key);
    if (error == 0)
        error = read_at(log->fd, logged.place, &header, sizeof header);
    if (error != 0)
        return error;
    logged.range = (struct range){header.first, header.last};
    return keep_record(log, &logged);
}

/* All frames of a file of SIZE bytes. 0 or -errno. */
static int read_frames(struct log *log, uint64_t size)
{
    uint64_t place = TITLE_SIZE;
    struct frame frame;
    log->key_count = log->record_count = 0;
    log->bad = 0;
    log->end = place;
    while (size - place >= sizeof frame) {
        int good = read_at(log->fd, place, &frame, sizeof frame);
        if (good != 0)
            return good;
        if (frame.mark != MARK || frame.length > size - place - sizeof frame)
            break;
        good = is_whole(log->fd, place, &frame);
        int error = good > 0 ? keep_frame(log, place, &frame) : good;
        if (error != 0)
            return error;
        log->bad += !good;
        place += sizeof frame + frame.length;
        log->end = good ? place : log->end;
    }
    log->cut = size - log->end;
    return 0;
}

int log_read(const struct log *log, const struct logged *logged, char *bytes)
{
    struct frame frame;
    struct digest digest;
    unsigned char sum[DIGEST_BYTES];
    uint64_t place = logged->place - DIGEST_BYTES - sizeof frame;
    int error = read_at(log->fd, place, &frame, sizeof frame);
    if (error == 0)
        error = read_at(log->fd, logged->place, bytes, logged->size);
    if (error != 0)
        return error;
    begin_sum(&digest, place, &frame);
    digest_add(&digest, logged->key, sizeof logged->key);
    digest_add(&digest, bytes, logged->size);
    digest_end(&digest, sum);
    return memcmp(sum, frame.sum, sizeof sum) == 0 ? 0 : -EIO;
}

/* ---- opening ------------------------------------------------------------------------------ */

/* WHY, with the text of the error. */
static const char *explain(char *why, size_t size, const char *what, int error)
{
    snprintf(why, size, "%s: %s", what, strerror(-error));
    return why;
}

static const char *lock(int fd, char *why, size_t size)
{
    struct flock wanted = {.l_type = F_WRLCK, .l_whence = SEEK_SET}, other = wanted;
    if (fcntl(fd, F_SETLK, &wanted) == 0)
        return NULL;
    int error = -errno;
    if (error != -EACCES && error != -EAGAIN)
        return explain(why, size, "it cannot be locked", error);
    if (fcntl(fd, F_GETLK, &other) == 0 && other.l_type != F_UNLCK && other.l_pid > 0)
        snprintf(why, size, "process %ld uses it", (long)other.l_pid);
    else
        snprintf(why, size, "another process uses it");
    return why;
}

/* A file of no bytes gets its title; else it has to have it. */
static const char *check_title(int fd, uint64_t size, char *why, size_t why_size)
{
    char title[TITLE_SIZE];
    struct iovec parts[PARTS] = {{.iov_base = (void *)(uintptr_t)TITLE, .iov_len = TITLE_SIZE}};
    if (size < TITLE_SIZE) {
        int error = size > 0 ? read_at(fd, 0, title, size) : 0;
        if (error == 0 && memcmp(title, TITLE, size) != 0)
            return "it is no log of ppar's";
        if (error == 0 && !io_may_grow(TITLE_SIZE))
            error = -EFBIG;
        if (error == 0)
            error = write_at(fd, 0, parts);
        return error != 0 ? explain(why, why_size, "it cannot be written", error) : NULL;
    }
    int error = read_at(fd, 0, title, sizeof title);
    if (error != 0)
        return explain(why, why_size, "it cannot be read", error);
    return memcmp(title, TITLE, sizeof title) == 0 ? NULL : "it is no log of ppar's";
}

/* What is in the file whose size that is, unless it is known, and nothing else behind that. */
static const char *get_ready(struct log *log, const struct stat *status, char *why, size_t size)
{
    uint64_t bytes = (uint64_t)status->st_size;
    const char *wrong = check_title(log->fd, bytes, why, size);
    if (wrong != NULL)
        return wrong;
    if (log->device == status->st_dev && log->inode == status->st_ino && log->end == bytes)
        return NULL;
    log->device = status->st_dev;
    log->inode = status->st_ino;
    int error = read_frames(log, bytes < TITLE_SIZE ? TITLE_SIZE : bytes);
    if (error != 0) {
        log->end = 0;
        return error == -ENOMEM ? no_memory : explain(why, size, "it cannot be read", error);
    }
    if (log->cut != 0 && ftruncate(log->fd, (off_t)log->end) != 0)
        return explain(why, size, "it cannot be written", -errno);
    return NULL;
}

/* Whether the file still has that name: the process that had the lock may have renamed it. */
static int has_name(const char *path, const struct stat *status)
{
    struct stat named;
    return stat(path, &named) == 0 && named.st_dev == status->st_dev &&
           named.st_ino == status->st_ino;
}

static const char *open_file(struct log *log, char *why, size_t size)
{
    struct stat status;
    log->fd = io_open(log->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY);
    if (log->fd < 0) {
        int error = log->fd;
        log->fd = -1;
        return explain(why, size, "it cannot be opened", error);
    }
    if (fstat(log->fd, &status) != 0 || !S_ISREG(status.st_mode))
        return "it is no regular file";
    const char *wrong = lock(log->fd, why, size);
    if (wrong != NULL)
        return wrong;
    if (!has_name(log->path, &status))
        return "another process has just renamed it";
    if (fstat(log->fd, &status) != 0)
        return explain(why, size, "it cannot be read", -errno);
    return get_ready(log, &status, why, size);
}

const char *log_open(struct log **log, struct log **list, const char *path, char *why, size_t size)
{
    struct log *found = *list;
    while (found != NULL && strcmp(found->path, path) != 0)
        found = found->next;
    if (found == NULL) {
        if (strlen(path) >= sizeof found->path)
            return "its name is too long";
        found = calloc(1, sizeof *found);
        if (found == NULL)
            return no_memory;
        strcpy(found->path, path);
        found->fd = -1;
        found->next = *list;
        *list = found;
    }
    *log = found;
    const char *wrong = open_file(found, why, size);
    if (wrong != NULL)
        log_close(found);
    return wrong;
}

void log_close(struct log *log)
{
    io_close(&log->fd);
}

void log_forget(struct log *log)
{
    io_close(&log->fd);
}

const char *log_renew(struct log *log, char *why, size_t size)
{
    char old[PATH_MAX + 4];
    snprintf(old, sizeof old, "%s.old", log->path);
    if (rename(log->path, old) != 0)
        return explain(why, size, "it cannot be renamed", -errno);
    log_close(log);
    log->inode = 0;
    log->end = 0;
    const char *wrong = open_file(log, why, size);
    if (wrong != NULL)
        log_close(log);
    return wrong;
}

/* ---- writing ------------------------------------------------------------------------------ */

static int append(struct log *log, enum frame_kind kind, const struct iovec body[2])
{
    struct digest digest;
    struct frame frame = {.mark = MARK, .kind = kind, .length = body[0].iov_len + body[1].iov_len};
    struct iovec parts[PARTS] = {{.iov_base = &frame, .iov_len = sizeof frame}, body[0], body[1]};
    uint64_t end = log->end + sizeof frame + frame.length;
    begin_sum(&digest, log->end, &frame);
    digest_add(&digest, body[0].iov_base, body[0].iov_len);
    digest_add(&digest, body[1].iov_base, body[1].iov_len);
    digest_end(&digest, frame.sum);
    int error = io_may_grow(end) ? write_at(log->fd, log->end, parts) : -EFBIG;
    if (error == 0)
        log->end = end;
    else
        (void)ftruncate(log->fd, (off_t)log->end);
    return error;
}

int log_add_key(struct log *log, const struct log_key *key)
{
    struct iovec body[2] = {{.iov_base = (void *)(uintptr_t)key, .iov_len = sizeof *key}};
    int error = append(log, FRAME_KEY, body);
    return error != 0 ? error : keep_key(log, key);
}

int log_add_record(struct log *log, const unsigned char *key, const char *bytes, size_t size)
{
    struct iovec body[2] = {
        {.iov_base = (void *)(uintptr_t)key, .iov_len = DIGEST_BYTES},
        {.iov_base = (void *)(uintptr_t)bytes, .iov_len = size},
    };
    return append(log, FRAME_RECORD, body);
}

void log_sync(const struct log *log)
{
    (void)fdatasync(log->fd);
}
