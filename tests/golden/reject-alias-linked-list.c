/* status: 1 */
/* The pointer walks along a list. */
struct node {
    struct node *next;
    int value;
};
int a[100];

void f(struct node *node)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = node->value;
        node = node->next;
    }
}
