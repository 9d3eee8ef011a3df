#!/usr/bin/env python3
"""How fast other libraries write the same graph: megabytes of output a second of processor time, of writing alone.

usage: peers.py FILE.dot FILE.nq        small files: pydot reads slowly
"""
import json, sys, time, warnings
import networkx, pydot, pyoxigraph as ox, rdflib

warnings.simplefilter("ignore")


def measure(name, write):
    runs = []
    for _ in range(3):
        start = time.process_time()
        size = len(write())
        runs.append(size / 1e6 / max(time.process_time() - start, 1e-6))
    print(f"{name:28} {sorted(runs)[1]:7.1f} MB/s")


dot, nq = (open(f, encoding="utf-8").read() for f in sys.argv[1:3])
graph = pydot.graph_from_dot_data(dot)[0]
measure("pydot, DOT", lambda: graph.to_string().encode())
multi = networkx.MultiDiGraph(networkx.nx_pydot.from_pydot(graph))
multi.graph.clear()
measure("networkx, GraphML", lambda: "\n".join(networkx.generate_graphml(multi)).encode())
rows = [(e.get_source(), e.get_destination(), e.get_attributes()) for e in graph.get_edges()]
q = lambda v: str(v).strip('"')
measure("plain Python, DOT", lambda: "".join(
    f"  {s} -> {o} [" + ", ".join(f'{k}="{q(v)}"' for k, v in a.items()) + "];\n" for s, o, a in rows).encode())
measure("plain Python json, edges", lambda: json.dumps([{"s": s, "o": o, **a} for s, o, a in rows], ensure_ascii=False).encode())
data = ox.Dataset(ox.parse(nq.encode(), format=ox.RdfFormat.N_QUADS))
measure("oxigraph, N-Quads", lambda: ox.serialize(data, format=ox.RdfFormat.N_QUADS))
measure("oxigraph, JSON-LD", lambda: ox.serialize(data, format=ox.RdfFormat.JSON_LD))
other = rdflib.Dataset()
other.parse(data=nq, format="nquads")
measure("rdflib, N-Quads", lambda: other.serialize(format="nquads").encode())
measure("rdflib, JSON-LD", lambda: other.serialize(format="json-ld").encode())
