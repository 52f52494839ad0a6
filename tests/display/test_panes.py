# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane beside a map: what is selected, changed there field by field."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for, walk  # noqa: E402

FOCUSED, SELECTED = Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED


class Panes(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.file = self.screen.make_sample()
        self.before = self.screen.export(self.file)
        self.first = self.before["maps"][0]

    def open(self):
        self.screen.start(self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def open_at_first_card(self):
        self.open()
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)
        self.screen.keys("F9")
        self.screen.expect_state("text", "Text of the card", FOCUSED)

    def nameless(self):
        """The rows within a drop-down are its own business: it is the drop-down that is read out."""
        return [each for each in self.screen.nameless() if each != "list item in “”"]

    def card(self, key):
        self.screen.close()
        cards = self.screen.export(self.file)["maps"][0]["cards"]
        return next(card for card in cards if card["id"] == self.first["cards"][0]["id"]).get(key)

    def test_map_where_nothing_is_selected(self):
        self.open()
        self.screen.keys("F9")
        self.screen.expect_state("text", "Title of the map", FOCUSED)
        self.screen.keys("ctrl+a")
        self.screen.type("Home again")
        self.screen.keys("Return")
        self.screen.expect("grouping", "Map: Home again")
        self.assertEqual(self.nameless(), [])
        self.screen.keys("F9")
        self.screen.expect_gone("text", "Title of the map")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def test_text_is_kept_on_leaving(self):
        self.open_at_first_card()
        self.screen.keys("ctrl+a")
        self.screen.type("Said differently")
        self.screen.keys("F6")
        self.screen.expect("list item", "Said differently, card 1 of")
        self.screen.keys("shift+F6")
        self.screen.expect_state("text", "Text of the card", FOCUSED)
        self.screen.keys("ctrl+a")
        self.screen.type("And with Escape")
        self.screen.keys("Escape")
        self.screen.expect("list item", "And with Escape, card 1 of")
        self.screen.keys("F6", "ctrl+z")
        self.screen.expect_gone("list item", "And with Escape")
        self.screen.keys("ctrl+shift+z")
        self.screen.expect("list item", "And with Escape")
        self.assertEqual(self.card("text"), "And with Escape")

    def test_closing_keeps_what_is_being_typed(self):
        self.open_at_first_card()
        self.screen.keys("Tab")
        self.screen.expect_state("text", "Note, for the desk", FOCUSED)
        self.screen.type("Ask again")
        self.assertEqual(self.card("note"), "Ask again")

    def test_typing_outlives_a_change_elsewhere(self):
        """What is undone meanwhile does not touch what is being typed, nor the other way round."""
        self.open_at_first_card()
        self.screen.keys("Tab")
        self.screen.type("One")
        self.screen.keys("Return")
        self.screen.type(" and two")
        self.screen.keys("ctrl+z")
        self.screen.keys("ctrl+z")
        self.screen.keys("ctrl+shift+z")
        self.screen.keys("ctrl+shift+z")
        wait_for(lambda: "One and two" in [Atspi.Text.get_text(node, 0, -1) for node in walk(self.screen.application())
                                           if node.get_role_name() == "text"], "the whole note")
        self.assertEqual(self.card("note"), "One and two")

    def test_ring_of_panes(self):
        self.open_at_first_card()
        self.screen.keys("F6")
        self.screen.expect_state("list item", "All Maps", FOCUSED)
        self.screen.keys("F6")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("F6")
        self.screen.expect_state("text", "Text of the card", FOCUSED)
        self.screen.keys("shift+F6")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def test_moved_without_dragging(self):
        self.open_at_first_card()
        self.screen.keys("Tab", "Tab")
        self.screen.expect_state("combo box", "Lane", FOCUSED)
        self.screen.keys("Return", "Down", "Return")
        lane = self.first["lanes"][1]
        wait_for(lambda: (node := self.screen.find("list item", self.first["cards"][0]["text"])) and
                 lane["title"] in node.get_name(), "the card in the next lane")
        self.assertEqual(self.card("lane"), lane["id"])

    def cells(self):
        """The texts of each cell, in order, by the titles of lane and stage."""
        found = self.screen.export(self.file)["maps"][0]
        titles = {each["id"]: each["title"] for each in found["lanes"] + found["stages"]}
        cells = {}
        for card in found["cards"]:
            cells.setdefault((titles[card["lane"]], titles[card["stage"]]), []).append(card["text"])
        return cells

    def test_several_cards(self):
        """How many of what, and moved, duplicated and deleted together, each as one edit, without leaving the pane."""
        lanes, stages = ([each["title"] for each in self.first[kind]] for kind in ("lanes", "stages"))
        before = self.cells()
        moved = before[lanes[0], stages[0]] + before[lanes[0], stages[1]]
        self.assertGreater(len(moved), 2)
        self.open()
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)
        self.screen.keys("F9")
        self.screen.expect_state("text", "Text of the card", FOCUSED)
        self.screen.keys("F6", "F6")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("shift+Right", *["shift+Down"] * (len(before[lanes[0], stages[1]]) - 1))
        self.screen.expect("label", f"{len(moved)} Cards")
        self.screen.keys("F6")
        self.screen.expect_state("combo box", "Lane", FOCUSED)
        self.screen.keys("Tab")
        self.screen.expect_state("combo box", "Stage", FOCUSED)
        self.screen.expect("label", "Different Stages")
        self.assertEqual(self.nameless(), [])
        self.screen.keys("Return")
        self.screen.expect_state("entry", "", FOCUSED)
        self.screen.keys("Down", "Down", "Down", "Return")  # past what is searched in and what they are now, to the second stage
        self.screen.expect_gone("label", "Different Stages")
        self.screen.expect("label", f"{len(moved)} Cards")
        self.screen.expect_state("combo box", "Stage", FOCUSED)
        self.screen.keys("shift+Tab")
        self.screen.expect_state("combo box", "Lane", FOCUSED)
        self.screen.keys("Return")
        self.screen.expect_gone("combo box", "Lane", FOCUSED)
        self.screen.keys("Down", "Return")
        self.screen.expect_state("list item", f"{lanes[1]}, {stages[1]}: {moved[0]}", SELECTED)
        self.screen.press("button", "Duplicate")
        self.screen.expect("button", "Undo “Duplicate cards”")
        self.screen.expect("label", f"{len(moved)} Cards")
        self.screen.press("button", "Delete")
        self.screen.expect("button", "Undo “Delete cards”")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("ctrl+s")
        self.screen.expect("label", "All changes saved")
        after = self.cells()
        self.assertEqual(sorted(after.pop((lanes[1], stages[1]))), sorted(before.pop((lanes[1], stages[1]), []) + moved))
        del before[lanes[0], stages[0]], before[lanes[0], stages[1]]
        self.assertEqual(after, before)
        for undone in ("Duplicate cards", "Move cards", "Move cards"):
            self.screen.keys("ctrl+z")
            self.screen.expect("button", f"Undo “{undone}”")
        self.screen.keys("ctrl+z")
        self.screen.close()
        self.assertEqual(self.screen.export(self.file)["maps"], self.before["maps"])

    def test_several_steps(self):
        """Given another kind and another lane."""
        pathway = next(each for each in self.before["maps"] if each["kind"] == "pathway")
        lane = pathway["lanes"][0]["id"]
        here = [step["id"] for step in pathway["steps"] if step["lane"] == lane]
        self.screen.start("--page", str(self.before["maps"].index(pathway) + 1), self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("Right", "ctrl+a", "F9")
        self.screen.expect("label", f"{len(here)} Steps")
        self.screen.expect_state("combo box", "Lane", FOCUSED)
        self.screen.keys("Return", "Down", "Return")
        self.screen.expect("label", pathway["lanes"][1]["title"])
        self.screen.expect_state("combo box", "Lane", FOCUSED)
        self.screen.keys("Tab")
        self.screen.expect_state("combo box", "Kind", FOCUSED)
        self.screen.expect("label", "Different Kinds")
        self.screen.keys("Return", "End", "Return")
        self.screen.expect_gone("label", "Different Kinds")
        self.screen.close()
        after = next(each for each in self.screen.export(self.file)["maps"] if each["id"] == pathway["id"])
        changed = [step for step in after["steps"] if step["id"] in here]
        self.assertEqual({step["lane"] for step in changed}, {pathway["lanes"][1]["id"]})
        self.assertEqual({step["kind"] for step in changed}, {"gap"})

    def test_a_flag_is_pinned_listed_and_deleted(self):
        self.open_at_first_card()
        self.screen.keys("F6", "F6")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("ctrl+shift+f")
        self.screen.expect_state("text", "Text of the flag", FOCUSED)
        self.assertEqual(self.nameless(), [])
        self.screen.type("Who cooks")
        self.screen.press("radio button", "Concern")
        self.screen.keys("Return")
        self.screen.expect_gone("text", "Text of the flag")
        self.screen.press("page tab", "Flags")
        self.screen.expect("button", "Delete “Who cooks”")
        self.screen.expect("label", "Answered: Yes")
        self.screen.press("toggle button", "Still Open")
        self.screen.expect_gone("label", "Answered: Yes")
        self.screen.press("button", "Delete “Who cooks”")
        self.screen.expect_gone("button", "Delete “Who cooks”")
        self.screen.keys("ctrl+z")
        self.screen.expect("button", "Delete “Who cooks”")
        self.screen.close()
        flag = self.screen.export(self.file)["maps"][0]["flags"][-1]
        self.assertEqual((flag["on"], flag["kind"], flag["text"]), (self.first["cards"][0]["id"], "concern", "Who cooks"))

    def test_a_persona_is_written(self):
        self.open()
        self.screen.keys("F9")
        self.screen.press("page tab", "Personas")
        self.screen.press("button", "New Persona")
        self.screen.expect_state("text", "Name", FOCUSED)
        self.screen.keys("ctrl+a")
        self.screen.type("Bilal, 34")
        self.screen.keys("Tab", "Tab", "Tab")
        self.screen.expect_state("text", "What they need", FOCUSED)
        self.screen.type("Sleep")
        self.screen.keys("Return")
        self.screen.type("Somebody who rings")
        self.screen.press("button", "Make the Map Theirs")
        self.screen.expect("button", "Undo “Change persona of the map”")
        self.screen.close()
        after = self.screen.export(self.file)
        persona = after["personas"][-1]
        self.assertEqual((persona["name"], persona["needs"]), ("Bilal, 34", ["Sleep", "Somebody who rings"]))
        self.assertEqual(after["maps"][0]["persona"], persona["id"])


if __name__ == "__main__":
    unittest.main()
