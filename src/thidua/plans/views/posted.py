"""What a form is bound to: an empty post is a post too."""

from typing import Any

from django.http import HttpRequest


def posted(request: HttpRequest) -> dict[str, Any]:
    """The arguments that bind a form to what was sent, or leave it unbound."""
    if request.method != "POST":
        return {}
    return {"data": request.POST, "files": request.FILES}
