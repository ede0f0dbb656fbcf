(() => {
  "use strict";
  const root = document.documentElement, $ = (id) => document.getElementById(id);
  const panel = $("documents"), choose = $("choose"), close = $("close");
  const docs = [...document.querySelectorAll(".doc")];
  let opener = null;
  root.classList.add("js");

  const show = (doc) => {
    docs.forEach((d) => d.classList.toggle("current", d === doc));
    choose.value = doc.id;
  };
  const mark = (on, doc, start, end) => {
    document.querySelectorAll("mark.on").forEach((m) => m.classList.remove("on"));
    if (!on) return null;
    const found = [...doc.querySelectorAll("mark")].filter((m) => +m.dataset.s >= start && +m.dataset.e <= end);
    found.forEach((m) => m.classList.add("on"));
    return found[0];
  };
  // Opens the document at a passage ("#p-<document>-<start>-<end>") or at its beginning ("#d-<document>").
  const open = (hash, from) => {
    const at = $(decodeURIComponent(hash.slice(1)));
    const doc = at && at.closest(".doc");
    if (!doc) return false;
    show(doc);
    root.classList.add("reading");
    document.querySelectorAll(".here").forEach((a) => a.classList.remove("here"));
    if (from) { opener = from; from.classList.add("here"); }
    const span = /-(\d+)-(\d+)$/.exec(at.id);
    const first = at.classList.contains("at") ? mark(true, doc, +span[1], +span[2]) : mark(false);
    const target = first || doc;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    const top = target.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollTop += first ? top - panel.clientHeight / 3 : top - 90;
    return true;
  };
  const shut = () => {
    root.classList.remove("reading");
    mark(false);
    if (opener) { opener.focus({ preventScroll: true }); opener.classList.remove("here"); opener = null; }
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link) return;
    const hash = link.getAttribute("href");
    if (hash === "#documents") { event.preventDefault(); opener = link; root.classList.add("reading"); choose.focus(); return; }
    if (/^#[pd]-/.test(hash) && open(hash, link)) { event.preventDefault(); history.replaceState(null, "", hash); return; }
    if (link.classList.contains("back")) root.classList.remove("reading");
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
  close.hidden = false;
  close.addEventListener("click", shut);
  choose.parentElement.hidden = false;
  choose.addEventListener("change", () => open("#" + choose.value));
  if (docs.length) show(docs[0]);
  if (/^#[pd]-/.test(location.hash)) open(location.hash);
  window.addEventListener("hashchange", () => { if (/^#[pd]-/.test(location.hash)) open(location.hash); });

  const table = $("table"), filter = $("filter");
  if (table) {
    const body = table.tBodies[0], rows = [...body.rows];
    table.querySelectorAll("th[data-key]").forEach((head) => {
      const button = document.createElement("button"), key = head.dataset.key;
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "descending" : "nd".includes(key);
        table.querySelectorAll("th[aria-sort]").forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        rows.sort((a, b) => (a.dataset[key] - b.dataset[key]) * (up ? 1 : -1) || a.dataset.n - b.dataset.n);
        body.append(...rows);
      });
    });
    filter.hidden = false;
    const text = $("f-text"), type = $("f-type"), country = $("f-country"), disputed = $("f-disputed"), count = $("f-count");
    const words = new Map(rows.map((r) => [r, r.textContent.toLowerCase()]));
    const sift = () => {
      let left = 0;
      const sought = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach((r) => {
        const keep = sought.every((w) => words.get(r).includes(w)) && (!type.value || r.dataset.type === type.value)
          && (!country || !country.value || r.dataset.country === country.value) && (!disputed.checked || r.dataset.x > 0);
        r.hidden = !keep;
        left += keep;
        const entry = document.getElementById(r.querySelector("a").getAttribute("href").slice(1));
        if (entry) entry.hidden = !keep;
      });
      count.textContent = left === rows.length ? `${left} ${left === 1 ? "incident" : "incidents"}` : `${left} of ${rows.length} incidents`;
    };
    filter.addEventListener("input", sift);
    filter.addEventListener("submit", (event) => event.preventDefault());
  }

  const links = new Map([...document.querySelectorAll("nav a")].map((a) => [a.hash.slice(1), a]));
  if ("IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => entries.forEach((e) => {
      const link = links.get(e.target.id);
      if (link && e.isIntersecting) { links.forEach((a) => a.removeAttribute("aria-current")); link.setAttribute("aria-current", "true"); }
    }), { rootMargin: "-20% 0px -75% 0px" });
    document.querySelectorAll("main > section").forEach((s) => seen.observe(s));
  }
  let printing = [];
  window.addEventListener("beforeprint", () => { printing = [...document.querySelectorAll("details:not([open])")].filter((d) => d.matches(".rules")); printing.forEach((d) => { d.open = true; }); });
  window.addEventListener("afterprint", () => printing.forEach((d) => { d.open = false; }));
})();
