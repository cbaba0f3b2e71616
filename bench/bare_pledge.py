"""A form with a CSRF token that keeps one row: the least a pledge could cost in Django.

DATABASE_URL names the database; `bench/pledging.py` makes the table and serves this beside the real
page.
"""

import secrets

import dj_database_url
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": dj_database_url.config(conn_max_age=None)},
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=secrets.token_hex(),
    USE_TZ=True,
)

from django.core.wsgi import get_wsgi_application  # noqa: E402 -- settings first
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect  # noqa: E402
from django.middleware.csrf import get_token  # noqa: E402
from django.urls import path  # noqa: E402


def pledge(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO bare_pledge (who) VALUES (%s)", [request.POST["who"]])
        return HttpResponseRedirect("/thanks/")
    hidden = f'<input type="hidden" name="csrfmiddlewaretoken" value="{get_token(request)}">'
    return HttpResponse(f'<form method="post">{hidden}<input name="who"></form>')


urlpatterns = [path("", pledge)]
application = get_wsgi_application()
