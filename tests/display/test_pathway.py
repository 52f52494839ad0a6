# SPDX-License-Identifier: GPL-3.0-or-later
"""A pathway map in the window: it is shown and read out, and its exports are what its audience may see."""

import json
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for, walk  # noqa: E402

DATA = os.path.join(os.environ["WAY_TEST_DATA"], "pathway.json")


class Pathway(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.file = self.screen.path("path.waymark")
        self.screen.command("new", self.file)
        self.screen.command("import", self.file, DATA)
        self.title = self.screen.export(self.file)["workspace"]["title"]

    def test_is_read_out(self):
        self.screen.start("--page", "path", self.file)
        self.screen.expect_state("grouping", "Map: Mental health support", Atspi.StateType.FOCUSED)
        self.screen.expect("list item", "Start: I need help")
        self.screen.expect("image", "flow to First conversation, wait 3 weeks")
        self.screen.expect("label", "line of visibility")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.close()

    def test_is_read_for_others(self):
        """What a reading hides is gone from the window, and the choice is remembered for the map, not in the file."""
        before = self.screen.export(self.file)
        self.addCleanup(os.environ.__setitem__, "GSETTINGS_BACKEND", os.environ["GSETTINGS_BACKEND"])
        os.environ["GSETTINGS_BACKEND"] = "keyfile"
        self.screen.start("--page", "path", self.file)
        self.screen.expect_state("grouping", "Map: Mental health support", Atspi.StateType.FOCUSED)
        self.screen.expect("row header", "Commissioning")
        self.choose("For Commissioners", 0)
        self.screen.expect_gone("row header", "Commissioning")
        self.screen.expect_gone("row header", "Behind the scenes")
        self.screen.expect("label", "For the person: without what is behind the scenes")
        self.choose("For the Person", 1)
        self.screen.expect("row header", "Behind the scenes")
        self.screen.expect_gone("row header", "Commissioning")
        self.screen.expect("label", "For providers: without commissioning")
        self.screen.close()
        self.screen.start("--page", "path", self.file)
        self.screen.expect("label", "For providers: without commissioning")
        self.screen.keys("ctrl+e")
        self.screen.expect("combo box", "Reading")
        self.screen.keys("Escape")
        self.screen.close()
        self.assertEqual(self.screen.export(self.file), before)

    def room(self):
        application = self.screen.application()
        frames = [application.get_child_at_index(index) for index in range(application.get_child_count())]
        return next((frame for frame in frames if frame is not None and frame.get_name() == "Room"), None)

    def room_words(self):
        room = self.room()
        picture = room and next((node for node in walk(room) if node.get_role_name() == "image" and node.get_name().startswith("Map: ")), None)
        return picture.get_description() if picture is not None else ""

    def test_room_reads_as_the_desk(self):
        """What a reading hides goes from the wall as it goes from the desk, and comes back."""
        kinds = ("person", "backstage", "commissioning")
        with open(self.screen.path("small.json"), "w", encoding="utf-8") as file:
            json.dump({"waymark": 1, "maps": [{"id": "small", "kind": "pathway", "title": "Small",
                                               "lanes": [{"id": kind, "kind": kind} for kind in kinds],
                                               "steps": [{"id": "s" + kind, "lane": kind, "kind": "step", "title": "A " + kind} for kind in kinds]}]}, file)
        self.screen.command("import", self.file, self.screen.path("small.json"))
        self.screen.start("--page", "small", self.file)
        self.screen.expect_state("grouping", "Map: Small", Atspi.StateType.FOCUSED)
        self.screen.keys("F5")
        wait_for(lambda: "A backstage" in self.room_words() and "A commissioning" in self.room_words(), "everything on the wall")
        for now, index, shown, hidden in (("For Commissioners", 0, (), ("A backstage", "A commissioning")),
                                          ("For the Person", 1, ("A backstage",), ("A commissioning",)),
                                          ("For Providers", 2, ("A backstage", "A commissioning"), ())):
            subprocess.run(["xdotool", "search", "--name", f"^{self.title}$", "windowactivate", "--sync"], check=True)
            self.screen.expect_state("frame", self.title, Atspi.StateType.ACTIVE)
            self.choose(now, index)
            wait_for(lambda: "A person" in self.room_words() and all(word in self.room_words() for word in shown) and
                     not any(word in self.room_words() for word in hidden), f"what is read instead of {now}")
        self.screen.keys("ctrl+F5")
        wait_for(lambda: self.room() is None, "the end of the room's window")

    def test_what_the_map_says_is_read_for_others(self):
        """Sentences about what a reading hides are not there."""
        self.screen.start("--page", "path", self.file)
        self.screen.expect_state("grouping", "Map: Mental health support", Atspi.StateType.FOCUSED)
        self.screen.keys("F9")
        self.screen.press("page tab", "What the Map Says")
        self.screen.expect("list item", "makes up most of the delay")
        before = [node.get_name() for node in self.sentences()]
        self.choose("For Commissioners", 0)
        wait_for(lambda: self.sentences() and [node.get_name() for node in self.sentences()] != before, "other sentences")
        for name in [node.get_name() for node in self.sentences()]:
            self.assertNotIn("In 4 places", name)
            self.assertNotIn("39 days", name)

    def sentences(self):
        return [node for node in self.screen.nodes("list item") if node.get_name().endswith(".")]

    def is_selected(self):
        return any(self.screen.find(role, None, Atspi.StateType.SELECTED) for role in ("list item", "image", "row header"))

    def test_sentences_lead_to_what_they_say(self):
        """Whatever kind of sentence it is."""
        self.file = self.screen.make_sample()
        self.screen.start("--page", "map-asking", self.file)
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)
        self.screen.keys("F9")
        self.screen.press("page tab", "What the Map Says")
        self.screen.expect("list item", "dead end")
        names = [node.get_name() for node in self.sentences()]
        for word in ("delay", "handed", "dead end", "ring", "gap", "do not meet", "leaves the map"):
            self.assertTrue(any(word in name for name in names), word)
        for name in names:
            self.screen.keys("Escape")
            with self.subTest(name):
                self.screen.press("list item", name)
                wait_for(self.is_selected, name)
                self.screen.press("page tab", "What the Map Says")
        self.screen.close()

    def test_what_is_gone_is_shown_where_it_was(self):
        self.file = self.screen.make_sample()
        self.screen.start("--page", "map-asking-2", self.file)
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)
        self.screen.keys("F9")
        self.screen.press("page tab", "What the Map Says")
        self.screen.expect("list item", "“First assessment” is gone.")
        self.screen.press("list item", "“First assessment” is gone.")
        self.screen.expect_state("list item", "Decision: First assessment", Atspi.StateType.SELECTED)
        self.screen.close()

    def test_new_version(self):
        """It is made in the menu, differs in nothing at first, and then says and shows what was changed."""
        self.file = self.screen.make_sample()
        self.screen.start("--page", "map-asking-2", self.file)
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)
        self.screen.keys("F10")
        self.screen.expect("menu item")
        self.screen.keys("v")
        self.screen.expect("label", "This is the new version")
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)
        self.screen.keys("Right")
        self.screen.expect_state("list item", "Start: ", Atspi.StateType.SELECTED)
        self.screen.keys("F2")
        self.screen.expect("text", "Title of the step")
        self.screen.keys("ctrl+a")
        self.screen.type("Enough")
        self.screen.keys("Return")
        self.screen.expect("list item", "Start: Enough")
        self.screen.keys("F9")
        self.screen.press("page tab", "What the Map Says")
        self.screen.expect("list item", "is now called “Enough”.")
        self.screen.press("check box", "Show the Differences on the Map")
        self.screen.expect_state("check box", "Show the Differences on the Map", Atspi.StateType.CHECKED)
        self.screen.close()
        maps = self.screen.export(self.file)["maps"]
        self.assertEqual(maps[-1]["based_on"], "map-asking-2")

    def choose(self, now, index):
        """Another reading, by keyboard from where the button is."""
        button = self.screen.expect("toggle button", now)
        self.screen.click(button)
        wait_for(lambda: self.screen.find("menu item"), "a menu")
        self.screen.keys("Home", *["Down"] * index, "Return")


if __name__ == "__main__":
    unittest.main()
