"""What click finds wrong with a command, said in French: one sentence and where to look."""

import click

__all__ = ["say_misuse"]


def say_misuse(error: click.ClickException) -> int:
    """Say it on standard error; the exit code."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return error.exit_code
    context = error.ctx if isinstance(error, click.UsageError) else None
    help_of = f"{context.command_path} --help" if context else "morasse --help"
    click.echo(f"morasse\u00a0: {_sentence(error)} Voyez\u00a0: {help_of}.", err=True)
    return error.exit_code


def _sentence(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter():
            return f"il manque {_named(error)}."
        case click.NoSuchOption():
            return f"l’option {error.option_name} n’existe pas."
        case click.BadOptionUsage():
            return f"l’option {error.option_name} est mal employée."
        case click.BadParameter() if isinstance(error.param and error.param.type, click.Choice):
            choices = error.param.type.choices  # type: ignore[union-attr]  # the guard above says that it has them
            return f"{_named(error)} doit être l’un de\u00a0: {', '.join(choices)}."
        case click.BadParameter() if isinstance(error.param and error.param.type, (click.Path, click.File)):
            return f"le fichier donné pour {_named(error)} n’existe pas ou ne se lit pas."
        case click.BadParameter() if isinstance(error.param and error.param.type, click.IntRange):
            kind = error.param.type  # type: ignore[union-attr]  # the guard above says that it is one
            return f"{_named(error)} doit être un nombre entier{_within(kind)}."  # type: ignore[arg-type]  # as above
        case click.BadParameter():
            return f"{_named(error)} ne convient pas ({error.message})."
        case click.UsageError() if error.message.startswith("No such command"):
            return "cette commande n’existe pas."
        case click.UsageError() if "unexpected extra argument" in error.message:
            return "il y a un argument de trop."
        case _:
            return f"{error.format_message().rstrip('.')}."


def _within(kind: click.IntRange) -> str:
    if kind.min is None or kind.max is None:
        return ""
    return f", de {kind.min:g} à {kind.max:g}"


def _named(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return "une valeur"
    if isinstance(param, click.Option):
        return param.opts[0]
    # Click would name an argument by its choices, and the sentence lists them a second time.
    return param.metavar or (param.name or "").upper()
