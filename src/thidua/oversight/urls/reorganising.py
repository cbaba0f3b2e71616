"""Decisions about the organisation: draft, preview, carry out, undo."""

from django.urls import path

from thidua.oversight.views import act_tables, reorganising, reorganising_acts

ONE = "reorganisations/<int:pk>/"
urlpatterns = [
    path("reorganisations/", reorganising.listing, name="reorganisations"),
    path("reorganisations/new/", reorganising.new, name="new_reorganisation"),
    path(ONE, reorganising.detail, name="reorganisation"),
    path(f"{ONE}edit/", reorganising.edit, name="edit_reorganisation"),
    path(f"{ONE}discard/", reorganising.discard, name="discard_reorganisation"),
    path(f"{ONE}acts/new/", reorganising_acts.new, name="new_act"),
    path(f"{ONE}acts/<int:act>/remove/", reorganising_acts.remove, name="remove_act"),
    path(f"{ONE}acts/<int:act>/move/", reorganising_acts.move, name="move_act"),
    path(f"{ONE}preview/", reorganising_acts.preview, name="preview_reorganisation"),
    path(f"{ONE}carry-out/", reorganising_acts.carry_out, name="carry_out_reorganisation"),
    path(f"{ONE}undo/", reorganising_acts.undo, name="undo_reorganisation"),
    path(f"{ONE}go-on/", reorganising_acts.go_on, name="reorganisation_go_on"),
    path(f"{ONE}table/", act_tables.table, name="act_table"),
    path(f"{ONE}table/take/", act_tables.take, name="take_act_table"),
    path(f"{ONE}table/drop/", act_tables.drop, name="drop_act_table"),
    path(f"{ONE}table/example/", act_tables.example, name="example_act_table"),
    path(f"{ONE}table/wrong-rows/", act_tables.wrong_rows, name="wrong_rows_of_act_table"),
    path("reorganisations/template/", act_tables.template, name="act_table_template"),
]
