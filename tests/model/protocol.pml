/*
 * How chunks get from the claim counter into the parent's memory, while workers are killed at any
 * moment: no interleaving loses an iteration, applies one twice, or never ends.
 *
 * The steps are those of the runtime, with the names of its functions: worker.c (claim, slot, record),
 * inbox.c and order.c (take, hold, queue, apply in order), merge.c (the end of a worker, what is
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

mtype = { RECORD, END }

/* Shared: share.c. */
byte claimed, limit = ITERS;
byte slot_first[CHILDREN], slot_last[CHILDREN];

/* Of the kernel: the pipes, who lives and who is killed. */
chan pipe[CHILDREN] = [1] of { mtype, byte, byte };
bool alive[CHILDREN], killed[CHILDREN];
byte deaths = DEATHS;

/* What the iterations are worth: 0, or applied, or skipped. */
byte applied[ITERS];

/* ---- worker.c ----------------------------------------------------------------------------- */

proctype worker(byte me, task, task_end; bool only_task)
{
    byte first, last;
    {
        do
        :: if
           :: task < task_end ->
               if
               :: task >= limit -> break
               :: else -> first = task; last = task + 1; task++
               fi
           :: task >= task_end && only_task -> break
           :: task >= task_end && !only_task ->
               first = claimed; /* schedule_propose */
               if
               :: first >= limit || first >= ITERS -> break
               :: else ->
                   last = (first + CHUNK < ITERS -> first + CHUNK : ITERS);
                   d_step { /* schedule_claim */
                       if
                       :: claimed == first -> claimed = last
                       :: else -> last = first
                       fi
                   }
               fi
           fi;
           if
           :: first == last -> skip /* another one was faster */
           :: else ->
               slot_first[me] = first;
               slot_last[me] = last;
               if
               :: first <= BAD && BAD < last -> killed[me] = true; (false)
               :: else -> skip
               fi;
               pipe[me]!RECORD(first, last);
               slot_first[me] = 0;
               slot_last[me] = 0
           fi
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
byte seen[CHILDREN], task_first[CHILDREN], task_last[CHILDREN], trial[CHILDREN], fails[CHILDREN];

/* What waits: 0, or the end of a range that begins here and has come whole. A skipped one too. */
byte waiting[ITERS];

inline launch(who)
{
    slot_first[who] = 0;
    slot_last[who] = 0;
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
        assert(first >= seen[k] && first >= next);
        if
        :: first == next ->
            pipe[k]?kind, first, last;
            held[k] = false; seen[k] = last; moved = true;
            apply(first, last)
        :: first != next -> /* there is room for it */
            pipe[k]?kind, first, last;
            held[k] = false; seen[k] = last; moved = true;
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
    :: first == last -> first = seen[k]; last = seen[k]
    :: else -> skip
    fi;
    if
    :: first < task_last[k] && last < task_last[k] -> last = task_last[k]
    :: else -> skip
    fi;
    if
    :: i == 1 && !SKIP -> failed = true; lower_limit(first)
    :: else ->
        if
        :: i == 1 -> waiting[first] = first + 1; first++
        :: else -> skip
        fi;
        task_first[k] = first;
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
        if
        :: first < last && seen[k] < last -> /* lost */
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
    seen[k] = next;
    only[k] = true;
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
