# SPDX-License-Identifier: GPL-3.0-or-later
"""Words typed in place: composed by dead keys and codes, chosen from menus, at any size, with misspelt ones underlined."""

import json
import os
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402

FOCUSED = Atspi.StateType.FOCUSED


class Typing(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def open_map(self, language="en-GB", cards=(), leaks=True):
        self.file = self.screen.path("map.waymark")
        source = self.screen.path("map.json")
        journey = {"id": "map", "kind": "journey", "title": "Map", "stages": [{"id": "s1", "title": "One"}, {"id": "s2", "title": "Two"}],
                   "lanes": [{"id": "l1", "kind": "doing", "title": "Doing"}],
                   "cards": [{"id": f"c{number}", "lane": "l1", "stage": "s1", "text": text} for number, text in enumerate(cards)]}
        with open(source, "w", encoding="utf-8") as file:
            json.dump({"waymark": 1, "workspace": {"title": "Test", "language": language}, "maps": [journey]}, file)
        self.screen.command("new", self.file)
        self.screen.command("import", self.file, source)
        self.start(leaks)

    def start(self, leaks=True):
        """Without leaks where GTK 4.18 has its own: a font description for each layout of a line in which something is composed
        (pango_font_description_copy_static), and a table for each answer about attributes of text. Our list of leaks to overlook cannot name
        them: the traces that LeakSanitizer takes end at g_malloc, unless it runs with fast_unwind_on_malloc=0, at a fraction of the speed."""
        self.screen.start(self.file, leaks=leaks)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def close(self):
        """Gives what the cards say."""
        self.screen.close()
        return [card["text"] for card in self.screen.export(self.file)["maps"][0].get("cards", [])]

    def view(self):
        return self.screen.find("text", "ard")

    def text(self):
        """What stands in the text view."""
        return Atspi.Text.get_text(self.view().get_text_iface(), 0, -1)

    def expect_text(self, wanted):
        wait_for(lambda: self.view() is not None and self.text() == wanted, f"“{wanted}” in the text view")

    def expect_end(self):
        wait_for(lambda: self.view() is None, "the end of typing")

    def is_marked(self, place):
        return Atspi.Text.get_attribute_run(self.view().get_text_iface(), place, False)[0].get("underline") == "error"

    def expect_mark(self, place):
        wait_for(lambda: self.is_marked(place), f"a mark at {place}")

    def choose(self, *keys):
        """From the menu of the text."""
        self.screen.keys("Menu")
        wait_for(lambda: self.screen.find("menu"), "the menu")
        self.screen.keys(*keys)
        wait_for(lambda: not self.screen.find("menu"), "the end of the menu")

    def test_misspelt_words(self):
        """Another spelling is chosen by keyboard; undoing it brings back what was typed, and nothing changes by itself."""
        self.open_map(leaks=False)
        self.screen.type("An appointmnt and more")
        self.expect_mark(5)
        self.assertEqual([self.is_marked(0), self.is_marked(15), self.is_marked(20)], [False] * 3)
        self.screen.keys("Home", "ctrl+Right", "ctrl+Right", "Left")
        self.choose("Return")
        self.expect_text("An appointment and more")
        wait_for(lambda: not self.is_marked(5), "the end of the mark")
        self.screen.keys("ctrl+z")
        self.expect_text("An appointmnt and more")
        self.expect_mark(5)
        self.screen.keys("Escape")
        self.expect_end()
        self.assertEqual(self.close(), ["An appointmnt and more"])

    def test_own_words(self):
        """What is added to the dictionary is right from then on, in other windows and on other days."""
        self.open_map(leaks=False)
        self.screen.type("Zzyzx xyzzy then")
        self.expect_mark(0)
        self.expect_mark(6)
        self.screen.keys("Home")
        self.choose("Up", "Up", "Up", "Up", "Up", "Up", "Up", "Up", "Return")
        wait_for(lambda: not self.is_marked(0), "the end of the mark")
        self.assertTrue(self.is_marked(6))
        self.screen.keys("Escape")
        self.expect_end()
        self.assertEqual(self.close(), ["Zzyzx xyzzy then"])
        self.start(leaks=False)
        self.screen.type("Zzyzx xyzzy again")
        self.expect_mark(6)
        self.assertFalse(self.is_marked(0))
        self.screen.close()

    def test_not_checked(self):
        """Turned off in the menu, and then in every text."""
        self.open_map(leaks=False)
        self.screen.type("Zzyzx then")
        self.expect_mark(0)
        self.choose("Up", "Return")
        wait_for(lambda: not self.is_marked(0), "the end of the mark")
        self.screen.keys("Home")
        self.choose("Up", "Return")
        self.expect_mark(0)
        self.screen.close()

    def test_composing(self):
        """With a keyboard that has dead keys and one to compose with."""
        subprocess.run(["setxkbmap", "us", "-variant", "intl", "-option", "compose:rctrl"], check=True)
        self.addCleanup(subprocess.run, ["setxkbmap", "us", "-option", ""], check=True)
        self.open_map(leaks=False)
        self.screen.type("x")
        self.press("Multi_key", "comma", "c")
        self.expect_text("xç")
        self.press("dead_acute", "a")
        self.expect_text("xçá")
        self.press("ctrl+shift+u", "2", "0", "1", "9", "space")
        typed = "xçá’"
        self.expect_text(typed)
        for letter in "語かな":  # each is on the keyboard for as long as it takes
            self.screen.type(letter)
            typed += letter
            self.expect_text(typed)
        self.screen.keys("Escape")
        self.expect_end()
        self.assertEqual(self.close(), ["xçá’語かな"])

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], check=True)

    def test_composed_last(self):
        """Escape gives a code up that is being composed, and nothing else; the next one ends typing. What is being composed when typing ends is on
        the map: Return completes it, and a click elsewhere keeps what is seen."""
        self.open_map(leaks=False)
        self.screen.type("caf")
        self.expect_text("caf")
        self.press("ctrl+shift+u", "e", "9", "Escape", "e")
        self.expect_text("cafe")
        self.press("Escape")
        self.expect_end()
        self.screen.type("caf")
        self.expect_text("caf")
        self.press("ctrl+shift+u", "e", "9", "Return")
        self.expect_text("café")
        self.press("Return")
        self.expect_text("")
        self.screen.type("th")
        self.expect_text("th")
        self.press("ctrl+shift+u", "e", "9")
        x, y = self.screen.place(self.screen.expect("heading", "Two"))
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)
        self.expect_end()
        self.assertEqual(self.close(), ["cafe", "café", "thue9"])

    def box(self, node):
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.x + box.width, box.y + box.height

    def test_at_any_size(self):
        """Typing, what is being composed and emoji are over the cell, in sight, however large the map is shown."""
        self.open_map(leaks=False)
        typed = []
        for zoom, keys, letter in (100, ["ctrl+1"], "a"), (25, ["ctrl+minus"], "b"), (300, ["ctrl+plus"], "c"):
            with self.subTest(zoom=zoom):
                while keys[0] != "ctrl+1" and abs(self.zoom() - zoom) > abs(self.zoom() - 100) * 0.1:
                    before = self.zoom()
                    self.screen.keys(*keys)
                    wait_for(lambda: self.zoom() != before, f"another size than {before}")
                self.screen.keys("Escape")
                self.screen.type(letter)
                self.expect_text(letter)
                left, top, right, bottom = self.box(self.screen.expect("grouping", "Map: "))
                before = self.box(self.view())
                self.press("ctrl+shift+u", "e", "9")
                box = wait_for(lambda: self.box(self.view()), "the text view")
                self.assertEqual(box[:2], before[:2])
                # At 300 % a card is wider than the window; what is typed begins in sight.
                self.assertTrue(left - 12 <= box[0] < right - 50 and top <= box[1] < bottom - 30, (box, left, top, right, bottom))
                self.press("Return")
                self.expect_text(f"{letter}é")
                self.press("ctrl+period")
                wait_for(lambda: not self.view().get_state_set().contains(FOCUSED), "the search among emoji")
                # Whichever stands first: the thousands that can be chosen take long to be looked through from outside.
                self.press("Down", "Return")
                typed.append(wait_for(lambda: len(text := self.text()) > 2 and text.startswith(f"{letter}é") and text, "an emoji"))
                wait_for(lambda: self.view().get_state_set().contains(FOCUSED), "the focus on the text")
                self.press("Escape")
                self.expect_end()
        self.assertEqual(self.close(), typed)

    def zoom(self):
        return int(re.search(r"\d+", self.screen.find("button", "%").get_name()).group())


if __name__ == "__main__":
    unittest.main()
