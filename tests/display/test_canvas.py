# SPDX-License-Identifier: GPL-3.0-or-later
"""The canvas by keyboard alone: typing as fast as it is said, building a map from nothing, and undoing all of it."""

import json
import os
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, is_shown, wait_for, walk  # noqa: E402

SELECTED, FOCUSED = Atspi.StateType.SELECTED, Atspi.StateType.FOCUSED
# Where the kinds of lane stand in the list that is asked with.
KINDS = ["doing", "thinking", "feeling", "touchpoints", "people", "pain", "ideas", "evidence", "custom"]


def shape(found):
    """A map as it reads: titles of stages, kinds and titles of lanes, and the texts of each cell in order."""
    stages = {stage["id"]: index for index, stage in enumerate(found.get("stages", []))}
    lanes = {lane["id"]: index for index, lane in enumerate(found.get("lanes", []))}
    cells = {}
    for card in found.get("cards", []):
        cells.setdefault((lanes[card["lane"]], stages[card["stage"]]), []).append(card.get("text", ""))
    felt = [(stages[each["stage"]], each["value"], each.get("words"), each.get("persona")) for each in found.get("feelings", [])]
    return {"feelings": felt, "title": found["title"], "stages": [stage.get("title") for stage in found.get("stages", [])],
            "lanes": [(lane["kind"], lane.get("title")) for lane in found.get("lanes", [])], "cells": cells}


def spell(text):
    """As texts and keys: what the keyboard has no key for is composed, as somebody would."""
    for part in re.findall(r"[ -~]+|[^ -~]", text):
        if part.isascii():
            yield part
        else:
            yield from (("ctrl+shift+u",), f"{ord(part):x}", ("space",))


class Canvas(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.personas = []

    def open_map(self, leaks=True, **parts):
        """A workspace with one journey map of those parts, open, with the keyboard on the map."""
        self.file = self.screen.path("map.waymark")
        source = self.screen.path("map.json")
        journey = {"id": "map", "kind": "journey", "title": "Nothing yet", "stages": [], "lanes": [], "cards": [], **parts}
        with open(source, "w", encoding="utf-8") as file:
            json.dump({"waymark": 1, "workspace": {"title": "Test"}, "personas": self.personas, "maps": [journey]}, file)
        self.screen.command("new", self.file)
        self.screen.command("import", self.file, source)
        self.start(leaks)

    def start(self, leaks=True):
        self.screen.start(self.file, leaks=leaks)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def close(self):
        self.screen.close()
        return self.screen.export(self.file)["maps"][0]

    def press(self, *steps, delay=4):
        """Types the texts and presses the keys, which are in a tuple of their own; one letter after another at that distance, in ms."""
        words = ["xdotool"]
        for step in (part for step in steps for part in ([step] if isinstance(step, tuple) else spell(step)) if part):
            if step[0] == "-":  # would be an option of xdotool's
                words += ["key", "--delay", str(delay), "minus"]
                step = step[1:]
            words += ["key", "--delay", str(delay), *step] if isinstance(step, tuple) else ["type", "--delay", str(delay), "--args", "1", step]
        subprocess.run(words, check=True)

    def test_sixty_cards_as_fast_as_they_are_said(self):
        self.open_map(stages=[{"id": "s1", "title": "One"}], lanes=[{"id": "l1", "kind": "doing", "title": "Doing"}])
        said = [f"Bus {number:02}" for number in range(60)]
        self.press(*(step for each in said for step in (each, ("Return",))), delay=1000 // 12)
        self.screen.expect("list item", f"{said[-1]}, card 60 of 60")
        self.screen.expect("text", "New card")
        self.screen.keys("Escape")
        self.screen.expect_gone("text", "New card")
        self.screen.expect_state("list item", f"{said[-1]}, card 60 of 60", SELECTED)
        self.assertEqual([card["text"] for card in self.close()["cards"]], said)

    def build(self, wanted):
        """Types that map on one that has nothing, a stage at a time and a cell at a time, and never touches the pointer."""
        self.press(("Up",))
        self.screen.expect_state("heading", "Nothing yet", SELECTED)
        self.press(wanted["title"], ("Return",), ("ctrl+shift+Right",))
        self.screen.expect("text", "New stage")
        titles = [stage["title"] for stage in wanted["stages"]]
        self.press(*(step for each in titles[:-1] for step in (each, ("Tab",))), titles[-1], ("Escape",))
        self.screen.expect_state("heading", f"{titles[-1]}, stage {len(titles)} of {len(titles)}", SELECTED)
        for number, lane in enumerate(wanted["lanes"], 1):
            self.press(("ctrl+shift+Down",))
            self.screen.expect_state("list item", "Doing", FOCUSED)
            self.press(("Down",) * KINDS.index(lane["kind"]) + ("Return",))
            self.screen.expect_state("text", "Title of the lane", FOCUSED)
            self.press(lane["title"], ("Escape",))
            self.screen.expect_state("row header", f"{lane['title']}, lane {number} of {number}", SELECTED)
        self.press(("Up",) * (len(wanted["lanes"]) - 1))
        for number, lane in enumerate(wanted["lanes"], 1):
            self.screen.expect_state("row header", f"{lane['title']}, lane {number} of", SELECTED)
            self.press(("Right",))
            self.fill(wanted, lane)
            self.press(("Down",))

    def fill(self, wanted, lane):
        """The cells of a lane from its first one on: a letter begins, Tab goes on."""
        if lane["kind"] == "feeling":
            cells = [[f"{felt['value']} {felt['words'][0]}" for felt in wanted["feelings"] if felt["stage"] == stage["id"]]
                     for stage in wanted["stages"]]
        else:
            cells = [[card["text"] for card in wanted["cards"] if card["lane"] == lane["id"] and card["stage"] == stage["id"]]
                     for stage in wanted["stages"]]
        steps = [("Insert",)]
        for cell in cells:
            for text in cell:
                steps += [text, ("Return",)]
            steps.append(("Tab",))
        self.press(*steps[:-1], ("Escape",), ("Home",), ("Left",))

    def expect_find_bar(self):
        wait_for(lambda: any(node.get_name() == "Find on the map" and is_shown(node) for node in walk(self.screen.application())), "the bar")

    def test_the_sample_from_nothing(self):
        with open(os.path.join(os.environ["WAY_SAMPLE_DIR"], "living-well.json"), encoding="utf-8") as file:
            sample = json.load(file)
        wanted = sample["maps"][0]
        self.personas = [persona for persona in sample["personas"] if persona["id"] == wanted["persona"]]
        self.open_map(leaks=False, persona=wanted["persona"])  # GTK keeps a font description for each layout of what is composed
        nothing = shape(self.screen.export(self.file)["maps"][0])
        self.build(wanted)
        edits = 1 + len(wanted["lanes"]) + sum(len(wanted[kind]) for kind in ("stages", "lanes", "cards", "feelings"))  # a lane is named too
        self.press(("ctrl+z",) * edits)
        self.assertEqual(shape(self.close()), nothing)
        self.start(leaks=False)
        self.press(("ctrl+shift+z",) * edits)
        self.assertEqual(shape(self.close()), shape(wanted))

    def cells(self):
        return {"stages": [{"id": "s1", "title": "One"}, {"id": "s2", "title": "Two"}],
                "lanes": [{"id": "l1", "kind": "doing", "title": "Doing"}, {"id": "l2", "kind": "pain", "title": "Pain"}],
                "cards": [{"id": f"c{number}", "lane": "l1", "stage": "s1", "text": text} for number, text in enumerate(["Café", "Bus", "Bed"])]}

    def test_copy_and_paste(self):
        """Lines become cards, a block becomes cells and the stages that are missing, and each paste is one edit."""
        self.open_map(**self.cells())
        self.press(("Down",), ("ctrl+a",))
        self.screen.expect_state("list item", "Bed, card 3 of 3", SELECTED)
        self.press(("ctrl+c",), ("Right",), ("ctrl+v",))
        self.screen.expect_state("list item", "Bed, card 3 of 3", SELECTED)
        wait_for(lambda: self.screen.find("list item", "Doing, Two: Café, card 1 of 3"), "the cards that were pasted")
        self.press(("ctrl+a",), ("ctrl+a",), ("ctrl+c",))
        self.press(("Down",), ("Up",), ("End",), ("Down",), ("Down",), ("Down",), ("ctrl+v",))
        self.screen.expect("heading", "Untitled stage, stage 3 of 3")
        self.screen.expect("list item", "Café, card 1 of 3")
        self.press(("ctrl+z",))
        self.screen.expect_gone("heading", "Untitled stage")
        self.press(("ctrl+z",))
        found = self.close()
        self.assertEqual(shape(found)["cells"], {(0, 0): ["Café", "Bus", "Bed"]})

    def test_several_at_once(self):
        self.open_map(**self.cells())
        self.press(("Down",), ("shift+Down",))
        self.screen.expect_state("list item", "Bus, card 2 of 3", SELECTED)
        self.screen.expect_state("list item", "Café, card 1 of 3", SELECTED)
        self.press(("ctrl+Right",))
        self.screen.expect("list item", "Doing, Two: Bus, card 2 of 2")
        self.press(("ctrl+d",))
        self.screen.expect("list item", "Doing, Two: Bus, card 4 of 4")
        self.press(("Delete",))
        self.screen.expect("label", "2 cards deleted")
        self.screen.expect("list item", "Doing, Two: Bus, card 2 of 2")
        self.press(("alt+Left",))
        self.screen.expect("heading", "Two, stage 1 of 2")
        self.assertEqual(shape(self.close())["cells"], {(0, 0): ["Café", "Bus"], (0, 1): ["Bed"]})

    def test_separate_cards(self):
        """Ctrl+space picks one and lets go of it; arrows in between leave what is picked."""
        self.open_map(**self.cells())
        self.press(("Down",))
        self.screen.expect_state("list item", "Café, card 1 of 3", SELECTED)
        self.press(("ctrl+space",), ("Down",), ("ctrl+space",), ("Down",), ("ctrl+space",), ("Up",), ("ctrl+space",))
        wait_for(lambda: self.screen.find("list item", "Bus, card 2 of 3") and not self.screen.find("list item", "Bus, card 2 of 3", SELECTED),
                 "“Bus” let go of")
        self.screen.expect_state("list item", "Café, card 1 of 3", SELECTED)
        self.screen.expect_state("list item", "Bed, card 3 of 3", SELECTED)
        self.press(("ctrl+Right",))
        self.screen.expect("list item", "Doing, Two: Bed, card 2 of 2")
        self.assertEqual(shape(self.close())["cells"], {(0, 0): ["Bus"], (0, 1): ["Café", "Bed"]})

    def test_cards_with_lines(self):
        """A card of several lines stays one wherever it is copied."""
        self.open_map(**self.cells())
        self.press(("Down",), ("F2",), ("ctrl+Return",), "and \"tea\"", ("Return",), ("Escape",), ("Down",), ("ctrl+a",), ("ctrl+c",))
        self.press(("Right",), ("ctrl+v",))
        self.screen.expect("list item", "Bed, card 3 of 3")
        wait_for(lambda: self.screen.find("list item", "Doing, Two: Café"), "the cards that were pasted")
        wanted = ["Café\nand \"tea\"", "Bus", "Bed"]
        cells = shape(self.close())["cells"]
        self.assertEqual((cells[0, 0], cells[0, 1]), (wanted, wanted))

    def test_find(self):
        """Whatever the accents and case; Escape gives the keyboard back to the map."""
        self.open_map(**self.cells())
        self.press(("ctrl+f",))
        self.expect_find_bar()
        self.press("CAFE")
        self.screen.expect("label", "1 found")
        self.press(("Return",))
        self.screen.expect("label", "1 of 1")
        self.screen.expect_state("list item", "Café, card 1 of 3", SELECTED)
        self.press(("Escape",))
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.close()


if __name__ == "__main__":
    unittest.main()
