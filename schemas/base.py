"""The two habits every schema shares: frozen and closed, and read leniently at the house's own doors."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

__all__ = ["Closed", "check_distinct", "misplaced", "read_leniently"]

ModelT = TypeVar("ModelT", bound=BaseModel)


class Closed(BaseModel):
    """A value that never changes and admits no key that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_leniently(model: type[ModelT], data: Any) -> tuple[ModelT, tuple[str, ...]]:
    """Validate JSON from outside; unknown keys are dropped and named, anything else wrong raises ValidationError.

    Returns the model and the dotted places of what was dropped, so that a caller can say what it did not read.
    """
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        extras = [problem["loc"] for problem in error.errors() if problem["type"] == "extra_forbidden"]
        if not extras:
            raise
    pruned, notes = data, []
    for place in extras:
        pruned, at = _without(pruned, place)
        notes.append(at)
    # Dropping an unknown key can let validation reach keys it had not read yet.
    read, more = read_leniently(model, pruned)
    return read, tuple(dict.fromkeys((*notes, *more)))


def misplaced(place: tuple[int | str, ...], said: str, value: Any) -> ValidationError:
    """The fault of a value that has the right form and still cannot be; `said` is French."""
    kind = PydanticCustomError("value_error", "{said}", {"said": said})
    return ValidationError.from_exception_data("input", [{"type": kind, "loc": place, "input": value}])


def check_distinct(name: str, ids: list[str]) -> None:
    """Raise ValidationError where two of a list's things have one id: whatever names them would mean both."""
    for number, one in enumerate(ids):
        if one in ids[:number]:
            raise misplaced((name, number, "id"), f"«\u00a0{one}\u00a0» y est déjà l’identifiant d’un autre", one)


def _without(data: Any, place: tuple[int | str, ...]) -> tuple[Any, str]:
    """A copy of `data` less the key at `place`; steps that are no key (a union's tag) are passed over."""
    head, rest = place[0], place[1:]
    if isinstance(data, dict) and head in data:
        if not rest:
            return {key: value for key, value in data.items() if key != head}, str(head)
        inner, at = _without(data[head], rest)
        return {**data, head: inner}, f"{head}.{at}"
    if isinstance(data, list | tuple) and isinstance(head, int):
        inner, at = _without(data[head], rest)
        return [*data[:head], inner, *data[head + 1 :]], f"{head}.{at}"
    return _without(data, rest)
