// The table of incidents, on the single page and on the site: sorted by its heads, sifted by its form; a row's entry on the same page goes with it.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id), table = $("table"), filter = $("filter");
  if (!table || !filter) return;
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const many = (n) => `${n} ${n === 1 ? "incident" : "incidents"}`;
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
  const words = new Map(rows.map((r) => [r, plain(r.textContent)]));
  const entries = new Map(rows.map((r) => [r, document.getElementById(r.querySelector("a").hash.slice(1))]));
  const sift = () => {
    const sought = plain($("f-text").value).split(/\s+/).filter(Boolean), type = $("f-type").value, country = $("f-country");
    let left = 0;
    rows.forEach((r) => {
      r.hidden = !(sought.every((w) => words.get(r).includes(w)) && (!type || r.dataset.type === type)
        && (!country || !country.value || r.dataset.country === country.value) && (!$("f-disputed").checked || r.dataset.x > 0));
      if (entries.get(r)) entries.get(r).hidden = r.hidden;
      left += !r.hidden;
    });
    $("f-count").textContent = left === rows.length ? many(left) : `${left} of ${many(rows.length)}`;
  };
  filter.hidden = false;
  filter.addEventListener("input", sift);
  filter.addEventListener("submit", (event) => event.preventDefault());
})();
