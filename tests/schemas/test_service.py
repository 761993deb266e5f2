"""What an operator says once holds for every model, but for what is said of one."""

from schemas.service import ProviderLimits, Service


def test_a_model_keeps_what_is_said_of_all_where_it_says_nothing_else() -> None:
    service = Service(
        provider=ProviderLimits(concurrency=4, deadline_s=30, tokens_per_minute=1000),
        models={"one": ProviderLimits(requests_per_minute=60, deadline_s=180)},
    )
    # What it says stands, also where it is what would hold without a word.
    changed = {"requests_per_minute": 60, "deadline_s": 180}
    assert service.limits("one") == service.provider.model_copy(update=changed)
    assert service.limits("other") == service.provider
