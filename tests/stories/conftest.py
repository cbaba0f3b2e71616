"""A story on its way to the public page."""

import pytest

from factories import DAY, NOON, OFFICER, user_as
from stories.told import WORDS
from thidua.org.actor import Actor
from thidua.stories import actions


@pytest.fixture
def officer(client, province):
    user = user_as(OFFICER, province, "Phạm Thu Hà")
    client.force_login(user)
    return Actor.of(user, DAY)


@pytest.fixture
def story(province, officer):
    return actions.start_story(unit=province, words=WORDS, by=officer, at=NOON)


@pytest.fixture
def agreed(story, officer):
    return actions.note_consent(
        story=story, on=DAY, how="Ký giấy đồng ý ngày 15/03", by=officer, at=NOON
    )


@pytest.fixture
def published(agreed, officer):
    return actions.publish_story(story=agreed, by=officer, at=NOON)
