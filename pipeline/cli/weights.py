"""The embedded model's weights, got when work needs them, with a bar to watch."""

from pipeline.cli.screen import console, download_bar
from pipeline.models.embedded.weights import EMBEDDED, embedded_path, get_weights
from pipeline.settings import Settings

__all__ = ["ensure_weights"]


def ensure_weights(settings: Settings) -> None:
    """Download the embedded model where it is the one to use and does not lie in the cache yet. Raises ModelFault."""
    if settings.is_hosted or settings.model is not None:
        return
    folder = settings.cache_dir / "models"
    path = embedded_path(folder)
    if path.is_file() and path.stat().st_size == EMBEDDED.size_bytes:
        return
    size = f"{EMBEDDED.size_bytes / 1e9:.1f}".replace(".", ",")
    console.print(f"Modèle embarqué ({size} Go), une seule fois, dans {folder}", markup=False, soft_wrap=True)
    with download_bar("Téléchargement") as on_progress:
        get_weights(folder, on_progress=on_progress)
