# SPDX-License-Identifier: GPL-3.0-or-later
"""What a room sees: the map and nothing else, where the desk is or stage by stage, and never what was not agreed to."""

import json
import os
import shutil
import subprocess
import sys
import threading
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, GLib, Screen, is_shown, wait_for, walk  # noqa: E402
from gi.repository import Gio  # noqa: E402

FOCUSED, SELECTED = Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED
ACTIVE = Atspi.StateType.ACTIVE


SESSION = """<node><interface name="org.gnome.SessionManager">
<method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="in"/><arg type="u" direction="out"/></method>
<method name="Uninhibit"><arg type="u" direction="in"/></method></interface></node>"""
IDLE = 8  # of GtkApplicationInhibitFlags


class Session:
    """The part of a desktop that is asked to keep the screen awake; `kept` holds the reasons why it does."""

    def __init__(self):
        self.kept, self.asked = {}, 0
        self.loop = GLib.MainLoop.new(GLib.MainContext.new(), False)
        self.ready = threading.Event()
        threading.Thread(target=self.serve, daemon=True).start()
        self.ready.wait()

    def serve(self):
        self.loop.get_context().push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.register_object("/org/gnome/SessionManager", Gio.DBusNodeInfo.new_for_xml(SESSION).interfaces[0], self.called, None, None)
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                           GLib.Variant("(su)", ("org.gnome.SessionManager", 0)), None, Gio.DBusCallFlags.NONE, -1, None)
        self.ready.set()
        self.loop.run()

    def called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "RegisterClient":
            invocation.return_value(GLib.Variant("(o)", ("/client",)))
        elif method == "Inhibit":
            self.asked += 1
            self.kept[self.asked] = arguments.unpack()[2:]
            invocation.return_value(GLib.Variant("(u)", (self.asked,)))
        else:
            self.kept.pop(arguments.unpack()[0], None)
            invocation.return_value(None)

    def end(self):
        self.bus.close_sync(None)
        self.loop.quit()


class Room(unittest.TestCase):
    """Windows are few, as each takes seconds to open: a test shows one after the other what belongs together."""

    @classmethod
    def setUpClass(cls):
        maker = Screen()
        cls.addClassCleanup(maker.end)
        cls.sample = maker.make_sample()
        cls.sample_read = maker.export(cls.sample)

    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)

    def open(self, file=None, key="F5", page=0):
        self.file = file or shutil.copy(self.sample, self.screen.folder)
        self.workspace = self.screen.export(self.file) if file else self.sample_read
        self.first = self.workspace["maps"][page]
        self.screen.start("--page", str(page + 1), self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        if key:
            self.screen.keys(key)
            self.picture("Map: ")

    def room(self):
        """The window alone: what is on the desk's map takes seconds to look through."""
        application = self.screen.application()
        frames = [application.get_child_at_index(index) for index in range(application.get_child_count())]
        return next((frame for frame in frames if frame is not None and frame.get_name() == "Room" and is_shown(frame)), None)

    def in_room(self, role, name=""):
        room = self.room()
        return room and next((node for node in walk(room) if node.get_role_name() == role and name in node.get_name() and is_shown(node)), None)

    def picture(self, name):
        """The map in the room's window, once it is called so."""
        return wait_for(lambda: self.in_room("image", name), f"“{name}” in the room")

    def expect_words(self, *words):
        wait_for(lambda: all(word in self.picture("").get_description() for word in words), f"{words} in the room")

    def expect_no_words(self, *words):
        wait_for(lambda: not any(word in self.picture("").get_description() for word in words), f"no {words} in the room")

    def expect_no_room(self):
        wait_for(lambda: self.room() is None, "the end of the room's window")

    def activate(self, name):
        subprocess.run(["xdotool", "search", "--name", f"^{name}$", "windowactivate", "--sync"], check=True)

    def activate_desk(self):
        self.activate(self.workspace["workspace"]["title"])
        self.screen.expect_state("frame", self.workspace["workspace"]["title"], ACTIVE)

    def activate_room(self):
        self.activate("Room")
        wait_for(lambda: self.room().get_state_set().contains(ACTIVE), "an active room")

    def stage(self, number):
        return f"{number} of {len(self.first['stages'])}: {self.first['stages'][number - 1]['title']}"

    def cards(self, stage):
        return [card["text"] for card in self.first["cards"] if card["stage"] == self.first["stages"][stage]["id"]]

    def brightness(self):
        path = self.screen.path("picture.png")
        subprocess.run(["import", "-silent", "-window", "root", path], check=True)
        return float(subprocess.run(["convert", path, "-colorspace", "gray", "-format", "%[fx:mean]", "info:"], check=True,
                                    stdout=subprocess.PIPE, text=True).stdout)

    def test_beside_the_desk(self):
        """Nothing but the map is there, it is left in two ways, and only as long as it is there the screen stays awake."""
        session = Session()
        self.addCleanup(session.end)
        self.open()
        wait_for(lambda: session.kept, "a screen that stays awake")
        self.assertEqual(list(session.kept.values()), [("A map is shown to a room", IDLE)])
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
        self.screen.keys("Escape")
        self.activate_room()
        self.screen.keys("Escape")
        self.expect_no_room()
        wait_for(lambda: not session.kept, "a screen that may sleep")
        self.screen.expect_state("frame", self.workspace["workspace"]["title"], ACTIVE)
        self.screen.keys("F5")
        self.picture("Map: ")
        wait_for(lambda: session.kept, "a screen that stays awake")
        self.screen.keys("ctrl+w")
        self.expect_no_room()
        wait_for(lambda: not session.kept, "a screen that may sleep")
        self.screen.close()

    def test_follows_and_holds(self):
        """Where the desk is, as it is typed and deleted there, or where it was; the desk may go first."""
        self.open()
        self.activate_desk()
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", SELECTED)
        self.expect_words(self.cards(0)[0])
        self.screen.type("Zeb")
        self.screen.expect("text", "New card")
        self.expect_words("\nZeb")
        self.screen.type("ra")
        self.expect_words("\nZebra")
        self.screen.expect("text", "New card")
        self.screen.keys("Return")
        self.screen.expect("list item", "Zebra, card 2 of")
        self.expect_words("\nZebra\n")
        self.screen.keys("Escape", "End")
        self.expect_words(self.first["stages"][-1]["title"], self.cards(-1)[0])
        self.screen.keys("alt+2", "Home")
        self.screen.expect_state("list item", self.first["stages"][0]["title"], SELECTED)
        self.expect_words(self.cards(-1)[0])
        self.screen.keys("ctrl+Next")
        self.screen.expect("grouping", "Map: " + self.workspace["maps"][1]["title"])
        self.picture("Map: " + self.first["title"])
        self.screen.keys("alt+1")
        self.picture("Map: " + self.workspace["maps"][1]["title"])
        self.screen.keys("ctrl+Prior")
        self.picture("Map: " + self.first["title"])
        self.screen.keys("ctrl+m")
        self.screen.expect_state("table cell", self.first["title"], FOCUSED)
        self.screen.keys("Delete")
        self.picture("No map")
        self.assertEqual(self.picture("").get_description(), "")
        self.screen.keys("ctrl+z")
        self.picture("Map: " + self.first["title"])
        self.screen.close()

    def test_looks_as_the_desk_does(self):
        """Whose feelings are picked out, for whom a pathway is read, and which scenario is walked."""
        self.open(page=1)
        self.expect_words("They differ most at")
        self.activate_desk()
        self.screen.keys("ctrl+alt+p")
        self.expect_words("Of Gwilym, 71:")
        self.expect_no_words("They differ most at")
        pathway = self.workspace["maps"][3]
        self.screen.keys("ctrl+Next", "ctrl+Next")
        self.picture("Map: " + pathway["title"])
        self.screen.keys("alt+3")
        planned, _, other = pathway["scenarios"]
        self.picture(f"1 of {len(planned['steps'])}: ")
        self.screen.keys("F9")
        self.screen.press("page tab", "Scenarios")
        self.screen.click(self.screen.expect("list item", "Denise, three weeks home"))
        self.picture(f"1 of {len(other['steps'])}: ")
        hidden = next(step["title"] for step in pathway["steps"] if step["lane"] == "ask-pay")
        self.screen.keys("F9", "alt+1")
        self.screen.click(self.screen.expect("list item", hidden))
        self.expect_words(hidden)
        self.screen.click(self.screen.expect("toggle button", "For Commissioners"))
        wait_for(lambda: self.screen.find("menu item"), "a menu")
        self.screen.keys("Home", "Return")
        self.expect_no_words(hidden, "Commissioning")

    def test_in_front_of_the_room(self):
        """Walked by clicker and from the desk, through a black screen, with a countdown; then all is left at once."""
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
        self.screen.keys("t")
        clock = wait_for(lambda: self.in_room("timer", "minute"), "a countdown")
        self.screen.keys("t", "End")
        picture = self.picture(self.stage(len(self.first["stages"])))
        self.assertGreater(clock.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height,
                           picture.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height / 8)
        self.activate_desk()
        self.screen.keys("alt+3", "alt+Prior")
        self.picture(self.stage(len(self.first["stages"]) - 1))
        self.screen.keys("alt+Next", "ctrl+shift+t")
        self.picture(self.stage(len(self.first["stages"])))
        self.screen.press("toggle button", "Room")
        self.screen.expect("button", "Pause")
        self.assertEqual(self.screen.nameless(), [])
        self.screen.press("button", "Reset")
        wait_for(lambda: self.in_room("timer", "5 minutes left"), "all of the time")
        self.screen.press("toggle button", "Show")
        wait_for(lambda: self.in_room("timer") is None, "the end of the countdown")
        self.screen.keys("Escape", "ctrl+q")
        self.screen.wait_end()

    def test_one_window(self):
        """Over the whole screen of the desk; black, light and dark."""
        self.open(key="shift+F5")
        self.picture(self.stage(1))
        wait_for(lambda: self.room().get_state_set().contains(ACTIVE), "an active room")
        box = wait_for(lambda: (box := self.picture("").get_component_iface().get_extents(Atspi.CoordType.WINDOW)).width >= 1280 and box,
                       "a window that fills the screen")
        self.assertEqual((box.width, box.height), (1280, 800))
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
        self.screen.keys("Escape")
        self.expect_no_room()
        self.screen.expect_state("frame", self.workspace["workspace"]["title"], ACTIVE)
        self.screen.press("toggle button", "Room")
        self.screen.press("toggle button", "Dark")
        self.screen.press("button", "Show in This Window")
        self.picture(self.stage(1))
        wait_for(lambda: self.brightness() < 0.35, "a dark map")
        wait_for(lambda: self.room().get_state_set().contains(ACTIVE), "an active room")
        self.screen.keys("Escape")
        self.expect_no_room()

    def test_titles_and_words_are_seen_while_they_are_typed(self):
        """Of a journey, and the step and the link of a pathway."""
        source, file = self.screen.path("titles.json"), self.screen.path("titles.waymark")
        with open(source, "w", encoding="utf-8") as out:
            json.dump({"waymark": 1, "workspace": {"title": "Titles"}, "maps": [
                {"id": "m", "kind": "journey", "title": "Whole", "stages": [{"id": "s", "title": "First"}, {"id": "t", "title": "Second"}],
                 "lanes": [{"id": "l", "kind": "doing", "title": "Doing"}, {"id": "f", "kind": "feeling", "title": "Felt"}],
                 "cards": [{"id": "c", "stage": "s", "lane": "l", "text": "Ant"}],
                 "feelings": [{"id": "r", "stage": "s", "value": 2, "words": ["glad"]}]},
                {"id": "n", "kind": "pathway", "title": "Steps", "lanes": [{"id": "k", "kind": "person", "title": "Lane"}],
                 "steps": [{"id": "a", "lane": "k", "title": "One"}, {"id": "b", "lane": "k", "title": "Two"}],
                 "links": [{"id": "ab", "from": "a", "to": "b"}]}]}, out)
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
        self.screen.keys("ctrl+Next")
        self.screen.expect_state("grouping", "Map: Steps", FOCUSED)
        self.picture("Map: Steps")
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
        self.activate_room()
        self.screen.keys("Home")
        wait_for(lambda: maps[0]["stages"][0]["title"] in self.picture("").get_name(), "the first stage")
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


if __name__ == "__main__":
    unittest.main()
