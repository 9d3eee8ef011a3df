#!/usr/bin/env python3
"""Tests of `liaison serve` in a real browser: each page, each action, scripts on and off, nasty names, WCAG 2.2 AA by axe.

usage: explorer.py LIAISON [--pictures FOLDER]

Needs chromium and chromedriver on the PATH, and from PyPI selenium and axe-playwright-python (of which only the file of
axe-core is used: install it with --no-deps). Ends with 1 when something failed.
"""
import argparse, base64, contextlib, hashlib, importlib.util, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, time
import traceback
import urllib.request
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import Select, WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDTHS = [360, 768, 1280, 2560]
NASTY = [
    "<script>document.title='run'</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><svg onload=alert(1)>",
    "javascript:alert(1)", "{{t.search}} {{{drawing}}}", "AT&T &amp; Söhne", "\u202eevil gpj.exe", "line one\nline two", "tab\tand \x07 bell",
    "שלום עולם", "مرحبا", "日本語の会社", "e\u0301\u0323 combined", "👩‍👩‍👧‍👦 family", "x" * 300, "mot " * 200, "\"]; evil [label=<b>\"", "\\N \\G \\L",
    "../../etc/passwd", "a/b?c#d%20e", "=1+1", "Robert'); DROP TABLE entity;--", "node", "Z\u0301\u0302\u0303\u0304\u0305\u0306algo",
]


class Failures(list):
    def check(self, holds, what):
        if not holds:
            self.append(what)
            print("FAILED  " + what, flush=True)


@contextlib.contextmanager
def serving(liaison, store, *options):
    """Runs `liaison serve` and gives its address."""
    process = subprocess.Popen([liaison, "serve", "--store", store, "--port", "0", *options], stderr=subprocess.PIPE, text=True)
    line = process.stderr.readline()
    try:
        yield re.search(r"http://\S+", line).group(0)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def browser(scripts=True, dark=False, language="en"):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for option in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", f"--lang={language}", "--force-prefers-reduced-motion"]:
        options.add_argument(option)
    if dark:
        options.add_argument("--force-dark-mode")
    preferences = {"intl.accept_languages": language}
    if not scripts:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
    driver.set_page_load_timeout(60)
    return driver


def size(driver, width, height=900):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def picture(driver, folder, name, whole=True):
    if not folder:
        return

    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})
    (folder / (name + ".png")).write_bytes(base64.b64decode(shot["data"]))


def wait(driver, condition, seconds=15):
    # Between two pages an element may be gone: the condition is asked again.
    passing = (NoSuchElementException, StaleElementReferenceException)
    return WebDriverWait(driver, seconds, ignored_exceptions=passing).until(lambda _: condition())


def click(driver, selector):
    """Clicks what a person would scroll to first."""
    element = driver.find_element(By.CSS_SELECTOR, selector)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def follow(driver, selector):
    """Clicks what leads to another page, and waits for it: the old one may still be there when the click returns."""
    old = driver.find_element(By.TAG_NAME, "html").id
    click(driver, selector)
    wait(driver, lambda: driver.find_element(By.TAG_NAME, "html").id != old)


def complaints(driver):
    return [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE" and "favicon" not in entry["message"]]


def axe(driver, source):
    driver.execute_script(source)
    found = driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(done, e => done({violations: [{id: String(e), nodes: []}]}));"
    )
    return [f"{v['id']}: {n['target']} {n.get('failureSummary', '')[:200]}" for v in found["violations"] for n in v["nodes"][:3]] + [v["id"] for v in found["violations"] if not v["nodes"]]


def first_article(base):
    page = urllib.request.urlopen(base).read().decode()
    return re.search(r'href="(/article/[0-9a-f]{64})"', page).group(1)


def check_pages(liaison, store, source, folder, failures):
    """Every page, at every width, in the light and the dark, in both languages, with axe."""
    with serving(liaison, store) as base:
        pages = {
            "home": "/", "search": "/search?q=micro", "entity": "/entity/org:openai", "pair": "/pair/org:microsoft/org:openai",
            "edge": "/edge/org:microsoft/invests-in/org:openai", "graph": "/graph?open=org:openai", "two": "/graph?open=org:microsoft&open=org:openai&nodes=15",
            "article": first_article(base), "review": "/review", "judgements": "/judgements", "edit": "/edit/org:openai", "help": "/help", "missing": "/nothing",
        }
        for dark in (False, True):
            for language in ("en", "fr"):
                driver = browser(dark=dark, language=language)
                for name, path in pages.items():
                    for width in WIDTHS:
                        if language == "fr" and width != 1280:
                            continue
                        size(driver, width)
                        driver.get(base.rstrip("/") + path)
                        label = f"{name}-{width}-{'dark' if dark else 'light'}-{language}"
                        if name == "entity" and width == 1280:
                            wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".preview svg"))
                        failures.check(driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == language, label + ": language")
                        overflow = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                        failures.check(overflow <= 0, f"{label}: {overflow} pixels too wide")
                        for complaint in axe(driver, source):
                            failures.check(False, f"{label}: axe {complaint}")
                        severe = [c for c in complaints(driver) if name != "missing"]
                        failures.check(not severe, f"{label}: {severe}")
                        picture(driver, folder, label)
                driver.quit()


def check_actions(liaison, store, folder, failures):
    """What a person does: searches, follows, filters, moves a drawing, decides, takes back; by keyboard."""
    with serving(liaison, store) as base:
        driver = browser()
        size(driver, 1280)
        home = base.rstrip("/")
        driver.get(base)
        driver.find_element(By.TAG_NAME, "body").send_keys("/")
        field = driver.switch_to.active_element
        failures.check(field.get_attribute("id") == "q", "slash leads to the search field")
        field.send_keys("micosoft")
        wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "#suggestions li"))
        picture(driver, folder, "suggestions", whole=False)
        failures.check("Microsoft" in driver.find_element(By.ID, "suggestions").text, "a typing error is forgiven")
        field.send_keys(Keys.ARROW_DOWN)
        failures.check(field.get_attribute("aria-activedescendant") == "suggestion-0", "arrow keys choose a suggestion")
        field.send_keys(Keys.ENTER)
        wait(driver, lambda: "/entity/org:microsoft" in driver.current_url)
        follow(driver, ".edge .quote a")
        wait(driver, lambda: "/article/" in driver.current_url)
        target = driver.execute_script("return document.querySelector(':target')?.textContent")
        failures.check(bool(target), "a quote leads to its place in the article")
        click(driver, "sup a")
        failures.check("#c-" in driver.current_url, "a number leads to its statement")

        driver.get(home + "/graph?open=org:openai")
        drawing = driver.find_element(By.CSS_SELECTOR, "svg.graph")
        before = drawing.get_dom_attribute("viewBox")
        click(driver, ".tools button")
        failures.check(drawing.get_dom_attribute("viewBox") != before, "a button zooms")
        tools, area = driver.find_element(By.CSS_SELECTOR, ".tools").rect, drawing.rect
        failures.check(tools["y"] + tools["height"] <= area["y"] + 1, f"the tools stand above the drawing ({tools}, {area})")
        closer = drawing.get_dom_attribute("viewBox")
        click(driver, ".tools button:nth-of-type(2)")
        failures.check(drawing.get_dom_attribute("viewBox") != closer, "a second button goes back")
        click(driver, ".tools button:nth-of-type(1)")
        click(driver, ".tools button:nth-of-type(3)")
        failures.check([float(n) for n in drawing.get_dom_attribute("viewBox").split()] == [float(n) for n in before.split()], "a third shows all")
        click(driver, ".tools button")
        canvas = driver.find_element(By.CSS_SELECTOR, ".canvas")
        canvas.send_keys("0")
        failures.check([float(n) for n in drawing.get_dom_attribute("viewBox").split()] == [float(n) for n in before.split()], "zero shows all again")
        canvas.send_keys(Keys.ARROW_LEFT)
        failures.check(drawing.get_dom_attribute("viewBox").split()[0] != before.split()[0], "arrow keys pan")
        canvas.send_keys("0")
        driver.find_element(By.CSS_SELECTOR, ".tools input").send_keys("microsoft")
        dimmed = len(driver.find_elements(By.CSS_SELECTOR, ".node.dim"))
        failures.check(dimmed > 0, "the filter dims other names")
        driver.find_element(By.CSS_SELECTOR, ".tools input").send_keys(Keys.ESCAPE)
        node = driver.find_element(By.CSS_SELECTOR, ".node:not(.open) a")
        driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", node)
        webdriver.ActionChains(driver).move_to_element(node).click().perform()
        wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".canvas > .card"))
        picture(driver, folder, "graph-selected", whole=False)
        failures.check(len(driver.find_elements(By.CSS_SELECTOR, ".edge.dim")) > 0, "a click on a name dims what it is not linked to")
        follow(driver, ".canvas > .card a")
        wait(driver, lambda: driver.current_url.count("open=") == 2)
        node = driver.find_element(By.CSS_SELECTOR, ".node a")
        driver.execute_script("arguments[0].focus()", node)
        webdriver.ActionChains(driver).send_keys(Keys.ENTER).perform()
        wait(driver, lambda: driver.current_url.count("open=") != 2)

        driver.get(home + "/graph?open=org:openai")
        click(driver, ".filters summary")
        click(driver, "input[value='rival-of']")
        picture(driver, folder, "filters", whole=False)
        follow(driver, ".filters button")
        wait(driver, lambda: "relation=rival-of" in driver.current_url)
        failures.check(len(driver.find_elements(By.CSS_SELECTOR, ".legend.inline .relation")) == 1, "a filter keeps one relation")

        driver.get(home + "/review")
        question = driver.find_element(By.CSS_SELECTOR, ".question h2").text
        keys = [button.get_attribute("data-key") for button in driver.find_elements(By.CSS_SELECTOR, ".question button")]
        driver.find_element(By.TAG_NAME, "body").send_keys("n")
        wait(driver, lambda: "at=2" in driver.current_url)
        driver.find_element(By.TAG_NAME, "body").send_keys("p")
        wait(driver, lambda: "at=1" in driver.current_url)
        total = int(re.findall(r"\d+", driver.find_element(By.CSS_SELECTOR, ".about").text)[1])
        driver.find_element(By.TAG_NAME, "body").send_keys(keys[0])
        wait(driver, lambda: "done=" in driver.current_url)
        picture(driver, folder, "review-done")
        left = int(re.findall(r"\d+", driver.find_element(By.CSS_SELECTOR, ".about").text)[1])
        failures.check(left == total - 1, f"a decision by key takes the question away ({total} to {left})")
        driver.find_element(By.TAG_NAME, "body").send_keys("u")
        wait(driver, lambda: "done=2" in driver.current_url)
        failures.check(driver.find_element(By.CSS_SELECTOR, ".question h2").text == question, "undo by key brings the question back")

        driver.get(home + "/edge/org:microsoft/invests-in/org:openai")
        driver.find_element(By.TAG_NAME, "body").send_keys("r")
        wait(driver, lambda: "rejected by a person" in driver.page_source)
        driver.find_element(By.TAG_NAME, "body").send_keys("a")
        wait(driver, lambda: "accepted by a person" in driver.page_source)
        click(driver, "header .correct summary")
        Select(driver.find_element(By.CSS_SELECTOR, "header .correct select")).select_by_value("date")
        driver.find_element(By.CSS_SELECTOR, "header .correct input[name=to]").send_keys("2019-07-22")
        picture(driver, folder, "correct-detail")
        follow(driver, "header .correct button")
        wait(driver, lambda: "22 July 2019" in driver.find_element(By.CSS_SELECTOR, "header .facts").text)
        click(driver, ".evidence .correct summary")
        Select(driver.find_element(By.CSS_SELECTOR, ".evidence .correct select")).select_by_value("time")
        driver.find_element(By.CSS_SELECTOR, ".evidence .correct input[name=to]").send_keys("planned")
        follow(driver, ".evidence .correct button")
        wait(driver, lambda: "planned" in driver.find_element(By.CSS_SELECTOR, ".evidence .facts").text)
        driver.get(home + "/edit/org:openai")
        name = driver.find_element(By.NAME, "value")
        name.clear()
        name.send_keys("OpenAI, Inc.")
        follow(driver, "button[value=rename]")
        wait(driver, lambda: "/entity/" in driver.current_url)
        failures.check(driver.find_element(By.TAG_NAME, "h1").text == "OpenAI, Inc.", "renaming shows at once")
        driver.get(home + "/judgements")
        for _ in range(len(driver.find_elements(By.CSS_SELECTOR, ".judgements form"))):
            follow(driver, ".judgements form button")
            if not driver.find_elements(By.CSS_SELECTOR, ".judgements li .badge:not(.undo)"):
                break
        picture(driver, folder, "judgements-full")
        failures.check(not complaints(driver), "no complaint of the browser in all of this")
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
        for name, path in [("pair", "/pair/org:microsoft/org:openai"), ("graph", "/graph?open=org:openai")]:
            driver.get(home + path)
            size(driver, 794, 1123)
            failures.check(not driver.find_element(By.CSS_SELECTOR, ".top").is_displayed(), name + ": the frame is not printed")
            picture(driver, folder, "print-" + name)
        driver.quit()


def check_without_scripts(liaison, store, folder, failures):
    """Pages work without scripts: searching, following, filtering, deciding."""
    with serving(liaison, store) as base:
        driver = browser(scripts=False)
        size(driver, 1280)
        driver.get(base)
        driver.find_element(By.ID, "q").send_keys("openai")
        follow(driver, ".find button")
        follow(driver, ".names a")
        wait(driver, lambda: "/entity/" in driver.current_url)
        follow(driver, ".actions .button")
        wait(driver, lambda: "/graph" in driver.current_url)
        failures.check(not driver.find_elements(By.CSS_SELECTOR, ".canvas.live"), "scripts are off")
        picture(driver, folder, "noscript-graph")
        driver.get(base.rstrip("/") + "/review")
        question = driver.find_element(By.CSS_SELECTOR, ".question h2").text
        follow(driver, ".question button")
        wait(driver, lambda: "done=" in driver.current_url)
        follow(driver, ".done + form button, .judge.small button")
        wait(driver, lambda: driver.find_element(By.CSS_SELECTOR, ".question h2").text == question)
        driver.quit()


def nasty_statements():
    for number, name in enumerate(NASTY):
        text = f"{name} invests in Lumenor."
        quote = text
        other = NASTY[(number + 1) % len(NASTY)]
        yield {
            "article": {"id": f"n{number}", "url": f"https://news.example/{number}", "title": name, "publisher": name, "published": "2024-03-01",
                        "sha256": hashlib.sha256(str(number).encode()).hexdigest()},
            "subject": {"name": name, "kind": "company"}, "relation": "invests-in", "object": {"name": "Lumenor", "kind": "company"},
            "factuality": "asserted", "time": "current", "negated": False, "confidence": 0.6,
            "evidence": {"part": "text", "start": 0, "end": len(quote), "quote": quote, "subject": [0, len(name)], "object": [len(text) - 8, len(text) - 1]},
            "rule": name[:40], "source": other,
        }


def check_nasty(liaison, folder_of_store, source, folder, failures):
    """Names made to break pages are text on all of them."""
    store = os.path.join(folder_of_store, "nasty.sqlite")
    lines = os.path.join(folder_of_store, "nasty.jsonl")
    with open(lines, "w") as file:
        for statement in nasty_statements():
            file.write(json.dumps(statement) + "\n")
    subprocess.run([liaison, "ingest", "--statements", lines, "--store", store], check=True, stderr=subprocess.DEVNULL)
    with serving(liaison, store) as base:
        driver = browser()
        size(driver, 1280)
        home = base.rstrip("/")
        seen, open_pages, number = set(), ["/", "/entity/org:lumenor", "/graph?open=org:lumenor&nodes=60", "/review", "/search?q=Lumenor"], 0
        while open_pages and len(seen) < 110:
            path = open_pages.pop(0)
            if path in seen:
                continue
            seen.add(path)
            driver.get(home + path)
            failures.check(driver.title.endswith("· Liaison"), f"nasty {path}: the title is {driver.title!r}")
            with contextlib.suppress(Exception):
                alert = driver.switch_to.alert
                failures.check(False, f"nasty {path}: an alert says {alert.text}")
                alert.accept()
            severe = complaints(driver)
            failures.check(not severe, f"nasty {path}: {severe}")
            overflow = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            failures.check(overflow <= 0, f"nasty {path}: {overflow} pixels too wide")
            if len(seen) % 8 == 1 or path.startswith("/graph"):
                number += 1
                for complaint in axe(driver, source):
                    failures.check(False, f"nasty {path}: axe {complaint}")
                picture(driver, folder, f"nasty-{number}")
            for link in driver.find_elements(By.CSS_SELECTOR, "main a[href^='/']:not([download])"):
                href = link.get_attribute("href") or ""
                if isinstance(href, str) and href.startswith(home):
                    open_pages.append(href[len(home):].split("#")[0])
        driver.quit()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("liaison")
    parser.add_argument("--pictures")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    liaison = os.path.abspath(given.liaison)
    folder = pathlib.Path(given.pictures) if given.pictures else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    package = importlib.util.find_spec("axe_playwright_python")
    source = (pathlib.Path(package.origin).parent / "axe.min.js").read_text()
    failures = Failures()
    with tempfile.TemporaryDirectory() as work:
        examples = os.path.join(work, "examples.sqlite")
        subprocess.run([liaison, "ingest", str(ROOT / "Examples"), "--store", examples], check=True, stderr=subprocess.DEVNULL)
        steps = {
            "pages": lambda store: check_pages(liaison, store, source, folder, failures),
            "actions": lambda store: check_actions(liaison, store, folder, failures),
            "scriptless": lambda store: check_without_scripts(liaison, store, folder, failures),
            "nasty": lambda store: check_nasty(liaison, os.path.dirname(store), source, folder, failures),
        }
        for name, step in steps.items():
            if given.only and name not in given.only.split(","):
                continue
            start = time.time()
            # A check that fails stands; a browser that loses its footing gets a second try, on a store of its own.
            for attempt in ("first", "second"):
                own = os.path.join(work, f"{name}-{attempt}")
                os.mkdir(own)
                store = shutil.copy(examples, os.path.join(own, "examples.sqlite"))
                try:
                    step(store)
                    break
                except WebDriverException as error:
                    traceback.print_exc()
                    if attempt == "second":
                        failures.check(False, f"{name}: {type(error).__name__}: {str(error)[:400]}")
            print(f"{name}: {time.time() - start:.0f} s", flush=True)
    print("all passed" if not failures else f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
