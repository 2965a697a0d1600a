"""The whole program on one page: read -> parse -> extract -> align -> judge -> Report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import claimdiff
from claimdiff.errors import ClaimdiffError
from claimdiff.family import EXTRACTORS, RULES
from claimdiff.model import SEVERITIES, Alignment, Article, Claim, Document, Extent, Finding, Location, Report, RuleInfo, Skipped

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

    from claimdiff.cache import Cache
    from claimdiff.language.mentions import Mentions


Exempt = Callable[[str, str], bool]


def read(path: str | Path, published: date | None = None, format: str | None = None) -> Document:  # noqa: A002 - the word users know
    """Read one article from a file.

    Args:
        path: an article in any of the input formats, or one of several in a file: ``feed.xml#2``.
        published: the publication date; wins over whatever the file says.
        format: the name of the input format; found by content, then by suffix, when None.

    Raises:
        ClaimdiffError: the file cannot be read, holds no text or several articles.
    """
    from claimdiff.readers._files import read_file

    return read_file(str(path), published, format_=format)


def read_all(path: str | Path, published: date | None = None, format: str | None = None) -> tuple[Document, ...]:  # noqa: A002 - likewise
    """Read every article of a file, in order: the items of a feed, say. As ``read`` in all else."""
    from claimdiff.readers._files import read_files

    return read_files(str(path), published, format_=format)


def read_text(text: str, path: str = "a.txt", published: date | None = None) -> Document:
    """Make a Document of text already in memory; title, header and dateline are looked for.

    Args:
        text: the article.
        path: what to call it in reports.
        published: the publication date; wins over whatever the text says.
    """
    from claimdiff.readers.text import document_of

    return document_of(text, path, published)


def extract(document: Document, *, pipeline: str | None = None, cache: Cache | str | Path | None = None) -> Article:
    """All claims of one document, in text order, and what could not be checked.

    Args:
        document: the article.
        pipeline: another spaCy pipeline with Universal Dependencies, by name or folder; the bundled one when None.
        cache: a folder (or a Cache) in which articles are kept, so that one read before is not parsed again; none when None.

    Raises:
        ClaimdiffError: the pipeline cannot be loaded or has other labels.
    """
    return next(extract_many([document], pipeline=pipeline, cache=cache))


def extract_many(documents: Iterable[Document], *, pipeline: str | None = None, cache: Cache | str | Path | None = None) -> Iterator[Article]:
    """``extract`` of each document, in order; parses in batches, and nothing that the cache knows."""
    if cache is None:
        yield from _parsed(documents, pipeline)
        return
    from claimdiff.cache import Cache

    kept = cache if isinstance(cache, Cache) else Cache(cache)
    yield from kept.through(documents, pipeline, lambda unknown: _parsed(unknown, pipeline))


def _parsed(documents: Iterable[Document], pipeline: str | None) -> Iterator[Article]:
    from claimdiff.language import identity
    from claimdiff.language.parsing import parse

    for doc, document in parse(documents, pipeline):
        yield replace(extract_parsed(doc, document), pipeline=identity(pipeline))


def extract_parsed(doc: Doc, document: Document) -> Article:
    """All claims of a document that is parsed already; ``doc.text`` must be ``document.text``."""
    from claimdiff.extractors._context import clauses_within, within_statements, without_counted_years
    from claimdiff.extractors._times import clauses_in_time, within_time
    from claimdiff.language.clauses import clauses_of
    from claimdiff.language.mentions import Mentions
    from claimdiff.language.offices import holders
    from claimdiff.language.ordinals import ordinals_of

    mentions = Mentions(doc)
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for _, extractor in EXTRACTORS.members():
        for found in extractor.extract(doc, document, mentions):
            if _is_furniture(document, found.extent):
                continue
            if isinstance(found, Claim):
                claims.append(found)
            else:
                skipped.append(found)
    claims = sorted(without_counted_years(claims), key=lambda claim: (claim.extent, claim.kind))
    skipped.sort(key=lambda skip: skip.extent)
    clauses = [clause for clause in clauses_of(doc, mentions) if not _is_furniture(document, clause.extent)]
    return Article(
        document,
        tuple(within_time(within_statements(claims), doc)),
        tuple(skipped),
        names=tuple(_first_mentions(doc, document, mentions)),
        clauses=tuple(clauses_in_time(claims, clauses_within(claims, clauses), doc)),
        holders=tuple(held for held in holders(doc, mentions) if not _is_furniture(document, held.person)),
        ordinals=tuple(found for found in ordinals_of(doc, document.text, mentions, claims) if not _is_furniture(document, found.extent)),
    )


def _is_furniture(document: Document, extent: Extent) -> bool:
    """Whether any of it is about the page, not the event."""
    return any(extent.overlaps(other) for other in document.furniture)


def _first_mentions(doc: Doc, document: Document, mentions: Mentions) -> Iterator[Extent]:
    """Where each name, and each capitalised adjective ("Ethiopian"), first stands in each of its spellings; not in what is no part of the article."""
    seen: set[str] = set()
    spans = [doc[mention.start : mention.end] for mention in mentions.all]
    spans += [doc[t.i : t.i + 1] for t in doc if t.pos_ == "ADJ" and t.text.istitle() and not t.is_sent_start and mentions.at(t) is None]
    for span in sorted(spans, key=lambda span: span.start):
        extent = Extent(span.start_char, span.end_char)
        if span.text not in seen and not _is_furniture(document, extent):
            seen.add(span.text)
            yield extent


def judge(
    *articles: Article,
    drafts: Sequence[Article | Document] = (),
    rules: Sequence[str] | None = None,
    selected: Sequence[str] = (),
    exempt: Exempt | None = None,
) -> Report:
    """Align the claims of several articles and report where they cannot both be right; needs no spaCy.

    Args:
        articles: one or more; with one, only the checks inside an article run.
        drafts: those among the articles (or their documents) that are being checked: claims are compared with a
            draft's only, and every finding's first location is in a draft.
        rules: names of the rules to run; all when None.
        selected: those that were asked for by name: a rule that else only makes notes may then make more of them.
        exempt: told a rule's name and an article's path, whether the rule does not look at that article; it looks at all when None.

    Raises:
        ClaimdiffError: no such rule, or a rule failed.
    """
    from claimdiff.alignment.align import align

    checked = [_article_of(draft, articles) for draft in drafts]
    names = RULES.names() if rules is None else tuple(dict.fromkeys(rules))
    alignments = align(articles, checked)
    findings = [finding for name in names for finding in _run(name, articles, alignments, checked, exempt or _nothing)]
    if checked:
        findings = list(_once(list(_of_drafts(findings, checked))))
    findings = [_as_asked(finding, selected) for finding in findings]
    order = {id(article.document): i for i, article in enumerate(articles)}
    return Report(
        articles=articles,
        alignments=alignments,
        findings=tuple(sorted(findings, key=lambda finding: _place(finding, order))),
        rules=tuple(_info(name) for name in names),
        versions=(("claimdiff", claimdiff.__version__), *dict.fromkeys(("pipeline", article.pipeline) for article in articles if article.pipeline)),
    )


def merged(*reports: Report) -> Report:
    """The reports of several stories as one; an article, and what was found in it alone, stands there once.

    The articles of one document must be one Article.
    """
    articles = tuple({id(article.document): article for report in reports for article in report.articles}.values())
    order = {id(article.document): i for i, article in enumerate(articles)}
    findings = {_identity(finding): finding for report in reports for finding in report.findings}
    return Report(
        articles=articles,
        alignments=tuple(alignment for report in reports for alignment in report.alignments),
        findings=tuple(sorted(findings.values(), key=lambda finding: _place(finding, order))),
        rules=reports[0].rules if reports else (),
        versions=tuple(dict.fromkeys(version for report in reports for version in report.versions)),
    )


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.id, *((id(place.document), place.extent) for place in finding.locations)


def compare(
    *documents: Document,
    drafts: Sequence[Document] = (),
    rules: Sequence[str] | None = None,
    pipeline: str | None = None,
    cache: Cache | str | Path | None = None,
) -> Report:
    """``judge`` of the extracted documents; documents in ``drafts`` are compared with the others only."""
    return judge(*extract_many(documents, pipeline=pipeline, cache=cache), drafts=drafts, rules=rules)


def compare_many(groups: Iterable[Sequence[Document]], *, pipeline: str | None = None, cache: Cache | str | Path | None = None) -> Iterator[Report]:
    """``compare`` of each group of documents, in order; parses all groups in one stream."""
    sizes: list[int] = []

    def flattened() -> Iterator[Document]:
        for group in groups:
            sizes.append(len(group))
            yield from group

    articles: list[Article] = []
    done = 0
    for article in extract_many(flattened(), pipeline=pipeline, cache=cache):
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


def _seen(articles: Iterable[Article], unseen: Collection[int]) -> list[Article]:
    return [article for article in articles if id(article.document) not in unseen]


def _groups(articles: Sequence[Article], drafts: Sequence[Article]) -> Sequence[Sequence[Article]]:
    """The articles that are looked at together: every draft with the sources, or all where there is no draft."""
    sources = [article for article in articles if not any(article is draft for draft in drafts)]
    return [(draft, *sources) for draft in drafts] or [articles]


def _nothing(rule: str, path: str) -> bool:  # noqa: ARG001 - the signature of Exempt
    return False


def _without(alignments: Sequence[Alignment], unseen: Collection[int]) -> Iterator[Alignment]:
    """The alignments without claims of the documents a rule does not look at."""
    for alignment in alignments:
        claims = tuple(claim for claim in alignment.claims if id(claim.document) not in unseen) if unseen else alignment.claims
        if len(claims) > 1:
            yield alignment if len(claims) == len(alignment.claims) else replace(alignment, claims=claims)


def _run(name: str, articles: Sequence[Article], alignments: Sequence[Alignment], drafts: Sequence[Article], exempt: Exempt) -> Iterator[Finding]:
    rule = RULES.get(name)
    unseen = {id(article.document) for article in articles if exempt(name, article.document.path)}
    try:
        if hasattr(rule, "compare"):
            for alignment in _without(alignments, unseen):
                yield from rule.compare(alignment)
        if hasattr(rule, "check"):
            for article in _seen(drafts or articles, unseen):
                yield from rule.check(article)
        for group in _groups(articles, drafts) if hasattr(rule, "across") else ():
            yield from rule.across(tuple(_seen(group, unseen)))
        if hasattr(rule, "support"):
            sources = tuple(article for article in articles if article not in drafts)
            for draft in _seen(drafts, unseen):
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
