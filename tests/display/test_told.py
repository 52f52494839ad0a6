# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology that knows all of a map is told of when a thousand things come to it at once: of a few, which it can ask about."""

import json
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from accessible import GLib  # noqa: E402
from screen import Atspi, Screen, wait_for, walk  # noqa: E402
from test_pathway_tools import OWN  # noqa: E402

LINES = 1000
TOLD = 60  # things that come or go in all of the window: the place of the lines, its name, and a message beside the map
LANES = [{"id": "l", "kind": "person", "title": "Person"}, {"id": "k", "kind": "frontstage", "title": "Seen"}]
PATHWAY = {"id": "map", "kind": "pathway", "title": "Lines", "lanes": LANES,
           "steps": [{"id": "a", "lane": "l", "kind": "start", "title": "First"}, {"id": "b", "lane": "k", "kind": "step", "title": "Other"}],
           "links": [{"id": "ab", "from": "a", "to": "b", "kind": "flow"}]}
JOURNEY = {"id": "map", "kind": "journey", "title": "Lines", "lanes": [{"id": "l", "kind": "doing", "title": "Doing"}],
           "stages": [{"id": "s", "title": "Begin"}, {"id": "t", "title": "Later"}],
           "cards": [{"id": "a", "lane": "l", "stage": "s", "text": "First"}, {"id": "b", "lane": "l", "stage": "t", "text": "Other"}]}


class Told(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.n_told = 0
        self.listener = Atspi.EventListener.new(self.count)
        self.listener.register("object:children-changed")
        self.addCleanup(self.listener.deregister, "object:children-changed")

    def count(self, event):
        self.n_told += 1

    def told(self):
        """What was told of since this was last asked, as far as it has come."""
        while GLib.MainContext.default().iteration(False):
            pass
        n, self.n_told = self.n_told, 0
        return n

    def put_on_clipboard(self, text):
        owner = subprocess.Popen([sys.executable, "-c", OWN, text], stdout=subprocess.PIPE, text=True)
        self.addCleanup(owner.wait)
        self.addCleanup(owner.kill)
        self.assertEqual(owner.stdout.readline(), "there\n")

    def paste_lines(self, parts, place, role, after):
        """Where what is at the keyboard is; gives the names in the place where the lines are then."""
        file, source = self.screen.path("map.waymark"), self.screen.path("map.json")
        with open(source, "w", encoding="utf-8") as out:
            json.dump({"waymark": 1, "workspace": {"title": "Test"}, "maps": [parts]}, out)
        self.screen.command("new", file)
        self.screen.command("import", file, source)
        self.put_on_clipboard("\n".join(f"Line {number} of what was said" for number in range(LINES)))
        self.screen.start(file)
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)
        self.screen.keys("Right")
        self.screen.expect_state("list item", "First", Atspi.StateType.SELECTED)
        list(walk(self.screen.application()))
        self.told()
        self.screen.keys("ctrl+v")
        found = self.screen.expect(role, after)
        names = [node.get_name() for node in found.get_children()]
        self.assertLess(self.told(), TOLD)
        self.screen.keys("ctrl+z")
        before = self.screen.expect(role, place)
        self.assertEqual(len([node for node in before.get_children() if node.get_role_name() == "list item"]), 1)
        self.assertLess(self.told(), TOLD)
        self.screen.close()
        return names

    def test_steps_of_a_lane(self):
        names = self.paste_lines(PATHWAY, "Person: 1 step", "list", "Person: 1001 steps")
        self.assertEqual(names[1:], [f"Line {number} of what was said, Person; {int(number < LINES - 1)} link{'s' if number == LINES - 1 else ''} out"
                                     for number in range(LINES)])

    def test_cards_of_a_cell(self):
        names = self.paste_lines(JOURNEY, "Doing, Begin: 1 card", "grouping", "Doing, Begin: 1001 cards")
        self.assertEqual(names[1:], [f"Doing, Begin: Line {number} of what was said, card {number + 2} of {LINES + 1}" for number in range(LINES)])


if __name__ == "__main__":
    unittest.main()
