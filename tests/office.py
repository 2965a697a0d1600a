"""Word and PDF files made of a few lines of text: what the readers of such files are tested with."""

from __future__ import annotations

import io
import zipfile
from html import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created></cp:coreProperties>"
)


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def inserted(text: str) -> str:
    """A run that a tracked change put in."""
    return f'<w:ins w:id="1" w:author="Desk" w:date="2022-03-10T09:00:00Z">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    """A run that a tracked change took out."""
    return f'<w:del w:id="2" w:author="Desk" w:date="2022-03-10T09:00:00Z">{run(text).replace("w:t", "w:delText")}</w:del>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def docx(*paragraphs: str, **parts: str) -> bytes:
    """A Word file; ``parts`` are the insides of further parts of the folder word (footnotes, comments)."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": _CORE,
        "word/document.xml": f"<w:document {_W}><w:body>{''.join(paragraphs)}<w:sectPr/></w:body></w:document>",
        **{f"word/{name}.xml": f"<w:{name} {_W}>{inside}</w:{name}>" for name, inside in parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """A zip file of texts, the same bytes whenever it is made."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines of text; an empty one leaves a gap."""
    shown = "\n".join(f"({_pdf_string(line)}) Tj T*" if line else "T*" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 60 780 Td\n{shown}\nET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /CreationDate (D:20131223231500Z) >>",
    ]
    made = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (len(objects) + 1, table, len(objects) + 1, len(made))


def _pdf_string(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
