# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever can be worked has a name to be read out, on every page, in every pane and dialog."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Screen, walk, is_shown  # noqa: E402


class Names(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def hold(self, what, least):
        self.assertEqual(self.screen.nameless(), [], what)
        shown = [node for node in walk(self.screen.application()) if is_shown(node)]
        self.assertGreater(len(shown), least, what)
        self.assertNotIn("unknown", {node.get_role_name() for node in shown}, what)

    def test_start(self):
        self.screen.start()
        self.screen.expect("heading", "Begin a New Workspace")
        self.hold("the start page", 30)
        self.screen.keys("ctrl+question")
        self.screen.expect("label", "Go from card to card")
        self.hold("the keys", 60)
        self.screen.keys("Escape")
        self.screen.close()

    def test_maps_and_dialogs(self):
        self.screen.start("--page", "maps", self.screen.make_sample())
        self.screen.expect("table cell", "")
        self.hold("all maps", 30)
        self.screen.keys("ctrl+e")
        self.screen.expect("radio button", "Team")
        self.hold("the export dialog", 40)
        self.screen.keys("Escape")
        self.screen.close()

    def test_panes(self):
        self.screen.start("--page", "1", self.screen.make_sample())
        self.screen.expect("grouping", "Map: ")
        self.screen.keys("F9")
        for pane in ("Details", "Outline", "Flags", "What the Map Says", "Personas"):
            self.screen.press("page tab", pane)
            self.hold(pane, 60)
        self.screen.close()


if __name__ == "__main__":
    unittest.main()
