/* One invocation of ppcc that has something to translate, or to say. */
#ifndef PPCC_DRIVER_H
#define PPCC_DRIVER_H

/* Returns the exit status. */
int drive(int argc, char **argv);

#endif
