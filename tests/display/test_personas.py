# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of all personas: written, moved, copied and deleted by keyboard, and exported as sheets."""

import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402

FOCUSED = Atspi.StateType.FOCUSED


class Personas(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def open_sample(self):
        self.file = self.screen.make_sample()
        self.before = self.screen.export(self.file)["personas"]
        self.screen.start(self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("ctrl+shift+p")
        self.screen.expect_state("text", "Name", FOCUSED)

    def personas(self):
        """As they are in the file, after it was saved."""
        self.screen.keys("ctrl+s")
        self.screen.expect("label", "All changes saved")
        return self.screen.export(self.file)["personas"]

    def expect_names(self, *names):
        wait_for(lambda: [each["name"] for each in self.personas()] == list(names), f"the personas {names}")

    def focused_name(self):
        """What stands in the name that has the focus."""
        node = self.screen.find("text", "Name", FOCUSED)
        return Atspi.Text.get_text(node.get_text_iface(), 0, -1) if node is not None else None

    def expect_name(self, name):
        wait_for(lambda: self.focused_name() == name, f"the focus in the name “{name}”")

    def test_the_first_one(self):
        self.file = self.screen.path("empty.waymark")
        self.screen.command("new", self.file)
        self.screen.start(self.file)
        self.screen.keys("ctrl+shift+p")
        self.screen.expect("label", "Who Is It For?")
        self.screen.press("button", "New Persona")
        self.expect_name("Somebody new")
        self.screen.keys("ctrl+a")
        self.screen.type("Bilal, 34")
        self.screen.keys("Tab")
        self.screen.type("Drives at night.")
        self.screen.keys("Tab")
        self.screen.type("Not before noon.")
        self.screen.keys("Tab")
        self.screen.type("Sleep")
        self.screen.keys("Return")
        self.screen.type("A quiet room")
        self.screen.keys("Tab")
        self.screen.type("Every letter says ten sharp")
        # The last one is still being typed.
        self.screen.close()
        found = self.screen.export(self.file)["personas"]
        del found[0]["id"]
        self.assertEqual(found, [{"name": "Bilal, 34", "about": "Drives at night.", "quote": "Not before noon.", "needs": ["Sleep", "A quiet room"],
                                  "barriers": ["Every letter says ten sharp"]}])

    def test_moved_copied_and_deleted(self):
        self.open_sample()
        names = [each["name"] for each in self.before]
        self.expect_name(names[0])
        self.screen.keys("alt+Down")
        self.expect_name(names[0])
        self.expect_names(names[1], names[0], *names[2:])
        self.screen.keys("ctrl+d")
        self.expect_name(f"{names[0]} (copy)")
        self.expect_names(names[1], names[0], f"{names[0]} (copy)", *names[2:])
        self.assertEqual(self.personas()[2]["needs"], self.before[0]["needs"])
        self.screen.keys("alt+Delete")
        self.screen.expect("label", f"“{names[0]} (copy)” deleted")
        self.expect_name(names[2])
        for _ in range(3):
            self.screen.keys("ctrl+z")
        wait_for(lambda: self.personas() == self.before, "all as it was")
        self.assertEqual([each for each in self.screen.nameless() if each != "list item in “”"], [])
        self.screen.close()

    def test_a_map_and_back(self):
        """A row leads to the map that shows them."""
        self.open_sample()
        self.screen.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Return")
        self.screen.expect_state("grouping", "Map: Coming home from hospital", FOCUSED)
        self.screen.keys("ctrl+shift+p")
        self.expect_name(self.before[0]["name"])
        self.screen.close()

    def test_feelings_picked_out(self):
        """By key from all together to one after the other, then all compared, and back."""
        self.file = self.screen.make_sample()
        self.screen.start("--page", "The first time I asked", self.file)
        self.screen.expect("image", "They differ most at")
        self.screen.expect("button", "Everybody Together")
        self.screen.keys("ctrl+alt+p")
        self.screen.expect("button", "Gwilym, 71")
        self.screen.expect("image", "Of Gwilym, 71:")
        self.screen.expect_gone("image", "They differ most at")
        self.screen.keys(*["ctrl+alt+p"] * 4)
        self.screen.expect("button", "4 People Compared")
        self.screen.expect("image", "Of Callum, 19:")
        self.screen.keys("ctrl+alt+p")
        self.screen.expect("button", "Everybody Together")
        self.screen.close()

    def test_exported(self):
        self.open_sample()
        self.screen.press("button", "Export as a Sheet…")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.expect("label", "210 × 297 mm")
        self.screen.keys("alt+e")
        self.screen.save_as(self.screen.path("sheet.pdf"))
        self.screen.expect("label", "Exported to “sheet.pdf”")
        text = subprocess.run(["pdftotext", self.screen.path("sheet.pdf"), "-"], check=True, stdout=subprocess.PIPE, text=True).stdout
        self.assertIn(self.before[0]["name"], text)
        self.assertIn(self.before[0]["barriers"][-1], text)


if __name__ == "__main__":
    unittest.main()
