# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is read in the app: every page opens, and links lead from one to the next."""

import os
import re
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Screen, wait_for  # noqa: E402

PAGES = os.environ["WAY_HELP"]


def read(name):
    with open(os.path.join(PAGES, name), encoding="utf-8") as file:
        return file.read()


def title(name):
    return re.match(r"# (.*)\n", read(name)).group(1)


class Help(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def links(self):
        """What can be followed on the page that is shown."""
        return [name for name in re.findall(r"\]\(([^)]*\.md)\)", read("README.md"))]

    def test_every_page_opens(self):
        self.screen.start()
        self.screen.keys("F1")
        self.screen.expect("frame", "Help")
        self.assertGreaterEqual(len(self.links()), 4)
        for name in self.links():
            label = re.search(rf"\[([^]]*)\]\({re.escape(name)}\)", read("README.md")).group(1)
            self.screen.press("link", label)
            self.screen.expect("button", "Back")
            wait_for(lambda name=name: [node for node in self.screen.nodes("label") if node.get_name() == title(name)], title(name))
            self.assertEqual(self.screen.nameless(), [])
            self.screen.keys("alt+Left")
            self.screen.expect("link", label)

    def test_paragraphs_run_as_their_page(self):
        """In Arabic what begins with the name of a key runs from right to left as well."""
        self.addCleanup(os.environ.__setitem__, "LANGUAGE", os.environ.get("LANGUAGE", ""))
        os.environ["LANGUAGE"] = "ar"
        self.screen.start()
        self.screen.keys("F1")
        self.screen.press("link", title("ar/live.md"))
        wait_for(lambda: [node for node in self.screen.nodes("label") if node.get_name().startswith("\u200fEnter ")], "a paragraph from right to left")

    def test_it_stands_beside_the_map(self):
        """Asked for twice it is one window, and the window with the map goes on."""
        self.screen.start()
        self.screen.keys("F1")
        self.screen.expect("frame", "Help")
        self.screen.keys("ctrl+w")
        self.screen.expect_gone("frame", "Help")
        self.screen.expect("button", "Open…")
        self.screen.close()


if __name__ == "__main__":
    unittest.main()
