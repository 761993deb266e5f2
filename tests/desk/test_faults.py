"""What is refused says in French what helps here: no command of the terminal's, and never nothing."""

import pytest

from desk.faults import way_out
from desk.words import remedy
from pipeline.compose import Newsroom
from pipeline.errors import GateFault, MorasseError, StaleRevision, StoreFault, UsageFault
from pipeline.gates import relecture
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from tests.desk.conftest import Enter


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Vérifiez la clé\u00a0; puis reprenez.", "Vérifiez la clé\u00a0; puis reprenez."),
        ("Corrigez-le (morasse edit a1 --part …), ou répondez-en.", "Corrigez-le, ou répondez-en."),
        ("Relisez-la\u00a0; pour signer malgré tout, ajoutez --despite-source-change.", "Relisez-la."),
        ("Relisez. Voyez\u00a0: morasse show a1.", "Relisez."),
        ("Confirmez-le (morasse decide a1 accept --part 'b[0]', ou reject).", "Confirmez-le."),
        ("D’abord\u00a0: morasse sign a1 --by NOM.", ""),
    ],
)
def test_a_remedy_keeps_what_can_be_done_here(said: str, kept: str) -> None:
    assert remedy(said) == kept


@pytest.mark.parametrize(
    ("fault", "way"),
    [
        (
            GateFault("Non.", "Voyez\u00a0: morasse show a1."),
            "Revenez à la relecture\u00a0: les points ouverts y sont.",
        ),
        (UsageFault("Non.", "Voyez\u00a0: morasse show a1."), "Rechargez la page."),
        (StaleRevision("Non."), "Rechargez la page."),
        (StoreFault("Non."), "Revenez à la file d’attente."),
        (GateFault("Non.", "Une autre personne doit signer."), "Une autre personne doit signer."),
    ],
)
def test_a_fault_always_has_a_way_out(fault: MorasseError, way: str) -> None:
    assert way_out(fault) == way


def test_faults_of_gates_name_no_command(newsroom: Newsroom, enter: Enter, draft: str) -> None:
    ines = enter("Inès")
    with reading(newsroom.engine) as db:
        base = find_draft(db, draft).revision or ""
    held = ines.act(f"/brouillons/{draft}/decider", {"decision": "accepter", "base": base}, status=409)
    assert "Corrigez-les, ou répondez-en." in held
    relecture.decide(newsroom.office, draft, "reject", actor="Paul", comment="")
    late = ines.act(f"/brouillons/{draft}/decider", {"decision": "accepter", "base": base}, status=400)
    assert "Rechargez la page." in late
    unsigned = ines.act(f"/brouillons/{draft}/signer", {"base": base}, status=409)
    assert "Revenez à la relecture" in unsigned
    assert "morasse " not in held + late + unsigned


def test_what_the_framework_refuses_is_said_in_french(enter: Enter) -> None:
    ines = enter("Inès")
    broken = {"Content-Type": "multipart/form-data"}
    answer = ines.client.post("/soumettre", content=b"x", headers=broken)
    assert answer.status_code == 400
    assert "La demande ne peut pas être lue. Revenez à la file d’attente." in answer.text
    assert "boundary" not in answer.text
    assert "Ce brouillon n’existe pas. Revenez à la file d’attente." in ines.see("/brouillons/00/relecture", status=404)
