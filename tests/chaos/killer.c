/*
 * killer EVERY SEED FILE PROGRAM...: runs the program and kills one of its children (SIGKILL) about
 * every EVERY milliseconds; chance, from the SEED, says when and which. FILE gets the number of
 * kills. Ends as the program did; 128 and the signal if one ended it.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 64 };

static unsigned state;

static unsigned draw(unsigned below)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

static void wait_a_while(unsigned milliseconds)
{
    unsigned long nanoseconds = draw(2 * milliseconds * 1000 + 1) * 1000ul;
    struct timespec span = {(time_t)(nanoseconds / 1000000000), (long)(nanoseconds % 1000000000)};
    nanosleep(&span, NULL);
}

/* Kills one of the program's children; whether there was one. */
static int kill_one(pid_t program)
{
    char path[64];
    int children[MOST], count = 0;
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)program, (int)program);
    FILE *list = fopen(path, "r");
    if (!list)
        return 0;
    while (count < MOST && fscanf(list, "%d", &children[count]) == 1)
        count++;
    fclose(list);
    return count && kill(children[draw((unsigned)count)], SIGKILL) == 0;
}

int main(int argc, char **argv)
{
    if (argc < 5 || atoi(argv[1]) <= 0) {
        fputs("usage: killer EVERY SEED FILE PROGRAM...\n", stderr);
        return 2;
    }
    state = (unsigned)atoi(argv[2]) * 2654435761u;
    pid_t program = fork();
    if (program == 0) {
        execv(argv[4], argv + 4);
        _exit(127);
    }
    int status, kills = 0;
    while (waitpid(program, &status, WNOHANG) == 0) {
        wait_a_while((unsigned)atoi(argv[1]));
        kills += kill_one(program);
    }
    FILE *count = fopen(argv[3], "w");
    if (!count || fprintf(count, "%d\n", kills) < 0 || fclose(count) != 0)
        return 2;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
