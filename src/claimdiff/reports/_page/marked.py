"""Pieces of an article as links and spans, and sentences with the differing words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimdiff.model import SEVERITIES, Finding, Location
from claimdiff.reports._page.markup import Html, element, together
from claimdiff.reports._page.sheets import FURNITURE, SKIPPED, Sheet, is_agreement, is_finding, number_of
from claimdiff.reports._page.spans import Piece
from claimdiff.reports._sentences import pieces


def marked(piece: Piece, sheet: Sheet, findings: Sequence[Finding]) -> Html:
    """A piece of an article: a link to its finding, or a span that an agreement or an aside may colour."""
    words, at = piece.extent.of(sheet.document.text), sheet.piece_id(piece.extent.start)
    entries = [label for label in piece.labels if is_finding(label) or is_agreement(label)]
    asides = [label for label in piece.labels if label in (SKIPPED, FURNITURE)]
    found = [label for label in entries if is_finding(label)]
    if not found:
        classes = " ".join(["agreed", *asides] if entries else asides)
        return element("span", words, class_=classes or None, id=at, data_f=" ".join(entries) or None)
    grade = gravest(findings[number_of(label)] for label in found)
    return element(
        "a",
        words,
        class_=" ".join(["found", grade, *asides]),
        id=at,
        href=f"#{found[0]}",
        data_f=" ".join(entries),
        data_number=",".join(str(number_of(label) + 1) for label in piece.ending if is_finding(label)) or None,
    )


def gravest(findings: Iterable[Finding]) -> str:
    """The severity that the most serious one is shown with; suppressed ones are less serious than any other."""
    severity, suppressed = min(((finding.severity, finding.suppressed) for finding in findings), key=lambda one: (one[1], SEVERITIES.index(one[0])))
    return f"{severity} suppressed" if suppressed else severity


def quoted(locations: Sequence[Location]) -> Html:
    """The sentence of the locations, which they share, with the differing words marked."""
    return together(element("mark", words) if differs else words for words, differs in pieces(locations))
