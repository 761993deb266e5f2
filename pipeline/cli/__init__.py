"""The command line. Commands are imported when they are called, so that help and errors come at once."""

import contextlib
import importlib
import os
import sys
from typing import NoReturn

import click

__all__ = ["main"]

_DETAIL_MAX_CHARS = 300
# Each command's place. Rooms above the pipeline are named, not imported.
_COMMANDS = {
    "draft": "pipeline.cli.drafts:draft",
    "resume": "pipeline.cli.drafts:resume",
    "worker": "pipeline.cli.drafts:worker",
    "desk": "desk.cli:desk",
    "extract": "pipeline.cli.files:extract",
    "verify": "pipeline.cli.files:verify",
    "import": "pipeline.cli.files:import_",
    "render": "pipeline.cli.files:render",
    "queue": "pipeline.cli.review:queue",
    "show": "pipeline.cli.review:show",
    "edit": "pipeline.cli.review:edit",
    "decide": "pipeline.cli.review:decide",
    "sign": "pipeline.cli.press:sign",
    "export": "pipeline.cli.press:export",
    "move": "pipeline.cli.carrying:move",
    "backup": "pipeline.cli.carrying:backup",
    "restore": "pipeline.cli.carrying:restore",
    "prune": "pipeline.cli.carrying:prune",
    "model": "pipeline.cli.upkeep:model",
    "doctor": "pipeline.cli.upkeep:doctor",
    "eval": "evals.cli:evaluate",
    "golden": "evals.cli:golden",
}
_HELP = {
    "draft": "Write a draft from a URL or a file, up to the review gate.",
    "resume": "Go on with a draft that was parked or held.",
    "desk": "Open the web desk, with a worker beside it.",
    "worker": "Work on what is enqueued, until interrupted.",
    "extract": "Read an article from a URL or a file, as JSON.",
    "verify": "Hold a draft against its article.",
    "import": "Read an existing article into a draft, as JSON.",
    "render": "Render a draft.",
    "queue": "List the drafts.",
    "show": "Show a draft, its findings and its history.",
    "edit": "Replace the text of one part.",
    "decide": "Accept, reject or regenerate a draft or one part.",
    "sign": "Give the bon à tirer.",
    "export": "Render a signed draft.",
    "move": "Move the house to another database.",
    "backup": "Write the whole house into one file.",
    "restore": "Bring a backup into an empty house.",
    "prune": "Forget what the house need not keep.",
    "model": "Get or check the embedded model.",
    "doctor": "Check that everything is in its place.",
    "eval": "Measure drafts against golden articles.",
    "golden": "Look after the golden cases.",
}


class _Commands(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(_HELP.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def _morasse() -> None:
    """Morasse: from the URL of an article to a French draft that a person can check and sign."""


def main() -> None:
    """Run the command line; every fault is one sentence, its remedy and an exit code, never a traceback."""
    try:
        code = _morasse(standalone_mode=False)
    except click.ClickException as error:
        from pipeline.cli.misuse import say_misuse

        sys.exit(say_misuse(error))
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nInterrompu\u00a0; rien n’est perdu\u00a0: morasse queue, puis morasse resume ID.", err=True)
        _leave(130)
    except SystemExit as end:
        # A worker whose supervisor wants it to end.
        _leave(end.code if isinstance(end.code, int) else 0)
    except BrokenPipeError:
        # Whoever read our output has enough.
        _leave(141)
    except Exception as error:  # noqa: BLE001 - the program's edge
        _leave(_say(error))
    sys.exit(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """End now: calls in flight are not waited for, and go on with whoever takes the work over."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _say(error: Exception) -> int:
    from pipeline.errors import MorasseError

    if isinstance(error, MorasseError):
        click.echo(f"morasse\u00a0: {error}", err=True)
        return error.exit_code
    detail = " ".join(f"{type(error).__name__}\u00a0: {error}".split())[:_DETAIL_MAX_CHARS]
    if isinstance(error, OSError):
        detail = " ".join(str(one) for one in (error.strerror, error.filename) if one)
        click.echo(
            f"morasse\u00a0: un fichier ne peut pas être lu ou écrit ({detail}). "
            "Vérifiez le disque et les droits, puis recommencez.",
            err=True,
        )
        return 5
    click.echo(f"morasse\u00a0: erreur imprévue ({detail}). Vérifiez avec\u00a0: morasse doctor.", err=True)
    return 5
