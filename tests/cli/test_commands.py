# SPDX-License-Identifier: GPL-3.0-or-later
"""What each command does when it is used as it should be, and what it says when it is not."""

import json
import os
import shutil
import subprocess

import waymark
from waymark import DATA, SAMPLES, journey


class Usage(waymark.Case):
    def test_help_and_version(self):
        self.assertIn("waymark export FILE", self.waymark("--help"))
        self.assertRegex(self.waymark("--version"), r"\Awaymark \d+\.\d+\.\d+\n\Z")
        for command in "new", "info", "export", "import", "check":
            self.assertIn(f"waymark {command}", self.waymark(command, "--help"))

    def test_wrong_usage(self):
        self.make()
        for words in (["--frobnicate"], ["frobnicate", "a.waymark"], ["new"], ["new", "a", "b"], ["info"], ["info", "a.waymark", "b"],
                      ["info", "--frobnicate", "a.waymark"], ["check"], ["import", "a.waymark"], ["import", "a.waymark", "x.xyz"],
                      ["import", "a.waymark", "x.json", "--as", "xyz"], ["new", "b", "--sample", "nowhere"],
                      ["new", "b", "--template", "nowhere"], ["new", "b", "--sample", "living-well", "--template", "journey"]):
            with self.subTest(words=words):
                self.misused(*words)
        self.assertEqual(sorted(os.listdir(self.folder / ".")), sorted({".state", "a.waymark"} & set(os.listdir(self.folder))))

    def test_wrong_usage_of_export(self):
        self.make()
        for words in ([], ["-o", "x.doc"], ["-o", "x"], ["-o", "-"], ["-o", "x.pdf", "--audience", "everybody"],
                      ["-o", "x.pdf", "--page", "A9"], ["-o", "x.pdf", "--tile", "A1"], ["-o", "x.pdf", "--tile", "fit"],
                      ["-o", "x.pdf", "--landscape", "--portrait"], ["-o", "x.pdf", "--map", "m", "--all"],
                      ["-o", "x.pdf", "--as", "doc"], ["-o", "x.pdf", "--persona", "p", "--personas"],
                      ["-o", "x.pdf", "--persona", "p", "--map", "m"], ["-o", "x.pdf", "--personas", "--all"],
                      ["-o", "x.json", "--persona", "p"], ["-o", "x.txt", "--personas"]):
            with self.subTest(words=words):
                self.misused("export", "a.waymark", *words)

    def test_a_file_that_is_not_there_is_not_opened(self):
        self.refused("nowhere.waymark", says="nowhere.waymark")

    def test_the_window_is_another_program(self):
        """`waymark` itself is copied, so that what stands beside it is what is started."""
        self.path("bin").mkdir()
        shutil.copy(os.environ["WAYMARK"], self.path("bin/waymark"))
        self.path("bin/waymark-app").write_text('#!/bin/sh\necho "app: $*"\n')
        self.path("bin/waymark-app").chmod(0o755)
        self.make()
        for words, said in ([], "app: \n"), (["a.waymark"], "app: a.waymark\n"), (["--", "a.waymark"], "app: a.waymark\n"):
            done = subprocess.run([self.path("bin/waymark"), *words], cwd=self.folder, env=self.env, capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, said, ""))

    def test_any_locale(self):
        self.env["LC_ALL"] = "C"
        self.make(content={"maps": [journey(title="خريطة")]})
        self.assertIn("خريطة", self.waymark("info", "a.waymark"))
        self.waymark("export", "a.waymark", "--map", "خريطة", "-o", "رحلة.json")
        self.assertTrue(self.path("رحلة.json").exists())

    def test_stdout_that_takes_nothing(self):
        self.make()
        for words in (["info", "a.waymark"], ["info", "a.waymark", "--json"], ["--help"],
                      ["export", "a.waymark", "--as", "json", "-o", "-"]):
            with self.subTest(words=words), open("/dev/full", "wb") as full:
                self.refused(*words, stdout=full)


class New(waymark.Case):
    def test_empty(self):
        self.assertEqual(self.waymark("new", "a.waymark"), "")
        self.assertEqual(self.export("a.waymark", "--audience", "desk"), {"waymark": 1})

    def test_sample(self):
        self.waymark("new", "a.waymark", "--sample", "living-well")
        sample = json.loads((SAMPLES / "living-well.json").read_text(encoding="utf-8"))
        self.assertEqual(self.export("a.waymark", "--audience", "desk"), sample)

    def test_template(self):
        self.waymark("new", "a.waymark", "--template", "journey")
        maps = self.info("a.waymark")["maps"]
        self.assertEqual([(each["kind"], each["cards"]) for each in maps], [("journey", 0)])
        self.assertGreaterEqual(maps[0]["stages"], 3)
        self.assertGreaterEqual(maps[0]["lanes"], 3)

    def test_name_that_begins_with_a_dash(self):
        self.waymark("new", "--", "-a.waymark")
        self.waymark("info", "--json", "--", "-a.waymark")
        self.misused("info", "--", "-a.waymark", "--json")

    def test_never_overwrites(self):
        self.write("a.waymark", "something of mine")
        for words in [], ["--sample", "living-well"]:
            self.refused("new", "a.waymark", *words, says="a.waymark")
        self.assertEqual(self.path("a.waymark").read_text(), "something of mine")


class Import(waymark.Case):
    def test_desk_export_after_import_is_the_same(self):
        for source in [*sorted(DATA.glob("*.json")), *sorted(SAMPLES.glob("*.json"))]:
            with self.subTest(source=source.name):
                name = self.make(source.stem + ".waymark")
                self.assertEqual(self.waymark("import", name, source), "")
                self.assertEqual(self.export(name, "--audience", "desk"), json.loads(source.read_text(encoding="utf-8")))

    def test_as_what_it_is_said_to_be(self):
        self.make()
        self.waymark("import", "a.waymark", self.write("x", {"waymark": 1, "maps": [journey()]}), "--as", "json")
        self.assertEqual(len(self.info("a.waymark")["maps"]), 1)

    def test_versions_of_maps_stay_as_they_were_written(self):
        maps = [journey(version=version, id=f"m{i}", stages=[], lanes=[]) for i, version in enumerate(["3", 3, 2.5, -1, "1.10", "draft"])]
        self.make(content={"maps": maps})
        again = self.export("a.waymark")["maps"]
        self.assertEqual([repr(each["version"]) for each in again], [repr(each["version"]) for each in maps])

    def test_lenient(self):
        self.make()
        self.write("x.json", {"waymark": 1, "colour": "red", "maps": [journey(title="Kept", mood="blue")]})
        line = self.refused("import", "a.waymark", "x.json")
        self.assertIn("colour", line)
        self.assertIn("maps.mood", line)
        self.assertEqual(self.info("a.waymark")["maps"], [])
        done = self.start("import", "a.waymark", "x.json", "--lenient")
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertIn("colour", done.stderr.decode())
        self.assertIn("maps.mood", done.stderr.decode())
        self.assertEqual(self.info("a.waymark")["maps"][0]["title"], "Kept")

    def test_twice(self):
        name = self.make(content={"workspace": {"title": "Ours"}, "maps": [journey(cards=waymark.cards(2))]})
        self.waymark("import", name, self.write("x.json", {"waymark": 1, "workspace": {"title": "Theirs", "place": "Leeds"},
                                                           "maps": [journey(cards=waymark.cards(2))]}))
        exported = self.export(name, "--audience", "desk")
        self.assertEqual(exported["workspace"], {"title": "Ours", "place": "Leeds"})
        first, second = exported["maps"]
        self.assertEqual(first["id"], "m")
        self.assertNotEqual(second["id"], "m")
        self.assertEqual({card["lane"] for card in second["cards"]}, {second["lanes"][0]["id"]})

    def test_part_that_refers_to_what_is_there(self):
        name = self.make(content={"personas": [{"id": "p", "name": "Ada"}]})
        self.waymark("import", name, self.write("x.json", {"waymark": 1, "maps": [journey(persona="p")]}))
        self.assertEqual(self.export(name)["maps"][0]["persona"], "p")


class Words(waymark.Case):
    def test_table_goes_in_and_comes_out(self):
        self.make()
        self.write("Asking.csv", "title,lane,kind,from,to,wait,mood\nAsks,Person,start,,,,\nIs heard,Front,end,,,,\n,,flow,Asks,Is heard,3 weeks,\n")
        done = self.start("import", "a.waymark", "Asking.csv")
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertIn("mood", done.stderr.decode())
        info, = self.info("a.waymark")["maps"]
        self.assertEqual((info["title"], info["steps"], info["links"], info["wait_days"]), ("Asking", 2, 1, 21))
        for name in "x.csv", "x.mmd", "x.dot":
            self.waymark("export", "a.waymark", "-o", name)
            self.make("b.waymark")
            self.assertEqual(self.waymark("import", "b.waymark", name), "")
            again, = self.info("b.waymark")["maps"]
            self.assertEqual((again["title"], again["steps"], again["wait_days"]), ("x", 2, 21))
            self.path("b.waymark").unlink()
        self.waymark("export", "a.waymark", "-o", "x.dot")
        self.assertIn("digraph", self.path("x.dot").read_text())
        self.assertIn("Leads to: Is heard, after a wait of 3 weeks.", self.waymark("export", "a.waymark", "--as", "txt", "-o", "-"))
        self.refused("import", "a.waymark", self.write("y.mmd", "sequenceDiagram"), says="flowchart")

    def test_reading_leaves_out(self):
        self.make("a.waymark")
        self.waymark("import", "a.waymark", waymark.DATA / "pathway.json")
        for kind in "txt", "csv", "mmd", "dot":
            done = self.start("export", "a.waymark", "--map", "path", "--reading", "person", "--as", kind, "-o", "-")
            self.assertEqual(done.returncode, 0)
            self.assertRegex(done.stderr.decode(), r"\Awaymark: Mental health support[^:]*: Left out: 2 lanes, 8 steps and \d+ links, [^\n]*\n\Z")
            self.assertIn("First conversation", done.stdout.decode())
            self.assertNotIn("Alliance contract", done.stdout.decode())
            self.assertNotIn("Shared referral board", done.stdout.decode())
        self.assertIn("Alliance contract", self.waymark("export", "a.waymark", "--map", "path", "--as", "txt", "-o", "-"))
        self.misused("export", "a.waymark", "--reading", "person", "-o", "x.json", says="--reading")

    def test_table_of_a_journey(self):
        name = self.make(content={"maps": [journey()]})
        self.refused("export", name, "-o", "x.csv", says="another kind")
        self.assertFalse(self.path("x.csv").exists())


class Info(waymark.Case):
    def test_json(self):
        readings = [{"stage": "s", "value": value} for value in (-3, 2, 4.5, 0)]
        stories = [{"id": "a", "language": "en", "text": "one two", "consent": {"audience": "public"}, "quotes": [{"start": 0, "end": 3}]},
                   {"id": "b", "language": "so", "text": "x", "consent": {"audience": "public", "until": "2001-01-01"}},
                   {"id": "c", "language": "en", "text": "x", "consent": {"audience": "team", "withdrawn": True}},
                   {"id": "d", "text": "x", "consent": {"audience": "workshop"}}]
        workshops = [{"id": "w", "phase": "insight", "attendance": [{"group": "all", "count": 30}, {"count": 4}]}, {"id": "v"}]
        name = self.make(content={"workspace": {"title": "Ours"}, "stories": stories, "workshops": workshops,
                                  "maps": [journey(title="Home", stages=[{"id": "s"}, {"id": "t"}], feelings=readings,
                                                   cards=waymark.cards(3)),
                                           {"id": "p", "kind": "pathway", "title": "Path"}]})
        self.assertEqual(self.info(name), {
            "waymark": 1, "title": "Ours", "schema": 2,
            "maps": [{"id": "m", "kind": "journey", "title": "Home", "stages": 2, "lanes": 1, "cards": 3,
                      "feeling": [{"stage": "s", "n": 4, "median": 1, "low": -3, "high": 4.5}, {"stage": "t", "n": 0}]},
                     {"id": "p", "kind": "pathway", "title": "Path", "steps": 0, "links": 0, "wait_days": 0, "dead_ends": [],
                      "unreachable": [], "loops": 0, "scenarios": []}],
            "stories": {"total": 4, "by_audience": {"none": 2, "team": 0, "workshop": 1, "public": 1}, "withdrawn": 1,
                        "languages": 2, "quotes": 1},
            "workshops": {"workshops": 2, "attendances": 34, "by_phase": {"insight": {"workshops": 1, "attendances": 34}}}})

    def test_pathway(self):
        steps = [{"id": "a", "lane": "p", "kind": "start", "title": "Asks"},
                 {"id": "b", "lane": "f", "kind": "step", "title": "Surgery", "organisation": "o"},
                 {"id": "c", "lane": "f", "kind": "gap", "title": "Nobody"}]
        links = [{"id": "ab", "from": "a", "to": "b", "kind": "flow", "wait_days": 21},
                 {"id": "bb", "from": "b", "to": "b", "kind": "flow"}, {"id": "bc", "from": "b", "to": "c", "kind": "information"}]
        scenario = {"id": "sc", "persona": "d", "title": "Denise", "route": "lived",
                    "steps": [{"step": "a", "outcome": "met"}, {"step": "b", "outcome": "partly"},
                              {"step": "c", "outcome": "gap", "wait_days": 2}]}
        name = self.make(content={"organisations": [{"id": "o", "name": "Ropewalk"}], "personas": [{"id": "d", "name": "Denise"}],
                                  "maps": [{"id": "m", "kind": "pathway", "title": "Help", "lanes": [{"id": "p", "kind": "person"},
                                                                                                     {"id": "f", "kind": "frontstage"}],
                                            "steps": steps, "links": links, "scenarios": [scenario, {"id": "other"}]}]})
        self.assertEqual(self.info(name)["maps"], [
            {"id": "m", "kind": "pathway", "title": "Help", "steps": 3, "links": 3, "wait_days": 21, "dead_ends": [],
             "unreachable": ["c"], "loops": 1,
             "scenarios": [{"id": "sc", "persona": "d", "route": "lived", "contacts": 2, "organisations": 1, "handovers": 0,
                            "wait_days": 23, "longest_wait_days": 21, "met": 1, "partly": 1, "not_met": 0, "gaps": 1, "off_map": 1},
                           {"id": "other", "contacts": 0, "organisations": 0, "handovers": 0, "wait_days": 0, "longest_wait_days": 0,
                            "met": 0, "partly": 0, "not_met": 0, "gaps": 0, "off_map": 0}]}])
        said = self.waymark("info", name)
        for words in ("3 steps, 3 links, waits of 3 weeks, 0 dead ends, 1 loop",
                      "Denise: 2 contacts, 1 organisation, 0 handovers, waiting 23 days in all, 3 weeks at the longest, 1 gap"):
            self.assertIn(words, said)

    def test_words(self):
        self.waymark("new", "a.waymark", "--sample", "living-well")
        said = self.waymark("info", "a.waymark")
        for words in "Living Well in Ellermouth", "Coming home from hospital (journey map)", "12 stages", "9 stories", "3 workshops":
            self.assertIn(words, said)


class Check(waymark.Case):
    def test_all_is_well(self):
        self.make(content={"maps": [journey(cards=waymark.cards(3))]})
        self.assertIn("All is well", self.waymark("check", "a.waymark"))

    def test_not_ours(self):
        self.refused("check", self.write("a.waymark", "nothing of ours"))


class Export(waymark.Case):
    def setUp(self):
        super().setUp()
        self.make(content={"maps": [journey(title="Home again", cards=waymark.cards(2)),
                                    {"id": "n", "kind": "journey", "title": "Home again", "stages": [{"id": "n.s"}]},
                                    {"id": "o", "kind": "journey", "title": "Elsewhere", "stages": [{"id": "o.s"}]}]})

    def kind_of(self, path):
        start = path.read_bytes()[:400]
        kinds = {b"%PDF-": "pdf", b"\x89PNG": "png", b"<?xml": "svg", b"<svg": "svg", b"{": "json"}
        return next(kind for mark, kind in kinds.items() if start.startswith(mark))

    def test_format_follows_the_name(self):
        for format in "pdf", "svg", "png", "json":
            name = f"x.{format.upper()}"
            self.assertEqual(self.waymark("export", "a.waymark", "--map", "m", "-o", name), "")
            self.assertEqual(self.kind_of(self.path(name)), format)

    def test_map_by_id_or_title(self):
        self.assertEqual([each["id"] for each in self.export("a.waymark", "--map", "n")["maps"]], ["n"])
        self.assertEqual([each["id"] for each in self.export("a.waymark", "--map", "Elsewhere")["maps"]], ["o"])
        self.refused("export", "a.waymark", "--map", "Home again", "-o", "x.json", says="id")
        self.refused("export", "a.waymark", "--map", "Nowhere", "-o", "x.json", says="Nowhere")
        self.assertFalse(self.path("x.json").exists())

    def test_several_maps(self):
        self.assertEqual(len(self.export("a.waymark")["maps"]), 3)
        self.misused("export", "a.waymark", "-o", "x.svg", says="--all")
        for words in [], ["--all"]:
            self.waymark("export", "a.waymark", *words, "-o", "x.pdf")
            pages = subprocess.run(["pdfinfo", self.path("x.pdf")], capture_output=True, text=True, check=True).stdout
            self.assertRegex(pages, r"Pages: +3\n")

    def test_folder(self):
        names = {"1-home-again", "2-home-again", "3-elsewhere"}
        for words, folder, format in ((["-o", "x.svg"], "x.svg", "svg"), (["-o", "y.png/"], "y.png", "png"),
                                      (["--as", "svg", "-o", "z"], "z", "svg")):
            for _ in range(2):
                self.waymark("export", "a.waymark", "--all", *words)
                self.assertEqual({path.name for path in self.path(folder).iterdir()}, {f"{name}.{format}" for name in names})
                for path in self.path(folder).iterdir():
                    self.assertEqual(self.kind_of(path), format)
        self.write("taken.svg", "mine")
        self.refused("export", "a.waymark", "--all", "-o", "taken.svg", says="taken.svg")
        self.assertEqual(self.path("taken.svg").read_text(), "mine")

    def test_personas(self):
        """A page of A4 each, unless it is said otherwise."""
        name = self.make("b.waymark", {"personas": [{"id": "ray", "name": "Ray, 47", "quote": "I did ring."}, {"id": "amina", "name": "Amina, 31"},
                                                    {"id": "other", "name": "Amina, 31"}], "maps": [journey(persona="ray")]})
        for words, size in ([], r"595\.2.* x 841\.8.*A4"), (["--page", "A3"], r"841\.8.* x 1190\.5.*A3"), (["--page", "fit"], r"595\.2.*A4"):
            self.assertEqual(self.waymark("export", name, "--persona", "Ray, 47", *words, "-o", "x.pdf"), "")
            self.assertRegex(subprocess.run(["pdfinfo", self.path("x.pdf")], capture_output=True, text=True, check=True).stdout,
                             fr"Pages: +1\n(.*\n)*Page size: +{size}")
        self.assertIn("I did ring.", subprocess.run(["pdftotext", self.path("x.pdf"), "-"], capture_output=True, text=True, check=True).stdout)
        self.waymark("export", name, "--personas", "-o", "all.pdf")
        self.assertRegex(subprocess.run(["pdfinfo", self.path("all.pdf")], capture_output=True, text=True, check=True).stdout, r"Pages: +3\n")
        self.waymark("export", name, "--personas", "--as", "png", "-o", "pictures")
        self.assertEqual({path.name for path in self.path("pictures").iterdir()}, {"1-ray-47.png", "2-amina-31.png", "3-amina-31.png"})
        self.waymark("export", name, "--persona", "amina", "-o", "x.svg")
        self.assertIn("Amina, 31", self.path("x.svg").read_text(encoding="utf-8"))
        self.refused("export", name, "--persona", "Amina, 31", "-o", "y.pdf", says="id")
        self.refused("export", name, "--persona", "Nobody", "-o", "y.pdf", says="no persona “Nobody”")
        self.refused("export", name, "--map", "ray", "-o", "y.pdf", says="no map “ray”")
        self.refused("export", "a.waymark", "--personas", "-o", "y.pdf", says="no persona")
        self.assertFalse(self.path("y.pdf").exists())

    def test_feelings_of(self):
        """Of one, of two who are compared, and of all together."""
        stages = [{"id": f"s{number}", "title": f"Stage {number}"} for number in (1, 2)]
        felt = [{"id": f"{who}{each['id']}", "stage": each["id"], "value": value, "persona": who}
                for who, value in (("ray", 3), ("amina", -4)) for each in stages]
        name = self.make("b.waymark", {"personas": [{"id": "ray", "name": "Ray, 47"}, {"id": "amina", "name": "Amina, 31"}],
                                       "maps": [journey(stages=stages, lanes=[], cards=[], feelings=felt)]})
        for words, said, unsaid in ([], ["differ most"], ["Of Ray", "Of Amina"]), (["--feelings-of", "Ray, 47"], ["Of Ray"], ["Of Amina", "differ"]), \
                (["--feelings-of", "ray", "--feelings-of", "amina"], ["Of Ray", "Of Amina"], ["differ", "lowest to highest"]):
            self.waymark("export", name, *words, "-o", "x.svg")
            text = self.path("x.svg").read_text(encoding="utf-8")
            for each in said:
                self.assertIn(each, text)
            for each in unsaid:
                self.assertNotIn(each, text)
        self.refused("export", name, "--feelings-of", "Nobody", "-o", "y.svg", says="Nobody")

    def test_title_that_is_no_name_of_a_file(self):
        name = self.make("b.waymark", {"maps": [{"id": "m", "kind": "journey", "title": "../../.. /etc/\x01" + "x" * 300}]})
        self.waymark("export", name, "--all", "-o", "x.svg")
        self.assertEqual([path.name.startswith("1-") for path in self.path("x.svg").iterdir()], [True])

    def test_stdout(self):
        self.assertEqual(json.loads(self.waymark("export", "a.waymark", "--as", "json", "-o", "-"))["waymark"], 1)

    def test_scenario(self):
        pathway = {"id": "p", "kind": "pathway", "scenarios": [{"id": "sc"}]}
        name = self.make("b.waymark", {"maps": [pathway, journey()]})
        self.refused("export", name, "--map", "m", "--scenario", "sc", "-o", "x.pdf", says="sc")
        self.refused("export", name, "--scenario", "nowhere", "-o", "x.pdf", says="nowhere")

    def test_public_unless_said_otherwise(self):
        name = self.make("b.waymark", {"stories": [{"id": "a", "text": "for the team", "consent": {"audience": "team"}},
                                                   {"id": "b", "text": "for all", "consent": {"audience": "public"}}]})
        self.assertEqual([each["id"] for each in self.export(name)["stories"]], ["b"])
        self.assertEqual([each["id"] for each in self.export(name, "--audience", "team")["stories"]], ["a", "b"])

    def test_through_a_link(self):
        self.write("real.json", "old")
        self.path("link.json").symlink_to("real.json")
        self.waymark("export", "a.waymark", "-o", "link.json")
        self.assertTrue(self.path("link.json").is_symlink())
        self.assertEqual(json.loads(self.path("real.json").read_text())["waymark"], 1)
