/* stdout is a terminal: stdio writes each line as it ends, and what has no end of a line waits.
 * What comes out of the terminal is what the serial program shows. */
#include "check.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 20 };

static void body(int i)
{
    char line[32];
    printf("line %d\nrest %d ", i, i);
    putc_unlocked('.', stdout);
    if (i % 3 == 0)
        fflush(stdout);
    sprintf(line, "raw %d ", i);
    if (write(STDOUT_FILENO, line, strlen(line)) < 0)
        abort();
    if (i % 5 == 0 && system("echo shell") != 0)
        abort();
}

static void loop(void)
{
    printf("before ");
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            body(i);
        ppar_commit(&ppar);
    }
    printf("after\n");
}

/* Copies what comes out of the terminal of a child that runs the loop to our own stdout. */
static void scenario(void)
{
    char bytes[4096];
    ssize_t got;
    int status, terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        exit(77);
    int other = open(ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(other, STDOUT_FILENO);
        close(other);
        close(terminal);
        loop();
        exit(0);
    }
    close(other);
    while ((got = read(terminal, bytes, sizeof bytes)) > 0)
        check(write(STDOUT_FILENO, bytes, (size_t)got) == got, "not all is written");
    waitpid(pid, &status, 0);
    check(status == 0, "status %#x", (unsigned)status);
}

int main(void)
{
    if (run(scenario, "PPAR_SERIAL=1")->status == 77 << 8) {
        printf("there are no terminals\n");
        return 0;
    }
    check_equivalent("terminal", scenario, "");
    return check_status();
}
