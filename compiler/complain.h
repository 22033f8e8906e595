/* Errors that are not about the user's code. Each returns the exit status for its kind, 2. */
#ifndef PPCC_COMPLAIN_H
#define PPCC_COMPLAIN_H

enum { EXIT_USER_ERROR = 1, EXIT_USAGE_OR_ENVIRONMENT = 2 };

/* The command line is wrong. */
int usage_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The machine refuses something: WHAT, and the errno value that says why. */
int environment_error(const char *what, int error);

#endif
