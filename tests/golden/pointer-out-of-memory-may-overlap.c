/* status: 1 */
/* Where the members of a list are is not known. */
struct node {
    struct node *next;
    int value;
};

void f(int *sum, struct node **list, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int part = 0;

        for (struct node *node = list[i]; node; node = node->next)
            part += node->value;
        sum[i] = part;
    }
}
