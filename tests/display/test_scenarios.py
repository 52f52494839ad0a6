# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios of a pathway map in the pane beside it: laid over the map, walked on it, copied, compared and played."""

import os
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402

FOCUSED = Atspi.StateType.FOCUSED


class Scenarios(unittest.TestCase):
    page = "map-asking"

    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.file = self.screen.make_sample()
        self.before = self.read()

    def read(self):
        return next(each for each in self.screen.export(self.file)["maps"] if each["id"] == self.page)["scenarios"]

    def open(self):
        self.screen.start("--page", self.page, self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("F9")
        self.screen.press("page tab", "Scenarios")
        self.screen.expect("list item", "Callum, as it is meant")

    def open_scenario(self, name):
        self.open()
        self.screen.click(self.screen.expect("list item", name))
        self.screen.expect_state("combo box", "Whose route it is", FOCUSED)

    def new_scenario(self):
        self.open()
        self.screen.press("button", "New Scenario")
        self.screen.expect_state("combo box", "Whose route it is", FOCUSED)
        self.screen.press("toggle button", "Walk the Map")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)

    def closed(self):
        self.screen.close()
        return self.read()

    def test_several_are_laid_over_the_map(self):
        self.open()
        self.assertIsNone(self.screen.find("list item", "Stop "))
        self.screen.press("check box", "“Callum, as it is meant” on the Map")
        self.screen.expect("label", "Scenario: Callum, as it is meant")
        self.screen.press("check box", "“Callum, as it went” on the Map")
        self.screen.expect("label", "Scenario A: Callum, as it is meant")
        self.screen.expect("label", "Scenario B: Callum, as it went")
        self.screen.press("check box", "“Callum, as it is meant” on the Map")
        self.screen.expect("label", "Scenario: Callum, as it went")
        self.assertEqual([each for each in self.screen.nameless() if each != "list item in “”"], [])
        self.assertEqual(self.closed(), self.before)

    def test_walking_by_keyboard(self):
        self.new_scenario()
        self.screen.expect("label", "Choose the first step on the map")
        self.screen.keys("Right")
        self.screen.keys("Return")
        self.screen.expect("label", "Stop 1: ")
        self.screen.keys("1", "Right")
        self.screen.keys("Return")
        self.screen.expect("label", "Stop 2: ")
        self.screen.keys("g")
        self.screen.expect("label", "Gap. Choose the next step")
        self.screen.keys("x", "Delete", "BackSpace")
        self.screen.keys("Escape")
        self.screen.expect_gone("label", "Choose the next step")
        self.screen.expect("list item", "1. ")
        scenario = self.closed()[-1]
        self.assertEqual([stop["outcome"] for stop in scenario["steps"]], ["met", "gap"])
        self.assertEqual(scenario["steps"][0]["step"], "ask-start")
        self.assertEqual(scenario["route"], "planned")

    def test_walking_by_pointer(self):
        """A click on a step is a stop there; one where no link leads is said to be off the map."""
        self.new_scenario()
        self.screen.expect("label", "Choose the first step on the map")
        self.screen.click(self.screen.expect("list item", "Start: I can’t go on like this"))
        self.screen.expect("label", "Stop 1: I can’t go on like this")
        self.screen.keys("1")
        self.screen.click(self.screen.expect("list item", "Says what matters, What the person does"))
        self.screen.expect("label", "Stop 2: Says what matters")
        self.screen.keys("2")
        self.screen.click(self.screen.expect("list item", "Lives with support, What the person does"))
        self.screen.expect("label", "Stop 3: Lives with support. Off the map")
        self.screen.keys("Escape")
        self.screen.expect_gone("label", "Choose the next step")
        scenario = self.closed()[-1]
        self.assertEqual(scenario["steps"], [{"step": "ask-start", "outcome": "met"}, {"step": "ask-says", "outcome": "partly"},
                                             {"step": "ask-lives"}])

    def tab_to(self, role, name):
        for step in range(25):
            if self.screen.find(role, name, FOCUSED):
                return
            self.screen.keys("Tab")
            time.sleep(0.1)
        self.fail(f"{role} “{name}” is not on the way of Tab")

    def test_needs_of_a_stop(self):
        """A need is ticked off at the stop that meets it, and taken back; the note of the stop stays."""
        self.open_scenario("Callum, as it went")
        need = next(each for each in self.screen.export(self.file)["personas"] if each["id"] == self.before[1]["persona"])["needs"][0]
        self.screen.expect("list item", "○ " + need)
        self.screen.click(self.screen.expect("list item", "1. "))
        self.tab_to("check box", need)
        self.screen.keys("space")
        self.screen.expect("list item", "✓ " + need)
        self.screen.keys("space")
        self.screen.expect("list item", "○ " + need)
        self.screen.keys("space")
        self.screen.expect("list item", "✓ " + need)
        stop = self.closed()[1]["steps"][0]
        self.assertIn("✓ " + need, stop["note"])
        self.assertIn(self.before[1]["steps"][0]["note"], stop["note"])

    def test_what_happened_at_a_stop(self):
        """A note and the wait that they really had are typed; what differs from the plan then leads to its step; needs can be ticked without keys."""
        self.open_scenario("Callum, as it went")
        need = next(each for each in self.screen.export(self.file)["personas"] if each["id"] == self.before[1]["persona"])["needs"][0]
        self.screen.click(self.screen.expect("list item", "2. "))
        self.screen.expect_state("list item", "Says what matters", Atspi.StateType.SELECTED)
        self.tab_to("text", "What happened there")
        self.screen.keys("ctrl+End")
        self.screen.type(" Nobody wrote it down.")
        self.screen.keys("Tab")
        self.tab_to("text", "Wait before it")
        self.screen.keys("ctrl+a")
        self.screen.type("5 weeks")
        self.screen.keys("Tab")
        self.screen.expect("list item", "5 weeks")
        check = self.screen.expect("check box", need)
        check.get_action_iface().do_action(0)
        self.screen.expect_state("check box", need, Atspi.StateType.CHECKED)
        self.screen.expect("list item", "✓ " + need)
        check.get_action_iface().do_action(0)
        self.screen.expect("list item", "○ " + need)
        check.get_action_iface().do_action(0)
        self.screen.expect("list item", "✓ " + need)
        sentence = self.screen.expect("list item", "“Says what matters”: ")
        self.screen.keys("Escape")
        sentence.get_action_iface().do_action(0)
        self.screen.expect_state("list item", "Says what matters, ", Atspi.StateType.SELECTED)
        stop, before = self.closed()[1]["steps"][1], self.before[1]["steps"][1]
        self.assertEqual(stop["note"], f"{before['note']} Nobody wrote it down.\n✓ {need}")
        self.assertEqual(stop["wait_days"], 35)

    def test_stops_are_moved_and_removed(self):
        self.open_scenario("Callum, as it went")
        self.screen.click(self.screen.expect("list item", "1. "))
        self.screen.press("button", "Later on the Way")
        self.screen.expect("list item", "2. I can’t go on like this")
        self.screen.expect("list item", "1. Says what matters")
        self.screen.press("button", "Remove This Stop")
        wait_for(lambda: self.screen.find("list item", "2. I can’t go on like this") is None, "a stop less")
        self.assertEqual([stop["step"] for stop in self.closed()[1]["steps"]],
                         [stop["step"] for stop in self.before[1]["steps"][1:]])

    def test_planned_beside_lived(self):
        self.open_scenario("Callum, as it went")
        self.screen.expect("list item", "Waited ")
        self.screen.expect("list item", "was not planned.")
        self.screen.expect("list item", "planned as met, lived as not met.")
        self.screen.close()

    def press_delete(self):
        button = wait_for(lambda: next((each for each in self.screen.nodes("button") if each.get_name() == "Delete"), None), "Delete")
        button.get_action_iface().do_action(0)

    def test_duplicate_as_lived_and_delete(self):
        self.open_scenario("Denise, three weeks home")
        self.screen.press("button", "Duplicate as Lived")
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.SHOWING)
        self.screen.expect("button", "Duplicate as Planned")
        self.screen.press("button", "All Scenarios")
        self.screen.click(self.screen.expect("list item", "Denise, three weeks home (as lived)"))
        self.screen.expect_state("combo box", "Whose route it is", FOCUSED)
        self.press_delete()
        self.screen.expect("label", "“Denise, three weeks home (as lived)” deleted")
        self.screen.press("button", "Undo")
        self.screen.expect("list item", "Denise, three weeks home (as lived)")
        copy = self.closed()[-1]
        self.assertEqual(copy["route"], "lived")
        self.assertEqual(copy["steps"], [{"step": stop["step"]} for stop in self.before[2]["steps"]])

    def test_play_in_the_room(self):
        self.open_scenario("Callum, as it went")
        self.screen.press("button", "Play in the Room")
        def room(place):
            return wait_for(lambda: self.screen.find("image", f"{place} of 9: "), f"stop {place} in the room")

        titles = {step["id"]: step["title"] for each in self.screen.export(self.file)["maps"] for step in each.get("steps", [])}
        for number, stop in enumerate(self.before[1]["steps"], 1):
            self.assertIn(titles[stop["step"]], room(number).get_name())
            wait_for(lambda: stop.get("note", "") in room(number).get_description(), f"what happened at stop {number}")
            self.screen.keys("Right")
        self.screen.keys("Home")
        room(1)


if __name__ == "__main__":
    unittest.main()
