# SPDX-License-Identifier: GPL-3.0-or-later
"""Started by the session bus, as desktops start an application whose desktop file says so."""

import os
import pathlib
import subprocess
import unittest

from gi.repository import Gio, GLib

import screen
from screen import Atspi, applications, wait_for

NAME, PATH = "org.waymark.Waymark", "/org/waymark/Waymark"


class Activation(unittest.TestCase):
    def setUp(self):
        self.screen = screen.Screen()
        self.addCleanup(self.screen.end)
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        services = pathlib.Path(os.environ["XDG_DATA_HOME"], "dbus-1", "services")
        services.mkdir(parents=True, exist_ok=True)
        entry = pathlib.Path(os.environ["WAY_SERVICE"]).read_text(encoding="utf-8")
        program = next(line for line in entry.splitlines() if line.startswith("Exec="))[5:].split()[0]
        self.assertEqual(os.path.basename(program), os.path.basename(os.environ["WAY_APP"]))
        (services / f"{NAME}.service").write_text(entry.replace(program, os.environ["WAY_APP"]), encoding="utf-8")
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig", None)
        self.addCleanup(self.quit)

    def call(self, name, path, interface, method, arguments):
        return self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 60_000)

    def application(self, method, arguments):
        self.call(NAME, PATH, "org.freedesktop.Application", method, arguments)

    def is_running(self):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         GLib.Variant("(s)", (NAME,))).unpack()[0]

    def quit(self):
        if self.is_running():
            self.application("ActivateAction", GLib.Variant("(sava{sv})", ("quit", [], {})))
            wait_for(lambda: not self.is_running(), "the end of the application")

    def frames(self):
        return [frame for each in applications() if each.get_name() == os.path.basename(os.environ["WAY_APP"]) for frame in each.get_children()]

    def test_open(self):
        path = self.screen.make_sample()
        self.assertFalse(self.is_running())
        self.application("Open", GLib.Variant("(asa{sv})", ([pathlib.Path(path).as_uri()], {})))
        wait_for(lambda: [frame for frame in self.frames() if "Living Well" in frame.get_name()], "the window of the file")
        subprocess.run([os.environ["WAY_APP"], path], check=True, timeout=60)
        self.assertEqual(len(self.frames()), 1)

    def test_actions(self):
        """What the icon of the application offers, each in a window of its own where one is taken."""
        self.application("ActivateAction", GLib.Variant("(sava{sv})", ("open-sample", [], {})))
        wait_for(lambda: [frame for frame in self.frames() if "Living Well" in frame.get_name()], "the sample")
        self.application("ActivateAction", GLib.Variant("(sava{sv})", ("new-workspace", [], {})))
        wait_for(lambda: len(self.frames()) == 2, "a second window")
        wait_for(lambda: [node for frame in self.frames() for node in screen.walk(frame) if node.get_role_name() == "table cell" and
                          node.get_state_set().contains(Atspi.StateType.FOCUSED)], "a template in focus")

    def test_activate(self):
        self.application("Activate", GLib.Variant("(a{sv})", ({},)))
        wait_for(lambda: len(self.frames()) == 1, "a window")
