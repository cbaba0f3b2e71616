"""Getting in and out."""

from django.urls import path

from thidua.org.views import signing_in

urlpatterns = [
    path("login/", signing_in.SignIn.as_view(), name="login"),
    path("logout/", signing_in.SignOut.as_view(), name="logout"),
]
