#!/usr/bin/env python3
"""Opens every page of a built guide in headless Chromium, and holds it to what readers rely on.

    check_pages.py SITE [--find WORD=PAGE] [--shots FOLDER]

SITE is a folder that 'lessons build' wrote. Every page is opened from its file, light and dark, at 1280, 768
and 360 pixels, with JavaScript on and off, with all that is folded open, and for paper. With --find, a word
that is searched for on index.html must lead to a page. With --shots, every view is stored as a picture. Needs
Chromium and Python's own library: the DevTools protocol is spoken over a pipe.
"""

import argparse
import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time

WIDTHS = (1280, 768, 360)
# The seconds that an answer may take.
PATIENCE = 60
# The bytes that a page, and the style and the script together, may have.
PAGE_LIMIT = 300_000
ASSET_LIMIT = 40_000
# The times that Tab is pressed on a page.
TAB_COUNT = 25

# What is checked on each view; returns a list of problems.
PAGE_CHECKS = r"""
(() => {
  const problems = [];
  const say = (text) => problems.push(text);
  const visible = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  const root = document.documentElement;

  if (!root.lang) say("no lang");
  if (!document.title.trim()) say("no title");
  if (document.querySelectorAll("main").length !== 1) say("not one main");
  for (const name of ["header.banner", "main"]) if (!document.querySelector(name)) say("no " + name);
  for (const nav of document.querySelectorAll("nav")) if (!nav.getAttribute("aria-label")) say("a nav without a name");

  // What text of an author must never become.
  for (const link of document.querySelectorAll("a[href], area[href], form[action], iframe, object, embed, base"))
    if (!link.matches("a") || !/^(https?|mailto|file):$/.test(link.protocol)) say("an unsafe element: " + link.outerHTML.slice(0, 80));
  for (const node of document.querySelectorAll("*"))
    for (const { name } of node.attributes) if (name.startsWith("on")) say("a handler: " + node.outerHTML.slice(0, 80));
  if (globalThis.hostile !== undefined) say("a script of the lesson has run");

  // Brackets grow with what they hold where the font of formulas is there.
  for (const table of document.querySelectorAll("mrow > mo + mtable")) {
    const bracket = table.previousElementSibling;
    if (visible(table) && bracket.textContent === "[" && bracket.getBoundingClientRect().height < 0.8 * table.getBoundingClientRect().height)
      say("a bracket that does not grow: " + table.textContent.slice(0, 40));
  }

  const overflow = root.scrollWidth - root.clientWidth;
  if (overflow > 0) {
    const wide = [...document.querySelectorAll("main *")].filter((node) =>
      node.getBoundingClientRect().right > root.clientWidth + 1 && !node.closest(".scroll, pre, math"));
    say("overflows by " + overflow + " px: " + wide.slice(0, 3).map((node) => node.outerHTML.slice(0, 80)).join(" | "));
  }

  const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter(visible);
  if (headings.filter((node) => node.tagName === "H1").length !== 1) say("not one h1");
  let last = 0;
  for (const heading of headings) {
    const level = Number(heading.tagName[1]);
    if (level > last + 1) say("a heading of level " + level + " under one of level " + last + ": " + heading.textContent);
    last = level;
  }

  const seen = new Set();
  for (const node of document.querySelectorAll("[id]")) {
    if (seen.has(node.id)) say("the id " + node.id + " twice");
    seen.add(node.id);
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (!document.getElementById(id)) say("a link to #" + id + ", which is not there");
  }
  for (const image of document.querySelectorAll("img")) if (!image.hasAttribute("alt")) say("an image without alt");
  for (const svg of document.querySelectorAll("svg"))
    if (!svg.getAttribute("aria-label") && !svg.getAttribute("aria-labelledby") && !svg.querySelector("title")) say("a figure without a name");
  for (const table of document.querySelectorAll("table")) if (!table.querySelector("th")) say("a table without headers");
  for (const control of document.querySelectorAll("button, input"))
    if (!control.getAttribute("aria-label") && !control.textContent.trim()) say("a control without a name");

  // Contrast, by WCAG 2: each text against the nearest background that is not transparent.
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => [r, g, b]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const background = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const judged = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node || !visible(node) || node.closest("annotation, script, style")) continue;
    const style = getComputedStyle(node);
    const ground = background(node);
    const key = style.color + "/" + ground;
    if (judged.has(key)) continue;
    const pair = [luminance(rgba(style.color)), luminance(ground)].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    judged.set(key, ratio);
    if (ratio < 4.5) say("contrast " + ratio.toFixed(2) + " of '" + walker.currentNode.data.trim().slice(0, 30) + "' in " + node.tagName + "." + node.className);
  }
  return problems;
})()
"""

# What has the focus: its place among the stops of Tab, whether it is seen to have it, and what it is.
FOCUS = r"""
(() => {
  const stops = [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")];
  const node = document.activeElement;
  const style = getComputedStyle(node);
  return { place: stops.indexOf(node), shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    text: node.outerHTML.slice(0, 60) };
})()
"""

OPEN_ALL = "for (const node of document.querySelectorAll('details')) node.open = true"


class Browser:
    """A headless Chromium with one page, driven over a pipe."""

    def __init__(self):
        program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if not program:
            sys.exit("check_pages: no Chromium in the PATH")
        # Chromium's other processes may still write to it when it is removed.
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self.writer = os.pipe()
        self.reader, from_browser = os.pipe()
        command = [program, "--headless", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars",
                   f"--user-data-dir={self.profile.name}", "--no-first-run"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")

        def connect():
            # Chromium reads at 3 and writes at 4.
            reader, writer = os.dup(to_browser), os.dup(from_browser)
            os.dup2(reader, 3)
            os.dup2(writer, 4)

        self.process = subprocess.Popen(command, close_fds=False, preexec_fn=connect,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.buffer = b""
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def message(self):
        while b"\0" not in self.buffer:
            if not select.select([self.reader], [], [], PATIENCE)[0]:
                sys.exit(f"check_pages: Chromium has not answered for {PATIENCE} seconds")
            part = os.read(self.reader, 1 << 20)
            if not part:
                sys.exit("check_pages: Chromium has ended")
            self.buffer += part
        line, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(line)

    def call(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if getattr(self, "session", None):
            request["sessionId"] = self.session
        os.write(self.writer, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"check_pages: {method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, event):
        while not any(seen.get("method") == event for seen in self.events):
            self.events.append(self.message())

    def open(self, address):
        """Opens a page; returns what the console says and what it asks of the network."""
        self.events = []
        self.call("Page.navigate", url=address)
        self.wait("Page.loadEventFired")
        return self.complaints()

    def complaints(self):
        # A page without scripts has no timers either.
        time.sleep(0.03)
        self.call("Page.getLayoutMetrics")
        found = []
        for event in self.events:
            parameters = event.get("params", {})
            if event.get("method") == "Log.entryAdded":
                found.append("console: " + parameters["entry"]["text"])
            elif event.get("method") == "Runtime.exceptionThrown":
                found.append("exception: " + parameters["exceptionDetails"]["text"])
            elif event.get("method") == "Network.requestWillBeSent":
                address = parameters["request"]["url"]
                if not address.startswith(("file:", "data:")):
                    found.append("a request to " + address)
        return found

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            sys.exit("check_pages: " + json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def look(self, width, scheme, media=""):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def press_tab(self):
        for kind in ("rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)

    def shoot(self, file):
        picture = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(picture["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()


def check_page(browser, page, shots):
    """Yields the problems of a page, with the view in which each was met."""
    address = page.resolve().as_uri()
    for scripts in ("on", "off"):
        browser.call("Emulation.setScriptExecutionDisabled", value=scripts == "off")
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                browser.look(width, scheme)
                view = f"{page.name}, {width} px, {scheme}, scripts {scripts}"
                for problem in browser.open(address) + browser.evaluate(PAGE_CHECKS):
                    yield f"{view}: {problem}"
                if scripts == "off":
                    continue
                if shots:
                    browser.shoot(shots / f"{page.stem}-{scheme}-{width}.png")
                browser.evaluate(OPEN_ALL)
                for problem in browser.evaluate(PAGE_CHECKS):
                    yield f"{view}, unfolded: {problem}"
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    for problem in check_focus(browser, address):
        yield f"{page.name}: {problem}"
    browser.look(794, "light", media="print")
    for problem in browser.evaluate(PAGE_CHECKS):
        yield f"{page.name}, on paper: {problem}"
    if shots:
        browser.shoot(shots / f"{page.stem}-print.png")
        paper = browser.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        (shots / f"{page.stem}.pdf").write_bytes(base64.b64decode(paper["data"]))
    browser.look(1280, "light")


def check_focus(browser, address):
    """Yields the problems of a page when Tab is pressed: it goes from the top down, to the text at once, and is seen."""
    browser.look(1280, "light")
    browser.open(address)
    last = -1
    for count in range(TAB_COUNT):
        browser.press_tab()
        focus = browser.evaluate(FOCUS)
        if count == 0 and 'class="skip"' not in focus["text"]:
            yield f"the first stop of Tab is not the link to the text, but {focus['text']}"
        if focus["place"] < 0:
            break
        if focus["place"] <= last:
            yield f"Tab goes back to {focus['text']}"
        if not focus["shown"]:
            yield f"nothing shows that the focus is at {focus['text']}"
        last = focus["place"]


def check_sizes(site, pages):
    """Yields what is larger than its limit."""
    for page in pages:
        if page.stat().st_size > PAGE_LIMIT:
            yield f"{page.name} has {page.stat().st_size} bytes; {PAGE_LIMIT} is the most"
    assets = sum(file.stat().st_size for name in ("style.css", "script.js") if (file := site / name).exists())
    if assets > ASSET_LIMIT:
        yield f"the style and the script have {assets} bytes; {ASSET_LIMIT} is the most"


def check_search(browser, site, word, page):
    """Yields a problem where a word, searched for on the first page, does not lead to another page."""
    browser.open((site / "index.html").resolve().as_uri())
    found = browser.evaluate(f"""
      new Promise((done) => {{
        const input = document.querySelector("input[type=search]");
        input.focus();
        input.value = {json.dumps(word)};
        input.dispatchEvent(new Event("input", {{ bubbles: true }}));
        setTimeout(() => done([...document.querySelectorAll(".results a")].map((link) => link.getAttribute("href"))), 500);
      }})""")
    if not any(address.split("#")[0] == page for address in found):
        yield f"the search for '{word}' leads to {found}, not to {page}"
    for complaint in browser.complaints():
        yield f"search: {complaint}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--find", action="append", default=[], metavar="WORD=PAGE")
    parser.add_argument("--shots", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.shots:
        arguments.shots.mkdir(parents=True, exist_ok=True)
    pages = sorted(arguments.site.glob("*.html"))
    if not pages:
        sys.exit(f"check_pages: no pages in {arguments.site}")
    browser = Browser()
    problems = list(check_sizes(arguments.site, pages))
    try:
        for page in pages:
            problems += check_page(browser, page, arguments.shots)
        for pair in arguments.find:
            word, page = pair.rsplit("=", 1)
            problems += check_search(browser, arguments.site, word, page)
    finally:
        browser.close()
    for problem in problems:
        print(problem)
    print(f"{len(pages)} pages, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
