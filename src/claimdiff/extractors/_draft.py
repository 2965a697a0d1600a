"""A quantity in the making: the figure, what it counts, how exactly; what is left unsaid is filled in before it becomes a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Span

from claimdiff.extractors._comparators import comparator_of
from claimdiff.extractors._counted import Counted, counted_noun, dictionary_form
from claimdiff.extractors._designations import counted_model
from claimdiff.extractors._figure import Figure
from claimdiff.model import Comparator, Form

_LONGEST_EXTENT = 60

_OVER = re.compile(r"(?<!all )\bover\s$", re.IGNORECASE)
_FEW = 10
""""Over" says where before fewer things than this ("a leap over three barrels"), and how many before more, or before a measure."""


@dataclass(slots=True)
class Draft:
    """A quantity in the making; ``end`` is the end of its words, noun included."""

    figure: Figure
    number: Span
    counted: Counted
    comparator: Comparator
    unit: str | None
    form: Form
    end: int

    @property
    def is_bare(self) -> bool:
        """Whether it is a number of nothing that is said."""
        return self.unit is None and self.form == "count" and self.counted.head is None and not self.figure.suspended

    def forget_noun(self) -> None:
        """Makes a bare number of it: the word behind it is none that it counts."""
        self.counted, self.unit, self.end = Counted(None, follows=False), self.figure.unit, self.figure.end

    def take(self, unit: str | None, form: Form, scale: int = 1) -> None:
        """Takes the unit that another quantity says for both, and the scale word where that is said once."""
        self.unit, self.form = unit, form
        if scale != 1:
            figure = self.figure
            self.figure = replace(figure, value=tuple(number * scale for number in figure.value), step=figure.step * scale)


def drafted(text: str, figure: Figure, number: Span) -> Draft:
    """What the words around ``number`` say of it."""
    # Of "hundreds of miles" the parse makes "hundreds" the root, but what they are is miles.
    counts = (figure.form in ("count", "share") or figure.written == "vague") and not figure.attributive and not figure.suspended
    counted = (counted_model(text, number) or counted_noun(number)) if counts else Counted(None, follows=False)
    comparator, stated = comparator_of(text, figure.start, figure.end)
    if counted.head is None and stated > figure.end and figure.form == "count" and not figure.attributive:
        # "thirty or so boats": the bound may stand between the number and its noun.
        counted = _beyond(number, stated)
    end = _end(figure, counted)
    if comparator == "=" and end > figure.end:
        # "107 people or more": the bound may follow the noun.
        comparator = comparator_of(text, end, end)[0]
    if figure.written == "vague":
        comparator = "~"
    unit = figure.unit
    if counted.head is not None and (unit is None or figure.form == "count"):
        unit = unit or counted.name or dictionary_form(counted.head)
    form: Form = "share" if _is_part_of_whole(text, figure) else figure.form
    if (
        comparator == ">"
        and form == "count"
        and counted.head is not None
        and max(figure.value) < _FEW
        and _OVER.search(text, max(0, figure.start - 9), figure.start)
    ):
        comparator = "="
    return Draft(figure, number, counted, comparator, unit, form, end)


def _beyond(number: Span, stated: int) -> Counted:
    """The noun counted behind the words of a bound that end at offset ``stated``."""
    bounded = number.doc.char_span(number.start_char, stated, alignment_mode="expand")
    return counted_noun(bounded) if bounded is not None else Counted(None, follows=False)


def _end(figure: Figure, counted: Counted) -> int:
    if counted.head is None or not counted.follows:
        return figure.end
    end = counted.head.idx + len(counted.head)
    return end if figure.end < end <= figure.start + _LONGEST_EXTENT else figure.end


def _is_part_of_whole(text: str, figure: Figure) -> bool:
    """Whether a fraction is said of something: "two-thirds of voters", "half of the crew", not "half a dozen eggs"."""
    fraction = figure.written == "fraction" and figure.form == "count" and figure.unit is None
    return fraction and 0 < figure.value[0] < 1 and text.startswith(" of ", figure.number_end)
