# SPDX-License-Identifier: GPL-3.0-or-later
"""A pathway map and a route along it, built by what assistive technology can do alone."""

import itertools
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from reader import NOTE, Reader, act  # noqa: E402
from screen import wait_for, walk_shown  # noqa: E402

LANES = {"person": "What the person does", "frontstage": "What they see", "backstage": "Behind the scenes", "support": "Support",
         "commissioning": "Commissioning"}
STEPS = {"start": "Start", "step": "Step", "decision": "Decision", "end": "End", "gap": "Gap: something is missing"}
LINKS = {"flow": "Flow: the person goes on", "information": "Information", "enables": "Makes it possible"}
OUTCOMES = {"met": "● Met", "partly": "◐ Partly met", "not-met": "○ Not met", "gap": "✕ Gap"}
WAIT = "Wait, such as “3 weeks”"


def shape(each, document):
    """What a map says, whatever the ids."""
    names = {part["id"]: part["title"] for key in ("lanes", "steps") for part in each[key]} | \
            {organisation["id"]: organisation["name"] for organisation in document["organisations"]} | \
            {persona["id"]: persona["name"] for persona in document["personas"]}
    names |= {link["id"]: (names[link["from"]], names[link["to"]]) for link in each["links"]}
    of_lanes = {}
    for step in each["steps"]:
        of_lanes.setdefault(names[step["lane"]], []).append((step["kind"], step["title"], names.get(step.get("organisation")), step.get("note")))
    return {"title": each["title"], "lanes": [(lane["kind"], lane["title"]) for lane in each["lanes"]], "steps": of_lanes,
            "links": sorted((names[link["id"]], link["kind"], link.get("label", ""), link.get("wait_days", -1)) for link in each["links"]),
            "flags": sorted((str(names[flag["on"]]), flag["kind"], flag["text"], flag.get("answer", "")) for flag in each["flags"]),
            "scenarios": [(scenario["title"], scenario["route"], names[scenario["persona"]],
                           [(names[stop["step"]], stop.get("outcome"), stop.get("note"), stop.get("wait_days")) for stop in scenario["steps"]])
                          for scenario in each["scenarios"]]}


def say_wait(days):
    """As it is said back: in weeks where that is exact."""
    number, unit = (days // 7, "week") if days % 7 == 0 else (days, "day")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


class Pathway(Reader):
    def empty_map(self, personas):
        """With the people of the sample, who are written in the test of journeys."""
        source, file = self.screen.path("empty.json"), self.screen.path("built.waymark")
        with open(source, "w", encoding="utf-8") as out:
            json.dump({"waymark": 1, "workspace": {"title": "Test"}, "personas": personas,
                       "maps": [{"id": "map", "kind": "pathway", "title": "Nothing yet"}]}, out)
        self.screen.command("new", file)
        self.screen.command("import", file, source)
        return file

    def add_steps(self, lane, steps, flags):
        line = f"{lane['title']}, {LANES[lane['kind']]}, lane"
        self.select(line)
        for kind, group in itertools.groupby(steps, lambda step: step["kind"]):
            self.offer("Step: " + STEPS[kind])
            over = self.editor()
            group = list(group)
            self.keep_each("Title of the new step", [step["title"] for step in group])
            self.press("Done")
            over()
            self.expect_selected(group[-1]["title"])
        for step in steps:
            if step["id"] in flags:
                self.pin(step["title"] + ", ", flags[step["id"]])
            self.add_details(step)

    def add_details(self, step):
        fields = [("Organisation", self.organisations.get(step.get("organisation"))), (NOTE, step.get("note"))]
        if any(text for name, text in fields):
            self.select(step["title"] + ", ")
            self.write_in_details([(name, text) for name, text in fields if text])

    def add_link(self, link, titles, flags):
        self.select(titles[link["from"]] + ", ")
        self.offer("Link to a Step")
        over = self.editor()
        self.write("Step that it leads to", titles[link["to"]])
        self.press("Keep")
        over()
        self.expect_selected("To: " + titles[link["to"]])
        if link["id"] in flags:
            self.pin("To: " + titles[link["to"]], flags[link["id"]])
        if not {"label", "wait_days"} & set(link) and link["kind"] == "flow":
            return
        self.show("Details")
        self.choose("Kind", LINKS[link["kind"]])
        if "label" in link:
            self.write("Label", link["label"])
        if "wait_days" in link:
            self.write(WAIT, f"{link['wait_days']} days")
        self.outline()

    def add_scenario(self, scenario, names, titles):
        self.show("Scenarios")
        self.press("New Scenario")
        self.choose("Whose route it is", names[scenario["persona"]])
        self.choose("Route", "As lived" if scenario["route"] == "lived" else "As planned")
        self.keep("Title of the scenario", scenario["title"])
        self.keep_each("Next stop: the name of its step", [titles[stop["step"]] for stop in scenario["steps"]])
        for number, stop in enumerate(scenario["steps"], 1):
            self.tell_stop(f"{number}. {titles[stop['step']]}", stop)
        self.press("All Scenarios")
        self.expect_gone("button", "All Scenarios")

    def tell_stop(self, title, stop):
        """Looks in its row alone: each stop has the same fields."""
        row = self.expect("list item", title, False)
        while "stop.open" not in self.actions(row):
            row = row.get_parent()
        act(row, "stop.open")
        pane, self.place = self.place, row
        if "outcome" in stop:
            self.press(OUTCOMES[stop["outcome"]])
        if "note" in stop:
            self.keep("What happened there", stop["note"])
        if "wait_days" in stop:
            self.keep("Wait before it, such as “3 weeks”", say_wait(stop["wait_days"]))
        act(row, "stop.open")
        self.place = pane

    def test_a_pathway_from_nothing(self):
        sample = self.screen.export(self.screen.make_sample())
        wanted = next(each for each in sample["maps"] if each["id"] == "map-asking")
        del wanted["scenarios"][2:], wanted["scenarios"][0]  # the one that was lived has everything
        self.organisations = {each["id"]: each["name"] for each in sample["organisations"]}
        flags = {flag["on"]: flag for flag in wanted["flags"]}
        titles = {step["id"]: step["title"] for step in wanted["steps"]}
        file = self.empty_map(sample["personas"])
        self.open(file)
        self.show("Details")
        self.write_in_details([("Title of the map", wanted["title"])])
        for lane in wanted["lanes"]:
            self.add("Lane: " + LANES[lane["kind"]], "Title of the new lane", lane["title"])
        for lane in wanted["lanes"]:
            self.add_steps(lane, [step for step in wanted["steps"] if step["lane"] == lane["id"]], flags)
        for link in wanted["links"]:
            self.add_link(link, titles, flags)
        self.add_scenario(wanted["scenarios"][0], {each["id"]: each["name"] for each in sample["personas"]}, titles)
        self.end()
        built = self.screen.export(file)
        self.assertEqual(shape(built["maps"][0], built), shape(wanted, sample))


if __name__ == "__main__":
    unittest.main()
