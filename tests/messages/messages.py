#!/usr/bin/env python3
"""The forms of ppcc's messages: JSON as gcc writes it, SARIF, colours, warnings, remarks, --fix.

    messages.py [WORD]      all tests, or those whose names contain WORD

Environment: BUILD, the build tree. SARIF is held against the published schema where SARIF_SCHEMA
names it (sarif-schema-2.1.0.json of OASIS) and Python has the module jsonschema; that it says what
the text says is tested everywhere.
"""
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get("BUILD", os.path.join(HERE, "../../build"))
PPCC = os.path.join(os.path.abspath(BUILD), "bin/ppcc")

SOURCES = {
    # A collision with two places, and a misspelt clause.
    "sweep.c": """int main(void)
{
    static double a[100];
#pragma ppar for
    for (int i = 1; i < 100; i++)
        a[i] = a[i - 1] * 2;
#pragma ppar for wrokers(3)
    for (int i = 0; i < 100; i++)
        a[i] = i;
    return a[99] != 99;
}
""",
    # Bytes and characters of a line differ, and its tab is wide.
    "umlaut.c": """int main(void)
{
    static double a[100];
#pragma ppar for
    for (int i = 1; i < 100; i++)
\t/* \u00e4\u00f6\u00fc */ a[i] = a[i - 1] * 2;
    return a[99] != 99;
}
""",
    # Two files that do not agree on a variable.
    "one.c": """extern int shared;
int main(void)
{
    static int a[9];
#pragma ppar for
    for (int i = 0; i < 9; i++)
        a[i] = i;
    return a[8] + shared - 8;
}
""",
    "two.c": "long shared = 0;\n",
    "guarded.c": """void move(double *a, int n, int m)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = a[i + m] + 1;
    for (int i = 0; i < n; i++)
        a[i] *= 3;
}
""",
    # Adding up in another order is the user's choice; a comma is none.
    "choice.c": """void sum(const double *restrict a, double *restrict b, double *s)
{
    double t = 0;
    int k, l;
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        t += a[i];
        t += a[i] * a[i];
    }
#pragma ppar for private(k l) shcedule(dynamic)
    for (int i = 0; i < 100; i++) {
        k = i;
        l = k;
        b[i] = l;
    }
    *s = t;
}
""",
}


class Failure(Exception):
    pass


def check(condition, what, shown=""):
    if not condition:
        raise Failure(f"{what}\n{shown}")


def ppcc(*args, env=None, status=None):
    environment = {**os.environ, "LC_ALL": "C", **(env or {})}
    done = subprocess.run([PPCC, *args], capture_output=True, env=environment, timeout=60)
    text = done.stderr.decode("utf-8", "replace")
    if status is not None:
        check(done.returncode == status, f"ppcc {' '.join(args)}: status {done.returncode}", text)
    return text


def lines_of(file):
    with open(file, encoding="utf-8") as stream:
        return stream.read().split("\n")


# ---- the documents ---------------------------------------------------------------------------


def test_json():
    messages = json.loads(ppcc("--check", "--diagnostics-format=json", "umlaut.c", status=1))
    check(len(messages) == 1, "one message", messages)
    message = messages[0]
    check(message["kind"] == "error" and message["id"] == "carried-dependence", "kind", message)
    caret = message["locations"][0]["caret"]
    line = lines_of("umlaut.c")[caret["line"] - 1]
    start = line.index("a[i - 1]")
    check(caret["file"] == "umlaut.c" and caret["line"] == 6, "place", caret)
    check(caret["byte-column"] == len(line[:start].encode()) + 1, "bytes", caret)
    check(caret["display-column"] == len(line[:start].expandtabs(8)) + 1, "screen", caret)
    finish = message["locations"][0]["finish"]
    check(finish["byte-column"] - caret["byte-column"] + 1 == len("a[i - 1]"), "finish", finish)
    note = message["children"][0]
    check(note["kind"] == "note" and "which iteration i = 1 writes" in note["message"], "note", note)


def test_json_fixits():
    messages = json.loads(ppcc("--check", "--diagnostics-format=json", "sweep.c", status=1))
    fixits = [fixit for message in messages for fixit in message.get("fixits", [])]
    check(len(fixits) == 1 and fixits[0]["string"] == "workers", "one fix-it", fixits)
    start, behind = fixits[0]["start"], fixits[0]["next"]
    line = lines_of("sweep.c")[start["line"] - 1]
    replaced = line[start["byte-column"] - 1 : behind["byte-column"] - 1]
    check(replaced == "wrokers", "it replaces the word", replaced)


def test_json_of_nothing():
    check(json.loads(ppcc("--check", "--diagnostics-format=json", "guarded.c")) == [], "none")


def sarif(*args, status=1):
    log = json.loads(ppcc("--check", "--diagnostics-format=sarif", *args, status=status))
    check(log["version"] == "2.1.0" and len(log["runs"]) == 1, "version", log)
    validate(log)
    return log["runs"][0]


def validate(log):
    schema = os.environ.get("SARIF_SCHEMA")
    if not schema:
        return
    import jsonschema

    with open(schema, encoding="utf-8") as stream:
        jsonschema.validate(log, json.load(stream))


def region_text(region, file):
    check(region["startLine"] == region["endLine"], "one line", region)
    line = lines_of(file)[region["startLine"] - 1]
    return line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_says_what_the_text_says():
    run = sarif("sweep.c", "umlaut.c", "one.c", "two.c")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    said = sorted(
        (result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], result["ruleId"])
        for result in run["results"]
    )
    text = ppcc("--check", "sweep.c", "umlaut.c", "one.c", "two.c", status=1)
    printed = sorted(
        (file, label.replace("-Wppar-", ""))
        for file, label in re.findall(r"^(\S+?):.*(?:error|warning): .* \[(\S+)\]$", text, re.M)
    )
    check(said == printed and len(said) > 3, f"{said} is not {printed}")
    for result in run["results"]:
        check(rules[result["ruleIndex"]] == result["ruleId"], "rule", result)
        check(result["level"] in ("error", "warning"), "level", result)


def test_sarif_flow():
    (result,) = sarif("umlaut.c")["results"]
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    texts = [
        region_text(step["location"]["physicalLocation"]["region"], "umlaut.c") for step in steps
    ]
    check(texts == ["a[i] = a[i - 1] * 2", "a[i - 1]"], "first the write, then the read", texts)
    check("iteration i = 2 reads a[1]" in steps[0]["location"]["message"]["text"], "iterations")


def test_sarif_fix():
    fixes = [result["fixes"] for result in sarif("sweep.c")["results"] if "fixes" in result]
    change = fixes[0][0]["artifactChanges"][0]["replacements"][0]
    check(region_text(change["deletedRegion"], "sweep.c") == "wrokers", "deleted", change)
    check(change["insertedContent"]["text"] == "workers", "inserted", change)


def test_sarif_paths():
    os.mkdir("a b%")
    shutil.copy("sweep.c", "a b%/sweep.c")
    for file, expected in (
        ("a b%/sweep.c", {"uri": "a%20b%25/sweep.c", "uriBaseId": "PWD"}),
        (os.path.abspath("sweep.c"), {"uri": "file://" + os.path.abspath("sweep.c")}),
    ):
        run = sarif(file)
        location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        check(location == expected, "uri", location)
    check(run["originalUriBaseIds"]["PWD"]["uri"] == f"file://{os.getcwd()}/", "base", run)


def test_junk_is_still_json():
    with open("junk.c", "wb") as stream:
        stream.write(b"int main(void) {\n#pragma ppar for \xff\xfe(\x01)\nfor (;;) ;\n}\n")
    check(len(json.loads(ppcc("--check", "--diagnostics-format=json", "junk.c"))) > 0, "messages")
    check(len(sarif("junk.c")["results"]) > 0, "results")


def test_file_for_messages():
    text = ppcc("--check", "--diagnostics-format=sarif", "--diagnostics-file=out.sarif", "sweep.c")
    check(text == "", "nothing on stderr", text)
    with open("out.sarif", encoding="utf-8") as stream:
        check(len(json.load(stream)["runs"][0]["results"]) == 2, "results in the file")
    text = ppcc("--check", "--diagnostics-file=no/such/folder/x", "sweep.c", status=2)
    check("no/such/folder/x" in text, "the file is named", text)


# ---- colours ---------------------------------------------------------------------------------


def on_terminal(*args, **env):
    """What ppcc writes to a terminal."""
    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "LC_ALL": "C", **env}
    environment = {name: value for name, value in environment.items() if value is not None}
    started = subprocess.Popen([PPCC, *args], stderr=child, stdout=subprocess.DEVNULL, env=environment)
    os.close(child)
    text = b""
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
    started.wait(timeout=60)
    os.close(parent)
    return text.decode()


def test_colors():
    plain = ppcc("--check", "sweep.c")
    check("\33" not in plain, "no colour into a pipe", plain)
    colored = ppcc("--check", "-fdiagnostics-color=always", "sweep.c")
    check("\33[1;31merror:\33[0m" in colored, "errors are red", colored)
    check(re.sub("\33\\[[0-9;]*m", "", colored) == plain, "the text is the same", colored)
    for args, env, is_colored in (
        ([], {"NO_COLOR": None}, True),
        ([], {"NO_COLOR": ""}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": None, "TERM": "dumb"}, False),
        (["-fdiagnostics-color=always"], {"NO_COLOR": "1"}, True),
        (["-fdiagnostics-color=never"], {"NO_COLOR": None}, False),
        (["-fno-color-diagnostics"], {"NO_COLOR": None}, False),
    ):
        text = on_terminal("--check", *args, "sweep.c", **env)
        check(("\33[" in text) == is_colored and "error:" in text, f"{args} {env}", text)


# ---- warnings and remarks --------------------------------------------------------------------


def test_warnings():
    files = ("--check", "one.c", "two.c")
    check("[-Wppar-link-conflict]" in ppcc(*files, status=0), "a warning")
    check("warning" not in ppcc(*files, "-Wno-ppar-link-conflict", status=0), "off")
    check("warning" not in ppcc(*files, "-w", status=0), "-w")
    check("error:" in ppcc(*files, "-Werror=ppar-link-conflict", status=1), "an error")
    check("error:" in ppcc(*files, "-Werror", status=1), "an error by -Werror")
    text = ppcc(*files, "-Wppar-nothing", status=2)
    check("the warnings are effects-broken link-conflict" in text, "the list", text)


def test_compiler_never_sees_them():
    ppcc("-Wno-ppar-link-conflict", "-Rppar", "-Werror=ppar", "-Wall", "-Werror", "-c", "guarded.c",
         status=0)
    os.remove("guarded.o")


def test_remarks():
    check("remark" not in ppcc("--check", "guarded.c", status=0), "none without being asked")
    text = ppcc("--check", "-Rppar", "guarded.c", status=0)
    check("guarded.c:4:5: remark: loop on 'i' runs in parallel: guarded by" in text, "loop", text)
    for part in ("'a' is inout", "out: 8 bytes per iteration", "operations an iteration"):
        check(part in text, part, text)
    check("[-Rppar-missed]" not in text, "not what was missed", text)
    text = ppcc("--check", "-Rppar-missed", "guarded.c", status=0)
    check("guarded.c:4:5: remark: loop on 'i' runs serially unless" in text, "guard", text)
    check("guarded.c:6:5: remark: loop on 'i' runs serially: with" in text, "no pragma", text)
    text = ppcc("-Rppar-missed", "-c", "two.c", "-o", "two.o", status=0)
    check(text == "", "a file without loops", text)


# ---- --fix -----------------------------------------------------------------------------------


def test_fix():
    before = lines_of("choice.c")
    os.chmod("choice.c", 0o640)
    os.symlink("choice.c", "link.c")
    text = ppcc("--fix", "link.c", status=1)
    after = lines_of("choice.c")
    changed = [(old, new) for old, new in zip(before, after) if old != new]
    check(
        changed
        == [("#pragma ppar for private(k l) shcedule(dynamic)",
             "#pragma ppar for private(k, l) schedule(dynamic)")],
        "what is certain is mended, and a choice is not made", changed,
    )
    check("--fix made 2 changes" in text, "it says how many", text)
    check("[inexact-reduction]" in text and "[clause-syntax]" not in text, "what is left", text)
    check(os.path.islink("link.c") and os.stat("choice.c").st_mode & 0o777 == 0o640, "the file's way")
    text = ppcc("--fix", "link.c", status=1)
    check("--fix made" not in text and lines_of("choice.c") == after, "nothing is left", text)


def test_fix_needs_files():
    check("stdin is none" in ppcc("--fix", "-x", "c", "-", status=2), "stdin")
    check("alone" in ppcc("--fix", "--suggest", "sweep.c", status=2), "--suggest")
    os.chmod(".", 0o755)


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    tests = [(name, run) for name, run in globals().items() if name.startswith("test_")]
    failed = passed = 0
    for name, run in tests:
        if wanted not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            for file, text in SOURCES.items():
                with open(file, "w", encoding="utf-8") as stream:
                    stream.write(text)
            try:
                run()
                passed += 1
            except (Failure, KeyError, IndexError, ValueError) as failure:
                print(f"FAIL {name}: {failure!r}" if not isinstance(failure, Failure)
                      else f"FAIL {name}: {failure}")
                failed += 1
            os.chdir("/")
    print(f"messages: {passed} passed, {failed} failed")
    if not os.environ.get("SARIF_SCHEMA"):
        print("messages: SARIF_SCHEMA is not set: not held against the published schema")
    return failed != 0 or passed == 0


sys.exit(main())
