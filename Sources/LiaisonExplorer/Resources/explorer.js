// What pages gain where scripts run: suggestions, a drawing that moves, keys. Everything works without it.
"use strict";

// Suggestions below the search field (the ARIA combobox pattern).
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const form = input.form, list = document.createElement("ul"), status = document.createElement("span");
  list.className = "suggestions";
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  status.className = "hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let found = [], chosen = -1, timer = 0, asked = "";

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    chosen = (index + found.length) % found.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    input.setAttribute("aria-activedescendant", list.children[chosen].id);
  };
  const show = (matches) => {
    found = matches;
    list.replaceChildren(...matches.map((match, i) => {
      const item = document.createElement("li"), name = document.createElement("bdi"), kind = document.createElement("span");
      item.id = "suggestion-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      name.textContent = match.name;
      kind.className = "kind " + match.kindClass;
      kind.textContent = match.kind;
      item.append(name, kind);
      if (match.alias) {
        const alias = document.createElement("span");
        alias.className = "much";
        alias.textContent = match.alias;
        item.append(alias);
      }
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); location.assign(match.href); });
      return item;
    }));
    list.hidden = matches.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = matches.length ? matches.length + " " + input.dataset.some : input.dataset.none;
    chosen = -1;
  };
  const ask = async () => {
    const words = input.value.trim();
    if (words === asked) return;
    asked = words;
    if (!words) { close(); return; }
    try {
      const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(words));
      if (answer.ok && words === input.value.trim()) show(await answer.json());
    } catch { close(); }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); return; }
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? found.length - 1 : chosen - 1); }
    if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.assign(found[chosen].href); }
  });
}

// Keys of the page: the letters that buttons and links announce, and "/" for the search field.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("input[data-suggest]")?.focus();
    return;
  }
  const wanted = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === event.key);
  if (wanted) { event.preventDefault(); wanted.click(); }
});

// A small drawing beside an entity, fetched after the page.
const preview = document.querySelector("figure[data-drawing]");
if (preview) {
  fetch(preview.dataset.drawing).then((answer) => answer.ok ? answer.text() : "").then((page) => {
    const drawing = page && new DOMParser().parseFromString(page, "text/html").querySelector("svg.graph");
    if (!drawing) return;
    preview.append(document.adoptNode(drawing));
    preview.hidden = false;
  }).catch(() => {});
}

// A drawing that moves: drag, wheel, arrows, plus, minus, zero; a click on a name shows what it is linked to.
for (const canvas of document.querySelectorAll(".canvas")) {
  const drawing = canvas.querySelector("svg.graph");
  if (!drawing) continue;
  const whole = drawing.getAttribute("viewBox").split(" ").map(Number);
  let box = whole.slice(), held = null, moved = 0, selected = null;
  canvas.classList.add("live");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "group");
  canvas.setAttribute("aria-label", canvas.dataset.canvas);

  const place = () => drawing.setAttribute("viewBox", box.map((n) => n.toFixed(2)).join(" "));
  const scale = () => {
    const area = drawing.getBoundingClientRect();
    return Math.max(box[2] / area.width, box[3] / area.height);
  };
  const move = (x, y) => { box[0] += x * scale(); box[1] += y * scale(); place(); };
  const zoom = (factor, x, y) => {
    const width = Math.min(Math.max(box[2] * factor, whole[2] / 40), whole[2] * 4), real = width / box[2];
    const area = drawing.getBoundingClientRect(), s = scale();
    const left = box[0] + box[2] / 2 + ((x ?? area.left + area.width / 2) - area.left - area.width / 2) * s;
    const top = box[1] + box[3] / 2 + ((y ?? area.top + area.height / 2) - area.top - area.height / 2) * s;
    box = [left + (box[0] - left) * real, top + (box[1] - top) * real, width, box[3] * real];
    place();
  };
  const fit = () => { box = whole.slice(); place(); };
  // On a small screen a large drawing begins where it was opened, at a size that can be read.
  const shown = drawing.getBoundingClientRect(), unit = 0.5, start = drawing.querySelector(".node.open");
  if (start && shown.width / whole[2] < unit) {
    const center = start.getBoundingClientRect();
    const [x, y] = [center.left + center.width / 2 - shown.left, center.top + center.height / 2 - shown.top];
    const s = Math.max(whole[2] / shown.width, whole[3] / shown.height);
    const middle = [whole[0] + whole[2] / 2 + (x - shown.width / 2) * s, whole[1] + whole[3] / 2 + (y - shown.height / 2) * s];
    const width = shown.width / unit, height = width * whole[3] / whole[2];
    box = [middle[0] - width / 2, middle[1] - height / 2, width, height];
    place();
  }

  const tools = document.createElement("div");
  tools.className = "tools";
  for (const [sign, label, act] of [["+", canvas.dataset.zoomIn, () => zoom(0.8)], ["−", canvas.dataset.zoomOut, () => zoom(1.25)], ["⤢", canvas.dataset.fit, fit]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    tools.append(button);
  }
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = canvas.dataset.filter;
  field.setAttribute("aria-label", canvas.dataset.filter);
  tools.append(field);
  canvas.append(tools);

  const nodes = [...drawing.querySelectorAll(".node")], lines = [...drawing.querySelectorAll(".edge")];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const dim = (keep) => {
    const kept = new Set(keep ? nodes.filter(keep).map((node) => node.id) : nodes.map((node) => node.id));
    const near = new Set(kept);
    for (const line of lines) {
      const touches = kept.has(line.dataset.from) || kept.has(line.dataset.to);
      line.classList.toggle("dim", !touches);
      if (touches) { near.add(line.dataset.from); near.add(line.dataset.to); }
    }
    for (const node of nodes) node.classList.toggle("dim", !near.has(node.id));
  };
  field.addEventListener("input", () => {
    release();
    const wanted = plain(field.value.trim());
    dim(wanted ? (node) => plain(node.dataset.name).includes(wanted) : null);
  });

  let card = null;
  const release = () => { card?.remove(); card = selected = null; dim(null); };
  const select = (node) => {
    release();
    selected = node;
    dim((other) => other === node);
    card = document.createElement("div");
    card.className = "card";
    const name = document.createElement("p"), links = document.createElement("p"), bold = document.createElement("bdi");
    bold.className = "name";
    bold.textContent = node.dataset.name;
    name.append(bold);
    const add = (href, label) => {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = label;
      links.append(link);
    };
    const target = node.querySelector("a").getAttribute("href");
    if (target !== node.dataset.page) add(target, canvas.dataset.expand);
    add(node.dataset.page, canvas.dataset.page);
    card.append(name, links);
    canvas.append(card);
  };

  drawing.addEventListener("click", (event) => {
    if (moved > 4) { event.preventDefault(); return; }
    const node = event.target.closest(".node");
    // A key press on a link has no place: it follows the link.
    if (node && event.detail > 0 && node !== selected) { event.preventDefault(); select(node); }
    if (!event.target.closest("a")) release();
  });
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    held = [event.clientX, event.clientY];
    moved = 0;
  });
  window.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = [held[0] - event.clientX, held[1] - event.clientY];
    moved += Math.abs(x) + Math.abs(y);
    if (moved <= 4) return;
    canvas.classList.add("dragged");
    held = [event.clientX, event.clientY];
    move(x, y);
  });
  const drop = () => { held = null; canvas.classList.remove("dragged"); };
  window.addEventListener("pointerup", drop);
  window.addEventListener("pointercancel", drop);
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  canvas.addEventListener("wheel", (event) => {
    // The page scrolls as usual; zooming needs a key, as on maps.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
    event.preventDefault();
    zoom(event.deltaY + event.deltaX > 0 ? 1.12 : 0.89, event.clientX, event.clientY);
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { field.value = ""; release(); return; }
    if (event.target === field) return;
    const acts = {
      "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), "0": fit,
      ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60),
    };
    if (acts[event.key] && !event.ctrlKey && !event.metaKey) { event.preventDefault(); acts[event.key](); }
  });
}
