/* Many files go to the server in parts, so that a folder of any size arrives and none is lost. */
(function () {
  "use strict";

  var MOST = 10, HEAVY = 20 * 1024 * 1024;

  function chosen(form) {
    var found = [];
    Array.prototype.forEach.call(form.querySelectorAll("input[type=file]"), function (field) {
      found = found.concat(Array.prototype.slice.call(field.files));
    });
    return found;
  }

  function parts(files) {
    var found = [], part = [], size = 0;
    files.forEach(function (file) {
      if (part.length && (part.length >= MOST || size + file.size > HEAVY)) {
        found.push(part);
        part = [];
        size = 0;
      }
      part.push(file);
      size += file.size;
    });
    return part.length ? found.concat([part]) : found;
  }

  function bodyOf(form, part) {
    var body = new FormData();
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.name && field.type !== "file" && field.tagName !== "BUTTON") body.append(field.name, field.value);
    });
    part.forEach(function (file) {
      body.append("many", file, file.webkitRelativePath || file.name);
    });
    return body;
  }

  function send(form, waiting, done, all, place) {
    var said = form.querySelector("[data-said]");
    if (!waiting.length) { location.href = place; return; }
    said.textContent = said.getAttribute("data-said").replace("{n}", done + 1).replace("{all}", all);
    fetch(form.action, { method: "POST", body: bodyOf(form, waiting[0]), credentials: "same-origin" })
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        send(form, waiting.slice(1), done + waiting[0].length, all, answer.url);
      })
      .catch(function () { said.textContent = said.getAttribute("data-failed"); });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target, files;
    if (!form.hasAttribute("data-parts")) return;
    files = chosen(form);
    if (!files.length) return;
    event.preventDefault();
    send(form, parts(files), 0, files.length, form.action);
  });
})();
