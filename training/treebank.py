"""Read the treebanks (CoNLL-U) and the names beside them (IOB2) as paragraphs of raw text with words on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAME_TYPES = ("PER", "ORG", "LOC")


@dataclass(slots=True)
class Word:
    """One syntactic word; ``start`` and ``end`` are offsets into the paragraph, ``head`` is an index into its words or -1 at a root."""

    form: str
    start: int
    end: int
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    first: bool
    name: str | None = None


@dataclass(slots=True)
class Paragraph:
    """Raw text, its words, and whether syntax and names are annotated (a name of None: not annotated)."""

    text: str
    words: list[Word]
    parsed: bool = True

    def sentences(self) -> list[tuple[int, int]]:
        """Half-open ranges of words, one a sentence."""
        starts = [i for i, word in enumerate(self.words) if word.first]
        return list(zip(starts, [*starts[1:], len(self.words)], strict=True))


@dataclass(slots=True)
class _Sentence:
    identifier: str = ""
    opens: bool = False
    rows: list[list[str]] = field(default_factory=list)


def paragraphs(conllu: Path, names: Path | None = None, *, in_order: bool = False) -> list[Paragraph]:
    """The paragraphs of a treebank.

    Args:
        conllu: a CoNLL-U file with ``newpar`` comments.
        names: the names over the same sentences; a sentence without an entry there has no annotated names.
        in_order: match the sentences of both files by their order, where identifiers differ.
    """
    tags = _names(names, in_order=in_order) if names else {}
    found: list[Paragraph] = []
    for number, sentence in enumerate(_sentences(conllu)):
        key = str(number) if in_order else sentence.identifier
        if sentence.opens or not found:
            found.append(Paragraph("", []))
        _append(found[-1], sentence, tags.get(key))
    for paragraph in found:
        paragraph.text = paragraph.text.rstrip(" ")
    return found


def wikigold(path: Path) -> list[Paragraph]:
    """The sentences of WikiGold, one a paragraph, with names alone; MISC is no name here, and IOB1 becomes IOB2."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip() and not line.startswith("-DOCSTART-")]
        paragraph = Paragraph("", [], parsed=False)
        before = ""
        for form, tag in rows:
            kind = tag[2:] if tag[2:] in NAME_TYPES else ""
            name = f"{'I' if kind == before else 'B'}-{kind}" if kind else "O"
            before = kind
            start = len(paragraph.text)
            paragraph.words.append(Word(form, start, start + len(form), "", "", "", "", -1, "", first=not paragraph.words, name=name))
            paragraph.text += form + " "
        if paragraph.words:
            paragraph.text = paragraph.text.rstrip()
            found.append(paragraph)
    return found


def _append(paragraph: Paragraph, sentence: _Sentence, tags: list[str] | None) -> None:
    base = len(paragraph.words)
    rows = [row for row in sentence.rows if row[0].isdigit()]
    glued = _glued(sentence.rows)
    if tags is not None and len(tags) != len(rows):
        tags = None
    for i, row in enumerate(rows):
        start = len(paragraph.text)
        head = base + int(row[6]) - 1 if row[6] != "0" else -1
        paragraph.words.append(
            Word(
                row[1],
                start,
                start + len(row[1]),
                row[2],
                row[3],
                row[4],
                row[5],
                head,
                row[7],
                first=i == 0,
                name=tags[i] if tags else None,
            )
        )
        paragraph.text += row[1] if int(row[0]) in glued else row[1] + " "


def _glued(rows: list[list[str]]) -> set[int]:
    """Numbers of the words that no space follows, inside multiword tokens too."""
    found: set[int] = set()
    until, last_glued = 0, False
    for row in rows:
        if "-" in row[0]:
            start, end = map(int, row[0].split("-"))
            assert "".join(r[1] for r in rows if r[0].isdigit() and start <= int(r[0]) <= end) == row[1]
            found |= set(range(start, end))
            until, last_glued = end, "SpaceAfter=No" in row[9]
        elif row[0].isdigit() and (last_glued if int(row[0]) == until else "SpaceAfter=No" in row[9]):
            found.add(int(row[0]))
    return found


def _sentences(path: Path) -> Iterator[_Sentence]:
    sentence = _Sentence()
    with path.open(encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                if key.strip() in ("newpar", "newpar id", "newdoc id"):
                    sentence.opens = True
                elif key.strip() == "sent_id":
                    sentence.identifier = value.strip()
            elif line:
                sentence.rows.append(line.split("\t"))
            elif sentence.rows:
                yield sentence
                sentence = _Sentence()
    if sentence.rows:
        yield sentence


def _names(path: Path, *, in_order: bool) -> dict[str, list[str]]:
    """Tags by sentence identifier (or number); types other than ours are no names."""
    found: dict[str, list[str]] = {}
    for number, sentence in enumerate(_sentences(path)):
        tags = [row[2] if row[2][2:] in NAME_TYPES else "O" for row in sentence.rows]
        found[str(number) if in_order else sentence.identifier] = tags
    return found
