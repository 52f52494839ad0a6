# SPDX-License-Identifier: GPL-3.0-or-later
"""A pathway map in the window: it is shown and read out, and its exports are what its audience may see."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen  # noqa: E402

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


if __name__ == "__main__":
    unittest.main()
