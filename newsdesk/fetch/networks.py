"""Which networks may be asked: public ones, and those that the user allows. Pure."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NAT64 = ip_network("64:ff9b::/96")
"""Addresses that stand for one of IPv4 (RFC 6052)."""


def is_private(address: str, allowed: Iterable[str]) -> bool:
    """Whether an IP address is on no public network - this machine, the local network, a link - and not allowed either.

    An address that only wraps one of IPv4 is as private as that.

    Args:
        address: as `socket` writes it.
        allowed: networks, as `ipaddress` writes them.
    """
    ip = _unwrapped(ip_address(address.partition("%")[0]))
    if ip.is_global and not ip.is_multicast:
        return False
    return not any(ip in ip_network(network) for network in allowed)


def private_name(host: str, allowed: Iterable[str]) -> str | None:
    """The private address that a host's name says by itself, without anybody being asked: `127.1`, `localhost`; None when it says none."""
    if host.rstrip(".").rpartition(".")[2] == "localhost":
        host = "127.0.0.1"
    try:
        found = str(ip_address(host))
    except ValueError:
        try:
            found = socket.inet_ntoa(socket.inet_aton(host))  # the short ways to write one: 127.1, 0x7f000001
        except (OSError, UnicodeError):
            return None
    return found if is_private(found, allowed) else None


def _unwrapped(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    teredo = ip.teredo
    return ip.ipv4_mapped or ip.sixtofour or (teredo[1] if teredo else None) or ip
