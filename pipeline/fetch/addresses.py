"""Which addresses a fetch may connect to. Pure: reads text, opens nothing.

Two gates, both must open. `read_target` judges the URL as it is written, before any look-up; `address_problem` judges
each address that the name turned out to have, at the moment of connecting. The second one is the one that counts; the
first says earlier, and more clearly, what is wrong.
"""

import ipaddress
import re
import unicodedata
from collections.abc import Container
from typing import Literal

import httpx2

from schemas.base import Closed

__all__ = ["DEFAULT_PORTS", "AddressProblem", "Target", "address_problem", "is_numeric", "read_target"]

# Codes of pipeline.fetch.refusals.
AddressProblem = Literal[
    "bad_url", "bad_scheme", "credentials_in_url", "odd_address", "forbidden_port", "private_name", "private_address"
]

DEFAULT_PORTS: dict[str, int] = {"http": 80, "https": 443}
_URL_MAX_CHARS = 8_192
_SHAPE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?")
_AUTHORITY = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?")
_NUMBER = re.compile(r"\d+|0[xX][0-9a-fA-F]*")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# What comes along, unseen, when an address is copied.
_AROUND = " \t\r\n\f\u00a0\u200b\u2060\ufeff"
_FULL_STOPS = str.maketrans("。．｡․", "....")
_PRIVATE_SUFFIXES = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "corp",
    "home",
    "home.arpa",
    "private",
    "onion",
)

# The registries of special-purpose addresses, and what they leave out: multicast, forms that carry an IPv4 address
# inside (they would reach where the plain form may not), and the one cloud platform address in public space.
_REFUSED_V4 = tuple(
    ipaddress.IPv4Network(one)
    for one in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16"),
        *("192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",
    )
)
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")
_REFUSED_V6 = tuple(
    ipaddress.IPv6Network(one)
    for one in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "3ffe::/16")
)
_ISATAP = (0x00005EFE, 0x02005EFE)


class Target(Closed):
    """A URL that may be asked for: http or https, host in ASCII (punycode), lower case, no fragment."""

    url: str
    scheme: str
    host: str
    port: int


class _Refused(Exception):
    def __init__(self, problem: AddressProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def read_target(
    url: str, *, ports: Container[int] = (80, 443), allow_loopback: bool = False
) -> Target | AddressProblem:
    """The target a URL names, or why it may not be asked for. `ports` are those allowed everywhere.

    With `allow_loopback`, names and ports that can only be judged once resolved are let through to `address_problem`.
    """
    try:
        text = url.strip(_AROUND)
        scheme, authority = _split(text)
        host, port = _host_and_port(authority, allow_loopback=allow_loopback)
        port = port or DEFAULT_PORTS[scheme]
        if not (allow_loopback or port in ports):
            return "forbidden_port"
        return _target(text, scheme, host, port)
    except _Refused as refused:
        return refused.problem


def address_problem(address: str, *, allow_loopback: bool = False) -> AddressProblem | None:
    """Why no connection may go to this numeric address; None when it may. Anything unreadable is refused."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "odd_address"
    if isinstance(parsed, ipaddress.IPv4Address):
        if allow_loopback and parsed.is_loopback:
            return None
        refused = any(parsed in network for network in _REFUSED_V4) or not parsed.is_global
        return "private_address" if refused else None
    if parsed.scope_id is not None:
        return "private_address"
    if allow_loopback and parsed == ipaddress.IPv6Address("::1"):
        return None
    return "private_address" if _is_refused_v6(parsed) else None


def is_numeric(host: str) -> bool:
    """Whether a host is an address already and needs no look-up."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_refused_v6(address: ipaddress.IPv6Address) -> bool:
    # Only 2000::/3 is handed out: mapped, NAT64, site-local, unique local, link-local and multicast lie outside it.
    if address not in _PUBLIC_V6 or any(address in network for network in _REFUSED_V6) or not address.is_global:
        return True
    return (int(address) >> 32) & 0xFFFFFFFF in _ISATAP


def _split(text: str) -> tuple[str, str]:
    if not text or len(text) > _URL_MAX_CHARS or not text.isprintable() or " " in text:
        raise _Refused("bad_url")
    shape = _SHAPE.match(text)
    if shape is None:
        raise _Refused("bad_url")
    if shape[1].lower() not in DEFAULT_PORTS:
        raise _Refused("bad_scheme")
    if not shape[2] or "\\" in shape[2]:
        raise _Refused("bad_url")
    if "@" in shape[2]:
        raise _Refused("credentials_in_url")
    return shape[1].lower(), shape[2]


def _host_and_port(authority: str, *, allow_loopback: bool) -> tuple[str, int | None]:
    split = _AUTHORITY.fullmatch(authority)
    if split is None or not split[1]:
        raise _Refused("bad_url")
    host = _read_host(split[1], allow_loopback=allow_loopback)
    port = int(split[2]) if split[2] else None
    if port is not None and not 0 < port <= 65_535:
        raise _Refused("forbidden_port")
    return host, port


def _read_host(raw: str, *, allow_loopback: bool) -> str:
    if raw.startswith("["):
        return _read_v6(raw[1:-1], allow_loopback=allow_loopback)
    plain = unicodedata.normalize("NFKC", raw).translate(_FULL_STOPS).lower().rstrip(".")
    if "%" in plain:
        raise _Refused("odd_address")
    if not _NUMBER.fullmatch(plain.rpartition(".")[2]):
        return _read_name(raw, plain, allow_loopback=allow_loopback)
    # What ends in a number is an address, and an address has one spelling here.
    if plain != raw or not _is_dotted_quad(plain):
        raise _Refused("odd_address")
    return _admitted(plain, allow_loopback=allow_loopback)


def _read_name(raw: str, plain: str, *, allow_loopback: bool) -> str:
    try:
        host = httpx2.URL(scheme="https", host=raw.rstrip(".")).raw_host.decode("ascii").lower()
    except (httpx2.InvalidURL, UnicodeError):
        # A host that only its compatibility form makes readable is written to be misread.
        raise _Refused("bad_url" if plain == raw.lower() else "odd_address") from None
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise _Refused("bad_url")
    private = "." not in host or any(host == one or host.endswith(f".{one}") for one in _PRIVATE_SUFFIXES)
    if private and not (allow_loopback and host.rpartition(".")[2] == "localhost"):
        raise _Refused("private_name")
    return host


def _read_v6(inside: str, *, allow_loopback: bool) -> str:
    try:
        address = ipaddress.IPv6Address(inside)
    except ValueError:
        raise _Refused("odd_address") from None
    return _admitted(str(address), allow_loopback=allow_loopback)


def _admitted(address: str, *, allow_loopback: bool) -> str:
    problem = address_problem(address, allow_loopback=allow_loopback)
    if problem is not None:
        raise _Refused(problem)
    return address


def _is_dotted_quad(text: str) -> bool:
    try:
        return str(ipaddress.IPv4Address(text)) == text
    except ValueError:
        return False


def _target(text: str, scheme: str, host: str, port: int) -> Target:
    try:
        url = httpx2.URL(text).copy_with(scheme=scheme, host=host, fragment=None)
    except (httpx2.InvalidURL, UnicodeError):
        raise _Refused("bad_url") from None
    # The client reads the URL once more: what it will ask for must be what was judged.
    if url.raw_host.decode("ascii").lower() != host or (url.port or DEFAULT_PORTS[scheme]) != port:
        raise _Refused("bad_url")
    return Target(url=str(url), scheme=scheme, host=host, port=port)
