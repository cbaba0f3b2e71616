"""A passkey in software: answers a browser would give, for tests without one."""

import hashlib
import json
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
)

PRESENT = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


class SoftKey:
    def __init__(self, host="localhost", origin="http://localhost"):
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.ident = secrets.token_bytes(16)
        self.site = hashlib.sha256(host.encode()).digest()
        self.origin = origin

    def made_for(self, options):
        public = ES256.from_cryptography_key(self.private.public_key())
        data = AttestedCredentialData.create(Aaguid.NONE, self.ident, public)
        flags = PRESENT | AuthenticatorData.FLAG.AT
        proof = AuthenticatorData.create(self.site, flags, 0, data)
        statement = AttestationObject.create("none", proof, {})
        said = {"attestationObject": websafe_encode(bytes(statement))}
        return self._answer("webauthn.create", options, said)[0]

    def answer_to(self, options):
        proof = AuthenticatorData.create(self.site, PRESENT, 1)
        said = {"authenticatorData": websafe_encode(bytes(proof))}
        answer, client = self._answer("webauthn.get", options, said)
        signed = bytes(proof) + hashlib.sha256(client).digest()
        signature = self.private.sign(signed, ec.ECDSA(hashes.SHA256()))
        answer["response"]["signature"] = websafe_encode(signature)
        return answer

    def _answer(self, sort, options, said):
        challenge = json.loads(options)["publicKey"]["challenge"]
        client = json.dumps({"type": sort, "challenge": challenge, "origin": self.origin}).encode()
        answer = {
            "id": websafe_encode(self.ident),
            "rawId": websafe_encode(self.ident),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {"clientDataJSON": websafe_encode(client), **said},
        }
        return answer, client
