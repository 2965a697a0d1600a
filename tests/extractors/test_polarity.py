"""What a cue does with its content: every row of fixtures/polarity.md; 95 in 100 must be right, for a retrained pipeline parses some otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cases import article

PAGE = Path(__file__).parents[2] / "fixtures" / "polarity.md"
RIGHT = 0.95
LEAST = 150


@dataclass(frozen=True)
class Row:
    """A sentence and what its cue does."""

    sentence: str
    cue: str
    polarity: str
    content: str
    hedges: str

    def actual(self):
        """Polarity, negative content and hedges of the last statement with that cue; the last, for the inner one of two is meant."""
        found = [claim for claim in article(self.sentence).claims if claim.kind == "attribution" and claim.value.cue_lemma == self.cue]
        if not found:
            return ("missing", "", "")
        claim = found[-1]
        return (claim.value.polarity, "not" if claim.stance.polarity == "negated" else "", ", ".join(claim.stance.hedges))


def _rows():
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    return [Row(*(cell.strip() for cell in line.strip("|").split("|"))) for line in lines]


ROWS = _rows()


def test_there_are_enough_rows_and_every_polarity_is_among_them():
    """The corpora have too few denials to measure on."""
    assert len(ROWS) >= LEAST
    assert {row.polarity for row in ROWS} == {"asserts", "denies", "asks", "orders", "withholds", "doubts"}


def test_every_class_of_cue_has_a_row():
    """A new class cannot come in untested."""
    from claimdiff.values.cues import ADVERBS, nouns, verbs

    classes = {cue.lemma: cue.group for cues in verbs().values() for cue in cues} | {lemma: cue.group for lemma, cue in nouns().items()}
    seen = {cue.group for row in ROWS for cue in verbs().get(row.cue, ())} | {"hedge" for row in ROWS if row.cue in ADVERBS}
    seen |= {nouns()[row.cue].group for row in ROWS if row.cue in nouns()}

    assert set(classes.values()) <= seen


def test_ninety_five_in_a_hundred_are_right():
    """Polarity, negative content and hedges, all three."""
    wrong = [(row.sentence, row.cue, row.actual()) for row in ROWS if row.actual() != (row.polarity, row.content, row.hedges)]

    assert len(wrong) <= (1 - RIGHT) * len(ROWS), "\n".join(map(str, wrong))
