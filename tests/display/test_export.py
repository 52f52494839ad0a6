# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting from the window: by keyboard, without freezing it, and with nothing in the file that its audience may not see."""

import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import CONTROLS, Atspi, Screen, is_shown, wait_for, walk  # noqa: E402

FOCUSED, CHECKED = Atspi.StateType.FOCUSED, Atspi.StateType.CHECKED

# Prints how large the picture on the clipboard is.
LOOK = """
import gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
loop = GLib.MainLoop()
def ready(clipboard, result):
    texture = clipboard.read_texture_finish(result)
    print(texture.get_width(), texture.get_height())
    loop.quit()
Gdk.Display.get_default().get_clipboard().read_texture_async(None, ready)
loop.run()
"""

READ = LOOK.replace("read_texture_", "read_text_").replace("texture.get_width(), texture.get_height()", "texture")


class Export(unittest.TestCase):
    words_of = ("PDF", "SVG", "PNG", "JSON", "Text", "CSV", "Mermaid", "Graphviz")
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.end)
        self.file = self.screen.make_sample()
        self.before = self.screen.export(self.file)
        self.first = self.before["maps"][0]

    def open(self, leaks=True):
        self.screen.start(self.file, leaks=leaks)
        self.screen.expect("grouping", "Map: ")

    def ask(self):
        """Opens the dialog and takes what it offers."""
        self.screen.keys("ctrl+e")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.keys("alt+e")

    def choose(self, key, word, steps):
        """Takes another entry of a drop-down, `steps` below the one that is chosen."""
        self.screen.keys("alt+" + key)
        self.screen.expect("label", word)
        self.screen.expect_state("list item", "", FOCUSED)
        self.screen.keys(*["Down"] * steps, "Return")
        self.screen.expect_gone("list item", "", FOCUSED)

    def quotes_for(self, *audiences):
        """The quotes on the first map whose widest audience is one of these."""
        quotes = {quote["id"]: (story, story["text"][quote["start"]:quote["end"]])
                  for story in self.before["stories"] for quote in story.get("quotes", [])}
        on_map = {card["id"] for card in self.first["cards"]}
        tied = [quotes[each["quote"]] for each in self.before["evidence"] if each.get("quote") and each["on"] in on_map]
        texts = [text for story, text in tied if story.get("consent", {}).get("audience", "none") in audiences]
        self.assertTrue(texts, "no quotes on the map to look for")
        return texts

    def test_the_file_is_saved_first(self):
        """What was typed just before is in the workspace's own file and in what is exported."""
        self.open()
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", Atspi.StateType.SELECTED)
        self.screen.type("Zanzibar")
        self.screen.expect("text", "New card")
        self.ask()
        self.screen.save_as(self.screen.path("map.pdf"))
        self.screen.expect("label", "Exported to “map.pdf”")
        self.screen.expect("button", "Open")
        self.screen.expect("button", "Show in Folder")
        self.assertEqual(self.screen.nameless(), [])
        words = self.words(self.screen.path("map.pdf"))
        self.assertIn("Zanzibar", words)
        self.assertIn(self.first["title"], words)
        self.assertNotIn("whatever was agreed", words)
        copy = self.screen.path("copy.waymark")
        with open(self.file, "rb") as source, open(copy, "wb") as target:
            target.write(source.read())
        self.assertIn("Zanzibar", str(self.screen.export(copy)))

    def test_by_keyboard_for_a_workshop(self):
        """What a workshop may not see is not in the file; what it may see is, and both are remembered."""
        self.open()
        self.screen.keys("ctrl+e")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.expect("image", "Preview of “" + self.first["title"])
        self.screen.keys("alt+w")
        self.screen.expect_state("radio button", "Workshop", CHECKED)
        self.choose("p", "A3", 2)
        self.screen.expect("label", "420 × 297 mm")
        self.screen.keys("alt+e")
        self.screen.save_as(self.screen.path("wall.pdf"))
        self.screen.expect("label", "Exported to “wall.pdf”")
        self.screen.expect("label", "With only what a workshop may see")
        words = " ".join(self.words(self.screen.path("wall.pdf")).split())
        for text in self.quotes_for("none", "team"):
            self.assertNotIn(text, words)
        for text in self.quotes_for("workshop", "public"):
            self.assertIn(text[:20], words)
        size = subprocess.run(["pdfinfo", self.screen.path("wall.pdf")], check=True, stdout=subprocess.PIPE, text=True).stdout
        self.assertIn("A3", size)
        self.screen.keys("ctrl+e")
        self.screen.expect_state("radio button", "Workshop", FOCUSED)
        self.screen.expect("label", "420 × 297 mm")

    def printed(self, name):
        """Chooses the printer that writes files, and waits for the one it writes, beside the workspace."""
        self.screen.expect("table row", "Print to File")
        self.screen.keys("Tab")
        self.screen.expect_state("table row", "Print to File", FOCUSED)
        self.screen.keys("space")
        wait_for(lambda: next(each for each in self.screen.nodes("button") if each.get_name() == "Print").get_state_set().contains(
            Atspi.StateType.SENSITIVE), "a printer")
        next(each for each in self.screen.nodes("button") if each.get_name() == "Print").get_action_iface().do_action(0)
        self.screen.expect("label", "Sent to the printer. With only what")
        path = self.screen.path(name)
        # The words may still be those of what was printed before.
        wait_for(lambda: subprocess.run(["pdfinfo", path], capture_output=True).returncode == 0, name)
        info = subprocess.run(["pdfinfo", path], check=True, stdout=subprocess.PIPE, text=True).stdout
        return " ".join(self.words(path).split()), info

    def test_printed(self):
        """A map for a workshop, and the sheet of a persona: what the export makes, and nothing of it left behind."""
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.screen.folder)
        self.open(leaks=False)  # GTK (4.18) keeps the settings and the task of everything it printed
        self.screen.keys("ctrl+p")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.keys("alt+w")
        self.screen.expect_state("radio button", "Workshop", CHECKED)
        self.screen.keys("alt+i")
        self.screen.expect("dialog", f"Print “{self.first['title']}”")
        self.screen.press("button", "Cancel")
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("ctrl+p")
        self.screen.expect_state("radio button", "Workshop", FOCUSED)
        self.screen.keys("alt+i")
        self.screen.expect("dialog", f"Print “{self.first['title']}”")
        words, info = self.printed(f"{self.first['title']}, for a workshop.pdf")
        for text in self.quotes_for("none", "team"):
            self.assertNotIn(text, words)
        for text in self.quotes_for("workshop", "public"):
            self.assertIn(text[:20], words)
        self.assertIn("A4", info)
        persona = self.before["personas"][0]
        self.screen.keys("ctrl+shift+p")
        self.screen.expect_state("text", "Name", FOCUSED)
        self.screen.keys("ctrl+p")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.keys("alt+i")
        self.screen.expect("dialog", f"Print “{persona['name']}”")
        words, _ = self.printed(f"{persona['name']}.pdf")
        self.assertIn(persona["barriers"][-1], words)
        self.assertEqual([name for name in os.listdir(tempfile.gettempdir()) if name.startswith("waymark-") and name.endswith(".pdf")], [])
        self.screen.close()

    def test_every_control_of_the_dialog_has_a_name(self):
        """The rows within a drop-down are its own business: it is the drop-down that is read out."""
        self.open()
        self.screen.keys("ctrl+e")
        self.screen.expect("image", "Preview of “")
        dialog = self.screen.expect("dialog", "Export")

        def within_combo(node):
            while node is not None and node.get_role_name() != "combo box":
                node = node.get_parent()
            return node is not None

        nameless = [node.get_role_name() for node in walk(dialog) if node.get_role_name() in CONTROLS | {"image"} and
                    is_shown(node) and not node.get_name().strip() and not within_combo(node)]
        self.assertEqual(nameless, [])
        self.assertIsNone(self.screen.find("radio button", "Desk"))

    def test_a_backup_is_not_remembered(self):
        """Everything only ever comes out when it is asked for."""
        self.open()
        self.screen.keys("ctrl+e")
        self.screen.expect("image", "Preview of “")
        self.choose("f", "JSON", 3)
        self.screen.expect("label", "It has no pages")
        self.screen.keys("alt+b")
        self.screen.expect("label", "It is never to be shown")
        self.screen.keys("alt+e")
        self.screen.save_as(self.screen.path("all.json"))
        self.screen.expect("label", "Backup in “all.json”")
        with open(self.screen.path("all.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file), self.before)
        self.screen.keys("ctrl+e")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.expect("label", "It has no pages")

    def test_copied(self):
        """A map that is copied as SVG and pasted as text holds what the public may see, and says so."""
        self.open()
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("Right")
        self.screen.expect_state("list item", "card 1 of", Atspi.StateType.SELECTED)
        self.screen.keys("ctrl+shift+g")
        self.screen.expect("label", "Map copied, with only what the public may see")
        self.screen.keys("Insert")
        self.screen.expect("text", "New card")
        self.screen.keys("ctrl+v")
        self.screen.expect("text", "New card")
        self.screen.keys("Return")
        self.screen.expect("list item", "<svg")
        self.screen.close()
        pasted = next(card["text"] for each in self.screen.export(self.file)["maps"] for card in each.get("cards", []) if "<svg" in card["text"])
        self.assertIn(self.first["title"], pasted)
        for text in self.quotes_for("none", "team", "workshop"):
            self.assertNotIn(text[:20], pasted)

    def test_copied_in_words(self):
        """The account of a map, pasted where a card is typed."""
        self.open()
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys("F10")
        self.screen.expect("menu item")
        self.screen.keys("c", "x")
        self.screen.expect("label", "Map copied, with only what the public may see")
        text = subprocess.run([sys.executable, "-c", READ], check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout
        self.assertTrue(text.startswith(self.first["title"]))
        for quote in self.quotes_for("none", "team", "workshop"):
            self.assertNotIn(quote[:20], text)
        for quote in self.quotes_for("public"):
            self.assertIn(quote[:20], text)

    def test_copied_as_a_picture(self):
        self.open()
        self.screen.keys("ctrl+shift+c")
        self.screen.expect("label", "Map copied, with only what the public may see")
        size = subprocess.run([sys.executable, "-c", LOOK], check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout
        width, height = map(int, size.split())
        self.assertGreater(width, 1000)
        self.assertGreater(height, 500)

    def ask_about_pathway(self, *keys, warnings=True):
        self.screen.start("--page", "map-asking", self.file, warnings=warnings)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        self.screen.keys(*keys, "ctrl+e")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.expect("image", "Preview of “")

    def read(self, name):
        with open(self.screen.path(name), encoding="utf-8-sig", newline="") as file:
            return file.read()

    def test_pathways_in_words(self):
        """Each format of the command line: a preview in words, what is not in it, and the same file as the command line writes."""
        # Now and then GTK (4.18) draws a part of a scrollbar, or of the list of formats, before it has given it a place, and warns of that.
        self.ask_about_pathway(warnings=False)
        for format, extension, beginning in (("Text", "txt", "Asking"), ("CSV", "csv", "kind,id,title"),
                                             ("Mermaid", "mmd", "flowchart LR"), ("Graphviz", "dot", "digraph")):
            index = self.words_of.index(format)
            self.screen.keys("alt+f")
            self.screen.expect("label", format + ",")
            self.screen.expect_state("list item", "", FOCUSED)
            self.screen.keys("Home", *["Down"] * index, "Return")
            self.screen.expect("text", "Preview of “")
            wait_for(lambda: beginning in Atspi.Text.get_text(self.screen.find("text", "Preview of “"), 0, 200), beginning)
            self.screen.expect("label", "not in it")
            self.screen.expect_gone("combo box", "Paper")
            self.assertEqual(self.screen.nameless(), [])
            self.screen.keys("alt+e")
            self.screen.save_as(self.screen.path("map." + extension))
            self.screen.expect("label", f"Exported to “map.{extension}”")
            self.screen.keys("ctrl+s")
            self.screen.command("export", self.file, "--map", "map-asking", "-o", self.screen.path("same." + extension))
            self.assertEqual(self.read("map." + extension), self.read("same." + extension))
            self.screen.keys("ctrl+e")
            self.screen.expect_state("radio button", "Public", FOCUSED)
            self.screen.expect("text", "Preview of “")
        # For whom it is read, and how much that leaves out.
        self.screen.keys("alt+r")
        self.screen.expect_state("list item", "", FOCUSED)
        self.screen.keys("End", "Return")
        self.screen.expect("label", "Left out: 3 lanes, 7 steps and 9 links")
        self.screen.keys("alt+e")
        self.screen.save_as(self.screen.path("person.dot"))
        self.screen.expect("label", "Exported to “person.dot”")
        done = subprocess.run([os.environ["WAY_CLI"], "export", self.file, "--map", "map-asking", "--reading", "person", "-o",
                               self.screen.path("same.dot")], check=True, stderr=subprocess.PIPE, text=True)
        self.assertIn("Left out: 3 lanes, 7 steps and 9 links", done.stderr)
        self.assertEqual(self.read("person.dot"), self.read("same.dot"))
        self.assertNotIn("Weekly meeting", self.read("person.dot"))

    def test_scenarios_and_versions(self):
        """What lies over the map in the window is what is offered first, and is in the file."""
        self.screen.start("--page", "map-asking-2", self.file)
        self.screen.expect_state("grouping", "Map: ", FOCUSED)
        scenario = next(each for each in self.before["maps"] if each["id"] == "map-asking-2")["scenarios"][0]
        self.screen.keys("ctrl+e")
        self.screen.expect_state("radio button", "Public", FOCUSED)
        self.screen.expect("image", "Preview of “")
        self.screen.expect("label", "None over the map")
        self.screen.keys("alt+s")
        self.screen.press("check box", scenario["title"])
        self.screen.expect("label", "1 over the map")
        self.choose("d", "Asking", 1)
        self.choose("f", "SVG", 1)
        self.screen.keys("alt+e")
        self.screen.save_as(self.screen.path("over.svg"))
        self.screen.expect("label", "Exported to “over.svg”")
        self.screen.command("export", self.file, "--map", "map-asking-2", "--scenario", scenario["id"], "--compare", "map-asking",
                            "-o", self.screen.path("same.svg"))
        self.assertEqual(self.read("over.svg"), self.read("same.svg"))
        self.assertIn(scenario["title"], self.read("over.svg"))

    def words(self, path):
        return subprocess.run(["pdftotext", path, "-"], check=True, stdout=subprocess.PIPE, text=True).stdout

    def test_a_folder_that_takes_nothing(self):
        folder = self.screen.path("locked")
        os.mkdir(folder)
        os.chmod(folder, 0o555)
        if os.access(folder, os.W_OK):
            self.skipTest("whoever runs this may write anywhere")
        self.open()
        self.ask()
        self.screen.save_as(os.path.join(folder, "map.pdf"))
        self.screen.expect("label", "Nothing Was Exported")
        self.screen.expect("label", "cannot be written there")
        self.assertEqual(os.listdir(folder), [])

    def test_cancel(self):
        """A reader that does not come holds the export up; the window says so, and lets it be stopped."""
        pipe = self.screen.path("map.pdf")
        os.mkfifo(pipe)
        self.open()
        self.ask()
        self.screen.save_as(pipe)
        self.screen.press("button", "Replace")
        self.screen.expect("label", "Exporting…")
        self.screen.expect("progress bar", "How much is done")
        self.screen.press("button", "Cancel")
        self.screen.expect_gone("label", "Exporting…")
        with open(pipe, "rb") as end:
            self.assertEqual(end.read(), b"")
        self.screen.expect("label", "Cancelled; nothing was exported")
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))
        self.assertEqual([name for name in os.listdir(self.screen.folder) if name.startswith(".waymark")], [])

    def test_closing_meanwhile(self):
        """Closing stops what was begun, and the application ends when that has stopped."""
        pipe = self.screen.path("map.pdf")
        os.mkfifo(pipe)
        # GTK's own file chooser is still reading the folder when the application ends.
        self.screen.start(self.file, leaks=False)
        self.screen.expect("grouping", "Map: ")
        self.ask()
        self.screen.save_as(pipe)
        self.screen.press("button", "Replace")
        self.screen.expect("label", "Exporting…")
        self.screen.keys("alt+F4")
        self.screen.expect_gone("label", "Exporting…")
        self.screen.keys("alt+F4")
        wait_for(lambda: self.screen.application().get_child_count() == 0, "the end of the window")
        with open(pipe, "rb") as end:
            self.assertEqual(end.read(), b"")
        self.screen.wait_end()


if __name__ == "__main__":
    unittest.main()
