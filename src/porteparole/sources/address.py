"""Which web addresses may be fetched: what a person typed, and where it leads."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection

from yarl import URL

from porteparole.notice import PorteParoleError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000
# Global unicast; everything else of IPv6 is local, multicast, reserved, or holds an IPv4 address
# (::/96, ::ffff:0:0/96, 64:ff9b::/96). https://www.iana.org/assignments/ipv6-address-space
_IPV6 = ipaddress.IPv6Network("2000::/3")
# Global by name, yet leading elsewhere or nowhere: relays from IPv6 to IPv4 and back (RFC 7526), Teredo and
# the other protocol assignments (RFC 2928), documentation (RFC 9637).
_IPV6_REFUSED = tuple(ipaddress.IPv6Network(net) for net in ("2001::/23", "2002::/16", "3fff::/20"))
_IPV4_REFUSED = tuple(ipaddress.IPv4Network(net) for net in ("192.0.0.0/24", "192.88.99.0/24"))


def web_address(text: str, base: URL | None = None, *, ports: Collection[int] = ()) -> URL:
    """Return the address that a person typed, or that a redirect from ``base`` names, without its fragment.

    ``ports`` are taken beside 80 and 443.

    Raises:
        PorteParoleError: it is no address of the web, holds a user name or a password, or names a port that
            is not the web's.
    """
    text = text.strip().strip("<>")
    try:
        url = base.join(URL(text)) if base else URL(text)
        port = url.port
    except (ValueError, TypeError):
        raise PorteParoleError("sources-no-address", address=text[:200]) from None
    if len(text) > _LONGEST or any(character.isspace() for character in text):
        raise PorteParoleError("sources-no-address", address=text[:200])
    if url.scheme not in _PORTS or not url.host:
        raise PorteParoleError("sources-no-address", address=text[:200])
    if url.user is not None or url.password is not None:
        raise PorteParoleError("sources-with-password")
    if port != _PORTS[url.scheme] and port not in ports:
        raise PorteParoleError("sources-port", port=str(port))
    return url.with_fragment(None)


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public internet.

    Private, loopback, link-local, multicast, reserved and shared addresses are not, nor is an IPv6 address
    that stands for an IPv4 one (mapped, NAT64, 6to4, Teredo): behind it may be any of these.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if not parsed.is_global or parsed.is_multicast or parsed.is_reserved:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return not any(parsed in network for network in _IPV4_REFUSED)
    if parsed.scope_id is not None:
        return False
    return parsed in _IPV6 and not any(parsed in network for network in _IPV6_REFUSED)
