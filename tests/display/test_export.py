# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting from the window: by keyboard, without freezing it, and with nothing in the file that its audience may not see."""

import os
import stat
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402


class Export(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.file = self.screen.make_sample()
        self.before = self.screen.export(self.file)
        self.first = self.before["maps"][0]

    def open(self):
        self.screen.start(self.file)
        self.screen.expect("grouping", "Map: ")

    def save_as(self, path):
        self.screen.expect("text", "Name")
        self.screen.keys("ctrl+a")
        self.screen.type(path)
        self.screen.keys("Return")

    def ask(self):
        self.screen.keys("ctrl+e")

    def test_the_file_is_saved_first(self):
        """What was typed just before is in the workspace's own file and in what is exported."""
        self.open()
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", Atspi.StateType.SELECTED)
        self.screen.type("Zanzibar")
        self.screen.expect("text", "New card")
        self.ask()
        self.save_as(self.screen.path("map.pdf"))
        self.screen.expect("label", "Exported to “map.pdf”")
        self.screen.expect("button", "Open")
        self.screen.expect("button", "Show in Folder")
        self.assertEqual(self.screen.nameless(), [])
        words = self.words(self.screen.path("map.pdf"))
        self.assertIn("Zanzibar", words)
        self.assertIn(self.first["title"], words)
        self.assertNotIn("whatever was agreed", words)
        copy = self.screen.path("copy.waymark")
        with open(self.file, "rb") as source, open(copy, "wb") as target:
            target.write(source.read())
        self.assertIn("Zanzibar", str(self.screen.export(copy)))

    def words(self, path):
        return subprocess.run(["pdftotext", path, "-"], check=True, stdout=subprocess.PIPE, text=True).stdout

    def test_a_folder_that_takes_nothing(self):
        folder = self.screen.path("locked")
        os.mkdir(folder)
        os.chmod(folder, 0o555)
        if os.access(folder, os.W_OK):
            self.skipTest("whoever runs this may write anywhere")
        self.open()
        self.ask()
        self.save_as(os.path.join(folder, "map.pdf"))
        self.screen.expect("label", "Nothing Was Exported")
        self.screen.expect("label", "cannot be written there")
        self.assertEqual(os.listdir(folder), [])

    def test_cancel(self):
        """A reader that does not come holds the export up; the window says so, and lets it be stopped."""
        pipe = self.screen.path("map.pdf")
        os.mkfifo(pipe)
        self.open()
        self.ask()
        self.save_as(pipe)
        self.screen.press("button", "Replace")
        self.screen.expect("label", "Exporting…")
        self.screen.expect("progress bar", "How much is done")
        self.screen.press("button", "Cancel")
        self.screen.expect_gone("label", "Exporting…")
        with open(pipe, "rb") as end:
            self.assertEqual(end.read(), b"")
        self.screen.expect("label", "Cancelled; nothing was exported")
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))
        self.assertEqual([name for name in os.listdir(self.screen.folder) if name.startswith(".waymark")], [])

    def test_closing_meanwhile(self):
        """Closing stops what was begun, and the application ends when that has stopped."""
        pipe = self.screen.path("map.pdf")
        os.mkfifo(pipe)
        self.open()
        self.ask()
        self.save_as(pipe)
        self.screen.press("button", "Replace")
        self.screen.expect("label", "Exporting…")
        self.screen.keys("alt+F4")
        self.screen.expect_gone("label", "Exporting…")
        self.screen.keys("alt+F4")
        wait_for(lambda: self.screen.application() is None, "the end of the window")
        with open(pipe, "rb") as end:
            self.assertEqual(end.read(), b"")
        self.assertEqual(self.screen.process.wait(60), 0)
        self.screen.log.close()
        self.screen.process = None


if __name__ == "__main__":
    unittest.main()
