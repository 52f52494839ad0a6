# SPDX-License-Identifier: GPL-3.0-or-later
"""Projectors that come and go while a map is shown: the room finds them by itself, and is never over the desk unasked."""

import os
import re
import subprocess
import sys
import unittest
import unittest.mock

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, wait_for  # noqa: E402

DESK, PROJECTOR = (0, 0, 1280, 800), (1280, 0, 1280, 800)


def xrandr(*words):
    subprocess.run(["xrandr", *words], check=True, stdout=subprocess.DEVNULL)


def plug():
    xrandr("--output", "DUMMY1", "--mode", "1280x800", "--right-of", "DUMMY0")


def unplug():
    xrandr("--output", "DUMMY1", "--off")


class Monitors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The server knows what can be plugged once it has looked.
        xrandr("--addmode", "DUMMY1", "1280x800")
        plug()
        xrandr()
        unplug()

    def setUp(self):
        self.addCleanup(unplug)
        # What is given back is filled with something else at once.
        fill = {"MALLOC_PERTURB_": "165", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":max_free_fill_size=65536:free_fill_byte=165"}
        change = unittest.mock.patch.dict(os.environ, fill)
        change.start()
        self.addCleanup(change.stop)
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        file = self.screen.make_sample()
        self.title = self.screen.export(file)["workspace"]["title"]
        self.screen.start(file)
        self.screen.expect_state("grouping", "Map: ", Atspi.StateType.FOCUSED)

    def windows(self):
        """Where the windows are, from the lowest to the highest."""
        places = {}
        order = subprocess.run(["xprop", "-root", "_NET_CLIENT_LIST_STACKING"], stdout=subprocess.PIPE, text=True, check=True).stdout
        for window in re.findall("0x[0-9a-f]+", order):
            about = subprocess.run(["xwininfo", "-id", window], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
            if "IsViewable" in about:
                numbers = [int(re.search(rf"{each}: *(-?\d+)", about)[1]) for each in ("upper-left X", "upper-left Y", "Width", "Height")]
                places[re.search('"(.*)"', about)[1]] = tuple(numbers)
        return places

    def expect_room(self, place):
        wait_for(lambda: self.windows().get("Room") == place, f"the room at {place}")

    def active(self):
        return subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True).stdout.strip()

    def expect_active(self, name):
        wait_for(lambda: self.active() == name, f"“{name}” to have the keys")

    def test_room_goes_to_the_projector(self):
        plug()
        self.screen.keys("F5")
        self.expect_room(PROJECTOR)
        self.expect_active("Room")
        self.assertLess(self.windows()[self.title][0], 1280)

    def test_projector_is_plugged_and_unplugged(self):
        self.screen.keys("F5")
        wait_for(lambda: "Room" in self.windows(), "the room's window")
        self.assertNotEqual(self.windows()["Room"], DESK)
        plug()
        self.expect_room(PROJECTOR)
        unplug()
        # Whole on the screen that is left, and behind the desk.
        wait_for(lambda: list(self.windows()) == ["Room", self.title], "the desk in front")
        x, y, width, height = self.windows()["Room"]
        self.assertTrue(x >= 0 and y >= 0 and x + width <= 1280 and y + height <= 800, (x, y, width, height))
        self.expect_active(self.title)
        # What had the keys has them again after a loose cable, and not otherwise.
        plug()
        self.expect_room(PROJECTOR)
        self.expect_active("Room")
        subprocess.run(["xdotool", "search", "--name", f"^{self.title}$", "windowactivate", "--sync"], check=True)
        unplug()
        wait_for(lambda: self.windows().get("Room", PROJECTOR) != PROJECTOR, "the room in a window")
        plug()
        self.expect_room(PROJECTOR)
        self.expect_active(self.title)

    def test_desk_is_put_on_the_projector(self):
        plug()
        self.screen.keys("F5")
        self.expect_room(PROJECTOR)
        subprocess.run(["xdotool", "search", "--name", f"^{self.title}$", "windowmove", "1320", "10"], check=True)
        self.expect_room(DESK)

    def test_projector_is_unplugged_after_the_end(self):
        """GTK 4.18 looks for the window that is gone, and takes the application with it where that memory is something else's by then."""
        plug()
        for _ in range(3):
            self.screen.keys("F5")
            self.expect_room(PROJECTOR)
            self.expect_active("Room")
            self.screen.keys("Escape")
            wait_for(lambda: "Room" not in self.windows(), "the end of the room")
            self.expect_active(self.title)
        unplug()
        self.screen.keys("F5")
        wait_for(lambda: "Room" in self.windows(), "the room's window")
        self.screen.keys("Escape")
        wait_for(lambda: "Room" not in self.windows(), "the end of the room")
        self.screen.close()


if __name__ == "__main__":
    unittest.main()
