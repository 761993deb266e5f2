"""The bodies that go over the wire."""

import json
from typing import Any

__all__ = ["STATUS_FAULTS", "completion", "error_body", "misbehaved"]

Body = dict[str, Any]


def error_body(message: str, code: str | None = None, param: str | None = None) -> Body:
    return {"error": {"message": message, "type": "error", "code": code, "param": param}}


# The key in the 401 is what a careless provider would echo.
STATUS_FAULTS: dict[str | None, tuple[int, Body]] = {
    "rate_limited": (429, error_body("slow down", "rate_limit_exceeded")),
    "no_credit": (429, error_body("You exceeded your current quota", "insufficient_quota")),
    "broken": (500, error_body("boom")),
    "unavailable": (503, error_body("overloaded")),
    "wrong_key": (401, error_body("Incorrect API key provided: sk-echoed-secret-0123456789", "invalid_api_key")),
    "forbidden": (403, error_body("country not supported")),
    "unknown_model": (404, error_body("The model does not exist", "model_not_found")),
    "bad_request": (400, error_body("This request makes no sense, Bearer sk-echoed-secret-0123456789")),
    "no_temperature": (
        400,
        error_body("Unsupported value: 'temperature' does not support 0.0", "unsupported_value", "temperature"),
    ),
}


def completion(model: str, content: str, tokens_in: int, cached: int, tokens_out: int) -> Body:
    """A chat completion that ends well."""
    return {
        "id": "chatcmpl-standin",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": content, "refusal": None},
            }
        ],
        "usage": {
            "prompt_tokens": tokens_in,
            "completion_tokens": tokens_out,
            "total_tokens": tokens_in + tokens_out,
            "prompt_tokens_details": {"cached_tokens": cached},
        },
    }


def misbehaved(kind: str | None, content: str, answer: Body) -> Body:
    """The completion as a fault leaves it; unchanged for faults that do not touch the reply."""
    choice = answer["choices"][0]
    message = choice["message"]
    if kind == "error_in_body":
        return error_body("upstream is down", "502")
    if kind == "refusal":
        message.update(content=None, refusal="I cannot help with that.")
    elif kind == "filtered":
        choice["finish_reason"] = "content_filter"
    elif kind == "too_long":
        choice["finish_reason"] = "length"
        message["content"] = content[: len(content) // 2]
    elif kind == "schema_miss":
        message["content"] = json.dumps(dict(list(json.loads(content).items())[1:]))
    elif kind == "not_json":
        message["content"] = "Voici mon analyse de cet article."
    return answer
