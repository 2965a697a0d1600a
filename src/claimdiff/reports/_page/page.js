// Choosing, filtering and joining on the page of the html report. Without it the page is a document with links.
"use strict";

(() => {
  const root = document.documentElement;
  const at = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const entries = new Map(all(".entry").map((entry) => [entry.id, entry]));
  const findings = all(".finding");
  const panels = all(".panel");
  const tabs = all(".tabs button");
  const desk = at("panels");
  const joins = at("joins");
  const words = at("words");
  const rule = at("rule");
  const boxes = all(".severity-box");
  const help = at("help");

  // Every mark of an entry, in the order of the page; built once, so that choosing costs what is chosen.
  const marks = new Map();
  for (const mark of all("[data-f]")) {
    for (const id of mark.dataset.f.split(" ")) {
      if (!marks.has(id)) marks.set(id, []);
      marks.get(id).push(mark);
    }
  }
  const inText = (id) => (marks.get(id) || []).filter((mark) => mark.closest(".text"));
  const searched = new Map(findings.map((entry) => [entry, entry.textContent.toLowerCase()]));
  const grade = (entry) => ["error", "warning", "note"].find((name) => entry.classList.contains(name)) || "agreed";

  let chosen = null;

  // Which articles are shown: the first two, then those of what is chosen; the tabs show and hide by hand.
  const show = (wanted) => {
    for (const panel of panels) panel.hidden = !wanted.has(panel.id);
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(wanted.has(tab.getAttribute("aria-controls"))));
    draw();
  };
  const shownPanels = () => new Set(panels.filter((panel) => !panel.hidden).map((panel) => panel.id));
  const showFor = (entry) => {
    const needed = new Set(inText(entry.id).map((mark) => mark.closest(".panel").id));
    const shown = shownPanels();
    if ([...needed].every((id) => shown.has(id)) && shown.size <= Math.max(2, needed.size)) return;
    for (const panel of panels) if (needed.size < Math.min(2, panels.length)) needed.add(panel.id);
    show(needed);
  };

  // Scroll each article by itself so that what is joined stands at one height.
  const align = (entry) => {
    const firsts = new Map();
    for (const mark of inText(entry.id)) {
      const text = mark.closest(".text");
      if (!firsts.has(text)) firsts.set(text, mark);
    }
    const areas = [...firsts.keys()].map((text) => text.getBoundingClientRect());
    const height = Math.max(...areas.map((area) => area.top)) + 0.35 * Math.min(...areas.map((area) => area.height));
    for (const [text, mark] of firsts) text.scrollTop += mark.getBoundingClientRect().top - height;
  };

  const SVG = "http://www.w3.org/2000/svg";
  const path = (d, name) => {
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", d);
    line.setAttribute("class", name);
    joins.append(line);
  };

  // The ends of the joining line at a mark: under its first and its last line of words, kept inside what its article shows.
  const ends = (first, last) => {
    const text = first.closest(".text").getBoundingClientRect();
    const origin = desk.getBoundingClientRect();
    const x = (value) => value - origin.left + desk.scrollLeft;
    const y = (value) => Math.min(Math.max(value, text.top), text.bottom) - origin.top + desk.scrollTop;
    const from = first.getClientRects()[0];
    const lasts = last.getClientRects();
    const to = lasts[lasts.length - 1];
    return {
      left: x(from.left), right: x(to.right), leftY: y(from.bottom), rightY: y(to.bottom),
      edgeLeft: x(text.left), edgeRight: x(text.right),
    };
  };

  // Pieces of one place follow each other; a place ends where its number stands.
  const places = (id) => {
    const found = [];
    const number = String(Number(id.slice(1)) + 1);
    const goesOn = (last, mark) => last.nextElementSibling === mark && !(last.dataset.number || "").split(",").includes(number);
    for (const mark of inText(id).filter((one) => !one.closest(".panel").hidden)) {
      const place = found[found.length - 1];
      if (place && goesOn(place.last, mark)) place.last = mark;
      else found.push({ first: mark, last: mark });
    }
    return found;
  };

  const draw = () => {
    joins.replaceChildren();
    if (!chosen || getComputedStyle(joins).display === "none") return;
    joins.setAttribute("width", "1");
    joins.setAttribute("height", "1");
    const name = grade(chosen);
    const stops = places(chosen.id).map((place) => ({ panel: place.first.closest(".panel"), ...ends(place.first, place.last) }));
    for (let i = 1; i < stops.length; i += 1) {
      const [a, b] = [stops[i - 1], stops[i]];
      if (a.panel === b.panel) {
        const x = a.edgeLeft + 10;
        path(`M${a.left} ${a.leftY}H${x}V${b.leftY}H${b.left}`, name);
      } else {
        const middle = (a.edgeRight + b.edgeLeft) / 2;
        path(`M${a.right} ${a.rightY}H${a.edgeRight}C${middle} ${a.rightY} ${middle} ${b.leftY} ${b.edgeLeft} ${b.leftY}H${b.left}`, name);
      }
    }
  };
  let waiting = false;
  const redraw = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; draw(); });
  };

  const release = () => {
    if (!chosen) return;
    chosen.removeAttribute("aria-current");
    for (const mark of marks.get(chosen.id) || []) mark.classList.remove("chosen");
    chosen = null;
    draw();
  };

  const choose = (entry, { focus = false, remember = true } = {}) => {
    if (entry.hidden) return;
    release();
    chosen = entry;
    entry.setAttribute("aria-current", "true");
    for (const mark of marks.get(entry.id) || []) mark.classList.add("chosen");
    showFor(entry);
    align(entry);
    if (remember) history.replaceState(null, "", `#${entry.id}`);
    if (focus) {
      entry.querySelector(".pick").focus({ preventScroll: true });
      entry.scrollIntoView({ block: "nearest" });
    }
    draw();
  };

  const step = (by) => {
    const visible = findings.filter((entry) => !entry.hidden);
    if (!visible.length) return;
    const now = visible.indexOf(chosen);
    const next = now < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(now + by, 0), visible.length - 1);
    choose(visible[next], { focus: true });
  };

  // From a finding to its places, one after the other, and round again.
  const visit = () => {
    const stops = places(chosen.id).map((place) => place.first);
    if (!stops.length) return;
    const now = stops.indexOf(document.activeElement);
    const target = stops[(now + 1) % stops.length];
    if (!target.matches("a")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    desk.scrollIntoView({ block: "nearest" });
    if (getComputedStyle(joins).display === "none") target.scrollIntoView({ block: "center" });
    redraw();
  };

  const filter = () => {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const sought = words.value.toLowerCase().trim();
    let shown = 0;
    for (const entry of findings) {
      const kind = entry.hasAttribute("data-suppressed") ? "suppressed" : entry.dataset.severity;
      entry.hidden = !severities.has(kind) || (rule.value !== "" && entry.dataset.rule !== rule.value) || !searched.get(entry).includes(sought);
      if (!entry.hidden) shown += 1;
    }
    for (const mark of all(".found, .join, .item[data-f]")) {
      mark.classList.toggle("off", mark.dataset.f.split(" ").every((id) => entries.get(id).hidden));
    }
    at("shown").value = shown === findings.length ? "" : `${shown} of ${findings.length} shown`;
    if (chosen && chosen.hidden) release();
  };

  const layer = (box, name) => {
    const set = () => root.classList.toggle(name, box.checked);
    box.addEventListener("change", set);
    set();
  };

  // An entry's link, a mark in an article or in the timeline: all choose the entry.
  const entryOf = (target) => {
    const entry = target.closest(".entry");
    if (entry) return entry;
    const mark = target.closest("[data-f]");
    if (!mark) return null;
    const ids = mark.dataset.f.split(" ").map((id) => entries.get(id)).filter((one) => one && !one.hidden);
    const agreeing = root.classList.contains("agreed-layer") || mark.closest(".lanes");
    const usable = ids.filter((one) => agreeing || one.matches(".finding"));
    // Again on the same words: the next of those that lie on them.
    return usable.length ? usable[(usable.indexOf(chosen) + 1) % usable.length] : null;
  };

  const ASIDE = ".facts, .clues, nav, #skipped, details, .open";

  const click = (event) => {
    const link = event.target.closest("a");
    const entry = link && link.closest(ASIDE) ? null : entryOf(event.target);
    if (!entry) {
      if (link) reveal(link, event);
      return;
    }
    // Words that were just selected are not a click.
    if (!link && String(getSelection())) return;
    if (link) event.preventDefault();
    const inArticle = Boolean(event.target.closest(".text"));
    choose(entry, { focus: inArticle && entry.matches(".finding") });
    if (!inArticle) follow(link, entry, event);
  };

  // On from an entry or the timeline to what was clicked there; Enter on a link is a click without a button.
  const follow = (link, entry, event) => {
    if (link && !link.matches(".pick")) goto(link.getAttribute("href").slice(1));
    else if (link && event.detail === 0) visit();
    else if (entry.matches(".agreement")) desk.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) click(event);
  });

  // Bring a place of an article into view, in whichever panel it stands.
  const goto = (id) => {
    const target = at(id);
    const panel = target && target.closest(".panel");
    if (!panel) return;
    if (panel.hidden) show(new Set([...shownPanels(), panel.id]));
    if (!target.matches("a")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    desk.scrollIntoView({ block: "nearest" });
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
    redraw();
  };

  const reveal = (link, event) => {
    const id = (link.getAttribute("href") || "").slice(1);
    const target = at(id);
    if (!target) return;
    if (target.matches("details")) target.open = true;
    if (target.closest(".text")) {
      event.preventDefault();
      goto(id);
    }
  };

  const KEYS = {
    j: () => step(1), k: () => step(-1),
    ArrowDown: () => step(1), ArrowUp: () => step(-1),
    "/": () => { words.focus(); words.select(); },
    "?": () => help.showModal(),
    a: () => at("agreed-layer").click(),
  };
  const inList = () => document.activeElement === document.body || at("findings").contains(document.activeElement);
  // Checkboxes take the space bar alone; every other field takes whatever is typed.
  const takes = (field, key) => field && (field.type !== "checkbox" || key === " ");
  const listened = (key) => (key.startsWith("Arrow") ? inList() : key.length > 1 || at("keys").checked);

  const press = (event) => {
    const { key } = event;
    const field = event.target.closest("input, select, textarea");
    if (key === "Escape") escape(field);
    else if (takes(field, key)) return;
    else if (key === "Enter" && chosen && event.target.closest(".text")) visit();
    else if (Object.hasOwn(KEYS, key) && listened(key)) KEYS[key]();
    else return;
    event.preventDefault();
  };

  document.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !help.open) press(event);
  });

  const escape = (field) => {
    if (field === words) {
      words.value = "";
      filter();
    }
    if (chosen && (field || document.activeElement.closest(".text"))) chosen.querySelector(".pick").focus();
    else if (field) field.blur();
    else release();
  };

  const open = () => {
    const target = location.hash.length > 1 && at(location.hash.slice(1));
    const entry = target && (target.closest(".entry") || (target.closest("[data-f]") && entryOf(target)));
    if (entry) choose(entry, { focus: true, remember: false });
    else if (target && target.closest(".text")) goto(target.id);
    return Boolean(entry);
  };

  root.classList.add("js");
  show(new Set(panels.slice(0, 2).map((panel) => panel.id)));
  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      const wanted = shownPanels();
      const id = tab.getAttribute("aria-controls");
      if (!wanted.delete(id)) wanted.add(id);
      if (wanted.size) show(wanted);
    });
  }
  layer(at("agreed-layer"), "agreed-layer");
  layer(at("skipped-layer"), "skipped-layer");
  at("filters").addEventListener("input", filter);
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("help-button").addEventListener("click", () => help.showModal());
  at("help-close").addEventListener("click", () => help.close());
  desk.addEventListener("scroll", redraw, { capture: true, passive: true });
  const masthead = document.querySelector(".masthead");
  const measure = () => root.style.setProperty("--masthead", `${masthead.offsetHeight}px`);
  const sized = new ResizeObserver(() => { measure(); redraw(); });
  sized.observe(desk);
  sized.observe(masthead);
  measure();
  addEventListener("hashchange", open);
  filter();
  if (!open() && findings.length && !findings[0].hidden) choose(findings[0], { remember: false });
})();
