/* A callee goes on from where the last call stopped. */
#pragma ppar effects(state(dice))
int roll(void);
int r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        r[i] = roll();
    }
}
