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
