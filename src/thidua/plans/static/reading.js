/* Đọc văn bản: words of the source lead to their rows, rows light everything they were read from. */
(function () {
  "use strict";

  function rowLinked(node) {
    var link = node.closest && node.closest('.td-doc a[href^="#"]');
    return link && document.getElementById(link.getAttribute("href").slice(1));
  }

  function marksOf(row) {
    var links = document.querySelectorAll('.td-doc a[href="#' + row.id + '"]');
    return Array.prototype.map.call(links, function (link) { return link.closest("mark"); });
  }

  function lit(row, on) {
    row.classList.toggle(row.tagName === "TR" ? "table-active" : "bg-primary-lt", on);
  }

  function chosen(row) {
    return row.getAttribute("aria-current") === "true";
  }

  function follow(event, on) {
    var row = rowLinked(event.target);
    if (row) { lit(row, on); return; }
    row = event.target.closest && event.target.closest(".td-out tr[id], .td-out li[id]");
    if (row) marksOf(row).forEach(function (mark) { mark.classList.toggle("is-on", on || chosen(row)); });
  }

  ["mouseover", "focusin"].forEach(function (type) {
    document.addEventListener(type, function (event) { follow(event, true); });
  });
  ["mouseout", "focusout"].forEach(function (type) {
    document.addEventListener(type, function (event) { follow(event, false); });
  });

  /* A press on a word of the source: its row comes into view and takes the focus. */
  document.addEventListener("click", function (event) {
    var row = rowLinked(event.target);
    if (!row) return;
    event.preventDefault();
    row.setAttribute("tabindex", "-1");
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  });

  /* A press on a row, outside its buttons: its place in the source is marked and comes into view. */
  document.addEventListener("click", function (event) {
    var row = event.target.closest(".td-out tr[id]");
    if (!row || event.target.closest("a, button, input, label, select, textarea")) return;
    var marks = marksOf(row);
    if (!marks.length) {
      var link = row.querySelector('a[href*="#s-"]');
      if (link) link.click();
      return;
    }
    Array.prototype.forEach.call(document.querySelectorAll(".td-doc mark.is-on"), function (mark) {
      mark.classList.remove("is-on");
    });
    marks.forEach(function (mark) { mark.classList.add("is-on"); });
    marks[0].scrollIntoView({ block: "center" });
  });

  /* A bare key turns the page of the source: the arrows that stand beside its number. */
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    var way = { "[": "prev", "]": "next" }[event.key];
    var link = way && document.querySelector('.td-src a[rel="' + way + '"]');
    if (link) link.click();
  });
})();
