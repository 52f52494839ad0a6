# SPDX-License-Identifier: GPL-3.0-or-later
"""The application on a virtual screen: starting it, pressing keys, and finding things by role and name.

Nothing here sleeps for a fixed time: whatever is expected is looked for until it is there or patience ends.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from accessible import Atspi, GLib, applications  # noqa: E402

PATIENCE = int(os.environ.get("WAY_PATIENCE", 60))
# Menu items are left out: GTK's own popover menus give theirs no name here (4.18).
CONTROLS = {"button", "toggle button", "check box", "list item", "text", "entry", "combo box", "switch", "slider",
            "spin button", "link", "radio button", "tab"}


def wait_for(look, what):
    """Calls look() until it gives something; in between, what is looked at has time to go on."""
    end, pause = time.monotonic() + PATIENCE, 0.005
    while True:
        try:
            found = look()
        except GLib.Error:  # what was looked at is gone
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come to be")
        time.sleep(pause)
        pause = min(0.05, pause * 2)


def walk(node):
    return node.walk()


def walk_shown(node):
    return node.walk(shown=True)


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def is_choice(node):
    """What a combo row shows as chosen; libadwaita (1.7) names the row, and has the choice as a label in a list item."""
    row = node.get_parent().get_parent().get_parent().get_parent() if node.get_role_name() == "list item" else None
    return row is not None and row.get_role_name() == "combo box" and any(each.get_role_name() == "label" and each.get_name() for each in walk(node))


class Screen:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="way-display-test-")
        self.process = None

    def path(self, name):
        return os.path.join(self.folder, name)

    def make_sample(self, name="sample.waymark"):
        self.command("new", self.path(name), "--sample", "living-well")
        return self.path(name)

    def command(self, *words):
        return subprocess.run([os.environ["WAY_CLI"], *words], check=True, stdout=subprocess.PIPE, text=True).stdout

    def export(self, path):
        self.command("export", path, "--audience", "desk", "-o", self.path("out.json"))
        with open(self.path("out.json"), encoding="utf-8") as file:
            return json.load(file)

    def start(self, *words, leaks=True, warnings=True):
        """Without leaks, what is still held when the application ends is not looked at; without warnings, those do not end it."""
        self.found = None
        self.log = open(self.path("log"), "a+", encoding="utf-8")
        options = os.environ.get("ASAN_OPTIONS", "") + ("" if leaks else ":detect_leaks=0")
        self.process = subprocess.Popen([os.environ["WAY_APP"], *words], stdout=self.log, stderr=self.log,
                                        env={**os.environ, "G_DEBUG": "fatal-warnings" if warnings else "fatal-criticals", "ASAN_OPTIONS": options})
        wait_for(self.application, "the application")
        self.frame = wait_for(lambda: self.find("frame"), "a window")
        wait_for(lambda: self.frame.get_state_set().contains(Atspi.StateType.ACTIVE), "an active window")

    def application(self):
        if self.process.poll() is not None:
            self.log.seek(0)
            raise AssertionError(f"the application ended with {self.process.returncode}:\n{self.log.read()}")
        if self.found is None:
            self.found = next((each for each in applications() if each.get_process_id() == self.process.pid and each.get_child_count() > 0), None)
        return self.found

    def nodes(self, role):
        """All that is shown of that role."""
        return [node for node in walk_shown(self.application()) if node.get_role_name() == role]

    def find(self, role, name=None, state=Atspi.StateType.SHOWING):
        """The first shown thing of that role whose name holds that text, and that is in that state."""
        application = self.application()
        for node in walk_shown(application) if application is not None else ():
            if node.get_role_name() == role and (name is None or name in node.get_name()) and node.get_state_set().contains(state):
                return node
        return None

    def expect(self, role, name=None):
        return wait_for(lambda: self.find(role, name), f"{role} “{name}”")

    def expect_gone(self, role, name, state=Atspi.StateType.SHOWING):
        wait_for(lambda: self.find(role, name, state) is None, f"the end of {state.value_nick} {role} “{name}”")

    def expect_state(self, role, name, state):
        wait_for(lambda: self.find(role, name, state), f"{state.value_nick} {role} “{name}”")

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def save_as(self, path):
        """Answers GTK's question where something is to be saved, once it is asked: a page behind it may have a name too."""
        self.expect_state("text", "Name", Atspi.StateType.FOCUSED)
        self.keys("ctrl+a")
        self.type(path)
        self.keys("Return")

    def drag(self, node, target, linger=0):
        """From the middle of one thing to the middle of another, in steps as a hand would; trembling there so often before it lets go."""
        (x, y), (to_x, to_y) = [(box.x + box.width // 2, box.y + box.height // 2)
                                for box in (each.get_component_iface().get_extents(Atspi.CoordType.WINDOW) for each in (node, target))]
        left, top = self.frame_place()
        subprocess.run(["xdotool", "mousemove", str(left + x), str(top + y), "mousedown", "1"], check=True)
        for step in range(1, 11):
            subprocess.run(["xdotool", "mousemove", str(left + x + (to_x - x) * step // 10), str(top + y + (to_y - y) * step // 10)],
                           check=True)
        for step in range(linger):
            subprocess.run(["xdotool", "mousemove", str(left + to_x - step % 2), str(top + to_y)], check=True)
        subprocess.run(["xdotool", "mouseup", "1"], check=True)

    def place(self, node):
        """The middle of something, on the screen."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top = self.frame_place()
        return left + box.x + box.width // 2, top + box.y + box.height // 2

    def frame_place(self):
        """Where on the screen the window's extents are counted from.

        GTK (4.18) counts them from the window's own, which begin at the edge that it draws around itself, and leaves out how wide
        that edge is: once for the window, once more for what is in it.
        """
        window = subprocess.run(["xdotool", "getactivewindow"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
        lines = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], check=True, stdout=subprocess.PIPE, text=True).stdout
        place = dict(line.split("=") for line in lines.split())
        box = self.expect("frame").get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return int(place["X"]) - 2 * box.x, int(place["Y"]) - 2 * box.y

    def press(self, role, name):
        node = self.expect(role, name)
        node.get_action_iface().do_action(0)

    def click(self, node):
        wait_for(lambda: subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip(), "a window")
        x, y = self.place(node)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def close(self):
        self.keys("ctrl+w")
        self.wait_end()

    def wait_end(self):
        self.process.wait(PATIENCE)
        self.log.close()
        status, self.process = self.process.returncode, None
        if status != 0:
            with open(self.path("log"), encoding="utf-8") as file:
                raise AssertionError(f"the application ended with {status}:\n{file.read()}")

    def end(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.log.close()
        shutil.rmtree(self.folder)

    def nameless(self):
        """The controls on the screen that have no name to be read out."""
        return [f"{node.get_role_name()} in “{node.get_parent().get_name()}”" for node in walk(self.application())
                if node.get_role_name() in CONTROLS and is_shown(node) and not node.get_name().strip() and not is_choice(node)]
