/*
 * PPAR_PROGRESS=1, or a progress clause: how far a loop is, on stderr.
 *
 *     sweep.c:12: 42%|########            | 420/1000 [00:03<00:04, 130it/s]
 *
 * On a terminal that is one line which is drawn again, at most ten times a second, as wide as the
 * terminal is then, and only while the program is in its foreground. Elsewhere lines are written,
 * the first after two seconds and each later by half of the time so far, a minute at most. A loop
 * that is over in half a second is not worth a word, so programs with thousands of them are quiet.
 *
 * The parent shows it between two records, or between two batches that it runs itself; what runs
 * serially as a whole cannot be looked into, and is shown at its end.
 *
 * The time that is left comes from the rate of late: iterations may become longer and longer. Each
 * look counts by its share of the last quarter of the time. While nothing comes, the rate stays.
 *
 * Nothing waits for a reader: what cannot be written at once is left out, and if nobody reads any
 * more, that was the last one.
 */
#include "progress.h"
#include "api.h"
#include "clock.h"
#include "config.h"
#include "failure.h"
#include "process.h"
#include "quiet.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SECOND        1000000000LL
#define FIRST_DRAWN   (SECOND / 2)
#define REDRAWN       (SECOND / 10)
#define FIRST_WRITTEN (2 * SECOND)
#define WRITTEN_MOST  (60 * SECOND)
#define LINE_MOST     512
#define BAR_LEAST     6 /* columns; a shorter one is left out */
#define BAR_MOST      40
#define COLUMNS       80 /* of a terminal that does not say */
#define LATE_PART     4  /* of the time so far is "of late" */

/* ---- the line ----------------------------------------------------------------------------- */

void progress_measure(struct progress *progress, uint64_t done, int64_t now)
{
    if (done <= progress->done)
        return;
    double passed = (double)(now - progress->known) + 1;
    double weight = passed / (passed + (double)(now - progress->began) / LATE_PART);
    double rate = (double)(done - progress->done) / passed;
    progress->rate = progress->rate > 0 ? progress->rate + weight * (rate - progress->rate) : rate;
    progress->done = done;
    progress->known = now;
}

/* "03:07" or "1:03:07"; "?" if it is not known. */
static void print_clock(char *text, size_t size, double nanoseconds)
{
    if (nanoseconds < 0 || nanoseconds > 1e18) {
        snprintf(text, size, "?");
        return;
    }
    unsigned long long seconds = (unsigned long long)(nanoseconds / 1e9);
    if (seconds < 3600)
        snprintf(text, size, "%02llu:%02llu", seconds / 60, seconds % 60);
    else
        snprintf(text, size, "%llu:%02llu:%02llu", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/* "130it/s", or "2.5s/it" where there is less than one in a second. Tenths are made of whole
 * numbers: a point is a point in every locale. */
static void print_rate(char *text, size_t size, double rate)
{
    double each = rate * 1e9;
    int is_slow = each < 1;
    double value = is_slow && each > 0 ? 1 / each : each;
    const char *unit = is_slow ? "s/it" : "it/s";
    if (each <= 0 || value > 1e15)
        snprintf(text, size, "?it/s");
    else if (value < 10)
        snprintf(text, size, "%llu.%llu%s", (unsigned long long)(value * 10) / 10,
                 (unsigned long long)(value * 10) % 10, unit);
    else
        snprintf(text, size, "%llu%s", (unsigned long long)value, unit);
}

/* What is left at the rate of late, counted from the last iteration that came; < 0: not known. */
static double time_left(const struct progress *progress, uint64_t done, int64_t now)
{
    uint64_t trips = progress->loop->trips;
    if (done >= trips)
        return 0;
    if (progress->rate <= 0)
        return -1;
    double left = (double)(trips - done) / progress->rate - (double)(now - progress->known);
    return left > 0 ? left : 0;
}

static void print_bar(char *text, int width, double part)
{
    for (int k = 0; k < width; k++)
        text[k] = k < (int)(part * width) ? '#' : ' ';
    text[width] = '\0';
}

void progress_line(const struct progress *progress, uint64_t done, int64_t now, int columns,
                   char *line, size_t size)
{
    char label[256], passed[32], left[32], rate[32], tail[192], bar[BAR_MOST + 1] = "";
    unsigned long long trips = progress->loop->trips, count = done < trips ? done : trips;
    double part = trips > 0 ? (double)count / (double)trips : 1;
    double whole = now > progress->began ? (double)count / (double)(now - progress->began) : 0;
    const char *name = progress->label != NULL && progress->label[0] != '\0'
                           ? progress->label
                           : progress->loop->label;
    if (name != NULL)
        snprintf(label, sizeof label, "%s", name);
    else
        failure_place(progress->loop, label, sizeof label);
    print_clock(passed, sizeof passed, (double)(now - progress->began));
    print_clock(left, sizeof left, time_left(progress, done, now));
    print_rate(rate, sizeof rate, done < trips && progress->rate > 0 ? progress->rate : whole);
    snprintf(tail, sizeof tail, "%llu/%llu [%s<%s, %s]", count, trips, passed, left, rate);
    int percent = (int)(part * 100);
    int room = columns - 1 - (int)strlen(label) - (int)strlen(tail) - 9;
    if (room >= BAR_LEAST)
        print_bar(bar, room < BAR_MOST ? room : BAR_MOST, part);
    if (bar[0] != '\0')
        snprintf(line, size, "%s: %3d%%|%s| %s", label, percent, bar, tail);
    else if (columns == 0 || columns > (int)strlen(label) + (int)strlen(tail) + 8)
        snprintf(line, size, "%s: %d%% %s", label, percent, tail);
    else
        snprintf(line, (size_t)columns < size ? (size_t)columns : size, "%d%% %s", percent, tail);
}

/* ---- stderr ------------------------------------------------------------------------------- */

/* All of it, or nothing that matters. Whether anybody can still read. */
static int write_now(const char *text)
{
    struct pollfd ready = {.fd = STDERR_FILENO, .events = POLLOUT};
    struct quiet quiet;
    if (poll(&ready, 1, 0) < 1)
        return 1;
    if ((ready.revents & (POLLERR | POLLNVAL)) != 0)
        return 0;
    quiet_begin(&quiet);
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    quiet_end(&quiet);
    (void)written;
    return 1;
}

static void say(const char *text)
{
    if (!write_now(text))
        process.progress.loop = NULL;
}

/* A terminal may stop whoever writes to it from the background. */
static int is_in_foreground(void)
{
    pid_t group;
    return ioctl(STDERR_FILENO, TIOCGPGRP, &group) != 0 || group == getpgrp();
}

static int find_columns(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return COLUMNS;
    return size.ws_col;
}

/* Of a copy: where a program has threads, their loops come and go. */
static void show(const struct ppar_loop *loop, uint64_t done, int64_t now, int is_last)
{
    char line[LINE_MOST], whole[LINE_MOST + 16];
    struct progress *progress = &process.progress, shown = *progress;
    shown.loop = loop;
    if (progress->is_terminal && !is_in_foreground())
        return;
    progress_line(&shown, done, now, progress->is_terminal ? find_columns() : 0, line, sizeof line);
    if (progress->is_terminal)
        snprintf(whole, sizeof whole, "\r%s\033[K%s", line, is_last ? "\n" : "");
    else
        snprintf(whole, sizeof whole, "%s\n", line);
    progress->is_drawn = progress->is_terminal && !is_last;
    progress->was_shown = 1;
    say(whole);
}

void progress_leave(void)
{
    struct progress *progress = &process.progress;
    if (!progress->is_drawn || process.in_worker)
        return;
    progress->is_drawn = 0;
    say("\n");
}

void progress_make_way(void)
{
    if (process.progress.is_drawn && isatty(STDOUT_FILENO))
        progress_hide();
}

void progress_hide(void)
{
    struct progress *progress = &process.progress;
    if (!progress->is_drawn || process.in_worker)
        return;
    progress->is_drawn = 0;
    say("\r\033[K");
}

/* ---- loops -------------------------------------------------------------------------------- */

static int is_terminal(void)
{
    const char *kind = getenv("TERM");
    return isatty(STDERR_FILENO) && (kind == NULL || strcmp(kind, "dumb") != 0);
}

/* Of loops inside of others the innermost is shown: the others run serially. */
void progress_begin(const struct ppar_loop *loop, const struct config *config)
{
    struct progress *progress = &process.progress;
    if ((!config->progress && loop->progress == NULL) || loop->trips == 0)
        return;
    if (config->progress_given && !config->progress)
        return;
    int64_t now = clock_now();
    *progress = (struct progress){.loop = loop,
                                  .label = loop->progress,
                                  .began = now,
                                  .known = now,
                                  .next = now + FIRST_DRAWN};
}

/* Where it is shown is asked when there is something to show: most loops are over before. 0: the
 * time for what is there has not come. */
static int find_stderr(struct progress *progress, int64_t now)
{
    if (progress->is_known)
        return 1;
    progress->is_known = 1;
    progress->is_terminal = is_terminal();
    if (fcntl(STDERR_FILENO, F_GETFD) < 0)
        progress->loop = NULL;
    if (!progress->is_terminal)
        progress->next = progress->began + FIRST_WRITTEN;
    return progress->loop != NULL && now >= progress->next;
}

void progress_look(const struct ppar_loop *loop, uint64_t done)
{
    struct progress *progress = &process.progress;
    if (progress->loop != loop || process.in_worker)
        return;
    int64_t now = clock_now();
    progress_measure(progress, done, now);
    if (now < progress->next || !find_stderr(progress, now))
        return;
    int64_t pause = (now - progress->began) / 2;
    progress->next = now + (progress->is_terminal  ? REDRAWN
                            : pause < WRITTEN_MOST ? pause
                                                   : WRITTEN_MOST);
    show(loop, done, now, 0);
}

void progress_end(const struct ppar_loop *loop, uint64_t done)
{
    struct progress *progress = &process.progress;
    if (progress->loop != loop || process.in_worker)
        return;
    int64_t now = clock_now();
    if (progress->was_shown || now - progress->began > FIRST_DRAWN) {
        (void)find_stderr(progress, now);
        if (progress->loop != NULL)
            show(loop, done, now, 1);
    }
    progress->loop = NULL;
}

int progress_patience(int most)
{
    int tenth = (int)(REDRAWN / 1000000);
    return process.progress.loop != NULL && process.progress.is_terminal && most > tenth ? tenth
                                                                                         : most;
}
