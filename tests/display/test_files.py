# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that come, go and change while they are open: each is told of in plain words, and no word is lost."""

import json
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen  # noqa: E402

SELECTED, FOCUSED = Atspi.StateType.SELECTED, Atspi.StateType.FOCUSED


class Files(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.folder = self.screen.path("work")
        os.mkdir(self.folder)
        self.file = self.screen.make_sample("work/sample.waymark")

    def open(self):
        self.screen.start(self.file, leaks=False)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def say(self, words):
        """Adds a card on the first map."""
        self.screen.keys("Escape", "Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)
        self.screen.type(words)
        self.screen.expect("text", "New card")
        self.screen.keys("Return")
        self.screen.expect("list item", words)

    def texts(self, path):
        return [card["text"] for each in self.screen.export(path)["maps"] for card in each["cards"]]

    def change(self, words):
        """Somebody else puts their version in the place of the file."""
        theirs = self.screen.make_sample("theirs.waymark")
        source = self.screen.path("more.json")
        with open(source, "w", encoding="utf-8") as file:
            json.dump({"waymark": 1, "maps": [{"id": "theirs", "kind": "journey", "title": words}]}, file)
        self.screen.command("import", theirs, source)
        os.replace(theirs, self.file)

    def names(self):
        return sorted(os.listdir(self.folder))

    def test_save_a_copy(self):
        self.open()
        self.say("Before the copy")
        self.screen.keys("ctrl+shift+s")
        copy = self.screen.path("copy.waymark")
        self.screen.save_as(copy)
        self.screen.expect("label", "Copy saved as “copy.waymark”")
        self.say("After the copy")
        self.screen.close()
        self.assertIn("Before the copy", self.texts(copy))
        self.assertNotIn("After the copy", self.texts(copy))
        self.assertIn("After the copy", self.texts(self.file))

    def test_a_copy_over_itself(self):
        self.open()
        self.say("Still here")
        self.screen.keys("ctrl+shift+s")
        self.screen.save_as(self.file)
        self.screen.press("button", "Replace")
        self.screen.expect("label", "No Copy Was Saved")
        self.screen.expect("label", "is the workspace itself")
        self.screen.keys("Escape")
        self.screen.expect_gone("label", "No Copy Was Saved")
        self.screen.close()
        self.assertIn("Still here", self.texts(self.file))

    def import_file(self, name):
        self.screen.keys("ctrl+i")
        self.screen.expect("button", "Import")
        self.screen.click(self.screen.expect("label", name))
        self.screen.keys("Return")

    def test_import_and_undo(self):
        source = self.screen.path("work/more.json")
        with open(source, "w", encoding="utf-8") as file:
            json.dump({"waymark": 1, "maps": [{"id": "one", "kind": "journey", "title": "Brought along", "hue": 3}]}, file)
        before = self.screen.export(self.file)
        self.open()
        self.import_file(os.path.basename(source))
        self.screen.expect("grouping", "Map: Brought along")
        self.screen.expect("label", "Not Everything Was Imported")
        self.screen.expect("label", "maps.hue")
        self.screen.keys("Escape")
        self.screen.expect_gone("label", "Not Everything Was Imported")
        self.screen.keys("ctrl+z")
        self.screen.expect_gone("list item", "Brought along")
        self.screen.close()
        self.assertEqual(self.screen.export(self.file), before)

    def test_import_of_something_else(self):
        source = self.screen.path("work/letter.json")
        with open(source, "w", encoding="utf-8") as file:
            file.write("Dear all,")
        before = self.screen.export(self.file)
        self.open()
        self.import_file(os.path.basename(source))
        self.screen.expect("label", "Nothing Was Imported")
        self.screen.keys("Escape")
        self.screen.expect_gone("label", "Nothing Was Imported")
        self.screen.close()
        self.assertEqual(self.screen.export(self.file), before)


if __name__ == "__main__":
    unittest.main()
