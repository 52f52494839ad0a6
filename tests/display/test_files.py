# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that come, go and change while they are open: each is told of in plain words, and no word is lost."""

import json
import os
import sqlite3
import stat
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
        return [card["text"] for each in self.screen.export(path)["maps"] for card in each.get("cards", [])]

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

    def test_import_a_table(self):
        """A pathway in a table becomes a map of its own, called after the file."""
        source = self.screen.path("work/steps.csv")
        with open(source, "w", encoding="utf-8") as file:
            file.write("kind,id,title,lane,from,to,wait\nstart,1,Rings,What they do,,,\nstep,2,Waits,What they do,,,\nflow,,,,1,2,3 weeks\n")
        self.open()
        self.import_file(os.path.basename(source))
        self.screen.expect("grouping", "Map: steps")
        self.screen.close()
        brought = self.screen.export(self.file)["maps"][-1]
        self.assertEqual((brought["kind"], [step["title"] for step in brought["steps"]]), ("pathway", ["Rings", "Waits"]))

    def test_changed_by_somebody_else(self):
        """With everything saved here, theirs can be shown in place of it."""
        self.open()
        self.say("Said here")
        self.screen.expect("label", "All changes saved")
        self.change("Their map")
        self.screen.expect("label", "Somebody else changed this file")
        self.screen.press("button", "Show Theirs")
        self.screen.expect("list item", "Their map")
        self.assertIsNone(self.screen.find("list item", "Said here"))
        self.screen.close()
        self.assertEqual(self.names(), ["sample.waymark"])
        self.assertIn("Their map", [each["title"] for each in self.screen.export(self.file)["maps"]])

    def test_changed_here_and_by_somebody_else(self):
        """Both are kept, each in a file of its own, and the window says where."""
        self.open()
        self.change("Their map")
        self.screen.expect("label", "Somebody else changed this file")
        self.say("Said here")
        self.screen.keys("ctrl+s")
        self.screen.expect("label", "Saved Beside the File")
        self.screen.keys("Escape")
        self.screen.expect_gone("label", "Saved Beside the File")
        self.screen.close()
        ours = next(name for name in self.names() if "changed here" in name)
        self.assertEqual(len(self.names()), 2)
        self.assertIn("Said here", self.texts(os.path.join(self.folder, ours)))
        self.assertIn("Their map", [each["title"] for each in self.screen.export(self.file)["maps"]])

    def test_a_folder_that_goes_and_comes_back(self):
        """It is said once, everything is kept here, and the file is written when its folder is back."""
        self.open()
        away = self.screen.path("away")
        os.rename(self.folder, away)
        self.say("Said meanwhile")
        self.screen.expect("label", "because its folder is gone")
        self.screen.expect("button", "Save a Copy…")
        self.screen.expect("label", "Kept on this computer, not in the file")
        os.rename(away, self.folder)
        self.screen.expect("label", "All changes saved")
        self.screen.close()
        self.assertIn("Said meanwhile", self.texts(self.file))

    def test_closing_without_the_folder(self):
        """Only here something is asked, and a copy can be saved instead."""
        self.open()
        os.rename(self.folder, self.screen.path("away"))
        self.say("Said meanwhile")
        self.screen.keys("ctrl+w")
        self.screen.expect("label", "The File Was Not Saved")
        self.screen.keys("alt+p")
        copy = self.screen.path("copy.waymark")
        self.screen.save_as(copy)
        self.screen.expect("label", "Copy saved as “copy.waymark”")
        self.screen.keys("ctrl+w")
        self.screen.press("button", "Close Anyway")
        self.screen.wait_end()
        self.assertIn("Said meanwhile", self.texts(copy))

    def test_a_file_that_may_not_be_written(self):
        os.chmod(self.file, 0o444)
        if os.access(self.file, os.W_OK):
            self.skipTest("whoever runs this may write anywhere")
        self.open()
        self.say("Said all the same")
        self.screen.expect("label", "because you may not write there")
        self.assertEqual(stat.S_IMODE(os.stat(self.file).st_mode), 0o444)
        os.chmod(self.file, 0o644)
        self.screen.expect("label", "All changes saved")
        self.screen.close()
        self.assertIn("Said all the same", self.texts(self.file))

    def test_a_file_of_a_newer_version(self):
        with sqlite3.connect(self.file) as connection:
            connection.execute("PRAGMA user_version = 9999")
        connection.close()
        with open(self.file, "rb") as file:
            content = file.read()
        self.screen.start(self.file)
        self.screen.expect("label", "The File Was Not Opened")
        self.screen.expect("label", "newer")
        self.screen.keys("Escape")
        self.screen.expect("button", "Open…")
        self.screen.close()
        with open(self.file, "rb") as file:
            self.assertEqual(file.read(), content)


if __name__ == "__main__":
    unittest.main()
