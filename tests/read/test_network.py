from __future__ import annotations

import ipaddress
import socket
from types import SimpleNamespace
from typing import Any

import httpcore
import pytest

from communique.read import network
from communique.read.network import PublicBackend, Refused, checked_addresses, is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_tells_public_addresses(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def resolver(*addresses: str) -> Any:
    def resolve(host: str, port: int, *args: Any, **options: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return resolve


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("93.184.216.34", "10.0.0.1"))
    with pytest.raises(Refused, match=r"'trap\.example' is at 10\.0\.0\.1"):
        checked_addresses("trap.example", 80)
    assert checked_addresses("trap.example", 80, allow_private=True) == ["93.184.216.34", "10.0.0.1"]


def test_a_name_that_does_not_resolve_is_a_connection_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **options: Any) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(httpcore.ConnectError, match=r"'nowhere\.example' does not resolve"):
        checked_addresses("nowhere.example", 80)


def test_the_checked_address_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to a public address first and to a private one afterwards gains nothing."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: resolver(*next(answers))(*args[:2]))
    connected: list[str] = []

    def connect(self: object, host: str, *args: Any, **options: Any) -> httpcore.NetworkStream:
        connected.append(host)
        return httpcore.MockStream([])

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    PublicBackend(5.0, allow_private=False).connect_tcp("rebinding.example", 80)
    assert connected == ["93.184.216.34"]


def test_the_next_address_is_tried_where_one_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("93.184.216.34", "93.184.216.35"))
    connected: list[str] = []

    def connect(self: object, host: str, *args: Any, **options: Any) -> httpcore.NetworkStream:
        connected.append(host)
        if host.endswith("34"):
            raise httpcore.ConnectError("refused")
        return httpcore.MockStream([b"x"])

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    assert PublicBackend(5.0, allow_private=False).connect_tcp("two.example", 80).read(1) == b"x"
    assert connected == ["93.184.216.34", "93.184.216.35"]


def test_time_runs_out_over_all_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 4.0, 6.0])
    monkeypatch.setattr(network, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    monkeypatch.setattr(socket, "getaddrinfo", resolver("93.184.216.34"))
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda *args, **options: httpcore.MockStream([b"x", b"y"]))
    stream = PublicBackend(5.0, allow_private=False).connect_tcp("slow.example", 80)
    assert stream.read(1) == b"x"
    with pytest.raises(httpcore.ReadTimeout, match="takes too long"):
        stream.read(1)
