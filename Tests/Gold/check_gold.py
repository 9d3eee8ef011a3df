#!/usr/bin/env python3
"""Checks the gold files of this folder against the vocabulary and the example articles.

usage: check_gold.py [FILE.jsonl …]   (without arguments: every *.jsonl beside this script)
In sentences.*.jsonl `suppressed` holds what the sentence denies, negates or only supposes: recognised and kept, left out of results.
The whole sentence is its evidence. Offsets are code points of `text`, half-open. Needs PyYAML.
"""
import glob, json, os, re, sys
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
VOCABULARY = yaml.safe_load(open(os.path.join(ROOT, "Schemas", "relations.yaml"), encoding="utf8"))
RELATIONS = VOCABULARY["relations"]
FACTUALITY = {"asserted", "reported", "rumoured", "denied", "hypothetical"}
TIME = {"current", "planned", "ended"}
BOUND = {"exact", "at-most", "at-least", "about", "range"}
SCOPE = {"edge", "round", "total", "ceiling"}
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")


def problems_of(article):
    text = article["text"]
    title = article.get("title", "")
    kinds = {}
    for entity in article.get("entities", []):
        if entity["name"] in kinds:
            yield f"entity twice: {entity['name']}"
        kinds[entity["name"]] = entity["kind"]
        if entity["kind"] not in VOCABULARY["kinds"]:
            yield f"unknown kind {entity['kind']}"
        for name in entity["names"]:
            if not re.search(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text + "\n" + title):
                yield f"name not in the text: {name}"
    for group in ("statements", "suppressed", "optional"):
        for s in article.get(group, []):
            label = f"{group}: {s['subject']} {s['relation']} {s['object']}"
            relation = RELATIONS.get(s["relation"])
            if relation is None:
                yield f"{label}: unknown relation"
                continue
            if s["subject"] == s["object"]:
                yield f"{label}: subject is object"
            for side in ("subject", "object"):
                if s[side] not in kinds:
                    yield f"{label}: {s[side]} is not among the entities"
                    continue
                allowed = next(iter(relation[side].values()))
                if kinds[s[side]] not in allowed and group != "suppressed":
                    yield f"{label}: {side} is a {kinds[s[side]]}, not one of {allowed}"
            start, end = s.get("evidence", (0, len(text)))
            if not 0 <= start < end <= len(text):
                yield f"{label}: evidence outside the text"
            elif text[start].isspace() or text[end - 1].isspace():
                yield f"{label}: evidence starts or ends with a space"
            elif (start and text[start - 1].isalnum() and text[start].isalnum()) or (
                end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
            ):
                yield f"{label}: evidence cuts a word"
            if s.get("factuality", "asserted") not in FACTUALITY or s.get("time", "current") not in TIME:
                yield f"{label}: factuality or time"
            for key in ("date", "start", "end"):
                if key in s and not EDTF.match(s[key]):
                    yield f"{label}: {key} {s[key]}"
            amount = s.get("amount")
            if amount and (
                amount["bound"] not in BOUND or amount["scope"] not in SCOPE or not re.match(r"[A-Z]{3}$", amount["currency"])
            ):
                yield f"{label}: amount {amount}"


def examples_match(name, articles):
    """The gold texts are what a reader gives for the files of Examples."""
    language = name.split(".")[1]
    more = {}
    with open(os.path.join(ROOT, "Examples", "more.jsonl"), encoding="utf8") as lines:
        for line in lines:
            article = json.loads(line)
            more[article["id"]] = article
    for article in articles:
        path = os.path.join(ROOT, "Examples", language, article["id"] + ".txt")
        if os.path.exists(path):
            title, text = open(path, encoding="utf8").read().split("\n", 1)
            text = text.lstrip("\n").rstrip()
        elif article["id"] in more:
            title, text = more[article["id"]]["title"], more[article["id"]]["text"]
        else:
            yield f"{article['id']}: no such example"
            continue
        if (title, text) != (article["title"], article["text"]):
            yield f"{article['id']}: title or text differs from the example"


def main():
    files = sys.argv[1:] or sorted(glob.glob(os.path.join(HERE, "*.jsonl")))
    bad = 0
    for path in files:
        name = os.path.basename(path)
        articles = [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]
        found = [f"{a['id']}: {p}" for a in articles for p in problems_of(a)]
        ids = [a["id"] for a in articles]
        found += [f"id twice: {i}" for i in sorted({i for i in ids if ids.count(i) > 1})]
        if name.startswith("examples."):
            found += list(examples_match(name, articles))
        for problem in found:
            print(f"{name}: {problem}")
        bad += len(found)
        print(f"{name}: {len(articles)} texts, {sum(len(a['statements']) for a in articles)} statements, {len(found)} problems")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
