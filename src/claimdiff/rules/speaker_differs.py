"""The same words are told of two different speakers.

What it flags: quotations in the same words, or reported statements with nearly the same content, whose named speakers cannot be one: two
people, or, for a quotation, two organisations; and two people of one title, one of whom is reported with a part of the other's words.
Names that share a word, an acronym, or a capital that speaks for its country, may be one.

Why it matters: an accusation or a promise pinned on the wrong person is a correction at best.

Example: “We will not pay,” said Elena Marsh, in one article; “We will not pay,” said Lise Holm, in the other.

Known false alarms: two people who really said the same; a nickname or a maiden name that shares no word with the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimdiff.model import Alignment, Article, Finding, Severity
from claimdiff.rules._quotations import Pair, Quotation, pairs
from claimdiff.rules._statements import Told, alike, are_opposed, called, finding_at, named_apart, odd_ones, statements, told_in
from claimdiff.rules._titles import Titled, of_one_title
from claimdiff.values.identity import folded, is_body
from claimdiff.values.wording import turns_round

RULE = "speaker-differs"

SURE = 0.5
"""Alignments less certain than this are no ground for a finding about who spoke."""

ALIKE = 0.7
"""Likeness of reported contents from which they are taken for one statement."""

ENOUGH = 4
"""Words a content must carry: short ones ("it was a good day") are said by anybody."""

ENOUGH_QUOTED = 6
"""Words two quotations must share."""

PLENTY_QUOTED = 12
"""Words from which quotations in exactly the same words are one, however little they say."""

SAME_WORDS = 0.8
"""Likeness of two quotations that are one."""

ANYBODYS = ("thoughts and prayers", "thoughts are with", "hearts are with", "heart goes out", "hearts go out", "condolences", "rest in peace")
"""What many people say in the same words."""

_OF_TITLE = 0.7
"""How sure two people of one title are one."""


def across(articles: tuple[Article, ...]) -> Iterator[Finding]:
    """One finding for a quotation told of different people, and one for every two people of one title."""
    for group in _grouped(pair for pair in pairs(articles) if _are_same_words(pair)):
        told = list(_of_one_voice(group))
        found = odd_ones(told, named_apart) if len(told) > 1 else None
        if found is not None and all(one.is_named() for one in found[0]):
            yield _finding(*found, 0.9, ("the same words between quotation marks",))
    named: set[frozenset[str]] = set()
    for one, other, row in of_one_title(articles):
        speakers = frozenset((one.speaker, other.speaker))
        if speakers not in named and not _say_one_thing(articles, one, other):
            named.add(speakers)
            yield _of_title(one, other, row)


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One finding for reported words told of different people."""
    told = statements(alignment)
    found = odd_ones(told, _apart) if told and alignment.score >= SURE else None
    if found is not None and all(one.is_named() for one in found[0]):
        yield _finding(*found, alignment.score * 0.9, alignment.evidence)


def _are_same_words(pair: Pair) -> bool:
    """Whether two quotations are worded the same, not as anybody puts it, and neither speaks of the speaker of the other: he may be quoted in it."""
    one, other = pair.one.told, pair.other.told
    if one is None or other is None or one.value.polarity != other.value.polarity or any(map(turns_round, pair.parted)):
        return False
    if any(phrase in " ".join(pair.one.spoken) for phrase in ANYBODYS):
        return False
    if pair.ratio < SAME_WORDS or not _is_much(pair):
        return False
    if not named_apart(one, other):
        return True
    return not (_speaks_of(pair.one, one, other.value.speaker) or _speaks_of(pair.other, other, one.value.speaker))


def _is_much(pair: Pair) -> bool:
    """Whether two people would hardly say as much in the same words."""
    telling = len(pair.one.stems & pair.other.stems) >= ENOUGH and pair.shared >= ENOUGH_QUOTED
    return telling or (pair.ratio == 1 and pair.shared >= PLENTY_QUOTED)


def _speaks_of(quotation: Quotation, told: Told, name: str | None) -> bool:
    """Whether a quotation, or the sentence of its cue, has any of a name that is not its speaker's too: "Holm read from a letter by Marsh"."""
    around = folded(told.claim.sentence.of(told.claim.document.text)).split()
    telling = set(folded(name or "").split()) - set(folded(told.value.speaker or "").split())
    return not telling.isdisjoint({*quotation.spoken, *(word.strip(',.;:“”"') for word in around)})


def _grouped(same: Iterable[Pair]) -> Iterator[list[Told]]:
    """The statements of each set of quotations in the same words, in the order in which they were found."""
    groups: dict[int, list[Told]] = {}
    for pair in same:
        told = [quotation.told for quotation in (pair.one, pair.other) if quotation.told]
        known = list({id(group): group for one in told if (group := groups.get(id(one)))}.values())
        joined = list({id(one): one for one in (*(one for group in known for one in group), *told)}.values())
        groups.update(dict.fromkeys(map(id, joined), joined))
    yield from {id(group): group for group in groups.values()}.values()


def _of_one_voice(group: Sequence[Told]) -> Iterator[Told]:
    """A statement of each article that names one speaker of the words, and no second person as well."""
    by_article: dict[int, list[Told]] = defaultdict(list)
    for told in group:
        if told.value.speaker:
            by_article[id(told.claim.document)].append(told)
    yield from (own[0] for own in by_article.values() if not any(named_apart(own[0], other) for other in own[1:]))


def _finding(odd: Sequence[Told], most: str, confidence: float, evidence: Iterable[str]) -> Finding:
    document = called(odd)
    severity: Severity = "error" if all(one.value.quote == "direct" for one in odd) else "warning"
    said = ", ".join(f"{document[one.claim.document.path]} has {one.who} say it" for one in odd)
    words = "the same words" if len({tuple(word.key for word in one.words) for one in odd}) == 1 else "nearly the same words"
    places = [one.named() for one in odd]
    return finding_at(RULE, "attribution", severity, confidence, f"{said}{most}: {words} of different speakers.", places, evidence)


def _of_title(one: Titled, other: Titled, row: tuple[str, ...] | None) -> Finding:
    pair = (one, other)
    document = called(titled.told for titled in pair)
    said = [f"{document[titled.told.claim.document.path]} has {_as_told(titled, row)}" for titled in pair]
    places = [titled.told.named() for titled in pair]
    return finding_at(RULE, "attribution", "warning", _OF_TITLE, f"{', '.join(said)}: one title, two names.", places)


def _as_told(titled: Titled, row: tuple[str, ...] | None) -> str:
    """The speaker with what he says of the row, or the source as it stands there."""
    text = titled.told.claim.document.text
    if row is None:
        return f"“{' '.join(' '.join(extent.of(text) for extent in titled.told.value.source).split())}”"
    said = titled.rows[row]
    return f"{titled.told.who} say “{' '.join(text[said[0].start : said[-1].end].split())}”"


def _say_one_thing(articles: Sequence[Article], one: Titled, other: Titled) -> bool:
    """Whether the two are reported with one statement anywhere, of which ``compare`` tells."""
    of_one, of_other = (
        [told for told in told_in(articles[titled.article].claims) if told.value.speaker == titled.speaker] for titled in (one, other)
    )
    return any(_are_one(a, b) for a in of_one for b in of_other)


def _apart(one: Told, other: Told) -> bool:
    if not named_apart(one, other) or are_opposed(one, other) or one.value.quote == other.value.quote == "direct":
        return False
    # What organisations report of one fact is a question of sources (source-differs); only people are quoted for what they alone can say.
    if is_body(one.value.speaker or "") or is_body(other.value.speaker or ""):
        return False
    return _are_one(one, other)


def _are_one(one: Told, other: Told) -> bool:
    """Whether two contents are one statement reported twice."""
    return alike(one, other) >= ALIKE and len(one.stems & other.stems) >= ENOUGH
