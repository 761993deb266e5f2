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
