"""Fifty inputs that must not hurt: what the program is given, how it ends, what it says. What takes more than a line stands in a test of its own.

Every run is a process that may use so much processor time and memory and no more (limits.py).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimdiff.cli import main
from claimdiff.family import READERS, REPORTS
from hostile import make
from limits import run

# number | what | what must exist for it | arguments, whose files hostile.py makes | exit status | words of the output, in order
CASES = """
1  | missing file                |           | none.txt a.txt                                    | 2 | claimdiff: none.txt: no such file (check
2  | empty file                  |           | empty.txt                                         | 2 | claimdiff: empty.txt: an empty file (name
2  | only white space            |           | a.txt blank.txt                                   | 2 | claimdiff: blank.txt: nothing but white space (name
3  | named pipe                  |           | pipe.txt                                          | 2 | claimdiff: pipe.txt: not a regular file (name
3  | device without end          |           | /dev/zero                                         | 2 | claimdiff: /dev/zero: not a regular file (name
3  | folder of nothing           |           | a.txt void                                        | 2 | claimdiff: void: no article in this folder (name
3  | folder of pipes             |           | pipes                                             | 2 | claimdiff: pipes: no article in this folder (name
3  | links in a circle           |           | rings a.txt                                       | 0 | 2 articles
3  | pattern that nothing fits   |           | a.txt *.none                                      | 2 | claimdiff: *.none: no file fits this pattern (check
5  | same file twice             |           | a.txt a.txt                                       | 0 | a.txt: warning: given more than once, read once
5  | hard link                   |           | a.txt twin.txt                                    | 0 | twin.txt: warning: the same article as a.txt: nothing is left
8  | Windows-1252                |           | extract cp1252.txt                                | 0 | £5m … GBP 5,000,000 … €6m … EUR 6,000,000 … read as Windows-1252
9  | broken UTF-8                |           | extract broken.txt                                | 0 | 12 people … U+FFFD
9  | lone surrogate              |           | extract surrogate.txt                             | 0 | 12 people … U+FFFD
10 | NUL                         |           | extract nul.txt                                   | 0 | 12 people … NUL characters were read as spaces
10 | binary file                 |           | binary.txt                                        | 2 | claimdiff: binary.txt: a binary file, not text (save
11 | odd ends of lines           |           | a.txt lines.txt --format concise                  | 1 | lines.txt:4:
13 | zero-width space in a figure |          | extract unseen.txt                                | 0 | 1\\u200b2 homes … 12 homes
21 | a megabyte without a space  |           | extract long-line.txt                             | 0 | 0 claims
22 | runs of marks               |           | extract runs.txt                                  | 0 | Twelve people … 12 people
22 | brackets and nothing else   |           | extract brackets.txt                              | 0 | 0 claims
23 | over a million characters   |           | extract long.txt                                  | 0 | 2201:21 … twelve people
24 | over fifty megabytes        |           | huge.txt                                          | 2 | claimdiff: huge.txt: larger than 50,000,000 bytes (raise the limit with --max-bytes
25 | bait for patterns           |           | extract bait.txt                                  | 0 | claims
26 | 5,000 digits                |           | extract digits.txt                                | 0 | skipped … too many … digits
27 | huge exponent               |           | extract exponent.txt                              | 0 | skipped … 1e99999999 … too many
28 | odd digits                  |           | extract odd-digits.txt                            | 0 | claims
29 | dates that do not exist     |           | extract no-dates.txt                              | 0 | skipped … February 31 … no such date
30 | days, decades, modals       |           | extract words.txt                                 | 0 | 3 claims … 12 days … the 90s … the 1990s
31 | bait for dateparser         |           | extract dateparser.txt                            | 0 | could not be checked
32 | no publication date         |           | undated.txt                                       | 0 | undated; if known: --date undated.txt=YYYY-MM-DD
33 | dates that differ           |           | conflict.txt                                      | 0 | published 2021-03-02 (header); also dateline
34 | late in the evening         |           | extract late.txt                                  | 0 | published 2021-01-12 (header)
35 | zip bomb                    | word      | bomb.docx                                         | 2 | claimdiff: bomb.docx: a zip bomb
36 | half a Word file            | word      | cut.docx                                          | 2 | claimdiff: cut.docx: damaged: no whole zip file
37 | tracked changes             | word      | extract tracked.docx                              | 0 | 15 people
38 | XML bomb                    | nitf      | bomb.xml                                          | 2 | claimdiff: bomb.xml: XML that declares entities
38 | entity from outside         | nitf      | outside.xml                                       | 2 | claimdiff: outside.xml: XML that declares entities
39 | 20,000 nested divisions     | html      | nested.html                                       | 2 | claimdiff: nested.html: elements nested more than 500 deep
40 | 20 MB of HTML               | html      | large.html                                        | 2 | claimdiff: large.html: a page of more than 20,000 paragraphs
41 | JSON nested 200,000 deep    | ninjs     | nested.json                                       | 2 | claimdiff: nested.json: JSON nested more than 100 deep
41 | NaN in JSON                 | ninjs     | nan.json                                          | 2 | claimdiff: nan.json: no valid JSON: NaN is no number
41 | 5,000 digits in JSON        | ninjs     | figure.json                                       | 2 | claimdiff: figure.json: JSON with a number of more than 1,000 characters
42 | front matter                | markdown  | extract front.md                                  | 0 | 12 people
42 | bomb of aliases             | markdown  | extract aliases.md                                | 0 | 12 people
43 | output is a folder          |           | a.txt --output-format json=.                      | 2 | claimdiff: .: a directory (name
44 | a full disk                 |           | a.txt b.txt --output-format json=/dev/full        | 2 | /dev/full: cannot be written: No space left on device (check
49 | unknown key                 | --config  | a.txt --config unknown.toml                       | 2 | unknown.toml
49 | configuration that is none  | --config  | a.txt --config broken.toml                        | 2 | broken.toml
49 | baseline that is none       | --baseline | a.txt b.txt --baseline broken.toml               | 2 | broken.toml
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines()]
FOLDER = Path(__file__).parent
NUMBERED = re.compile(r"^def test_((?:\d\d_)+)", re.MULTILINE)


def exists(thing: str) -> bool:
    """Whether there is an option, a reader or a format of that name."""
    if thing.startswith("--"):
        return any(thing in option.opts for option in main.commands["compare"].params)
    return thing in READERS.names() or thing in REPORTS.names()


@pytest.mark.parametrize(("number", "what", "needs", "command", "status", "said"), ROWS, ids=[f"{row[0]:0>2} {row[1]}" for row in ROWS])
def test_it_does_not_hurt(tmp_path, number, what, needs, command, status, said):
    """The exit status and the words; a refusal is one line that says what to do, and nothing is on standard output."""
    make(tmp_path, command)

    ended = run(*command.split(), "--no-cache", cwd=tmp_path)

    out, err = ended.stdout.decode(), ended.stderr.decode()
    if needs and not exists(needs):
        # What it needs is not there yet: until it is, the file or the option is refused, and it names which.
        status, said = "2", needs if needs.startswith("--") else command.split()[-1]
    assert (ended.returncode, "Traceback" in err) == (int(status), False), err
    at, said_at = f"{out}\n{err}", 0
    for words in said.split(" … "):
        said_at = at.find(words, said_at)
        assert said_at >= 0, at
    if status == "2":
        assert out == ""
        assert err.count("\n") == 1
        assert re.search(r"\(.+\)\n$", err)


def test_all_fifty_are_here():
    """Every number of the list has a row or a test of its own."""
    own = {
        int(number)
        for path in FOLDER.glob("test_*.py")
        for numbers in NUMBERED.findall(path.read_text(encoding="utf-8"))
        for number in numbers.split("_")
        if number
    }

    assert {int(row[0]) for row in ROWS} | own == set(range(1, 51))


def test_what_is_waited_for_is_known():
    """Misspelled, it would be refused for ever: what a case needs is there, or one of the names that the design gives."""
    designed = {"word", "nitf", "html", "ninjs", "markdown", "--config", "--baseline"}

    assert {row[2] for row in ROWS} - {""} <= designed
