# SPDX-License-Identifier: GPL-3.0-or-later
"""All maps at once: made, renamed, copied, moved and deleted, by keyboard and pointer, and every part has a name."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for, walk  # noqa: E402

FOCUSED, SELECTED = Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED


class Maps(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def open_sample(self):
        self.file = self.screen.make_sample()
        self.before = self.screen.export(self.file)
        self.titles = [each["title"] for each in self.before["maps"]]
        self.screen.start("--page", "maps", self.file)
        self.expect_selected(self.titles[0])

    def expect_selected(self, title):
        self.screen.expect_state("table cell", title, SELECTED)

    def shown(self):
        return [node.get_name() for node in walk(self.screen.application()) if node.get_role_name() == "table cell"]

    def expect_shown(self, titles):
        wait_for(lambda: self.shown() == titles, f"{titles}")

    def titles_in_file(self):
        self.screen.close()
        return [each["title"] for each in self.screen.export(self.file)["maps"]]

    def test_the_first_map(self):
        self.file = self.screen.path("empty.waymark")
        self.screen.command("new", self.file)
        self.screen.start(self.file)
        self.screen.expect("label", "Begin with a Map")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.click(self.screen.expect("list item", "A group consultation"))
        self.screen.expect("grouping", "Map: A group consultation")
        self.screen.keys("ctrl+z")
        self.screen.expect("label", "Begin with a Map")
        self.screen.keys("ctrl+shift+z")
        self.screen.expect("table cell", "A group consultation")
        self.assertEqual(self.titles_in_file(), ["A group consultation"])

    def test_names_and_keys(self):
        self.open_sample()
        self.expect_shown(self.titles)
        self.assertEqual(self.screen.nameless(), [])
        self.screen.keys("Right", "Return")
        self.screen.expect("grouping", "Map: " + self.titles[1])
        self.screen.keys("F6")
        self.screen.expect_state("list item", "All Maps", FOCUSED)
        self.screen.keys("F6")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("ctrl+m")
        self.screen.expect_state("table cell", self.titles[1], FOCUSED)

    def test_rename(self):
        self.open_sample()
        self.screen.keys("F2")
        self.screen.expect_state("text", "Title of the map", FOCUSED)
        self.screen.type("Home again")
        self.screen.keys("Return")
        self.expect_shown(["Home again", *self.titles[1:]])
        self.screen.expect("list item", "Home again")
        self.assertEqual(self.titles_in_file(), ["Home again", *self.titles[1:]])

    def test_rename_where_it_is_shown(self):
        self.file = self.screen.make_sample()
        self.screen.start(self.file)
        self.screen.expect("grouping", "Map: ")
        self.screen.press("button", "Rename Map")
        self.screen.expect_state("text", "Title of the map", FOCUSED)
        self.screen.type("Home again")
        self.screen.keys("Return")
        self.screen.expect("grouping", "Map: Home again")
        self.assertEqual(self.titles_in_file()[0], "Home again")

    def test_duplicate(self):
        self.open_sample()
        self.screen.keys("ctrl+d")
        copy = self.titles[0] + " (copy)"
        self.expect_shown([self.titles[0], copy, *self.titles[1:]])
        self.expect_selected(copy)
        self.screen.close()
        after = self.screen.export(self.file)["maps"]
        self.assertEqual([each["title"] for each in after], [self.titles[0], copy, *self.titles[1:]])
        self.assertEqual([card["text"] for card in after[1]["cards"]], [card["text"] for card in after[0]["cards"]])
        self.assertEqual(len({each["id"] for each in after}), len(self.titles) + 1)

    def test_delete_and_undo(self):
        self.open_sample()
        self.screen.keys("Delete")
        self.expect_shown(self.titles[1:])
        self.screen.expect("label", f"“{self.titles[0]}” deleted")
        self.screen.keys("ctrl+z")
        self.expect_shown(self.titles)
        self.screen.close()
        self.assertEqual(self.screen.export(self.file)["maps"], self.before["maps"])

    def test_move_by_keyboard(self):
        self.open_sample()
        self.screen.expect_state("table cell", self.titles[0], FOCUSED)
        self.screen.keys("alt+Right")
        first, second, third, *rest = self.titles
        self.expect_shown([second, first, third, *rest])
        self.screen.keys("alt+Right")
        self.expect_shown([second, third, first, *rest])
        self.screen.keys(*["alt+Right"] * (len(rest) + 1), "alt+Left")  # the last has nowhere to go
        self.expect_shown([second, third, *rest[:-1], first, rest[-1]])
        self.assertEqual(self.titles_in_file(), [second, third, *rest[:-1], first, rest[-1]])

    def test_move_by_pointer(self):
        self.open_sample()
        cells = [self.screen.expect("table cell", title) for title in self.titles]
        first, second, third, *rest = self.titles

        def drag():
            if self.shown() == self.titles:
                self.screen.drag(cells[0], cells[2], linger=60)  # its middle still counts as before it
            return self.shown() == [second, first, third, *rest]
        wait_for(drag, "another order")
        self.assertEqual(self.titles_in_file(), [second, first, third, *rest])


if __name__ == "__main__":
    unittest.main()
