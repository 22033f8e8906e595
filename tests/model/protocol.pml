/*
 * How chunks get from the claim counter into the parent's memory, while workers are killed at any
 * moment: no interleaving loses an iteration, applies one twice, or never ends.
 *
 * The steps are those of the runtime, with the names of its functions: worker.c (slot, record), claim.c
 * and share.c (claims, stocks; a piece is one iteration), inbox.c and order.c (take, hold, queue, apply in order), merge.c (the end of a worker, what is
 * missing), retry.c (what is lost is run again, one iteration at a time). Left out: the bytes of a
 * record (it is in the pipe whole or not at all; what a dead worker has left of one is thrown away),
 * and what else may fail.
 *
 *     DEATHS   so many workers are killed from outside, at any moment
 *     BAD      an iteration that kills its worker each time; ITERS: none does
 *     SKIP     1: the loop goes on without it; 0: it ends there
 *     RETRIES  it may fail once more for each
 */
#ifndef ITERS
#define ITERS 4
#endif
#ifndef CHUNK
#define CHUNK 2
#endif
#ifndef DEATHS
#define DEATHS 2
#endif
#ifndef BAD
#define BAD ITERS
#endif
#ifndef SKIP
#define SKIP 0
#endif
#ifndef RETRIES
#define RETRIES 0
#endif

#define WORKERS  2
#define CHILDREN 3 /* one is spare, for iterations that nobody has */
#define NOBODY   255
#define EMPTY    255

mtype = { RECORD, END }

/* Shared: share.c. */
byte claimed, limit = ITERS;
byte slot_first[CHILDREN], slot_last[CHILDREN];
byte stock[CHILDREN] = EMPTY, stock_end[CHILDREN];

/* Of the kernel: the pipes, who lives and who is killed. */
chan pipe[CHILDREN] = [1] of { mtype, byte, byte };
bool alive[CHILDREN], killed[CHILDREN];
byte deaths = DEATHS;

/* What the iterations are worth: 0, or applied, or skipped. */
byte applied[ITERS];

/* ---- share.c ------------------------------------------------------------------------------ */

#define HAS_STOCK(c) (stock[c] != EMPTY)

/* stock_take: FROM and TO are what is got, or equal. */
inline stock_take(who, size, from, to)
{
    d_step {
        if
        :: stock[who] == EMPTY -> from = 0; to = 0
        :: else ->
            from = stock[who];
            to = (from + (size) < stock_end[who] -> from + (size) : stock_end[who]);
            stock[who] = (to == stock_end[who] -> EMPTY : to);
            stock_end[who] = (stock[who] == EMPTY -> 0 : stock_end[who])
        fi
    }
}

/* ---- claim.c and worker.c ----------------------------------------------------------------- */

#define HALF(c) ((stock_end[c] - stock[c] + 1) / 2)

/* claim_from_stock */
inline claim_from_stock()
{
    if
    :: HAS_STOCK(me) && stock[me] >= limit -> from = 0; to = 0
    :: else -> stock_take(me, 1, from, to)
    fi
}

/* begin: the first iteration is run, the rest is the new stock. A kill may come in between. */
inline begin()
{
    if
    :: from != to && from + 1 < to ->
        d_step { stock[me] = from + 1; stock_end[me] = to; to = from + 1 }
    :: from == to || from + 1 == to -> skip
    fi
}

inline claim_unclaimed()
{
    do
    :: from = claimed; /* schedule_propose */
       to = (from + CHUNK < ITERS -> from + CHUNK : ITERS);
       if
       :: from >= limit || from >= ITERS -> to = from; break
       :: else ->
           d_step { /* schedule_claim */
               if
               :: claimed == from -> claimed = to
               :: else -> to = from
               fi
           }
           if
           :: from != to -> break
           :: else -> skip /* another one was faster */
           fi
       fi
    od
}

/* claim_of_another: only when the parent has taken all that was sent, which it counts; that nothing
 * is left in the pipe is the same. */
inline claim_of_another()
{
    do
    :: HAS_STOCK(1 - me) && stock[1 - me] < limit && empty(pipe[me]) ->
        stock_take(1 - me, HALF(1 - me), from, to);
        if
        :: from != to -> break
        :: else -> skip
        fi
    :: !HAS_STOCK(1 - me) || stock[1 - me] >= limit -> from = 0; to = 0; break
    od
}

inline claim()
{
    in_task = task < task_end;
    if
    :: in_task && task >= limit -> task = task_end; from = 0; to = 0; only_task = true
    :: in_task && task < limit -> from = task; to = task + 1; task++
    :: !in_task && only_task -> from = 0; to = 0
    :: !in_task && !only_task ->
        claim_from_stock();
        if
        :: from == to ->
            claim_unclaimed();
            if
            :: from == to -> claim_of_another()
            :: else -> skip
            fi;
            begin()
        :: else -> skip
        fi
    fi
}

/* The record that is open, if there is one. */
inline send()
{
    if
    :: first != last ->
        pipe[me]!RECORD(first, last);
        slot_first[me] = 0;
        slot_last[me] = 0;
        first = 0;
        last = 0
    :: else -> skip
    fi
}

proctype worker(byte me, task, task_end; bool only_task)
{
    byte first, last, from, to;
    bool in_task;
    {
        do
        :: if /* next_piece */
           :: first != last && !in_task -> claim_from_stock() /* may_go_on */
           :: true -> skip
           fi;
           if
           :: from != to && from == last -> skip
           :: else ->
               send();
               if
               :: from == to -> claim()
               :: else -> skip
               fi;
               if
               :: from == to -> break
               :: else -> first = from
               fi
           fi;
           last = to;
           slot_first[me] = first;
           slot_last[me] = last;
           if
           :: from == BAD -> killed[me] = true; (false)
           :: else -> skip
           fi;
           from = 0;
           to = 0
        od;
        pipe[me]!END(0, 0)
    } unless { killed[me] };
    alive[me] = false
}

/* ---- somebody outside --------------------------------------------------------------------- */

active proctype killer()
{
    do
    :: atomic { deaths > 0 && alive[0] && !killed[0] -> killed[0] = true; deaths-- }
    :: atomic { deaths > 0 && alive[1] && !killed[1] -> killed[1] = true; deaths-- }
    :: atomic { deaths > 0 && alive[2] && !killed[2] -> killed[2] = true; deaths-- }
    :: true -> break
    od
}

/* ---- the parent --------------------------------------------------------------------------- */

byte next, first, last, k, i, quiet;
bool moved, failed;
mtype kind;
bool open[CHILDREN], done[CHILDREN], held[CHILDREN], stopped[CHILDREN], vacant[CHILDREN];
bool again[CHILDREN], only[CHILDREN];
byte rest[CHILDREN], rest_end[CHILDREN];
byte seen[CHILDREN], task_first[CHILDREN], task_left[CHILDREN], task_last[CHILDREN], trial[CHILDREN], fails[CHILDREN];

/* What waits: 0, or the end of a range that begins here and has come whole. A skipped one too. */
byte waiting[ITERS];

inline launch(who)
{
    slot_first[who] = 0;
    slot_last[who] = 0;
    if
    :: rest[who] != rest_end[who] -> stock[who] = rest[who]; stock_end[who] = rest_end[who]
    :: else -> skip
    fi;
    rest[who] = 0;
    rest_end[who] = 0;
    killed[who] = false;
    open[who] = true;
    done[who] = false;
    held[who] = false;
    stopped[who] = false;
    alive[who] = true;
    run worker(who, task_first[who], task_last[who], only[who])
}

inline lower_limit(to)
{
    if
    :: to < limit -> limit = to
    :: else -> skip
    fi
}

inline apply(from, to)
{
    assert(from == next);
    i = from;
    do
    :: i < to -> assert(applied[i] == 0); applied[i]++; i++
    :: else -> break
    od;
    next = to
}

inline note_seen()
{
    seen[k] = last;
    if
    :: task_left[k] == first && first < task_last[k] -> task_left[k] = last
    :: else -> skip
    fi
}

/* inbox_take and order_deliver: the record at the head of k's pipe. */
inline take()
{
    pipe[k]?<kind, first, last>;
    if
    :: kind == END -> pipe[k]?kind, first, last; done[k] = true; moved = true
    :: kind == RECORD && first >= limit -> /* merge_stop */
        killed[k] = true; stopped[k] = true; held[k] = false;
        !alive[k];
        do
        :: nempty(pipe[k]) -> pipe[k]?kind, first, last
        :: empty(pipe[k]) -> break
        od
    :: kind == RECORD && first < limit ->
        assert(first >= next);
        if
        :: first == next ->
            pipe[k]?kind, first, last;
            held[k] = false; note_seen(); moved = true;
            apply(first, last)
        :: first != next -> /* there is room for it */
            pipe[k]?kind, first, last;
            held[k] = false; note_seen(); moved = true;
            assert(waiting[first] == 0);
            waiting[first] = last
        :: first != next -> held[k] = true /* or there is none */
        fi
    fi
}

/* order_advance */
inline advance()
{
    do
    :: next < limit && waiting[next] != 0 ->
        last = waiting[next];
        waiting[next] = 0;
        apply(next, last);
        moved = true
    :: else -> break
    od
}

inline digest()
{
    do
    :: moved = false;
       k = 0;
       do
       :: k < CHILDREN ->
           if
           :: open[k] && nempty(pipe[k]) -> take()
           :: !open[k] || empty(pipe[k]) -> skip
           fi;
           k++
       :: else -> break
       od;
       advance();
       if
       :: !moved -> break
       :: else -> skip
       fi
    od
}

/* retry_death: first and last are what is lost, or equal. */
inline retry_death()
{
    if
    :: first < last && last - first == 1 && again[k] && task_first[k] == first ->
        if
        :: trial[k] != first -> trial[k] = first; fails[k] = 0
        :: else -> skip
        fi;
        fails[k]++;
        i = (fails[k] > RETRIES -> 1 : 0)
    :: else -> i = 0
    fi;
    if
    :: task_left[k] < task_last[k] -> first = task_left[k]; last = task_last[k]
    :: task_left[k] >= task_last[k] && first == last -> first = seen[k]; last = seen[k]
    :: task_left[k] >= task_last[k] && first != last -> skip
    fi;
    if
    :: i == 1 && !SKIP -> failed = true; lower_limit(first)
    :: else ->
        if
        :: i == 1 -> waiting[first] = first + 1; first++
        :: else -> skip
        fi;
        task_first[k] = first;
        task_left[k] = first;
        task_last[k] = last;
        seen[k] = first;
        vacant[k] = true
    fi
}

/* finish_child and note_death */
inline finish()
{
    !alive[k];
    open[k] = false;
    if
    :: !done[k] && !stopped[k] ->
        first = slot_first[k];
        last = slot_last[k];
        stock_take(k, EMPTY, rest[k], rest_end[k]);
        if
        :: first < last && seen[k] != last -> /* lost */
            if
            :: first >= limit -> skip
            :: else -> retry_death()
            fi
        :: else -> first = 0; last = 0; retry_death()
        fi
    :: else -> skip
    fi
}

inline finish_ended()
{
    k = 0;
    do
    :: k < CHILDREN ->
        if
        :: open[k] && !held[k] && (done[k] || (!alive[k] && empty(pipe[k]))) -> finish()
        :: !open[k] || held[k] || (!done[k] && (alive[k] || nempty(pipe[k]))) -> skip
        fi;
        k++
    :: else -> break
    od
}

#define RUNS(c)    (vacant[c] || (open[c] && !held[c]))
#define IS_STUCK   (!RUNS(0) && !RUNS(1) && !RUNS(2) && next < limit)
#define IS_DONE    (!open[0] && !open[1] && !open[2] && !vacant[0] && !vacant[1] && !vacant[2] && \
                    next >= limit)
#define HAS_NEWS(c) (open[c] && !held[c] && (nempty(pipe[c]) || !alive[c]))

/* What a held worker has sent is not missing. */
inline not_beyond_held(who)
{
    if
    :: open[who] && nempty(pipe[who]) ->
        pipe[who]?<kind, first, last>;
        if
        :: kind == RECORD && first < task_last[k] -> task_last[k] = first
        :: kind != RECORD || first >= task_last[k] -> skip
        fi
    :: !open[who] || empty(pipe[who]) -> skip
    fi
}

/* retry_missing: a child that has ended, or the spare one. */
inline missing()
{
    k = 0;
    do
    :: k < CHILDREN && open[k] -> k++
    :: else -> break
    od;
    assert(k < CHILDREN);
    task_first[k] = next;
    task_last[k] = next + 1;
    do
    :: task_last[k] < limit && waiting[task_last[k]] == 0 -> task_last[k]++
    :: else -> break
    od;
    not_beyond_held(0);
    not_beyond_held(1);
    not_beyond_held(2);
    task_left[k] = next;
    seen[k] = next;
    only[k] = true;
    rest[k] = 0;
    rest_end[k] = 0;
    vacant[k] = true
}

/* retry_fill and stop_beyond_limit */
inline fill()
{
    k = 0;
    do
    :: k < CHILDREN ->
        if
        :: vacant[k] ->
            vacant[k] = false;
            if
            :: task_first[k] < limit -> again[k] = true; launch(k)
            :: else -> skip
            fi
        :: !vacant[k] && open[k] && slot_first[k] != slot_last[k] && slot_first[k] >= limit ->
            killed[k] = true;
            stopped[k] = true
        :: else -> skip
        fi;
        k++
    :: else -> break
    od
}

active proctype parent()
{
    atomic {
        k = 0;
        do
        :: k < CHILDREN -> trial[k] = NOBODY; k++
        :: else -> break
        od;
        launch(0);
        launch(1)
    }
    do
    :: /* merge_run */
       atomic { digest() };
       atomic { finish_ended() };
       atomic {
           if
           :: IS_STUCK -> missing()
           :: else -> skip
           fi;
           fill()
       };
       if
       :: IS_DONE -> break
       :: else -> skip
       fi;
       if /* listen */
       :: HAS_NEWS(0) || HAS_NEWS(1) || HAS_NEWS(2) -> quiet = 0
       :: timeout -> quiet++; assert(quiet < 3) /* else it would wait for ever */
       fi
    od;
    atomic {
        assert(next == limit);
        assert(failed || limit == ITERS);
        assert(!failed || DEATHS > 0 || limit == BAD);
        i = 0;
        do
        :: i < ITERS -> assert(applied[i] == (i < limit -> 1 : 0)); i++
        :: else -> break
        od
    }
}
