# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology can do alone: actions, editable text and values. No key is pressed and no pointer moves.

Looked for is in one pane, editor or dialog at a time: a map has hundreds of things, and each question takes a while.
"""

import os
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, GLib, Screen, wait_for, walk_shown  # noqa: E402

PERSONA = {"name": "Name", "about": "About them", "quote": "What they say", "needs": "What they need, one a line",
           "barriers": "What gets in the way, one a line"}
NOTE = "Note, for the desk and the team"
BUTTONS = {"button", "toggle button", "radio button", "check box", "page tab"}


def act(node, name):
    """Does what the node calls an action by that name."""
    actions = node.get_action_iface()
    names = [Atspi.Action.get_action_name(actions, index) for index in range(Atspi.Action.get_n_actions(actions))]
    Atspi.Action.do_action(actions, names.index(name))


def as_text(value):
    return "\n".join(value) if isinstance(value, list) else value


class Reader(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def open(self, file, *words):
        """GTK 4.18 leaks the names of all actions of a widget with each action that is done from outside."""
        self.screen.start(*words, file, leaks=False)
        self.screen.expect("grouping", "Map: ")
        if not self.screen.find("grouping", "Side Pane"):
            self.screen.press("toggle button", "Side Pane")
        self.place = self.pane = self.screen.expect("grouping", "Side Pane")

    def hear(self):
        """Takes down what is announced from now on."""
        self.heard = []
        listener = Atspi.EventListener.new(lambda event: self.heard.append(str(event.any_data)))
        listener.register("object:announcement")
        self.addCleanup(listener.deregister, "object:announcement")
        self.listener = listener

    def expect_said(self, words):
        def said():
            while GLib.MainContext.default().iteration(False):
                pass
            return any(words in each for each in self.heard)
        wait_for(said, f"“{words}” among what was said: {self.heard}")
        self.heard.clear()

    def end(self):
        """By the button that closes the window."""
        self.place = self.screen.frame
        self.press("Close")
        self.screen.wait_end()

    def find(self, roles, name, exact=True):
        for node in walk_shown(self.place):
            if node.get_role_name() in roles and (node.get_name() == name if exact else node.get_name().startswith(name)):
                return node
        return None

    def expect(self, role, name, exact=True):
        return wait_for(lambda: self.find({role}, name, exact), f"{role} “{name}”")

    def expect_gone(self, role, name):
        wait_for(lambda: self.find({role}, name, False) is None, f"the end of {role} “{name}”")

    def press(self, name):
        """Presses the button of that name, as soon as there is one that can be pressed."""
        def can_press():
            return next((node for node in walk_shown(self.place)
                         if node.get_role_name() in BUTTONS and node.get_name() == name and "click" in self.actions(node) and
                         node.get_state_set().contains(Atspi.StateType.SENSITIVE)), None)
        act(wait_for(can_press, f"button “{name}”"), "click")

    def in_dialog(self, title):
        """Looks in that dialog from now on; gives the end of it."""
        place, self.place = self.place, self.screen.expect("dialog", title)

        def over():
            self.screen.expect_gone("dialog", title)
            self.place = place
        return over

    def show(self, pane):
        self.place = self.pane
        self.press(pane)
        wait_for(lambda: self.find({"page tab"}, pane).get_state_set().contains(Atspi.StateType.CHECKED), f"pane “{pane}”")

    def write(self, name, text):
        node = self.expect("text", name)
        Atspi.EditableText.set_text_contents(node, text)
        wait_for(lambda: Atspi.Text.get_text(node, 0, -1) == text, f"“{text}”")
        return node

    def keep(self, name, text):
        """What was written is kept as Return would."""
        self.keep_each(name, [text], after=text)

    def keep_each(self, name, texts, after=""):
        """One after another in the same place, where each leaves that text when it is kept."""
        node = row = self.expect("text", name)
        while "text.keep" not in self.actions(row):
            row = row.get_parent()
        for text in texts:
            Atspi.EditableText.set_text_contents(node, text)
            act(row, "text.keep")
            wait_for(lambda: Atspi.Text.get_text(node, 0, -1) == after, f"“{text}” to be kept")

    @staticmethod
    def actions(node):
        actions = node.get_action_iface()
        return [Atspi.Action.get_action_name(actions, index) for index in range(Atspi.Action.get_n_actions(actions))] if actions else []

    def choose(self, name, word):
        """Steps through what can be chosen until it is that."""
        row = self.expect("combo box", name)

        def chosen():
            return [node.get_name() for node in walk_shown(row) if node.get_role_name() == "label"][-1]
        for action in ("choice.next", "choice.previous"):
            last = None
            while chosen() not in (word, last):
                last = chosen()
                act(row, action)
        self.assertEqual(chosen(), word)

    def set_value(self, name, value):
        Atspi.Value.set_current_value(self.expect("spin button", name), value)

    # The outline

    def outline(self):
        self.show("Outline")
        self.tree = self.expect("tree", "Outline of the map")
        bar = self.expect("button", "Move Later")
        self.box = bar.get_parent().get_parent()

    def lines(self):
        """The lines, as far as GTK has them: around those that are looked at."""
        for row in self.tree.get_children():
            yield from row.get_children()[:1]

    def find_line(self, name):
        return next((item for item in self.lines() if item.get_name().startswith(name)), None)

    def line(self, name):
        """Scrolls to it, where it is out of sight: GTK has only lines that are in sight."""
        def look():
            found = self.find_line(name)
            if found is None and time.monotonic() > start + 0.2:
                self.scroll_on()
            return found
        start, seen = time.monotonic(), []
        try:
            return wait_for(look, f"line “{name}”")
        except AssertionError:
            for each in range(12):
                seen += [item.get_name() for item in self.lines()]
                self.scroll_on()
            raise AssertionError(f"no line “{name}” among {seen}") from None

    def scroll_on(self):
        """By half a page, and from the end back to the beginning."""
        bar = next(node for node in walk_shown(self.box) if node.get_role_name() == "scroll bar")
        value = Atspi.Value.get_current_value(bar)
        page = Atspi.Component.get_extents(self.tree, Atspi.CoordType.WINDOW).height
        before, start = [item.get_name() for item in self.lines()], time.monotonic()
        Atspi.Value.set_current_value(bar, value + page / 2)
        if Atspi.Value.get_current_value(bar) == value:
            Atspi.Value.set_current_value(bar, 0)
        while [item.get_name() for item in self.lines()] == before and time.monotonic() < start + 2:
            time.sleep(0.05)

    def is_selected(self, name):
        return any(item.get_name().startswith(name) and item.get_state_set().contains(Atspi.StateType.SELECTED) for item in self.lines())

    def expect_selected(self, name):
        wait_for(lambda: self.is_selected(name), f"selected line “{name}”")

    def on_line(self, name, action):
        item = self.line(name)
        act(next(child for child in walk_shown(item) if child.get_role_name() == "panel"), "line." + action)

    def select(self, name):
        self.on_line(name, "select")
        self.expect_selected(name)

    def expand(self, name, expanded=True):
        act(self.line(name), "listitem.expand" if expanded else "listitem.collapse")

    def delete(self, name):
        self.on_line(name, "delete")
        wait_for(lambda: self.find_line(name) is None, f"the end of line “{name}”")

    def offer(self, name):
        """From what can be added."""
        self.press("Add to the Map")
        self.press(name)

    def editor(self):
        """Looks from now on where something is written, between the lines and their tools; gives the end of that."""
        wait_for(lambda: self.box.get_child_count() == 3, "an editor")
        place, self.place = self.place, self.box.get_child_at_index(1)

        def over():
            wait_for(lambda: self.box.get_child_count() == 2, "the end of the editor")
            self.place = place
        return over

    def add(self, what, field, text):
        self.offer(what)
        over = self.editor()
        self.write(field, text)
        self.press("Keep")
        over()
        self.expect_selected(text)

    def pin(self, line, flag):
        self.on_line(line, "flag")
        over = self.in_dialog("Pin a Flag")
        self.press(flag["kind"].capitalize())
        self.write("Text of the flag", flag["text"])
        self.write("Answer, if there is one", flag.get("answer", ""))
        self.press("Pin")
        over()

    def write_in_details(self, fields):
        """Of what is selected; going back to the outline keeps it."""
        self.show("Details")
        for name, text in fields:
            self.write(name, text)
        self.outline()

    def write_personas(self, personas):
        self.show("Personas")
        for persona in personas:
            self.press("New Persona")
            for key, name in PERSONA.items():
                self.write(name, as_text(persona.get(key, "")))
            self.press("All Personas")
            self.expect_gone("button", "All Personas")
