#!/usr/bin/env python3
"""What plain Python makes of a store: the same edges as DOT, with belief, best quote, link and date, streamed from SQLite.

usage: peer_store.py STORE.sqlite      prints megabytes of output a second of processor time
"""
import itertools, sqlite3, sys, time

QUERY = """SELECT s.key, r.name, o.key, st.confidence, st.quote, a.url, a.publisher, a.published, a.id
  FROM statement st JOIN entity s ON s.id = st.subject JOIN entity o ON o.id = st.object
  JOIN relation r ON r.id = st.relation JOIN article a ON a.id = st.id >> 20
  WHERE st.flags & 7 < 3 AND st.flags & 32 = 0 AND a.is_shown ORDER BY 1, 2, 3, 4 DESC"""


def escaped(text): return (text or "").replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("&", "&amp;")


def main():
    start, size, edges = time.process_time(), 0, 0
    with open("/dev/null", "w") as out:
        db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
        for key, name, kind in db.execute("SELECT key, name, kind FROM entity ORDER BY key"):
            size += len(line := f'  "{escaped(key)}" [label="{escaped(name)}", kind="{kind}", shape="box", tooltip="{escaped(name)} ({kind})"];\n'.encode())
            out.buffer.write(line)
        for (s, r, o), rows in itertools.groupby(db.execute(QUERY), key=lambda row: row[:3]):
            rows = list(rows)
            doubt = 1.0
            for row in rows: doubt *= 1 - row[3] / 10000
            best, dates, edges = rows[0], [row[7] for row in rows if row[7]], edges + 1
            line = (f'  "{escaped(s)}" -> "{escaped(o)}" [relation="{r}", label="{r}", belief="{1 - doubt:.4f}", statements={len(rows)}, '
                    f'articles={len({row[8] for row in rows})}, first="{min(dates, default="")}", last="{max(dates, default="")}", '
                    f'quote="{escaped(best[4])}", article="{escaped(best[5])}", published="{best[7]}", '
                    f'tooltip="{escaped(best[4])}\\n— {escaped(best[6])}, {best[7]}", URL="{escaped(best[5])}"];\n').encode()
            size += len(line)
            out.buffer.write(line)
    spent = time.process_time() - start
    print(f"plain Python from SQLite, DOT: {edges} edges, {size / 1e6:.1f} MB, {spent:.2f} s CPU: {size / 1e6 / spent:.0f} MB/s")


if __name__ == "__main__": main()
