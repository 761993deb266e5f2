"""The prompts as they were at a git revision."""

import io
import subprocess
import tarfile
from pathlib import Path

from pipeline.errors import UsageFault
from pipeline.settings import PROJECT

__all__ = ["prompts_at"]


def prompts_at(revision: str, place: Path) -> Path:
    """The `prompts/` folder of a revision, unpacked under `place`. Raises UsageFault where there is none."""
    command = ["git", "-C", str(PROJECT), "archive", "--format=tar", "--end-of-options", revision, "prompts"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise UsageFault(f"La révision {revision} ne se lit pas ({' '.join(said)}).", "Voyez git log.")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(place, filter="data")
    return place / "prompts"
