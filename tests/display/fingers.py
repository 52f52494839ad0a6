# SPDX-License-Identifier: GPL-3.0-or-later
"""Fingers and a pen on a screen that `with-display --xorg` made: what is done here reaches the application as from a real panel.

The X server's own driver for tests (inputtest) listens on a socket for each; what is sent there is as in its protocol, version 1.1.
"""

import os
import socket
import struct
import time

VERSION, SYNC, MOTION, PROXIMITY, BUTTON, TOUCH = 0, 1, 2, 3, 4, 6
BEGIN, UPDATE, END = 18, 19, 20
AXES = 64
AXIS_END = 0xffff


class Device:
    def __init__(self, path, size):
        self.size = size
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect(path)
        self.send(VERSION, struct.pack("=HH", 1, 1))
        self.receive()

    def close(self):
        self.socket.close()

    def send(self, kind, rest):
        self.socket.sendall(struct.pack("=II", 8 + len(rest), kind) + rest)

    def receive(self):
        length, kind = struct.unpack("=II", self.socket.recv(8, socket.MSG_WAITALL))
        if length > 8:
            self.socket.recv(length - 8, socket.MSG_WAITALL)
        return kind

    def sync(self):
        """Returns when the server has seen all that was sent."""
        self.send(SYNC, b"")
        self.receive()

    def place(self, x, y):
        """Valuators 0 and 1, of pixels on the screen."""
        values = [x * AXIS_END / self.size[0], y * AXIS_END / self.size[1]] + [0.0] * (2 * AXES - 2)
        return struct.pack("=I8s4x128d", 0, b"\x03" + bytes(7), *values)


class Fingers(Device):
    """Touches are numbered by whoever makes them."""

    def __init__(self, size):
        super().__init__(os.environ["WAY_TOUCH"], size)

    def touch(self, number, kind, x, y):
        self.send(TOUCH, struct.pack("=II", number, kind) + self.place(x, y))
        self.sync()

    def down(self, x, y, number=1):
        self.touch(number, BEGIN, x, y)

    def move(self, x, y, number=1):
        self.touch(number, UPDATE, x, y)

    def up(self, x, y, number=1):
        self.touch(number, END, x, y)

    def tap(self, x, y):
        self.down(x, y)
        self.up(x, y)

    def drag(self, start, end, steps=10, rest=0):
        """One finger, which may rest before it moves; seconds."""
        self.down(*start)
        time.sleep(rest)
        for step in range(1, steps + 1):
            self.move(*(a + (b - a) * step / steps for a, b in zip(start, end)))
            time.sleep(0.01)
        self.up(*end)

    def spread(self, starts, ends, steps=10):
        """Two fingers, each from one place to another."""
        for number, start in enumerate(starts, 1):
            self.down(*start, number)
        for step in range(1, steps + 1):
            for number, (start, end) in enumerate(zip(starts, ends), 1):
                self.move(*(a + (b - a) * step / steps for a, b in zip(start, end)), number)
            time.sleep(0.01)
        for number, end in enumerate(ends, 1):
            self.up(*end, number)


class Pen(Device):
    def __init__(self, size):
        super().__init__(os.environ["WAY_PEN"], size)

    def near(self, x, y, is_near=True):
        self.send(PROXIMITY, struct.pack("=I4x", is_near) + self.place(x, y))
        self.sync()

    def move(self, x, y):
        self.send(MOTION, struct.pack("=I4x", 1) + self.place(x, y))
        self.sync()

    def press(self, x, y, is_press=True):
        self.send(BUTTON, struct.pack("=iiI4x", 1, 1, is_press) + self.place(x, y))
        self.sync()
