# SPDX-License-Identifier: GPL-3.0-or-later
"""A small window of another application: prints the files that are dropped on it, and hands out the one it was given."""

import sys

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def dropped(target, files, x, y):
    for file in files.get_files():
        print(file.get_path(), flush=True)
    return True


def offer(source, x, y):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(sys.argv[1])])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


Gtk.init()
window = Gtk.Window(title="Neighbour", default_width=200, default_height=200, decorated=False)
target = Gtk.DropTarget.new(Gdk.FileList, Gdk.DragAction.COPY)
target.connect("drop", dropped)
window.add_controller(target)
if len(sys.argv) > 1:
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", offer)
    window.add_controller(source)
window.present()
GLib.MainLoop().run()
