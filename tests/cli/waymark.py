# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command waymark, as tests/cli does, in a folder of its own and with no display."""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile
import unittest

DATA = pathlib.Path(os.environ["WAY_TEST_DATA"])
SAMPLES = pathlib.Path(os.environ["WAY_SAMPLE_DIR"])


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="waymark-cli-"))
        self.addCleanup(self.remove)
        self.env = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}
        self.env |= {"LC_ALL": "C.UTF-8", "XDG_STATE_HOME": str(self.folder / ".state"), "HOME": str(self.folder)}

    def remove(self):
        for path in self.folder.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(self.folder)

    def start(self, *args, largest=None, **more):
        """Runs `waymark ARGS`, with no file larger than `largest` bytes; gives what subprocess.run gives."""
        limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))) if largest is not None else None
        return subprocess.run([os.environ["WAYMARK"], *map(str, args)], cwd=self.folder, env=self.env, preexec_fn=limit, timeout=100,
                              **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more))

    def waymark(self, *args, **more):
        """Runs it, which must do; gives what it said."""
        done = self.start(*args, **more)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), args)
        return done.stdout.decode() if done.stdout is not None else None

    def refused(self, *args, status=1, says=None, silent=True, **more):
        """Runs it, which must fail in one plain line; gives the line."""
        done = self.start(*args, **more)
        line = done.stderr.decode()
        self.assertEqual(done.returncode, status, (args, line))
        self.assertRegex(line, r"\Awaymark: [^\x00-\x1f]+\n\Z", args)
        if silent:
            self.assertFalse(done.stdout, args)
        if says is not None:
            self.assertIn(says, line)
        return line

    def misused(self, *args, **more):
        return self.refused(*args, status=2, **more)

    def path(self, name):
        return self.folder / name

    def write(self, name, content):
        if isinstance(content, bytes):
            self.path(name).write_bytes(content)
        else:
            self.path(name).write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return name

    def make(self, name="a.waymark", content=None):
        """A new workspace, with what is in `content`."""
        self.waymark("new", name)
        if content is not None:
            self.waymark("import", name, self.write("content.json", {"waymark": 1} | content))
        return name

    def export(self, name, *options):
        self.waymark("export", name, *options, "-o", "exported.json")
        return json.loads(self.path("exported.json").read_text(encoding="utf-8"))

    def info(self, name):
        return json.loads(self.waymark("info", name, "--json"))


def journey(**more):
    return {"id": "m", "kind": "journey", "stages": [{"id": "s"}], "lanes": [{"id": "l", "kind": "doing"}]} | more


def cards(count):
    return [{"id": f"c{i}", "lane": "l", "stage": "s", "text": f"card {i}"} for i in range(count)]
