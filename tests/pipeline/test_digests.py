"""A digest names what was given: the same for the same, another for another."""

from pipeline.digests import digest_house, digest_json
from pipeline.settings import load_settings


def test_a_house_has_the_digest_of_its_settings_also_when_many_were_asked_of() -> None:
    ours = load_settings({}).house
    others = [ours.model_copy(update={"name": f"Maison {n}"}) for n in range(20)]
    assert [digest_house(one) for one in (ours, *others)] == [digest_json(one) for one in (ours, *others)]
    assert digest_house(ours) == digest_json(ours)
