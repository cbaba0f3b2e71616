"""What the tests of second factors share."""

from django.urls import reverse

PASSWORD = "thidua-mau"
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client, user, **more):
    return client.post(
        reverse("org:login"), {"username": user.username, "password": PASSWORD} | more
    )
