#!/usr/bin/env python3
"""Measures `liaison serve` on a large store: times of pages, requests a second while an ingestion writes, memory, weight.

usage: measure.py LIAISON STORE STATEMENTS [--seconds N]

STORE is a copy that may be written to; STATEMENTS is ingested into it while pages are asked for. Needs wrk.
Times are those of one client on one connection, from the request to the last byte, so the network stack is in them; the
field `x` of each address differs, so that no page comes from the cache unless the line says so.
"""
import argparse, http.client, os, pathlib, re, sqlite3, subprocess, sys, tempfile, time, urllib.parse

HERE = pathlib.Path(__file__).resolve().parent


def memory(pid):
    text = open(f"/proc/{pid}/status").read()
    return {name: int(re.search(name + r":\s+(\d+)", text).group(1)) / 1024 for name in ("VmRSS", "VmHWM")}


def cpu(pid):
    """Processor time of a process and of its children that have ended, in milliseconds."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return sum(int(field) for field in fields[11:15]) * 1000 / os.sysconf("SC_CLK_TCK")


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


class Client:
    def __init__(self, port, server):
        self.server = server
        self.connection = http.client.HTTPConnection("127.0.0.1", port)

    def get(self, path):
        start = time.perf_counter()
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        taken = time.perf_counter() - start
        assert answer.status == 200, (path, answer.status)
        return taken, len(body)


def series(client, name, paths):
    times, sizes, before = [], [], cpu(client.server)
    for path in paths:
        taken, size = client.get(path)
        times.append(taken)
        sizes.append(size)
    print(f"{name}: {len(times)} requests, p50 {percentile(times, .5):.1f} ms, p99 {percentile(times, .99):.1f} ms, most {max(times) * 1000:.1f} ms, processor {(cpu(client.server) - before) / len(times):.2f} ms each, largest {max(sizes) / 1024:.0f} KB", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("liaison"), parser.add_argument("store"), parser.add_argument("statements")
    parser.add_argument("--seconds", type=int, default=20)
    given = parser.parse_args()
    database = sqlite3.connect(f"file:{given.store}?mode=ro", uri=True)
    degrees = database.execute(
        "SELECT entity, sum(n) FROM (SELECT subject AS entity, count(*) AS n FROM statement GROUP BY 1 UNION ALL SELECT object, count(*) FROM statement GROUP BY 1) GROUP BY 1 ORDER BY 2 DESC").fetchall()
    path = lambda row: "/entity/" + urllib.parse.quote(database.execute("SELECT key FROM entity WHERE id = ?", (row,)).fetchone()[0], safe=":")
    busiest, most = degrees[0]
    print(f"the busiest of {len(degrees)} entities has {most} statements")
    step = max(len(degrees) // 2000, 1)
    sample = [path(row) for row, _ in degrees[::step]]
    busy = [path(row) for row, _ in degrees[:50]]
    key = urllib.parse.unquote(path(busiest)[len("/entity/"):])
    database.close()
    server = subprocess.Popen([given.liaison, "serve", "--store", given.store, "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        port = int(re.search(r":(\d+)/", server.stderr.readline()).group(1))
        client = Client(port, server.pid)
        client.get("/help")
        print("memory after the start: %.0f MB" % memory(server.pid)["VmRSS"])
        series(client, "first request of the busiest entity", [path_of(key)])
        series(client, "entity page, the busiest, made anew", [f"{path_of(key)}?x={i}" for i in range(300)])
        series(client, "entity page, the 50 busiest, made anew", [f"{p}?x={i}" for i in range(6) for p in busy])
        series(client, "entity page, 2,000 of all degrees, made anew", [f"{p}?x=1" for p in sample])
        series(client, "entity page, the busiest, from the cache", [path_of(key)] * 300)
        open_key = urllib.parse.quote(key, safe=":")
        series(client, "graph of 60 entities around the busiest, Graphviz included", [f"/graph?open={open_key}&nodes=60&x={i}" for i in range(40)])
        series(client, "the same, with a filter that needs every edge", [f"/graph?open={open_key}&nodes=60&belief=0.8&x={i}" for i in range(10)])
        series(client, "suggestions for a beginning", [f"/suggestions?q={w}&x={i}" for i in range(10) for w in ("no", "nordic", "banq")])
        series(client, "suggestions with a typing error", [f"/suggestions?q=nrodic+atlantci&x={i}" for i in range(10)])
        series(client, "the style and the script", ["/assets/explorer.css", "/assets/palette.css", "/assets/explorer.js", "/assets/icon.svg"])
        print("memory after that: %.0f MB" % memory(server.pid)["VmRSS"])
        with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as pages:
            pages.write("\n".join(sample))
        environment = dict(os.environ, PAGES=pages.name)
        wrk = ["wrk", "-t1", "-c8", f"-d{given.seconds}s", "-s", str(HERE / "pages.lua"), f"http://127.0.0.1:{port}"]
        def flood(name):
            before = cpu(server.pid)
            said = subprocess.run(wrk, env=environment, capture_output=True, text=True).stdout.splitlines()[-1]
            used = (cpu(server.pid) - before) / max(int(re.search(r"requests (\d+)", said).group(1)), 1)
            print(f"{name}: {said}; processor {used:.2f} ms each", flush=True)

        flood("entity pages at random, nothing writes")
        ingestion = subprocess.Popen([given.liaison, "ingest", "--statements", given.statements, "--store", given.store], stderr=subprocess.DEVNULL)
        time.sleep(1)
        flood("entity pages at random, an ingestion writes")
        print("the ingestion was still running" if ingestion.poll() is None else "THE INGESTION HAD ENDED: give more statements")
        ingestion.terminate()
        ingestion.wait()
        os.unlink(pages.name)
        print("memory at the end: %(VmRSS).0f MB, most ever %(VmHWM).0f MB" % memory(server.pid))
    finally:
        server.terminate()
        server.wait()


def path_of(key):
    return "/entity/" + urllib.parse.quote(key, safe=":")


if __name__ == "__main__":
    sys.exit(main())
