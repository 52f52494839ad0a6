# SPDX-License-Identifier: GPL-3.0-or-later
"""Fingers and a pen on a map, as a touch panel and a tablet send them: what selects, what moves, what asks, and what changes nothing."""

import json
import os
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fingers import Fingers, Pen  # noqa: E402
from screen import Atspi, Screen, is_shown, wait_for, walk  # noqa: E402

SELECTED = Atspi.StateType.SELECTED
SIZE = (1280, 800)
# Longer than a finger has to rest before it picks something up.
REST = 0.7
MAP = {"waymark": 1, "workspace": {"title": "Fingers"}, "maps": [
    {"id": "m", "kind": "journey", "title": "Fingers",
     "stages": [{"id": "s1", "title": "First"}, {"id": "s2", "title": "Second"}, {"id": "s3", "title": "Third"}],
     "lanes": [{"id": "l1", "kind": "doing", "title": "Doing"}, {"id": "l2", "kind": "pain", "title": "Pain"}],
     "cards": [{"id": "c1", "stage": "s1", "lane": "l1", "text": "Ant"}, {"id": "c2", "stage": "s2", "lane": "l1", "text": "Bee"},
               {"id": "c3", "stage": "s1", "lane": "l2", "text": "Cat"}]}]}


class Touch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = Screen()
        cls.addClassCleanup(cls.screen.end)
        source, file = cls.screen.path("map.json"), cls.screen.path("map.waymark")
        with open(source, "w", encoding="utf-8") as out:
            json.dump(MAP, out)
        cls.screen.command("new", file)
        cls.screen.command("import", file, source)
        cls.fingers, cls.pen = Fingers(SIZE), Pen(SIZE)
        cls.addClassCleanup(cls.fingers.close)
        cls.addClassCleanup(cls.pen.close)
        cls.screen.start(file)
        cls.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)

    def setUp(self):
        self.screen.keys("Escape", "Escape", "ctrl+0")
        wait_for(lambda: not self.selected(), "nothing selected")

    def selected(self):
        return [node.get_name() for role in ("list item", "heading") for node in self.screen.nodes(role)
                if node.get_state_set().contains(SELECTED) and (", card " in node.get_name() or ", stage " in node.get_name())]

    def box(self, name, role="list item"):
        box = self.screen.expect(role, name).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top = self.screen.frame_place()
        return left + box.x, top + box.y, box.width, box.height

    def middle(self, name, role="list item"):
        x, y, width, height = self.box(name, role)
        return x + width / 2, y + height / 2

    def expect_still(self, name):
        """Where something is once it does not move any more."""
        seen = []

        def look():
            seen.append(self.box(name))
            return len(seen) > 3 and len(set(seen[-4:])) == 1
        wait_for(look, f"{name} to stand still")
        return seen[-1]

    def has_menu(self):
        return any(is_shown(node) and node.get_role_name() == "menu item" for node in walk(self.screen.application()))

    def undo(self, name):
        self.screen.keys("ctrl+z")
        self.screen.expect("list item", name)

    def test_tap_selects(self):
        for name in ": Ant", ": Bee":
            self.fingers.tap(*self.middle(name))
            self.screen.expect_state("list item", name, SELECTED)
            self.assertEqual(len(self.selected()), 1)

    def test_swipe_scrolls_and_selects_nothing(self):
        self.screen.keys("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus")
        x, y, width, height = self.expect_still(": Ant")
        at = self.middle(": Ant")
        self.fingers.drag(at, (at[0] - 120, at[1] - 60), steps=60)
        moved = self.expect_still(": Ant")
        self.assertLess(moved[0], x - 60)
        self.assertEqual(moved[2:], (width, height))
        self.assertEqual(self.selected(), [])
        self.screen.expect("list item", "Doing, First: Ant")

    def test_two_fingers_zoom_and_move(self):
        self.screen.keys("ctrl+plus", "ctrl+plus", "ctrl+plus")
        x, y, width, height = self.expect_still(": Ant")
        at = self.middle(": Ant")
        beside = [(at[0] - 40, at[1]), (at[0] + 40, at[1])]
        self.fingers.spread(beside, [(at[0] - 80, at[1]), (at[0] + 80, at[1])])
        zoomed = self.expect_still(": Ant")
        self.assertAlmostEqual(zoomed[2] / width, 2, delta=0.1)
        # What was between the fingers stays between them; the window's border is not in what boxes are counted from.
        self.assertAlmostEqual(self.middle(": Ant")[0], at[0], delta=8)
        at = self.middle(": Ant")
        beside = [(at[0] - 40, at[1]), (at[0] + 40, at[1])]
        self.fingers.spread(beside, [(px - 100, py - 50) for px, py in beside])
        moved = self.expect_still(": Ant")
        self.assertAlmostEqual(moved[0], zoomed[0] - 100, delta=4)
        self.assertAlmostEqual(moved[1], zoomed[1] - 50, delta=4)
        self.assertAlmostEqual(moved[2], zoomed[2], delta=2)
        self.assertEqual(self.selected(), [])

    def test_resting_finger_asks(self):
        at = self.middle(": Ant")
        self.fingers.down(*at)
        time.sleep(REST)  # as it may be selected from before, that does not tell
        self.screen.expect_state("list item", ": Ant", SELECTED)
        self.fingers.move(at[0] + 2, at[1] + 1)
        self.fingers.up(at[0] + 2, at[1] + 1)
        wait_for(self.has_menu, "a menu")
        self.screen.keys("Escape")
        wait_for(lambda: not self.has_menu(), "the end of the menu")

    def test_double_tap_types(self):
        at = self.middle(": Ant")
        self.fingers.tap(*at)
        self.fingers.tap(*at)
        self.screen.expect("text", "Card")
        self.screen.keys("ctrl+a")
        self.screen.type("Antelope")
        self.fingers.tap(*self.middle(": Bee"))
        self.screen.expect("list item", "Doing, First: Antelope")
        self.screen.expect_state("list item", ": Bee", SELECTED)
        self.undo("Doing, First: Ant,")

    def test_resting_finger_drags_a_card(self):
        self.fingers.drag(self.middle(": Ant"), self.middle(": Bee"), rest=REST)
        self.screen.expect("list item", "Doing, Second: Ant")
        self.undo("Doing, First: Ant")

    def test_resting_finger_drags_a_stage(self):
        at, third = self.middle("First, stage 1", "heading"), self.box("Third, stage 3", "heading")
        self.fingers.drag(at, (third[0] + third[2] * 0.9, at[1]), rest=REST)
        self.screen.expect("heading", "First, stage 3 of 3")
        self.screen.keys("ctrl+z")
        self.screen.expect("heading", "First, stage 1 of 3")

    def test_resting_finger_selects_around(self):
        ant, cat, bee = self.box(": Ant"), self.box(": Cat"), self.box(": Bee")
        start = (ant[0] + ant[2] * 0.5, cat[1] + cat[3] + 60)
        self.fingers.drag(start, (bee[0] + bee[2] * 0.5, ant[1] + ant[3] * 0.5), rest=REST)
        wait_for(lambda: len(self.selected()) == 3, "three cards selected")
        self.screen.expect("list item", "Doing, First: Ant")

    def test_second_finger_gives_a_drag_up(self):
        ant, bee = self.middle(": Ant"), self.middle(": Bee")
        for steps in 0, 5:
            self.fingers.down(*ant)
            self.screen.expect_state("list item", ": Ant", SELECTED)
            time.sleep(REST)
            for step in range(1, steps + 1):
                self.fingers.move(ant[0] + (bee[0] - ant[0]) * step / 5, ant[1] + (bee[1] - ant[1]) * step / 5)
            self.fingers.down(bee[0], bee[1] + 80, 2)
            self.fingers.up(bee[0], bee[1] + 80, 2)
            self.fingers.up(*(bee if steps else ant))
            self.expect_still(": Ant")
            self.assertFalse(self.has_menu())
            self.screen.expect("list item", "Doing, First: Ant")

    def test_tap_between_stages(self):
        first, second = self.box("First, stage 1", "heading"), self.box("Second, stage 2", "heading")
        at = ((first[0] + first[2] + second[0]) / 2, first[1] - 8)
        self.fingers.tap(*at)
        self.screen.expect("heading", "Second, stage 2 of 3")
        self.fingers.tap(*at)
        self.screen.expect("text", "New stage")
        self.screen.type("Between")
        self.screen.keys("Escape")
        self.screen.expect("heading", "Between, stage 2 of 4")
        self.screen.keys("ctrl+z")
        self.screen.expect("heading", "Second, stage 2 of 3")

    def test_pen(self):
        ant, bee = self.middle(": Ant"), self.middle(": Bee")
        self.pen.near(*ant)
        self.pen.move(*ant)
        self.pen.press(*ant)
        self.screen.expect_state("list item", ": Ant", SELECTED)
        for step in range(1, 11):
            self.pen.move(ant[0] + (bee[0] - ant[0]) * step / 10, ant[1] + (bee[1] - ant[1]) * step / 10)
        self.pen.press(*bee, False)
        self.screen.expect("list item", "Doing, Second: Ant")
        self.pen.near(*bee, False)
        self.undo("Doing, First: Ant")

    def test_swipes_in_the_room(self):
        def name(number):
            wait_for(lambda: any(f"{number} of 3" in node.get_name() for node in self.screen.nodes("image")), f"stage {number} in the room")
        self.screen.keys("shift+F5")
        name(1)
        self.fingers.drag((900, 400), (500, 410))
        name(2)
        self.fingers.drag((900, 400), (500, 410))
        name(3)
        self.fingers.drag((500, 400), (900, 410))
        name(2)
        # People point at what they talk about.
        self.fingers.tap(600, 400)
        self.fingers.tap(600, 400)
        self.fingers.drag((600, 300), (620, 700))
        self.screen.keys("Next")
        name(3)
        self.screen.keys("Escape")
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)


if __name__ == "__main__":
    unittest.main()
