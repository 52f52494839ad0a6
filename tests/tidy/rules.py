# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house, each a function of a path and a text that gives the sentences of what is wrong.

`python3 tests/tidy/rules.py >po/POTFILES.in` writes the list of files with words to translate anew.
"""

import os
import re

ROOMS = {
    "base": set(),
    "model": {"base"},
    "store": {"model", "base"},
    "scene": {"model", "base"},
    "paint": {"scene", "base"},
    "exchange": {"paint", "scene", "model", "base"},
    "canvas": {"paint", "scene", "model", "base"},
    "app": {"base", "model", "store", "scene", "paint", "exchange", "canvas"},
    "cli": {"base", "model", "store", "scene", "paint", "exchange"},
}

# Which rooms may include which libraries. What is not named here is GLib, GIO or the C library.
LIBRARIES = [
    (r"sqlite3\.h", {"store"}),
    (r"pango/pangocairo\.h", {"scene", "paint", "exchange", "canvas", "app"}),
    (r"pango/.*", {"scene", "paint", "exchange", "canvas", "app"}),
    (r"cairo.*", {"paint", "exchange", "canvas", "app"}),
    (r"(json-glib|qpdf|libxml2?)/.*", {"exchange", "cli"}),
    (r"(gtk|gdk|gsk)/.*", {"canvas", "app"}),
    (r"libspelling\.h", {"canvas"}),
    (r"adwaita\.h", {"app"}),
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

FORBIDDEN = [
    (r"\b(gtk_dialog_|GTK_DIALOG\b|GTK_TYPE_DIALOG\b|GtkDialog\b)", "GtkDialog is deprecated; use AdwDialog or AdwAlertDialog"),
    (r"\b(gtk_message_dialog_|GtkMessageDialog\b)", "GtkMessageDialog is deprecated; use AdwAlertDialog"),
    (r"\b(gtk_file_chooser_|GtkFileChooser\w*|GTK_FILE_CHOOSER)", "GtkFileChooser is deprecated; use GtkFileDialog"),
    (r"\b(gtk_tree_(view|model|store|selection|path|iter)|gtk_list_store_|gtk_cell_renderer|gtk_icon_view|GtkTreeView\b)",
     "tree views are deprecated; use GtkListView or GtkColumnView"),
    (r"\b(gtk_combo_box|GtkComboBox)", "GtkComboBox is deprecated; use GtkDropDown or AdwComboRow"),
    (r"\bgtk_(color|font|app|lock)_(chooser|button)_", "this chooser is deprecated"),
    (r"\bgtk_(info_bar|statusbar|assistant|volume_button)_", "this widget is deprecated"),
    (r"\bgtk_widget_(get_style_context|get_allocation|get_allocated_(width|height|baseline)|show|hide|show_all|destroy)\b",
     "this call is deprecated"),
    (r"\bgtk_style_context_(?!add_provider_for_display|remove_provider_for_display)", "GtkStyleContext is deprecated"),
    (r"\bgtk_(css_provider_load_from_data|show_uri|show_uri_full|image_new_from_pixbuf|picture_new_for_pixbuf)\b",
     "this call is deprecated"),
    (r"\badw_(message_dialog|about_window|preferences_window|leaflet|flap|squeezer|view_switcher_title)_",
     "this libadwaita widget is deprecated"),
    (r"\bG_GNUC_(BEGIN|END)_IGNORE_DEPRECATIONS\b", "deprecated calls are not to be hidden"),
    (r'#\s*pragma\s+(GCC|clang)\s+diagnostic\s+ignored\s+"-Wdeprecated', "deprecated calls are not to be hidden"),
    (r"\bgdk_pixbuf_", "use GdkTexture in place of GdkPixbuf"),
    (r"\b(strcpy|strcat|sprintf|vsprintf|gets|system|popen|tmpnam|mktemp)\s*\(", "this call is unsafe"),
    (r"\bg_type_class_add_private\b|\bg_object_newv\b|\bg_slice_", "this GLib call is outdated"),
]

# XML names that look like addresses and are never fetched, and the address that stands for none.
NAMES = {
    "www.w3.org", "purl.org", "ns.adobe.com", "www.freedesktop.org", "www.gtk.org", "www.inkscape.org", "www.example.org",
    "example.org", "example.com", "example.net", "www.aiim.org", "iptc.org", "openbox.org", "creativecommons.org", "www.debian.org",
}

TRANSLATABLE_C = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?|g_dgettext)\s*\(\s*(?:GETTEXT_PACKAGE\s*,\s*)?"')
TRANSLATABLE_UI = re.compile(r'translatable="(?:yes|true)"')
UI_WORDS = re.compile(
    r'<(?:property|attribute)\s+name="(?:label|title|subtitle|description|heading|body|tooltip-text|placeholder-text)"'
    r'(?P<more>[^>]*)>(?P<text>[^<]*[A-Za-z][^<]*)<')


def room_of(path):
    """The room of a source file, or None for what stands outside (the tests, src/main*.c)."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def without_comments(text):
    """The C text with comments blanked and lines kept, so that line numbers stay true."""
    def blank(match):
        found = match.group(0)
        return found if found[0] in "\"'" else re.sub(r"[^\n]", " ", found)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', blank, text, flags=re.DOTALL)


def layers(path, text):
    room = room_of(path)
    if room is None:
        return
    if room not in ROOMS:
        yield f"{path}: {room}/ is not a room; name it in the table of docs/HACKING.md and here"
        return
    for match in INCLUDE.finditer(without_comments(text)):
        own, system = match.groups()
        where = f"{path}:{line_of(text, match.start())}"
        if own and own != "config.h":
            target = own.split("/")[0] if "/" in own else None
            if target not in ROOMS:
                yield f'{where}: "{own}" must name its room, as in "base/way-text.h"'
            elif target != room and target not in ROOMS[room]:
                yield f"{where}: {room}/ may not include {target}/"
        if system:
            for pattern, rooms in LIBRARIES:
                if re.fullmatch(pattern, system):
                    if room not in rooms:
                        yield f"{where}: {room}/ may not use <{system}>"
                    break


def rings(files):
    """files: {path below src/: text}. One sentence for each ring of headers that include each other."""
    graph = {}
    for path, text in files.items():
        found = (m.group(1) for m in INCLUDE.finditer(without_comments(text)))
        graph[path] = sorted(f for f in found if f in files)
    done, trail = set(), []

    def visit(node):
        if node in trail:
            yield " → ".join(trail[trail.index(node):] + [node])
            return
        if node in done:
            return
        trail.append(node)
        for target in graph[node]:
            yield from visit(target)
        trail.pop()
        done.add(node)

    for path in sorted(graph):
        for ring in visit(path):
            yield f"a ring of includes: {ring}"


def sizes(path, text):
    lines = text.splitlines()
    if path.endswith((".c", ".h")) and len(lines) > 800:
        yield f"{path}: {len(lines)} lines; split it by subject (800 at most)"
    if path.endswith(".ui") and len(lines) > 400:
        yield f"{path}: {len(lines)} lines; split it into widgets (400 at most)"
    if not path.endswith(".c"):
        return
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("{") or re.match(r"^\w.*\)\s*\{\s*$", line):
            start = number
        elif line.startswith("}"):
            if start is not None and re.match(r"^}\s*(/\*.*)?$", line) and number - start + 1 > 80:
                yield f"{path}:{start}: a function of {number - start + 1} lines; split it (80 at most)"
            start = None


def opening(path, text):
    """The SPDX line, and after it what the file is for."""
    lines = text.splitlines()
    skip = 0
    while skip < len(lines) and lines[skip].startswith(("#!", "<?xml")):
        skip += 1
    lines = lines[skip:] + [""]
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in lines[0] and "SPDX-License-Identifier: CC0-1.0" not in lines[0]:
        yield f"{path}: must begin with its SPDX line"
        return
    rest = "\n".join(lines[1:]).lstrip("\n")
    if path.endswith(".c") and not re.match(r"/\*\s*[A-Z](?:(?!\*/).)*?[.:]\s", rest, re.DOTALL):
        yield f"{path}: the SPDX line must be followed by a comment sentence that says what the file is for"
    if path.endswith(".h") and not re.search(r"^#pragma once$", rest, re.MULTILINE):
        yield f"{path}: a header needs #pragma once"
    if path.endswith(".py") and not re.match(r'"""[A-Z][^"]*?[.:]', rest):
        yield f"{path}: the SPDX line must be followed by a docstring that says what the file is for"


def forbidden(path, text):
    code = without_comments(text) if path.endswith((".c", ".h")) else text
    for pattern, why in FORBIDDEN:
        for match in re.finditer(pattern, code):
            yield f"{path}:{line_of(code, match.start())}: {match.group(0)}: {why}"


def plain(path, text):
    """What no text file of ours holds: stray white space, reminders, paths of one machine."""
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip() and not path.endswith((".md", ".json")) and not path.startswith("tests/golden/"):
            yield f"{path}:{number}: white space at the end of the line"
        if "\t" in line and path.endswith((".c", ".h", ".py", ".ui", ".css")):
            yield f"{path}:{number}: a tab"
        if re.search(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b", line):
            yield f"{path}:{number}: a reminder; do it, or write an issue"
        if re.search(r"(?<![\w.}*])/(wor" r"k|roo" r"t|home/\w+)/", line):
            yield f"{path}:{number}: a path of one machine"
    if text and not text.endswith("\n"):
        yield f"{path}: the last line has no end"


def hosts(path, text):
    for match in re.finditer(r"\b(?:https?|ftp)://([A-Za-z0-9.-]+)", text):
        host = match.group(1).rstrip(".").lower()
        where = f"{path}:{line_of(text, match.start())}"
        if path.startswith("flatpak/modules/"):
            continue  # by name and checksum, as test_packages.py sees to
        if path.endswith(".md"):
            if re.search(r"(^|[.-])(deb|mirrors?|pypi|registry|proxy|archive|packages)[.-]", host):
                yield f"{where}: {host}: the machine's own settings say where packages come from"
        elif host not in NAMES and not host.endswith((".example", ".example.org", ".example.com", ".invalid", ".test")):
            yield f"{where}: {host}: nothing is fetched from anywhere; namespaces are listed in tests/tidy/rules.py"


def interface(path, text):
    for match in UI_WORDS.finditer(text):
        if 'translatable="' not in match.group("more") and "bind-source" not in match.group("more"):
            yield f"{path}:{line_of(text, match.start())}: “{match.group('text').strip()}” is not translatable"


def is_translatable(path, text):
    if path.endswith((".c", ".h")):
        return bool(TRANSLATABLE_C.search(without_comments(text)))
    if path.endswith(".ui"):
        return bool(TRANSLATABLE_UI.search(text))
    return path.endswith((".desktop.in", ".desktop.in.in", ".metainfo.xml.in", ".metainfo.xml.in.in", ".gschema.xml"))


def translatable(files):
    """The paths that POTFILES.in names, of {path: text} of the whole tree."""
    def looked_at(path):
        return path.startswith("src/") and path.endswith((".c", ".h")) or path.startswith("ui/") or path.startswith("data/")
    return sorted(path for path, text in files.items() if looked_at(path) and is_translatable(path, text))


def potfiles(listed, files):
    """listed: the text of po/POTFILES.in; files: {path: text} of the whole tree."""
    names = [line.strip() for line in listed.splitlines() if line.strip() and not line.startswith("#")]
    wanted = set(translatable(files))
    for path in sorted(wanted - set(names)):
        yield f"po/POTFILES.in: {path} holds words to translate and is not listed"
    for path in sorted(set(names) - wanted):
        yield f"po/POTFILES.in: {path} is listed and " + ("holds nothing to translate" if path in files else "does not exist")
    for path in sorted({name for name in names if names.count(name) > 1}):
        yield f"po/POTFILES.in: {path} is listed twice"


# What the tree holds at its top. Anything else there is somebody's own.
KEPT = {".ci", "NEWS", "README.md", "build-aux", "data", "dev", "docs", "flatpak", "meson.build", "meson.options", "po", "src", "tests", "ui"}
NOT_TEXT = (".png", ".jpg", ".pdf", ".waymark", ".ttf", ".otf", ".pyc", ".gz", ".opus", ".bin", ".mo", ".orig", ".rej", "~")


def ours(top):
    """Paths of all text files below `top` that are kept, slashes between."""
    for folder, folders, names in os.walk(top):
        if folder == top:
            folders[:] = [f for f in folders if f in KEPT]
            names = [name for name in names if name in KEPT]
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        for name in sorted(names):
            if not name.endswith(NOT_TEXT):
                yield os.path.relpath(os.path.join(folder, name), top)


def read_tree(top):
    files = {}
    for path in ours(top):
        with open(os.path.join(top, path), encoding="utf-8") as file:
            files[path] = file.read()
    return files


if __name__ == "__main__":
    print("\n".join(translatable(read_tree("."))))
