"""Vectors that were kept are not computed again, and nothing else is taken for them."""

from pathlib import Path

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from pipeline import embedding
from pipeline.embedding import embed, keep_vectors, recall_vectors

TEXTS = ["Le port garde les données.", "The port keeps the data."]


def _no_encoder() -> object:
    raise AssertionError("nothing is to be computed")


def test_a_later_process_computes_nothing_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, path = embed(TEXTS), tmp_path / "vectors.npz"
    keep_vectors(path)
    monkeypatch.setattr(embedding, "_KEPT", {})
    monkeypatch.setattr(embedding, "_encoder", _no_encoder)
    assert recall_vectors(path) >= len(TEXTS)
    assert np.array_equal(embed(TEXTS), made)


def test_products_are_made_on_one_thread() -> None:
    embedding._on_one_thread.cache_clear()
    with threadpool_limits(limits=2, user_api="blas"):
        embed(TEXTS)
        assert {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"} == {1}


def test_what_is_kept_has_a_bound_and_the_oldest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_KEPT", {})
    monkeypatch.setattr(embedding, "_KEPT_MAX", 2)
    made = embed(["un", "deux", "trois"])
    assert list(embedding._KEPT) == ["deux", "trois"]
    assert np.allclose(embed(["trois", "un", "trois"]), made[[2, 0, 2]], atol=1e-6)


def test_no_more_than_was_known_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_KEPT", {"un": embed(["un"])[0]})
    keep_vectors(tmp_path / "vectors.npz", known=1)
    assert not (tmp_path / "vectors.npz").exists()


@pytest.mark.parametrize("content", [None, b"", b"not a zip", b"PK\x03\x04 and no more"])
def test_a_file_that_tells_nothing_is_no_fault(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "vectors.npz").write_bytes(content)
    assert recall_vectors(tmp_path / "vectors.npz") == 0


def test_another_encoders_vectors_are_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    embed(TEXTS)
    monkeypatch.setattr(embedding, "_maker", lambda: "another")
    keep_vectors(tmp_path / "vectors.npz")
    monkeypatch.undo()
    assert recall_vectors(tmp_path / "vectors.npz") == 0
