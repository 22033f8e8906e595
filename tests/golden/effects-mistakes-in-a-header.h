/* Included by effects-mistakes-in-a-header.c. */
#pragma ppar effects(puer)
double f(double x);
#pragma ppar effects(in(b[0 : length]))
double g(const double *list, int length);
#pragma ppar effects(in(list[0 : length]))
double total(const double *list, int length);
#pragma ppar effects(pure)
extern int no_function;
