/* status: 1 */
/* The program itself makes the calls, after the loop: with what they are given there. */
double x[100], total, part[10];

static double add(double all, double value)
{
    return all + value * x[0];
}

static double plain(double all, double value)
{
    return all + 2 * value;
}

static void fold(double *all, const double *value)
{
    *all += 2 * *value;
}

void reads_what_the_loop_changes(void)
{
#pragma ppar for reduction(add : total)
    for (int i = 0; i < 100; i++) {
        total = add(total, x[i]);
        x[i] = 0;
    }
}

#define FOLD(value) total = plain(total, value);

void out_of_a_macro(void)
{
#pragma ppar for reduction(plain : total)
    for (int i = 0; i < 100; i++) {
        FOLD(x[i])
    }
}

void perhaps_nothing(void)
{
#pragma ppar for reduction(fold : total)
    for (int i = 0; i < 100; i++)
        fold(&total, x[i] > 0 ? &x[i] : 0);
}

void in_any_order(void)
{
#pragma ppar for reduction(fold : part)
    for (int i = 0; i < 100; i++) {
        int k = i % 10;
        fold(&part[k], &x[k++]);
    }
}

void assigned(void)
{
#pragma ppar for reduction(+ : total)
    for (int i = 0; i < 100; i++)
        total = x[i];
}
