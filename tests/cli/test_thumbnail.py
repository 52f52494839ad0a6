# SPDX-License-Identifier: GPL-3.0-or-later
"""The command `waymark thumbnail`, as file managers call it for every file that they show."""

import configparser
import fcntl
import hashlib
import json
import os
import pathlib
import shlex
import struct

import waymark
from waymark import DATA, cards, journey


class Thumbnail(waymark.Case):
    def size_of(self, name):
        content = self.path(name).read_bytes()
        self.assertEqual(content[:8], b"\x89PNG\r\n\x1a\n")
        return struct.unpack(">II", content[16:24])

    def everything(self):
        return {path: path.read_bytes() if path.is_file() else None for path in self.folder.rglob("*")}

    def left(self):
        """What lies in the state folder, but for the folder of working copies itself, and the seals of contents that were found whole."""
        return [path for path in self.path(".state").rglob("*") if path.name not in ("waymark", "open", "seals", "seal-key")]

    def test_size(self):
        wide = self.make(content={"maps": [journey(stages=[{"id": f"s{i}", "title": f"Stage {i}"} for i in range(9)])]})
        high = self.make("b.waymark", {"maps": [journey(cards=cards(60))]})
        self.waymark("thumbnail", wide, "t.png")
        self.assertEqual(max(self.size_of("t.png")), 256)
        for size in 1, 128, 1024, 2048:
            with self.subTest(size=size):
                self.waymark("thumbnail", wide, "t.png", "--size", size)
                width, height = self.size_of("t.png")
                self.assertEqual(width, size)
                self.assertLessEqual(height, size)
                self.waymark("thumbnail", "-s", size, high, "t.png")
                width, height = self.size_of("t.png")
                self.assertEqual(height, size)
                self.assertLessEqual(width, size)

    def test_wrong_usage(self):
        name = self.make(content={"maps": [journey()]})
        for words in [], [name], [name, "t.png", "x"], *([name, "t.png", "--size", size] for size in ("0", "-1", "2049", "x", "1.5", "", "1e2")):
            with self.subTest(words=words):
                self.misused("thumbnail", *words)
        self.assertFalse(self.path("t.png").exists())

    def test_the_first_map_that_can_be_drawn(self):
        first, second = journey(id="first", title="First", stages=[{"id": "s1", "title": "One"}], lanes=[]), journey(id="second", title="Second")
        self.make("both.waymark", {"maps": [{"id": "p", "kind": "assets", "title": "Around here"}, first, second]})
        self.make("one.waymark", {"maps": [first]})
        for name in "both", "one":
            self.waymark("thumbnail", f"{name}.waymark", f"{name}.png", "--size", "1024")
        self.assertEqual(self.path("both.png").read_bytes(), self.path("one.png").read_bytes())

    def test_nothing_to_show(self):
        name = self.make(content={"maps": [{"id": "p", "kind": "assets", "title": "Around here"}]})
        self.write("bad.waymark", os.urandom(5000))
        self.make("cut.waymark", {"maps": [journey(cards=cards(50))]})
        self.write("cut.waymark", self.path("cut.waymark").read_bytes()[:20000])
        before = self.everything()
        self.refused("thumbnail", name, "t.png", says="no journey or pathway map")
        self.refused("thumbnail", "bad.waymark", "t.png")
        self.refused("thumbnail", "cut.waymark", "t.png")
        self.refused("thumbnail", "nowhere.waymark", "t.png")
        self.assertEqual(self.everything(), before)

    def test_shows_what_the_public_may_see(self):
        secrets = (DATA / "secrets.json").read_text(encoding="utf-8")
        for name, content in ("a", secrets), ("b", secrets.replace("SECRET-", "HIDDEN-")):
            self.make(f"{name}.waymark", json.loads(content))
            self.waymark("thumbnail", f"{name}.waymark", f"{name}.png", "--size", "2048")
            self.waymark("export", f"{name}.waymark", "--map", "map", "--audience", "desk", "-o", f"{name}-desk.png")
        self.assertNotEqual(self.path("a-desk.png").read_bytes(), self.path("b-desk.png").read_bytes())
        self.assertEqual(self.path("a.png").read_bytes(), self.path("b.png").read_bytes())

    def test_leaves_nothing_but_the_picture(self):
        name = self.make(content={"maps": [journey(cards=cards(20))]})
        before = self.everything()
        self.waymark("thumbnail", name, "t.png")
        after = self.everything()
        self.assertEqual(set(after) - set(before), {self.path("t.png")})
        self.assertEqual({path: after[path] for path in before}, before)
        self.refused("thumbnail", name, "t.png", "--size", "2048", largest=100)
        self.assertEqual(self.left(), [])

    def test_where_nothing_else_may_be_written(self):
        self.path("box").mkdir()
        self.make("box/a.waymark", {"maps": [journey()]})
        self.path("box").chmod(0o555)
        self.env |= {"XDG_STATE_HOME": str(self.path("made/on/the/way"))}
        self.waymark("thumbnail", "box/a.waymark", "t.png")
        self.assertEqual(os.listdir(self.path("box")), ["a.waymark"])

    def test_while_somebody_works_on_it(self):
        name = self.make(content={"maps": [journey()]})
        digest = hashlib.sha256(self.path(name).resolve().as_uri().encode()).hexdigest()[:32]
        folder = self.path(".state") / "waymark" / "open" / digest
        folder.mkdir()
        with open(folder / "lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.write("x.json", {"waymark": 1, "needs": [{"id": "n"}]})
            self.refused("import", name, "x.json", says="already open")
            self.waymark("thumbnail", name, "t.png")
        self.assertEqual(self.left(), [folder, folder / "lock"])

    def test_entry(self):
        entry = configparser.RawConfigParser(delimiters="=")
        entry.optionxform = str
        entry.read(pathlib.Path(os.environ["WAY_THUMBNAILER"]), encoding="utf-8")
        entry = entry["Thumbnailer Entry"]
        name = self.make(content={"maps": [journey()]})
        words = [{"%i": str(self.path(name)), "%o": str(self.path("t.png")), "%s": "128"}.get(word, word) for word in shlex.split(entry["Exec"])]
        self.assertEqual((words[0], entry["TryExec"], entry["MimeType"]), ("waymark", "waymark", "application/vnd.waymark;"))
        self.waymark(*words[1:])
        self.assertEqual(max(self.size_of("t.png")), 128)
