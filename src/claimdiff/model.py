"""The frozen records that flow through claimdiff: Document, Claim, Alignment, Finding, Report and their parts.

Every record is immutable, holds plain values only (no spaCy object) and imports nothing but the standard library.
Offsets are code points into ``Document.text``, half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from typing import Literal

PublishedFrom = Literal["flag", "metadata", "header", "dateline", "none"]
Comparator = Literal["=", "~", "<", "<=", ">", ">="]
Form = Literal["count", "measure", "money", "percent", "share", "duration", "countdown", "age", "rank", "score", "change"]
Part = Literal["total", "part", "rest", "more", "by", "to", "from"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "second", "minute", "hour", "daypart", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "none"
]
StatementPolarity = Literal["asserts", "denies", "asks", "orders", "withholds", "doubts"]
Quote = Literal["direct", "mixed", "indirect"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "planned", "possible", "denied"]
ClaimKind = Literal["quantity", "date", "attribution"]
FindingKind = Literal["numeric", "date", "attribution", "quote", "polarity", "hedge", "name", "role"]
Severity = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A half-open stretch ``[start, end)`` of code points in ``Document.text``."""

    start: int
    end: int

    def overlaps(self, other: Extent) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Extent) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` this extent marks."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Origin:
    """Maps offsets of ``Document.text`` to places in the source file.

    Attributes:
        unit: what ``line`` counts: lines of a text file, or paragraphs of a word-processor file.
        anchors: ``(offset, line, column)`` in rising order of offset; an offset lies as many columns after
            its anchor as characters. Lines and columns are 1-based. Never empty; the first offset is 0.
        item: which one of several articles in the file, from 1 (a feed holds many); 0 where there is but one.
    """

    unit: Literal["line", "paragraph"] = "line"
    anchors: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)
    item: int = 0

    def place(self, offset: int) -> tuple[int, int]:
        """The 1-based line (or paragraph) and column of ``offset``."""
        at, line, column = self.anchors[bisect_right(self.anchors, (offset, 1 << 62, 0)) - 1]
        return line, column + offset - at


@dataclass(frozen=True, slots=True)
class DateClue:
    """One statement of the publication date, whether or not it was believed.

    Attributes:
        kind: where it stood: given on the command line, in metadata, a header line or a dateline.
        value: ISO date; ``XXXX-01-11`` when the year is not written.
        time: clock time as ``HH:MM`` if written.
        zone: time zone as written ("GMT", "-0500") if any.
        extent: where in the text; None when it is not in the text (a flag, a meta tag).
        order: "day-first" or "month-first" when an all-digit date had to be read one way, and the evidence; or what
            else the date is than that of publication: "updated", "modified", "embargoed", "created".
        name: of the metadata field it stood in ("datePublished"), None where it stood in none.
    """

    kind: PublishedFrom
    value: str
    time: str | None = None
    zone: str | None = None
    extent: Extent | None = None
    order: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class Document:
    """One article as read.

    Attributes:
        path: as the user gave it; ``feed.xml#2`` for the second of several articles in a file.
        text: exactly as read (for .txt: the decoded file without its BOM, newlines untouched).
        title: headline if known.
        published: publication date, None when unknown.
        published_from: which kind of clue won (flag > metadata > header > dateline > none).
        dates: every clue found, believed or not, in the order of their rank.
        place: where the dateline says the article was filed.
        origin: offset to line and column.
        furniture: stretches that are about the page, not the event (bylines, header lines, comment
            forms, copyright lines); they make no claims. Sorted, not overlapping.
        warnings: what the reader had to guess (encoding, replaced characters), a sentence each.
        copies: further paths at which the same article was given, which is compared once.
    """

    path: str
    text: str
    title: str | None = None
    published: date | None = None
    published_from: PublishedFrom = "none"
    dates: tuple[DateClue, ...] = ()
    place: str | None = None
    origin: Origin = field(default_factory=Origin)
    furniture: tuple[Extent, ...] = ()
    warnings: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The file it stands in: the path without the number of an article among several."""
        return self.path.removesuffix(f"#{self.origin.item}") if self.origin.item else self.path

    @cached_property
    def digest(self) -> str:
        """Hex digest of text and publication date: what the article says, whatever its path."""
        said = f"{self.published}\0{self.text}".encode("utf-8", "surrogatepass")
        return blake2b(said, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A normalised number.

    Attributes:
        value: the number as written: one Decimal, or ``(low, high)`` for a written range or a vague count
            ("dozens"), or both sides of a score in written order.
        low, high: the closed interval of values that would make the statement true; None is an open end;
            both None for a score.
        unit: canonical unit ("kilometre"), ISO 4217 currency, "%", or the counted noun's lemma; None if none.
        comparator: the bound or hedge that stands with it; never changes ``value``.
        form: which sort of quantity.
        part: its part in the telling: a total, a part of one, what is left of one, a further amount, or the by/to/from of a change.
        direction: of a countdown, elapsed time or change: "ahead" (12 days left, rose) or "behind" (five years in, fell).
        step: place value of the last digit written (1.2bn: 100000000), for judging agreement after rounding.
    """

    value: tuple[Decimal, ...]
    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    comparator: Comparator = "="
    form: Form = "count"
    part: Part = "total"
    direction: Literal["ahead", "behind"] | None = None
    step: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class When:
    """A normalised temporal expression (TIMEX3, ISO 24617-1).

    Attributes:
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value; unresolved parts are X ("XXXX-WXX-2", "XXXX-10-23").
        mod: TIMEX3 mod (EARLY, MID, LATE, APPROX, START, END, LESS_THAN, MORE_THAN ...) or None.
        start, before: the half-open interval of local datetimes it denotes; None when open or unknown.
        granularity: of the value as written.
        shift: days from the publication date that were assumed in resolving ("yesterday": -1), None if the
            expression does not depend on it in that way. Lets an undated article be solved for.
        ends: of one end of a range ("from Jan. 3 to Jan. 5") the values of the first and the last; None of any other date.
        offset: minutes east of Greenwich of a clock time whose zone is told; None if it is not, or could be several.
    """

    type: TimexType
    value: str
    mod: str | None = None
    start: datetime | None = None
    before: datetime | None = None
    granularity: Granularity = "none"
    shift: int | None = None
    ends: tuple[str, str] | None = field(default=None, repr=False)
    offset: int | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """An attributed claim: who said what, and how.

    Attributes:
        source, cue, content: extents in rising order (a quotation split by its cue has two content extents).
        speaker: canonical name of the speaker, None when anonymous or unstated.
        description: the words that describe an anonymous source ("two people familiar with the matter").
        anonymous: whether the source is deliberately unnamed.
        source_count: how many anonymous sources, if said.
        cue_lemma: dictionary form of the cue ("say", "accusation", "according to").
        polarity: what the cue does with the content.
        strength: 0..1, how strongly the source commits itself (1 "confirm", 0.5 "suggest").
        quote: direct (content is one quotation), mixed (words quoted in it) or indirect.
    """

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    speaker: str | None = None
    description: str | None = None
    anonymous: bool = False
    source_count: int | None = None
    cue_lemma: str = ""
    polarity: StatementPolarity = "asserts"
    strength: float = 1.0
    quote: Quote = "indirect"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a claim is about: all that alignment needs, so that nothing after extraction needs the parse.

    Attributes:
        entities: canonical names in the sentence, nearest first.
        head: lemma of the head noun (for a quantity, the counted noun; for a date, the event's verb or noun).
        predicate: lemma of the governing verb or predicate noun.
        subject: canonical name of what the predicate is said of, None if that has no name.
        modifiers: lemmas that narrow the head ("second", "injured"), sorted.
        place: nearest place name in the clause.
        origin: the name that a distance is measured from ("13 miles east of Cloverdale"), None if it is none.
        time: TIMEX3 value of the clause's date, None if it has none.
        lemmas: sorted set of the sentence's content lemmas.
        near: sorted set of the clause's content lemmas (those of the same predicate).
        beside: sorted set of the content lemmas within three words of the claim.
        vector: the sentence's meaning, a vector of length 1; stays out of printed JSON.
        context: that of a number's own noun and the six words on either side; likewise.
    """

    entities: tuple[str, ...] = ()
    head: str = ""
    predicate: str = ""
    subject: str | None = None
    modifiers: tuple[str, ...] = ()
    place: str | None = None
    origin: str | None = None
    time: str | None = None
    lemmas: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    vector: tuple[float, ...] = ()
    context: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """How a claim is put forward.

    Attributes:
        polarity: negated if its predicate is.
        modality: asserted, planned ("will"), possible ("could") or denied (by the source it is attributed to).
        hedges: lemmas of hedging words that cover it ("suspected", "reportedly"), in text order.
        sources: the chain it is attributed to, innermost speaker first; empty for the outlet's own voice.
    """

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    hedges: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


Value = Quantity | When | Statement


@dataclass(frozen=True)
class Claim:
    """One checkable statement of an article.

    Attributes:
        document: the article it stands in.
        kind: quantity, date or attribution.
        extent: the differing words alone: value and head noun, never the sentence (an attribution: source to content).
        sentence: the sentence it stands in.
        value: its normalised value.
        topic, stance: what it is about and how it is put forward.
        evidence: names of the rules that found and normalised it.
    """

    document: Document = field(repr=False)
    kind: ClaimKind
    extent: Extent
    sentence: Extent
    value: Value
    topic: Topic = field(default_factory=Topic)
    stance: Stance = field(default_factory=Stance)
    evidence: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the claim."""
        return self.extent.of(self.document.text)

    @cached_property
    def id(self) -> str:
        """Stable within its article: a hash of kind, place and value."""
        said = f"{self.kind}|{self.extent.start}|{self.extent.end}|{self.value!r}"
        return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says, whether or not there is a number, a date or a speaker in it: so much that another may be held against it.

    Attributes:
        extent: the predicate with the auxiliaries and the negation that stand before it ("was not arrested").
        sentence: the sentence it stands in.
        predicate: its lemma, with a particle if it has one ("pull over").
        agent, patient: who does it and who undergoes it, canonical name or lemma ("brother of Ida Holm"), None where it has none.
        names: canonical names in the clause, sorted.
        near: lemmas of its other content words, sorted.
        numbers: its numbers and ordinals in small letters, sorted.
        ways: prepositions that tell apart, with what stands behind each ("for bill", "against bill", "price-of milk"), and the verb of what
            completes it ("resign that" of "plans to resign"), sorted.
        qualifiers: what takes from a negation, and from its contrary if that has the same ("not seriously", "no other"), sorted.
        sweeping: whether it says that none at all did it or underwent it ("no one was hurt", "there were no casualties").
        present: whether it tells how things are now.
        time: TIMEX3 value of the nearest date of its sentence, None if there is none.
        stance: how it is put forward, and by whom.
    """

    extent: Extent
    sentence: Extent
    predicate: str
    agent: str | None = None
    patient: str | None = None
    names: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    sweeping: bool = False
    present: bool = False
    time: str | None = None
    stance: Stance = field(default_factory=Stance)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Words that look like a claim and could not be checked."""

    document: Document = field(repr=False)
    extent: Extent
    reason: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A person named together with an office that one person at a time holds.

    Attributes:
        person: where the name stands, without titles.
        title: where the words of the office stand.
        office: what the office is called, whatever the article calls it ("police chief").
        of: the place or body it is an office of, as the article has it; None where it is not said beside it.
        settled: whether nothing says that it is a deputy's, or was or will be somebody's, or changes hands.
        acts: whether the person does or says something there.
        sentence: the sentence it stands in.
    """

    person: Extent
    title: Extent
    office: str
    of: str | None
    settled: bool
    acts: bool
    sentence: Extent


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in an order that an article puts something in: "the third raid", "a sixth-floor office"; a name, date or rank is none.

    Attributes:
        extent: the ordinal and its noun.
        number: which place.
        noun: lemma of what is put in order ("raid", "floor").
        names: canonical names in the sentence, nearest first.
        near: sorted set of the content lemmas of its clause and within three words, without the noun.
        lemmas: sorted set of the sentence's content lemmas.
        sentence: the sentence it stands in.
    """

    extent: Extent
    number: int
    noun: str
    names: tuple[str, ...]
    near: tuple[str, ...]
    lemmas: tuple[str, ...]
    sentence: Extent


@dataclass(frozen=True)
class Article:
    """A document with all its claims, in text order, and what was skipped.

    Attributes:
        document: the article as read.
        claims, skipped: in text order.
        names: where each name first stands, in each of its spellings, in text order.
        clauses: what is said to have happened or not, in text order.
        pipeline: name and version, or digest, of the language pipeline that read it; empty if it was not read by one of ours.
        holders: the persons named with an office that one person at a time holds, in text order.
        ordinals: what is put in an order, in text order.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    pipeline: str = ""
    names: tuple[Extent, ...] = field(default=(), repr=False)
    clauses: tuple[Clause, ...] = field(default=(), repr=False)
    holders: tuple[Holder, ...] = field(default=(), repr=False)
    ordinals: tuple[Ordinal, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Alignment:
    """Claims of different documents that speak of the same thing: at most one of each document, in document order.

    Attributes:
        claims: two or more.
        score: 0..1, how sure the aligner is.
        evidence: the features that spoke for it, strongest first ("same noun: people").
    """

    claims: tuple[Claim, ...]
    score: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Location:
    """Where a finding points: the differing words in one document.

    Attributes:
        document: the article.
        extent: the differing words alone.
        sentence: the sentence around them, for excerpts.
        value: the normalised value, as a reader understands it ("2021-01-20", "107 people").
    """

    document: Document = field(repr=False)
    extent: Extent
    sentence: Extent
    value: str

    @property
    def path(self) -> str:
        """The document's path as given."""
        return self.document.path

    @property
    def file(self) -> str:
        """The file the document stands in."""
        return self.document.file

    @property
    def start(self) -> int:
        """First code point."""
        return self.extent.start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.extent.end

    @property
    def line(self) -> int:
        """1-based line (or paragraph) of the first character."""
        return self.document.origin.place(self.extent.start)[0]

    @property
    def column(self) -> int:
        """1-based column of the first character."""
        return self.document.origin.place(self.extent.start)[1]

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.extent.of(self.document.text)


@dataclass(frozen=True)
class Finding:
    """A discrepancy, explained in one sentence.

    Attributes:
        rule: name of the rule that found it.
        kind: what sort of statement differs.
        severity: error, warning or note.
        confidence: 0..1, two decimals.
        message: one sentence.
        reconciliation: the assumption under which the claims would agree, None if there is none.
        locations: the places, grouped by document.
        id: hash of rule, kind, values and topics; the same finding keeps it when its line or path changes.
        suppressed: whether a baseline or a suppression silences it.
        evidence: why the claims were aligned and judged so; printed by --explain.
    """

    rule: str
    kind: FindingKind
    severity: Severity
    confidence: float
    message: str
    reconciliation: str | None
    locations: tuple[Location, ...]
    id: str
    suppressed: bool = False
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule that ran: its name, the first sentence of its page and the page itself."""

    name: str
    summary: str
    page: str


@dataclass(frozen=True)
class Report:
    """All that was found, sorted once.

    Attributes:
        articles: in the order given.
        alignments: claims found to speak of the same thing.
        findings: sorted by severity, then place.
        rules: the rules that ran.
        versions: names and versions that shaped the result (claimdiff, pipeline).
    """

    articles: tuple[Article, ...]
    alignments: tuple[Alignment, ...]
    findings: tuple[Finding, ...]
    rules: tuple[RuleInfo, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
