#!/usr/bin/env python3
"""Property test: random small graphs with strange names are written in every format and read back by other people's readers.

usage: property.py EXPORT-BENCHMARK GRAPHS [SEED]     needs pyoxigraph; exit 1 at the first graph that differs

JSON-LD, N-Quads and Turtle must give the same triples, and those the entities' exact names and the edges that went in;
DOT (through Graphviz' gvpr for every hundredth, a tokenizer for all), GraphML and CSV the same edges.
"""
import csv, io, json, random, re, subprocess, sys, xml.etree.ElementTree as ET
import pyoxigraph as ox

PIECES = ['"', "\\", "\n", "\r", "\t", "\x07", "\x7f", "&", "&amp;", "<", "</script>", "]]>", ";", ",", "=", "{", "|", "é", "e\u0301", "שלום", "😀",
          "\u2028", "\u202e", "\ufffe", " ", "  ", "a", "node", "->", "\\N", "@id", "_:b", "http://a/b c", "'", "%", "\u0085", "#", "x" * 250]
RELATIONS = ["invests-in", "rival-of", "acquires", "leads", "makes", "sibling-of", "unknown relation", "listed-on"]
LI, RDF, NAME = "https://liaison.example/vocabulary#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "https://schema.org/name"
EDGE = re.compile(r'^  (e[0-9a-f]{16}) -> (e[0-9a-f]{16}) \[relation="((?:[^"\\]|\\.)*)"', re.M)


def graph(r):
    name = lambda: "".join(r.choice(PIECES) for _ in range(r.randrange(6)))
    nodes = [{"key": f"org:n{i}", "name": name(), "kind": r.choice(["company", "person", "product", "sector"])} for i in range(r.randrange(2, 6))]
    out = []
    for _ in range(r.randrange(1, 7)):
        s, o = r.sample(nodes, 2)
        quote = name()
        out.append({"article": {"sha256": "%064x" % r.randrange(3), "url": r.choice([None, "https://a.example/x y", name()]), "title": "t", "published": r.choice(["2025-01-01", "2025", "soon"])},
                    "subject": s, "relation": r.choice(RELATIONS), "object": o, "confidence": round(r.random(), 4), "rule": "r",
                    "date": r.choice(["2025-02-30", "2024-02-29", name()]),
                    "evidence": {"start": 0, "end": len(quote), "quote": quote, "subject": [0, 0], "object": [0, 0]}})
    heads = {}
    for x in out: x["article"] = heads.setdefault(x["article"]["sha256"], x["article"])
    return out


def triples(text, kind): return {(str(q.subject), str(q.predicate), str(q.object)) for q in ox.parse(text.encode(), format=kind)}


def local(iri): return re.split(r"[/#]", iri.strip("<>"))[-1].replace("%20", " ")


def check(statements, x):
    t = triples(x["jsonld"], ox.RdfFormat.JSON_LD)
    assert t == triples(x["nquads"], ox.RdfFormat.N_QUADS), "N-Quads differ"
    assert t == triples(x["turtle"], ox.RdfFormat.TURTLE), "Turtle differs"
    names = sorted(q.object.value for q in ox.parse(x["nquads"].encode(), format=ox.RdfFormat.N_QUADS) if q.predicate.value == NAME)
    wanted = {n["key"]: n["name"] for s in statements for n in (s["subject"], s["object"])}
    assert names == sorted(wanted.values()), "names differ"
    ends = {}
    for s, p, o in t:
        if p[1:-1] in (RDF + "subject", RDF + "predicate", RDF + "object"): ends.setdefault(s, {})[local(p)] = local(o)
    rdf = sorted((e["subject"], e["predicate"], e["object"]) for e in ends.values())
    keys = {s: json.loads('"%s"' % o.strip('"')) for s, p, o in t if p == f"<{LI}key>"}
    byid = {local(s): k for s, k in keys.items()}
    assert {(byid[a], r, byid[b]) for a, r, b in rdf} == {(s["subject"]["key"], s["relation"], s["object"]["key"]) for s in statements}, "edges differ"
    assert sorted((a, r, b) for a, b, r in EDGE.findall(x["dot"])) == rdf, "DOT differs"
    g = ET.fromstring(x["graphml"].encode())
    n = "{http://graphml.graphdrawing.org/xmlns}"
    assert sorted((e.get("source"), next(d.text for d in e if d.get("key") == "edge-relation"), e.get("target")) for e in g.iter(n + "edge")) == rdf, "GraphML differs"
    rows = list(csv.reader(io.StringIO(x["csv"], newline=""), strict=True))
    assert sorted((r[1], r[2], r[3]) for r in rows[1:]) == rdf, "CSV differs"
    return len(rdf)


def main():
    binary, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    r = random.Random(seed)
    graphs = [graph(r) for _ in range(count)]
    out = subprocess.run([binary, "many"], input="".join(json.dumps(g) + "\n" for g in graphs).encode(), capture_output=True, check=True).stdout
    lines = out.decode().split("\n")[:-1]
    assert len(lines) == count, f"{len(lines)} of {count} graphs came back"
    for i, (g, line) in enumerate(zip(graphs, lines)):
        x = json.loads(line)
        try:
            edges = check(g, x)
            if i % 100 == 0:
                said = subprocess.run(["gvpr", 'BEG_G{printf("%d", $G.n_edges)}'], input=x["dot"].encode(), capture_output=True)
                assert said.stdout == str(edges).encode(), f"Graphviz reads {said.stdout} edges {said.stderr[:200]}"
        except Exception as e:
            sys.exit(f"graph {i} of seed {seed}: {type(e).__name__} {e}\n{json.dumps(g)}")
    print(f"{count} graphs, seed {seed}: the same in every format")


if __name__ == "__main__": main()
