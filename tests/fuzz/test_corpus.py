"""Every target over its corpus, and over what a few changes make of it; run.py searches on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import targets
from claimdiff.family import READERS

TARGETS = dict(targets.targets())
FILES = [(name, path) for name in TARGETS for path in targets.corpus(name)]


@pytest.mark.parametrize(("name", "path"), FILES, ids=[f"{name}-{path.name}" for name, path in FILES])
def test_nothing_in_the_corpus_crashes(name, path):
    """What once did stays here."""
    TARGETS[name](path.read_bytes())


@settings(max_examples=30)
@pytest.mark.parametrize("name", [name for name in TARGETS if name != "extract"])
@given(
    changes=st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 60), st.binary(max_size=30)), max_size=4),
    chosen=st.randoms(use_true_random=False),
)
def test_changed_files_are_read_or_refused(name, changes, chosen):
    """Bytes cut out and put in anywhere."""
    data = chosen.choice(targets.corpus(name)).read_bytes()
    for at, cut, put in changes:
        data = data[:at] + put + data[at + cut :]

    TARGETS[name](data)


@settings(max_examples=15)
@given(text=st.text(st.sampled_from("“”\"'()-–£%12,. :aenorst\n\u202e\x1bTueMay"), min_size=1, max_size=150))
def test_any_text_is_extracted(text):
    """Claims, judgement, every report."""
    targets.extracts(text.encode())


def test_there_is_a_target_for_every_reader_and_one_for_all():
    """And no folder of a corpus that nobody reads."""
    assert set(TARGETS) == {*(f"read-{name}" for name in READERS.names()), "extract"}
    assert {path.name for path in targets.CORPUS.iterdir()} <= set(TARGETS)


@pytest.mark.parametrize("way", ["atheris", "mutations"])
def test_the_search_finds_a_crash(tmp_path, way):
    """A reader broken on purpose is caught and the input kept: a search that finds nothing may not look."""
    if way == "atheris":
        pytest.importorskip("atheris")
    probe = (
        "import sys, runpy, claimdiff.readers.text as reader\n"
        "real = reader.read\n"
        "def broken(data, *rest):\n"
        "    assert b'!' not in data or b'Quarry' not in data\n"
        "    return real(data, *rest)\n"
        "reader.read = broken\n"
        f"sys.argv = ['run.py', 'read-text', '--one', '{way}', '--seconds', '60', '--keep', sys.argv[1]]\n"
        f"runpy.run_path({str(Path(targets.__file__).parent / 'run.py')!r}, run_name='__main__')\n"
    )

    ended = subprocess.run([sys.executable, "-c", probe, str(tmp_path)], capture_output=True, check=False)

    assert ended.returncode != 0
    assert list(tmp_path.glob("crash-*"))
