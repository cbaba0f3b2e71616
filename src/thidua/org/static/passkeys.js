/* A passkey is made or asked for when the button is pressed; what it answers goes with the form. */
(function () {
  "use strict";

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (sign) { return sign.charCodeAt(0); });
  }

  function text(buffer) {
    var signs = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function readable(options) {
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    (options.excludeCredentials || []).concat(options.allowCredentials || []).forEach(function (one) {
      one.id = bytes(one.id);
    });
    return options;
  }

  function written(credential) {
    var said = credential.response, answer = { clientDataJSON: text(said.clientDataJSON) };
    ["attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (name) {
      if (said[name]) answer[name] = text(said[name]);
    });
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: answer
    });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target, said = form.querySelector("[data-said]"), field = form.elements.credential;
    if (!form.dataset.passkey || field.value) return;
    event.preventDefault();
    if (!window.PublicKeyCredential) { said.textContent = said.dataset.said; return; }
    navigator.credentials[form.dataset.passkey]({ publicKey: readable(JSON.parse(form.dataset.options).publicKey) })
      .then(function (credential) { field.value = written(credential); form.submit(); })
      .catch(function () { said.textContent = said.dataset.failed; });
  });
})();
