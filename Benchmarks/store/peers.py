#!/usr/bin/env python3
"""The same statements and questions in SQLite from Python and in kuzu, to compare with store-benchmark.

usage: peers.py load STATEMENTS FOLDER            both databases, rate in CPU time, bytes each
       peers.py query FOLDER PAIRS [sqlite|kuzu]  PAIRS as `store-benchmark pairs STORE` writes them: two names a line

Questions: A-B with evidence (every statement between the two, both directions, with quote and article), two hops from A (the
names of all entities at most two links away, links in both directions), and one shortest path from A to the B of the next line.
SQLite has a plain table with an index on either end; its shortest path is a breadth-first search of ours from both ends.
"""
import json, os, resource, shutil, sqlite3, sys, time


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def rows(path):
    with open(path) as file:
        for line in file:
            x = json.loads(line)
            yield (x["subject"]["name"], x["relation"], x["object"]["name"], x["factuality"], x["time"], x["confidence"],
                   x["article"]["url"], x["evidence"]["start"], x["evidence"]["end"], x["evidence"]["quote"])


def load(statements, folder):
    shutil.rmtree(folder, ignore_errors=True); os.makedirs(folder)
    data = list(rows(statements))
    ids = {}
    for row in data:
        for name in (row[0], row[2]): ids.setdefault(name, len(ids) + 1)
    # Parsing is left out for the peers; for Liaison it is in.
    start = cpu()
    db = sqlite3.connect(os.path.join(folder, "peer.sqlite"))
    db.executescript("""PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
        CREATE TABLE entity (id INTEGER PRIMARY KEY, key TEXT UNIQUE);
        CREATE TABLE statement (subject INTEGER, relation TEXT, object INTEGER, factuality TEXT, time TEXT, confidence REAL,
            article TEXT, start INTEGER, end INTEGER, quote TEXT);
        CREATE INDEX by_subject ON statement(subject, object); CREATE INDEX by_object ON statement(object, subject);""")
    with db:
        db.executemany("INSERT INTO entity VALUES (?, ?)", ((i, k) for k, i in ids.items()))
        db.executemany("INSERT INTO statement VALUES (?,?,?,?,?,?,?,?,?,?)", ((ids[r[0]], r[1], ids[r[2]], *r[3:]) for r in data))
    used = cpu() - start
    size = sum(os.path.getsize(os.path.join(folder, f)) for f in os.listdir(folder) if f.startswith("peer.sqlite"))
    print(f"sqlite3 from Python: {len(data) / used:,.0f} statements/s ({used:.2f} s CPU), {size / len(data):.0f} bytes each")
    try:
        import kuzu
    except ImportError:
        return print("there is no kuzu here")
    import csv
    with open(os.path.join(folder, "entity.csv"), "w", newline="") as file: csv.writer(file).writerows((k,) for k in ids)
    with open(os.path.join(folder, "statement.csv"), "w", newline="") as file:
        csv.writer(file).writerows((r[0], r[2], r[1], *r[3:]) for r in data)
    start = cpu()
    db = kuzu.Database(os.path.join(folder, "peer.kuzu"))
    c = kuzu.Connection(db)
    c.execute("CREATE NODE TABLE entity(key STRING, PRIMARY KEY(key))")
    c.execute("CREATE REL TABLE statement(FROM entity TO entity, relation STRING, factuality STRING, time STRING, "
              "confidence DOUBLE, article STRING, start INT64, finish INT64, quote STRING)")
    c.execute(f'COPY entity FROM "{folder}/entity.csv"')
    c.execute(f'COPY statement FROM "{folder}/statement.csv"')
    used = cpu() - start
    print(f"kuzu, COPY from CSV: {len(data) / used:,.0f} statements/s ({used:.2f} s CPU)")


def report(name, times, results):
    times.sort()
    print(f"{name}: median {times[len(times) // 2]:.4f} ms, p99 {times[len(times) * 99 // 100]:.4f} ms, {results} results")


def measure(name, items, ask):
    times, results = [], 0
    for item in items:
        start = time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)
        results += ask(*item)
        times.append((time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID) - start) * 1e3)
    report(name, times, results)


def query_sqlite(folder, pairs):
    db = sqlite3.connect(f"file:{folder}/peer.sqlite?mode=ro", uri=True)
    db.execute("PRAGMA cache_size = -32768")
    ident = lambda k: db.execute("SELECT id FROM entity WHERE key = ?", (k,)).fetchone()[0]

    def between(a, b):
        a, b = ident(a), ident(b)
        return len(db.execute("SELECT * FROM statement WHERE subject = ? AND object = ? UNION ALL "
                              "SELECT * FROM statement WHERE subject = ? AND object = ?", (a, b, b, a)).fetchall())

    hops = """WITH near(id) AS (SELECT object FROM statement WHERE subject = ?1 UNION SELECT subject FROM statement WHERE object = ?1),
        far(id) AS (SELECT id FROM near UNION SELECT object FROM near JOIN statement ON subject = near.id
                    UNION SELECT subject FROM near JOIN statement ON object = near.id)
        SELECT key FROM far JOIN entity USING (id) WHERE id <> ?1 ORDER BY key"""
    links = lambda i: [r[0] for r in db.execute(
        "SELECT object FROM statement WHERE subject = ?1 UNION SELECT subject FROM statement WHERE object = ?1", (i,))]

    def shortest(a, b):
        a, b = ident(a), ident(b)
        if a == b: return 0
        near, far, front, back = {a: None}, {b: None}, [a], [b]
        for _ in range(6):
            if not front or not back: return 0
            if len(front) > len(back): near, far, front, back = far, near, back, front
            following = []
            for i in front:
                for j in links(i):
                    if j in near: continue
                    near[j] = i; following.append(j)
                    if j in far: return 1
            front = following
        return 0

    measure("A-B with evidence", pairs, between)
    measure("two hops", pairs, lambda a, b: len(db.execute(hops, (ident(a),)).fetchall()))
    measure("shortest path", [(a, pairs[(n + 1) % len(pairs)][1]) for n, (a, b) in enumerate(pairs)], shortest)


def query_kuzu(folder, pairs):
    import kuzu
    c = kuzu.Connection(kuzu.Database(os.path.join(folder, "peer.kuzu"), read_only=True), num_threads=1)
    ab = c.prepare("MATCH (a:entity {key: $a})-[s:statement]-(b:entity {key: $b}) RETURN s.*")
    two = c.prepare("MATCH (a:entity {key: $a})-[:statement*1..2]-(b:entity) RETURN DISTINCT b.key ORDER BY b.key")
    way = c.prepare("MATCH p = (a:entity {key: $a})-[:statement* SHORTEST 1..6]-(b:entity {key: $b}) RETURN length(p)")

    def ask(statement, **names):
        answer, count = c.execute(statement, names), 0
        while answer.has_next():
            answer.get_next(); count += 1
        return count

    measure("A-B with evidence", pairs, lambda a, b: ask(ab, a=a, b=b))
    measure("two hops", pairs[:200], lambda a, b: ask(two, a=a))
    measure("shortest path", [(a, pairs[(n + 1) % len(pairs)][1]) for n, (a, b) in enumerate(pairs)][:200],
            lambda a, b: ask(way, a=a, b=b))


if __name__ == "__main__":
    if len(sys.argv) > 3 and sys.argv[1] == "load": load(sys.argv[2], os.path.abspath(sys.argv[3]))
    elif len(sys.argv) > 3 and sys.argv[1] == "query":
        with open(sys.argv[3]) as file: pairs = [line.rstrip("\n").split("\t") for line in file]
        for name in sys.argv[4:] or ["sqlite", "kuzu"]:
            print(name)
            {"sqlite": query_sqlite, "kuzu": query_kuzu}[name](os.path.abspath(sys.argv[2]), pairs)
    else: sys.exit(__doc__)
