"""A row of any model, whatever its columns: for promises about every table there is."""

from itertools import count

from django.db import models

from factories import DAY, NOON, UnitFactory
from thidua.org.models import Unit

NUMBERS = count(1)


def any_row(model, **given):
    """Save a row of `model`; columns that need something and were not given are made up."""
    values = {
        field.name: made_up(field)
        for field in model._meta.concrete_fields
        if needs_something(field) and not {field.name, field.attname} & set(given)
    }
    return model._default_manager.create(**values | given)


def needs_something(field):
    return not (field.primary_key or field.null or field.has_default())


MADE_UP = (
    (models.DateTimeField, lambda: NOON),
    (models.DateField, lambda: DAY),
    (models.BooleanField, lambda: False),
    (models.IntegerField, lambda: next(NUMBERS)),
    (models.DecimalField, lambda: next(NUMBERS)),
    (models.JSONField, list),
    (models.Field, lambda: str(next(NUMBERS))),
)


def made_up(field):
    if field.is_relation:
        return UnitFactory() if field.related_model is Unit else any_row(field.related_model)
    if field.choices:
        return next(code for code, _word in field.flatchoices if code)
    return next(make() for kind, make in MADE_UP if isinstance(field, kind))
