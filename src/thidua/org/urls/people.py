"""People, memberships, posts, delegation; who signs."""

from django.urls import path

from thidua.org.views import giving, merging, people_list, person, person_new, rolls, signers

urlpatterns = [
    path("people/", people_list.people_list, name="people"),
    path("people/export/", people_list.people_export, name="people_export"),
    path("people/new/", person_new.person_new, name="person_new"),
    path("people/act/", rolls.people_act, name="people_act"),
    path("people/changes/", rolls.people_changes, name="people_changes"),
    path("people/acts/<int:pk>/", rolls.roll_act, name="roll_act"),
    path("people/acts/<int:pk>/undo/", rolls.roll_undo, name="roll_undo"),
    path("people/doubles/", merging.people_doubles, name="people_doubles"),
    path("people/merges/<int:pk>/", merging.person_merge, name="person_merge"),
    path("people/merges/<int:pk>/undo/", merging.merge_undo, name="merge_undo"),
    path("people/<int:pk>/", person.person, name="person"),
    path("people/<int:pk>/edit/", person.person_edit, name="person_edit"),
    path("people/<int:pk>/merge/<int:other>/", merging.people_merge, name="people_merge"),
    path("people/<int:pk>/give-post/", giving.post_give, name="post_give"),
    path("posts/<int:pk>/end/", giving.post_end, name="post_end"),
    path("posts/<int:pk>/delegate/", giving.post_delegate, name="post_delegate"),
    path("delegations/<int:pk>/end/", giving.delegation_end, name="delegation_end"),
    path("signers/", signers.signers, name="signers"),
]
