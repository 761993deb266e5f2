"""Imports point one way; engines and model libraries have one door each; the environment has one reader."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
ROOMS = ("schemas", "pipeline", "evals", "desk")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def files_that_import(*libraries: str) -> set[str]:
    return {
        str(path.relative_to(PROJECT))
        for room in ROOMS
        for path in (PROJECT / room).rglob("*.py")
        if any(name.split(".")[0] in libraries for name in imports_of(path))
    }


def test_layers_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_workflow_alone_imports_the_engine() -> None:
    assert files_that_import("dbos") == {"pipeline/workflow.py"}


def test_models_alone_import_the_model_libraries() -> None:
    found = files_that_import("openai", "langchain", "langchain_openai", "langchain_core", "xllamacpp")
    assert found
    assert all(name.startswith("pipeline/models/") for name in found)


def test_settings_alone_read_the_environment() -> None:
    # The demonstration hands the whole environment on to the command it shows; it reads nothing from it.
    readers = {
        str(path.relative_to(PROJECT))
        for room in ROOMS
        for path in (PROJECT / room).rglob("*.py")
        if any(word in path.read_text("utf-8") for word in ("os.environ", "os.getenv"))
    }
    assert readers <= {"pipeline/settings.py", "evals/demo.py"}


@pytest.mark.parametrize("heavy", ["dbos", "langchain_openai", "numpy", "sqlalchemy", "trafilatura", "rich"])
def test_the_command_line_answers_before_anything_heavy_is_imported(heavy: str) -> None:
    code = f"import sys, pipeline.cli; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("main", ["desk.shift", "pipeline.cli"])
def test_the_main_module_of_a_worker_is_light(main: str) -> None:
    """Each page's reader is a fresh child, and imports the main module again before it reads."""
    told = f"import sys, {main}; print({{'sqlalchemy', 'langchain_core', 'dbos'}} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout == "set()\n"
