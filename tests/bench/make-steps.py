# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the JSON of a workspace whose only map is a pathway of as many steps as asked for: make-steps.py N >steps.json"""

import json
import random
import sys

KINDS = ["person", "frontstage", "backstage", "support", "commissioning"]


def make(count):
    chance = random.Random(count)
    lanes = [{"id": f"l-{kind}", "kind": kind} for kind in KINDS]
    steps, links = [], []
    for i in range(count):
        lane = chance.choices(KINDS, [2, 5, 3, 1, 1])[0]
        steps.append({"id": f"s{i}", "lane": f"l-{lane}", "kind": "start" if i == 0 else "step",
                      "title": f"Step {i}: somebody rings back and says what comes next", "organisation": f"o{i % 7}"})
        if i > 0:
            link = {"id": f"k{i}", "from": f"s{max(0, i - 1 - chance.randrange(6))}", "to": f"s{i}", "kind": "flow"}
            if i % 5 == 0:
                link["wait_days"] = 1 + i % 30
            links.append(link)
        if i > 10 and i % 4 == 0:
            links.append({"id": f"j{i}", "from": f"s{i}", "to": f"s{max(0, i - chance.randrange(1, 10))}", "kind": "information"})
    pathway = {"id": "map", "kind": "pathway", "title": f"A pathway of {count} steps", "lanes": lanes, "steps": steps, "links": links}
    return {"waymark": 1, "workspace": {"title": "Bench", "language": "en"},
            "organisations": [{"id": f"o{i}", "name": f"Organisation {i}"} for i in range(7)], "maps": [pathway]}


if __name__ == "__main__":
    json.dump(make(int(sys.argv[1])), sys.stdout)
