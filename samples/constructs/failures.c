/* Exceptions of single tasks, .errorhandling = "pass", parallel --halt never: what fails is left
 * out, and the array says which and how. Built by another compiler the program ends there, so this
 * one is compared with failures.txt. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

static int divided(int dividend, int divisor)
{
    if (divisor == 0)
        abort();
    return dividend / divisor;
}

int main(void)
{
    static int divisor[10] = {5, 4, 3, 2, 1, 0, 1, 2, 3, 4};
    static int quotient[10], ended[10];
#pragma ppar for on_failure(skip) status(ended)
    for (int i = 0; i < 10; i++)
        quotient[i] = divided(100, divisor[i]);
    for (int i = 0; i < 10; i++) {
        if (ended[i] == 0)
            printf("%d: %d\n", i, quotient[i]);
        else
            printf("%d: killed by signal %d\n", i, WTERMSIG(ended[i]));
    }
    return 0;
}
