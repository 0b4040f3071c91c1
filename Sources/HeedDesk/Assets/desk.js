// Makes the desk quicker; nothing depends on it. Counts down to the lock, covers the page at the limit, and gives the
// call-taker keys. Single letters do nothing until somebody turns them on with Ctrl+Alt+K, and never in a field.
"use strict";
(() => {
  const locks = document.querySelector("[data-seconds]");
  const shown = Date.now();
  const letters = () => sessionStorage.getItem("letters") === "on";

  const left = () => Number(locks.dataset.seconds) - Math.floor((Date.now() - shown) / 1000);
  const tick = () => {
    const seconds = Math.max(0, left());
    const clock = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    locks.textContent = locks.textContent.replace(/[0-9]+:[0-9]+/, clock);
    if (seconds === 120) locks.setAttribute("role", "status");
    if (seconds === 0) {
      // Reading pages go to the lock; writing pages stay, covered, and the next press gives the text back.
      if (document.getElementById("work")) document.documentElement.classList.add("covered");
      else location.assign("/sign-in");
    } else {
      setTimeout(tick, 1000);
    }
  };
  if (locks) tick();

  const isTyping = (target) => target.matches && target.matches("input, textarea, select, [contenteditable]");
  const go = (selector) => { const found = document.querySelector(selector); if (found) found.focus(); };

  const move = (by) => {
    const rows = [...document.querySelectorAll("[data-report] th a, [data-alike] th a")];
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + by))].focus();
  };

  const single = {
    j: () => move(1),
    k: () => move(-1),
    o: () => {
      const row = document.activeElement.closest("[data-report], [data-alike]");
      const button = row && row.querySelector("button");
      // Opening an unopened report is signed: the key only goes to its button.
      if (button) button.focus(); else if (row) row.querySelector("a").click();
    },
    n: () => go("#next"),
    "/": () => location.assign("/search"),
    l: () => { const lock = document.querySelector(".doors button"); if (lock) lock.click(); },
  };

  const call = document.querySelector("[data-call]");
  const part = (by) => {
    const parts = [...call.querySelectorAll(".part")];
    const at = parts.findIndex((one) => one.contains(document.activeElement));
    const field = parts[Math.min(parts.length - 1, Math.max(0, at + by))].querySelector("input, textarea");
    if (field) field.focus();
  };
  const press = (id) => { const button = document.getElementById(id); if (button) button.click(); };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.altKey && event.key.toLowerCase() === "k") {
      sessionStorage.setItem("letters", letters() ? "off" : "on");
      return;
    }
    if (call) {
      if (event.key === "F2") { event.preventDefault(); press("danger-button"); return; }
      if (event.key === "F4") { event.preventDefault(); part(event.shiftKey ? -1 : 1); return; }
      if (event.key === "F9" || (event.ctrlKey && event.key === "Enter")) { event.preventDefault(); press("check-button"); return; }
    }
    if (!letters() || isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = single[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // The browser's own reminder that what was typed has not been sent.
  const work = document.getElementById("work");
  if (work) {
    let isDirty = false;
    let isUnkept = false;
    work.addEventListener("input", () => { isDirty = isUnkept = true; });
    // What is being typed is kept every 20 seconds, sealed to its author. It does not keep the session open.
    const at = work.elements.at && work.elements.at.value;
    if (at && work.querySelector("[name=keep]")) {
      setInterval(() => {
        if (!isUnkept) return;
        isUnkept = false;
        const fields = new URLSearchParams(new FormData(work));
        fields.set("keep", "save");
        fetch(at, { method: "POST", body: fields, redirect: "manual" }).catch(() => { isUnkept = true; });
      }, 20000);
    }
    work.addEventListener("submit", () => { isDirty = false; });
    document.querySelectorAll("[form=work]").forEach((one) => one.addEventListener("click", () => { isDirty = false; }));
    addEventListener("beforeunload", (event) => { if (isDirty) event.preventDefault(); });
  }
})();
