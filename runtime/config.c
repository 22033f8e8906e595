/*
 * The environment, one table of variables; and how many CPUs there are for us.
 *
 * It is read at every execution of a loop, in one pass, so that a program may change its own
 * environment. A value that makes no sense is reported once and then treated as absent: somebody's
 * typing error must not end a run of nine hours.
 *
 * The CPUs are those of the affinity mask (affinity.c), cut to the CPU quota of the control
 * group (version 2) and of the groups above it. That takes several files to find out, longer than
 * many loops take, so it is asked once in the life of the process, before workers are started.
 */
#include "config.h"
#include "api.h"
#include "message.h"
#include "process.h"
#include "quota.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "PPAR_"

/* A whole number, and nothing else but what stands behind it in REST. */
static int parse_number(const char *text, unsigned long long *number, const char *rest)
{
    if (!isdigit((unsigned char)*text))
        return -1;
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno != 0 || strcmp(end, rest) != 0)
        return -1;
    *number = value;
    return 0;
}

/* A whole number >= 1 and nothing else. */
static int parse_count(const char *text, unsigned long long most, unsigned long long *count)
{
    unsigned long long value;
    if (parse_number(text, &value, "") != 0 || value < 1 || value > most)
        return -1;
    *count = value;
    return 0;
}

/* Which of the COUNT words the text is; -1: none. */
static int find_word(const char *text, const char *const *words, int count)
{
    for (int k = 0; k < count; k++) {
        if (strcmp(words[k], text) == 0)
            return k;
    }
    return -1;
}

int config_parse_workers(const char *text, unsigned *workers)
{
    unsigned long long value;
    if (parse_count(text, INT_MAX, &value) != 0)
        return -1;
    *workers = (unsigned)value;
    return 0;
}

int config_parse_schedule(const char *text, int *schedule, uint64_t *chunk)
{
    static const char *const names[] = {
        [PPAR_AUTO] = "auto",
        [PPAR_STATIC] = "static",
        [PPAR_DYNAMIC] = "dynamic",
        [PPAR_GUIDED] = "guided",
    };
    size_t length = strcspn(text, ",");
    unsigned long long iterations = 0;
    if (text[length] == ',' && parse_count(text + length + 1, ULLONG_MAX, &iterations) != 0)
        return -1;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        if (strlen(names[k]) == length && strncmp(names[k], text, length) == 0) {
            *schedule = (int)k;
            *chunk = iterations;
            return 0;
        }
    }
    return -1;
}

int config_parse_switch(const char *text, int *on)
{
    if (strcmp(text, "0") != 0 && strcmp(text, "1") != 0)
        return -1;
    *on = *text == '1';
    return 0;
}

int config_parse_policy(const char *text, int *policy)
{
    static const char *const words[] = {
        [PPAR_STOP] = "stop",
        [PPAR_SKIP] = "skip",
        [PPAR_SERIAL] = "serial",
    };
    int word = find_word(text, words, sizeof words / sizeof *words);
    if (word < 0)
        return -1;
    *policy = word;
    return 0;
}

int config_parse_retries(const char *text, unsigned *retries)
{
    unsigned long long value;
    if (parse_number(text, &value, "") != 0 || value > INT_MAX)
        return -1;
    *retries = (unsigned)value;
    return 0;
}

/* Digits with a point among them, whatever the locale says of points. */
static int parse_decimal(const char *text, double *value, const char **end)
{
    double unit = 1;
    int digits = 0;
    *value = 0;
    for (; isdigit((unsigned char)*text); text++, digits++)
        *value = 10 * *value + (*text - '0');
    if (*text == '.') {
        for (text++; isdigit((unsigned char)*text); text++, digits++)
            *value += (unit /= 10) * (*text - '0');
    }
    *end = text;
    return digits > 0 && *value < 1e9 ? 0 : -1;
}

int config_parse_timeout(const char *text, double *seconds, double *medians)
{
    const char *end;
    double value;
    if (parse_decimal(text, &value, &end) != 0 || (*end != '\0' && strcmp(end, "x") != 0))
        return -1;
    *seconds = *end == '\0' ? value : 0;
    *medians = *end == '\0' ? 0 : value;
    return 0;
}

int config_parse_only(const char *text, uint64_t *loop, uint64_t *k)
{
    unsigned long long execution = 1, iteration;
    const char *colon = strchr(text, ':');
    if (colon != NULL && (parse_number(text, &execution, colon) != 0 || execution < 1))
        return -1;
    if (parse_number(colon != NULL ? colon + 1 : text, &iteration, "") != 0)
        return -1;
    *loop = execution;
    *k = iteration;
    return 0;
}

static int read_policy(const char *text, struct config *config)
{
    config->policy_given = config_parse_policy(text, &config->on_failure) == 0;
    return config->policy_given ? 0 : -1;
}

static int read_retries(const char *text, struct config *config)
{
    config->retries_given = config_parse_retries(text, &config->retries) == 0;
    return config->retries_given ? 0 : -1;
}

static int read_timeout(const char *text, struct config *config)
{
    config->timeout_given = config_parse_timeout(text, &config->seconds, &config->medians) == 0;
    return config->timeout_given ? 0 : -1;
}

static int read_only(const char *text, struct config *config)
{
    config->only = config_parse_only(text, &config->only_loop, &config->only_k) == 0;
    return config->only ? 0 : -1;
}

static int read_output(const char *text, struct config *config)
{
    config->live = strcmp(text, "live") == 0;
    config->ordered = strcmp(text, "ordered") == 0;
    return config->live || config->ordered ? 0 : -1;
}

static int read_workers(const char *text, struct config *config)
{
    return config_parse_workers(text, &config->workers);
}

static int read_schedule(const char *text, struct config *config)
{
    config->schedule_given = config_parse_schedule(text, &config->schedule, &config->chunk) == 0;
    return config->schedule_given ? 0 : -1;
}

int config_parse_bytes(const char *text, uint64_t *bytes)
{
    static const char units[] = "KMGT";
    char number[32];
    size_t length = strspn(text, "0123456789");
    const char *unit = text[length] != '\0' ? strchr(units, text[length]) : NULL;
    unsigned long long value;
    if (length >= sizeof number ||
        (text[length] != '\0' && (unit == NULL || text[length + 1] != '\0')))
        return -1;
    memcpy(number, text, length);
    number[length] = '\0';
    if (parse_count(number, ULLONG_MAX, &value) != 0)
        return -1;
    int shift = unit == NULL ? 0 : 10 * (int)(unit - units + 1);
    if (value > UINT64_MAX >> shift)
        return -1;
    *bytes = (uint64_t)value << shift;
    return 0;
}

int config_parse_bind(const char *text, enum bind *bind)
{
    static const char *const words[] = {"none", "spread", "compact"};
    int word = find_word(text, words, sizeof words / sizeof *words);
    if (word < 0)
        return -1;
    *bind = (enum bind)(BIND_NONE + word);
    return 0;
}

int config_parse_stay(const char *text, enum stay *stay)
{
    static const char *const words[] = {
        [STAY_AUTO] = "auto",
        [STAY_ON] = "on",
        [STAY_OFF] = "off",
    };
    int word = find_word(text, words, sizeof words / sizeof *words);
    if (word < 0)
        return -1;
    *stay = (enum stay)word;
    return 0;
}

/* 0, 1, or per cent. */
int config_parse_verify(const char *text, double *part)
{
    const char *end;
    double value;
    int on;
    if (config_parse_switch(text, &on) == 0) {
        *part = on;
        return 0;
    }
    if (parse_decimal(text, &value, &end) != 0 || strcmp(end, "%") != 0 || value > 100)
        return -1;
    *part = value / 100;
    return 0;
}

int config_parse_gate(const char *text, int *gate)
{
    if (strcmp(text, "on") != 0 && strcmp(text, "off") != 0)
        return -1;
    *gate = strcmp(text, "on") == 0;
    return 0;
}

static int read_gate(const char *text, struct config *config)
{
    config->gate_given = config_parse_gate(text, &config->gate) == 0;
    return config->gate_given ? 0 : -1;
}

static int read_stay(const char *text, struct config *config)
{
    return config_parse_stay(text, &config->stay);
}

static int read_memfree(const char *text, struct config *config)
{
    return config_parse_bytes(text, &config->memory);
}

static int read_bind(const char *text, struct config *config)
{
    return config_parse_bind(text, &config->bind);
}

int config_parse_seed(const char *text, uint64_t *seed)
{
    unsigned long long value;
    if (parse_number(text, &value, "") != 0)
        return -1;
    *seed = value;
    return 0;
}

static int read_seed(const char *text, struct config *config)
{
    return config_parse_seed(text, &config->seed);
}

static int read_serial(const char *text, struct config *config)
{
    return config_parse_switch(text, &config->serial);
}

static int read_verbose(const char *text, struct config *config)
{
    return config_parse_switch(text, &config->verbose);
}

static int read_progress(const char *text, struct config *config)
{
    config->progress_given = config_parse_switch(text, &config->progress) == 0;
    return config->progress_given ? 0 : -1;
}

static int read_trace(const char *text, struct config *config)
{
    config->trace = text;
    return 0;
}

static int read_joblog(const char *text, struct config *config)
{
    config->joblog = text;
    return 0;
}

static int read_report(const char *text, struct config *config)
{
    config->report = text;
    return 0;
}

static int read_checkpoint(const char *text, struct config *config)
{
    config->checkpoint = text;
    return 0;
}

static int read_verify(const char *text, struct config *config)
{
    return config_parse_verify(text, &config->verify);
}

static const struct {
    const char *name;
    int (*read)(const char *text, struct config *config);
    const char *wanted;
} variables[] = {
    {"PPAR_WORKERS", read_workers, "a whole number from 1 on"},
    {"PPAR_SCHEDULE", read_schedule,
     "auto, static, dynamic or guided, then perhaps a comma and a number from 1 on"},
    {"PPAR_SERIAL", read_serial, "0 or 1"},
    {"PPAR_GATE", read_gate, "on or off"},
    {"PPAR_STAY", read_stay, "auto, on or off"},
    {"PPAR_VERBOSE", read_verbose, "0 or 1"},
    {"PPAR_OUTPUT", read_output, "ordered or live"},
    {"PPAR_ON_FAILURE", read_policy, "stop, skip or serial"},
    {"PPAR_RETRIES", read_retries, "a whole number from 0 on"},
    {"PPAR_TIMEOUT", read_timeout, "seconds, as in 2.5, or multiples of the median, as in 10x"},
    {"PPAR_ONLY", read_only,
     "the number of an iteration, as in 17, or of a loop and one, as in 2:17"},
    {"PPAR_MEMFREE", read_memfree, "a number of bytes, perhaps with K, M, G or T behind it"},
    {"PPAR_SEED", read_seed, "a whole number from 0 on"},
    {"PPAR_VERIFY", read_verify, "0, 1, or per cent of the iterations, as in 5%"},
    {"PPAR_BIND", read_bind, "none, spread or compact"},
    {"PPAR_PROGRESS", read_progress, "0 or 1"},
    {"PPAR_TRACE", read_trace, "the name of a file"},
    {"PPAR_JOBLOG", read_joblog, "the name of a file"},
    {"PPAR_REPORT", read_report, "the name of a file"},
    {"PPAR_CHECKPOINT", read_checkpoint, "the name of a folder"},
};

#define VARIABLES (sizeof variables / sizeof *variables)

/* The variable that a line NAME=VALUE of the environment sets, and its value; or VARIABLES. */
static unsigned find_variable(const char *line, const char **value)
{
    unsigned k = 0;
    size_t length = strcspn(line, "=");
    *value = line + length + (line[length] == '=');
    while (k < VARIABLES &&
           (strncmp(variables[k].name, line, length) != 0 || variables[k].name[length] != '\0'))
        k++;
    return k;
}

static void read_variable(unsigned k, const char *text, struct config *config)
{
    if (*text == '\0' || variables[k].read(text, config) == 0)
        return;
    if (process_first_time(SAID_CONFIG + k))
        message("%s=%.40s makes no sense and is ignored: it wants %s", variables[k].name, text,
                variables[k].wanted);
}

/* As for getenv, the first of several lines with the same name counts. */
void config_read(struct config *config)
{
    uint64_t seen = 0;
    memset(config, 0, sizeof *config);
    for (char **line = environ; line != NULL && *line != NULL; line++) {
        const char *value;
        if ((*line)[0] != 'P' || (*line)[1] != 'P' ||
            strncmp(*line, PREFIX, sizeof PREFIX - 1) != 0)
            continue;
        unsigned k = find_variable(*line, &value);
        if (k < VARIABLES && (seen & UINT64_C(1) << k) == 0)
            read_variable(k, value, config);
        if (k < VARIABLES)
            seen |= UINT64_C(1) << k;
    }
}

unsigned config_parse_quota(const char *text)
{
    unsigned long long quota, period;
    if (sscanf(text, "%llu %llu", &quota, &period) != 2 || period == 0)
        return 0;
    unsigned long long cpus = quota / period + (quota % period != 0);
    return cpus > INT_MAX ? 0 : cpus < 1 ? 1 : (unsigned)cpus;
}

static uint64_t read_quota(const char *folder)
{
    char text[64];
    unsigned quota = 0;
    if (quota_read_file(folder, "cpu.max", text, sizeof text) == 0)
        quota = config_parse_quota(text);
    return quota == 0 ? UINT64_MAX : quota;
}

uint64_t config_quota(void)
{
    if (!process.quota_known) {
        process.quota = quota_of_groups(read_quota);
        process.quota_known = 1;
    }
    return process.quota;
}

unsigned config_cpus(const struct config *config)
{
    unsigned cpus = affinity_cpus(config->bind);
    return process.quota_known && process.quota < cpus ? (unsigned)process.quota : cpus;
}
