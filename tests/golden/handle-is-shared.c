/* status: 1 */
/* What a database connection stands for is shared by all workers. */
typedef struct sqlite3 sqlite3;

#pragma ppar effects(in(key) out(*value))
void look_up(sqlite3 *db, const int *key, double *value);

double result[10];

void f(sqlite3 *db, const int *key)
{
#pragma ppar for
    for (int i = 0; i < 10; i++)
        look_up(db, key, &result[i]);
}
