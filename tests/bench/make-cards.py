# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the JSON of a workspace whose only map has as many cards as asked for: make-cards.py N >cards.json"""

import json
import math
import sys

# Lanes of plain cards, as many words in each as the floor draws.
KINDS = ["doing", "pain", "ideas", "evidence", "custom", "doing", "pain", "ideas"]


def make(count):
    n_stages = max(4, round(math.sqrt(count) * 0.4))
    stages = [{"id": f"s{i}", "title": f"Stage {i + 1}"} for i in range(n_stages)]
    lanes = [{"id": f"l{i}", "kind": kind, "title": f"Lane {i + 1}"} for i, kind in enumerate(KINDS)]
    cards = [{"id": f"c{i}", "lane": f"l{i // n_stages % len(KINDS)}", "stage": f"s{i % n_stages}",
              "text": f"Card {i}: Dorothy waits three weeks for a call back from the clinic"} for i in range(count)]
    journey = {"id": "map", "kind": "journey", "title": f"A map of {count} cards", "stages": stages, "lanes": lanes, "cards": cards}
    return {"waymark": 1, "workspace": {"title": "Bench", "language": "en"}, "maps": [journey]}


if __name__ == "__main__":
    json.dump(make(int(sys.argv[1])), sys.stdout)
