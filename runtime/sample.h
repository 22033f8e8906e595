/* PPAR_VERIFY=5%: see sample.c. */
#ifndef PPAR_SAMPLE_H
#define PPAR_SAMPLE_H

struct ppar_run;

/* 1: the loop is to be checked in this process, either all of it or, in a copy of the process, as
 * much as is wanted, with the program's stderr in *MESSAGES; 0: that has been done; or -errno.
 * Where there is a difference the program ends here. */
int sample_begin(struct ppar_run *run, int *messages);

#endif
