// Leaves by key: Shift three times within five seconds. Nothing else on this site needs a script.
(function () {
  "use strict";
  var link = document.querySelector("a.leave");
  if (!link) return;
  var presses = [];
  var alone = false;

  function leave() {
    // Blank at once: the other page may take a while.
    document.documentElement.hidden = true;
    document.title = "";
    document.querySelectorAll("input, textarea").forEach(function (field) { field.value = ""; });
    var quiet = document.createElement("meta");
    quiet.name = "referrer";
    quiet.content = "no-referrer";
    document.head.appendChild(quiet);
    window.location.replace(link.href);
  }

  // A Shift that helps to type a capital letter is not counted, nor one that is held down.
  window.addEventListener("keydown", function (event) {
    if (event.repeat) return;
    alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key !== "Shift") presses = [];
  });
  window.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    var now = Date.now();
    presses = presses.filter(function (press) { return now - press < 5000; });
    presses.push(now);
    if (presses.length >= 3) leave();
  });
})();
