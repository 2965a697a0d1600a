"""What speaks for and against two numbers being of one thing."""

from __future__ import annotations

import pytest

from builders import claim, quantity
from claimdiff.alignment.entities import Entities
from claimdiff.alignment.features import Features
from claimdiff.model import Article, Topic


def _features(one, other, form="count"):
    a, b = claim(quantity(12, form=form), "12", topic=one), claim(quantity(15, form=form), "15", "b.txt", topic=other)
    articles = [Article(a.document, (a,)), Article(b.document, (b,))]
    return Features(articles, Entities(articles)).of(a, b)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (Topic(time="2020-09"), Topic(), True),
        (Topic(time="XXXX-09"), Topic(), True),
        (Topic(time="2021-02-03"), Topic(), True),
        (Topic(time="2021-02-26"), Topic(), False),
        (Topic(time="2021-03"), Topic(), False),
        (Topic(time="XXXX-WXX-2"), Topic(), False),
        (Topic(time="2020-09"), Topic(time="2020-09"), False),
        (Topic(), Topic(), False),
    ],
    ids=lambda topic: topic.time or "no time" if isinstance(topic, Topic) else str(topic),
)
def test_what_is_told_of_long_ago_is_hardly_the_news(one, other, apart):
    """The dead of last September's quake are hardly those of this week's, which no clause dates."""
    assert _features(one, other)["background"] == -float(apart)
    assert _features(other, one)["background"] == -float(apart)


def test_people_are_as_old_as_they_are():
    """Their ages are told beside dates of all sorts."""
    assert _features(Topic(time="2020-09"), Topic(), form="age")["background"] == 0


def test_the_words_beside_a_number_count_by_themselves():
    """Whatever else the sentences share."""
    near, far = Topic(lemmas=("boat", "gun"), beside=("gun",)), Topic(lemmas=("boat", "gun"), beside=("boat",))

    assert _features(near, near)["beside"] > _features(near, far)["beside"] == 0


def test_so_does_the_meaning_around_it():
    """A cosine, and what it usually is where a pipeline has no vectors."""
    assert _features(Topic(context=(1.0, 0.0)), Topic(context=(0.6, 0.8)))["context"] == pytest.approx(0.6)
    assert 0 < _features(Topic(), Topic(context=(0.6, 0.8)))["context"] < 1
