# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of applications: all of a window at a look, where libatspi asks four times a widget.

GTK keeps a list of what it has told about, with roles, names and states, and gives it whole when it is asked. What is not in there yet
is asked for once. Names of methods are libatspi's.
"""

import functools
import struct
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi as Library, Gio, GLib  # noqa: E402

ROOT, NOTHING = "/org/a11y/atspi/accessible/root", "/org/a11y/atspi/null"
INTERFACE = "org.a11y.atspi."
EMPTY = {int(Library.Role.LABEL), int(Library.Role.IMAGE)}  # roles that have nothing in them
SHOWING = int(Library.StateType.SHOWING)
Library.get_desktop(0)  # starts the bus
bus = Gio.DBusConnection.new_for_address_sync(
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                                    Gio.DBusCallFlags.NONE, -1, None).unpack()[0],
    Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def call(place, interface, method, arguments=None):
    """What the thing at that place, a name on the bus and a path, answers; GLib.Error where it is gone."""
    return bus.call_sync(*place, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1, None).unpack()


class States(frozenset):
    def contains(self, state):
        return int(state) in self

    def get_states(self):
        return [Library.StateType(state) for state in sorted(self)]


@functools.lru_cache(None)
def states_of(words):
    return States(number for number in range(64) if words[number // 32] >> number % 32 & 1)


@functools.lru_cache(None)
def role_of(place):
    """Nothing becomes something else, and no path is used again."""
    return call(place, INTERFACE + "Accessible", "GetRole")[0]


class Node:
    def __init__(self, place):
        self.place = place
        self.seen = None  # role, name and states as a look that is going on has found them

    def __eq__(self, other):
        return isinstance(other, Node) and self.place == other.place

    def __hash__(self):
        return hash(self.place)

    def call(self, part, method, arguments=None):
        return call(self.place, INTERFACE + part, method, arguments)

    def get(self, part, name):
        return call(self.place, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (INTERFACE + part, name)))[0]

    def get_role_name(self):
        role = self.seen[0] if self.seen else role_of(self.place)
        return Library.role_get_name(Library.Role(role))

    def get_name(self):
        return self.seen[1] if self.seen else self.get("Accessible", "Name")

    def get_state_set(self):
        return self.seen[2] if self.seen else states_of(tuple(self.call("Accessible", "GetState")[0]))

    def get_description(self):
        return self.get("Accessible", "Description")

    def get_attributes(self):
        return self.call("Accessible", "GetAttributes")[0]

    def get_parent(self):
        return Node(self.get("Accessible", "Parent"))

    def get_children(self):
        return [Node(place) for place in self.call("Accessible", "GetChildren")[0] if place[1] != NOTHING]

    def get_child_count(self):
        return len(self.get_children())

    def get_child_at_index(self, index):
        children = self.get_children()
        return children[index] if index < len(children) else None

    def get_process_id(self):
        return call(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                    GLib.Variant("(s)", (self.place[0],)))[0]

    def has(self, part):
        return INTERFACE + part in self.call("Accessible", "GetInterfaces")[0]

    def get_component_iface(self):
        return self

    def get_text_iface(self):
        return self

    def get_action_iface(self):
        return self if self.has("Action") else None

    def get_extents(self, relative_to):
        return Box(*self.call("Component", "GetExtents", GLib.Variant("(u)", (int(relative_to),)))[0])

    def do_action(self, index):
        return self.call("Action", "DoAction", GLib.Variant("(i)", (index,)))[0]

    def walk(self, shown=False):
        """It and all that is in it, or what is shown of that, parents before their children."""
        if self.place[1] != ROOT:
            yield from self.walk_by_asking(shown)
            return
        look = Look(self.place, shown)
        for place in look.walk(self.place):
            node = Node(place)
            node.seen = look.seen(place)
            try:
                yield node
            finally:
                node.seen = None


    def walk_by_asking(self, shown):
        """The same, one after another: quicker where it is a small part of a window, or found early."""
        yield self
        for child in self.get_children():
            if not shown or SHOWING in child.get_state_set():
                yield from child.walk_by_asking(shown)


class Box:
    def __init__(self, x, y, width, height):
        self.x, self.y, self.width, self.height = x, y, width, height


class Look:
    """What an application is like at this moment: what is in what is asked of each, a level at once, and the rest is in GTK's list.

    The list alone (4.18) does not tell of what came to be shown and was never asked for.
    """

    def __init__(self, top, shown):
        self.name, self.items = top[0], {}
        self.look()
        self.inside = {}
        level = [top]
        while level:
            level = [place for place in level if self.may_hold(place)]
            found = children_of(level)
            if any(child not in self.items for each in found for child in each):
                self.look()
            for place, children in zip(level, found):
                self.inside[place] = [each for each in children if each in self.items and (not shown or SHOWING in self.seen(each)[2])]
            level = [child for place in level for child in self.inside[place]]

    def may_hold(self, place):
        return place not in self.items or self.items[place][0] not in EMPTY

    def look(self):
        self.items.update({place: rest for place, *rest in items_of(self.name)})

    def walk(self, top):
        """Parents before their children."""
        todo = [top]
        while todo:
            place = todo.pop()
            yield place
            todo += reversed(self.inside.get(place, []))

    def seen(self, place):
        return self.items[place]


def children_of(places):
    """Of each, all asked at once; none of what is gone."""
    found = [[]] * len(places)
    left = len(places)

    def answer(_, result, number):
        nonlocal left
        left -= 1
        try:
            found[number] = [place for place in bus.call_finish(result).unpack()[0] if place[1] != NOTHING]
        except GLib.Error:
            pass
    for number, place in enumerate(places):
        bus.call(*place, INTERFACE + "Accessible", "GetChildren", None, None, Gio.DBusCallFlags.NONE, -1, None, answer, number)
    while left:
        GLib.MainContext.default().iteration(True)
    return found


def items_of(name):
    """Place, role, name and states of all that an application has told about.

    Read from the body of the message, field after field: PyGObject takes ten times as long to unpack one as large as this.
    """
    message = Gio.DBusMessage.new_method_call(name, "/org/a11y/atspi/cache", INTERFACE + "Cache", "GetItems")
    reply, _ = bus.send_message_with_reply_sync(message, Gio.DBusSendMessageFlags.NONE, -1)
    reply.to_gerror()
    blob = reply.to_blob(Gio.DBusCapabilityFlags.NONE)
    number = struct.Struct("=I").unpack_from
    body = memoryview(blob)[len(blob) - number(blob, 4)[0]:]
    at, end = 8, 8 + number(body, 0)[0]
    while at < end:
        texts = []
        # Its own place, the application's and the parent's; then where it is there, how many are in it, and its interfaces.
        for each in range(3):
            at = at + 7 & -8
            at = take_texts(body, at, 2, texts)
        at = (at + 3 & -4) + 8
        at += 4 + number(body, at)[0]
        at = take_texts(body, at, 1, texts)
        at = at + 3 & -4
        role = number(body, at)[0]
        at = take_texts(body, at + 4, 1, texts)
        at = (at + 3 & -4) + 12
        states = number(body, at - 8)[0], number(body, at - 4)[0]
        yield (str(texts[0], "utf-8"), str(texts[1], "utf-8")), role, str(texts[6], "utf-8"), states_of(states)


def take_texts(body, at, count, texts):
    """Gives where they end; what is not wanted is never decoded."""
    for each in range(count):
        at = at + 3 & -4
        end = at + 4 + int.from_bytes(body[at:at + 4], sys.byteorder)
        texts.append(body[at + 4:end])
        at = end + 1
    return at


def applications():
    return Node(("org.a11y.atspi.Registry", ROOT)).get_children()


class Atspi:
    """The rest of libatspi's calls that are used here."""

    StateType, CoordType, EventListener = Library.StateType, Library.CoordType, Library.EventListener

    class Action:
        @staticmethod
        def get_n_actions(node):
            return node.get("Action", "NActions")

        @staticmethod
        def get_action_name(node, index):
            return node.call("Action", "GetName", GLib.Variant("(i)", (index,)))[0]

        do_action = Node.do_action

    class Component:
        get_extents = Node.get_extents

    class Text:
        @staticmethod
        def get_text(node, start, end):
            return node.call("Text", "GetText", GLib.Variant("(ii)", (start, end)))[0]

        @staticmethod
        def get_attribute_run(node, place, with_defaults):
            return node.call("Text", "GetAttributeRun", GLib.Variant("(ib)", (place, with_defaults)))

    class EditableText:
        @staticmethod
        def set_text_contents(node, text):
            return node.call("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))[0]

    class Value:
        @staticmethod
        def get_current_value(node):
            return node.get("Value", "CurrentValue")

        @staticmethod
        def set_current_value(node, value):
            call(node.place, "org.freedesktop.DBus.Properties", "Set",
                 GLib.Variant("(ssv)", (INTERFACE + "Value", "CurrentValue", GLib.Variant("d", value))))
