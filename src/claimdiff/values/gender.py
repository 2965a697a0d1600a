"""Whether a name or a noun is a man's or a woman's, as far as its words tell: titles, nouns, the commonest first names.

Compiled by claimdiff's developers. A name that both bear, or that is not listed, tells nothing and fits either pronoun.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f"]

_MALE = frozenset(
    """mr sir lord king prince duke count baron father pope imam sheikh rev brother son husband dad grandfather uncle nephew man boy gentleman
    spokesman chairman congressman businessman policeman fireman salesman actor waiter widower
    abdul adam ahmed al alan albert alex alexander ali amir andrew andrei anthony antonio arthur ben benjamin bernard bill bob boris brian bruce
    carl carlos charles chris christopher colin craig dan daniel dave david dennis dmitry donald doug douglas ed edward eric ernest felix
    francis francisco frank fred frederick gary george gerald gordon graham greg gregory hans harold harry hassan henry howard hugh hussein ian
    ibrahim igor ivan jack jacob jaime james jason jeff jeffrey jeremy jim jimmy joe john johnny jon jonathan jorge jose joseph josh juan julian
    karl keith ken kenneth kevin larry lars lawrence lee leo leon leonard louis luis luke mahmoud marc marco mario mark martin matt matthew
    michael miguel mike mohamed mohammad mohammed muhammad nathan neil nicholas nick nigel oliver omar oscar owen patrick paul pavel pedro peter
    phil philip pierre rafael ralph raymond ricardo richard rick rob robert roberto roger ron ronald ross roy russell ryan sam samuel scott sean
    sergei simon stefan stephen steve steven stuart ted terry thomas tim timothy toby todd tom tony victor vincent vladimir walter wayne william
    yusuf""".split(),
)
_FEMALE = frozenset(
    """mrs ms miss lady dame queen princess duchess mother sister daughter wife mom mum grandmother aunt niece woman girl
    spokeswoman chairwoman congresswoman businesswoman policewoman actress waitress widow
    agnes aisha alice alison amanda amy ana andrea angela anita ann anna anne annie barbara beatrice beth betty brenda carla carmen carol caroline
    catherine charlotte cheryl christina christine claire clara claudia cynthia daniela deborah debra denise diana diane donna dorothy edith elena
    eleanor elisabeth elizabeth ella ellen elsa emily emma erica eva fatima fiona florence frances gail gina gloria grace hannah heather helen
    helena hillary ida ines ingrid irene isabel isabella jane janet janice jennifer jessica jill joan joanna joyce judith judy julia julie karen
    kate katherine kathleen katie kim kimberly laura lauren leila lena linda lisa lise lucia lucy maria marie martha mary maya megan melissa mia
    michelle mira monica nadia nancy natalia natalie nina nora olga olivia pamela patricia paula rachel rebecca rita rosa rose ruth sally sandra
    sara sarah sharon sheila sofia sonia sophia sophie stella stephanie susan sylvia tanya tatiana teresa theresa tina ursula valerie vera
    veronica victoria virginia wendy yasmin yvonne zoe""".split(),
)
_PRONOUNS: dict[str, Gender] = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def of_pronoun(word: str) -> Gender | None:
    """The gender of a personal pronoun, None for other words."""
    return _PRONOUNS.get(word.casefold())


def of_words(*words: str) -> Gender | None:
    """The gender that the first telling word has: a title, a noun for people or a first name; None if none tells."""
    for word in words:
        plain = word.rstrip(".").casefold()
        if plain in _MALE or plain in _FEMALE:
            return "m" if plain in _MALE else "f"
    return None
