"""Words for so many that belong together, where they count: "a pair of suspects" is two, "a pair of scissors" one."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Span

from claimdiff.extractors._counted import Counted
from claimdiff.extractors._figure import Figure

_SETS = frozenset("pair couple brace duo trio quartet quintet sextet".split())
_WORN = """trousers pants jeans shorts slacks chinos khakis dungarees overalls leggings tights breeches pyjamas pajamas underpants boxers briefs
    knickers trunks bottoms"""
_HELD = """scissors shears clippers secateurs pliers pincers tweezers tongs forceps nippers bellows compasses scales handcuffs cuffs binoculars
    headphones earphones"""
_SEEN_THROUGH = "glasses sunglasses eyeglasses spectacles specs goggles bifocals shades"
_FIGURATIVE = "hands eyes ears legs lungs"
_ONE_THING = frozenset(f"{_WORN} {_HELD} {_SEEN_THROUGH} {_FIGURATIVE}".split())
"""What two halves make one of, or stands for one person ("a safe pair of hands")."""
_PLURAL = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS = frozenset("people police sheep deer fish aircraft".split())


def is_one_thing(number: Span, counted: Counted) -> bool:
    """Whether a word for a set counts nothing, or one thing: "couple of the year", "pair of jeans"."""
    noun = counted.head
    if counted.name is not None or number[-1].lower_ not in _SETS:
        return False
    if noun is None or noun.lower_ in _ONE_THING:
        return True
    return noun.tag_ not in _PLURAL and noun.lower_ not in _PLURAL_WORDS


def upper_of_a_couple(figure: Figure) -> Decimal | None:
    """How many "a couple of shops" may be, two and loosely three; None for any other number."""
    single = figure.written == "vague" and len(figure.value) == 1 and figure.step == 1
    return figure.value[0] + 1 if single else None
