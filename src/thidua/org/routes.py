"""Which page a request asks for, before any view was found."""

from django.http import HttpRequest
from django.urls import Resolver404, resolve


def route_of(request: HttpRequest) -> str:
    """The name of the route, such as ``org:mine``; empty where there is none."""
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""
