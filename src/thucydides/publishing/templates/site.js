(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const sought = (text) => plain(text).split(/\s+/).filter(Boolean);

  // Lists and tables of one page: only what holds every word stays.
  document.querySelectorAll("form[data-for]").forEach((form) => {
    const list = document.getElementById(form.dataset.for);
    if (!list) return;
    const rows = [...(list.tBodies ? list.tBodies[0].rows : list.children)];
    const words = rows.map((r) => plain(r.textContent)), input = form.querySelector("input"), count = form.querySelector("[role=status]");
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", () => {
      const wanted = sought(input.value);
      let left = 0;
      rows.forEach((r, n) => { r.hidden = !wanted.every((w) => words[n].includes(w)); left += !r.hidden; });
      count.textContent = wanted.length ? `${left} of ${rows.length}` : "";
    });
  });

  // The page that searches: every word in the title or the words beside it, titles first.
  const results = document.getElementById("results");
  if (results && window.recordRows) {
    const rows = window.recordRows.map(([kind, title, href, words]) => ({ kind, title, href, head: plain(title), all: plain(`${title} ${words} ${kind}`), words }));
    const box = document.getElementById("q"), found = document.getElementById("found"), most = 100;
    const around = (text, wanted) => {
      const at = wanted.map((w) => plain(text).indexOf(w)).filter((n) => n >= 0);
      if (!at.length) return "";
      const start = Math.max(0, Math.min(...at) - 60);
      return (start ? "…" : "") + text.slice(start, start + 180) + (text.length > start + 180 ? "…" : "");
    };
    const show = () => {
      const wanted = sought(box.value);
      const hits = !wanted.length ? [] : rows.filter((r) => wanted.every((w) => r.all.includes(w)))
        .map((r, n) => ({ r, n, score: wanted.filter((w) => r.head.includes(w)).length }))
        .sort((a, b) => b.score - a.score || a.n - b.n).slice(0, most);
      results.replaceChildren(...hits.map(({ r }) => {
        const item = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("small");
        link.href = r.href;
        link.textContent = r.title;
        kind.textContent = [r.kind, around(r.words, wanted)].filter(Boolean).join(" · ");
        item.append(link, kind);
        return item;
      }));
      found.textContent = !wanted.length ? "Type a word: a place, a name, a date." : hits.length === most ? `The first ${most} found` : `${hits.length} found`;
    };
    box.value = new URLSearchParams(location.search).get("q") || "";
    box.addEventListener("input", show);
    box.form.addEventListener("submit", (event) => { event.preventDefault(); show(); history.replaceState(null, "", `?q=${encodeURIComponent(box.value)}`); });
    show();
    if (!box.value) box.focus();
  }

  // A passage that a link leads to: its marks are set apart.
  const light = () => {
    document.querySelectorAll("mark.on").forEach((m) => m.classList.remove("on"));
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1))), span = /-(\d+)-(\d+)$/.exec(location.hash);
    if (!at || !at.classList.contains("at") || !span) return;
    const marks = [...document.querySelectorAll(".doc mark")].filter((m) => +m.dataset.s >= +span[1] && +m.dataset.e <= +span[2]);
    marks.forEach((m) => m.classList.add("on"));
    (marks[0] || at).scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", light);
  light();
  let opened = [];
  window.addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; opened.forEach((d) => { d.open = true; }); });
  window.addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));
})();
