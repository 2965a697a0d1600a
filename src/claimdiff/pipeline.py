"""The whole program on one page: read -> parse -> extract -> align -> judge -> Report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import claimdiff
from claimdiff.errors import ClaimdiffError
from claimdiff.family import EXTRACTORS, RULES
from claimdiff.model import SEVERITIES, Alignment, Article, Claim, Document, Finding, Location, Report, RuleInfo, Skipped

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc


def read(path: str | Path, published: date | None = None) -> Document:
    """Read one article from a file.

    Args:
        path: a plain-text file.
        published: the publication date; wins over whatever the file says.

    Raises:
        ClaimdiffError: the file cannot be read or holds no text.
    """
    from claimdiff.readers._files import read_file

    return read_file(str(path), published)


def read_text(text: str, path: str = "a.txt", published: date | None = None) -> Document:
    """Make a Document of text already in memory; title, header and dateline are looked for.

    Args:
        text: the article.
        path: what to call it in reports.
        published: the publication date; wins over whatever the text says.
    """
    from claimdiff.readers.text import document_of

    return document_of(text, path, published)


def extract(document: Document, *, pipeline: str | None = None) -> Article:
    """All claims of one document, in text order, and what could not be checked.

    Args:
        document: the article.
        pipeline: another spaCy pipeline with Universal Dependencies, by name or folder; the bundled one when None.

    Raises:
        ClaimdiffError: the pipeline cannot be loaded or has other labels.
    """
    return next(extract_many([document], pipeline=pipeline))


def extract_many(documents: Iterable[Document], *, pipeline: str | None = None) -> Iterator[Article]:
    """``extract`` of each document, in order; parses in batches."""
    from claimdiff.language.parsing import parse

    for doc, document in parse(documents, pipeline):
        yield extract_parsed(doc, document)


def extract_parsed(doc: Doc, document: Document) -> Article:
    """All claims of a document that is parsed already; ``doc.text`` must be ``document.text``."""
    from claimdiff.extractors._context import within_statements, within_time
    from claimdiff.language.mentions import Mentions

    mentions = Mentions(doc)
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for _, extractor in EXTRACTORS.members():
        for found in extractor.extract(doc, document, mentions):
            if any(found.extent.overlaps(extent) for extent in document.furniture):
                continue
            if isinstance(found, Claim):
                claims.append(found)
            else:
                skipped.append(found)
    claims.sort(key=lambda claim: (claim.extent, claim.kind))
    skipped.sort(key=lambda skip: skip.extent)
    return Article(document, tuple(within_time(within_statements(claims))), tuple(skipped))


def judge(*articles: Article, drafts: Sequence[Article | Document] = (), rules: Sequence[str] | None = None, selected: Sequence[str] = ()) -> Report:
    """Align the claims of several articles and report where they cannot both be right; needs no spaCy.

    Args:
        articles: one or more; with one, only the checks inside an article run.
        drafts: those among the articles (or their documents) that are being checked: claims are compared with a
            draft's only, and every finding's first location is in a draft.
        rules: names of the rules to run; all when None.
        selected: those that were asked for by name: a rule that else only makes notes may then make more of them.

    Raises:
        ClaimdiffError: no such rule, or a rule failed.
    """
    from claimdiff.alignment.align import align

    checked = [_article_of(draft, articles) for draft in drafts]
    names = RULES.names() if rules is None else tuple(dict.fromkeys(rules))
    alignments = align(articles, checked)
    findings = [finding for name in names for finding in _run(name, articles, alignments, checked)]
    if checked:
        findings = list(_once(list(_of_drafts(findings, checked))))
    findings = [_as_asked(finding, selected) for finding in findings]
    order = {id(article.document): i for i, article in enumerate(articles)}
    return Report(
        articles=articles,
        alignments=alignments,
        findings=tuple(sorted(findings, key=lambda finding: _place(finding, order))),
        rules=tuple(_info(name) for name in names),
        versions=(("claimdiff", claimdiff.__version__),),
    )


def compare(*documents: Document, drafts: Sequence[Document] = (), rules: Sequence[str] | None = None, pipeline: str | None = None) -> Report:
    """``judge`` of the extracted documents; documents in ``drafts`` are compared with the others only."""
    return judge(*extract_many(documents, pipeline=pipeline), drafts=drafts, rules=rules)


def compare_many(groups: Iterable[Sequence[Document]], *, pipeline: str | None = None) -> Iterator[Report]:
    """``compare`` of each group of documents, in order; parses all groups in one stream."""
    sizes: list[int] = []

    def flattened() -> Iterator[Document]:
        for group in groups:
            sizes.append(len(group))
            yield from group

    articles: list[Article] = []
    done = 0
    for article in extract_many(flattened(), pipeline=pipeline):
        articles.append(article)
        while done < len(sizes) and len(articles) >= sizes[done]:
            yield judge(*articles[: sizes[done]])
            del articles[: sizes[done]]
            done += 1
    yield from (judge() for _ in sizes[done:])


def _article_of(draft: Article | Document, articles: Sequence[Article]) -> Article:
    for article in articles:
        if article is draft or article.document is draft or draft in (article, article.document):
            return article
    path = draft.path if isinstance(draft, Document) else draft.document.path
    raise ClaimdiffError("the draft is not among the articles", path, "pass it as an article too")


def _run(name: str, articles: Sequence[Article], alignments: Sequence[Alignment], drafts: Sequence[Article]) -> Iterator[Finding]:
    rule = RULES.get(name)
    try:
        if hasattr(rule, "compare"):
            for alignment in alignments:
                yield from rule.compare(alignment)
        if hasattr(rule, "check"):
            for article in drafts or articles:
                yield from rule.check(article)
        if hasattr(rule, "support"):
            sources = tuple(article for article in articles if article not in drafts)
            for draft in drafts:
                yield from rule.support(draft, sources)
    except ClaimdiffError:
        raise
    except Exception as error:
        paths = ", ".join(article.document.path for article in articles)
        raise ClaimdiffError(f"the rule {name} failed: {error!r}", paths, f"--ignore {name} leaves it out; please report it") from error


def _of_drafts(findings: Iterable[Finding], drafts: Sequence[Article]) -> Iterator[Finding]:
    """Findings that touch a draft, its locations first."""
    documents = [draft.document for draft in drafts]
    for finding in findings:
        inside = [place for place in finding.locations if any(place.document is document for document in documents)]
        if inside:
            outside = [place for place in finding.locations if place not in inside]
            yield replace(finding, locations=(*inside, *outside))


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Findings without those on a value that no source supports where another rule flags the same words."""
    told = [place for finding in findings if not _is_of_support(finding) for place in finding.locations]
    for finding in findings:
        if not (_is_of_support(finding) and any(_touch(mine, place) for mine in finding.locations for place in told)):
            yield finding


def _is_of_support(finding: Finding) -> bool:
    return hasattr(RULES.get(finding.rule), "support")


def _touch(one: Location, other: Location) -> bool:
    return one.document is other.document and one.extent.overlaps(other.extent)


def _as_asked(finding: Finding, selected: Sequence[str]) -> Finding:
    """The finding, as grave as its rule has it where it was asked for by name."""
    severity = getattr(RULES.get(finding.rule), "SELECTED", None) if finding.rule in selected else None
    return replace(finding, severity=severity) if severity else finding


def _info(name: str) -> RuleInfo:
    page = (RULES.module(name).__doc__ or "").strip()
    return RuleInfo(name, page.partition("\n")[0], page)


def _place(finding: Finding, order: dict[int, int]) -> tuple[int, int, int, str, str]:
    first = finding.locations[0]
    return SEVERITIES.index(finding.severity), order.get(id(first.document), 0), first.start, finding.rule, finding.id
