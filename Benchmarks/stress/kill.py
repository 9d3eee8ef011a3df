#!/usr/bin/env python3
"""Kills ingestion at random moments and runs it again: the store must end as if nothing had happened.

usage: kill.py LIAISON [ROUNDS] [SEED]     ROUNDS kills (100) of each way of ingestion: articles, and statements

After each kill the store is checked as the kill left it; then the same command runs to its end and the dump must be that of an
uninterrupted run. Exit code 0 when every round ended so.
"""
import json, os, random, shutil, signal, subprocess, sys, tempfile, time


def write_articles(path, count, random):
    names = ["Microsoft", "OpenAI", "Apple", "Nvidia", "Anthropic", "Google", "Amazon", "Oracle"]
    with open(path, "w") as file:
        for number in range(count):
            a, b, c = random.sample(names, 3)
            text = (f"{a} has invested ${number + 1} million in {b}. {b} is a rival of {c}.\n"
                    f"{c} acquired Beats on day {number}.\n" + "It rained. " * random.randrange(40))
            article = {"url": f"https://news.example/{number}", "title": f"Day {number}", "published": "2025-06-17",
                       "language": "en", "text": text}
            file.write(json.dumps(article) + "\n")


def main(liaison, rounds, seed):
    rng = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="liaison-kill-")
    environment = {**os.environ, "NO_COLOR": "1"}

    def run(*arguments, output=None):
        done = subprocess.run([liaison, *arguments], env=environment, stdout=output or subprocess.DEVNULL,
                              stderr=subprocess.PIPE)
        return done.returncode, done.stderr.decode()

    def dump(store):
        path = os.path.join(folder, "dump")
        with open(path, "wb") as file:
            code, errors = run("dump", "--store", store, output=file)
        if code != 0: sys.exit(f"dump: {errors}")
        with open(path, "rb") as file: return file.read()

    articles = os.path.join(folder, "articles.jsonl")
    write_articles(articles, 1500, rng)
    statements = os.path.join(folder, "statements.jsonl")
    with open(statements, "wb") as file:
        code, errors = run("extract", "--all", articles, output=file)
    if code != 0: sys.exit(errors)
    # Many times the same, so that a load has several transactions.
    with open(statements) as file: lines = file.readlines()
    with open(statements, "w") as file:
        for copy in range(12):
            for line in lines: file.write(line.replace("https://news.example/", f"https://paper{copy}.example/"))

    failed = 0
    for way, command in [("articles", ["ingest", articles]), ("statements", ["ingest", "--statements", statements])]:
        whole = os.path.join(folder, f"whole-{way}.sqlite")
        start = time.monotonic()
        code, errors = run(*command, "--store", whole)
        duration = time.monotonic() - start
        if code != 0: sys.exit(errors)
        expected = dump(whole)
        parts = {"before the store was there": 0, "on the way": 0, "after the end": 0}
        for number in range(rounds):
            store = os.path.join(folder, "killed.sqlite")
            for suffix in ("", "-wal", "-shm"):
                if os.path.exists(store + suffix): os.remove(store + suffix)
            process = subprocess.Popen([liaison, *command, "--store", store], env=environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(rng.random() * duration)
            ended = process.poll() is not None
            process.send_signal(signal.SIGKILL)
            process.wait()
            if ended: parts["after the end"] += 1
            elif not os.path.exists(store): parts["before the store was there"] += 1
            else:
                parts["on the way"] += 1
                code, errors = run("check", "--store", store)
                # A store whose first transaction was not committed is still empty, which check says in words.
                if code != 0:
                    failed += 1
                    print(f"{way}, round {number}: check after the kill: {errors}", file=sys.stderr)
            code, errors = run(*command, "--store", store)
            if code != 0 or dump(store) != expected:
                failed += 1
                print(f"{way}, round {number}: the second run did not end as an uninterrupted one: {errors}", file=sys.stderr)
        places = ", ".join(f"{count} {place}" for place, count in parts.items())
        print(f"{way}: {rounds} kills ({places}), an uninterrupted run takes {duration:.1f} s, dump {len(expected)} bytes")
    shutil.rmtree(folder)
    print("all ended as uninterrupted runs do" if failed == 0 else f"{failed} did not")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2: sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100,
         int(sys.argv[3]) if len(sys.argv) > 3 else 1)
