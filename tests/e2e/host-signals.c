/* verdict: proven */
/* Handlers, the mask, an ignored signal and errno are after the loop what they were before it. */
#include "show.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

static volatile sig_atomic_t seen;

static void handler(int number)
{
    seen += number == SIGUSR1;
}

static void report(void)
{
    sigset_t mask;
    struct sigaction action;
    static const int numbers[] = {SIGUSR1, SIGCHLD, SIGPIPE, SIGINT, SIGTERM, SIGALRM};

    sigprocmask(SIG_SETMASK, NULL, &mask);
    for (int k = 0; k < 6; k++) {
        sigaction(numbers[k], NULL, &action);
        printf("%d: %s%s\n", k, sigismember(&mask, numbers[k]) ? "blocked " : "",
               action.sa_handler == SIG_DFL   ? "default"
               : action.sa_handler == SIG_IGN ? "ignored"
               : action.sa_handler == handler ? "handler"
                                              : "other");
    }
}

int main(void)
{
    int a[10];
    sigset_t mask;

    FILL(a, 10, -1);
    signal(SIGUSR1, handler);
    signal(SIGPIPE, SIG_IGN);
    sigemptyset(&mask);
    sigaddset(&mask, SIGALRM);
    sigprocmask(SIG_BLOCK, &mask, NULL);
    report();
    errno = E2BIG;
#pragma ppar for
    for (int i = 1; i < 9; i++)
        a[i] = i;
    printf("errno %d\n", errno == E2BIG);
    report();
    raise(SIGUSR1);
    printf("seen %d\n", (int)seen);
    SHOW("%d", a, 10);
    return 0;
}
