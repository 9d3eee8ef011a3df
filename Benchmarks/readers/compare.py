#!/usr/bin/env python3
"""Reads the test pages with liaison and with trafilatura, in one run: how much of the article's words each finds, and how fast.

usage: compare.py [LIAISON]        needs: pip install trafilatura lxml_html_clean; a release build of liaison

The pages are Tests/LiaisonReadersTests/Pages/*.html with the article's words beside them, once as they are and once with
what real sites put around an article: scripts, styles, menus and comments, about 60 kB a page. F1 is that of the multisets of
words, averaged over pages that hold an article. Times are of the processor in one thread, medians of five runs; liaison's includes starting the
program, reading the files and writing the articles as JSON, trafilatura's only the extraction.
"""
import collections, glob, json, os, re, resource, statistics, subprocess, sys, tempfile, time

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
liaison = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, ".build/release/liaison")
COPIES, RUNS = 40, 5


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def f1(found, gold):
    found, gold = words(found), words(gold)
    if not found and not gold:
        return 1.0
    return 2 * sum((found & gold).values()) / (sum(found.values()) + sum(gold.values()))


def around(page, number):
    """A page with what sites put around an article."""
    script = "".join(f"window.q=window.q||[];q.push({{'slot':{i},'size':[300,250],'key':'k{i * 7919 % 1009}'}});\n" for i in range(250))
    style = "".join(f".c{i}{{margin:{i % 9}px;color:#{i:03x}}}\n" for i in range(300))
    menu = "".join(f'<li class="menu-item"><a href="/section/{i}">Section {i}</a></li>' for i in range(120))
    comments = "".join(
        f'<div class="comment" id="comment-{i}"><p>Reader {i} thinks that this changes little, and that the price, in any case, was too high by half.</p></div>'
        for i in range(60))
    page = page.replace("</head>", f"<script>{script}</script><style>{style}</style></head>", 1)
    page = page.replace("</HEAD>", f"<script>{script}</script></HEAD>", 1)
    tail = f'<div class="comments">{comments}</div><div class="footer-menu"><ul>{menu}</ul></div><!-- {number} -->'
    return re.sub(r"</body>", lambda m: tail + m.group(0), page, count=1, flags=re.I)


def with_liaison(folder):
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run([liaison, "ingest", "--dry-run", "--json", folder], capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    texts = {}
    for line in run.stdout.splitlines():
        found = json.loads(line)
        texts[os.path.basename(found["path"])] = found["article"]["text"]
    return texts, statistics.median(times)


def with_trafilatura(pages):
    import trafilatura
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        texts = {name: trafilatura.extract(page, include_comments=False) or "" for name, page in pages.items()}
        times.append(time.process_time() - start)
    return texts, statistics.median(times)


def main():
    source = os.path.join(root, "Tests/LiaisonReadersTests/Pages")
    plain, gold = {}, {}
    for path in sorted(glob.glob(source + "/*.html")):
        name = os.path.basename(path)
        plain[name] = open(path, encoding="utf-8").read()
        text = path[:-5] + ".txt"
        gold[name] = open(text, encoding="utf-8").read() if os.path.exists(text) else ""
    full = {f"{i:03d}-{name}": around(page, i) for i in range(COPIES) for name, page in plain.items()}
    print(f"{'pages':<28}{'':<14}{'F1':>8}{'MB/s':>10}")
    for label, pages in (("as they are", plain), ("with scripts, menus, comments", full)):
        size = sum(len(page.encode()) for page in pages.values())
        with tempfile.TemporaryDirectory() as folder:
            for name, page in pages.items():
                open(os.path.join(folder, name), "w", encoding="utf-8").write(page)
            ours, our_time = with_liaison(folder)
        theirs, their_time = with_trafilatura(pages)
        for program, texts, seconds in (("liaison", ours, our_time), ("trafilatura", theirs, their_time)):
            articles = [n for n in pages if gold[re.sub(r"^\d+-", "", n)]]
            score = statistics.mean(f1(texts.get(n, ""), gold[re.sub(r"^\d+-", "", n)]) for n in articles)
            rate = f"{size / seconds / 1e6:.1f}" if label != "as they are" else "–"
            print(f"{label:<30}{program:<12}{score:>8.3f}{rate:>10}")
        if "-v" in sys.argv or label == "as they are":
            for n in pages:
                a, b = f1(ours.get(n, ""), gold[n]), f1(theirs.get(n, ""), gold[n])
                print(f"    {n:<24} liaison {a:.3f}   trafilatura {b:.3f}")


main()
