"""Publication dates as agencies, papers and pages write them, and all-digit dates read by what else the article says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import read_text

BODY = "\n\nThe ferry line raised its fares.\n"

# header | publication date and what it comes from | clock | zone
CONVENTIONS = """
Jan. 12, 2021 5:46 PM ET | 2021-01-12 header | 17:46 | ET
Published 5:46 PM EST, January 12, 2021 | 2021-01-12 header | 17:46 | EST
January 12, 2021 10:46 AM GMT Updated 2 hours ago | 2021-01-12 header | 10:46 | GMT
January 12, 202110:46 AM GMT | 2021-01-12 header | 10:46 | GMT
Tue Jan 12, 2021 10:46am EST | 2021-01-12 header | 10:46 | EST
Issued on: 15/01/2021 - 14:22 | 2021-01-15 header | 14:22 | -
Page last updated at 10:46 GMT, Tuesday, 12 January 2010 | 2010-01-12 header | 10:46 | GMT
Tuesday, 12 January 2010 10:46 GMT | 2010-01-12 header | 10:46 | GMT
First published on Tue 12 Jan 2021 10.46 GMT | 2021-01-12 header | 10:46 | GMT
Published Jan. 12, 2021Updated Jan. 13, 2021, 7:02 a.m. ET | 2021-01-12 header | - | -
January 12, 2021 at 5:46 p.m. EST | 2021-01-12 header | 17:46 | EST
Updated 1046 GMT (1846 HKT) January 12, 2021 | 2021-01-12 header | 10:46 | GMT
Tuesday January 12 2021, 12.01am, The Courier | 2021-01-12 header | 00:01 | -
Jan 12, 2021 / 05:46 PM EST | 2021-01-12 header | 17:46 | EST
Posted on January 12, 2021 by admin | 2021-01-12 header | - | -
First Posted: 10/25/11 06:44 PM ET Updated: 12/25/11 05:12 AM ET | 2011-10-25 header | 18:44 | ET
Posted: 1/15/2021 5:46 PM | 2021-01-15 header | 17:46 | -
Published: Jan 12, 2021, 11:30 PM GMT+1 | 2021-01-12 header | 23:30 | GMT+1
January 12, 2021 11:30 PM EST / January 13, 2021 4:30 AM GMT | 2021-01-12 header | 23:30 | EST
2021-01-12 23:30 EST (2021-01-13 04:30 GMT) | 2021-01-12 header | 23:30 | EST
2021-01-12T23:30:00-05:00 | 2021-01-12 header | 23:30 | -05:00
Published: 2021-01-12T23:30:00.000Z | 2021-01-12 header | 23:30 | Z
20210112T233000Z | 2021-01-12 header | 23:30 | Z
20210112 | 2021-01-12 header | - | -
12-Jan-2021 | 2021-01-12 header | - | -
AP-NY-01-12-21 1046EST | 2021-01-12 header | 10:46 | EST
APW-12-31-98 2259EST | 1998-12-31 header | 22:59 | EST
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in CONVENTIONS.strip().splitlines()]


@pytest.mark.parametrize(("line", "published", "clock", "zone"), ROWS, ids=[row[0] for row in ROWS])
def test_header_conventions_are_read(line, published, clock, zone):
    """Day, clock and zone as written; the day is the local one, whatever the zone."""
    found = read_text(f"Fares go up\n{line}{BODY}")

    assert f"{found.published} {found.published_from}" == published
    assert (found.dates[0].time or "-", found.dates[0].zone or "-") == (clock, zone)


@pytest.mark.parametrize(
    ("line", "value", "place"),
    [
        ("ORLO, Jan 12 (Reuters) -", "XXXX-01-12", "ORLO"),
        ("Orlo, Jan 12, 2021 (AFP) -", "2021-01-12", "Orlo"),
        ("ORLO, Aug. 21 (Xinhua) --", "XXXX-08-21", "ORLO"),
        ("ORLO, January 12. /TASS/.", "XXXX-01-12", "ORLO"),
        ("Orlo (dpa) -", "XXXX-XX-XX", "Orlo"),
        ("ORLO (AP) _", "XXXX-XX-XX", "ORLO"),
        ("Jan. 12 (UPI) --", "XXXX-01-12", None),
        ("(Reuters) -", "XXXX-XX-XX", None),
    ],
)
def test_dateline_conventions_are_read(line, value, place):
    """When and where it was filed, as much as is written."""
    found = read_text(f"Fares go up\n\n{line} The ferry line raised its fares on Monday.\n")

    (clue,) = found.dates
    assert (clue.kind, clue.value, found.place) == ("dateline", value, place)
    assert found.text[clue.extent.start : clue.extent.end] == line


@pytest.mark.parametrize(
    "line",
    [
        "BC-Orlo-Ferry, 2nd Ld-Writethru,0412",
        "The line was founded on 12 January 2010 by two brothers.",
        "Call 20210112 for help",
        "20219912",
        "The score was 12-11-2021 in their favour.",
        "Fares rose (again) - the third time in a year.",
        "2021-03-02 / 2021-03-03",
        "Open 2021-03-02 09:30 / 2021-03-03 10:30",
        "Published: 0001-01-01",
        "Published: 9999-12-31",
    ],
)
def test_what_is_no_header_gives_no_date(line):
    """Slugs, sentences and numbers."""
    assert read_text(f"{line}{BODY}").dates == ()


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("Saturday, 03/04/2021" + BODY, "2021-04-03", "it is said to be a Saturday"),
        ("Thursday 03/04/2021" + BODY, "2021-03-04", "it is said to be a Thursday"),
        ("Published: 03/04/2021\n\nORLO, April 3 (Wire) - Fares rose.", "2021-04-03", "the dateline says April 3"),
        ("Published: 03/04/2021\nUpdated: 15/04/2021" + BODY, "2021-04-03", "another date of the header is April 15"),
        ("Published: 03/04/2021\n\nFares were last raised on 25/12/2019.", "2021-04-03", "“25/12/2019” can be read one way only"),
        ("Published: 03/04/2021\n\nFares were last raised on 12/25/2019.", "2021-03-04", "“12/25/2019” can be read one way only"),
        ("Published: 03/04/2021\n\nFares rose on April 2.", "2021-04-03", "the story tells of April 2"),
        ("Published: 03.04.2021" + BODY, "2021-04-03", "dots are written where the day comes first"),
    ],
)
def test_the_order_of_day_and_month_is_decided_by_evidence_and_stated(text, published, reason):
    """What else the article says settles it, and the reader is told what did."""
    found = read_text(text)

    assert str(found.published) == published
    assert reason in found.dates[0].order
    assert [reason in warning for warning in found.warnings] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Published: 03/04/2021" + BODY,
        "Published: 03/04/2021\n\nFares rose on April 2, after the storm of March 3.",
        "Published: 03/04/2021\n\nFares rose on 25/12/2019 and 12/25/2018.",
    ],
    ids=["nothing else", "the story tells of both", "other dates disagree"],
)
def test_without_evidence_the_year_alone_is_kept(text):
    """The clue is shown and the date asked for."""
    found = read_text(text)

    assert found.published is None
    assert [(clue.value, clue.order) for clue in found.dates] == [("2021-XX-XX", "ambiguous")]
    assert "--date" in found.warnings[0]


def test_a_date_the_same_either_way_is_read():
    """04/04/2021 is one day."""
    assert str(read_text("Published: 04/04/2021" + BODY).published) == "2021-04-04"


@given(st.text(st.sampled_from("0123456789/.-: \nTZJanFebAPSaturdayUpdatedby|(Reuters),GMT"), max_size=80))
def test_no_header_crashes(text):
    """Whatever is written there, an article is read."""
    assert read_text(f"x\n{text}").text


FILED = "Fares go up\n\nORLO, Jan. 12 (Wire) - The ferry line raised its fares.\n\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Published: 03/04/2021\n\n" + FILED, None),
        (FILED + "Copyright 2021 The Orlo Courier", "the year of the copyright"),
        (FILED + "© The Orlo Courier, 2021.", "the year of the copyright"),
        (FILED + "It had last done so in 2020. A strike began on Monday, Jan. 11.", "“Monday, Jan. 11” fits no other year"),
        (FILED + "It had last done so in 2021. A strike began on Monday, Jan. 11.", "“Monday, Jan. 11” fits no other year"),
        ("Fares go up\n\nORLO, Tuesday, Jan. 12 (Wire) - Fares were last raised in 2020.", "“Tuesday, Jan. 12” fits no other year"),
        (FILED + "The board met on Dec. 30, 2020, and on Jan. 4, 2021.", "the story tells of 2020-12-30 and 2021-01-04"),
    ],
)
def test_a_dateline_takes_the_year_that_another_clue_decides(text, reason):
    """And the reader is told what did."""
    found = read_text(text)

    assert (str(found.published), found.published_from) == ("2021-01-12", "dateline")
    assert reason is None or any(reason in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "It had last done so in 2020.",
        "It had last done so on Jan. 12, 2010.",
        "Copyright 2019, 2021 Orlo; © 2018 Norvane",
        "It had last done so in 2020. A strike began on Sunday, Jan. 11.",
        "Copyright 2010-2021 The Orlo Courier",
        "The plan runs to 2026. A strike began on Monday, Jan. 12.",
    ],
    ids=["nothing else", "a year", "an anniversary", "two copyrights", "no likely year", "years of copyright", "a year ahead"],
)
def test_a_dateline_whose_year_nothing_decides_stays_open(rest):
    """No year is guessed."""
    found = read_text(FILED + rest)

    assert (found.published, found.published_from) == (None, "none")
    assert found.dates[-1].value == "XXXX-01-12"
