# SPDX-License-Identifier: GPL-3.0-or-later
"""A journey map built and changed by what assistive technology can do alone, in the outline and the panes beside it."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from reader import NOTE, PERSONA, Reader  # noqa: E402
from screen import Atspi, wait_for  # noqa: E402

LANES = {"doing": "Doing", "thinking": "Thinking", "feeling": "Feeling", "touchpoints": "Touchpoints", "people": "People around me",
         "pain": "Pain points", "ideas": "Ideas", "evidence": "Evidence", "custom": "Lane of its own"}


def shape(each, personas):
    """What a map says, whatever the ids."""
    names = {stage["id"]: stage["title"] for stage in each["stages"]} | {lane["id"]: lane["title"] for lane in each["lanes"]} | \
            {card["id"]: card["text"] for card in each["cards"]} | {persona["id"]: persona for persona in personas}
    cells, felt = {}, {}
    for card in each["cards"]:
        cells.setdefault((names[card["lane"]], names[card["stage"]]), []).append((card["text"], card.get("note")))
    for feeling in each["feelings"]:
        felt.setdefault(names[feeling["stage"]], []).append((feeling["value"], feeling.get("words", []), feeling.get("persona") and
                                                             names[feeling["persona"]]["name"]))
    whose = {feeling.get("persona") for feeling in each["feelings"]} | {each["persona"]}
    return {**{key: each.get(key) for key in ("kind", "title", "question", "status", "note")},
            "version": str(each["version"]),
            "persona": names[each["persona"]]["name"],
            "personas": [{key: persona.get(key) for key in PERSONA} for persona in personas if persona["id"] in whose],
            "stages": [(stage["title"], stage.get("note")) for stage in each["stages"]],
            "lanes": [(lane["kind"], lane["title"]) for lane in each["lanes"]], "cards": cells, "feelings": felt,
            "flags": sorted((names[flag["on"]], flag["kind"], flag["text"], flag.get("answer", "")) for flag in each["flags"])}


class Outline(Reader):
    def empty_the_blank_map(self):
        self.expand("Stages, ")
        for name in ("First, stage 1 of 3", "Then, stage 1 of 2", "At last, stage 1 of 1", "What I do, Doing, lane 1 of 3",
                     "How I feel, Feeling, lane 1 of 2", "Ideas, Ideas, lane 1 of 1"):
            self.delete(name)

    def add_stages(self, stages, flags):
        self.offer("Stage")
        over = self.editor()
        self.keep_each("Title of the new stage", [stage["title"] for stage in stages])
        self.press("Done")
        over()
        for stage in stages:
            if stage["id"] in flags:
                self.pin(stage["title"] + ", stage", flags[stage["id"]])
            if "note" in stage:
                self.select(stage["title"] + ", stage")
                self.write_in_details([(NOTE, stage["note"])])

    def add_feeling(self, stage, feeling, names):
        self.select(stage["title"] + ", stage")
        self.offer("How Somebody Felt")
        over = self.editor()
        self.set_value("From −5 (worst) to 5 (best)", feeling["value"])
        self.choose("Whose", names.get(feeling.get("persona"), "Nobody in particular"))
        self.write("Their words, one a line", "\n".join(feeling.get("words", [])))
        self.press("Keep")
        over()
        self.expect_selected("Felt ")

    def add_lane(self, lane, wanted, flags):
        self.add("Lane: " + LANES[lane["kind"]], "Title of the new lane", lane["title"])
        line = f"{lane['title']}, {LANES[lane['kind']]}, lane"
        if lane["id"] in flags:
            self.pin(line, flags[lane["id"]])
        self.expand(line)
        for stage in wanted["stages"]:
            cards = [card for card in wanted["cards"] if card["lane"] == lane["id"] and card["stage"] == stage["id"]]
            if cards:
                self.add_cards(stage["title"] + ", empty", cards, flags)
        self.expand(line, False)

    def add_cards(self, cell, cards, flags):
        self.on_line(cell, "add")
        over = self.editor()
        self.keep_each("Text of the new card", [card["text"] for card in cards])
        self.press("Done")
        over()
        for card in cards:
            if card["id"] in flags:
                self.pin(card["text"] + ", card", flags[card["id"]])
            if "note" in card:
                self.select(card["text"] + ", card")
                self.write_in_details([(NOTE, card["note"])])

    def test_a_map_from_nothing(self):
        sample = self.screen.export(self.screen.make_sample())
        wanted = sample["maps"][0]
        whose = {feeling.get("persona") for feeling in wanted["feelings"]} | {wanted["persona"]}
        personas = [persona for persona in sample["personas"] if persona["id"] in whose]
        names = {persona["id"]: persona["name"] for persona in personas}
        flags = {flag["on"]: flag for flag in wanted["flags"]}
        file = self.screen.path("built.waymark")
        self.screen.command("new", file, "--template", "blank")
        self.open(file)
        self.write_personas(personas)
        self.show("Details")
        self.choose("Persona", names[wanted["persona"]])
        self.write_in_details([("Title of the map", wanted["title"]), ("Question", wanted["question"]), ("Version", wanted["version"]),
                               (NOTE, wanted["note"])])
        self.empty_the_blank_map()
        self.add_stages(wanted["stages"], flags)
        for feeling in wanted["feelings"]:
            self.add_feeling(next(stage for stage in wanted["stages"] if stage["id"] == feeling["stage"]), feeling, names)
        self.expand("Stages, ", False)
        for lane in wanted["lanes"]:
            self.add_lane(lane, wanted, flags)
        self.end()
        built = self.screen.export(file)
        self.assertEqual(shape(built["maps"][0], built["personas"]), shape(wanted, sample["personas"]))

    def level(self, name):
        return self.line(name).get_attributes()["level"]

    def open_sample(self):
        self.file = self.screen.make_sample()
        self.before = self.screen.export(self.file)["maps"][0]
        self.open(self.file)
        self.outline()

    def test_lines(self):
        """Which line is where, how deep, which of how many, and whether it can be opened, is open and is selected."""
        self.open_sample()
        self.assertEqual(self.level("Coming home from hospital, Journey"), "1")
        self.assertNotIn("expandable", self.states("Coming home from hospital, Journey"))
        self.assertIn("expandable", self.states("Stages, 12 stages"))
        self.assertNotIn("expanded", self.states("Stages, 12 stages"))
        self.expand("Stages, 12 stages")
        self.assertEqual(self.level("On the ward, stage 1 of 12"), "2")
        self.assertIn("expanded", self.states("Stages, 12 stages"))
        night = "The first night, stage 6 of 12"
        self.assertIn("expandable", self.states(night))
        self.expand(night)
        self.assertEqual(self.level("Who is awake, and glad to be rung, at three in the morning?, Question"), "3")
        self.select("Who is awake")
        wait_for(lambda: self.screen.find("image", "Question", Atspi.StateType.SELECTED), "the flag selected on the map")
        self.expand("Stages, 12 stages", False)
        self.expect_selected("Stages, 12 stages")
        self.expand("What Denise does, Doing, lane 1 of 9")
        self.expand("On the ward, 2 entries")
        first, second = [card["text"] for card in self.before["cards"][:2]]
        self.assertEqual(self.level(f"{first}, card 1 of 2"), "3")
        self.select(f"{second}, card 2 of 2")
        wait_for(lambda: self.screen.find("list item", second, Atspi.StateType.SELECTED), "the card selected on the map")
        self.focus_map()
        self.screen.keys("Up")
        self.expect_selected(f"{first}, card 1 of 2")
        self.end()

    def focus_map(self):
        """What is done on the map is done by keyboard."""
        def has_focus():
            self.screen.keys("F6")
            return self.screen.find("grouping", "Map: ", Atspi.StateType.FOCUSED)
        wait_for(has_focus, "the keyboard on the map")

    def states(self, name):
        return {state.value_nick for state in self.line(name).get_state_set().get_states()}

    def test_moving_and_taking_back(self):
        """All of it is said, too."""
        self.open_sample()
        self.hear()
        self.expand("What Denise does, Doing, lane 1 of 9")
        self.expand("On the ward, 2 entries")
        first, second = [card["text"] for card in self.before["cards"][:2]]
        self.on_line(first, "move-down")
        self.expect_said(f"Moved: {first}, card 2 of 2")
        self.on_line(first, "move-later")
        self.expect_said(f"Moved: {first}, card ")
        self.line("On the ward, 1 entry")
        self.expect_selected(first)
        self.delete(second)
        self.expect_said(f"“{second[:20]}")
        self.line("On the ward, empty")
        self.on_line("On the ward, empty", "add")
        over = self.editor()
        self.keep_each("Text of the new card", ["One more"])
        self.expect_said("Card added")
        self.write("Text of the new card", "And what is being written")
        self.press("Done")
        over()
        self.expect_selected("And what is being written, card 2 of 2")
        self.take_back("Undo", ["Add card", "Add card", "Delete card", "Move card", "Move card"], "Undone: ")
        self.take_back("Redo", ["Move card", "Move card", "Delete card", "Add card", "Add card"], "Done again: ")
        self.take_back("Undo", ["Add card", "Add card", "Delete card", "Move card", "Move card"], "Undone: ")
        self.end()
        self.assertEqual(self.screen.export(self.file)["maps"][0], self.before)

    def take_back(self, button, labels, said):
        self.place = self.screen.frame
        for label in labels:
            self.press(f"{button} “{label}”")
            self.expect_said(said + label)
        self.place = self.pane

    def test_edits_of_the_canvas_are_said(self):
        self.open_sample()
        self.hear()
        self.focus_map()
        self.screen.keys("Right", "ctrl+Right")
        self.expect_said("Card moved")
        self.screen.keys("Delete")
        self.expect_said("Card deleted")
        self.screen.keys("ctrl+z")
        self.expect_said("Undone: Delete card")
        self.screen.keys("ctrl+d")
        self.expect_said("Card duplicated")
        self.screen.type("Another")
        self.screen.keys("Escape")
        self.expect_said("Card added")
        self.screen.keys("ctrl+shift+z", "ctrl+z")
        self.expect_said("Undone: Add card")
        self.end()


if __name__ == "__main__":
    unittest.main()
