# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input gets one plain sentence, and nothing is lost or half done."""

import json
import os
import shutil
import subprocess
import time
import unittest

import waymark
from waymark import DATA, cards, journey

TOO_DEEP = 1_000_000


def as_bytes(value):
    return value if isinstance(value, bytes) else json.dumps(value).encode()


class Json(waymark.Case):
    def setUp(self):
        super().setUp()
        self.make(content={"maps": [journey(title="Mine", cards=cards(2))], "stories": [{"id": "mine", "text": "words"}]})
        self.before = self.path("a.waymark").read_bytes()

    def refuse(self, content, says=None):
        self.write("x.json", as_bytes(content))
        line = self.refused("import", "a.waymark", "x.json", says=says)
        self.assertEqual(self.path("a.waymark").read_bytes(), self.before)
        return line

    def refuse_each(self, contents):
        for content in contents:
            with self.subTest(content=content[:60] if isinstance(content, bytes) else content):
                self.refuse(content)

    def test_not_json(self):
        self.refuse_each([b"", b" ", b"{", b"nothing", b"[]", b"3", b'"waymark"', b"null", b'{"waymark":1}x', b'{"waymark":1,}',
                          b'{"waymark":01}', b"{'waymark':1}", b'{"waymark":1 "maps":[]}', b'{"waymark":1}{"waymark":1}',
                          b'{"waymark":1,"maps":[]', b'{"waymark":1} // remark', b'{"waymark":1,"maps":[,]}', b"\xef\xbb\xbf"])

    def test_line(self):
        self.refuse(b'{\n  "waymark": 1,\n  "maps": oops\n}', says="line 3")

    def test_nested_too_deep(self):
        for start, end in (b"[", b"]"), (b'{"a":', b"}"):
            self.refuse(start * TOO_DEEP + b"1" + end * TOO_DEEP, says="deep")
            self.refuse(b'{"waymark":1,"maps":' + start * TOO_DEEP, says="deep")

    def test_versions(self):
        self.refuse({}, says="not from Waymark")
        self.refuse({"maps": []}, says="not from Waymark")
        self.refuse({"waymark": 2}, says="newer")
        self.refuse_each([{"waymark": "1"}, {"waymark": 0}, {"waymark": 1.5}, {"waymark": None}, {"waymark": []}])

    def test_text(self):
        self.refuse(b'{"waymark":1,"workspace":{"title":"a\x00b"}}', says="NUL")
        self.refuse(b'{"waymark":1,"workspace":{"title":"a\\u0000b"}}', says="NUL")
        self.refuse(b'{"waymark":1,"workspace":{"title":"a\nb"}}', says="control character")
        for bad in b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xe2\x82", b"\xf5\x80\x80\x80":
            self.refuse(b'{"waymark":1,"workspace":{"title":"' + bad + b'"}}', says="UTF-8")
        for bad in b"\\ud800", b"\\udc00", b"\\ud800\\ud800", b"\\ud83dx", b"\\uDFFF\\uD800":
            self.refuse(b'{"waymark":1,"workspace":{"title":"' + bad + b'"}}', says="half a character")
        self.refuse_each([b'{"waymark":1,"workspace":{"title":"' + bad + b'"}}' for bad in (b"\\x", b"\\u12", b"\\u12g4", b"\\")])

    def test_numbers(self):
        for bad in b"1e999", b"-1e999", b"NaN", b"Infinity", b"-Infinity", b"+1", b".5", b"5.", b"0x10", b"1e", b"--1":
            with self.subTest(bad=bad):
                self.refuse(b'{"waymark":1,"needs":[{"lat":' + bad + b"}]}")
        self.refuse({"waymark": 1, "needs": [{"id": "n", "lat": 90.5}]}, says="lat")
        self.refuse({"waymark": 1, "needs": [{"id": "n", "priority": 1.5}]}, says="priority")
        self.refuse({"waymark": 1, "measures": [{"id": "n", "max": 10**30}]}, says="max")
        self.refuse({"waymark": 1, "maps": [{"id": "x", "kind": "journey", "version": 2**60}]}, says="version")

    def test_keys(self):
        self.refuse(b'{"waymark":1,"maps":[],"maps":[]}', says="maps")
        self.refuse(b'{"waymark":1,"needs":[{"title":"a","t\\u0069tle":"b"}]}', says="title")
        self.refuse({"waymark": 1, "colour": 1}, says="colour")
        self.refuse({"waymark": 1, "needs": [{"id": "n", "co\nlour\x1b[31m": 1}]}, says="needs.co")
        self.refuse({"waymark": 1, "stories": [{"id": "x", "consent": {"audience": "team", "form": 3}}]}, says="stories.consent.form")
        self.refuse({"waymark": 1, "maps": [journey(id="x", steps=[])]}, says="maps.steps")
        self.refuse({"waymark": 1, "workshops": [{"id": "x", "attendance": [{"id": "y", "count": 1}]}]}, says="workshops.attendance.id")

    def test_ids(self):
        self.refuse({"waymark": 1, "needs": [{"id": "n"}, {"id": "n"}]}, says="“n”")
        self.refuse({"waymark": 1, "needs": [{"id": "n"}], "assets": [{"id": "n"}]}, says="“n”")
        for bad in "", "a b", "é", "x" * 65, "a/b", 7, None, True, ["a"]:
            with self.subTest(bad=bad):
                self.refuse({"waymark": 1, "needs": [{"id": bad}]}, says="id")

    def test_references(self):
        def card(**more):
            return {"waymark": 1, "maps": [journey(id="x", stages=[{"id": "x.s"}], lanes=[{"id": "x.l"}],
                                                   cards=[{"id": "x.c", "lane": "x.l", "stage": "x.s"} | more])]}

        self.refuse(card(lane="nowhere"), says="nowhere")
        self.refuse(card(lane="x.s"), says="stage")
        self.refuse(card(lane="l"), says="another map")
        self.refuse(card(stage="mine"), says="story")
        self.refuse(card(stage=""), says="stage")
        self.refuse({"waymark": 1, "evidence": [{"id": "e", "story": "mine", "on": "nowhere"}]}, says="nowhere")
        self.refuse({"waymark": 1, "evidence": [{"id": "e", "story": "mine", "on": "l"}]}, says="lane")
        self.refuse({"waymark": 1, "evidence": [{"id": "e", "on": "c0"}]}, says="“e”")
        self.refuse({"waymark": 1, "evidence": [{"on": "c0", "story": "mine", "quote": "mine"}]}, says="evidence.1")
        self.refuse({"waymark": 1, "maps": [journey(id="x", stages=[], lanes=[], flags=[{"id": "f", "on": "mine"}])]}, says="“f”")
        self.refuse({"waymark": 1, "themes": [{"id": "t", "parent": "u"}, {"id": "u", "parent": "t"}]}, says="parent")
        self.refuse({"waymark": 1, "themes": [{"id": "t", "parent": "t"}]}, says="parent")

    def test_quotes_lie_in_their_story(self):
        for start, end in (0, 6), (3, 3), (4, 2), (-1, 2), (0.5, 2):
            with self.subTest(start=start, end=end):
                self.refuse({"waymark": 1, "stories": [{"id": "s2", "text": "👩🏽‍🦽é", "quotes": [{"id": "q", "start": start, "end": end}]}]},
                            says="“q”")

    def test_values_of_another_type(self):
        for bad in 1, True, None, [], {}, ["a"]:
            self.refuse({"waymark": 1, "needs": [{"id": "n", "title": bad}]}, says="title")
        for bad in "1", True, None, [], {}:
            self.refuse({"waymark": 1, "needs": [{"id": "n", "lat": bad}]}, says="lat")
        for bad in "a", [1], {"a": "b"}, [None]:
            self.refuse({"waymark": 1, "personas": [{"id": "p", "needs": bad}]}, says="needs")
        self.refuse_each([{"waymark": 1, "maps": {}}, {"waymark": 1, "maps": [1]}, {"waymark": 1, "maps": [[]]}, {"waymark": 1, "maps": None},
                          {"waymark": 1, "workspace": []}, {"waymark": 1, "maps": [{"id": "x"}]},
                          {"waymark": 1, "maps": [{"id": "x", "kind": "mood"}]}, {"waymark": 1, "maps": [journey(id="x", cards=3)]},
                          {"waymark": 1, "stories": [{"id": "x", "consent": "public"}]},
                          {"waymark": 1, "stories": [{"id": "x", "recorded": "2026-02-30"}]},
                          {"waymark": 1, "maps": [journey(id="x", stages=[], lanes=[{"id": "y", "kind": "frontstage"}])]},
                          {"waymark": 1, "prototypes": [{"id": "x", "participants": [{"id": "y", "aspects": {"money": 3}}]}]}])

    def test_nothing_is_half_imported(self):
        before = self.export("a.waymark", "--audience", "desk")
        self.refuse({"waymark": 1, "maps": [journey(id="x", stages=[{"id": "x.s"}], lanes=[])],
                     "needs": [{"id": f"n{i}"} for i in range(500)] + [{"id": "last", "priority": 9}]}, says="last")
        self.assertEqual(self.export("a.waymark", "--audience", "desk"), before)

    def test_sources(self):
        self.refused("import", "a.waymark", "nowhere.json", says="nowhere.json")
        self.path("folder.json").mkdir()
        self.refused("import", "a.waymark", "folder.json", says="folder")
        self.refused("import", "nowhere.waymark", DATA / "every-kind.json", says="nowhere.waymark")
        self.refused("import", "a.waymark", "/dev/zero", "--as", "json", says="/dev/zero")


class Large(waymark.Case):
    def test_ten_thousand_cards(self):
        before = time.monotonic()
        name = self.make(content={"maps": [journey(cards=cards(10_000))]})
        self.assertEqual(self.info(name)["maps"][0]["cards"], 10_000)
        exported = self.export(name)
        self.assertEqual([card["id"] for card in exported["maps"][0]["cards"]], [f"c{i}" for i in range(10_000)])
        self.assertLess(time.monotonic() - before, 60)

    def test_a_long_card(self):
        text = "Es war einmal ein Weg 👣 " * 4000
        name = self.make(content={"maps": [journey(cards=[{"id": "c", "lane": "l", "stage": "s", "text": text}])]})
        self.assertEqual(self.export(name)["maps"][0]["cards"][0]["text"], text)

    def test_a_map_without_stages(self):
        name = self.make(content={"maps": [{"id": "m", "kind": "journey", "title": "Empty"}]})
        self.assertEqual(self.info(name)["maps"], [{"id": "m", "kind": "journey", "title": "Empty", "stages": 0, "lanes": 0, "cards": 0,
                                                    "feeling": []}])
        for format in "json", "pdf", "svg", "png":
            self.waymark("export", name, "-o", f"x.{format}")


class Files(waymark.Case):
    def each_command(self, name):
        self.write("x.json", {"waymark": 1, "maps": [journey()]})
        return [["info", name], ["check", name], ["export", name, "-o", "out.json"], ["import", name, "x.json"]]

    def refused_by_all(self, name):
        before = self.path(name).read_bytes() if self.path(name).is_file() else None
        for words in self.each_command(name):
            with self.subTest(words=words):
                self.refused(*words)
        self.assertFalse(self.path("out.json").exists())
        if before is not None:
            self.assertEqual(self.path(name).read_bytes(), before)

    def test_missing(self):
        self.refused_by_all("nowhere.waymark")
        self.refused_by_all("nowhere/at/all.waymark")

    def test_foreign(self):
        for content in b"", b"x", b"SQLite format 3\x00" + bytes(200), b'{"waymark": 1}', os.urandom(5000):
            self.write("a.waymark", content)
            self.refused_by_all("a.waymark")
        self.path("b.waymark").mkdir()
        self.refused_by_all("b.waymark")

    def test_truncated(self):
        self.make(content={"maps": [journey(cards=cards(50))]})
        whole = self.path("a.waymark").read_bytes()
        for length in 1, 100, 4096, len(whole) // 2, len(whole) - 1:
            self.write("b.waymark", whole[:length])
            self.refused_by_all("b.waymark")

    def test_newer(self):
        self.make()
        content = bytearray(self.path("a.waymark").read_bytes())
        content[60:64] = (9999).to_bytes(4, "big")
        self.write("a.waymark", bytes(content))
        self.refused("info", "a.waymark", says="newer")
        self.refused_by_all("a.waymark")

    def test_unreadable(self):
        self.make()
        self.path("a.waymark").chmod(0)
        if os.access(self.path("a.waymark"), os.R_OK):
            raise unittest.SkipTest("whoever runs this may read everything")
        for words in self.each_command("a.waymark"):
            self.refused(*words)
        self.path("a.waymark").chmod(0o600)

    def test_read_only_folder(self):
        self.path("box").mkdir()
        self.make("box/a.waymark")
        self.write("old.json", "old")
        self.write("x.json", {"waymark": 1, "maps": [journey()]})
        self.path("box").chmod(0o555)
        if os.access(self.path("box"), os.W_OK):
            raise unittest.SkipTest("whoever runs this may write everywhere")
        self.refused("new", "box/b.waymark")
        self.refused("export", "box/a.waymark", "-o", "box/out.json")
        self.refused("import", "box/a.waymark", "x.json")
        self.assertEqual(self.info("box/a.waymark")["maps"], [])
        self.assertEqual(os.listdir(self.path("box")), ["a.waymark"])

    def test_folder_that_is_not_there(self):
        self.make()
        for out in "gone/x.json", "gone/x.pdf", "a.waymark/x.json":
            self.refused("export", "a.waymark", "-o", out)
        self.refused("new", "gone/b.waymark")
        self.path("folder.json").mkdir()
        self.refused("export", "a.waymark", "-o", "folder.json", says="folder")

    def test_folder_that_is_gone(self):
        self.make()
        self.path("gone").mkdir()
        shutil.copy(self.path("a.waymark"), self.path("gone"))
        here = os.open(self.path("gone"), os.O_RDONLY)
        self.addCleanup(os.close, here)
        shutil.rmtree(self.path("gone"))
        for words in ["new", "b.waymark"], ["info", "a.waymark"], ["export", "a.waymark", "-o", "x.json"]:
            done = subprocess.run([os.environ["WAYMARK"], *words], env=self.env, capture_output=True, timeout=100,
                                  preexec_fn=lambda: os.fchdir(here))
            self.assertEqual((done.returncode, done.stdout), (1, b""), words)
            self.assertRegex(done.stderr.decode(), r"\Awaymark: The folder [^\n]+\n\Z")

    def test_full_disk(self):
        name = self.make(content={"maps": [journey(cards=cards(3000))]})
        self.write("out.json", "old")
        self.refused("export", name, "-o", "out.json", largest=65536)
        self.assertEqual(self.path("out.json").read_text(), "old")
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".waymark")], [])
        before = self.path(name).read_bytes()
        self.write("x.json", {"waymark": 1, "maps": [journey(cards=cards(5000))]})
        self.refused("import", name, "x.json", largest=len(before))
        self.assertEqual(self.path(name).read_bytes(), before)
        self.assertEqual(self.info(name)["maps"][0]["cards"], 3000)
        self.refused("new", "b.waymark", "--sample", "living-well", largest=100_000)
        self.assertFalse(self.path("b.waymark").exists())

    def test_folder_of_working_copies_that_cannot_be_made(self):
        self.make()
        shutil.rmtree(self.path(".state"), ignore_errors=True)
        self.write(".state", "in the way")
        self.refused("info", "a.waymark")
