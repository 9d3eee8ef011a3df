#!/usr/bin/env python3
"""Fits the weights by which words that take up others choose among what was named, from labelled words.

    swift run -c release liaison-train antecedents GOLD... > questions.jsonl
    fit.py --gold GOLD... --questions questions.jsonl [--write Schemas/lexicon/reference.yaml]

For each way of taking up, a softmax over the candidates and over there being none (the threshold), pulled towards the weights
that stand in reference.yaml; five folds by article tell how often it is right. Needs numpy, scipy and PyYAML.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import re
import unicodedata

import numpy as np
import yaml
from scipy.optimize import minimize

HERE = pathlib.Path(__file__).parent
REFERENCE = HERE.parent.parent / "Schemas/lexicon/reference.yaml"
FITTED = ["description", "pronoun", "bare", "unsaid"]
ASKED_BY_ROLE = {"unsaid", "end"}
OWN_LABELS = ASKED_BY_ROLE | {"bare"}
PULL = 3.0
FOLDS = 5


def folded(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if c.isalnum())


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read(gold, questions):
    """The questions that somebody answered: mention, a name, its signs and whether it is right, for every candidate."""
    names = collections.defaultdict(dict)
    for path in gold:
        for article in lines(path):
            for entity in article["entities"]:
                for name in [*entity["names"], entity["name"]]:
                    names[article["id"]][folded(name)] = folded(entity["name"])
    answers = {}
    for label in lines(HERE / "labels.jsonl"):
        answers[label["article"], *label["at"], label.get("mention"), label.get("role")] = label["answer"]
    article, seen, found = None, set(), []
    for line in lines(questions):
        if "article" in line:
            article = line["article"]
            continue
        mention = line["mention"]
        key = (
            article,
            *line["span"],
            mention if mention in OWN_LABELS else None,
            line.get("role") if mention in ASKED_BY_ROLE else None,
        )
        once = (article, mention, *line["span"], tuple(sorted(c["name"] for c in line["candidates"])))
        if key not in answers or not line["candidates"] or once in seen:
            continue
        seen.add(once)
        answer = answers[key]
        right = {names[article].get(folded(n), folded(n)) for n in ([answer] if isinstance(answer, str) else answer or [])}
        found.append(
            {
                "article": article,
                "mention": mention,
                "signs": [c["values"] for c in line["candidates"]],
                "right": [names[article].get(folded(c["name"]), folded(c["name"])) in right for c in line["candidates"]],
                "chosen": line.get("chosen"),
                "isChosenRight": names[article].get(folded(line.get("chosen") or ""), folded(line.get("chosen") or "")) in right,
            }
        )
    return found


def probabilities(signs, weights, threshold):
    scores = np.append(signs @ weights, threshold)
    scores = np.exp(scores - scores.max())
    return scores / scores.sum()


def fit(examples, start, threshold):
    """Weights and threshold of the greatest likelihood, pulled towards a multiple of those that stand."""

    def loss(parameters):
        scale, bar, change = parameters[0], parameters[1], parameters[2:]
        value, slope = 0.0, np.zeros_like(parameters)
        for signs, right in examples:
            odds = probabilities(signs, scale * start + change, bar)
            target = np.append(right, not right.any()).astype(float)
            mass = (odds * target).sum()
            value -= np.log(mass + 1e-12)
            step = odds - odds * target / (mass + 1e-12)
            by_sign = signs.T @ step[:-1]
            slope[0] += by_sign @ start
            slope[1] += step[-1]
            slope[2:] += by_sign
        value += PULL * change @ change / 2 + 0.01 * (scale - 1) ** 2
        slope[2:] += PULL * change
        slope[0] += 0.02 * (scale - 1)
        return value, slope

    first = np.concatenate([[1.5, threshold * 1.5], np.zeros(len(start))])
    best = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return best[0] * start + best[2:], best[1]


def fold(article):
    return int(hashlib.md5(article.encode()).hexdigest(), 16) % FOLDS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", required=True, help="gold articles")
    parser.add_argument("--questions", required=True, help="what `liaison-train antecedents` wrote of them")
    parser.add_argument("--probability", type=float, default=0.45, help="how likely the best must be")
    parser.add_argument("--write", type=pathlib.Path, help="a reference.yaml whose weights are replaced")
    options = parser.parse_args()
    standing = yaml.safe_load(REFERENCE.read_text(encoding="utf-8"))["antecedents"]
    questions = read(options.gold, options.questions)
    signs = sorted({name for q in questions for c in q["signs"] for name in c})
    text = options.write.read_text(encoding="utf-8") if options.write else ""
    for mention in FITTED:
        asked = [q for q in questions if q["mention"] == mention]
        examples = [
            (np.array([[c.get(s, 0.0) for s in signs] for c in q["signs"]]), np.array(q["right"])) for q in asked
        ]
        start = np.array([standing[mention].get(s, 0.0) for s in signs])
        bar = standing[mention]["threshold"]
        tally = collections.Counter()
        for held in range(FOLDS):
            train = [e for e, q in zip(examples, asked) if fold(q["article"]) != held]
            weights, threshold = fit(train, start, bar)
            for (values, right), q in zip(examples, asked):
                if fold(q["article"]) != held:
                    continue
                odds = probabilities(values, weights, threshold)[:-1]
                if odds.max() >= options.probability:
                    tally["right" if right[odds.argmax()] else "wrong"] += 1
        said = [q for q in asked if q["chosen"]]
        right = sum(q["isChosenRight"] for q in said)
        print(
            f"{mention}: {len(asked)} questions; the program {right} right, {len(said) - right} wrong; "
            f"held-out folds {tally['right']} right, {tally['wrong']} wrong"
        )
        weights, threshold = fit(examples, start, bar)
        parts = [f"{k}: {standing[mention][k]}" for k in ("reach", "topicReach")]
        parts += [f"threshold: {threshold:.2f}", f"probability: {options.probability}"]
        parts += [f"{s}: {w:.2f}" for s, w in zip(signs, weights) if abs(w) >= 0.005]
        text = re.sub(rf"(?m)^  {mention}: {{.*}}$", f"  {mention}: {{{', '.join(parts)}}}", text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
