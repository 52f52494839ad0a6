# SPDX-License-Identifier: GPL-3.0-or-later
"""Beginning, and what cannot be opened: each gets a sentence, and the window stays."""

import fcntl
import hashlib
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402


class Start(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        # What other tests opened is not there any more.
        recent = os.path.join(os.environ["XDG_DATA_HOME"], "recently-used.xbel")
        if os.path.exists(recent):
            os.unlink(recent)

    def test_nothing_open(self):
        self.screen.start()
        self.screen.expect("button", "Open…")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.close()

    def test_first_start(self):
        """There is nothing to open again, and every way to begin has a name and a word on it."""
        self.screen.start()
        self.screen.expect("heading", "Welcome to Waymark")
        self.screen.expect_state("button", "Open…", Atspi.StateType.FOCUSED)
        cell = self.screen.expect("table cell", "A group consultation")
        self.assertIn("Up to fifteen people", cell.get_description())
        self.assertIsNone(self.screen.find("heading", "Open Again"))
        self.assertEqual(self.screen.nameless(), [])
        self.screen.close()

    def test_a_new_workspace(self):
        """By keyboard, from a template to the map in a file of its own that nothing can be undone in."""
        path = self.screen.path("Our clinic.waymark")
        self.screen.start(leaks=False)
        self.screen.expect("table cell", "A person’s journey")
        self.screen.keys("Tab", "Tab")
        self.screen.expect_state("table cell", "A person’s journey", Atspi.StateType.FOCUSED)
        self.screen.keys("Right", "Return")
        self.screen.save_as(path)
        self.screen.expect("grouping", "Map: A patient’s journey")
        self.screen.close()
        self.assertEqual([each["title"] for each in self.screen.export(path)["maps"]], ["A patient’s journey"])

    def test_open_again(self):
        """Files that were open before can be opened again; one that went away is told of, and taken off the list."""
        here, gone = self.screen.make_sample("Our work.waymark"), self.screen.make_sample("Old work.waymark")
        for path in (here, gone):
            self.screen.start(path)
            self.screen.expect("grouping", "Map: ")
            self.screen.close()
        os.unlink(gone)
        self.screen.start()
        cell = self.screen.expect("table cell", "Old work")
        wait_for(lambda: "Not there now" in cell.get_description(), "the word that it is gone")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.click(cell)
        self.screen.expect("label", "The File Is Not There")
        self.screen.keys("alt+r")
        self.screen.expect_gone("table cell", "Old work")
        self.screen.click(self.screen.expect("table cell", "Our work"))
        self.screen.expect("grouping", "Map: ")
        self.screen.close()
        self.screen.start()
        self.screen.expect("table cell", "Our work")
        self.assertIsNone(self.screen.find("table cell", "Old work"))
        self.screen.keys("Tab", "Tab")
        self.screen.expect_state("table cell", "Our work", Atspi.StateType.FOCUSED)
        self.screen.keys("Delete")
        self.screen.expect_gone("table cell", "Our work")
        self.assertTrue(os.path.exists(here))
        self.screen.close()

    def test_the_sample(self):
        self.screen.start()
        self.screen.press("button", "Open the Sample")
        self.screen.expect("grouping", "Map: ")
        self.screen.close()

    def test_what_was_left(self):
        """After the program was ended from outside, beginning again offers to go on, with every word."""
        path = self.screen.make_sample()
        self.screen.start("--page", "maps", path)
        self.screen.expect("table cell", "")
        self.screen.keys("ctrl+d")
        copy = self.screen.expect("table cell", "(copy)").get_name()
        self.screen.process.kill()
        self.screen.process.wait()
        self.screen.start()
        row = self.screen.expect("list item", "Go on with “sample.waymark”")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.click(row)
        self.screen.expect("list item", copy)
        self.screen.close()
        self.assertIn(copy, [each["title"] for each in self.screen.export(path)["maps"]])
        self.screen.start()
        self.screen.expect("button", "Open…")
        self.assertIsNone(self.screen.find("list item", "Go on with"))
        self.screen.close()

    def refuse(self, name, content):
        path = self.screen.path(name)
        if content is not None:
            with open(path, "wb") as file:
                file.write(content)
        self.screen.start(path)
        self.screen.expect("label", "The File Was Not Opened")
        self.screen.keys("Escape")
        self.screen.expect_gone("label", "The File Was Not Opened")
        self.screen.expect("button", "Open…")
        self.screen.close()
        if content is not None:
            with open(path, "rb") as file:
                self.assertEqual(file.read(), content)

    def test_missing(self):
        self.refuse("missing.waymark", None)

    def test_foreign(self):
        self.refuse("letter.waymark", b"Dear all,\nthis is not a workspace.\n")

    def test_empty(self):
        self.refuse("empty.waymark", b"")

    def test_truncated(self):
        with open(self.screen.make_sample(), "rb") as file:
            content = file.read()
        self.refuse("half.waymark", content[:len(content) // 2])

    def test_open_in_another_process(self):
        """Somebody else's lock on the working copy is told in plain words, and taken from nobody."""
        path = self.screen.make_sample()
        key = hashlib.sha256(f"file://{os.path.realpath(path)}".encode()).hexdigest()[:32]
        folder = os.path.join(os.environ["XDG_STATE_HOME"], "waymark", "open", key)
        os.makedirs(folder)
        with open(os.path.join(folder, "lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.screen.start(path)
            self.screen.expect("label", "“sample.waymark” is already open in another window.")
            self.screen.keys("Escape")
            self.screen.expect("button", "Open…")
            self.assertTrue(os.path.exists(lock.name))
            self.screen.close()

    def test_one_window_a_file(self):
        """Opening a file again shows the window that has it, and the second process ends."""
        path = self.screen.make_sample()
        self.screen.start(path)
        self.screen.expect("grouping", "Map: ")
        subprocess.run([os.environ["WAY_APP"], path], check=True, timeout=60)
        self.assertEqual(self.screen.application().get_child_count(), 1)
        self.screen.close()


if __name__ == "__main__":
    unittest.main()
