#!/usr/bin/env python3
"""Loops that are gone on with: what is printed when a program was killed and run again, as often as
need be, is what it prints at one go. And logs that are of something else, damaged, or in use.

    checkpoint.py [WORD]      all tests, or those whose names contain WORD

Environment: BUILD, the build tree; TEST_CFLAGS, flags for ppcc (sanitizers); SEED; POINTS, at which
the program is killed in each way.
"""
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get("BUILD", os.path.join(HERE, "../../build"))
PPCC = os.path.join(os.path.abspath(BUILD), "bin/ppcc")
FLAGS = os.environ.get("TEST_CFLAGS", "").split()
SEED = int(os.environ.get("SEED", "1"))
POINTS = int(os.environ.get("POINTS", "7"))
LIMIT = 60  # seconds, for each program

ONE = """#include <stdio.h>
#include <stdlib.h>
static double x[1000], y[1000];
int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 40;
    const char *input = getenv("INPUT");
    double scale = input ? atof(input) : 1;
    for (int i = 0; i < n; i++)
        x[i] = i * scale;
#pragma ppar for CLAUSE schedule(dynamic, 1)
    for (int i = 0; i < n; i++) {
        double z = x[i];
        for (int k = 0; k < 20000; k++)
            z = z * 0.999 + EXTRA / (1 + z * z);
        y[i] = z;
        printf("%d %.17g\\n", i, z);
    }
    return 0;
}
"""


class Failure(Exception):
    pass


def check(condition, what):
    if not condition:
        raise Failure(what)


def build(folder, name, text, *flags):
    with open(os.path.join(folder, name + ".c"), "w") as file:
        file.write(text)
    subprocess.run([PPCC, "-O2", *FLAGS, *flags, name + ".c", "-o", name], cwd=folder, check=True,
                   timeout=LIMIT)


def run(folder, *command, limits=None, **variables):
    environment = {**os.environ, "PPAR_WORKERS": "3", **variables}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True,
                          timeout=LIMIT, preexec_fn=limits)


def one(folder, clause='checkpoint("one.log")', extra="0.5"):
    build(folder, "one", ONE.replace("CLAUSE", clause).replace("EXTRA", extra))
    return run(folder, "./one", PPAR_SERIAL="1").stdout


def taken(result):
    """How many iterations came from the log, by PPAR_VERBOSE=1."""
    return [int(n) for n in re.findall(r"(\d+) of \d+ iterations are taken", result.stderr)]


def nothing_runs(folder):
    """Workers end with their parent, though not in the same moment."""
    for _ in range(100):
        left = subprocess.run(["pgrep", "-f", "^" + folder], capture_output=True).stdout
        if not left:
            return True
        time.sleep(0.05)
    return False


def kill_somewhere(folder, command, how, chance):
    """Status of the run, or None: it was killed."""
    environment = {**os.environ, "PPAR_WORKERS": "3"}
    with open(os.path.join(folder, "out"), "w") as out:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(timeout=chance.uniform(0.002, 0.12))
    except subprocess.TimeoutExpired:
        pass
    if how == "group":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.send_signal(signal.SIGINT if how == "interrupt" else signal.SIGKILL)
    process.wait(timeout=LIMIT)
    return None


def logs(folder):
    return [os.path.join(folder, name) for name in os.listdir(folder) if ".log" in name]


def goes_on(folder, command, how, chance):
    """Runs it until it has come to its end; at last for as long as it takes. How often it was
    killed, and its status."""
    for kills in range(30):
        status = kill_somewhere(folder, command, how, chance)
        if status is not None:
            return kills, status
    result = run(folder, *command)
    with open(os.path.join(folder, "out"), "w") as out:
        out.write(result.stdout)
    return 30, result.returncode


def killed(folder, how):
    chance = random.Random(SEED)
    with open(os.path.join(HERE, "kinds.c")) as file:
        build(folder, "kinds", file.read())
    command = [os.path.join(folder, "kinds"), "100", "1500", "lose"]
    expected = run(folder, *command).stdout
    kills = 0
    while kills < POINTS:
        for log in logs(folder):
            os.unlink(log)
        more, status = goes_on(folder, command, how, chance)
        kills += more
        check(status == 3, "status %s" % status)
        with open(os.path.join(folder, "out")) as file:
            check(file.read() == expected, "what is printed differs after %d kills" % kills)
        check(not [log for log in logs(folder) if log.endswith(".old")], "a log was put aside")
    check(nothing_runs(folder), "a process is left")


def test_killed(folder):
    killed(folder, "parent")


def test_killed_with_its_workers(folder):
    killed(folder, "group")


def test_interrupted(folder):
    killed(folder, "interrupt")


def test_command_that_goes_on(folder):
    one(folder, clause="", extra="0.25")
    environment = {**os.environ, "PPAR_WORKERS": "2", "PPAR_CHECKPOINT": "my logs", "INPUT": "3"}
    expected = run(folder, "./one", "200", PPAR_SERIAL="1", INPUT="3").stdout
    process = subprocess.Popen(["./one", "200"], cwd=folder, env=environment, text=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    log = os.path.join(folder, "my logs", "one-one.c-12.log")
    while process.poll() is None and (not os.path.exists(log) or os.path.getsize(log) < 2000):
        time.sleep(0.002)
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=LIMIT)[1]
    check(process.returncode == -signal.SIGTERM, "it ends by %s" % process.returncode)
    command = said.strip().split("; go on with: ")[-1]
    check(command == "PPAR_CHECKPOINT='my logs' ./one 200", said)
    result = run(folder, "sh", "-c", command, PPAR_VERBOSE="1", INPUT="3")
    check(taken(result) and taken(result)[0] >= 3, result.stderr)
    check(result.stdout == expected, "what is printed differs")


def changed(folder, reason, command=("./one",), **variables):
    result = run(folder, *command, PPAR_VERBOSE="1", **variables)
    check(reason in result.stderr and not taken(result), result.stderr)
    check(os.path.exists(os.path.join(folder, "one.log.old")), "the old log is gone")
    serial = run(folder, *command, PPAR_SERIAL="1", **variables)
    check(result.stdout == serial.stdout, "what is printed differs")
    again = run(folder, *command, PPAR_VERBOSE="1", **variables)
    check(taken(again) == [int(again.stdout.count("\n"))], again.stderr)
    check(again.stdout == serial.stdout, "what is printed again differs")


def test_something_has_changed(folder):
    one(folder)
    run(folder, "./one")
    changed(folder, "another command line", ("./one", "50"))
    changed(folder, "another command line", ("./one", "40"))
    changed(folder, "other input", ("./one", "40"), INPUT="1.5")
    changed(folder, "other input", ("./one", "40"), INPUT="1.25")
    one(folder, extra="0.75")
    changed(folder, "another program", ("./one", "40"), INPUT="1.25")
    result = run(folder, "./one", "40", PPAR_SEED="17", PPAR_VERBOSE="1", INPUT="1.25")
    check(taken(result) == [40], "nothing is drawn: " + result.stderr)


def test_seed(folder):
    text = ONE.replace("CLAUSE", 'checkpoint("one.log")').replace("EXTRA", "ppar_random()")
    build(folder, "one", "#include <ppar.h>\n" + text)
    run(folder, "./one")
    changed(folder, "other input", PPAR_SEED="17")


def test_nothing_is_drawn_from_address_layout(folder):
    build(folder, "list", """#include <stdio.h>
#include <stdlib.h>
struct item { char kind; double *value; };
int main(void)
{
    struct item *items = malloc(100 * sizeof *items);
    double *values = malloc(100 * sizeof *values), y[100];
    for (int i = 0; i < 100; i++) {
        values[i] = i;
        items[i].kind = (char)i;
        items[i].value = &values[i];
    }
#pragma ppar for checkpoint("one.log")
    for (int i = 0; i < 100; i++)
        y[i] = items[i].kind + values[i] + (items[i].value != NULL);
    printf("%g\\n", y[99]);
    return 0;
}
""")
    run(folder, "./list")
    result = run(folder, "./list", PPAR_VERBOSE="1")
    check(taken(result) == [100], result.stderr)


def test_torn_and_damaged(folder):
    expected = one(folder)
    run(folder, "./one")
    log = os.path.join(folder, "one.log")
    with open(log, "rb") as file:
        whole = file.read()
    chance = random.Random(SEED)
    cases = [whole[:n] for n in range(0, 400)]
    cases += [whole[:chance.randrange(len(whole))] for _ in range(20)]
    for _ in range(120):
        bytes_ = bytearray(whole)
        for _ in range(chance.choice([1, 1, 1, 5, 50])):
            bytes_[chance.randrange(18, len(whole))] ^= 1 << chance.randrange(8)
        cases.append(bytes(bytes_))
    for _ in range(30):  # pieces in other places, again, or of zeros
        at, size, to = (chance.randrange(18, len(whole)) for _ in range(3))
        piece = chance.choice([whole[at:at + size], bytes(size % 500)])
        cases.append(whole[:to] + piece + whole[to:])
    for case in chance.sample(cases, min(len(cases), 150)) + cases[:20]:
        with open(log, "wb") as file:
            file.write(case)
        result = run(folder, "./one", PPAR_VERBOSE="1")
        check(result.returncode == 0 and result.stdout == expected, "printed: " + result.stderr)
        again = run(folder, "./one", PPAR_VERBOSE="1")
        check(again.stdout == expected, "printed again: " + again.stderr)
        check(taken(again) == [40] or "other" in result.stderr, again.stderr)
        for name in ("one.log.old",):
            if os.path.exists(os.path.join(folder, name)):
                os.unlink(os.path.join(folder, name))


def test_damage_is_told(folder):
    expected = one(folder)
    run(folder, "./one")
    log = os.path.join(folder, "one.log")
    with open(log, "r+b") as file:
        file.seek(600)
        file.write(b"damage")
        file.seek(0, 2)
        file.write(b"a part of a frame")
    result = run(folder, "./one", PPAR_VERBOSE="1")
    check("17 bytes at its end are no whole record" in result.stderr, result.stderr)
    check("are damaged and are computed again" in result.stderr, result.stderr)
    check(taken(result) and 30 < taken(result)[0] < 40, result.stderr)
    check(result.stdout == expected, "what is printed differs")


def test_foreign_files(folder):
    expected = one(folder)
    log = os.path.join(folder, "one.log")
    with open(log, "w") as file:
        file.write("somebody's letter\nto somebody\n")
    result = run(folder, "./one")
    check("it is no log of ppar's" in result.stderr and result.stdout == expected, result.stderr)
    with open(log) as file:
        check(file.read() == "somebody's letter\nto somebody\n", "the letter has changed")
    os.unlink(log)
    os.mkdir(log)
    result = run(folder, "./one")
    check("cannot be opened: Is a directory" in result.stderr, result.stderr)
    check(result.stdout == expected, "what is printed differs")
    os.rmdir(log)
    os.mkfifo(log)
    result = run(folder, "./one")
    check("it is no regular file" in result.stderr, result.stderr)
    check(result.stdout == expected, "what is printed differs")
    os.unlink(log)
    os.symlink("nowhere/at/all", log)
    result = run(folder, "./one")
    check("cannot be opened: No such file" in result.stderr, result.stderr)
    check(result.stdout == expected, "what is printed differs")


def test_in_use(folder):
    expected = one(folder)
    holder = subprocess.Popen(
        [sys.executable, "-c", "import fcntl, time\nf = open('one.log', 'a')\n"
         "fcntl.lockf(f, fcntl.LOCK_EX)\nprint('locked', flush=True)\ntime.sleep(60)"],
        cwd=folder, stdout=subprocess.PIPE, text=True)
    holder.stdout.readline()
    result = run(folder, "./one")
    holder.kill()
    holder.wait()
    check("process %d uses it" % holder.pid in result.stderr, result.stderr)
    check(result.stdout == expected, "what is printed differs")


def test_no_room(folder):
    def small_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    expected = one(folder)
    result = run(folder, "./one", limits=small_files)
    check("cannot be written any more: File too large" in result.stderr, result.stderr)
    check(result.stdout == expected, "what is printed differs")
    result = run(folder, "./one", PPAR_VERBOSE="1")
    check(taken(result) and 5 < taken(result)[0] < 40, result.stderr)
    check(result.stdout == expected, "what is printed after that differs")


def test_full_disk(folder):
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "none", disk],
                      stderr=subprocess.DEVNULL).returncode != 0:
        return
    try:
        expected = one(folder, clause='checkpoint("disk/one.log")')
        result = run(folder, "./one", "300")
        expected = run(folder, "./one", "300", PPAR_SERIAL="1").stdout
        check("No space left on device" in result.stderr, result.stderr)
        check(result.stdout == expected, "what is printed differs")
        result = run(folder, "./one", "300", PPAR_VERBOSE="1")
        check(taken(result) and taken(result)[0] > 20, result.stderr)
        check(result.stdout == expected, "what is printed after that differs")
    finally:
        subprocess.run(["umount", "-l", disk])


def test_read_only(folder):
    expected = one(folder, clause='checkpoint("closed/one.log")')
    result = run(folder, "./one")
    check("cannot be opened: No such file" in result.stderr, result.stderr)
    check(result.stdout == expected, "what is printed differs")
    if os.getuid() != 0:
        os.mkdir(os.path.join(folder, "closed"), 0o500)
        result = run(folder, "./one")
        check("cannot be opened: Permission denied" in result.stderr, result.stderr)
        check(result.stdout == expected, "what is printed differs")


def test_loops_without_a_log(folder):
    expected = one(folder)
    result = run(folder, "./one", PPAR_OUTPUT="live")
    check("has no log: what it prints" in result.stderr, result.stderr)
    check(sorted(result.stdout.split("\n")) == sorted(expected.split("\n")), "printed")
    check(not os.path.exists(os.path.join(folder, "one.log")), "there is a log")
    result = run(folder, "./one", PPAR_VERIFY="1")
    check(result.stdout == expected, "what is printed differs with PPAR_VERIFY")
    one(folder, clause='checkpoint("one.log") if(n < 0)')
    result = run(folder, "./one")
    check(result.stdout == expected and result.stderr == "", result.stderr)


def test_what_is_there_is_not_done_again(folder):
    build(folder, "told", """#include <stdio.h>
static double y[200];
int main(void)
{
#pragma ppar for checkpoint("told.log")
    for (int i = 0; i < 200; i++) {
        double z = i;
        for (int k = 0; k < 20000; k++)
            z = z * 0.999 + 0.5 / (1 + z * z);
        y[i] = z;
        fprintf(stderr, "runs %d\\n", i);
    }
    printf("%.17g\\n", y[17] + y[199]);
    return 0;
}
""")
    expected = run(folder, "./told", PPAR_SERIAL="1").stdout
    log = os.path.join(folder, "told.log")
    for schedule in ("auto", "dynamic", "guided,3", "static", "static,7", "dynamic,5"):
        for workers in ("1", "2", "5"):
            if os.path.exists(log):
                os.unlink(log)
            run(folder, "./told", PPAR_WORKERS="2", PPAR_SCHEDULE="dynamic,4")
            with open(log, "r+b") as file:
                bytes_ = file.read()
                for at in (len(bytes_) // 4, len(bytes_) // 3):
                    file.seek(at)
                    file.write(b"@@@@")
                file.truncate(len(bytes_) * 3 // 4)
            result = run(folder, "./told", PPAR_WORKERS=workers, PPAR_SCHEDULE=schedule,
                         PPAR_VERBOSE="1")
            ran = re.findall(r"runs (\d+)", result.stderr)
            check(result.stdout == expected, "what is printed differs: " + result.stderr)
            check(len(set(ran)) == len(ran) == 200 - taken(result)[0] and 0 < len(ran) < 200,
                  "%s, %s workers: %d run: %s" % (schedule, workers, len(ran), result.stderr))


def test_other_numbers_of_workers(folder):
    with open(os.path.join(HERE, "kinds.c")) as file:
        build(folder, "kinds", file.read())
    expected = run(folder, "./kinds", PPAR_SERIAL="1").stdout
    run(folder, "./kinds")
    for workers in ("1", "2", "7"):
        for kept in (1, 3):
            with open(os.path.join(folder, "kinds.log"), "r+b") as file:
                file.truncate(os.path.getsize(file.name) * kept // 4)
            os.unlink(os.path.join(folder, "words.log"))
            result = run(folder, "./kinds", PPAR_WORKERS=workers)
            check(result.stdout == expected, "printed by %s: %s" % (workers, result.stderr))


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    failed = passed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith("test_") or wanted not in name:
            continue
        folder = tempfile.mkdtemp(prefix="ppar-checkpoint-")
        try:
            test(folder)
            passed += 1
        except (Failure, subprocess.SubprocessError) as problem:
            failed += 1
            print("FAIL %s: %s" % (name[5:], problem))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print("checkpoint: %d passed, %d failed" % (passed, failed))
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
