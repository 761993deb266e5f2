"""Refused addresses: however they are written, whatever a name turns out to be, no connection is opened."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch import fetch
from pipeline.fetch.addresses import Target, address_problem, read_target
from schemas.source import Refusal
from tests.pipeline.fetch.conftest import Connections

WRITTEN = {
    "private_address": [
        "http://127.0.0.1/",
        "http://127.1.2.3/",
        "http://0.0.0.0/",
        "http://0.1.2.3/",
        "http://10.0.0.1/",
        "http://10.255.255.254/admin",
        "http://172.16.0.1/",
        "http://172.31.255.1/",
        "http://192.168.1.1/",
        "http://169.254.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://169.254.170.2/v2/credentials",
        "http://100.64.0.1/",
        "http://100.127.255.255/",
        "http://100.100.100.200/latest/meta-data/",
        "http://168.63.129.16/machine",
        "http://192.0.0.192/opc/v2/",
        "http://192.0.2.7/",
        "http://198.18.0.1/",
        "http://198.51.100.4/",
        "http://203.0.113.9/",
        "http://192.88.99.1/",
        "http://224.0.0.1/",
        "http://239.255.255.250:80/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://[::]/",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::ffff:8.8.8.8]/",
        "http://[::127.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:808:808::1]/",
        "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::8.8.8.8]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[2001:db8::1]/",
        "http://[3fff::1]/",
        "http://[100::1]/",
        "http://[2a00:1450:4007:80f:0:5efe:10.0.0.1]/",
    ],
    "odd_address": [
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.1./",
        "http://127.0.0.01/",
        "http://0/",
        "http://0x/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://127．0．0．1/",
        "http://127｡0｡0｡1/",
        "http://①②⑦.0.0.1/",
        "http://127%2e0%2e0%2e1/",
        "http://%31%32%37.0.0.1/",
        "http://loc%61lhost/",
        "http://300.1.1.1/",
        "http://1.2.3.4.5/",
        "http://example.0x7f/",
        "http://[1.2.3.4]/",
        "http://[v1.fe]/",
        "http://ⓔxample.com/",
    ],
    "private_name": [
        "http://localhost/",
        "http://LOCALHOST/",
        "http://localhost./",
        "http://x.localhost/",
        "http://intranet/",
        "http://printer.local/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://router.home.arpa/",
        "http://wiki.corp/",
    ],
    "credentials_in_url": [
        "http://user:password@example.com/",
        "http://user@example.com/",
        "http://example.com@127.0.0.1/",
        "https://www.example.com:443@10.0.0.1/",
        "http://@127.0.0.1/",
    ],
    "bad_scheme": [
        "file:///etc/passwd",
        "ftp://example.com/a",
        "gopher://127.0.0.1:6379/_INFO",
        "javascript:alert(1)",
        "data:text/html,<p>x",
        "dict://127.0.0.1:11211/",
        "ws://example.com/",
        "unix:/var/run/docker.sock",
        "jar:http://example.com/!/",
    ],
    "forbidden_port": [
        "http://example.com:22/",
        "http://example.com:6379/",
        "https://example.com:8443/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http://8.8.8.8:53/",
        "http://93.184.215.14:8080/",
    ],
    "bad_url": [
        "",
        "   ",
        "http://",
        "http:///path",
        "http:example.com",
        "//example.com/",
        "www.example.com/article",
        "http://exa mple.com/",
        "http://example.com/a\nHost: evil",
        "http://example.com/\x00",
        "http://example.com\\@127.0.0.1/",
        "http://a..example.com/",
        "http://-x.example.com/",
        "http://example.com:80:80/",
        "http://example.com:port/",
        "http://[::1]x/",
        "http://[::1/",
        "http://" + "a" * 64 + ".com/",
        "http://example.com/" + "a" * 9_000,
        "http://exam\ud800ple.com/",
        "http://exam\u202eple.com/",
    ],
}
CASES = [(code, url) for code, urls in WRITTEN.items() for url in urls]

# What a name may turn out to be. None of these may be connected to.
RESOLVED = [
    *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.20.0.5", "192.168.0.10", "169.254.169.254", "100.64.9.9"),
    *("192.0.0.8", "198.19.255.1", "224.0.0.251", "255.255.255.255", "168.63.129.16", "::1", "::", "fe80::1%eth0"),
    *("fd12:3456::1", "::ffff:10.0.0.1", "2002:a00:1::1", "64:ff9b::a9fe:a9fe", "2001::1", "ff05::2", "not-an-address"),
]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
    assert len({url for _, url in CASES}) == len(CASES)


@pytest.mark.parametrize(("code", "url"), CASES)
def test_a_refused_spelling_is_not_even_looked_up(code: str, url: str, connections: Connections) -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    refused = fetch(url, allow_loopback=False, resolver=resolver)

    assert isinstance(refused, Refusal)
    assert (refused.code, asked, connections) == (code, [], [])


@pytest.mark.parametrize("address", RESOLVED)
def test_a_name_that_leads_inside_opens_no_connection(address: str, connections: Connections) -> None:
    refused = fetch("http://news.example.com/", allow_loopback=False, resolver=lambda host, port: [address])
    assert isinstance(refused, Refusal)
    assert refused.code == "private_address"
    assert connections == []


def test_one_bad_address_among_good_ones_condemns_the_name(connections: Connections) -> None:
    refused = fetch(
        "http://news.example.com/", allow_loopback=False, resolver=lambda host, port: ["93.184.215.14", "10.0.0.1"]
    )
    assert isinstance(refused, Refusal)
    assert (refused.code, connections) == ("private_address", [])


@pytest.mark.parametrize(
    "url",
    [
        *("http://10.0.0.1:8000/", "http://169.254.169.254/", "http://[fe80::1]/", "http://[::ffff:127.0.0.1]/"),
        *("http://0.0.0.0:8000/", "http://2130706433/", "http://printer.local/", "http://u:p@127.0.0.1/"),
        *("http://127.1/", "http://[2002:7f00:1::]/", "http://93.184.215.14:8000/"),
    ],
)
def test_the_test_setting_lets_nothing_through_but_loopback(url: str, connections: Connections) -> None:
    assert isinstance(fetch(url, allow_loopback=True), Refusal)
    assert connections == []


def test_a_public_name_on_an_odd_port_stays_refused_under_the_test_setting(connections: Connections) -> None:
    refused = fetch("http://x.example.com:81/", allow_loopback=True, resolver=lambda host, port: ["93.184.215.14"])
    assert isinstance(refused, Refusal)
    assert (refused.code, connections) == ("forbidden_port", [])


@pytest.mark.parametrize(
    ("url", "host", "read"),
    [
        ("https://www.example.com/a?b=c#d", "www.example.com", "https://www.example.com/a?b=c"),
        ("HTTPS://EXAMPLE.COM.:443/", "example.com", "https://example.com/"),
        ("http://8.8.8.8/", "8.8.8.8", "http://8.8.8.8/"),
        ("http://[2606:4700::1111]/", "2606:4700::1111", "http://[2606:4700::1111]/"),
        ("https://élysée.example.fr/é", "xn--lyse-9oad.example.fr", "https://xn--lyse-9oad.example.fr/%C3%A9"),
        ("https://a_b.example.com/", "a_b.example.com", "https://a_b.example.com/"),
        (" \u200bhttps://example.com/x\u00a0\n", "example.com", "https://example.com/x"),
    ],
)
def test_public_addresses_are_let_through(url: str, host: str, read: str) -> None:
    target = read_target(url)
    assert isinstance(target, Target)
    assert (target.host, target.url) == (host, read)


def test_other_ports_are_a_setting() -> None:
    assert isinstance(read_target("http://example.com:8080/", ports=(80, 443, 8080)), Target)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "93.184.215.14", "2606:4700::1111", "2a00:1450:4007:80f::200e"]
)
def test_public_addresses_have_no_problem(address: str) -> None:
    assert address_problem(address) is None


@given(st.integers(0, 2**32 - 1))
def test_every_ipv4_address_inside_another_form_is_refused(number: int) -> None:
    for prefix in (0, 0xFFFF << 32, 0x64FF9B << 96, 0x5EFE << 32 | 0x2A00_1450 << 96):
        assert address_problem(_v6(prefix | number)) == "private_address"
    assert address_problem(_v6(0x2002 << 112 | number << 80 | 1)) == "private_address"


@given(st.text(max_size=60))
def test_any_text_is_either_a_target_or_a_reason(text: str) -> None:
    for url in (text, f"http://{text}", f"https://{text}/", f"http://example.com/{text}"):
        target = read_target(url)
        assert isinstance(target, str) or target.url.startswith(("http://", "https://"))


def _v6(number: int) -> str:
    return str(ipaddress.IPv6Address(number))
