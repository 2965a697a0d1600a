"""Web pages: .html. The article is found by trafilatura, its places and dates by claimdiff."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape

from claimdiff.errors import ClaimdiffError
from claimdiff.model import DateClue, Document
from claimdiff.readers._blocks import Story, document_of
from claimdiff.readers._decoding import decode
from claimdiff.readers._extras import needed
from claimdiff.readers._header_dates import MODIFIED
from claimdiff.readers._html import Block, Page, lowered, read_page
from claimdiff.readers._linked import linked_dates
from claimdiff.readers._moments import moments
from claimdiff.readers._news_article import MODIFIED_FIELDS
from claimdiff.readers._sourced import line_starts

SUFFIXES = (".html", ".htm", ".xhtml")

LARGEST = 5_000_000
"""Characters without scripts, styles and comments; trafilatura takes minutes for more."""
MOST_BLOCKS = 20_000
"""Paragraphs, of the whole page; the time trafilatura takes grows with their square."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}(?:<!doctype\s+html|<html(?:\s+[\w:-]+\s*=|\s*>))",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4_096
_META_DATES = (
    *"article:published_time og:article:published_time datepublished dc.date.issued dcterms.issued dc.date dcterms.date".split(),
    *"dc.date.created sailthru.date parsely-pub-date publishdate publish_date publish-date publication_date pubdate".split(),
    *"cxenseparse:recs:publishtime article.published article_date_original originalpublicationdate date".split(),
)
"""Names of meta tags that tell of publication, the most believed first."""
_META_MODIFIED = (
    *"article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod modified".split(),
    "article.updated",
)
_SITE = re.compile(r"\s[|–—-]\s")
"""What parts a headline from the name of the site behind it."""
_PROSE = 40
"""Characters from which a caption or aside says something."""
_TOLD = 150
"""Characters from which an article is more than a teaser of one."""
_SURE = 20
"""Characters from which a paragraph inside another is no accident."""
_SEARCHED = 200_000
"""Characters in which paragraphs inside others are looked for; articles are shorter, and each search reads them all."""
_REMARKS = ("figcaption", "aside", "caption")
_WHOLE = ("article", "main")
_FURNITURE = ("nav", "footer", "form", "header", "dialog", "aside")


def recognises(data: bytes) -> bool:
    """Whether ``data`` begins as a page does."""
    return _PAGE.match(data[:_HEAD]) is not None


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The article of a web page, with its captions and asides, without the page around it.

    The date is that of publication as the page's metadata has it (JSON-LD, meta tags, ``time``), day and zone as
    written; dates of change are listed and never believed.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the page's own.

    Raises:
        ClaimdiffError: trafilatura is not installed, or the page is too large, too deep or holds no article.
    """
    source, warnings = decode(data, path)
    page = read_page(source, path, MOST_BLOCKS)
    if len(page.blocks) > MOST_BLOCKS:
        raise ClaimdiffError(f"a page of more than {MOST_BLOCKS:,} paragraphs", path, "save the article as plain text")
    blocks = _article(page, _main_text(_seen(source, page, path), path))
    clues, doubts = _dates(page)
    several = _several(blocks)
    told = (f"the page holds {several} articles, which are read as one",) if several > 1 else ()
    story = Story(tuple(block.words for block in blocks), _title(page, blocks), clues, warnings=(*warnings, *doubts, *told))
    return document_of(story, path, published, line_starts(source))


def _seen(source: str, page: Page, path: str) -> str:
    """The source without scripts and styles."""
    places = [0, *(place for stretch in page.unseen for place in stretch), len(source)]
    seen = "".join(source[start:end] for start, end in zip(places[::2], places[1::2], strict=True))
    if len(seen) > LARGEST:
        raise ClaimdiffError(f"a page of more than {LARGEST:,} characters", path, "save the article as plain text")
    return seen


def _main_text(source: str, path: str) -> list[str]:
    """The paragraphs of the article, wherever they stand."""
    trafilatura = needed("trafilatura", "html", path)
    found = trafilatura.extract(source, favor_recall=True, include_comments=False, include_tables=True, include_formatting=False)
    return (found or "").splitlines()


def _key(text: str) -> str:
    """Letters and digits alone: libraries differ in spaces and marks, and set no figure above the line."""
    return re.sub(r"\W+", "", lowered(text)).casefold()


def _article(page: Page, lines: list[str]) -> list[Block]:
    """The blocks that make up the article: those that trafilatura chose, its headline, captions and asides."""
    keys = {key for line in lines if (key := _key(line))}
    whole = "".join(_key(line) for line in lines)
    chosen = [i for i, block in enumerate(page.blocks) if _is_chosen(_key(block.words.text), keys, whole)]
    if not chosen:
        return [block for block in page.blocks if not block.within(*_FURNITURE)]
    around = {element for i in chosen for element in page.blocks[i].inside if element[0] in _WHOLE}
    kept = {*chosen}
    for i, block in enumerate(page.blocks):
        inside = chosen[0] < i < chosen[-1] or any(element in around for element in block.inside)
        if inside and block.within(*_REMARKS) and len(block.words.text) >= _PROSE and 2 * block.linked < len(block.words.text):
            kept.add(i)
    headlines = [i for i in range(chosen[0]) if page.blocks[i].within("h1")]
    return [page.blocks[i] for i in sorted({*kept, *headlines[-1:]})]


def _is_chosen(key: str, keys: set[str], whole: str) -> bool:
    return key in keys or (len(key) >= _SURE and len(whole) <= _SEARCHED and key in whole)


def _several(blocks: list[Block]) -> int:
    """How many articles the blocks are of, teasers not counted: their elements, the outermost alone."""
    lengths: Counter[tuple[str, int]] = Counter()
    for block in blocks:
        for element in block.inside:
            if element[0] == "article":
                lengths[element] += len(block.words.text)
                break
    return sum(length >= _TOLD for length in lengths.values())


def _title(page: Page, blocks: list[Block]) -> str | None:
    for block in blocks:
        if block.within("h1"):
            return block.words.text
    metas = dict(_metas(page))
    named = metas.get("og:title") or next((tag.raw for tag in page.tags if tag.name == "title" and tag.raw), None)
    return " ".join(named.split()) if named and named.strip() else None


def _metas(page: Page) -> Iterator[tuple[str, str]]:
    """Names and values of meta tags, and of other tags that say what they are a property of."""
    for tag in page.tags:
        name = tag.attributes.get("property") or tag.attributes.get("name") or tag.attributes.get("itemprop") or tag.attributes.get("http-equiv")
        value = tag.attributes.get("content") or tag.attributes.get("datetime")
        if name and value:
            yield name.lower(), value


def _headings(page: Page) -> set[str]:
    """What the page may be headed with, as keys."""
    metas = dict(_metas(page))
    told = [block.words.text for block in page.blocks if block.within("h1")]
    told += [unescape(words) for words in (metas.get("og:title"), *(tag.raw for tag in page.tags if tag.name == "title")) if words]
    return {key for words in told for part in (words, _SITE.split(words)[0]) if (key := _key(part))}


def _dates(page: Page) -> tuple[tuple[DateClue, ...], tuple[str, ...]]:
    found = dict(reversed([*_metas(page)]))
    headings = _headings(page)
    fields = [*linked_dates((tag for tag in page.tags if tag.name == "script"), lambda words: _key(words) in headings)]
    fields += [(name, found[name]) for name in (*_META_DATES, *_META_MODIFIED) if name in found]
    fields += [("time", tag.attributes.get("datetime")) for tag in page.tags if tag.name == "time" and "pubdate" in tag.attributes]
    return moments(fields, dict.fromkeys((*_META_MODIFIED, *MODIFIED_FIELDS), MODIFIED))
