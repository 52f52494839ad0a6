# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations can be trusted: they are well formed, and lose no placeholder, number, mnemonic or file name.

Texts that are not translated yet are told, and fail nothing: who adds a text in English need not know the other languages.
"""

import ast
import glob
import json
import os
import re
import subprocess
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LANGUAGES = [line for line in open(os.path.join(TOP, "po", "LINGUAS"), encoding="utf-8").read().split("\n")
             if line and not line.startswith("#")]
PLURAL_FORMS = {"ar": 6, "cy": 6}
QUOTATION_MARKS = {"ar": "«»", "cy": "“”"}

PLACEHOLDER = re.compile(r"%(?:(\d+)\$)?([-+ #0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j)?[diouxXeEfgGcs])")
MNEMONIC = re.compile(r"(?<![\w_])_\w|\w_\w")


def read(path):
    """The entries of a .po file: {msgctxt, msgid, msgid_plural, msgstr: [form, …], flags}; the header has the msgid ''."""
    entries, entry, into = [], None, None
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            line = line.rstrip("\n")
            if not line or line.startswith("#~"):
                if entry and entry.get("msgid") is not None:
                    entries.append(entry)
                entry, into = None, None
                continue
            entry = entry or {"flags": "", "msgstr": []}
            if line.startswith("#"):
                entry["flags"] += line[2:] if line.startswith("#,") else ""
                continue
            keyword, text = re.fullmatch(r'(?:(\w+)(?:\[\d+\])? )?(".*")', line).groups()
            into = keyword or into
            text = ast.literal_eval(text)
            if into == "msgstr" and keyword:
                entry["msgstr"].append(text)
            elif into == "msgstr":
                entry["msgstr"][-1] += text
            else:
                entry[into] = text if keyword else entry[into] + text
    return entries


def placeholders(text):
    """What a format asks for, in the order of the arguments."""
    found = PLACEHOLDER.findall(text.replace("%%", ""))
    if any(place for place, kind in found):
        found.sort(key=lambda one: int(one[0]))
    return [kind for place, kind in found]


def losses(entry, form, text):
    """A sentence for each thing of the English text that one form of its translation has lost."""
    english = entry["msgid"]
    wanted, found = placeholders(entry.get("msgid_plural", english)), placeholders(text)
    # A form for one number may say it in a word: “two cards”. Only the last argument can be left out.
    in_words = "msgid_plural" in entry and form < 3 and found == wanted[:-1]
    if "c-format" in entry["flags"].replace("no-c-format", "") and found != wanted and not in_words:
        yield f"{text!r} has the placeholders {found}, and should have {wanted}"
    if english.strip() and not text.strip():
        yield f"{english!r} is translated by nothing"
    for end in "\n", "…":
        if english.endswith(end) != text.endswith(end):
            yield f"{text!r} must end with {end!r} exactly where the English does"
    if len(MNEMONIC.findall(english)) != len(MNEMONIC.findall(text)) and re.search(r"(^|[A-Z ].*)_[A-Za-z]", english):
        yield f"{text!r} must have a mnemonic where {english!r} has one"
    for word in re.findall(r"\B--\w+|\.waymark\b", english):
        if word not in text:
            yield f"{text!r} has lost {word}"


class Losses(unittest.TestCase):
    """The rules find what they are for."""

    def found(self, english, text, plural=None, form=0):
        entry = {"msgid": english, "flags": "c-format"} | ({"msgid_plural": plural} if plural else {})
        return list(losses(entry, form, text))

    def test_lost(self):
        for english, text in [("%s of %u", "%s"), ("%s of %u", "%u o %s"), ("_Open…", "Agor…"), ("_Open…", "_Agor"),
                              ("Take --all.", "Cymryd pob un."), ("Sample.waymark", "Sampl"), ("All\n", "Pob un")]:
            with self.subTest(english=english):
                self.assertTrue(self.found(english, text))
        self.assertTrue(self.found("%u card", "بطاقات", "%u cards", 3))

    def test_kept(self):
        for english, text in [("%s of %u", "%s o %u"), ("%s of %u", "%2$u: %1$s"), ("_Open…", "_Agor…"), ("%d %%", "%d%%")]:
            with self.subTest(english=english):
                self.assertEqual(self.found(english, text), [])
        self.assertEqual(self.found("%s: %u card", "%s: بطاقتان", "%s: %u cards", 2), [])


class Translations(unittest.TestCase):
    def each(self):
        self.assertTrue(LANGUAGES)
        return [(language, os.path.join(TOP, "po", language + ".po")) for language in LANGUAGES]

    def test_well_formed(self):
        for language, path in self.each():
            result = subprocess.run(["msgfmt", "--check", "--statistics", "-o", os.devnull, path], text=True,
                                    env=os.environ | {"LC_ALL": "C.UTF-8"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            self.assertEqual(result.returncode, 0, result.stdout)
            print(f"# {language}: {result.stdout.strip()}")

    def test_plural_forms(self):
        for language, path in self.each():
            header, *entries = read(path)
            count = int(re.search(r"nplurals=(\d+)", header["msgstr"][0]).group(1))
            self.assertEqual(count, PLURAL_FORMS[language])
            plurals = [entry for entry in entries if "msgid_plural" in entry]
            self.assertTrue(plurals)
            for entry in plurals:
                if any(entry["msgstr"]):
                    self.assertEqual(len([form for form in entry["msgstr"] if form]), count, entry["msgid"])

    def test_nothing_lost(self):
        for language, path in self.each():
            found = [sentence for entry in read(path)[1:] for form, text in enumerate(entry["msgstr"])
                     if any(entry["msgstr"]) and "fuzzy" not in entry["flags"] for sentence in losses(entry, form, text)]
            self.assertEqual(found, [])

    def test_quotation_marks(self):
        """Quotation marks are those of the language, in pairs, and never fewer than in English."""
        for language, path in self.each():
            opening, closing = QUOTATION_MARKS[language]
            for entry in read(path)[1:]:
                for text in filter(None, entry["msgstr"]):
                    self.assertGreaterEqual(text.count(opening), entry["msgid"].count("“"), text)
                    self.assertEqual(text.count(opening), text.count(closing), text)
                    if opening != "“":
                        self.assertNotRegex(text, "[“”]")


class Templates(unittest.TestCase):
    """A template in a language is the English one in other words."""

    def test_same_in_other_words(self):
        with open(os.path.join(TOP, "ui/waymark.gresource.xml"), encoding="utf-8") as file:
            resources = file.read()
        for path in glob.glob(os.path.join(TOP, "data/templates/*/*.json")):
            language, name = path.split(os.sep)[-2:]
            with self.subTest(language=language, name=name):
                self.assertIn(language, LANGUAGES)
                self.assertIn(f"<file>templates/{language}/{name}</file>", resources)
                with open(path, encoding="utf-8") as ours, open(os.path.join(TOP, "data/templates", name), encoding="utf-8") as english:
                    self.compare(json.load(ours), json.load(english))

    def compare(self, ours, english, key=None):
        if isinstance(english, dict):
            self.assertEqual(list(ours), list(english))
            for each in english:
                self.compare(ours[each], english[each], each)
        elif isinstance(english, list):
            self.assertEqual(len(ours), len(english))
            for one, other in zip(ours, english):
                self.compare(one, other)
        elif key in ("title", "question", "label", "text"):
            self.assertNotEqual(ours, english)
        else:
            self.assertEqual(ours, english)
