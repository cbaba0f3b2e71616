"""Which ID tokens are believed."""

import json
from datetime import timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from thidua.core import clock
from thidua.org.oidc.failing import ElsewhereFailed
from thidua.org.oidc.providers import Provider
from thidua.org.oidc.tokens import subject_of
from thidua.org.oidc.web import get_json

HERE = "https://cap.example.org"
PROVIDER = Provider("so", HERE, "thi-dua", "", "Cổng của Sở")
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def published(key, kid="a"):
    written = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key())
    return {"keys": [json.loads(written) | {"kid": kid, "use": "sig", "alg": "RS256"}]}


def token(key=KEY, algorithm="RS256", **claims):
    now = clock.real_now()
    known = {
        "iss": HERE,
        "aud": "thi-dua",
        "sub": "hoa-123",
        "nonce": "n",
        "iat": now,
        "exp": now + timedelta(minutes=5),
    }
    kept = {name: value for name, value in (known | claims).items() if value is not None}
    return jwt.encode(kept, key, algorithm, headers={"kid": "a"})


def believed(written, keys=None):
    return subject_of(written, provider=PROVIDER, keys=keys or published(KEY), nonce="n")


def test_a_token_of_the_issuer_for_us_and_this_sign_in_says_who_it_is():
    assert believed(token()) == "hoa-123"
    assert believed(token(aud=["thi-dua", "khac"], azp="thi-dua")) == "hoa-123"


@pytest.mark.parametrize(
    ("minutes", "enough"), [(0, True), (5, True), (7, False), (600, False), (None, False)]
)
def test_who_shall_prove_it_anew_has_signed_in_a_few_minutes_ago(minutes, enough):
    at = None if minutes is None else clock.real_now() - timedelta(minutes=minutes)
    claims = {"auth_time": at and int(at.timestamp())}
    asked = {"provider": PROVIDER, "keys": published(KEY), "nonce": "n", "fresh": True}

    if enough:
        assert subject_of(token(**claims), **asked) == "hoa-123"
    else:
        with pytest.raises(ElsewhereFailed, match="không hỏi lại mật khẩu"):
            subject_of(token(**claims), **asked)


LONG_OVER = {"iat": 1_600_000_000, "exp": 1_600_000_300}


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://khac.example.org"},
        {"aud": "khac"},
        {"aud": ["thi-dua", "khac"]},
        {"aud": ["thi-dua", "khac"], "azp": "khac"},
        {"nonce": "khac"},
        {"nonce": "khác"},
        {"nonce": None},
        {"sub": None},
        {"exp": None},
        LONG_OVER,
    ],
    ids=lambda claims: ",".join(f"{name}={value}" for name, value in claims.items()),
)
def test_anything_else_is_refused(claims):
    with pytest.raises(ElsewhereFailed, match="không hợp lệ"):
        believed(token(**claims))


def test_a_signature_of_somebody_else_is_refused():
    with pytest.raises(ElsewhereFailed):
        believed(token(key=OTHER))
    with pytest.raises(ElsewhereFailed):
        believed(token(), published(KEY, kid="b"))


def test_no_signature_and_a_shared_secret_are_no_signatures():
    with pytest.raises(ElsewhereFailed):
        believed(token(key=None, algorithm="none"))
    with pytest.raises(ElsewhereFailed):
        believed(token(key="bi-mat-dung-chung-dai-hon-ba-muoi-hai-chu", algorithm="HS256"))
    with pytest.raises(ElsewhereFailed):
        believed("khong.phai.token")


def test_a_key_of_another_sort_does_not_fit():
    curve = ec.generate_private_key(ec.SECP256R1())
    with pytest.raises(ElsewhereFailed):
        believed(token(key=curve, algorithm="ES256"))


def test_an_issuer_on_another_machine_is_spoken_to_encrypted_only():
    with pytest.raises(ElsewhereFailed, match="https"):
        get_json("http://cap.example.org/.well-known/openid-configuration")
