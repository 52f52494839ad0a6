# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools that set up, build and count do what they say."""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import tempfile
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def load_run_tests():
    loader = importlib.machinery.SourceFileLoader("run_tests", os.path.join(TOP, "build-aux", "run-tests"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("run_tests", loader))
    loader.exec_module(module)
    return module


RUN_TESTS = load_run_tests()


class Counting(unittest.TestCase):
    def counts(self, result, text):
        passed, failed, skipped, trouble = RUN_TESTS.judge(result, text)
        return len(passed), len(failed), len(skipped), bool(trouble)

    def test_whole(self):
        self.assertEqual(self.counts("OK", "TAP version 14\n# a\nok 1 /a/b\nok 2 /a/c # SKIP no screen\n1..2\n"), (1, 0, 1, False))
        self.assertEqual(self.counts("FAIL", "1..2\nok 1 - a\nnot ok 2 - b\n# why\n"), (1, 1, 0, False))

    def test_failure_counts_once(self):
        self.assertEqual(self.counts("ERROR", "not ok 1 - a\n1..1\n"), (0, 1, 0, False))

    def test_crash(self):
        self.assertEqual(self.counts("ERROR", "1..2\nok 1 - a\n"), (1, 0, 0, True))

    def test_timeout(self):
        self.assertEqual(self.counts("TIMEOUT", "1..1\nok 1 - a\n"), (1, 0, 0, True))

    def test_no_test(self):
        self.assertEqual(self.counts("OK", ""), (0, 0, 0, True))
        self.assertEqual(self.counts("OK", "1..0\n"), (0, 0, 0, True))

    def test_plan_not_kept(self):
        self.assertEqual(self.counts("OK", "1..3\nok 1 - a\nok 2 - b\n"), (2, 0, 0, True))
        self.assertEqual(self.counts("OK", "ok 1 - a\n"), (1, 0, 0, True))

    def test_failure_after_the_last_test(self):
        self.assertEqual(self.counts("FAIL", "1..1\nok 1 - a\n"), (1, 0, 0, True))
        self.assertEqual(self.counts("ERROR", "1..1\nok 1 - a\n"), (1, 0, 0, True))

    def test_known_trouble_is_trouble(self):
        self.assertEqual(self.counts("FAIL", "1..1\nnot ok 1 - a # TO" "DO some day\n"), (0, 1, 0, False))


class Again(unittest.TestCase):
    def again(self, *second):
        """What counts in the end where a test with windows and another one failed at first."""
        first = [{"name": f"waymark:some / {name}", "result": "FAIL", "stdout": "not ok 1 - a\n1..1\n"} for name in ("display-a", "unit-b")]
        before, RUN_TESTS.run = RUN_TESTS.run, lambda folder, env, names: (0, [{**first[0], **each} for each in second] if names == ["display-a"] else 1 / 0)
        try:
            return {test["name"].split(" / ")[1]: RUN_TESTS.is_bad(test) for test in RUN_TESTS.run_windows_again("", {}, first)}
        finally:
            RUN_TESTS.run = before

    def test_only_windows(self):
        self.assertEqual(self.again({"result": "OK", "stdout": "ok 1 - a\n1..1\n"}), {"unit-b": True, "display-a": False})

    def test_failing_twice_fails(self):
        self.assertEqual(self.again({}), {"unit-b": True, "display-a": True})
        self.assertEqual(self.again(), {"unit-b": True, "display-a": True})


class Runner(unittest.TestCase):
    def run_file(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "test_it.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write("import os, unittest\n" + text)
            done = subprocess.run([sys.executable, os.path.join(TOP, "tests", "taprunner.py"), path],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return done.returncode, done.stdout

    def test_good_and_noisy(self):
        status, out = self.run_file("class A(unittest.TestCase):\n def test_a(self): print('not ok 7'); os.system('echo noise')\n")
        self.assertEqual((status, out), (0, "ok 1 - A.test_a\n1..1\n"))

    def test_bad(self):
        status, out = self.run_file("class A(unittest.TestCase):\n def test_a(self): self.fail('x')\n def test_b(self): pass\n")
        self.assertEqual(status, 1)
        self.assertIn("not ok 1 - A.test_a\n", out)
        self.assertIn("ok 2 - A.test_b\n", out)

    def test_sub_test_and_set_up(self):
        status, out = self.run_file("class A(unittest.TestCase):\n def test_a(self):\n  with self.subTest(1): self.fail('x')\n")
        self.assertEqual((status, out.splitlines()[0]), (1, "not ok 1 - A.test_a"))
        status, out = self.run_file("class A(unittest.TestCase):\n @classmethod\n def setUpClass(cls): 1/0\n def test_a(self): pass\n")
        self.assertEqual((status, out.split()[:2]), (1, ["not", "ok"]))

    def test_none(self):
        status, out = self.run_file("")
        self.assertEqual(status, 1)
        self.assertIn("Bail out!", out)


class Dev(unittest.TestCase):
    def bash(self, script, *arguments):
        return subprocess.run(["bash", "-c", f'repo={TOP}; . "$repo/build-aux/place.sh"; {script}', "bash", *arguments],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def test_usage(self):
        for words in [[], ["nonsense"], ["exec"], ["shot"], ["shot", "a.png", "--colour"], ["run", "a", "b"]]:
            with self.subTest(words=words):
                done = subprocess.run([os.path.join(TOP, "dev"), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn("usage: ./dev run", done.stderr)

    def test_versions(self):
        for version, floor, expected in [("13", "13", 0), ("12", "13", 1), ("13.1", "13", 0), ("25.04", "25.04", 0), ("24.10", "25.04", 1),
                                         ("25.10", "25.04", 0), ("26.04", "25.04", 0), ("9", "13", 1), ("25.08", "25.04", 0)]:
            with self.subTest(version=version, floor=floor):
                self.assertEqual(self.bash('at_least "$1" "$2"', version, floor).returncode, expected)

    def test_package_list(self):
        names = self.bash("packages").stdout.split("\n")[:-1]
        self.assertIn("libgtk-4-dev", names)
        self.assertEqual([name for name in names if not name or " " in name or "#" in name], [])
        self.assertEqual(len(names), len(set(names)))

    def test_old_roots_go_and_used_ones_stay(self):
        with tempfile.TemporaryDirectory() as cache:
            for name in ["debian13-old", "debian13-used", "debian13-cut.part"]:
                os.makedirs(os.path.join(cache, name, "usr"))
            script = ('cache=$1; root=$cache/debian13-used; hold_root; '
                      'bash -c \'repo=$2; . "$repo/build-aux/place.sh"; for old in "$1"/*; do case $old in *.lock) ;; '
                      '*) remove_old_root "$old" ;; esac; done\' bash "$cache" "$repo"')
            done = self.bash(script, cache)
            self.assertEqual(done.stderr, "")
            self.assertEqual(sorted(os.listdir(cache)), ["debian13-used", "debian13-used.lock"])


class Display(unittest.TestCase):
    """The virtual screen is there when it is said to be, and gone afterwards."""

    def start(self, *command, size="640x480"):
        env = dict(os.environ, TMPDIR=self.folder.name)
        return subprocess.Popen([os.path.join(TOP, "build-aux", "with-display"), size, *command], env=env,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def test_screen_and_passing_through(self):
        shown = self.start("sh", "-c", "xwininfo -root | grep geometry; cat; exit 7")
        out, err = shown.communicate("from outside\n", timeout=40)
        self.assertEqual((shown.returncode, err), (7, ""))
        self.assertEqual(out.split(), ["-geometry", "640x480+0+0", "from", "outside"])
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_many_at_once(self):
        shown = [self.start("sh", "-c", "xprop -root _NET_SUPPORTING_WM_CHECK >/dev/null && echo $DISPLAY; read line") for _ in range(3)]
        numbers = [one.stdout.readline() for one in shown]
        for one in shown:
            one.communicate("go\n", timeout=40)
            self.assertEqual(one.returncode, 0)
        self.assertEqual(len(set(numbers)), 3, numbers)

    def test_nothing_is_left_when_it_is_stopped(self):
        shown = self.start("sh", "-c", "echo $DISPLAY; exec sleep 100")
        number = shown.stdout.readline().strip()
        shown.terminate()
        shown.communicate(timeout=40)
        self.assertEqual(shown.returncode, 143)
        self.assertEqual(os.listdir(self.folder.name), [])
        self.assertNotEqual(subprocess.run(["xprop", "-display", number, "-root"], capture_output=True).returncode, 0)

    def test_wrong_use(self):
        for words in [[], ["640x480"], ["640", "true"], ["0x0", "true"]]:
            done = subprocess.run([os.path.join(TOP, "build-aux", "with-display"), *words], capture_output=True)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
