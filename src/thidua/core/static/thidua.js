/* Improves pages that work without it. One file, no dependencies; htmx is only listened to. */
(function () {
  "use strict";

  var says = {};

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function on(type, handler, capture) {
    document.addEventListener(type, handler, Boolean(capture));
  }

  /* ---- messages at the top of the content ---- */

  function tell(text, link) {
    var place = document.getElementById("thong-bao");
    if (!place || !text) return;
    var old = place.querySelector("[data-own]");
    if (old) old.remove();
    var box = document.createElement("div");
    box.className = "alert alert-warning";
    box.setAttribute("role", "alert");
    box.setAttribute("data-own", "");
    box.textContent = text + " ";
    if (link) {
      var anchor = document.createElement("a");
      anchor.href = link.url;
      if (!link.here) anchor.target = "_blank";
      anchor.rel = "noopener";
      anchor.textContent = link.text;
      box.appendChild(anchor);
    }
    place.appendChild(box);
    box.scrollIntoView({ block: "nearest" });
  }

  /* ---- reading: a field and its place in the source light up together ---- */

  function rowOf(node) {
    var row = node.closest && node.closest(".td-finds li, tr");
    return row && row.querySelector('[href^="#s-"]') ? row : null;
  }

  function markOf(row) {
    return document.getElementById(row.querySelector('[href^="#s-"]').getAttribute("href").slice(1));
  }

  function rowsOf(mark) {
    return all('[href="#' + mark.id + '"]').map(rowOf).filter(Boolean);
  }

  /* The place of the chosen finding stays lit. */
  function lightMark(mark, lit) {
    var row = chosen();
    var kept = row && row.querySelector('[href="#' + mark.id + '"]');
    mark.classList.toggle("is-on", lit || Boolean(kept));
  }

  function light(node, lit) {
    var mark = node.closest && node.closest('mark[id^="s-"]');
    var row = mark ? null : rowOf(node);
    if (row && markOf(row)) lightMark(markOf(row), lit);
    if (mark) {
      lightMark(mark, lit);
      rowsOf(mark).forEach(function (each) {
        each.classList.toggle(each.tagName === "TR" ? "table-active" : "bg-primary-lt", lit);
      });
    }
  }

  ["mouseover", "focusin"].forEach(function (type) {
    on(type, function (event) { light(event.target, true); });
  });
  ["mouseout", "focusout"].forEach(function (type) {
    on(type, function (event) { light(event.target, false); });
  });

  on("click", function (event) {
    var mark = event.target.closest('mark[id^="s-"]');
    var row = mark && rowsOf(mark)[0];
    if (row) choose(row);
  });

  /* ---- reading: J and K walk the findings, Enter takes the fix, G keeps the original, 1-9 pages ---- */

  function chosen() {
    return document.querySelector(".td-finds [aria-current]");
  }

  function choose(row) {
    var link = row.querySelector('[href^="#s-"]');
    var mark = link && markOf(row);
    if (row.matches(".td-finds li")) {
      all(".td-finds li").forEach(function (each) {
        each.classList.toggle("is-on", each === row);
        each.removeAttribute("aria-current");
        all("details", each).forEach(function (part) { part.open = each === row; });
      });
      all("mark.is-on").forEach(function (each) { each.classList.remove("is-on"); });
      row.setAttribute("aria-current", "true");
    }
    row.setAttribute("tabindex", "-1");
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    if (mark) {
      mark.classList.add("is-on");
      mark.scrollIntoView({ block: "nearest" });
    }
  }

  function step(by) {
    var rows = all(".td-finds li");
    var next = rows.indexOf(chosen()) + by;
    if (rows[next]) choose(rows[next]);
  }

  function press(key) {
    var row = chosen();
    var button = row && row.querySelector('[data-key="' + key + '"]');
    if (button) button.click();
    return Boolean(button);
  }

  function typing(node) {
    return node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
  }

  on("keydown", function (event) {
    var node = event.target;
    if (event.key === "Escape") all("details.dropdown[open]").forEach(shut);
    if (event.ctrlKey || event.altKey || event.metaKey || typing(node)) return;
    if (!document.querySelector(".td-finds") || (node !== document.body && !node.closest(".td-read"))) return;
    var key = event.key.toLowerCase();
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "g") press("G");
    else if (key === "enter" && !node.closest("a,button,summary") && press("Enter")) event.preventDefault();
    else if (/^[1-9]$/.test(key)) {
      var page = document.querySelector('[data-page="' + key + '"]');
      if (page) page.click();
    }
  });

  /* ---- menus close when the reader goes elsewhere ---- */

  function shut(menu) {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }

  on("click", function (event) {
    all("details.dropdown[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  /* ---- data-open-for: a part opens with the choice it belongs to ---- */

  on("change", function (event) {
    var node = event.target;
    if (node.type !== "radio" || !node.form) return;
    all("details[data-open-for]", node.form).forEach(function (part) {
      part.open = part.getAttribute("data-open-for") === node.value;
    });
  });

  /* ---- forms: nothing typed is lost, nothing is sent twice ---- */

  var dirty = [];

  on("input", function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute("data-unsaved") && dirty.indexOf(form) < 0) dirty.push(form);
  });

  window.addEventListener("beforeunload", function (event) {
    var open = dirty.some(function (form) { return form.isConnected && !form.hasAttribute("data-sent"); });
    if (open) event.preventDefault();
  });

  function clean(form) {
    dirty = dirty.filter(function (each) { return each !== form; });
  }

  function token() {
    var found = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
    return found && found[1];
  }

  on("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") return;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      tell(says.sending);
      return;
    }
    /* Somebody who signed in again in another tab has a new token; the page learns it here. */
    var field = form.querySelector("[name=csrfmiddlewaretoken]");
    if (field && token()) field.value = token();
    /* data-again: the answer is a file, the page stays. htmx tells by itself when it sends. */
    if (form.hasAttribute("data-again") || form.hasAttribute("hx-post")) return;
    form.setAttribute("data-sent", "");
    keep(form);
    setTimeout(function () {
      if (event.defaultPrevented) release(form);
    });
  }, true);

  on("htmx:beforeRequest", function (event) {
    if (event.detail.elt.matches("form[hx-post]")) event.detail.elt.setAttribute("data-sent", "");
  });

  function release(form) {
    form.removeAttribute("data-sent");
  }

  window.addEventListener("pageshow", function () { all("[data-sent]").forEach(release); });

  /* ---- a session that ended while typing: what was typed waits in this tab until it is back ---- */

  var TYPED = "dang-go";

  function typedIn(form) {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && !/^(hidden|password|file|submit|button)$/.test(field.type);
    });
  }

  function keep(form) {
    var fields = typedIn(form);
    if (!fields.length || location.pathname === document.body.getAttribute("data-sign-in")) return;
    sessionStorage.setItem(TYPED, JSON.stringify({
      page: location.pathname + location.search,
      action: form.action,
      values: fields.map(function (field) {
        return /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value;
      })
    }));
  }

  function bringBack() {
    var typed = JSON.parse(sessionStorage.getItem(TYPED) || "null");
    if (!typed) return;
    if (location.pathname === document.body.getAttribute("data-sign-in")) {
      typed.ended = true;
      sessionStorage.setItem(TYPED, JSON.stringify(typed));
    } else if (!typed.ended) sessionStorage.removeItem(TYPED);
    else if (location.pathname + location.search !== typed.page) {
      tell(says.waiting, { url: typed.page, text: says.back, here: true });
    } else refill(typed);
  }

  function refill(typed) {
    sessionStorage.removeItem(TYPED);
    var form = all("form").filter(function (each) { return each.action === typed.action; })[0];
    if (!form) return;
    typedIn(form).forEach(function (field, place) {
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = typed.values[place];
      else field.value = typed.values[place];
    });
    tell(says.restored);
  }

  /* ---- figures as in a spreadsheet: Enter goes down, a copied column fills downwards ---- */

  function columnOf(cell) {
    return cell.closest && cell.closest(".td-in") ? all(".td-in input:not([type=hidden])", cell.closest("table")) : [];
  }

  on("keydown", function (event) {
    var column = columnOf(event.target);
    if (event.key !== "Enter" || !column.length) return;
    event.preventDefault();
    var next = column[column.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
    if (next) next.select();
  });

  on("paste", function (event) {
    var column = columnOf(event.target), lines = event.clipboardData.getData("text").trim().split(/\r?\n/);
    if (!column.length || lines.length < 2) return;
    event.preventDefault();
    column.slice(column.indexOf(event.target)).slice(0, lines.length).forEach(function (cell, place) {
      cell.value = lines[place].split("\t")[0].trim();
      cell.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });

  /* ---- htmx: fresh token, end of the session, no network ---- */

  on("htmx:configRequest", function (event) {
    if (token()) event.detail.headers["X-CSRFToken"] = token();
  });

  on("htmx:beforeSwap", function (event) {
    var signIn = document.body.getAttribute("data-sign-in");
    var came = event.detail.xhr.responseURL;
    if (!signIn || !came || new URL(came).pathname !== signIn || location.pathname === signIn) return;
    event.detail.shouldSwap = false;
    tell(says.session, { url: signIn, text: says.signIn });
  });

  on("htmx:afterRequest", function (event) {
    var form = event.detail.elt.closest("form");
    if (!form) return;
    release(form);
    var came = new URL(event.detail.xhr.responseURL || location.href).pathname;
    var ended = came === document.body.getAttribute("data-sign-in");
    if (event.detail.successful && event.detail.xhr.status < 400 && !ended) clean(form);
  });

  on("htmx:sendError", function () { tell(says.network); });
  on("htmx:responseError", function () { tell(says.failure); });

  /* ---- the words come from the page, in its language ---- */

  function begin() {
    var words = document.getElementById("loi-nhan");
    if (words) says = words.dataset;
    bringBack();
    var row = chosen();
    if (row && rowOf(row) && markOf(row)) lightMark(markOf(row), true);
  }

  if (document.readyState === "loading") on("DOMContentLoaded", begin);
  else begin();
})();
