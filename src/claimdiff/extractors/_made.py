"""What every extractor does to make a claim: extent, sentence, topic and own stance from tokens."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import own_stance
from claimdiff.language.topic import Topics
from claimdiff.model import Claim, ClaimKind, Document, Extent, Value


class Maker:
    """Makes the claims of one Doc and one kind."""

    def __init__(self, doc: Doc, document: Document, mentions: Mentions, kind: ClaimKind) -> None:
        self.document = document
        self.kind = kind
        self.mentions = mentions
        self.topics = Topics(doc, mentions)

    def claim(self, extent: Extent, head: Token, tokens: tuple[int, int], value: Value, evidence: tuple[str, ...]) -> Claim:
        """A claim on ``extent`` whose head noun is ``head`` and whose own words are tokens ``[tokens[0], tokens[1])``."""
        topic = self.topics.topic(head, *tokens)
        if self.kind == "quantity":
            topic = replace(topic, context=self.topics.context(head, *tokens))
        return Claim(
            document=self.document,
            kind=self.kind,
            extent=extent,
            sentence=self.topics.sentence(head),
            value=value,
            topic=topic,
            stance=own_stance(head),
            evidence=evidence,
        )
