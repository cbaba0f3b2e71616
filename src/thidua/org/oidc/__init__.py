"""Signing in with an account elsewhere, by OpenID Connect (code flow, PKCE, state, nonce).

allauth's own part is left out: it sends no nonce, trusts an ID token unread, and its rows and
imports weigh on every server. What is needed of it are these few files.
"""
