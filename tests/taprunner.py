# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one file of unittest tests and prints TAP, so that meson counts and names every test.

In a tests/*/meson.build, for a file test_new.py that holds ordinary unittest.TestCase classes:

    test('new', python, args: [taprunner, files('test_new.py')], protocol: 'tap',
         suite: 'cli', env: test_env, timeout: 120)

A display test is the same with a screen of its own in front:

    test('window', with_display, args: ['1280x800', python, taprunner, files('test_window.py')], protocol: 'tap',
         suite: 'display', env: test_env, timeout: 120)

What tests print goes to stderr. A test is named Class.method; a failing subTest fails its test and is named in the
comment. A file without tests fails. Further arguments choose tests by a part of their name.
"""

import importlib.util
import os
import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self, out):
        super().__init__()
        self.out = out
        self.number = 0
        self.bad = False

    def startTest(self, test):
        super().startTest(test)
        self.trouble = []
        self.skip = None

    def stopTest(self, test):
        super().stopTest(test)
        self.say(name_of(test))

    def say(self, name):
        self.number += 1
        self.bad = self.bad or bool(self.trouble)
        word = "not ok" if self.trouble else "ok"
        skip = "" if self.skip is None or self.trouble else f" # SKIP {self.skip}"
        print(f"{word} {self.number} - {name}{skip}", file=self.out)
        for text in self.trouble:
            for line in text.rstrip().splitlines():
                print(f"# {line}", file=self.out)
        self.out.flush()

    def outside(self, test, trouble=None, skip=None):
        """What setUpClass, setUpModule and their like say: no test was started."""
        self.trouble = [trouble] if trouble else []
        self.skip = skip
        self.say(str(test).replace("#", ""))

    def wrong(self, test, err):
        text = self._exc_info_to_string(err, test)
        if isinstance(test, unittest.TestCase):
            self.trouble.append(text)
        else:
            self.outside(test, trouble=text)

    addError = addFailure = wrong

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.trouble.append(f"{subtest._subDescription()}\n" + self._exc_info_to_string(err, test))

    def addSkip(self, test, reason):
        if isinstance(test, unittest.TestCase) and self.testsRun > 0:
            self.skip = reason
        else:
            self.outside(test, skip=reason)

    def addExpectedFailure(self, test, err):
        self.trouble.append("An expected failure is not a test; say what does happen.")

    def addUnexpectedSuccess(self, test):
        self.trouble.append("Succeeded, though marked as failing.")


def name_of(test):
    return ".".join(test.id().split(".")[-2:])


def flatten(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from flatten(item)
        else:
            yield item


def load(path):
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return unittest.defaultTestLoader.loadTestsFromModule(module)


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: taprunner.py FILE [PART-OF-A-NAME…]")
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # programs that tests start must not write between the TAP lines either
    sys.stdout = sys.stderr

    suite = load(sys.argv[1])
    wanted = sys.argv[2:]
    if wanted:
        suite = unittest.TestSuite(t for t in flatten(suite) if any(part in name_of(t) for part in wanted))
    count = suite.countTestCases()
    if count == 0:
        print("Bail out! There are no tests here.", file=out, flush=True)
        sys.exit(1)
    result = TapResult(out)
    suite.run(result)
    print(f"1..{result.number}", file=out, flush=True)
    sys.exit(1 if result.bad or result.number == 0 else 0)


if __name__ == "__main__":
    main()
