# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of the help are whole: every page is built in, is reached from the first, and leads to what is there.

A translation follows its page: it tells of no other keys, and what it lacks is told.
"""

import glob
import os
import re
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAGES = os.path.join(TOP, "docs", "user")


def read(*path):
    with open(os.path.join(TOP, *path), encoding="utf-8") as file:
        return file.read()


def pages():
    return sorted(os.path.relpath(path, PAGES) for path in glob.glob(os.path.join(PAGES, "**", "*.md"), recursive=True))


def targets(page):
    return re.findall(r"\]\(([^)]*)\)", read(PAGES, page))


class Help(unittest.TestCase):
    def test_every_page_is_built_in(self):
        build, resources = read("ui", "meson.build"), read("ui", "waymark.gresource.xml")
        for page in pages():
            name = page.removesuffix(".md")
            self.assertIn(f"'{name}'", build)
            self.assertIn(f'alias="help/{name}.xml"', resources)

    def test_every_page_has_one_title(self):
        for page in pages():
            text = read(PAGES, page)
            self.assertRegex(text, r"\A# \S", page)
            self.assertEqual(len(re.findall(r"^# ", text, re.MULTILINE)), 1, page)

    def test_links_lead_somewhere(self):
        resources = read("ui", "waymark.gresource.xml")
        for page in pages():
            for target in targets(page):
                self.assertTrue(os.path.exists(os.path.join(PAGES, os.path.dirname(page), target)), f"{page}: {target}")
                if not target.endswith(".md"):
                    self.assertIn(f'alias="help/images/{os.path.basename(target)}"', resources, page)

    def test_every_page_is_reached(self):
        found, todo = set(), ["README.md"]
        while todo:
            page = todo.pop()
            if page not in found:
                found.add(page)
                todo += [target for target in targets(page) if target.endswith(".md")]
        self.assertEqual(sorted(found), [page for page in pages() if "/" not in page])

    def test_translations_follow(self):
        """A translated page leads to no key and no command that the English page does not know; one that is shorter is told, and fails nothing."""
        for page in (page for page in pages() if "/" in page):
            english, ours = read(PAGES, os.path.basename(page)), read(PAGES, page)
            known = {" ".join(words.split()) for words in re.findall(r"`([^`]*)`", english)}
            self.assertEqual([words for words in re.findall(r"`([^`]*)`", ours) if " ".join(words.split()) not in known], [], page)
            counts = [len(re.split(r"\n{2,}", text.strip())) for text in (ours, english)]
            if counts[0] != counts[1]:
                print(f"# {page}: {counts[0]} paragraphs of {counts[1]}")

    def test_pictures_say_what_they_show(self):
        for page in pages():
            for alternative in re.findall(r"!\[([^\]]*)\]", read(PAGES, page)):
                self.assertGreater(len(alternative), 15, page)


if __name__ == "__main__":
    unittest.main()
