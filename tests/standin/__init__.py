"""A stand-in for a model provider: a real HTTP server that speaks the OpenAI protocol. It lives in tests only.

Its replies are made up. Nothing it says was written by a model, and no product code may import it.
"""

from tests.standin.faults import Fault, FaultKind, Faults
from tests.standin.obeying import obey
from tests.standin.recordings import Recordings
from tests.standin.request import Request
from tests.standin.server import Call, StandIn

__all__ = ["Call", "Fault", "FaultKind", "Faults", "Recordings", "Request", "StandIn", "obey"]
