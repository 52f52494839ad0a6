# SPDX-License-Identifier: GPL-3.0-or-later
"""A map built by what assistive technology can do alone: no key is pressed and no pointer moved."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, is_shown, wait_for, walk  # noqa: E402

LANE_WORDS = {"doing": "Doing", "thinking": "Thinking", "feeling": "Feeling", "touchpoints": "Touchpoints", "people": "People around me",
              "pain": "Pain points", "ideas": "Ideas", "evidence": "Evidence", "custom": "Lane of its own"}
PERSONA = {"name": "Name", "about": "About them", "quote": "What they say", "needs": "What they need, one a line",
           "barriers": "What gets in the way, one a line"}

LASTING = {"Add to the Map", "Move Later", "Move Earlier", "Delete", "Details", "Outline", "Personas", "Outline of the map", "Card", "Stage",
           "How Somebody Felt", "Flag…"}


def walk_back(node):
    """The last first: what is written stands below the outline, which is long."""
    for index in reversed(range(node.get_child_count())):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk_back(child)
    yield node


class Outline(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.known = {}

    def find(self, roles, name, exact=True):
        """Looks in the side pane alone, or in the dialog over it: the map has a thousand things. What lasts is looked for once."""
        if name in self.known:
            return self.known[name]
        for node in walk_back(self.place):
            if node.get_role_name() in roles and (node.get_name() == name if exact else name in node.get_name()) and is_shown(node):
                if name in LASTING:
                    self.known[name] = node
                return node
        return None

    def expect(self, roles, name, exact=True):
        return wait_for(lambda: self.find(roles, name, exact), f"{roles[0]} “{name}”")

    def button(self, name):
        """Presses the button of exactly that name, as soon as there is one that can be pressed."""
        def can_press():
            node = self.find(("button", "toggle button", "radio button", "page tab"), name)
            return node if node is not None and node.get_action_iface().get_n_actions() > 0 and \
                node.get_state_set().contains(Atspi.StateType.SENSITIVE) else None
        wait_for(can_press, f"button “{name}”").get_action_iface().do_action(0)

    def write(self, name, text):
        """A row is called as the text in it is; the text that is looked for is one that can be written."""
        node = self.expect(("text",), name, exact=False)
        Atspi.EditableText.set_text_contents(node, text)
        wait_for(lambda: Atspi.Text.get_text(node, 0, -1) == text, f"“{text}”")

    def expect_gone(self, role, name):
        wait_for(lambda: self.find((role,), name, exact=False) is None, f"the end of {role} “{name}”")

    def choose(self, name, word):
        """Steps through what can be chosen until it is that."""
        row = self.expect(("combo box",), name)
        def chosen():
            return [node.get_name() for node in walk(row) if node.get_role_name() == "label" and is_shown(node)][-1]
        for action in range(2):  # one goes on, the other back
            last = None
            while chosen() not in (word, last):
                last = chosen()
                row.get_action_iface().do_action(action)
        self.assertEqual(chosen(), word)

    def selected(self):
        """The name of the line that is selected in the outline."""
        tree = self.expect(("tree",), "Outline of the map")
        line = Atspi.Selection.get_selected_child(tree, 0)
        return next((node.get_name() for node in walk(line) if node.get_role_name() == "tree item"), "") if line is not None else ""

    def expect_selected(self, name):
        wait_for(lambda: self.selected().startswith(name), f"selected line “{name}”")

    def line(self, name):
        return self.expect(("tree item",), name, exact=False)

    def open_or_close(self, name):
        self.line(name).get_action_iface().do_action(0)

    def select(self, name):
        next(node for node in walk(self.line(name)) if node.get_role_name() == "panel").get_action_iface().do_action(0)
        self.expect_selected(name)

    def offer(self, name):
        self.button("Add to the Map")
        self.button(name)

    def in_editor(self, write):
        """Where something is written, between the outline and its tools, is all that has to be looked at."""
        box = self.known["Add to the Map"].get_parent().get_parent().get_parent()
        wait_for(lambda: box.get_child_count() == 3, "an editor")
        pane, self.place = self.place, box.get_child_at_index(1)
        write()
        self.button("Keep")
        self.place = pane
        wait_for(lambda: box.get_child_count() == 2, "the end of the editor")

    def add(self, what, field, text):
        self.offer(what)
        self.in_editor(lambda: self.write(field, text))
        self.expect_selected(text)

    def delete(self, name):
        self.select(name)
        self.button("Delete")
        self.expect_gone("tree item", name)

    def empty_the_blank_map(self):
        self.open_or_close("Stages, ")
        for name in ("First, stage 1 of 3", "Then, stage 1 of 2", "At last, stage 1 of 1"):
            self.delete(name)
        for name in ("What I do, Doing, lane 1 of 3", "How I feel, Feeling, lane 1 of 2", "Ideas, Ideas, lane 1 of 1"):
            self.delete(name)

    def move_later(self, times):
        for _ in range(times):
            self.button("Move Later")

    def write_in_details(self, fields):
        """Leaving for the outline keeps what was written."""
        self.button("Details")
        for name, text in fields:
            self.write(name, text)
        self.button("Outline")

    def write_personas(self, personas):
        self.button("Personas")
        for persona in personas:
            self.button("New Persona")
            for key, name in PERSONA.items():
                text = persona.get(key, "")
                self.write(name, "\n".join(text) if isinstance(text, list) else text)
            self.button("All Personas")
            self.expect_gone("button", "All Personas")

    def add_lane(self, lane, wanted, stages):
        self.add("Lane: " + LANE_WORDS[lane["kind"]], "Title of the new lane", lane["title"])
        at = 0
        flags = {flag["on"]: flag for flag in wanted["flags"]}
        order = {stage["id"]: index for index, stage in enumerate(stages)}
        for card in sorted((card for card in wanted["cards"] if card["lane"] == lane["id"]), key=lambda card: order[card["stage"]]):
            self.add("Card", "Text of the new card", card["text"])
            self.move_later(order[card["stage"]] - at)
            at = order[card["stage"]]
            if card["id"] in flags:
                self.pin(flags[card["id"]])
            if "note" in card:
                self.write_in_details([("Note, for the desk and the team", card["note"])])

    def pin(self, flag):
        self.offer("Flag…")
        pane, self.place = self.place, self.screen.expect("dialog", "Pin a Flag")
        self.button(flag["kind"].capitalize())
        self.write("Text of the flag", flag["text"])
        self.write("Answer, if there is one", flag.get("answer", ""))
        self.button("Pin")
        self.screen.expect_gone("dialog", "Pin a Flag")
        self.place = pane

    def write_feeling(self, feeling, names):
        value = self.expect(("spin button",), "From −5", exact=False)
        Atspi.Value.set_current_value(value, feeling["value"])
        self.choose("Whose", names.get(feeling.get("persona"), "Nobody in particular"))
        self.write("Their words, one a line", "\n".join(feeling.get("words", [])))

    def add_feelings(self, wanted, stages, names):
        """From the last stage, which is selected, back to the first."""
        at = len(stages) - 1
        order = {stage["id"]: index for index, stage in enumerate(stages)}
        for stage in reversed(stages):
            for feeling in (each for each in wanted["feelings"] if each["stage"] == stage["id"]):
                self.offer("How Somebody Felt")
                self.in_editor(lambda: self.write_feeling(feeling, names))
                for _ in range(at - order[stage["id"]]):
                    self.button("Move Earlier")
                at = order[stage["id"]]

    @staticmethod
    def shape(each, personas):
        """What a map says, whatever the ids."""
        names = {stage["id"]: stage["title"] for stage in each["stages"]} | {lane["id"]: lane["title"] for lane in each["lanes"]} | \
                {card["id"]: card["text"] for card in each["cards"]} | {persona["id"]: persona for persona in personas}
        cells = {}
        for card in each["cards"]:
            cells.setdefault((names[card["lane"]], names[card["stage"]]), []).append((card["text"], card.get("note")))
        felt = {}
        for feeling in each["feelings"]:
            felt.setdefault(names[feeling["stage"]], []).append((feeling["value"], feeling.get("words", []), feeling.get("persona") and
                                                                 names[feeling["persona"]]["name"]))
        whose = {feeling.get("persona") for feeling in each["feelings"]} | {each["persona"]}
        return {**{key: each.get(key) for key in ("kind", "title", "question", "status", "note")},
                "version": str(each["version"]),
                "persona": names[each["persona"]]["name"],
                "personas": [{key: persona.get(key) for key in PERSONA} for persona in personas if persona["id"] in whose],
                "stages": [stage["title"] for stage in each["stages"]],
                "lanes": [(lane["kind"], lane["title"]) for lane in each["lanes"]], "cards": cells, "feelings": felt,
                "flags": sorted((names[flag["on"]], flag["kind"], flag["text"], flag.get("answer", "")) for flag in each["flags"])}

    def test_a_map_without_keys_or_pointer(self):
        sample = self.screen.export(self.screen.make_sample())
        wanted = sample["maps"][0]
        stages = wanted["stages"]
        whose = {feeling.get("persona") for feeling in wanted["feelings"]} | {wanted["persona"]}
        personas = [persona for persona in sample["personas"] if persona["id"] in whose]
        file = self.screen.path("built.waymark")
        self.screen.command("new", file, "--template", "blank")
        self.screen.start(file)
        self.screen.expect("grouping", "Map: ")
        self.screen.press("toggle button", "Side Pane")
        self.place = self.screen.expect("grouping", "Side Pane")
        self.write_personas(personas)
        self.button("Details")
        self.choose("Persona", next(persona["name"] for persona in personas if persona["id"] == wanted["persona"]))
        self.write_in_details([("Title of the map", wanted["title"]), ("Question", wanted["question"]), ("Version", wanted["version"]),
                               ("Note, for the desk and the team", wanted["note"])])
        self.empty_the_blank_map()
        for stage in stages:
            self.add("Stage", "Title of the new stage", stage["title"])
            for flag in wanted["flags"]:
                if flag["on"] == stage["id"]:
                    self.pin(flag)
        self.add_feelings(wanted, stages, {persona["id"]: persona["name"] for persona in personas})
        for lane in wanted["lanes"]:
            self.add_lane(lane, wanted, stages)
        self.screen.close()
        built = self.screen.export(file)
        self.maxDiff = None
        self.assertEqual(self.shape(built["maps"][0], built["personas"]), self.shape(wanted, sample["personas"]))


if __name__ == "__main__":
    unittest.main()
