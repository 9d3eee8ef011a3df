#!/usr/bin/env python3
"""Statements that exercise an exporter: every relation, kind, qualifier, and strange names. JSON Lines of formats.md.

usage: generate_graph.py [--names NASTY.json] [--statements N] [--seed S] [--all] > statements.jsonl

NASTY.json is a list of {"label": …}. Without it, names are plain. Two names may fold to one key; keys here are
numbered, so that every name stays a node. --all adds denied, negated and hypothetical statements.
"""
import argparse, hashlib, json, random, sys

RELATIONS = {
    "invests-in": ("company fund government organisation person", "company fund organisation"),
    "contracts-with": ("company organisation person government fund", "company government organisation fund"),
    "rival-of": ("company fund organisation product sector", "company fund organisation product sector"),
    "sibling-of": ("person", "person"), "acquires": ("company fund", "company product"),
    "merges-with": ("company", "company"), "partners-with": ("company organisation", "company government"),
    "subsidiary-of": ("company", "company"), "founder-of": ("person company", "company organisation"),
    "leads": ("person", "company government"), "works-for": ("person", "company fund"),
    "makes": ("company", "product"), "regulates": ("government", "company product"),
    "listed-on": ("company", "organisation"),
}
KINDS = "company fund government organisation person product sector".split()
DATES = ["2025-06-16", "2024", "2025-03", "2025-06-16~", "XXXX-05", "2023/2024", "2025-02-30", "192X"]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--names"), p.add_argument("--statements", type=int, default=400)
    p.add_argument("--seed", type=int, default=1), p.add_argument("--all", action="store_true")
    a = p.parse_args()
    r = random.Random(a.seed)
    names = [f"{w} {i}" for i, w in enumerate(["Arvor", "Lumenor", "Quantrel", "Nexalis", "Halcyon"] * 6)]
    if a.names:
        with open(a.names, encoding="utf-8") as f:
            names = [x["label"] for x in json.load(f) if not any(0xD800 <= ord(c) < 0xE000 for c in x["label"])]
    nodes = []
    for i, name in enumerate(names):
        kind = KINDS[i % len(KINDS)]
        node = {"key": f"{kind}:n{i}", "name": name, "kind": kind, "names": []}
        if i % 5 == 0: node["wikidata"] = f"Q{1000 + i}"
        if i % 7 == 0: node["names"] = [{"text": name + " bis", "language": "fr"}, {"text": "Alias <é> " + name, "language": "en-US"}]
        nodes.append(node)
    by_kind = {k: [n for n in nodes if n["kind"] == k] for k in KINDS}
    articles = [
        {"id": f"a{i}", "url": [f"https://news.example/{i}?a=1&b=é", f"https://news.example/a b|c/{i}", f"javascript:alert({i})", f"ftp://x/{i}"][i % 4 if i % 9 == 0 else 0],
         "title": f"Title “{r.choice(names)[:60]}” & co", "publisher": r.choice(["Le Monde", "Reuters", "L'Écho", "A&B \"News\""]),
         "published": f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}", "language": r.choice(["fr", "en"]),
         "sha256": hashlib.sha256(f"{a.seed} {i}".encode()).hexdigest()} for i in range(max(3, a.statements // 8))]
    todo = list(nodes)
    out = []

    def say(s, relation, o):
        article = r.choice(articles)
        quote = f"{s['name'][:300]} … {relation} … {o['name'][:300]}."
        at = r.randrange(5000)
        x = {"article": article, "subject": s, "relation": relation, "object": o,
             "factuality": r.choice(["asserted"] * 6 + ["reported", "rumoured"] + (["denied", "hypothetical"] if a.all else [])),
             "time": r.choice(["current"] * 6 + ["planned", "ended"]), "negated": a.all and r.random() < .1,
             "confidence": round(r.random(), 4),
             "evidence": {"part": r.choice(["text", "title"]), "start": at, "end": at + len(quote), "quote": quote,
                          "subject": [at, at + 3], "object": [at + 5, at + 9], "via": [[at + 1, at + 2]] * r.randrange(2)},
             "rule": "synthetic"}
        if r.random() < .5:
            x["amount"] = {"value": r.choice([13000000000, 200000000, 0.5, 1700000, 999999, 12]), "currency": r.choice(["USD", "EUR", "CHF"]),
                           "bound": r.choice(["exact", "at-most", "at-least", "about"]), "scope": r.choice(["edge", "round", "total", "ceiling"]), "text": "13 milliards <de> \"$\""}
        if r.random() < .6: x["date"] = r.choice(DATES)
        if r.random() < .2: x["start"], x["end"] = "2019", "2023-12"
        if r.random() < .2: x["stake"], x["round"], x["role"] = 0.49, "series-a", "lead"
        if r.random() < .1: x["count"], x["source"] = "3", "une source proche & \"fiable\""
        out.append(x)

    # Every name at least once, then at random.
    while todo:
        s = todo.pop()
        options = [(k, b) for k, (k1, b) in RELATIONS.items() if s["kind"] in k1.split()]
        if options:
            relation, kinds = r.choice(options)
            others = [n for k in kinds.split() for n in by_kind[k] if n is not s]
            say(s, relation, r.choice(others))
        else:
            relation, (k1, _) = r.choice([(k, v) for k, v in RELATIONS.items() if s["kind"] in v[1].split()])
            say(r.choice([n for k in k1.split() for n in by_kind[k]]), relation, s)
    while len(out) < a.statements:
        relation = r.choice(list(RELATIONS))
        k1, k2 = RELATIONS[relation]
        s, o = (r.choice([n for k in ks.split() for n in by_kind[k]]) for ks in (k1, k2))
        if s is not o: say(s, relation, o)
    # A store takes the statements of an article together.
    out.sort(key=lambda x: x["article"]["sha256"])
    for x in out: sys.stdout.write(json.dumps(x, ensure_ascii=False) + "\n")


if __name__ == "__main__": main()
