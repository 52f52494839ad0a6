# SPDX-License-Identifier: GPL-3.0-or-later
"""What a room sees: the map and nothing else, where the desk is or stage by stage, and never what was not agreed to."""

import json
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, is_shown, wait_for, walk  # noqa: E402

FOCUSED, SELECTED = Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED
ACTIVE = Atspi.StateType.ACTIVE


class Room(unittest.TestCase):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def open(self, file=None, key="F5"):
        self.file = file or self.screen.make_sample()
        self.workspace = self.screen.export(self.file)
        self.first = self.workspace["maps"][0]
        self.screen.start(self.file)
        self.screen.expect("grouping", "Map: ")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        if key:
            self.screen.keys(key)
            self.picture("Map: ")

    def room(self):
        return self.screen.find("frame", "Room")

    def picture(self, name):
        """The map in the room's window, once it is called so."""
        def look():
            room = self.room()
            return room and next((node for node in walk(room) if node.get_role_name() == "image" and name in node.get_name()), None)
        return wait_for(look, f"“{name}” in the room")

    def expect_words(self, *words):
        wait_for(lambda: all(word in self.picture("").get_description() for word in words), f"{words} in the room")

    def activate(self, name):
        subprocess.run(["xdotool", "search", "--name", f"^{name}$", "windowactivate", "--sync"], check=True)
        self.screen.expect_state("frame", name, ACTIVE)

    def activate_desk(self):
        self.activate(self.workspace["workspace"]["title"])

    def stage(self, number):
        return f"{number} of {len(self.first['stages'])}: {self.first['stages'][number - 1]['title']}"

    def cards(self, stage):
        return [card["text"] for card in self.first["cards"] if card["stage"] == self.first["stages"][stage]["id"]]

    def brightness(self):
        path = self.screen.path("picture.png")
        subprocess.run(["import", "-silent", "-window", "root", path], check=True)
        return float(subprocess.run(["convert", path, "-colorspace", "gray", "-format", "%[fx:mean]", "info:"], check=True,
                                    stdout=subprocess.PIPE, text=True).stdout)

    def test_nothing_but_the_map(self):
        self.open()
        self.activate_desk()
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)
        self.screen.keys("Delete")
        self.screen.expect("label", "Card deleted")
        self.screen.keys("ctrl+question")
        self.screen.expect("label", "While Typing")
        roles = {node.get_role_name() for node in walk(self.room()) if is_shown(node)}
        self.assertLessEqual(roles, {"frame", "image", "panel", "filler", "generic", "group", "grouping"})
        self.assertEqual(len([node for node in walk(self.room()) if node.get_role_name() == "image"]), 1)

    def test_leaving(self):
        self.open()
        self.screen.keys("Escape")
        wait_for(lambda: self.room() is None, "the end of the room's window")
        self.screen.expect_state("frame", self.workspace["workspace"]["title"], ACTIVE)
        self.screen.keys("F5")
        self.picture("Map: ")
        self.screen.keys("ctrl+w")
        wait_for(lambda: self.room() is None, "the end of the room's window")
        self.screen.close()

    def test_follows_and_holds(self):
        self.open()
        self.activate_desk()
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)
        self.expect_words(self.cards(0)[0])
        self.screen.keys("End")
        self.expect_words(self.first["stages"][-1]["title"], self.cards(-1)[0])
        self.screen.keys("alt+2", "Home")
        self.screen.expect_state("list item", self.cards(0)[0], SELECTED)
        self.expect_words(self.cards(-1)[0])
        self.screen.keys("ctrl+Next")
        self.screen.expect("grouping", "Map: " + self.workspace["maps"][1]["title"])
        self.picture("Map: " + self.first["title"])
        self.screen.keys("alt+1")
        self.picture("Map: " + self.workspace["maps"][1]["title"])

    def test_walks(self):
        self.open()
        self.screen.keys("Next")
        self.picture(self.stage(1))
        self.expect_words(self.first["stages"][0]["title"], self.cards(0)[0])
        self.assertNotIn(self.cards(1)[0], self.picture("").get_description())
        seen = []
        for _ in range(40):
            seen.append(self.picture("").get_description())
            if self.stage(2) in self.picture("").get_name():
                break
            self.screen.keys("Next")
            wait_for(lambda: self.picture("").get_description() != seen[-1], "another part of the map")
        for card in self.cards(0):
            self.assertTrue(any(card in words for words in seen), card)
        self.screen.keys("Prior", "Home")
        self.picture(self.stage(1))
        self.screen.keys("End")
        self.picture(self.stage(len(self.first["stages"])))
        self.activate_desk()
        self.screen.keys("alt+3", "alt+Prior")
        self.picture(self.stage(len(self.first["stages"]) - 1))
        self.screen.keys("alt+Next")
        self.picture(self.stage(len(self.first["stages"])))

    def test_black_screen(self):
        self.open(key="shift+F5")
        self.picture(self.stage(1))
        wait_for(lambda: self.brightness() > 0.5, "a light map")
        self.screen.keys("b")
        self.picture("Black screen")
        self.assertEqual(self.picture("").get_description(), "")
        wait_for(lambda: self.brightness() == 0, "a black screen")
        self.screen.keys("Next")
        self.picture(self.stage(1))
        wait_for(lambda: self.brightness() > 0.5, "a light map")
        self.screen.keys("period")
        wait_for(lambda: self.brightness() == 0, "a black screen")

    def test_one_window(self):
        self.open(key="shift+F5")
        self.picture(self.stage(1))
        wait_for(lambda: self.room().get_state_set().contains(ACTIVE), "an active room")
        box = wait_for(lambda: (box := self.picture("").get_component_iface().get_extents(Atspi.CoordType.WINDOW)).width >= 1280 and box,
                       "a window that fills the screen")
        self.assertEqual((box.width, box.height), (1280, 800))
        self.screen.keys("Escape")
        wait_for(lambda: self.room() is None, "the end of the room's window")
        self.screen.expect_state("frame", self.workspace["workspace"]["title"], ACTIVE)
        self.screen.close()

    def test_what_is_typed_is_seen(self):
        self.open()
        self.activate_desk()
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)
        self.screen.type("Zeb")
        self.screen.expect("text", "New card")
        self.expect_words("\nZeb")
        self.screen.type("ra")
        self.expect_words("\nZebra")
        self.screen.expect("text", "New card")
        self.screen.keys("Return")
        self.screen.expect("list item", "Zebra, card 2 of")
        self.expect_words("\nZebra\n")
        self.screen.keys("Escape", "F2")
        self.screen.close()

    def test_titles_and_words_are_seen_while_they_are_typed(self):
        source, file = self.screen.path("titles.json"), self.screen.path("titles.waymark")
        with open(source, "w", encoding="utf-8") as out:
            json.dump({"waymark": 1, "workspace": {"title": "Titles"}, "maps": [
                {"id": "m", "kind": "journey", "title": "Whole", "stages": [{"id": "s", "title": "First"}, {"id": "t", "title": "Second"}],
                 "lanes": [{"id": "l", "kind": "doing", "title": "Doing"}, {"id": "f", "kind": "feeling", "title": "Felt"}],
                 "cards": [{"id": "c", "stage": "s", "lane": "l", "text": "Ant"}],
                 "feelings": [{"id": "r", "stage": "s", "value": 2, "words": ["glad"]}]}]}, out)
        self.screen.command("new", file)
        self.screen.command("import", file, source)
        self.open(file)
        self.activate_desk()
        for role, name, what in ("heading", "First, stage", "Title of the stage"), ("heading", "Whole", "Title of the map"), \
                ("image", "glad", "Words of the feeling"):
            self.screen.click(self.screen.expect(role, name))
            self.screen.keys("F2")
            self.screen.expect("text", what)
            self.screen.keys("ctrl+a")
            self.screen.type("Zeb")
            self.expect_words("\nZeb")
            self.screen.keys("Escape", "ctrl+z")
            self.screen.expect(role, name)
        self.screen.click(self.screen.expect("heading", "First, stage"))
        self.screen.keys("ctrl+shift+Right")
        self.screen.expect("text", "New stage")
        self.screen.type("Zeb")
        self.expect_words("\nZeb")
        self.screen.keys("Escape")
        self.screen.expect("heading", "Zeb, stage 2 of 3")
        self.picture("Map: Whole")
        self.screen.close()

    def test_a_step_is_seen_while_it_is_typed(self):
        source, file = self.screen.path("path.json"), self.screen.path("path.waymark")
        with open(source, "w", encoding="utf-8") as out:
            json.dump({"waymark": 1, "workspace": {"title": "Steps"}, "maps": [
                {"id": "m", "kind": "pathway", "title": "Steps", "lanes": [{"id": "l", "kind": "person", "title": "Lane"}],
                 "steps": [{"id": "a", "lane": "l", "title": "One"}, {"id": "b", "lane": "l", "title": "Two"}],
                 "links": [{"id": "ab", "from": "a", "to": "b"}]}]}, out)
        self.screen.command("new", file)
        self.screen.command("import", file, source)
        self.open(file)
        self.activate_desk()
        self.screen.keys("Right", "Right")
        self.screen.expect_state("list item", "Two", SELECTED)
        self.screen.type("Zeb")
        self.screen.expect("text", "New step")
        self.expect_words("\nZeb")
        self.screen.keys("Return")
        self.screen.expect("list item", "Zeb, Lane")
        self.screen.keys("Escape", "Left", "shift+Right")
        self.screen.expect_state("image", "flow to Zeb", SELECTED)
        self.screen.type("3 weeks")
        self.expect_words("\n3 weeks")
        self.screen.keys("Return")
        self.screen.expect("image", "flow to Zeb, wait 3 weeks")
        self.screen.close()

    def test_countdown(self):
        self.open()
        self.screen.keys("t")
        clock = self.screen.expect("timer", "minute")
        self.assertTrue(any(node.get_role_name() == "timer" for node in walk(self.room())))
        self.screen.keys("t")
        picture = self.picture("").get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        self.screen.keys("Next")
        self.picture(self.stage(1))
        box = clock.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        self.assertGreater(box.height, picture.height / 8)
        self.activate_desk()
        self.screen.keys("ctrl+shift+t")
        wait_for(lambda: self.screen.find("timer"), "the countdown")
        self.screen.press("toggle button", "Room")
        self.screen.expect("button", "Pause")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.press("button", "Reset")
        self.screen.expect("timer", "5 minutes left")
        self.screen.press("toggle button", "Show")
        wait_for(lambda: self.screen.find("timer") is None, "the end of the countdown")

    def test_dark(self):
        self.open(key="shift+F5")
        wait_for(lambda: self.brightness() > 0.5, "a light map")
        self.screen.keys("Escape")
        wait_for(lambda: self.room() is None, "the end of the room's window")
        self.screen.press("toggle button", "Room")
        self.screen.press("toggle button", "Dark")
        self.screen.press("button", "Show in This Window")
        self.picture(self.stage(1))
        wait_for(lambda: self.brightness() < 0.35, "a dark map")

    def test_no_secret_is_seen(self):
        """Whatever the desk does, what the room's window holds in words is what a workshop may see."""
        file = self.screen.path("secrets.waymark")
        data = os.path.join(os.environ["WAY_TEST_DATA"], "secrets.json")
        self.screen.command("new", file)
        self.screen.command("import", file, data)
        self.open(file)
        with open(data, encoding="utf-8") as source:
            maps = [each for each in json.load(source)["maps"] if each["kind"] == "journey"]
        said = []

        def listen():
            said.extend(f"{node.get_name()}\n{node.get_description()}" for node in walk(self.room()))
        self.activate_desk()
        for key in ("Right", "Down", "End", "Home", "ctrl+0"):
            self.screen.keys(key)
            listen()
        self.activate("Room")
        self.screen.keys("Home")
        for number in range(len(maps[0]["stages"])):
            title = maps[0]["stages"][number]["title"]
            for _ in range(300):
                listen()
                if title in self.picture("").get_name():
                    break
                before = (self.picture("").get_name(), self.picture("").get_description())
                self.screen.keys("Next")
                wait_for(lambda: (self.picture("").get_name(), self.picture("").get_description()) != before, "another part of the map")
        said = "\n".join(said)
        self.assertIn("OPEN-public", said)
        self.assertIn("SECRET-workshop", said)
        for word in ("SECRET-none", "SECRET-team"):
            self.assertNotIn(word, said)

    def test_map_deleted_while_shown(self):
        self.open()
        self.activate_desk()
        self.screen.keys("ctrl+m")
        self.screen.expect_state("table cell", self.first["title"], FOCUSED)
        self.screen.keys("Delete")
        self.picture("No map")
        self.assertEqual(self.picture("").get_description(), "")
        self.screen.keys("ctrl+z")
        self.picture("Map: " + self.first["title"])

    def test_desk_closed_first(self):
        self.open()
        self.activate_desk()
        self.screen.close()

    def test_quit(self):
        self.open()
        self.activate_desk()
        self.screen.keys("ctrl+q")
        self.screen.wait_end()


if __name__ == "__main__":
    unittest.main()
