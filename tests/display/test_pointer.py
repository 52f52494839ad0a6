# SPDX-License-Identifier: GPL-3.0-or-later
"""The journey canvas with the pointer: dragging cards, headers and feelings, rectangles, edges, and what comes under the pointer."""

import os
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import test_canvas  # noqa: E402
from screen import Atspi, wait_for  # noqa: E402

SELECTED, FOCUSED = Atspi.StateType.SELECTED, Atspi.StateType.FOCUSED
shape = test_canvas.shape


def hand(*words):
    subprocess.run(["xdotool", *(str(word) for word in words)], check=True)


class Pointer(test_canvas.Canvas):
    def box(self, role, name):
        """Where something is on the screen: left, top, width and height."""
        area = self.screen.expect(role, name).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top = self.screen.frame_place()
        return left + area.x, top + area.y, area.width, area.height

    def at(self, role, name, across=0.5, down=0.5):
        x, y, width, height = self.box(role, name)
        return x + width * across, y + height * down

    def carry(self, start, end, let_go=True):
        hand("mousemove", round(start[0]), round(start[1]), "mousedown", 1)
        for step in range(1, 11):
            hand("mousemove", *(round(a + (b - a) * step / 10) for a, b in zip(start, end)))
        if let_go:
            hand("mouseup", 1)

    def map(self):
        return {"stages": [{"id": f"s{number}", "title": f"Stage {number}"} for number in range(1, 4)],
                "lanes": [{"id": "l1", "kind": "doing", "title": "Doing"}, {"id": "l2", "kind": "pain", "title": "Pain"},
                          {"id": "l3", "kind": "feeling", "title": "Feeling"}],
                "cards": [{"id": f"c{number}", "lane": "l1", "stage": "s1", "text": text} for number, text in enumerate(["Café", "Bus", "Bed"])] +
                         [{"id": f"d{number}", "lane": "l1", "stage": "s2", "text": text} for number, text in enumerate(["Tea", "Rest"])],
                "feelings": [{"id": "f1", "stage": "s1", "value": -2}, {"id": "f2", "stage": "s2", "value": 3}]}

    def undone(self):
        """Takes the last edit back: nothing is as it was not before."""
        self.screen.keys("ctrl+z")
        self.assertEqual(shape(self.close()), self.before)

    def open_map(self, **parts):
        super().open_map(**parts)
        self.before = shape(self.screen.export(self.file)["maps"][0])

    def test_card_between_others(self):
        """Who clicks first, and drags at once, does not mean a double click."""
        self.open_map(**self.map())
        start = self.at("list item", "Café, card 1")
        hand("mousemove", round(start[0]), round(start[1]), "click", 1)
        self.carry(start, self.at("list item", "Rest, card 2", down=0.2))
        self.screen.expect_state("list item", "Doing, Stage 2: Café, card 2 of 3", SELECTED)
        self.assertEqual(shape(self.screen_map())["cells"], {(0, 0): ["Bus", "Bed"], (0, 1): ["Tea", "Café", "Rest"]})
        self.undone()

    def screen_map(self):
        """The map as it is in the file, after it was saved."""
        self.screen.keys("ctrl+s")
        self.screen.expect("label", "All changes saved")
        return self.screen.export(self.file)["maps"][0]

    def test_several_cards(self):
        """A rectangle selects, and what is selected goes together; Escape before it is let go leaves all where it is."""
        self.open_map(**self.map())
        x, y, _, _ = self.box("list item", "Café, card 1")
        right, bottom = self.at("list item", "Bus, card 2")
        self.carry((x - 3, y - 3), (right, bottom))
        self.screen.expect_state("list item", "Café, card 1", SELECTED)
        self.screen.expect_state("list item", "Bus, card 2", SELECTED)
        target = self.at("grouping", "Pain, Stage 3")
        self.carry(self.at("list item", "Bus, card 2"), target, let_go=False)
        hand("key", "Escape", "mouseup", 1)
        self.assertEqual(shape(self.screen_map()), self.before)
        self.carry(self.at("list item", "Bus, card 2"), target)
        self.screen.expect("list item", "Pain, Stage 3: Bus, card 2 of 2")
        self.screen.expect("list item", "Pain, Stage 3: Café, card 1 of 2")
        self.undone()

    def test_headers(self):
        self.open_map(**self.map())
        self.carry(self.at("heading", "Stage 1"), self.at("heading", "Stage 2", across=0.8))
        self.screen.expect("heading", "Stage 1, stage 2 of 3")
        self.carry(self.at("row header", "Feeling"), self.at("row header", "Doing", down=0.1))
        self.screen.expect("row header", "Feeling, lane 1 of 3")
        found = shape(self.screen_map())
        self.assertEqual(found["stages"], ["Stage 2", "Stage 1", "Stage 3"])
        self.assertEqual([title for _, title in found["lanes"]], ["Feeling", "Doing", "Pain"])
        self.screen.keys("ctrl+z")
        self.undone()

    def test_feeling(self):
        """Up to as high as another one, then on to another stage: one edit each."""
        self.open_map(**self.map())
        x, y = self.at("image", "Feeling, Stage 1: −2")
        other, higher = self.at("image", "Feeling, Stage 2: +3")
        self.carry((x, y), (x, higher))
        self.screen.expect_state("image", "Feeling, Stage 1: +3", SELECTED)
        self.carry((x, higher), (other, y))
        self.screen.expect_state("image", "Feeling, Stage 2: −2", SELECTED)
        self.assertEqual(shape(self.screen_map())["feelings"], [(1, -2, None, None), (1, 3, None, None)])
        self.screen.keys("ctrl+z")
        self.screen.expect("image", "Feeling, Stage 1: +3")
        self.undone()

    def test_feeling_by_keys(self):
        self.open_map(**self.map())
        x, y = self.at("image", "Feeling, Stage 1: −2")
        hand("mousemove", round(x), round(y), "click", 1)
        self.screen.expect_state("image", "Feeling, Stage 1: −2", SELECTED)
        self.press(("ctrl+Up", "ctrl+Up", "ctrl+Up"))
        self.screen.expect_state("image", "Feeling, Stage 1: +1", SELECTED)
        self.press("lost for words", ("Return",))
        self.screen.expect_state("image", "Feeling, Stage 1: +1, lost for words, reading 1 of 1", SELECTED)
        self.press("-4 lost", ("Escape",), ("ctrl+Right",))
        self.screen.expect_state("image", "Feeling, Stage 2: −4, lost, reading 2 of 2", SELECTED)
        self.assertEqual(shape(self.close())["feelings"], [(1, -4, ["lost"], None), (1, 3, None, None)])

    def test_whose_feeling(self):
        """Whose it is, is chosen while it is typed, by letter or with the pointer; the next is theirs too, until another is picked out or chosen."""
        self.personas = [{"id": "p1", "name": "Kasia"}, {"id": "p2", "name": "Hodan"}]
        self.open_map(**self.map())
        x, y = self.at("image", "Feeling, Stage 1: −2")
        hand("mousemove", round(x), round(y), "click", 1)
        self.screen.expect_state("image", "Feeling, Stage 1: −2", SELECTED)
        self.press(("Insert",), "-3 alo")
        self.screen.expect("button", "Whose Feeling: Nobody in particular")
        self.press(("alt+Down",))
        self.screen.expect_state("list item", "Nobody in particular", FOCUSED)
        self.press(("h", "Return"))
        text = wait_for(lambda: self.screen.find("text", "New feeling", FOCUSED), "the text again")
        wait_for(lambda: "Hodan" in text.get_description(), "that it is Hodan’s")
        self.press("ne", ("Return",))
        self.screen.expect("image", "Feeling, Stage 1: Hodan: −3, alone, reading 2 of 2")
        self.screen.expect("button", "Whose Feeling: Hodan")
        self.press("4 glad")
        self.screen.click(self.screen.expect("button", "Whose Feeling: Hodan"))
        self.screen.expect_state("list item", "Hodan", FOCUSED)
        hand("key", "Escape")
        self.screen.expect_state("text", "New feeling", FOCUSED)
        self.screen.click(self.screen.expect("button", "Whose Feeling: Hodan"))
        self.screen.expect_state("list item", "Hodan", FOCUSED)
        self.screen.click(self.screen.expect("list item", "Kasia"))
        self.screen.expect_state("text", "New feeling", FOCUSED)
        self.press(("Escape",))
        self.screen.expect_state("image", "Feeling, Stage 1: Kasia: +4, glad, reading 1 of 3", SELECTED)
        # One that is there is given to nobody in particular, and its words stay.
        self.press(("Return",), ("alt+Down",))
        self.screen.expect_state("list item", "Kasia", FOCUSED)
        self.press(("n", "Return"))
        self.screen.expect_state("text", "Words of the feeling", FOCUSED)
        self.press(("Escape",))
        self.screen.expect("image", "Feeling, Stage 1: +4, glad, reading 1 of 3")
        # Who is picked out is meant, whoever was chosen before.
        self.press(("ctrl+z",))
        self.screen.expect("image", "Feeling, Stage 1: Kasia: +4, glad")
        self.press(("ctrl+alt+p",))
        self.screen.expect("image", "Of Hodan:")
        self.press(("Insert",), "1 so so", ("Escape",))
        self.screen.expect("image", "Feeling, Stage 1: Hodan: +1, so so")
        self.assertEqual(shape(self.close())["feelings"], [(0, -2, None, None), (1, 3, None, None), (0, -3, ["alone"], "p2"), (0, 4, ["glad"], "p1"),
                                                           (0, 1, ["so so"], "p2")])

    def test_feeling_where_it_is_shown(self):
        """A double click is exactly as high as it is, in each half of the scale; words may follow, and need not."""
        self.open_map(**self.map())
        x, _ = self.at("heading", "Stage 3")
        for words, name in (("", "+3"), ("lost", "−2, lost")):
            _, y = self.at("image", f"Feeling, Stage {2 if name == '+3' else 1}: {name[:2]}")
            # Aside, where there is no reading yet; and not sooner than a hand gets there, since GTK (4.18) ends its waiting for
            # the second click of the one before, though it is elsewhere.
            time.sleep(0.4)
            hand("mousemove", round(x) + (0 if words == "" else 60), round(y), "click", "--repeat", 2, "--delay", 30, 1)
            self.screen.expect_state("text", "New feeling", FOCUSED)
            self.press(words, ("Escape",))
            self.screen.expect_state("image", f"Feeling, Stage 3: {name}", SELECTED)
        self.screen.keys("ctrl+z")
        self.screen.expect_gone("image", "Feeling, Stage 3: −2")
        self.undone()

    def test_plus(self):
        self.open_map(**self.map())
        x, y, _, _ = self.box("heading", "Stage 2")
        hand("mousemove", round(x), round(y) - 6, "mousemove", round(x), round(y) - 14, "mousemove", round(x) + 1, round(y) - 15, "click", 1)
        self.screen.expect_state("text", "New stage", FOCUSED)
        self.press("Between", ("Return",))
        self.screen.expect("heading", "Between, stage 2 of 4")
        self.undone()

    def test_edge(self):
        """Beyond what is seen at first: the map comes along while a card is held at the edge."""
        parts = self.map()
        parts["stages"] = [{"id": f"s{number}", "title": f"Stage {number}"} for number in range(1, 13)]
        self.open_map(**parts)
        self.screen.keys("ctrl+1")
        box = self.screen.expect("grouping", "Map: ").get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top = self.screen.frame_place()
        right = left + box.x + box.width
        wait_for(lambda: self.box("heading", "Stage 12")[0] > right, "a map that is wider than the window")
        self.press(("Down",))
        self.screen.expect_state("list item", "Café, card 1", SELECTED)
        start = self.at("list item", "Café, card 1")
        self.carry(start, (right - 4, start[1]), let_go=False)
        wait_for(lambda: self.box("heading", "Stage 12")[0] + 20 < right, "the end of the map")
        x, _ = self.at("heading", "Stage 12")
        _, y = self.at("grouping", "Pain, Stage 12")
        hand("mousemove", min(round(x), right - 60), round(y), "mousemove", min(round(x), right - 60) - 1, round(y))
        hand("mouseup", 1)
        self.screen.expect_state("list item", "Pain, Stage 12: Café, card 1 of 1", SELECTED)
        self.undone()


# Only what is here is run here.
for inherited in [name for name in dir(test_canvas.Canvas) if name.startswith("test_")]:
    setattr(Pointer, inherited, None)

if __name__ == "__main__":
    unittest.main()
