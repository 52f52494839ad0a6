# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree keeps the rules of the house."""

import glob
import os
import re
import shutil
import struct
import subprocess
import tempfile
import unittest

import rules

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FILES = {}


def setUpModule():
    FILES.update(rules.read_tree(TOP))


def chosen(*endings, under=""):
    return {path: text for path, text in FILES.items() if path.startswith(under) and path.endswith(endings)}


def is_script(path):
    return FILES[path].startswith(("#!/usr/bin/env bash", "#!/bin/sh"))


class Tree(unittest.TestCase):
    def hold(self, rule, files):
        self.assertTrue(files, "there is nothing to look at")
        found = [sentence for path, text in files.items() for sentence in rule(path, text)]
        if found:
            self.fail("\n" + "\n".join(found))

    def test_layers(self):
        self.hold(rules.layers, chosen(".c", ".h", under="src/"))

    def test_rings(self):
        headers = {path.removeprefix("src/"): text for path, text in chosen(".c", ".h", under="src/").items()}
        self.assertEqual(list(rules.rings(headers)), [])

    def test_sizes(self):
        self.hold(rules.sizes, chosen(".c", ".h", ".ui"))

    def test_opening(self):
        scripts = {path: text for path, text in FILES.items() if text.startswith("#!")}
        builds = {path: text for path, text in chosen("meson.build", "meson.options").items() if text.count("\n") > 5}
        self.hold(rules.opening, chosen(".c", ".h", ".py", ".sh", ".ui", ".css") | builds | scripts)

    def test_forbidden(self):
        self.hold(rules.forbidden, chosen(".c", ".h", under="src/") | chosen(".ui", under="ui/"))

    def test_plain(self):
        self.hold(rules.plain, FILES)

    def test_hosts(self):
        self.hold(rules.hosts, FILES)

    def test_interface(self):
        for path, text in chosen(".ui").items():
            self.assertEqual(list(rules.interface(path, text)), [])

    def test_potfiles(self):
        found = list(rules.potfiles(FILES.get("po/POTFILES.in", ""), FILES))
        if found:
            self.fail("\n" + "\n".join(found) + "\n\npython3 tests/tidy/rules.py >po/POTFILES.in writes it anew")


class Syntax(unittest.TestCase):
    def test_shell(self):
        scripts = [path for path in FILES if path.endswith(".sh") or is_script(path)]
        self.assertIn("dev", scripts)
        for path in scripts:
            with self.subTest(path=path):
                subprocess.run(["bash", "-n", os.path.join(TOP, path)], check=True)

    def test_python(self):
        for path, text in FILES.items():
            if path.endswith(".py") or text.startswith("#!/usr/bin/env python3"):
                with self.subTest(path=path):
                    compile(text, path, "exec")


@unittest.skipUnless(glob.glob(os.path.join(TOP, "src", "app", "*.c")), "nothing opens a window yet")
class Desktop(unittest.TestCase):
    """What desktops and software centres read, checked by their own tools."""

    def check(self, endings, command, suffix):
        found = chosen(*endings, under="data/")
        self.assertTrue(found, f"data/ has no {suffix}")
        with tempfile.TemporaryDirectory() as folder:
            for path in found:
                plain_name = os.path.basename(path).split(suffix)[0] + suffix
                copy = shutil.copy(os.path.join(TOP, path), os.path.join(folder, plain_name))
                result = subprocess.run([*command, copy], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                self.assertEqual(result.returncode, 0, result.stdout)

    def test_desktop_file(self):
        self.check((".desktop.in", ".desktop"), ["desktop-file-validate"], ".desktop")

    def test_screenshots(self):
        """Each is in docs/images/, as large as it is said to be, and has a caption."""
        found = re.findall(r'<caption>([^<]+)</caption>\s*<image type="source" width="(\d+)" height="(\d+)">https://[^<]*/images/([^<]+)</image>',
                           FILES["data/org.waymark.Waymark.metainfo.xml.in"])
        self.assertTrue(3 <= len(found) <= 6)
        for caption, width, height, name in found:
            with open(os.path.join(TOP, "docs", "images", name), "rb") as file:
                self.assertEqual(struct.unpack(">II", file.read(24)[16:]), (int(width), int(height)), caption)

    def test_metainfo(self):
        self.check((".metainfo.xml.in", ".metainfo.xml"), ["appstreamcli", "validate", "--pedantic", "--no-net"], ".metainfo.xml")

    def test_keys(self):
        """Whatever key the application sets is in the list of keys that it shows."""
        keys = re.findall(r'\{ "(?:win|app|window)\.[\w-]+", \{ "([^"]+)"', FILES["src/app/way-application.c"])
        listed = " ".join(re.findall(r'\{ "([^"]+)", N_', FILES["src/app/way-keys-dialog.c"])).split()
        self.assertGreater(len(keys), 20)
        self.assertEqual([key for key in keys if key not in listed], [])
