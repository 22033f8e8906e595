/* status: 1 */
/* Everything that can be wrong with declared effects before a loop is looked at. */
#pragma ppar effects(in(a[0 : m]))
double f1(const double *a, int n);
#pragma ppar effects(out(a))
double f2(double *a, int n);
#pragma ppar effects(out(a[0 : n]))
double f3(const double *a, int n);
#pragma ppar effects(in(n))
double f4(const double *a, int n);
#pragma ppar effects(pure, stdout)
double f5(const double *a, int n);
#pragma ppar effects(in())
double f6(const double *a, int n);
#pragma ppar effects(in(a[0 : n])
double f7(const double *a, int n);
#pragma ppar effects(in)
double f8(const double *a, int n);
#pragma ppar effects(fresh)
double f9(const double *a, int n);
#pragma ppar effects(in(a[0 : n], out(a))
double f10(const double *a, int n);
#pragma ppar effects(puer)
double f11(const double *a, int n);
#pragma ppar effects(calls(a))
double f12(const double *a, int n);
#pragma ppar effects(pure)
int x;
#pragma ppar effects(pure)
double f13(double), f14(double);
#pragma ppar effects(pure)
double f15(double);
#pragma ppar effects(pure)
double f15(double);
#pragma ppar effects(in(a + 1))
double f16(const double *a, int n);
#pragma ppar effects(in(a[0 : n] a))
double f17(const double *a, int n);
#pragma ppar effects()
double f18(const double *a, int n);
#pragma ppar effects
double f19(const double *a, int n);
#pragma ppar effects(stdout(1))
double f20(const double *a, int n);
struct o;
#pragma ppar effects(in(o))
double f21(struct o *o);
#pragma ppar effects(state(1 + 2), frees(n))
double f22(double *a, int n);
#pragma ppar effects(in(a[0 : 1.5]))
double f23(double *a, int n);
double g(void) {
    double a[3];
#pragma ppar effects(pure)
    extern double f24(double);
    return f1(a, 3) + f2(a, 3) + f3(a, 3) + f4(a, 3) + f9(a, 3) + f16(a, 1) + f15(1) + f13(1) + f24(1) + f21(0) + f22(a,1) + f23(a,1);
}
