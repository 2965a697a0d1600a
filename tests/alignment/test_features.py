"""What speaks for and against two numbers being of one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, on, quantity
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
    assert _features_by_weekday(Topic(time="XXXX-07-29"), form="age") == 0


def test_by_the_calendar_an_article_of_weekdays_tells_what_is_older():
    """Agencies name the days within a week by weekday; an article without a weekday says nothing by "July 29"."""
    assert _features_by_weekday(Topic(time="XXXX-07-29")) == -1
    assert _features_by_weekday(Topic(time="XXXX-WXX-2")) == 0
    assert _features(Topic(time="XXXX-07-29"), Topic())["background"] == 0


def _features_by_weekday(topic, form="count"):
    a, b = claim(quantity(12, form=form), "12", topic=topic, published=None), claim(quantity(15, form=form), "15", "b.txt", published=None)
    tuesday = replace(claim(on("2021-03-02", value="XXXX-WXX-2"), "12"), document=a.document)
    articles = [Article(a.document, (a, tuesday)), Article(b.document, (b,))]
    return Features(articles, Entities(articles)).of(a, b)["background"]


def test_the_words_beside_a_number_count_by_themselves():
    """Whatever else the sentences share."""
    near, far = Topic(lemmas=("boat", "gun"), beside=("gun",)), Topic(lemmas=("boat", "gun"), beside=("boat",))

    assert _features(near, near)["beside"] > _features(near, far)["beside"] == 0


def test_so_does_the_meaning_around_it():
    """A cosine, and what it usually is where a pipeline has no vectors."""
    assert _features(Topic(context=(1.0, 0.0)), Topic(context=(0.6, 0.8)))["context"] == pytest.approx(0.6)
    assert 0 < _features(Topic(), Topic(context=(0.6, 0.8)))["context"] < 1
