"""The command line: what may be asked for, and the only place that decides an exit status."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimdiff import __version__
from claimdiff._input import STDIN, Given, read_all, warnings
from claimdiff._output import add_job_summary, color, drop_stdout, replace_file, say, show, width
from claimdiff.errors import ClaimdiffError
from claimdiff.family import REPORTS, RULES
from claimdiff.model import SEVERITIES

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
_NO_ARTICLES = "no articles given (try claimdiff a.txt b.txt, or claimdiff --help)"

_DEFAULTS = Given()

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


def run(arguments: Sequence[str]) -> int:
    """Run with the arguments behind the program's name; returns the exit status and lets nothing but an interrupt through."""
    try:
        # Not main.main(): it answers a closed pipe with exit 1, which would mean findings.
        with main.make_context("claimdiff", list(arguments)) as context:
            status = main.invoke(context)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        drop_stdout()
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - no trouble may exit 0 or 1, whatever it is
        if "--debug" in arguments:
            traceback.print_exc()
        _complain(error)
        if isinstance(error, OSError):
            drop_stdout()
        return COULD_NOT_CHECK
    return status if isinstance(status, int) else NOTHING_FOUND


class _Commands(click.Group):
    """Takes "compare" for granted where the first argument is no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*_COMMANDS, "--help", "-h", "--version") and args[:2] != ["--verbose", "--version"]:
            args = ["compare", *args]
        return super().parse_args(ctx, args)


class _Format(click.ParamType[str]):
    """The name of a report format that has the function a command needs; found when asked for, so that a new one needs no line here."""

    name = "format"

    def __init__(self, function: str) -> None:
        self.function = function

    def known(self) -> list[str]:
        return [name for name in REPORTS.names() if hasattr(REPORTS.get(name), self.function)]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        return f"[{'|'.join(self.known())}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - likewise
        if not hasattr(REPORTS.get(value), self.function):
            raise ClaimdiffError("this format cannot show claims", f"--format {value}", f"there are: {', '.join(self.known())}")
        return value


class _Output(click.ParamType[tuple[str, str]]):
    """``NAME=FILE``, split; the name is that of a report format."""

    name = "name=file"

    def convert(self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:  # noqa: ARG002 - likewise
        if isinstance(value, tuple):
            return value
        name, _, path = value.partition("=")
        if not path or path == STDIN:
            raise ClaimdiffError("no file named", f"--output-format {value}", "write it as NAME=FILE; --format is for standard output")
        REPORTS.get(name)
        return name, path


def _keep(ctx: click.Context, param: click.Parameter, value: bool) -> bool:
    """Remember that more was asked for: --version may stand before it."""
    ctx.meta[str(param.name)] = value
    return value


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001 - click's signature
    if not value or ctx.resilient_parsing:
        return
    show(f"claimdiff, version {__version__}\n")
    if ctx.meta.get("verbose"):
        from claimdiff.language import weights_digest, weights_licence

        show(f"weights, sha256 {weights_digest()}\n\n{weights_licence().rstrip()}\n")
    ctx.exit()


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--verbose",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_keep,
    help="With --version: also digest, licence and sources of the weights.",
)
@click.option("--version", is_flag=True, expose_value=False, callback=_version, help="Show the version and exit.")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Find where news articles about the same event disagree: numbers, dates, countdowns.

    \b
    claimdiff a.txt b.txt [c.txt ...]        compare all with all
    claimdiff --draft draft.txt wire/*.txt   check a draft against its sources
    claimdiff extract a.txt                  print the claims of an article
    claimdiff rule [NAME]                    explain what a rule finds

    "claimdiff compare --help" lists the options of comparing. A file called like a command is written ./extract.

    Exit status: 0 nothing found, 1 findings, 2 could not check, 130 interrupted.
    """  # noqa: D301 - click wants a real backspace in front of lines it must not wrap
    if ctx.invoked_subcommand is None:
        raise ClaimdiffError(_NO_ARTICLES)


def _reading_articles(command: AnyCommand) -> AnyCommand:
    """The options that compare and extract share."""
    for option in (
        click.option("--debug", is_flag=True, help="Show the traceback of an error."),
        click.option("--quiet", "-q", is_flag=True, help="No warnings and no progress; nothing at all where there is nothing to report."),
        click.option("--pipeline", metavar="NAME", help="Another spaCy pipeline with Universal Dependencies: its name, or its folder."),
        click.option("--no-cache", is_flag=True, help="Read every article anew, whatever was kept of it."),
        click.option("--max-bytes", type=click.IntRange(min=1), default=_DEFAULTS.max_bytes, show_default=True, help="Refuse larger articles."),
        click.option(
            "--stdin-filename", default=_DEFAULTS.stdin_filename, show_default=True, metavar="NAME", help="What to call the article read from -."
        ),
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
@click.option("--format", "format_", type=_Format("render"), default="full", show_default=True, help="What standard output gets.")
@click.option("--output-format", "outputs", type=_Output(), multiple=True, metavar="NAME=FILE", help="Also write a report to a file. Repeatable.")
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error", show_default=True, help="Exit 1 for findings this grave or graver."
)
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), metavar="X", default=0.0, show_default=True, help="Hide findings less certain (0 to 1)."
)
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules. Repeatable, or with commas.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out. Repeatable, or with commas.")
@click.option("--explain", is_flag=True, help="Say why claims were aligned and judged so (full report).")
@_reading_articles
def compare(articles: tuple[str, ...], drafts: tuple[str, ...], **options: Any) -> int:
    """Compare articles with each other, or drafts with their sources.

    With one article only the checks inside an article run. "-" is standard input.
    """
    from claimdiff.pipeline import judge

    drafts = tuple(_once(drafts))
    paths = _once([*drafts, *articles])
    if not paths:
        raise ClaimdiffError(_NO_ARTICLES)
    rules = _rules(options["select"], options["ignore"])
    _keep_articles(paths, [path for _, path in options["outputs"]])
    documents = _read([*drafts, *articles], options)
    extracted = _extracted(documents, options)
    judged = judge(*extracted, drafts=extracted[: len(drafts)], rules=rules, selected=_listed(options["select"]))
    report = _shown(judged, options)
    files = [(path, REPORTS.get(name).render(report, width=80, color=False)) for name, path in options["outputs"]]
    output = REPORTS.get(options["format_"]).render(report, width=width(), color=color(options["color"]))
    for path, text in files:
        replace_file(path, text)
    add_job_summary(report, [options["format_"], *(name for name, _ in options["outputs"])])
    if report.findings or not (options["quiet"] and options["format_"] == "full"):
        show(output)
    return _status(report, options["fail_on"])


@main.command()
@click.argument("articles", nargs=-1, metavar="ARTICLE...")
@click.option("--format", "format_", type=_Format("render_articles"), default="full", show_default=True, help="What standard output gets.")
@_reading_articles
def extract(articles: tuple[str, ...], **options: Any) -> int:
    """Print the claims of each article: quantities, dates and statements, normalised."""
    if not articles:
        raise ClaimdiffError("no articles given (try claimdiff extract a.txt)")
    extracted = tuple(_extracted(_read(articles, options), options))
    show(REPORTS.get(options["format_"]).render_articles(extracted, width=width(), color=color(options["color"])))
    return NOTHING_FOUND


@main.command()
@click.argument("name", required=False)
def rule(name: str | None) -> int:
    """Explain a rule, or list all rules with a line each."""
    if name is not None:
        show(f"{name}\n{'=' * len(name)}\n\n{_page(name)}\n")
        return NOTHING_FOUND
    longest = max(map(len, RULES.names()))
    show("".join(f"{known:{longest}}  {_page(known).partition(chr(10))[0]}\n" for known in RULES.names()))
    return NOTHING_FOUND


def _page(name: str) -> str:
    return (RULES.module(name).__doc__ or "").strip()


def _rules(select: Sequence[str], ignore: Sequence[str]) -> list[str] | None:
    """The rules to run, in order; None for all. Unknown names raise."""
    selected, ignored = _listed(select), _listed(ignore)
    for name in [*selected, *ignored]:
        RULES.module(name)
    if not selected and not ignored:
        return None
    return [name for name in selected or RULES.names() if name not in ignored]


def _listed(values: Sequence[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def _once(paths: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(paths))


def _keep_articles(articles: Sequence[str], outputs: Sequence[str]) -> None:
    """Raises where a report would be written over an article or another report."""
    for output in outputs:
        if any(os.path.realpath(output) == os.path.realpath(article) for article in articles if article != STDIN):
            raise ClaimdiffError("one of the articles", f"--output-format to {output}", "name another file for the report")
        if outputs.count(output) > 1:
            raise ClaimdiffError("named for two reports", f"--output-format to {output}", "name a file for each")


def _read(paths: Sequence[str], options: dict[str, Any]) -> list[Document]:
    """Every article once, warnings said."""
    documents = read_all(_once(paths), Given(options["dates"], options["stdin_filename"], options["max_bytes"]))
    if not options["quiet"]:
        for path in _once(path for path in paths if paths.count(path) > 1):
            say(f"{path}: warning: given more than once, read once")
        for warning in warnings(documents):
            say(warning)
    return documents


def _extracted(documents: Sequence[Document], options: dict[str, Any]) -> list[Article]:
    from claimdiff.pipeline import extract_many

    found = extract_many(documents, pipeline=options["pipeline"])
    if options["quiet"] or len(documents) <= _MANY or sys.stderr is None or not sys.stderr.isatty():
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
    grave = [] if fail_on == "never" else SEVERITIES[: [*map(str, SEVERITIES)].index(fail_on) + 1]
    return FOUND if any(finding.severity in grave and not finding.suppressed for finding in report.findings) else NOTHING_FOUND


def _complain(error: BaseException) -> None:
    """One line on stderr for each thing that went wrong."""
    if isinstance(error, ExceptionGroup):
        for one in error.exceptions:
            _complain(one)
    elif isinstance(error, click.UsageError):
        say(_usage(error))
    elif isinstance(error, ClaimdiffError):
        say(str(error))
    elif isinstance(error, OSError) and error.errno == errno.ENOSPC:
        say("standard output: no space left on the device")
    else:
        say(f"internal error: {type(error).__name__}: {error} (--debug shows where; please report it)")


def _usage(error: click.UsageError) -> str:
    """What is wrong with the command line and, if click knows none better, where the right one stands."""
    help_ = f"try {error.ctx.command_path if error.ctx else 'claimdiff'} --help"
    if isinstance(error, click.NoSuchOption):
        near = f"did you mean {' or '.join(error.possibilities)}?" if error.possibilities else help_
        return f"no such option: {error.option_name} ({near})"
    message = error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]} ({help_})"
