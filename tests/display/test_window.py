# SPDX-License-Identifier: GPL-3.0-or-later
"""The window at work: maps, the canvas by keyboard, undo and redo, and everything in the file afterwards."""

import os
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for, walk  # noqa: E402

FOCUSED, SELECTED = Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED


def texts(workspace, map_id):
    found = next(each for each in workspace["maps"] if each["id"] == map_id)
    return [(card["lane"], card["stage"], card.get("text", "")) for card in found["cards"]]


class Window(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.file = self.screen.make_sample()
        self.before = self.screen.export(self.file)
        self.first = self.before["maps"][0]

    def open(self, *words):
        self.screen.start(*words, self.file)
        self.screen.expect("grouping", "Map: ")

    def select_first_card(self):
        """Goes to the first card of the map, whatever it says."""
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)

    def test_maps_are_listed_and_shown(self):
        self.open()
        for each in self.before["maps"]:
            self.screen.expect("list item", each["title"])
        self.screen.expect("grouping", "Map: " + self.before["maps"][0]["title"])
        self.screen.keys("ctrl+Next")
        self.screen.expect("grouping", "Map: " + self.before["maps"][1]["title"])
        self.screen.keys("ctrl+Prior")
        self.screen.expect("grouping", "Map: " + self.before["maps"][0]["title"])

    def test_page_chooses_the_map(self):
        self.open("--page", self.before["maps"][2]["title"])
        self.screen.expect("grouping", "Map: " + self.before["maps"][2]["title"])

    def test_every_control_has_a_name(self):
        self.open()
        self.screen.expect("list item", "card 1 of")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.keys("ctrl+question")
        self.screen.expect("label", "While Typing")
        self.assertEqual(self.screen.nameless(), [])

    def test_a_card_by_keyboard(self):
        self.open()
        self.select_first_card()
        self.screen.type("Brand new words")
        self.screen.expect("text", "New card")
        self.screen.keys("Return")
        self.screen.expect_state("list item", "Brand new words, card 2 of", SELECTED)
        self.screen.expect_state("text", "New card", FOCUSED)
        self.screen.keys("Escape")
        self.screen.expect_gone("text", "New card")

        self.screen.keys("Return")
        self.screen.expect_state("text", "Card", FOCUSED)
        self.screen.keys("ctrl+End")
        self.screen.type(" and more")
        self.screen.keys("ctrl+Return")
        self.screen.type("below")
        self.screen.keys("Return")
        self.screen.expect_state("list item", "Brand new words and more\nbelow, card 2 of", SELECTED)

        self.screen.keys("ctrl+Up")
        self.screen.expect_state("list item", "below, card 1 of", SELECTED)
        self.screen.keys("ctrl+Right")
        moved = wait_for(lambda: (node := self.screen.find("list item", "below, card 1 of")) and
                         self.first["stages"][1]["title"] in node.get_name() and node, "the card under the next stage")
        self.assertIn(self.first["lanes"][0]["title"], moved.get_name())

        self.screen.keys("Delete")
        self.screen.expect_gone("list item", "Brand new words")
        # What offers to undo it goes with what it would undo, also under the pointer, where it would stay for as long as that is there.
        x, y = self.screen.place(self.screen.expect("label", "Card deleted"))
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)
        self.screen.keys("ctrl+z")
        self.screen.expect_gone("label", "Card deleted")
        for _ in range(4):
            self.screen.keys("ctrl+z")
        self.screen.expect_gone("list item", "Brand new words")
        wait_for(lambda: "Move" not in self.screen.find("button", "Undo").get_name(), "the end of what was done")
        for _ in range(4):
            self.screen.keys("ctrl+shift+z")
        self.screen.expect("list item", "Brand new words and more\nbelow, card 1 of")
        self.screen.close()

        after = texts(self.screen.export(self.file), self.first["id"])
        card = (self.first["lanes"][0]["id"], self.first["stages"][1]["id"], "Brand new words and more\nbelow")
        self.assertIn(card, after)
        self.assertEqual(sorted(after), sorted([card, *texts(self.before, self.first["id"])]))

    def test_reopened(self):
        self.open()
        self.select_first_card()
        self.screen.type("Kept")
        self.screen.keys("Return")
        self.screen.expect_state("list item", "Kept, card 2 of", SELECTED)
        self.screen.close()
        self.open()
        self.screen.expect("list item", "Kept, card 2 of")
        self.screen.keys("ctrl+z")
        self.screen.expect_gone("list item", "Kept")

    def test_closing_keeps_what_is_being_typed(self):
        self.open()
        self.select_first_card()
        self.screen.type("Half a sen")
        self.screen.expect("text", "New card")
        self.screen.close()
        self.assertIn("Half a sen", [text for _, _, text in texts(self.screen.export(self.file), self.first["id"])])

    def test_clicking_elsewhere_keeps_what_is_being_typed(self):
        self.open()
        self.select_first_card()
        for words in ("Said in passing", "And this"):
            self.screen.type(words)
            self.screen.expect("text", "New card")
            self.screen.click(self.screen.expect("list item", "card 1 of"))
            self.screen.expect_gone("text", "New card")
            self.screen.expect("list item", words)
        self.screen.close()

    def test_escape_keeps_what_was_typed(self):
        self.open()
        self.select_first_card()
        self.screen.type("On second thoughts")
        self.screen.expect("text", "New card")
        self.screen.keys("Escape")
        self.screen.expect_gone("text", "New card")
        self.screen.expect_state("list item", "On second thoughts, card 2 of", SELECTED)
        self.screen.keys("ctrl+z")
        self.screen.expect_gone("list item", "On second thoughts")
        self.screen.keys("ctrl+shift+z")
        self.screen.expect("list item", "On second thoughts, card 2 of")

    def test_headers_by_keyboard(self):
        """Headers are walked onto, told of, and written over."""
        self.open()
        self.select_first_card()
        self.screen.keys("Up")
        self.screen.expect_state("heading", f"{self.first['stages'][0]['title']}, stage 1 of", SELECTED)
        self.screen.type("At the start")
        self.screen.expect_state("text", "Title of the stage", FOCUSED)
        self.screen.keys("Tab")
        self.screen.expect("heading", f"At the start, stage 1 of {len(self.first['stages'])}")
        self.screen.expect_state("text", "Title of the stage", FOCUSED)
        self.screen.type("And then")
        self.screen.keys("Return")
        self.screen.expect("heading", "And then, stage 2 of")
        self.screen.expect_gone("text", "Title of the stage")
        self.screen.keys("Left", "Left")
        self.screen.expect_state("row header", f"{self.first['lanes'][0]['title']}, lane 1 of", SELECTED)
        self.screen.keys("F2")
        self.screen.expect_state("text", "Title of the lane", FOCUSED)
        self.screen.type("Deeds")
        self.screen.keys("Escape")
        self.screen.expect_state("row header", "Deeds, lane 1 of", SELECTED)
        self.screen.close()
        after = self.screen.export(self.file)["maps"][0]
        self.assertEqual([each["title"] for each in after["stages"]][:3], ["At the start", "And then", self.first["stages"][2]["title"]])
        self.assertEqual(after["lanes"][0]["title"], "Deeds")

    def test_a_card_by_pointer(self):
        self.open("--page", "2")
        second = self.before["maps"][1]
        feelings = next(lane["title"] for lane in second["lanes"] if lane["kind"] == "feeling")
        card = self.screen.expect("list item", "card 1 of 2")
        cell = next(node for node in walk(self.screen.application()) if node.get_role_name() == "grouping" and
                    node.get_name().endswith(": no cards") and not node.get_name().startswith(feelings))
        name, words = cell.get_name(), card.get_name().split(": ", 1)[1].split(", card")[0]
        self.screen.drag(card, cell)
        moved = self.screen.expect("list item", f"{words}, card 1 of 1")
        self.assertTrue(moved.get_name().startswith(name.removesuffix(": no cards")))
        self.screen.close()
        self.assertEqual(len(texts(self.screen.export(self.file), second["id"])), len(texts(self.before, second["id"])))

    def test_saved_without_being_asked(self):
        self.open()
        self.select_first_card()
        self.screen.type("Nobody pressed save")
        self.screen.keys("Return")
        self.screen.expect("list item", "Nobody pressed save")
        wait_for(lambda: "Nobody pressed save" in self.on_disk(), "the card in the file")
        self.screen.expect("label", "All changes saved")

    def on_disk(self):
        """The texts of the first map in the user's file as it lies there."""
        copy = self.screen.path("copy.waymark")
        shutil.copyfile(self.file, copy)
        return [text for _, _, text in texts(self.screen.export(copy), self.first["id"])]



if __name__ == "__main__":
    unittest.main()
