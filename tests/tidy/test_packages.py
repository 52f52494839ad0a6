# SPDX-License-Identifier: GPL-3.0-or-later
"""What packages say of Waymark agrees with what Waymark is."""

import json
import os
import re
import subprocess
import tempfile
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RELEASED = "org.waymark.Waymark"
PROFILES = {RELEASED: "release", f"{RELEASED}.Devel": "development"}


def read(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as file:
        return file.read()


def manifest(name):
    """A manifest with the modules that are in files of their own put in, as flatpak-builder does."""
    content = json.loads(read(f"flatpak/{name}.json"))
    content["modules"] = [json.loads(read(f"flatpak/{module}")) if isinstance(module, str) else module for module in content["modules"]]
    return content


def meson_option(name):
    """The choices of a combo option."""
    found = re.search(rf"option\('{name}'.*?choices: \[([^\]]*)\]", read("meson.options"), re.DOTALL)
    return re.findall(r"'([^']*)'", found.group(1))


class Flatpak(unittest.TestCase):
    def test_the_twins_differ_in_nothing_but_the_profile(self):
        released, devel = (json.dumps(manifest(name)) for name in PROFILES)
        self.assertEqual(released.replace(f'"{RELEASED}"', f'"{RELEASED}.Devel"').replace("profile=release", "profile=development"), devel)

    def test_ids_are_those_of_the_build(self):
        build = read("meson.build")
        self.assertIn(f"released_id = '{RELEASED}'", build)
        self.assertIn("(development ? '.Devel' : '')", build)
        self.assertEqual(sorted(meson_option("profile")), sorted(PROFILES.values()))
        for name, profile in PROFILES.items():
            content = manifest(name)
            self.assertEqual(content["id"], name)
            self.assertIn(f"-Dprofile={profile}", content["modules"][-1]["config-opts"])
            self.assertIn(f"executable('{content['command']}'", read("src/meson.build"))

    def test_sees_nothing_of_the_machine(self):
        self.assertEqual(set(manifest(RELEASED)["finish-args"]),
                         {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"})

    def test_runtime_is_the_floor(self):
        content = manifest(RELEASED)
        self.assertEqual((content["runtime"], content["sdk"], content["runtime-version"]), ("org.gnome.Platform", "org.gnome.Sdk", "48"))

    def test_sqlite_has_what_the_build_asks_for(self):
        asked = re.search(r"error\('SQLite must be built with (.*)'\)", read("meson.build")).group(1).split(" and ")
        sqlite = next(module for module in manifest(RELEASED)["modules"] if module["name"] == "sqlite")
        flags = sqlite["build-options"]["cflags"].split()
        self.assertEqual(asked, ["SQLITE_ENABLE_SESSION", "SQLITE_ENABLE_PREUPDATE_HOOK"])
        for option in [*asked, "SQLITE_ENABLE_FTS5"]:
            self.assertIn(f"-D{option}", flags)
        self.assertIn("--soname=legacy", sqlite["config-opts"])

    def test_sources_are_named_by_checksum(self):
        *others, own = manifest(RELEASED)["modules"]
        self.assertEqual([module["name"] for module in others], ["cmark", "sqlite", "qpdf", "libspelling", "inter"])
        self.assertEqual([source["type"] for source in own["sources"]], ["dir"])
        for module in others:
            for source in module["sources"]:
                name, form = {"archive": ("sha256", "[0-9a-f]{64}"), "git": ("commit", "[0-9a-f]{40}")}[source["type"]]
                self.assertRegex(source["url"], r"\Ahttps://")
                self.assertRegex(source[name], rf"\A{form}\Z")


class Debian(unittest.TestCase):
    def test_released(self):
        """The package is dated by the release that the metainfo tells of."""
        version = re.search(r"version: '([^']+)'", read("meson.build")).group(1)
        self.assertRegex(read(f"data/{RELEASED}.metainfo.xml.in"), rf'<release version="{re.escape(version)}" date="\d{{4}}-\d\d-\d\d"')
        self.assertIn(f"Overview of changes in {version}\n", read("NEWS"))

    def test_dev_needs_to_know_what_is_wanted(self):
        for words in ["--colour"], ["--check", "--check"]:
            done = subprocess.run([os.path.join(TOP, "dev"), "deb", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            self.assertEqual((done.returncode, done.stdout), (2, ""))


class Profile(unittest.TestCase):
    """The development profile, configured as it would be."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        build = os.path.join(cls.folder.name, "build")
        cls.run_quietly("meson", "setup", "-Dtests=false", "-Dprofile=development", "--prefix=/usr", build, TOP)
        targets = [f"data/{RELEASED}.Devel.{ending}" for ending in ("desktop", "metainfo.xml")]
        cls.run_quietly("ninja", "-C", build, *targets)
        cls.data = os.path.join(build, "data")
        cls.plan = json.loads(subprocess.run(["meson", "introspect", "--install-plan", build], check=True, capture_output=True, text=True).stdout)

    @staticmethod
    def run_quietly(*command):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise AssertionError(done.stdout)

    def test_every_file_is_called_after_the_id(self):
        installed = [entry["destination"] for section in self.plan.values() for entry in section.values()]
        named = [os.path.basename(path) for path in installed if RELEASED in path]
        self.assertEqual(len(named), 8, named)
        self.assertEqual([name for name in named if not name.startswith(f"{RELEASED}.Devel")], [])

    def test_nothing_is_called_after_the_released_app(self):
        for name in os.listdir(self.data):
            if name.startswith(RELEASED) and os.path.isfile(os.path.join(self.data, name)):
                with self.subTest(name=name), open(os.path.join(self.data, name), encoding="utf-8") as file:
                    text = file.read()
                    self.assertEqual(re.findall(rf"{re.escape(RELEASED)}(?!\.Devel)", text), [])
                    self.assertNotRegex(text, r"(?m)^Name=Waymark$|<name>Waymark</name>|/org/waymark/Waymark/(?!Devel/)")

    def test_is_valid(self):
        self.run_quietly("desktop-file-validate", os.path.join(self.data, f"{RELEASED}.Devel.desktop"))
        self.run_quietly("appstreamcli", "validate", "--no-net", os.path.join(self.data, f"{RELEASED}.Devel.metainfo.xml"))
        self.run_quietly("rsvg-convert", "-w", "64", "-o", os.path.join(self.folder.name, "icon.png"), os.path.join(self.data, f"{RELEASED}.Devel.svg"))
