// Lights up the passage that the address names. Without it the page still leads to where the passage begins.
"use strict";
(() => {
  let lit = [];

  function show() {
    for (const part of lit) part.classList.remove("lit");
    const [, report, span] = /^#(r\d+)-(\d+-\d+)$/.exec(location.hash) ?? [];
    lit = [...(document.getElementById(report ?? "")?.querySelectorAll(`[data-p~="${span}"]`) ?? [])];
    for (const part of lit) part.classList.add("lit");
  }

  window.addEventListener("hashchange", show);
  show();
})();
