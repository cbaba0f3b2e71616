"""Stories of exemplars: written, agreed to, published, withdrawn."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.awards.models import Award
from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.errors import Denied, DomainError
from thidua.core.htmx import page
from thidua.core.verdict import require
from thidua.files.http import show_picture
from thidua.org.http import Request
from thidua.stories import actions, policies, queries
from thidua.stories.forms import ConsentForm, NewStoryForm, WithdrawForm, WordsForm
from thidua.stories.models import Story

PER_PAGE = 30


@require_safe
def story_list(request: Request) -> HttpResponse:
    """The stories of the units for which they write, newest first."""
    stories = queries.stories_visible_to(request.actor).defer("body").order_by("-written_at", "-pk")
    context = {
        "page": Paginator(stories, PER_PAGE).get_page(request.GET.get("page")),
        "may_write": queries.units_for(request.actor).exists(),
    }
    return page(request, "stories/list.html", context, fragment="stories")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Begin a story, with what an award or praise already says about its subject."""
    units = queries.units_for(request.actor)
    if not units:
        raise Denied(_("Chỉ người được giao viết gương điển hình của đơn vị mở được trang này."))
    awards = queries.awards_to_tell_of(request.actor)
    praises = queries.praises_to_tell_of(request.actor)
    if request.method != "POST":
        initial = _proposed(request)
        form = NewStoryForm(units=units, awards=awards, praises=praises, initial=initial)
        return _new(request, form, 200)
    form = NewStoryForm(request.POST, request.FILES, units=units, awards=awards, praises=praises)
    if not form.is_valid():
        return _new(request, form, 422)
    story = actions.start_story(
        unit=form.cleaned_data["unit"],
        words=actions.Words(**form.words()),
        photograph=_photograph(form),
        about=form.about(),
        once=form.cleaned_data["once"],
        by=request.actor,
        at=clock.now(),
    )
    messages.success(request, _("Đã lưu bản nháp. Bài chỉ hiện ra ngoài khi bấm Đăng."))
    return redirect(story)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    return _detail(request, _story(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    """Change the words or the picture of a draft."""
    story = _story(request, pk)
    require(policies.may_edit(request.actor, story))
    if request.method != "POST":
        initial = {name: getattr(story, name) for name in WordsForm.WORDS}
        context = {"form": WordsForm(initial=initial), "story": story}
        return render(request, "stories/edit.html", context)
    form = WordsForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "stories/edit.html", {"form": form, "story": story}, status=422)
    actions.change_story(
        story=story,
        words=actions.Words(**form.words()),
        photograph=_photograph(form),
        by=request.actor,
        at=clock.now(),
    )
    messages.success(request, _("Đã lưu lúc %(time)s.") % {"time": f"{clock.now():%H:%M}"})
    return redirect(story)


@require_safe
def picture(request: Request, pk: int) -> HttpResponse:
    story = _story(request, pk)
    if story.picture is None:
        raise Http404
    return show_picture(story.picture)


@require_POST
def drop_picture(request: Request, pk: int) -> HttpResponse:
    """Go without the picture."""
    story = _story(request, pk)
    actions.drop_picture(story=story, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ ảnh khỏi bài."))
    return redirect(story)


@require_POST
def consent(request: Request, pk: int) -> HttpResponse:
    """Note when and how the person agreed."""
    story = _story(request, pk)
    require(policies.may_edit(request.actor, story))
    form = ConsentForm(request.POST)
    if not form.is_valid():
        return _detail(request, story, consent_form=form, status=422)
    on, how = form.cleaned_data["consent_on"], form.cleaned_data["consent_how"]
    try:
        actions.note_consent(story=story, on=on, how=how, by=request.actor, at=clock.now())
    except DomainError as refusal:
        form.add_error("consent_on", str(refusal))
        return _detail(request, story, consent_form=form, status=409)
    messages.success(request, _("Đã ghi sự đồng ý của %(name)s.") % {"name": story.subject_name})
    return redirect(story)


@require_POST
def publish(request: Request, pk: int) -> HttpResponse:
    """Show it to everybody."""
    story = _story(request, pk)
    actions.publish_story(story=story, by=request.actor, at=clock.now())
    messages.success(request, _("Đã đăng bài “%(title)s”.") % {"title": story.title})
    return redirect(story)


@require_POST
def take_down(request: Request, pk: int) -> HttpResponse:
    """Off the public page, to be corrected."""
    story = _story(request, pk)
    actions.take_down_story(story=story, by=request.actor, at=clock.now())
    messages.success(request, _("Đã hạ bài xuống để sửa. Sửa xong thì đăng lại."))
    return redirect(story)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Asks once: the consent was taken back."""
    story = _story(request, pk)
    require(policies.may_take_down(request.actor, story))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.withdraw_story(story=story, reason=reason, by=request.actor, at=clock.now())
        messages.success(
            request,
            _("Đã gỡ bài lúc %(time)s. Trang công khai không còn bài và ảnh.")
            % {"time": f"{clock.now():%H:%M}"},
        )
        return redirect(story)
    status = 422 if request.method == "POST" else 200
    return render(request, "stories/withdraw.html", {"story": story, "form": form}, status=status)


@require_POST
def resume(request: Request, pk: int) -> HttpResponse:
    """Write on a withdrawn story."""
    story = _story(request, pk)
    actions.resume_story(story=story, by=request.actor, at=clock.now())
    messages.success(request, _("Bài lại là bản nháp. Muốn đăng phải có sự đồng ý mới."))
    return redirect(story)


def _story(request: Request, pk: int) -> Story:
    return get_object_or_404(queries.stories_visible_to(request.actor), pk=pk)


def _detail(
    request: Request, story: Story, *, consent_form: ConsentForm | None = None, status: int = 200
) -> HttpResponse:
    actor = request.actor
    initial = {"consent_on": story.consent_on or actor.day, "consent_how": story.consent_how}
    context = {
        "story": story,
        "consent_form": consent_form or ConsentForm(initial=initial),
        "may_edit": policies.may_edit(actor, story),
        "may_take_down": policies.may_take_down(actor, story),
        "may_resume": policies.may_resume(actor, story),
    }
    return render(request, "stories/detail.html", context, status=status)


def _new(request: Request, form: NewStoryForm, status: int) -> HttpResponse:
    context = {
        "form": form,
        "awards": queries.awards_to_tell_of(request.actor).filter(stories=None)[: queries.OFFERED],
        "praises": queries.praises_to_tell_of(request.actor).filter(stories=None)[
            : queries.OFFERED
        ],
    }
    return render(request, "stories/new.html", context, status=status)


def _proposed(request: Request) -> dict[str, object]:
    """What is known of the subject already; the page's own key against pressing twice."""
    once: dict[str, object] = {"once": get_random_string(12)}
    award_key = asked_number(request.GET.get("khen", ""))
    praise_key = asked_number(request.GET.get("bieu-duong", ""))
    if award_key is not None:
        award = get_object_or_404(queries.awards_to_tell_of(request.actor), pk=award_key)
        return once | {"award": award} | _from_award(award)
    if praise_key is not None:
        praise = get_object_or_404(queries.praises_to_tell_of(request.actor), pk=praise_key)
        said = {"subject_name": praise.subject_name, "lead": praise.merit}
        return once | {"praise": praise} | said
    return once


def _from_award(award: Award) -> dict[str, object]:
    return {
        "subject_name": award.subject_name,
        "lead": award.merit,
        "body": award.nomination.achievements,
    }


def _photograph(form: WordsForm) -> actions.Photograph | None:
    given = form.cleaned_data["picture"]
    return actions.Photograph(*given) if given else None
