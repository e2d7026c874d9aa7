"""A web address as it was written goes in; what is wrong with it, or its form in 7 bits, comes out.

The rules are those that browsers follow (WHATWG URL, in the Rust library that pydantic brings), and
what they pass over: browsers mend what a printed code does not.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import quote as quote_bytes

from careerkit.content.characters import describe_character
from careerkit.content.excerpt import quote
from careerkit.content.text_faults.crowded_letters import explain_crowded, find_crowded

LONGEST_TO_SCAN = 500
"""An address with more characters has a code too fine for the last rows of a hall."""

COPY_IT = "copy it from the browser's address bar; it begins with https:// and has no spaces"
_NAMING = "a name has a dot, with letters and digits around it; " + COPY_IT
_LEGAL = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")  # RFC 3986, 2
_SAFE = "._~:/?#[]@!$&'()*+,;=%-"
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]+")
_ALMOST = re.compile(
    r"(https?|hxxps?|htt?ps?)\s*[:;]?\s*[/\\]{0,3}\s*(?=[^\s/\\:;])", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+-]*:")
_TOO_MANY = re.compile("https?:///")
_SPACES = frozenset(["Zs", "Zl", "Zp", "Cc", "Cf"])
_JOINERS = "\u200c\u200d"
_ENDINGS = ".,;:!?'\"`’”»>*|…"


def find_fault(address: str) -> tuple[str, str] | None:
    """Return what makes an address impossible, and what to do; None if it is possible."""
    if not address.startswith(("https://", "http://")) or _TOO_MANY.match(address):
        return _find_other_beginning(address)
    if odd := _find_unseen(address):
        path = address.partition("://")[2].partition("/")[2]
        may_belong = odd == " " and odd in path and not _find_unseen(address.removesuffix(path))
        hint = "take it out, or write %20 if it belongs there" if may_belong else "take it out"
        return f"{describe_character(odd)} stands in the address", hint
    if crowded := next(find_crowded(address), ""):
        return explain_crowded(crowded)
    if "\\" in address:
        return "a backslash stands in the address", 'write "/" in its place'
    from pydantic_core import Url  # 12 ms, which most layouts have no use for

    try:
        url = Url(address)
    except ValueError as error:
        return _explain_refusal(address, str(error))
    if url.port == 0:
        return _explain_refusal(address, "port")
    if url.username or url.password:
        return "a name or password stands in the address", 'take out what stands before the "@"'
    return _find_odd_host(address, url.host or "")


def find_doubt(address: str) -> tuple[str, str] | None:
    """Return what makes a possible address suspicious, and what to do; None if nothing does."""
    if "…" in address or address.endswith("..."):
        hint = "copy the whole of it from the browser's address bar"
        # Three full stops end real addresses as well, whose names a website has cut short itself.
        belongs = "" if "…" in address else ", or write %2E%2E%2E if it belongs to the address"
        return "the address is cut short", f"{hint}{belongs}"
    if found := re.search("[,;]+(?=https?://)", address):
        return "these are two addresses", f'give the one before the "{found[0]}" alone'
    last = address[-1]
    if last in _ENDINGS or (last in ")]}" and _is_unopened(address)):
        code = quote_bytes(last, safe="") if last not in "._*" else f"%{ord(last):02X}"
        hint = f"take it out, or write {code} if it belongs to the address"
        return f'the address ends with "{last}"', hint
    if found := re.search("%(?![0-9A-Fa-f]{2}).{0,2}", address):
        return f'"{found[0]}" is no character: two digits follow a "%"', f"{COPY_IT}, or write %25"
    if len(to_ascii(address)) > LONGEST_TO_SCAN:
        message = "the address is so long that its code is too fine to be read from far away"
        return message, 'give a shorter one: often the part before "?" leads to the same page'
    return None


def to_ascii(address: str) -> str:
    """Return an address in 7 bits: the host's name in IDNA, the rest in per cent (RFC 3986).

    One that is so already stays as it is; people are shown what was written.
    """
    if _LEGAL.fullmatch(address):
        return address
    if address.startswith(("https://", "http://")) and find_fault(address) is None:
        from pydantic_core import Url

        address = str(Url(address))
    return quote_bytes(address, safe=_SAFE)


def _find_other_beginning(address: str) -> tuple[str, str]:
    message = f"expected a web address, found {quote(address)}"
    if found := _ALMOST.match(address):
        scheme = "http" if found[1].lower() in ("http", "hxxp", "htp") else "https"
        mended = f"{scheme}://{address[found.end() :]}".replace("\\", "/")
        return message, f"write {quote(mended)}" if find_fault(mended) is None else COPY_IT
    if _SCHEME.match(address) or re.fullmatch(r"[^@\s/]+@[^@\s/]+", address):
        return message, "a web address begins with https://; all else belongs in a text"
    mended = f"https://{address}"
    if re.match(r"[^\s/]+\.[^\s/]+", address) and find_fault(mended) is None:
        return message, f"write {quote(mended)}, if it leads there"
    return message, COPY_IT


def _find_unseen(address: str) -> str:
    """Return the first character that cannot be seen; a joiner between letters is one of theirs."""
    for index, character in enumerate(address):
        if unicodedata.category(character) in _SPACES:
            before = address[index - 1]
            if character not in _JOINERS or not unicodedata.category(before).startswith("M"):
                return character
    return ""


def _explain_refusal(address: str, reason: str) -> tuple[str, str]:
    if "port" in reason:
        return "the port of the address is no number from 1 to 65535", "take it out, or correct it"
    return f"{quote(_host_of(address))} cannot be the name of a website", _NAMING


def _host_of(address: str) -> str:
    return re.split(r"[/?#]", address.partition("://")[2], maxsplit=1)[0]


def _find_odd_host(address: str, host: str) -> tuple[str, str] | None:
    """Return what is wrong with a host's name, as browsers write it (RFC 1123, 2.1)."""
    written = _host_of(address)
    if host in ("http", "https"):
        return "the address begins twice", f'take out the first "{address.partition("://")[0]}://"'
    number = _read_number(host)
    if number and written.startswith(host):
        oneself = number.is_loopback or number.is_unspecified
        return (f"{quote(written)} leads back to one's own machine", COPY_IT) if oneself else None
    labels = host.removesuffix(".").split(".")
    sound = all(map(_LABEL.fullmatch, labels)) and _TOP.fullmatch(labels[-1])
    if len(labels) < 2 or len(host) > 253 or not sound or not written:
        return _explain_refusal(address, "name")
    return None


def _read_number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def _is_unopened(address: str) -> bool:
    """Return whether the last bracket closes none (Wikipedia's addresses end with whole pairs)."""
    closing = address[-1]
    opening = {")": "(", "]": "[", "}": "{"}[closing]
    return address.count(opening) < address.count(closing)
