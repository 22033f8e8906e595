/* Pointers into an array. */

struct n { struct n *next; int v; };
static struct n node[100], *head[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        node[i].v = i;
        head[i] = &node[i];
    }
    return head[3]->v;
}
