"""Who comes in and what they may do: sign-in and its limits, tokens, roles, headers, one-time links."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from starlette.routing import Route

from desk.pages import ROUTES
from desk.serving import welcome_link
from pipeline.compose import Newsroom
from pipeline.store import accounts
from pipeline.store.database import reading, transaction
from pipeline.store.tables import sessions
from schemas.account import Role
from tests.desk.conftest import PASSWORD, Enter, Visitor

Visit = Callable[[], Visitor]
ADDRESSES = sorted({(method, one.path) for one in ROUTES if isinstance(one, Route) for method in one.methods or ()})
CHANGES = [path for method, path in ADDRESSES if method == "POST"]
OPEN = ("/entrer", "/bienvenue/{token}")


def concrete(path: str) -> str:
    return path.replace("{id}", "0123").replace("{account}", "0123").replace("{token}", "0123")


def test_a_stranger_sees_nothing(visit: Visit) -> None:
    shut = [path for method, path in ADDRESSES if method == "GET" and path not in OPEN]
    assert len(shut) > 10
    for path in shut:
        answer = visit().client.get(concrete(path), follow_redirects=False)
        assert answer.status_code in (303, 401), path
        assert "Sortir" not in answer.text, path


def test_no_change_without_the_page_s_own_token(enter: Enter) -> None:
    visitor = enter("Inès")
    for path in CHANGES:
        assert visitor.client.post(concrete(path), data={"jeton": "deviné"}).status_code == 403, path
        assert visitor.client.post(concrete(path), data={}).status_code == 403, path
    visitor.see("/")


def test_no_change_from_another_site(enter: Enter) -> None:
    visitor = enter("Inès")
    values, elsewhere = {"jeton": visitor.token}, {"Origin": "https://evil.example"}
    for path in CHANGES:
        assert visitor.client.post(concrete(path), data=values, headers=elsewhere).status_code == 403, path
    visitor.see("/")


def test_every_answer_says_what_a_browser_may_do(visit: Visit, enter: Enter, draft: str) -> None:
    ines = enter("Inès")
    for path in ("/", "/entrer", "/nulle-part", "/static/desk.css", f"/brouillons/{draft}/relecture"):
        headers = ines.client.get(path, follow_redirects=False).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    framed = ines.client.get(f"/brouillons/{draft}/page-archivee").headers
    assert framed["content-security-policy"].endswith("sandbox")
    assert "script-src" not in framed["content-security-policy"]


def test_the_first_account_opens_by_a_link_that_serves_once(newsroom: Newsroom, visit: Visit) -> None:
    link = welcome_link(newsroom, "http://desk.example").removeprefix("http://desk.example")
    first, second = visit(), visit()
    who = {"nom": "Inès Martin", "identifiant": "ines", "motdepasse": PASSWORD}
    first.see(link)
    second.see(link)
    assert "caractères" in first.act(link, {**who, "motdepasse": "court"}, status=400)
    assert "Ce qui vous attend" in first.act(link, who)
    assert "déjà servi" in second.act(link, {**who, "identifiant": "autre", "nom": "Autre"}, status=404)
    assert welcome_link(newsroom, "http://desk.example") == ""


def test_sign_in_shuts_after_five_misses_for_whoever_asks(newsroom: Newsroom, visit: Visit, enter: Enter) -> None:
    enter("Inès")
    visitor = visit()
    visitor.see("/entrer")
    wrong = {"identifiant": "inès", "motdepasse": "quatre mots mal dits"}
    for _ in range(5):
        assert "inconnu" in visitor.act("/entrer", wrong, status=401)
    assert "quart d’heure" in visitor.act("/entrer", {**wrong, "motdepasse": PASSWORD}, status=429)
    with reading(newsroom.engine) as db:
        assert accounts.failed_since(db, "login:inès", timedelta(minutes=15)) == 5
        assert accounts.failed_since(db, "login:inès", timedelta(0)) == 0


def test_an_unknown_person_and_a_wrong_password_get_the_same_words(visit: Visit, enter: Enter) -> None:
    enter("Inès")
    visitor = visit()
    visitor.see("/entrer")
    said = [
        visitor.act("/entrer", {"identifiant": who, "motdepasse": "quatre mots mal dits"}, status=401)
        for who in ("inès", "personne")
    ]
    assert said[0].replace("inès", "personne") == said[1]


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "/\\evil.example", "evil"])
def test_signing_in_leads_on_within_the_house_only(visit: Visit, enter: Enter, onward: str) -> None:
    enter("Inès")
    visitor = visit()
    visitor.see("/entrer")
    values = {"jeton": visitor.token, "identifiant": "inès", "motdepasse": PASSWORD, "suite": onward}
    assert visitor.client.post("/entrer", data=values, follow_redirects=False).headers["location"] == "/"


def test_going_out_and_a_new_password_end_sessions(enter: Enter) -> None:
    ines = enter("Inès")
    cookie = ines.client.cookies["morasse"]
    ines.see("/compte")
    told = ines.act("/compte", {"actuel": PASSWORD, "nouveau": "cinq autres mots pour entrer"})
    assert "Le mot de passe est changé." in told
    assert ines.client.cookies["morasse"] != cookie
    ines.see("/")
    ines.act("/sortir")
    assert ines.client.get("/", follow_redirects=False).status_code == 303


def test_the_store_keeps_no_token_and_no_password(newsroom: Newsroom, enter: Enter) -> None:
    ines = enter("Inès")
    newsroom.engine.dispose()
    kept = b"".join(one.read_bytes() for one in newsroom.settings.data_dir.glob("morasse.sqlite*"))
    assert ines.client.cookies["morasse"].encode() not in kept
    assert PASSWORD.encode() not in kept
    assert b"$argon2id$" in kept


def test_roles_hold(enter: Enter, draft: str) -> None:
    editor = enter("Édith", "editor")
    editor.see(f"/brouillons/{draft}/relecture")
    for act in ("enregistrer", "accepter", "ecarter", "decider", "signer"):
        assert "rôle" in editor.act(f"/brouillons/{draft}/{act}", status=403)
    for room in ("/comptes", "/mesures", "/chiffres"):
        assert "rôle" in editor.see(room, status=403)
    enter("Publia", "publisher").see("/chiffres")
    reviewer = enter("René", "reviewer")
    reviewer.see("/")
    # What a role does not open, no page offers.
    assert "/soumettre" not in reviewer.see("/") + reviewer.see("/compte/outils")
    assert "rôle" in reviewer.see("/soumettre", status=403)
    assert "rôle" in reviewer.act("/soumettre", {"url": "https://a.example/"}, status=403)
    assert "rôle" in reviewer.act(f"/brouillons/{draft}/signer", status=403)


@pytest.mark.parametrize("role", ["editor", "reviewer", "publisher"])
def test_whoever_works_on_an_article_leaves_a_word_at_its_parts(enter: Enter, draft: str, role: Role) -> None:
    someone = enter("Édith", role)
    offered = someone.see(f"/brouillons/{draft}/relecture")
    assert f'action="/brouillons/{draft}/commenter"' in offered
    assert (f'action="/brouillons/{draft}/retirer"' in offered) == (role == "reviewer")
    page = someone.act(f"/brouillons/{draft}/commenter", {"partie": "standfirst", "mots": "Qui le dit ?"})
    assert "Qui le dit ?" in page
    assert "/commenter" not in enter("Maé", "maintainer").see(f"/brouillons/{draft}/relecture")


def test_a_maintainer_invites_and_shuts_out(newsroom: Newsroom, visit: Visit, enter: Enter) -> None:
    maintainer, paul = enter("Inès", "maintainer"), enter("Paul", "reviewer")
    maintainer.see("/comptes")
    page = maintainer.act("/comptes", {"role-reviewer": "oui"})
    assert "/bienvenue/" in page and "(relecture)" in page
    with reading(newsroom.engine) as db:
        ids = {one.name: one.id for one in accounts.list_accounts(db)}
    maintainer.act(f"/comptes/{ids['Paul']}", {"role-reviewer": "oui"})
    assert paul.client.get("/", follow_redirects=False).status_code == 303
    refused = maintainer.act(f"/comptes/{ids['Inès']}", {"role-editor": "oui", "actif": "oui"}, status=400)
    assert "soi-même" in refused


def test_a_session_that_lay_still_for_too_long_has_ended(newsroom: Newsroom, enter: Enter) -> None:
    ines = enter("Inès")
    with transaction(newsroom.engine) as db:
        db.execute(sessions.update().values(seen_at="2020-01-01T00:00:00.000000+00:00"))
    assert ines.client.get("/", follow_redirects=False).status_code == 303
