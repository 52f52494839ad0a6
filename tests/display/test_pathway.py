# SPDX-License-Identifier: GPL-3.0-or-later
"""A pathway map in the window: it is shown and read out, and its exports are what its audience may see."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402

DATA = os.path.join(os.environ["WAY_TEST_DATA"], "pathway.json")


class Pathway(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.file = self.screen.path("path.waymark")
        self.screen.command("new", self.file)
        self.screen.command("import", self.file, DATA)

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

    def choose(self, now, index):
        """Another reading, by keyboard from where the button is."""
        button = self.screen.expect("toggle button", now)
        self.screen.click(button)
        wait_for(lambda: self.screen.find("menu item"), "a menu")
        self.screen.keys("Home", *["Down"] * index, "Return")


if __name__ == "__main__":
    unittest.main()
