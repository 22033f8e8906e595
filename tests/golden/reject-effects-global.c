/* A callee updates a global variable. */
int seen;
#pragma ppar effects(inout(seen))
void note(int i);

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        note(i);
    }
}
