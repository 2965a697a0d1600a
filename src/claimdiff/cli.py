"""The command line: what may be asked for, and the only place that decides an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimdiff import __version__
from claimdiff._options import flat, option, options
from claimdiff._output import color, drop_stdout, show, width
from claimdiff._settings import CLAIMS_FORMAT, SETTINGS, split_output
from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS, REPORTS, RULES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from claimdiff.config import Configuration

NOTHING_FOUND = 0
FOUND = 1
COULD_NOT_CHECK = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""128 + SIGPIPE, as a program in C would end."""

_COMMANDS = ("compare", "extract", "rule", "config", "cache")
_NO_ARTICLES = "no articles given (try claimdiff a.txt b.txt, or claimdiff --help)"
_COMPLETION = "_CLAIMDIFF_COMPLETE"
"""The variable with which a shell asks what may stand next, as it is called in every program made with click."""

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


def run(arguments: Sequence[str]) -> int:
    """Run with the arguments behind the program's name; returns the exit status and lets nothing but an interrupt through."""
    try:
        if asked := os.environ.get(_COMPLETION):
            from click.shell_completion import shell_complete

            return shell_complete(main, {}, "claimdiff", _COMPLETION, asked)
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
        from claimdiff._complaints import complain

        if "--debug" in arguments:
            import traceback

            traceback.print_exc()
        complain(error)
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

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """A command, or what may stand behind "compare"."""
        with compare.make_context("compare", [], parent=ctx, resilient_parsing=True) as meant:
            return [
                *super().shell_complete(ctx, incomplete),
                *(compare.shell_complete(meant, incomplete) if incomplete.startswith("-") else _files(incomplete)),
            ]


def _files(incomplete: str) -> list[CompletionItem]:
    """Asks the shell for the files that begin so."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _articles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    return _files(incomplete)


def _story_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 - likewise
    """The stories that begin so; none where the configuration cannot be read, which is no time to say it."""
    from claimdiff.config import load

    try:
        return [name for name in load().stories if name.startswith(incomplete)]
    except (ClaimdiffError, ExceptionGroup):
        return []


def _rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 - likewise
    return [name for name in RULES.names() if name.startswith(incomplete)]


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


def _configure(ctx: click.Context, param: click.Parameter, value: str | None) -> None:  # noqa: ARG001 - likewise
    """Read the configuration before the other options are looked at, and make it their default."""
    if ctx.resilient_parsing:
        return
    from claimdiff.config import load

    configuration = load(value)
    ctx.obj = configuration
    ctx.default_map = {name.replace("-", "_"): held.value for name, held in configuration.held.items()}


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
    claimdiff --draft draft.txt wire/        check a draft against its sources, a folder of them
    claimdiff extract a.txt                  print the claims of an article
    claimdiff rule [NAME]                    explain what a rule finds
    claimdiff config                         what is set, and where
    claimdiff cache                          what is kept for the next run

    "claimdiff compare --help" lists the options of comparing. A file called like a command is written ./extract.

    Exit status: 0 nothing found, 1 findings, 2 could not check, 130 interrupted.
    """  # noqa: D301 - click wants a real backspace in front of lines it must not wrap
    if ctx.invoked_subcommand is None:
        raise ClaimdiffError(_NO_ARTICLES)


def _common(command: AnyCommand) -> AnyCommand:
    """The options of every command that reads the configuration."""
    command = click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")(command)
    return click.option(
        "--config",
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_configure,
        help="The configuration file, instead of the nearest claimdiff.toml or pyproject.toml.",
    )(command)


_formatted = click.option(
    "--input-format",
    "input_formats",
    multiple=True,
    metavar="[PATH=]NAME",
    help=f"Input format, where content and suffix mislead: {', '.join(READERS.names())}. Repeatable.",
)
_dated = click.option("--date", "dates", multiple=True, metavar="PATH=DATE", help="Publication date of an article: YYYY-MM-DD, or today. Repeatable.")


@main.command()
@click.argument("articles", nargs=-1, metavar="ARTICLE...", shell_complete=_articles)
@click.option(
    "--draft", "drafts", multiple=True, metavar="FILE", shell_complete=_articles, help="An article to check against the others. Repeatable."
)
@_dated
@_formatted
@click.option(
    "--story",
    multiple=True,
    metavar="NAME",
    shell_complete=_story_names,
    help="Compare the files of a story that the configuration names. Repeatable.",
)
@click.option("--stories", is_flag=True, help="Compare every story that holds one of the articles; all stories where none is given.")
@options("compare")
@_common
@click.pass_obj
def compare(configuration: Configuration, /, articles: tuple[str, ...], drafts: tuple[str, ...], **chosen: Any) -> int:
    """Compare articles with each other, or drafts with their sources.

    With one article only the checks inside an article run. "-" is standard input, a folder stands for the articles in it, at any depth but
    hidden ones, and a pattern ('wire/*.txt', 'wire/**/*.txt') for what fits it.
    """
    from claimdiff import _checking
    from claimdiff._asked import inputs_of

    outputs = [split_output(output) for output in flat(chosen["output_format"])]
    written = [path for _, path in outputs]
    inputs = inputs_of(configuration, drafts, articles, chosen, written)
    if not inputs.groups:
        raise ClaimdiffError(_NO_ARTICLES)
    _checking.keep_articles(inputs.paths, written)
    documents = _checking.compared_once(inputs, _checking.read(inputs, configuration, chosen), chosen)
    known = _checking.extracted(documents, chosen)
    report = _checking.shown(_checking.compared(inputs.groups, known, configuration, chosen), chosen)
    _checking.write(report, outputs, chosen)
    return FOUND if _checking.grave(report, chosen["fail_on"]) else NOTHING_FOUND


@main.command()
@click.argument("articles", nargs=-1, metavar="ARTICLE...", shell_complete=_articles)
@option(CLAIMS_FORMAT, "format_")
@_dated
@_formatted
@options("extract")
@_common
@click.pass_obj
def extract(configuration: Configuration, /, articles: tuple[str, ...], format_: str, **chosen: Any) -> int:
    """Print the claims of each article: quantities, dates and statements, normalised.

    "-" is standard input, a folder stands for the articles in it, at any depth but hidden ones, and a pattern ('wire/*.txt') for what fits it.
    """
    if not articles:
        raise ClaimdiffError("no articles given (try claimdiff extract a.txt)")
    from claimdiff import _checking
    from claimdiff._asked import inputs_of

    inputs = inputs_of(configuration, (), articles, chosen)
    documents = _checking.read(inputs, configuration, chosen)
    _checking.tell_copies(documents, chosen)
    known = _checking.extracted(documents, chosen)
    extracted = tuple(article for group in known.values() for article in group)
    show(REPORTS.get(format_).render_articles(extracted, width=width(), color=color(chosen["color"])))
    return NOTHING_FOUND


@main.command()
@click.argument("name", required=False, shell_complete=_rule_names)
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


@main.command()
@_common
@click.pass_obj
def config(configuration: Configuration, /) -> int:
    """Show every setting in force and where it comes from, in the form of a configuration file."""
    from claimdiff.config import described

    show(described(configuration))
    return NOTHING_FOUND


@main.command()
@click.option("--clear", is_flag=True, help="Delete all that is kept.")
@option(SETTINGS["cache-dir"])
@_common
def cache(cache_dir: str | None, *, clear: bool) -> int:
    """Show what is kept of articles read before, or delete it."""
    from claimdiff.cache import LARGEST, Cache, default_folder
    from claimdiff.reports._escape import named

    folder = cache_dir or default_folder()
    if folder is None:
        raise ClaimdiffError("no folder to keep articles in", "cache", "name one with --cache-dir")
    kept, shown = Cache(folder), named(str(folder))
    if clear:
        try:
            show(f"{shown}: {_articles_kept(kept.clear())} deleted\n")
        except OSError as error:
            raise ClaimdiffError(f"cannot be cleared: {error.strerror}", str(folder), "check its permissions") from error
        return NOTHING_FOUND
    sizes = [status.st_size for _, status in kept.entries()]
    show(f"{shown}: {_articles_kept(len(sizes))}, {sum(sizes) / 1e6:.1f} of at most {LARGEST / 1e6:.0f} MB\n")
    return NOTHING_FOUND


def _articles_kept(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"
