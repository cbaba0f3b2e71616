"""A second proof at sign-in: an app on the phone or a passkey, with codes on paper in reserve.

Rows and arithmetic are those of django-allauth; who must have one, and since when, is ours.
"""
