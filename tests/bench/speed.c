/*
 * speed PROGRAM ARGUMENT...: how much slower this machine is now than the one for which time limits
 * of the tests are meant: a factor, 1 at least. The program, which says nothing of its loops that
 * takes time, is run five times; what counts is the least processor time.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define USUAL 0.031 /* seconds, for ppcc --check on array-affine.c */

static double children(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double run(char **command)
{
    double before = children();
    pid_t pid = fork();
    if (pid == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execv(command[0], command);
        _exit(127);
    }
    int status;
    waitpid(pid, &status, 0);
    return status == 0 ? children() - before : 0;
}

int main(int argc, char **argv)
{
    double least = 1e9;
    for (int k = 0; k < 5 && argc > 1; k++) {
        double seconds = run(argv + 1);
        least = seconds < least ? seconds : least;
    }
    printf("%.2f\n", argc > 1 && least > USUAL ? least / USUAL : 1.0);
    return 0;
}
