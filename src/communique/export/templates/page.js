// Either side lights up the other. Nothing of a report is ever parsed as HTML here: text goes in by textContent only.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = (text) => (text ? text.split(" ") : []);
  const narrow = window.matchMedia("(max-width: 58rem)");
  const peek = document.querySelector(".peek");
  const cards = new Map(all(".entry").map((card) => [card.dataset.key, card]));
  const passages = new Map(); // key -> segments of its passages, in the order of the text
  const mentions = new Map(); // key -> what else on the page stands for it
  const add = (map, key, element) => (map.get(key) ?? map.set(key, []).get(key)).push(element);
  const segments = all(".seg").filter((seg) => seg.dataset.e || seg.dataset.d);
  for (const seg of segments) {
    for (const key of words(seg.dataset.e)) add(passages, key, seg);
    for (const key of words(seg.dataset.d)) add(mentions, key, seg);
  }
  for (const element of all("[data-ref]")) add(mentions, element.dataset.ref, element);

  let picked = []; // stays lit until let go
  let lit = [];
  const shown = (key) => cards.has(key) && !cards.get(key).hidden;
  const keysAt = (element) => {
    const seg = element.closest?.(".seg");
    if (seg) return [...words(seg.dataset.e), ...words(seg.dataset.d)].filter(shown);
    const near = element.closest?.("[data-ref], .entry");
    return near ? [near.dataset.ref ?? near.dataset.key].filter(shown) : [];
  };

  function light(keys) {
    for (const element of lit) element.classList.remove("lit", "near");
    lit = [];
    keys.forEach((key, i) => {
      const parts = [cards.get(key), ...(passages.get(key) ?? []), ...(mentions.get(key) ?? [])];
      for (const element of parts) {
        element.classList.add(i === 0 || !element.matches(".seg") ? "lit" : "near");
        lit.push(element);
      }
    });
  }

  function tell(keys) {
    peek.replaceChildren(...keys.map((key) => {
      const link = document.createElement("a"), kind = document.createElement("b");
      link.href = "#" + key;
      kind.textContent = cards.get(key).dataset.kind;
      link.append(kind, cards.get(key).dataset.line);
      return link;
    }));
    peek.hidden = keys.length === 0;
  }

  // Beside the text column, and never over what is pointed at.
  function place(element) {
    const text = element.closest(".text").getBoundingClientRect(), low = element.getBoundingClientRect().bottom;
    peek.style.left = narrow.matches ? "" : text.left + "px";
    peek.style.width = narrow.matches ? "" : text.width - 40 + "px";
    peek.classList.toggle("up", low > window.innerHeight - 190);
  }

  function point(element) {
    if (element.closest?.(".peek")) return;
    const keys = keysAt(element);
    light(keys.length ? keys : picked);
    if (element.closest(".seg")) place(element);
    tell(keys.length && element.closest(".seg") ? keys : narrow.matches && picked.length ? picked : []);
  }

  function pick(keys) {
    picked = keys;
    light(keys);
  }

  function show(key) {
    const card = cards.get(key);
    const report = card.closest(".report");
    choose(report.id);
    pick([key]);
    history.replaceState(null, "", "#" + key);
    return card;
  }

  function toCard(key) {
    const card = show(key);
    card.scrollIntoView({ block: "center" });
    card.querySelector(".go").focus({ preventScroll: true });
    peek.hidden = true;
  }

  function toPassage(key) {
    show(key);
    const seg = passages.get(key)?.[0];
    if (!seg) return;
    seg.scrollIntoView({ block: "center" });
    rove(seg).focus({ preventScroll: true });
  }

  // One passage is in the order of the Tab key; the arrows move to the others.
  function rove(seg) {
    for (const old of all('.seg[tabindex="0"]', seg.closest(".text"))) old.tabIndex = -1;
    seg.tabIndex = 0;
    return seg;
  }

  function step(seg, by) {
    const row = all(".seg", seg.closest(".text")).filter((other) => keysAt(other).length && other.offsetParent);
    const next = row[row.indexOf(seg) + by];
    if (next) rove(next).focus();
  }

  // The report of an anchor, and its tab.
  function choose(id) {
    if (!document.body.classList.contains("many")) return;
    for (const part of all(".report, .overview")) part.classList.toggle("current", part.id === id);
    for (const tab of all(".tab")) {
      if (tab.hash === "#" + id) {
        tab.setAttribute("aria-current", "true");
        tab.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else tab.removeAttribute("aria-current");
    }
  }

  function follow(id) {
    if (cards.has(id)) return narrow.matches ? toCard(id) : (toPassage(id), cards.get(id).scrollIntoView({ block: "center" }));
    if (id.startsWith("t-") && cards.has(id.slice(2))) return toPassage(id.slice(2));
    const part = document.getElementById(id);
    if (!part?.matches(".report, .overview")) return undefined;
    choose(id);
    window.scrollTo(0, 0);
    history.replaceState(null, "", "#" + id);
    return part.focus({ preventScroll: true });
  }

  // What is marked: kinds, and how sure at least.
  function refresh() {
    const off = new Set(all("[data-kind]:not(:checked)").filter((box) => box.matches("input")).map((box) => box.dataset.kind));
    const least = Number(document.querySelector("[data-sure]").value) / 100;
    document.querySelector(".slider output").textContent = Math.round(least * 100) + "%";
    for (const card of cards.values()) card.hidden = off.has(card.dataset.kind) || Number(card.dataset.sure) < least;
    for (const group of all("[data-group]")) group.hidden = off.has(group.dataset.group);
    for (const moment of all(".timeline li")) moment.hidden = !shown(moment.dataset.ref);
    for (const seg of segments) {
      const kinds = new Set(words(seg.dataset.e).filter(shown).map((key) => cards.get(key).dataset.kind));
      for (const kind of ["statement", "event", "position", "actor", "date", "place"]) seg.classList.toggle("k-" + kind, kinds.has(kind));
    }
    for (const box of all("[data-show]")) {
      const name = box.dataset.show;
      document.body.classList.toggle(name === "furniture" ? "no-furniture" : name, name === "furniture" ? !box.checked : box.checked);
    }
    picked = picked.filter(shown);
    light(picked);
  }

  function click(event) {
    const link = event.target.closest("a[href^='#']");
    if (link && !event.metaKey && !event.ctrlKey) {
      const id = link.hash.slice(1);
      if (link.closest(".peek")) toCard(id);
      else follow(id);
      if (cards.has(id) || id.startsWith("t-") || document.getElementById(id)?.matches(".report, .overview")) event.preventDefault();
      return;
    }
    if (link || event.target.closest("a, button, label, .peek") || String(window.getSelection())) return;
    const seg = event.target.closest(".seg"), keys = keysAt(event.target);
    if (!keys.length) {
      pick([]);
      return tell([]);
    }
    if (!seg) return toPassage(keys[0]);
    // On a narrow screen the record is far below: what stands here is told first, and leads there.
    if (narrow.matches) {
      pick(keys);
      place(seg);
      return tell(keys);
    }
    // Clicking again goes through all entries of the passage.
    return toCard(keys[(keys.indexOf(picked[0]) + 1) % keys.length]);
  }

  function key(event) {
    const seg = event.target.closest?.(".seg");
    if (event.key === "Escape") {
      pick([]);
      tell([]);
    } else if (seg && event.key === "Enter" && keysAt(seg).length) toCard(keysAt(seg).find((k) => picked.includes(k)) ?? keysAt(seg)[0]);
    else if (seg && (event.key === "ArrowRight" || event.key === "ArrowLeft")) step(seg, event.key === "ArrowRight" ? 1 : -1);
    else return;
    event.preventDefault();
  }

  function save() {
    const records = document.getElementById("records").textContent;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([records], { type: "application/x-ndjson" }));
    link.download = "records.jsonl";
    link.click();
  }

  document.addEventListener("pointerover", (event) => event.pointerType !== "touch" && point(event.target));
  document.addEventListener("focusin", (event) => point(event.target));
  document.addEventListener("click", click);
  document.addEventListener("keydown", key);
  document.addEventListener("change", refresh);
  document.querySelector("[data-sure]").addEventListener("input", refresh);
  window.addEventListener("hashchange", () => follow(decodeURIComponent(location.hash.slice(1))));
  const button = document.querySelector("[data-save]");
  button.hidden = !document.getElementById("records");
  button.addEventListener("click", save);
  const bar = document.querySelector(".bar");
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", bar.offsetHeight + "px")).observe(bar);
  for (const seg of segments) seg.tabIndex = -1;
  for (const text of all(".text")) {
    const first = text.querySelector(".seg[data-e]");
    if (first) first.tabIndex = 0;
  }
  if (document.body.classList.contains("many")) {
    document.body.classList.add("tabbed");
    choose("overview");
  }
  refresh();
  if (location.hash) follow(decodeURIComponent(location.hash.slice(1)));
})();
