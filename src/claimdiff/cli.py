"""The command line: the only place that prints and the only place that decides an exit status."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimdiff import __version__
from claimdiff.errors import ClaimdiffError
from claimdiff.family import REPORTS, RULES
from claimdiff.model import SEVERITIES, DateClue

if TYPE_CHECKING:
    from claimdiff.model import Article, Document, Report

NOTHING_FOUND = 0
FOUND = 1
COULD_NOT_CHECK = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""128 + SIGPIPE, as a program in C would end."""

_COMMANDS = ("compare", "extract", "rule")
_MANY = 4
"""Articles beyond which a terminal gets a progress bar."""

_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "»": ">>", "«": "<<", "│": "|", "─": "-", "\u00a0": " "},
)

Item = TypeVar("Item")


def run(arguments: Sequence[str]) -> int:
    """Run with the arguments behind the program's name; returns the exit status and lets nothing but an interrupt through."""
    debug = "--debug" in arguments
    try:
        status = main.main(list(arguments), prog_name="claimdiff", standalone_mode=False)
        sys.stdout.flush()
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _drop_stdout()
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - no trouble may exit 0 or 1, whatever it is
        if debug:
            traceback.print_exc()
        _complain(error)
        _drop_stdout()
        return COULD_NOT_CHECK
    return status if isinstance(status, int) else NOTHING_FOUND


class _Commands(click.Group):
    """Takes "compare" for granted where the first argument is no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in _COMMANDS and args[0] not in ("--help", "-h", "--version"):
            args = ["compare", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="claimdiff")
@click.pass_context
def main(ctx: click.Context) -> None:
    r"""Find where news articles about the same event disagree: numbers, dates, countdowns.

    \b
    claimdiff a.txt b.txt [c.txt ...]         compare all with all
    claimdiff --draft draft.txt wire/*.txt    check a draft against its sources
    claimdiff extract a.txt                   print the claims of an article
    claimdiff rule [NAME]                     explain what a rule finds

    "claimdiff compare --help" lists the options of comparing. A file called like a command is written ./extract.

    Exit status: 0 nothing found, 1 findings, 2 could not check, 130 interrupted.
    """
    if ctx.invoked_subcommand is None:
        raise click.UsageError("no articles given; try claimdiff a.txt b.txt, or claimdiff --help")


def _dated_articles(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that compare and extract share."""
    for option in (
        click.option("--debug", is_flag=True, help="Show the traceback of an error."),
        click.option("--quiet", "-q", is_flag=True, help="No warnings, no progress, no report where nothing is found."),
        click.option("--no-cache", is_flag=True, help="Read every article anew, whatever was kept of it."),
        click.option("--max-bytes", type=click.IntRange(min=1), default=50_000_000, show_default=True, help="Refuse larger files."),
        click.option("--stdin-filename", default="stdin.txt", show_default=True, metavar="NAME", help="What to call the article read from -."),
        click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours in the full report."
        ),
        click.option("--date", "dates", multiple=True, metavar="PATH=DATE", help="Publication date of an article: YYYY-MM-DD, or today. Repeatable."),
    ):
        command = option(command)
    return command


@main.command()
@click.argument("articles", nargs=-1, metavar="ARTICLE...")
@click.option("--draft", "drafts", multiple=True, metavar="FILE", help="An article to check against the others. Repeatable.")
@click.option(
    "--format", "format_", default="full", show_default=True, metavar="NAME", help="What standard output gets: full, concise, json or jsonl."
)
@click.option("--output-format", "outputs", multiple=True, metavar="NAME=FILE", help="Also write a report to a file. Repeatable.")
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error", show_default=True, help="Exit 1 for findings this grave or graver."
)
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Hide findings less certain.")
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules (repeatable, or with commas).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out (repeatable, or with commas).")
@click.option("--explain", is_flag=True, help="Say why claims were aligned and judged so.")
@_dated_articles
def compare(articles: tuple[str, ...], drafts: tuple[str, ...], **options: Any) -> int:
    """Compare articles with each other, or drafts with their sources.

    With one article only the checks inside an article run. "-" is standard input.
    """
    from claimdiff.pipeline import judge

    paths = _once([*drafts, *articles])
    if not paths:
        raise click.UsageError("no articles given; try claimdiff a.txt b.txt, or claimdiff --help")
    rules = _rules(options["select"], options["ignore"])
    formats = {name: REPORTS.get(name) for name in _named([options["format_"]], options["outputs"])}
    documents = _read_all(paths, options)
    extracted = _extract_all(documents, quiet=options["quiet"])
    checked = [article for article in extracted if article.document.path in drafts]
    report = _shown(judge(*extracted, drafts=checked, rules=rules), options)
    for output in options["outputs"]:
        name, _, path = output.partition("=")
        _write_file(path, formats[name].render(report, width=80, color=False))
    if not (options["quiet"] and not report.findings and options["format_"] == "full"):
        _print(formats[options["format_"]].render(report, width=_width(), color=_color(options["color"])))
    return _status(report, options["fail_on"])


@main.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--format", "format_", default="full", show_default=True, metavar="NAME", help="full, json or jsonl.")
@_dated_articles
def extract(articles: tuple[str, ...], **options: Any) -> int:
    """Print the claims of each article: quantities, dates and statements, normalised."""
    form = REPORTS.get(options["format_"])
    if not hasattr(form, "render_articles"):
        able = ", ".join(name for name in REPORTS.names() if hasattr(REPORTS.get(name), "render_articles"))
        raise ClaimdiffError("this format cannot show claims", options["format_"], f"there are: {able}")
    documents = _read_all(_once(articles), options)
    extracted = tuple(_extract_all(documents, quiet=options["quiet"]))
    _print(form.render_articles(extracted, width=_width(), color=_color(options["color"])))
    return NOTHING_FOUND


@main.command()
@click.argument("name", required=False)
def rule(name: str | None) -> int:
    """Explain a rule, or list all rules with a line each."""
    if name is None:
        width = max(map(len, RULES.names()))
        _print("".join(f"{known:{width}}  {_page(known).partition(chr(10))[0]}\n" for known in RULES.names()))
    else:
        _print(f"{name}\n{'=' * len(name)}\n\n{_page(name)}\n")
    return NOTHING_FOUND


def _page(name: str) -> str:
    return (RULES.module(name).__doc__ or "").strip()


def _named(formats: Sequence[str], outputs: Sequence[str]) -> Iterator[str]:
    """Every format asked for; raises for an --output-format that names no file."""
    yield from formats
    for output in outputs:
        name, equals, path = output.partition("=")
        if not equals or not path:
            raise ClaimdiffError("no file named", f"--output-format {output}", "write it as NAME=FILE")
        yield name


def _rules(select: Sequence[str], ignore: Sequence[str]) -> list[str] | None:
    """The rules to run, in order; None for all. Unknown names raise."""
    selected, ignored = _listed(select), _listed(ignore)
    for name in [*selected, *ignored]:
        RULES.get(name)
    if not selected and not ignored:
        return None
    return [name for name in selected or RULES.names() if name not in ignored]


def _listed(values: Sequence[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def _once(paths: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(paths))


def _read_all(paths: Sequence[str], options: dict[str, Any]) -> list[Document]:
    """All articles, or one error that names every one that cannot be read."""
    dates = _dates(options["dates"], paths)
    documents, errors = [], []
    for path in paths:
        try:
            documents.append(_read(path, dates.get(path), options))
        except ClaimdiffError as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("articles that cannot be read", errors)
    if not options["quiet"]:
        _warn(documents)
    return documents


def _read(path: str, given: str | None, options: dict[str, Any]) -> Document:
    from claimdiff.readers._files import read_file

    published = None if given is None else date.today() if given == "today" else date.fromisoformat(given)
    if path == "-":
        from claimdiff.readers.text import read

        data = sys.stdin.buffer.read(options["max_bytes"] + 1)
        if len(data) > options["max_bytes"]:
            raise ClaimdiffError(f"larger than {options['max_bytes']:,} bytes", options["stdin_filename"], "raise the limit with --max-bytes")
        document = read(data, options["stdin_filename"], published)
    else:
        document = read_file(path, published, options["max_bytes"])
    if given == "today":
        today = DateClue("flag", document.dates[0].value, order="today")
        return replace(document, dates=(today, *document.dates[1:]))
    return document


def _dates(given: Sequence[str], paths: Sequence[str]) -> dict[str, str]:
    """--date options by path as given on the command line."""
    known = {os.path.normpath(path): path for path in paths}
    dates = {}
    for option in given:
        path, _, day = option.rpartition("=")
        if day != "today" and not _is_date(day):
            raise ClaimdiffError("not a date", f"--date {option}", "write it as PATH=YYYY-MM-DD, or PATH=today")
        match = path if path in paths else known.get(os.path.normpath(path) if path else "")
        if match is None:
            raise ClaimdiffError("no article of that name is compared", f"--date {option}", f"the articles are: {', '.join(paths)}")
        dates[match] = day
    return dates


def _is_date(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _warn(documents: Sequence[Document]) -> None:
    seen: dict[str, str] = {}
    for document in documents:
        for warning in document.warnings:
            _say(f"{document.path}: warning: {warning}")
        if document.digest in seen:
            _say(f"{document.path}: warning: the same article as {seen[document.digest]}")
        seen.setdefault(document.digest, document.path)


def _extract_all(documents: Sequence[Document], *, quiet: bool) -> list[Article]:
    from claimdiff.pipeline import extract_many

    found = extract_many(documents)
    if quiet or len(documents) <= _MANY or not sys.stderr.isatty():
        return list(found)
    from rich.console import Console
    from rich.progress import track

    return list(track(found, "reading", len(documents), console=Console(stderr=True), transient=True))


def _shown(report: Report, options: dict[str, Any]) -> Report:
    """The report without what the options hide."""
    findings = [finding for finding in report.findings if finding.confidence >= options["min_confidence"]]
    if not options["explain"]:
        findings = [replace(finding, evidence=()) for finding in findings]
    return replace(report, findings=tuple(findings))


def _status(report: Report, fail_on: str) -> int:
    if fail_on == "never":
        return NOTHING_FOUND
    grave = SEVERITIES[: [*SEVERITIES].index(fail_on) + 1]  # type: ignore[arg-type]  # click lets only severities through
    return FOUND if any(finding.severity in grave and not finding.suppressed for finding in report.findings) else NOTHING_FOUND


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def _color(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0" and os.environ["FORCE_COLOR"]:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _print(text: str) -> None:
    """Write to standard output in its own encoding; what it cannot show is spelled in ASCII or escaped."""
    sys.stdout.flush()
    sys.stdout.buffer.write(_encoded(text, sys.stdout.encoding or "utf-8"))
    sys.stdout.buffer.flush()


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_ASCII).encode(encoding, "backslashreplace")


def _write_file(path: str, text: str) -> None:
    """Replace a file at once: whoever reads it sees the old one or the new one, and a failure leaves the old one."""
    import tempfile

    target = Path(path)
    temporary: Path | None = None
    try:
        if target.is_dir():
            raise ClaimdiffError("a directory", path, "name a file to write the report to")
        handle, name = tempfile.mkstemp(prefix=".claimdiff-", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        raise ClaimdiffError(f"cannot be written: {error.strerror}", path, "check the folder and its permissions") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _complain(error: BaseException) -> None:
    """One line on stderr for each thing that went wrong."""
    if isinstance(error, ExceptionGroup):
        for one in error.exceptions:
            _complain(one)
    elif isinstance(error, click.UsageError):
        _say(_usage(error))
    elif isinstance(error, ClaimdiffError):
        _say(str(error))
    elif isinstance(error, OSError) and error.errno == errno.ENOSPC:
        _say("standard output: no space left on the device")
    else:
        _say(f"internal error: {type(error).__name__}: {error} (--debug shows where; please report it)")


def _usage(error: click.UsageError) -> str:
    message = error.format_message().rstrip(".")
    return message[:1].lower() + message[1:] + ("" if "try claimdiff" in message else " (try claimdiff --help)")


def _say(line: str) -> None:
    from claimdiff.reports._escape import visible

    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    text = _encoded(f"claimdiff: {visible(line)}\n", encoding)
    try:
        sys.stderr.flush()
        sys.stderr.buffer.write(text)
        sys.stderr.buffer.flush()
    except (OSError, AttributeError):
        return  # nobody is listening


def _drop_stdout() -> None:
    """Point standard output at nothing, so that Python's own flush at exit cannot fail."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError, AttributeError):
        return
