/* status: 1 */
/* The array of a status clause is of int, writable, and a variable; not part of one, nor several. */
struct record {
    int status[10];
} record;
int square[10], count, ended[10][10];
long wide[10];
const int fixed[10] = {0};
char *text;

void fill(void)
{
#pragma ppar for status(count)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(wide)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(fixed)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(text)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(record.status)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(ended)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(ended[0 : 10])
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
#pragma ppar for status(unknown)
    for (int i = 0; i < 10; i++)
        square[i] = i * i;
}
