"""Word files: changes, notes, boxes, and files that are none."""

from __future__ import annotations

import pytest

from claimdiff.errors import ClaimdiffError
from claimdiff.readers import word, word_original
from office import deleted, docx, inserted, paragraph, run, zipped

_NOTE = "<w:r><w:footnoteReference w:id='1'/></w:r>"
_MARK_DELETED = "<w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr>"


def _paragraphs(found):
    return found.text.strip().split("\n\n")


def test_tracked_changes_are_read_as_accepted_or_undone():
    """The number that was put in is read, the one that was taken out is not, and the editor is told."""
    data = docx(paragraph(run("There were "), deleted("eight"), inserted("12"), run(" days left.")))

    accepted, original = word.read(data, "a.docx"), word_original.read(data, "a.docx")
    assert accepted.text.strip() == "There were 12 days left."
    assert original.text.strip() == "There were eight days left."
    assert accepted.warnings == (
        "tracked changes were read as accepted (insertions: 1, deletions: 1); --input-format word-original reads the text before them",
    )
    assert original.warnings == ("tracked changes were undone (insertions: 1, deletions: 1)",)


def test_a_paragraph_whose_end_was_deleted_runs_on():
    """Its sentence goes on in the next one, unless the change is undone."""
    data = docx(f"<w:p>{_MARK_DELETED}{run('Twelve ')}</w:p>", paragraph(run("people died.")))

    assert _paragraphs(word.read(data, "a.docx")) == ["Twelve people died."]
    assert _paragraphs(word_original.read(data, "a.docx")) == ["Twelve", "people died."]


def _row(text, mark="", cell=""):
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(run(text))}</w:tc></w:tr>"


@pytest.mark.parametrize(
    ("put_in", "taken_out"), [({"mark": "<w:ins/>"}, {"mark": "<w:del/>"}), ({"cell": "<w:cellIns/>"}, {"cell": "<w:cellDel/>"})]
)
def test_rows_and_cells_of_a_table_may_be_changes(put_in, taken_out):
    """Their words bear no mark of their own."""
    rows = _row("Nine hurt") + _row("Eight dead", **taken_out) + _row("12 dead", **put_in)
    data = docx(f"<w:tbl>{rows}</w:tbl>")
    accepted = word.read(data, "a.docx")

    assert _paragraphs(accepted) == ["Nine hurt", "12 dead"]
    assert "(insertions: 1, deletions: 1)" in accepted.warnings[0]
    assert _paragraphs(word_original.read(data, "a.docx")) == ["Nine hurt", "Eight dead"]


@pytest.mark.parametrize(
    ("mark", "seen"), [("<w:vanish/>", False), ("<w:vanish w:val='true'/>", False), ("<w:vanish w:val='0'/>", True), ("<w:b/>", True)]
)
def test_hidden_text_is_none(mark, seen):
    """Nobody reads it on the screen or on paper."""
    data = docx(paragraph(run("Twelve died."), f"<w:r><w:rPr>{mark}</w:rPr><w:t xml:space='preserve'> Check this: 14?</w:t></w:r>"))

    assert ("14" in word.read(data, "a.docx").text) is seen


def test_footnotes_follow_the_text_and_comments_are_left_out():
    """A footnote inside a sentence would tear it apart; a comment is the desk's own."""
    data = docx(
        paragraph(run("Nine people"), _NOTE, run(" were hurt.")),
        footnotes=f"<w:footnote w:type='separator'><w:p/></w:footnote><w:footnote w:id='1'>{paragraph(run('One of them badly.'))}</w:footnote>",
        comments=f"<w:comment w:id='0'>{paragraph(run('17?'))}</w:comment>",
    )

    assert _paragraphs(word.read(data, "a.docx")) == ["Nine people were hurt.", "One of them badly."]


def test_fields_show_their_result_and_boxes_their_text_once():
    """A field's code is none of the text; a box has a copy for old programs."""
    field = f"<w:r><w:instrText>DATE 99</w:instrText></w:r>{run('Tuesday')}"
    box = f"<w:txbxContent>{paragraph(run('In the box: 15 boats.'))}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert _paragraphs(word.read(docx(paragraph(run("On "), field, both)), "a.docx")) == ["On Tuesday", "In the box: 15 boats."]


def test_tables_links_and_line_breaks_are_read():
    """Each cell is a paragraph; a tab is a space."""
    cells = "".join(f"<w:tc>{paragraph(run(words))}</w:tc>" for words in ("Boats", "15"))
    data = docx(
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        paragraph(
            "<w:hyperlink>" + run("Nine") + "</w:hyperlink>", "<w:r><w:tab/></w:r>", run("died,"), "<w:r><w:br/></w:r>", run("two of them here.")
        ),
    )

    assert _paragraphs(word.read(data, "a.docx")) == ["Boats", "15", "Nine died,\ntwo of them here."]


def test_places_are_paragraphs_and_empty_ones_count():
    """As whoever opens the file counts them."""
    found = word.read(docx(paragraph(run("One.")), paragraph(), paragraph(run("Three."))), "a.docx")

    assert found.origin.unit == "paragraph"
    assert found.origin.place(found.text.index("Three")) == (3, 1)


def test_the_dates_of_the_file_itself_are_never_used():
    """Word writes those of its template, years ago, and of saving."""
    found = word.read(docx(paragraph(run("Nine people were hurt on Tuesday."))), "a.docx")

    assert (found.published, found.dates) == (None, ())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"not a zip", "no whole zip file"),
        (docx(paragraph(run("Nine.")))[:300], "no whole zip file"),
        (b"", "no whole zip file"),
        (zipped({"a.txt": "x"}), "holds no Word document"),
        (zipped({"word/document.xml": "<w:document"}), "not well-formed XML"),
        (zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "declares entities"),
        (docx(), "no text found"),
    ],
)
def test_what_is_no_word_file_is_one_clear_error(data, what):
    """Whatever is wrong with it."""
    with pytest.raises(ClaimdiffError, match=what) as raised:
        word.read(data, "a.docx")

    assert raised.value.where.startswith("a.docx")
    assert raised.value.remedy


def test_a_zip_bomb_is_refused_before_it_goes_off():
    """A part that grows a thousand times is read no further than its cap."""
    data = docx(paragraph(run("9" * 30_000_000)))

    assert len(data) < 200_000
    with pytest.raises(ClaimdiffError, match="zip bomb"):
        word.read(data, "a.docx")
