# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of the house finds what it is there to find, and lets good text pass."""

import os
import tempfile
import unittest

import rules

GOOD = """/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts text into lines. */
#include "config.h"
#include "scene/way-lines.h"

#include "base/way-text.h"

#include <pango/pangocairo.h>
"""


class Layers(unittest.TestCase):
    def complaints(self, path, text):
        return list(rules.layers(path, text))

    def test_good(self):
        self.assertEqual(self.complaints("src/scene/way-lines.c", GOOD), [])

    def test_upward(self):
        for path, include in [("src/base/way-a.c", "model/way-edit.h"), ("src/scene/way-a.c", "store/way-workspace.h"),
                              ("src/store/way-a.c", "scene/way-scene.h"), ("src/canvas/way-a.h", "store/way-workspace.h"),
                              ("src/exchange/way-a.c", "store/way-workspace.h"), ("src/app/way-a.c", "cli/way-new.h"),
                              ("src/cli/way-a.c", "canvas/way-canvas.h"), ("src/paint/way-a.c", "model/way-lens.h")]:
            with self.subTest(path=path, include=include):
                self.assertEqual(len(self.complaints(path, f'#include "{include}"\n')), 1)

    def test_unqualified(self):
        self.assertEqual(len(self.complaints("src/base/way-a.c", '#include "way-a.h"\n')), 1)
        self.assertEqual(len(self.complaints("src/base/way-a.c", '  # include "../model/way-a.h"\n')), 1)

    def test_library(self):
        for path, include in [("src/model/way-a.c", "sqlite3.h"), ("src/scene/way-a.c", "gtk/gtk.h"), ("src/scene/way-a.c", "cairo.h"),
                              ("src/store/way-a.c", "pango/pango.h"), ("src/canvas/way-a.c", "adwaita.h"),
                              ("src/cli/way-a.c", "gtk/gtk.h"), ("src/model/way-a.c", "json-glib/json-glib.h")]:
            with self.subTest(path=path, include=include):
                self.assertEqual(len(self.complaints(path, f"#include <{include}>\n")), 1)

    def test_unknown_room(self):
        self.assertEqual(len(self.complaints("src/attic/way-a.c", "")), 1)

    def test_comment_is_not_an_include(self):
        self.assertEqual(self.complaints("src/base/way-a.c", '/*\n#include "model/way-edit.h"\n*/\n'), [])

    def test_main_is_outside(self):
        self.assertEqual(self.complaints("src/main.c", '#include "cli/way-cli.h"\n#include "app/way-app.h"\n'), [])

    def test_ring(self):
        ring = {"base/a.h": '#include "base/b.h"\n', "base/b.h": '#include "base/c.h"\n', "base/c.h": '#include "base/a.h"\n'}
        self.assertEqual(len(list(rules.rings(ring))), 1)
        tree = {"base/a.h": '#include "base/b.h"\n#include "base/c.h"\n', "base/b.h": '#include "base/c.h"\n', "base/c.h": ""}
        self.assertEqual(list(rules.rings(tree)), [])


class Sizes(unittest.TestCase):
    def function(self, lines):
        return "int\nfoo (void)\n{\n" + "  bar ();\n" * (lines - 2) + "}\n"

    def test_function(self):
        self.assertEqual(list(rules.sizes("a.c", self.function(80))), [])
        self.assertEqual(len(list(rules.sizes("a.c", self.function(81)))), 1)
        self.assertEqual(len(list(rules.sizes("a.c", "int foo (void) {\n" + "  bar ();\n" * 90 + "}\n"))), 1)

    def test_table_is_not_a_function(self):
        self.assertEqual(list(rules.sizes("a.c", "static const int a[] =\n{\n" + "  1,\n" * 200 + "};\n")), [])

    def test_file(self):
        self.assertEqual(list(rules.sizes("a.c", "\n" * 800)), [])
        self.assertEqual(len(list(rules.sizes("a.c", "\n" * 801))), 1)
        self.assertEqual(list(rules.sizes("a.ui", "\n" * 400)), [])
        self.assertEqual(len(list(rules.sizes("a.ui", "\n" * 401))), 1)


class Opening(unittest.TestCase):
    def test_good(self):
        self.assertEqual(list(rules.opening("a.c", GOOD)), [])
        self.assertEqual(list(rules.opening("a.c", GOOD.replace("text into", "text/words (2/3)\n * into"))), [])
        self.assertEqual(list(rules.opening("a.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: GPL-3.0-or-later\n\"\"\"Says.\"\"\"\n")), [])
        self.assertEqual(list(rules.opening("a.h", "/* SPDX-License-Identifier: GPL-3.0-or-later */\n#pragma once\n")), [])

    def test_bad(self):
        for path, text in [("a.c", "/* Cuts text. */\n"), ("a.c", ""),
                           ("a.c", "/* SPDX-License-Identifier: GPL-3.0-or-later */\n#include <glib.h>\n"),
                           ("a.c", "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* */\n/* Says. */\n"),
                           ("a.c", "/* SPDX-License-Identifier: MIT */\n/* Cuts text. */\n"),
                           ("a.h", "/* SPDX-License-Identifier: GPL-3.0-or-later */\n#ifndef A\n"),
                           ("a.py", "# SPDX-License-Identifier: GPL-3.0-or-later\nimport os\n")]:
            with self.subTest(path=path, text=text):
                self.assertEqual(len(list(rules.opening(path, text))), 1)


class Words(unittest.TestCase):
    def test_forbidden(self):
        for text in ["gtk_dialog_new ();", "GtkTreeView *view;", "gtk_combo_box_text_new ()", "gtk_file_chooser_native_new (",
                     "G_GNUC_BEGIN_IGNORE_DEPRECATIONS", "gtk_widget_show (w);", "adw_message_dialog_new (", "strcpy (a, b);",
                     "#pragma GCC diagnostic ignored \"-Wdeprecated-declarations\"", "gtk_style_context_add_class (c, \"x\");"]:
            with self.subTest(text=text):
                self.assertEqual(len(list(rules.forbidden("src/app/a.c", text + "\n"))), 1)

    def test_allowed(self):
        good = "gtk_file_dialog_open ();\ngtk_style_context_add_provider_for_display ();\n/* Not gtk_dialog_new(). */\ngtk_drop_down_new ();\n"
        self.assertEqual(list(rules.forbidden("src/app/a.c", good)), [])

    def test_plain(self):
        reminder, path = "TO" "DO", "/ro" "ot/x"
        for text in ["a \n", f"/* {reminder}: more */\n", f'"{path}"\n', "  a;\t\n", "no end"]:
            with self.subTest(text=text):
                self.assertTrue(list(rules.plain("src/a.c", text)))
        self.assertEqual(list(rules.plain("dev", 'cat "$root/etc/passwd" "$root"/* src/root/x\n')), [])

    def test_hosts(self):
        self.assertEqual(len(list(rules.hosts("src/a.c", '"htt' 'ps://tracker.net/x"\n'))), 1)
        self.assertEqual(len(list(rules.hosts("docs/a.md", "htt" "p://deb.nowhere.net/debian\n"))), 1)
        self.assertEqual(list(rules.hosts("src/a.c", '"http://www.w3.org/2000/svg"\n')), [])
        self.assertEqual(len(list(rules.hosts("flatpak/a.json", '"htt' 'ps://tracker.net/x"\n'))), 1)
        self.assertEqual(list(rules.hosts("flatpak/modules/a.json", '"htt' 'ps://source.net/x"\n')), [])

    def test_interface(self):
        self.assertEqual(len(list(rules.interface("a.ui", '<property name="label">Open</property>\n'))), 1)
        self.assertEqual(list(rules.interface("a.ui", '<property name="label" translatable="yes">Open</property>\n')), [])
        self.assertEqual(list(rules.interface("a.ui", '<property name="label">×</property>\n')), [])


class Potfiles(unittest.TestCase):
    FILES = {"src/a.c": '_("Open")', "src/b.c": 'x = C_ ("menu", "Open");', "src/c.c": '/* _("Open") */', "ui/a.ui": 'translatable="yes"',
             "src/d.c": 'ngettext ("one", "more", n)', "src/e.h": "#define _(x) gettext (x)"}
    LIST = "src/a.c\nsrc/b.c\nsrc/d.c\nui/a.ui\n"

    def test_good(self):
        self.assertEqual(list(rules.potfiles(self.LIST, self.FILES)), [])

    def test_missing_extra_and_twice(self):
        for text in [self.LIST.replace("src/b.c\n", ""), self.LIST + "src/c.c\n", self.LIST + "src/none.c\n", self.LIST + "src/a.c\n"]:
            with self.subTest(text=text):
                self.assertEqual(len(list(rules.potfiles(text, self.FILES))), 1)


class Tree(unittest.TestCase):
    def test_what_is_ours(self):
        with tempfile.TemporaryDirectory() as top:
            for path in ["src/base/a.c", "dev", "notes.txt", "build/x.c", "out/x.svg", "build-aux/x", "docs/a.png", "tests/__pycache__/a.py"]:
                os.makedirs(os.path.dirname(os.path.join(top, path)), exist_ok=True)
                with open(os.path.join(top, path), "w", encoding="utf-8") as file:
                    file.write("x")
            self.assertEqual(sorted(rules.ours(top)), ["build-aux/x", "dev", "src/base/a.c"])
            self.assertEqual(rules.read_tree(top)["src/base/a.c"], "x")
