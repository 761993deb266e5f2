"""A short storm: a few kills, and everything is accounted for. `make chaos` is the long one."""

from pathlib import Path

from tests.chaos.storm import Storm


def test_after_a_few_kills_every_draft_is_accounted_for(tmp_path: Path, database: str) -> None:
    with Storm(tmp_path, database, seed=3) as storm:
        account = storm.blow(drafts=3, kills=5, pause_s=1.0, within_s=120)
    assert account.faults == []
    assert sum(account.states.values()) == account.drafts == 3
    assert account.states["working"] == 0
    assert account.calls >= 9
    assert set(account.kills) == {"model", "worker", "person"}


def test_a_storm_that_spared_a_kind_of_process_did_not_hold(tmp_path: Path) -> None:
    """As on a machine so busy that nothing arrives in time for a person to sign."""
    with Storm(tmp_path, f"sqlite:///{tmp_path / 'morasse.sqlite'}", seed=3) as storm:
        account = storm.blow(drafts=2, kills=1, pause_s=0.0, within_s=0)
    assert account.kills["person"] == 0
    assert "person: never killed, so nothing is known of it" in account.faults
