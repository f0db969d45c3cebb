"""Which addresses are fetched, and which addresses of the internet are public."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.notice import PorteParoleError
from porteparole.sources.address import is_public, web_address


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255
    192.0.0.9 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1
    240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1
    64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:808:808::1 3fff::1 5f00::1
    fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 2606:4700::1%eth0 fec0::1 ff02::1 ff0e::1 localhost""".split(),
)
def test_what_is_not_the_public_internet_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", "8.8.8.8 192.0.1.1 172.32.0.1 2606:4700::1111 2a00:1450::1".split())
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_no_spelling_of_an_ipv4_address_in_ipv6_is_public(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    for prefix, shift in (("::", 0), ("::ffff:0:0", 0), ("64:ff9b::", 0), ("2002::", 80)):
        inside = ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) | number << shift)
        assert not is_public(str(inside))


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
def test_nothing_that_python_calls_private_is_public(address: ipaddress.IPv4Address) -> None:
    if not address.is_global or address.is_multicast or address.is_loopback or address.is_link_local:
        assert not is_public(str(address))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "sources-no-address"),
        ("journal.example/une", "sources-no-address"),
        ("ftp://journal.example/", "sources-no-address"),
        ("file:///etc/passwd", "sources-no-address"),
        ("javascript:alert(1)", "sources-no-address"),
        ("https://", "sources-no-address"),
        ("https:///une", "sources-no-address"),
        ("https://journal.example/deux mots", "sources-no-address"),
        ("https://journal.example:99999/", "sources-no-address"),
        ("https://journal.example/" + "x" * 2000, "sources-no-address"),
        ("https://marie:secret@journal.example/", "sources-with-password"),
        ("https://journal.example@127.0.0.1/", "sources-with-password"),
        ("https://journal.example:22/", "sources-port"),
        ("https://journal.example:80/", "sources-port"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(text: str, key: str) -> None:
    with pytest.raises(PorteParoleError) as caught:
        web_address(text)
    assert caught.value.notice.key == key
    assert "secret" not in str(caught.value.notice)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (" https://journal.example/une#haut ", "https://journal.example/une"),
        ("<https://journal.example/>", "https://journal.example/"),
        ("HTTP://Journal.Example/", "http://journal.example/"),
        ("https://journal.example:443/une", "https://journal.example/une"),
        ("https://écho.example/été?q=grève", "https://xn--cho-9la.example/%C3%A9t%C3%A9?q=gr%C3%A8ve"),
    ],
)
def test_addresses_are_taken_as_people_write_them(text: str, url: str) -> None:
    assert str(web_address(text)) == url


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_sentence(text: str) -> None:
    try:
        url = web_address(text)
    except PorteParoleError:
        return
    assert url.scheme in {"http", "https"} and url.host
