# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing pathway maps in the window: one from nothing by keyboard alone, then links and pins by pointer."""

import json
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402

SELECTED, FOCUSED = Atspi.StateType.SELECTED, Atspi.StateType.FOCUSED
EMPTY = {"id": "map", "kind": "pathway", "title": "Nothing yet"}
SMALL = {"id": "map", "kind": "pathway", "title": "Small",
         "lanes": [{"id": "l1", "kind": "person", "title": "Person"}, {"id": "l2", "kind": "frontstage", "title": "Seen"}],
         "steps": [{"id": "a", "lane": "l1", "kind": "start", "title": "First"}, {"id": "b", "lane": "l1", "kind": "step", "title": "Second"},
                   {"id": "c", "lane": "l2", "kind": "step", "title": "Third"}],
         "links": [{"id": "ab", "from": "a", "to": "b", "kind": "flow"}],
         "scenarios": [{"id": "s", "title": "Walk", "route": "lived", "steps": [{"step": "a"}, {"step": "b", "outcome": "met"}]}]}

# Offers its argument on the clipboard until it is killed.
OWN = """
import sys
import gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_for_bytes("text/plain;charset=utf-8",
                                                                                        GLib.Bytes.new(sys.argv[1].encode())))
GLib.timeout_add(200, lambda: print("there", flush=True))
GLib.MainLoop().run()
"""

READ = """
import gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
loop = GLib.MainLoop()
def ready(clipboard, result):
    print(clipboard.read_text_finish(result), end="")
    loop.quit()
Gdk.Display.get_default().get_clipboard().read_text_async(None, ready)
loop.run()
"""


def shape(found):
    """A map as it reads: lanes, steps with their lanes, and links by the titles of their ends."""
    lanes = {lane["id"]: lane.get("title") for lane in found.get("lanes", [])}
    steps = {step["id"]: step.get("title") for step in found.get("steps", [])}
    return {"lanes": [(lane["kind"], lane.get("title")) for lane in found.get("lanes", [])],
            "steps": [(lanes[step["lane"]], step.get("kind"), step.get("title")) for step in found.get("steps", [])],
            "links": [(steps[link["from"]], steps[link["to"]], link.get("kind"), link.get("label"), link.get("wait_days"))
                      for link in found.get("links", [])]}


class PathwayTools(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def open_map(self, parts):
        self.file = self.screen.path("map.waymark")
        source = self.screen.path("map.json")
        with open(source, "w", encoding="utf-8") as file:
            json.dump({"waymark": 1, "workspace": {"title": "Test"}, "maps": [parts]}, file)
        self.screen.command("new", self.file)
        self.screen.command("import", self.file, source)
        self.before = self.screen.export(self.file)["maps"][0]
        self.screen.start(self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def close(self):
        self.screen.close()
        return self.screen.export(self.file)["maps"][0]

    def select(self, role, name):
        self.screen.expect_state(role, name, SELECTED)

    def begin_typing(self, name):
        self.screen.expect_state("text", name, FOCUSED)

    def pin(self, key, kind, name, text):
        """From the menu of what is selected."""
        self.screen.keys("shift+F10")
        wait_for(lambda: self.screen.find("menu item"), "a menu")
        self.screen.keys(key, *([kind] if kind else []))
        self.begin_typing(name)
        self.screen.type(text)
        self.screen.keys("Return")

    def undo(self, edits):
        """Back to what there was."""
        self.screen.keys(*["ctrl+z"] * edits)
        self.screen.keys("ctrl+s")
        wait_for(lambda: self.screen.export(self.file)["maps"][0] == self.before, "the map as it was")

    def test_from_nothing(self):
        self.open_map(EMPTY)
        # A map without lanes asks for one as soon as somebody types.
        self.screen.keys("Insert")
        self.screen.expect_state("list item", "What the person does", FOCUSED)
        self.screen.keys("Return")
        self.begin_typing("Title of the lane")
        self.screen.type("Me")
        self.screen.keys("Return")
        self.select("row header", "Me, lane 1 of 1")
        self.screen.keys("ctrl+shift+Down")
        self.screen.expect_state("list item", "What the person does", FOCUSED)
        self.screen.keys("b", "Return")
        self.begin_typing("Title of the lane")
        self.screen.type("Office")
        self.screen.keys("Return")
        self.select("row header", "Office, lane 2 of 2")
        self.screen.keys("Up")
        self.select("row header", "Me, lane 1 of 2")
        # Steps one after another, then one in the lane below.
        self.screen.keys("Insert")
        self.begin_typing("New step")
        self.screen.type("I ask")
        self.screen.keys("Return")
        self.screen.expect("list item", "I ask, Me; 0 links out")
        self.begin_typing("New step")
        self.screen.type("Am I seen")
        self.screen.keys("Tab")
        self.screen.expect("list item", "Am I seen, Me; 0 links out")
        self.begin_typing("New step")
        self.screen.type("They write")
        self.screen.keys("Escape")
        self.select("list item", "They write, Office; 0 links out")
        # Kinds; a wait on a link as people say it; a link by name.
        self.screen.keys("Left")
        self.select("list item", "Am I seen, Me; 1 link out")
        self.screen.keys("ctrl+k")
        self.screen.expect_state("list item", "Step", FOCUSED)
        self.screen.keys("d", "Return")
        self.select("list item", "Decision: Am I seen, Me; 1 link out")
        self.screen.keys("shift+Right")
        self.select("image", "flow to They write")
        self.screen.type("no, 3 weeks")
        self.screen.keys("Return")
        self.select("image", "flow to They write, “no”, wait 3 weeks")
        self.screen.keys("Right")
        self.select("list item", "They write")
        self.screen.keys("ctrl+l")
        self.screen.expect_state("text", "Link from “They write” to", FOCUSED)
        self.screen.type("ask")
        self.screen.expect("list item", "I ask, Me")
        self.screen.keys("Return")
        self.select("image", "flow to I ask")
        self.screen.keys("Left")
        self.select("list item", "They write, Office; 1 link out")
        self.screen.keys("ctrl+l")
        self.screen.expect_state("text", "Link from “They write” to", FOCUSED)
        self.screen.type("They phone")
        self.screen.expect("list item", "New step “They phone”")
        self.screen.keys("Return")
        self.select("list item", "They phone, Office; 0 links out")
        self.screen.keys("F2")
        self.begin_typing("Title of the step")
        self.screen.type("They call")
        self.screen.keys("Return")
        self.select("list item", "They call, Office; 0 links out")
        self.assertEqual(self.screen.nameless(), [])
        self.undo(12)
        self.screen.keys(*["ctrl+shift+z"] * 12)
        self.assertEqual(shape(self.close()), {
            "lanes": [("person", "Me"), ("backstage", "Office")],
            "steps": [("Me", "step", "I ask"), ("Me", "decision", "Am I seen"), ("Office", "step", "They write"), ("Office", "step", "They call")],
            "links": [("I ask", "Am I seen", "flow", None, None), ("Am I seen", "They write", "flow", "no", 21),
                      ("They write", "I ask", "flow", None, None), ("They write", "They call", "flow", None, None)]})

    def test_steps_by_keyboard(self):
        self.open_map(SMALL)
        self.screen.keys("Right")
        self.select("list item", "Start: First, Person; 1 link out")
        self.screen.keys("Right")
        self.select("list item", "Second, Person; 0 links out")
        self.screen.keys("ctrl+Right")
        self.select("list item", "Second, Person; 0 links out, pinned")
        self.screen.keys("ctrl+Down")
        self.select("list item", "Second, Seen; 0 links out, pinned")
        self.screen.keys("ctrl+u")
        wait_for(lambda: self.screen.find("list item", "pinned") is None, "an unpinned step")
        self.screen.keys("ctrl+d")
        wait_for(lambda: len([node for node in self.screen.nodes("list item") if "Second" in node.get_name()]) == 2, "two of them")
        self.screen.keys("Delete")
        self.screen.expect("label", "Step deleted, with its links")
        wait_for(lambda: len([node for node in self.screen.nodes("list item") if "Second" in node.get_name()]) == 1, "one of them")
        # What is deleted takes its link and the stop at it along, and brings them back.
        while self.screen.find("list item", "Second", SELECTED) is None:
            self.screen.keys("Left" if self.screen.find("list item", "Third", SELECTED) else "Right")
            wait_for(lambda: self.screen.find("list item", "", SELECTED), "a selected step")
        self.screen.keys("Delete")
        self.screen.expect_gone("list item", "Second")
        self.screen.keys("ctrl+s")
        wait_for(lambda: "links" not in self.screen.export(self.file)["maps"][0], "no link")
        self.assertEqual(self.screen.export(self.file)["maps"][0]["scenarios"][0]["steps"], [{"step": "a"}])
        # A concern is pinned and answered where it stands, and Enter after it makes no step.
        self.screen.keys("Home")
        self.select("list item", "Start: First")
        self.pin("f", "c", "New concern", "Who says so?")
        self.select("image", "Concern: Who says so?")
        self.pin("w", None, "Answer", "The nurse")
        self.screen.keys("ctrl+s")
        wait_for(lambda: [(each["on"], each["kind"], each["text"], each.get("answer")) for each in self.screen.export(self.file)["maps"][0].get("flags", [])]
                 == [("a", "concern", "Who says so?", "The nurse")], "a flag")
        self.undo(8)
        self.screen.close()

    def test_lanes_by_keyboard(self):
        self.open_map({**SMALL, "lanes": SMALL["lanes"] + [{"id": "l3", "kind": "frontstage", "title": "Also seen"}]})
        self.screen.keys("Right", "Left")
        self.select("row header", "Person, lane 1 of 3")
        self.screen.keys("Down")
        self.select("row header", "Seen, lane 2 of 3")
        self.screen.keys("alt+Down")
        self.select("row header", "Seen, lane 3 of 3")
        self.screen.expect("row header", "Also seen, lane 2 of 3")
        # Beyond its kind it does not go.
        self.screen.keys("alt+Down")
        self.screen.expect("label", "Lanes of a kind stay together")
        self.select("row header", "Seen, lane 3 of 3")
        self.screen.keys("alt+Up")
        self.select("row header", "Seen, lane 2 of 3")
        self.screen.keys("ctrl+k")
        self.screen.expect_state("list item", "What they see", FOCUSED)
        self.screen.keys("c", "Return")
        self.select("row header", "Seen, lane 3 of 3")
        self.screen.keys("F2")
        self.begin_typing("Title of the lane")
        self.screen.type("Paid for")
        self.screen.keys("Return")
        self.select("row header", "Paid for, lane 3 of 3")
        self.screen.keys("Delete")
        self.screen.expect_gone("row header", "Paid for")
        self.screen.expect_gone("list item", "Third")
        self.screen.keys("ctrl+z")
        self.screen.expect("row header", "Paid for, lane 3 of 3")
        self.screen.expect("list item", "Third")
        found = shape(self.close())
        self.assertEqual(sorted(found["lanes"]), [("commissioning", "Paid for"), ("frontstage", "Also seen"), ("person", "Person")])
        self.assertEqual(found["steps"], shape(SMALL)["steps"][:2] + [("Paid for", "step", "Third")])

    def extents(self, role, name):
        node = self.screen.expect(role, name)
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top = self.screen.frame_place()
        return left + box.x, top + box.y, box.width, box.height

    def drag(self, start, end):
        words = ["xdotool", "mousemove", str(start[0]), str(start[1]), "sleep", "0.2", "mousedown", "1"]
        for step in range(1, 11):
            words += ["mousemove", *(str(int(a + (b - a) * step / 10)) for a, b in zip(start, end)), "sleep", "0.02"]
        subprocess.run([*words, "sleep", "0.1", "mouseup", "1"], check=True)

    def test_pointer(self):
        self.open_map(SMALL)
        self.screen.keys("Right", "Right")
        self.select("list item", "Second")
        x, y, width, height = self.extents("list item", "Second")
        to = self.extents("list item", "Third")
        self.drag((x + width + 2, y + height // 2), (to[0] + to[2] // 2, to[1] + to[3] // 2))
        self.select("image", "flow to Third")
        # Onto nothing: a step there.
        x, y, width, height = self.extents("list item", "Third")
        lane = self.extents("row header", "Person, lane 1 of 2")
        subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2), "click", "1"], check=True)
        self.select("list item", "Third")
        self.drag((x + width + 2, y + height // 2), (x + width + 60, lane[1] + 12))
        self.begin_typing("New step")
        self.screen.type("Fourth")
        self.screen.keys("Escape")
        self.select("list item", "Fourth, Person; 0 links out")
        # Into the other lane, and further on: it is pinned there. A double click takes the pin out.
        x, y, width, height = self.extents("list item", "Fourth")
        lane = self.extents("row header", "Seen, lane 2 of 2")
        self.drag((x + width // 2, y + height // 2), (x + width // 2 + int(width * 1.3), lane[1] + lane[3] // 2))
        self.select("list item", "Fourth, Seen; 0 links out, pinned")
        x, y, width, height = self.extents("list item", "Fourth")
        subprocess.run(["xdotool", "mousemove", str(x + 9), str(y + 7), "sleep", "0.7", "click", "--repeat", "2", "--delay", "60", "1"], check=True)
        wait_for(lambda: self.screen.find("list item", "pinned") is None, "an unpinned step")
        self.select("list item", "Fourth, Seen; 0 links out")
        found = shape(self.close())
        self.assertEqual(found["links"], [("First", "Second", "flow", None, None), ("Second", "Third", "flow", None, None),
                                          ("Third", "Fourth", "flow", None, None)])
        self.assertEqual(found["steps"][-1], ("Seen", "step", "Fourth"))

    def steps(self):
        return [node.get_name().split(",")[0] for node in self.screen.nodes("list item") if ", " in node.get_name() and "link" in node.get_name()]

    def expect_steps(self, *names):
        wait_for(lambda: sorted(self.steps()) == sorted(names), f"the steps {names}")

    def put_on_clipboard(self, text):
        """By another program, which must stay as long as it may be asked for it."""
        owner = subprocess.Popen([sys.executable, "-c", OWN, text], stdout=subprocess.PIPE, text=True)
        self.addCleanup(owner.wait)
        self.addCleanup(owner.kill)
        self.assertEqual(owner.stdout.readline(), "there\n")

    def test_several_by_keyboard(self):
        """All of a lane: moved together, duplicated and deleted with their links, each as one edit."""
        self.open_map(SMALL)
        self.screen.keys("Right")
        self.select("list item", "Start: First")
        self.screen.keys("ctrl+a")
        self.select("list item", "Second")
        self.screen.keys("ctrl+Down")
        self.screen.expect("list item", "Second, Seen; 0 links out")
        self.screen.expect("list item", "Start: First, Seen; 1 link out")
        self.screen.keys("ctrl+Right")
        self.screen.expect("list item", "Second, Seen; 0 links out, pinned")
        self.screen.expect("list item", "Start: First, Seen; 1 link out, pinned")
        self.screen.keys("ctrl+d")
        self.expect_steps("Start: First", "Second", "Third", "Start: First", "Second")
        self.assertEqual(len([node for node in self.screen.nodes("list item") if "First, Seen; 1 link out" in node.get_name()]), 2)
        self.screen.keys("Delete")
        self.screen.expect("label", "2 steps deleted, with their links")
        self.expect_steps("Start: First", "Second", "Third")
        self.undo(4)
        self.screen.close()

    def test_cut_and_paste_several(self):
        """What is cut and pasted is what it was, with the links between."""
        self.open_map({**SMALL, "links": [{**SMALL["links"][0], "label": "yes", "wait_days": 21}]})
        self.screen.keys("Right")
        self.select("list item", "Start: First")
        self.screen.keys("ctrl+a")
        self.select("list item", "Second")
        self.screen.keys("ctrl+x")
        self.screen.expect("label", "2 steps deleted, with their links")
        self.expect_steps("Third")
        self.screen.keys("ctrl+v")
        self.expect_steps("Start: First", "Second", "Third")
        found = shape(self.close())
        self.assertEqual(sorted(found["steps"]), sorted(shape(SMALL)["steps"]))
        self.assertEqual(found["links"], [("First", "Second", "flow", "yes", 21)])

    def test_paste_lines(self):
        """Lines become steps in order, from the one that is selected, and are one edit."""
        self.open_map(SMALL)
        self.put_on_clipboard("I am called back\r\n\r\n  We meet \n")
        self.screen.keys("Right", "Right")
        self.select("list item", "Second")
        self.screen.keys("ctrl+v")
        self.expect_steps("Start: First", "Second", "Third", "I am called back", "We meet")
        self.screen.expect("list item", "I am called back, Person; 1 link out")
        self.screen.keys("ctrl+s")
        wait_for(lambda: shape(self.screen.export(self.file)["maps"][0])["links"][1:] == [
            ("Second", "I am called back", "flow", None, None), ("I am called back", "We meet", "flow", None, None)], "links in order")
        self.undo(1)
        self.screen.close()

    def test_paste_a_table(self):
        """A block from a spreadsheet: from, to, label and wait, where steps that are not there yet are made."""
        self.open_map(SMALL)
        self.put_on_clipboard("From\tTo\tLabel\tWait\nSecond\tLetter\tno\t3 weeks\nLetter\tThird\t\t2\nThird\tSecond\tagain\twho knows\n")
        self.screen.keys("Right")
        self.select("list item", "Start: First")
        self.screen.keys("ctrl+v")
        self.expect_steps("Start: First", "Second", "Third", "Letter")
        found = shape(self.close())
        self.assertEqual(found["links"], [("First", "Second", "flow", None, None), ("Second", "Letter", "flow", "no", 21),
                                          ("Letter", "Third", "flow", None, 2), ("Third", "Second", "flow", "again, who knows", None)])

    def read_clipboard(self):
        return subprocess.run([sys.executable, "-c", READ], check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout

    def test_copied_as_words(self):
        """The steps that are selected in each of the languages, as the public may see them; pasted, they are those steps again."""
        note = "Only the team knows."
        self.open_map({**SMALL, "links": [{**SMALL["links"][0], "label": "yes", "wait_days": 21}],
                       "steps": [SMALL["steps"][0], {**SMALL["steps"][1], "note": note}, SMALL["steps"][2]]})
        self.screen.keys("Right")
        self.select("list item", "Start: First")
        self.screen.keys("ctrl+a")
        self.select("list item", "Second")
        for key, beginning in (("t", "Small\n"), ("c", "kind,id,title"), ("g", "digraph"), ("m", "flowchart LR")):
            self.screen.keys("shift+F10")
            wait_for(lambda: self.screen.find("menu item"), "a menu")
            self.screen.keys("s")
            self.screen.keys(key)
            wait_for(lambda: self.read_clipboard().startswith(beginning), beginning)
            text = self.read_clipboard()
            for word in ("First", "Second", "yes", "3 weeks" if key != "c" else ",21"):
                self.assertIn(word, text)
            self.assertNotIn("Third", text)
            self.assertNotIn(note, text)
        self.screen.expect("label", "Steps copied, with only what the public may see")
        self.screen.keys("ctrl+v")
        self.expect_steps("Start: First", "Second", "Third", "Start: First", "Second")
        self.screen.expect("label", "2 steps pasted")
        # Not read as lines by mistake, and told of what is not understood.
        self.put_on_clipboard("flowchart LR\n  x[Fourth] --> y[Fifth]\n  style x fill:red\n")
        self.screen.keys("ctrl+v")
        self.screen.expect("label", "Not Everything Was Pasted")
        self.screen.expect("label", "line 3: style x fill:red")
        self.screen.keys("Return")
        found = shape(self.close())
        self.assertEqual(found["links"], [("First", "Second", "flow", "yes", 21)] * 2 + [("Fourth", "Fifth", "flow", None, None)])
        self.assertEqual([step for step in found["steps"] if step[2] in ("Fourth", "Fifth")], [("Person", "step", "Fourth"), ("Person", "step", "Fifth")])

    def test_between_windows(self):
        """Steps that are cut in one window go into another workspace, with their organisation, note, lane and link."""
        other = self.screen.path("other.waymark")
        source = self.screen.path("other.json")
        with open(source, "w", encoding="utf-8") as file:
            json.dump({"waymark": 1, "maps": [{"id": "else", "kind": "pathway", "title": "Elsewhere",
                                               "lanes": [{"id": "l", "kind": "person", "title": "Person"}]}]}, file)
        self.screen.command("new", other)
        self.screen.command("import", other, source)
        with open(source, "w", encoding="utf-8") as file:
            steps = [SMALL["steps"][0], {**SMALL["steps"][1], "organisation": "o", "note": "Rings twice."}, SMALL["steps"][2]]
            json.dump({"waymark": 1, "organisations": [{"id": "o", "name": "Kettle On"}], "maps": [
                {**SMALL, "steps": steps, "links": [{"id": "ab", "from": "a", "to": "b", "kind": "flow", "wait_days": 2},
                                                    {"id": "bc", "from": "b", "to": "c", "kind": "information"}]}]}, file)
        self.file = self.screen.path("map.waymark")
        self.screen.command("new", self.file)
        self.screen.command("import", self.file, source)
        self.screen.start(other)
        self.screen.expect_state("grouping", "Map: Elsewhere", FOCUSED)
        subprocess.run([os.environ["WAY_APP"], self.file], check=True)
        self.screen.expect_state("grouping", "Map: Small", FOCUSED)
        self.screen.keys("Right")
        self.select("list item", "Start: First")
        self.screen.keys("ctrl+a", "ctrl+a")
        self.select("list item", "Third")
        self.screen.keys("ctrl+c")
        self.screen.keys("ctrl+w")
        self.screen.expect_gone("grouping", "Map: Small")
        self.screen.expect_state("grouping", "Map: Elsewhere", FOCUSED)
        self.screen.keys("ctrl+v")
        self.expect_steps("Start: First", "Second", "Third")
        self.screen.close()
        found = self.screen.export(other)
        self.assertEqual([each["name"] for each in found["organisations"]], ["Kettle On"])
        self.assertEqual([step.get("note") for step in found["maps"][0]["steps"]], [None, "Rings twice.", None])
        self.assertEqual(shape(found["maps"][0]), {
            "lanes": [("person", "Person"), ("frontstage", "Seen")],
            "steps": [("Person", "start", "First"), ("Person", "step", "Second"), ("Seen", "step", "Third")],
            "links": [("First", "Second", "flow", None, 2), ("Second", "Third", "information", None, None)]})

    def test_organisations_are_completed(self):
        """What is written offers those that there are, and a choice of one makes no other."""
        self.file = self.screen.make_sample()
        before = self.screen.export(self.file)
        self.screen.start("--page", "map-asking", self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("Right")
        self.select("list item", "Start: ")
        self.screen.keys("F9")
        self.screen.press("page tab", "Details")
        field = self.screen.expect("text", "Organisation")
        self.screen.click(field)
        self.screen.expect_state("text", "Organisation", FOCUSED)
        self.screen.type("kett")
        self.screen.expect("button", "Kettle On")
        self.screen.keys("Tab")
        self.screen.expect_state("button", "Kettle On", FOCUSED)
        self.screen.keys("space")
        wait_for(lambda: Atspi.Text.get_text(self.screen.find("text", "Organisation"), 0, -1) == "Kettle On", "the organisation")
        self.screen.close()
        found = self.screen.export(self.file)
        self.assertEqual(found["organisations"], before["organisations"])
        kettle, = [each["id"] for each in found["organisations"] if each["name"] == "Kettle On"]
        asking = next(each for each in found["maps"] if each["id"] == "map-asking")
        self.assertEqual(asking["steps"][0]["organisation"], kettle)

    def test_several_by_pointer(self):
        """A band over steps selects them; one that is dragged takes the others along."""
        self.open_map(SMALL)
        self.screen.keys("Right")
        self.select("list item", "Start: First")
        self.screen.keys("Escape")
        x, y, width, height = self.extents("list item", "Start: First")
        to = self.extents("list item", "Second")
        self.drag((x - 8, y - 8), (to[0] + to[2] - 6, to[1] + to[3] + 4))
        self.select("list item", "Second")
        self.select("list item", "Start: First")
        lane = self.extents("row header", "Seen, lane 2 of 2")
        self.drag((to[0] + to[2] // 2, to[1] + to[3] // 2), (to[0] + to[2] // 2, lane[1] + lane[3] // 2))
        self.screen.expect("list item", "Second, Seen; 0 links out")
        self.screen.expect("list item", "Start: First, Seen; 1 link out")
        self.undo(1)
        self.screen.close()


if __name__ == "__main__":
    unittest.main()
