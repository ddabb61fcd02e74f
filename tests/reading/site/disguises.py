"""Words of a note, hidden in a file in every way that a program, an editor or a person may bring about, by accident or
on purpose: each a real file, as its name says.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import codecs
import gzip
import html
import io
import json
import lzma
import quopri
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable
from urllib.parse import quote

PAGE = "<!doctype html><html><head><title>Week</title></head><body><p>Welcome to all of you.</p>{}</body></html>"


def _page(inside: str) -> bytes:
    return PAGE.format(inside).encode()


def _each(text: str, form: str) -> str:
    """Each letter in a form of its own: `{0}` is the letter, `{1}` its number."""
    return "".join(form.format(sign, ord(sign)) for sign in text)


def _bytes_each(text: str, form: str) -> str:
    return "".join(form.format(byte) for byte in text.encode())


def _utf16_each(text: str, form: str) -> str:
    raw = text.encode("utf-16-be")
    return "".join(form.format(int.from_bytes(raw[at : at + 2], "big")) for at in range(0, len(raw), 2))


def _wrapped(text: str, width: int = 76) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def zipped(
    files: dict[str, bytes], comment: bytes = b"", extra: bytes = b"", method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", method) as opened:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.extra = method, extra
            opened.writestr(entry, content)
        opened.comment = comment
    return archive.getvalue()


def _unlisted(text: str) -> bytes:
    """A file in a ZIP whose list says nothing of it."""
    hidden = zipped({"notes.txt": text.encode()})
    return hidden[: hidden.index(b"PK\x01\x02")] + zipped({"page.html": _page("")})


def tar_of(text: str) -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as opened:
        entry = tarfile.TarInfo("notes.txt")
        entry.size = len(text.encode())
        opened.addfile(entry, io.BytesIO(text.encode()))
    return archive.getvalue()


def docx(text: str, part: str = "word/document.xml") -> bytes:
    """Words in a Word file, each of its letters but the first few in a run of its own."""
    runs = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{html.escape(text[at : at + 5])}</w:t></w:r>" for at in range(0, len(text), 5)
    )
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>{runs}</w:p></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>", part: body.encode()})


def epub(text: str) -> bytes:
    return zipped({"mimetype": b"application/epub+zip", "EPUB/notes.xhtml": _page(f"<p>{html.escape(text)}</p>")})


def png(chunks: Iterable[tuple[bytes, bytes]], behind: bytes = b"") -> bytes:
    """A picture of one black point, with parts of its own."""

    def part(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    head = part(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
    inside = b"".join(part(*chunk) for chunk in chunks)
    return b"\x89PNG\r\n\x1a\n" + head + inside + part(b"IDAT", zlib.compress(b"\0\0")) + part(b"IEND", b"") + behind


def jpeg(marker: int, content: bytes) -> bytes:
    return b"\xff\xd8\xff" + bytes([marker]) + (len(content) + 2).to_bytes(2, "big") + content + b"\xff\xd9"


def gif(text: str) -> bytes:
    raw = text.encode()
    blocks = b"".join(bytes([len(raw[at : at + 255])]) + raw[at : at + 255] for at in range(0, len(raw), 255))
    return b"GIF89a\1\0\1\0\0\0\0!\xfe" + blocks + b"\0;"


def webp(kind: bytes, content: bytes) -> bytes:
    part = kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
    return b"RIFF" + (len(part) + 4).to_bytes(4, "little") + b"WEBP" + part


def _selected(text: str) -> str:
    """Bytes as selectors of variants, behind a sign."""
    return "☎" + "".join(chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16) for byte in text.encode())


def _zero_width(text: str) -> str:
    return "".join("\u200c" if bit == "1" else "\u200b" for byte in text.encode() for bit in f"{byte:08b}")


def _morse(text: str) -> str:
    from curriculum.verify.written import SIGNS  # noqa: PLC0415

    of = {letter: signs for signs, letter in SIGNS.items()}
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return " / ".join(" ".join(of[sign] for sign in word if sign in of) for word in plain.split())


def _dressed(text: str, first: int, capital: int) -> str:
    """Letters that Unicode has a second time, without accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(
        chr(ord(sign) - 97 + first) if sign.islower() else chr(ord(sign) - 65 + capital) if sign.isupper() else sign
        for sign in plain
    )


def _alike(text: str) -> str:
    return text.translate(str.maketrans("aceopxyi", "асеорхуі"))


def _yenc(text: str) -> bytes:
    raw = bytes((byte + 42) & 255 for byte in text.encode())
    for sign in (0, 10, 13, 61):
        raw = raw.replace(bytes([sign]), bytes([61, (sign + 64) & 255])) if sign != 61 else raw
    return b"=ybegin line=128 size=%d name=notes\r\n%s\r\n=yend size=%d\r\n" % (len(raw), raw, len(raw))


def _named(sign: str) -> str:
    return rf"\N{{{unicodedata.name(sign)}}}"


def _uu(text: str) -> bytes:
    raw = text.encode()
    lines = b"".join(binascii.b2a_uu(raw[at : at + 45]) for at in range(0, len(raw), 45))
    return b"begin 644 notes.txt\n" + lines + b"`\nend\n"


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def _mime(text: str) -> bytes:
    return b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(text.encode(), quotetabs=True)


Disguise = Callable[[str], bytes]
HTML: dict[str, Disguise] = {
    "plain.html": lambda text: _page(f"<p>{text}</p>"),
    "named-entities.html": lambda text: _page(
        "".join(
            f"&{html.entities.codepoint2name.get(ord(s), '')};" if ord(s) in html.entities.codepoint2name else s
            for s in text
        )
    ),
    "decimal-entities.html": lambda text: _page(_each(text, "&#{1};")),
    "hexadecimal-entities.html": lambda text: _page(_each(text, "&#x{1:X};")),
    "padded-entities.html": lambda text: _page(_each(text, "&#0000{1};")),
    "entities-without-end.html": lambda text: _page(_each(text, "&#{1} ")),
    "entities-twice.html": lambda text: _page(html.escape(_each(text, "&#{1};"))),
    "entities-three-times.html": lambda text: _page(html.escape(html.escape(_each(text, "&#{1};")))),
    "a-tag-in-each-word.html": lambda text: _page(
        "".join(f"{sign}<b class='x'></b>" if at % 3 == 0 else sign for at, sign in enumerate(text))
    ),
    "a-span-for-each-letter.html": lambda text: _page(_each(text, '<span style="color:red">{0}</span>')),
    "comments-in-words.html": lambda text: _page(
        "".join(f"{sign}<!-- x > y -->" if at % 4 == 0 else sign for at, sign in enumerate(text))
    ),
    "in-a-comment.html": lambda text: _page(f"<!-- {text} -->"),
    "scripts-in-words.html": lambda text: _page(
        "".join(f"{s}<script>var abcdefgh=1</script>" if at % 9 == 0 else s for at, s in enumerate(text))
    ),
    "soft-hyphens.html": lambda text: _page("\u00ad".join(text)),
    "soft-hyphen-entities.html": lambda text: _page("&shy;".join(text)),
    "word-breaks.html": lambda text: _page("<wbr>".join(text)),
    "zero-width.html": lambda text: _page("\u200b\u2060\ufeff".join(text)),
    "no-break-spaces.html": lambda text: _page(text.replace(" ", "\u00a0\u202f")),
    "a-line-for-each-letter.html": lambda text: _page("\r\n".join(text)),
    "table-cells.html": lambda text: _page("<table><tr>" + _each(text, "<td>{0}</td>") + "</tr></table>"),
    "capitals.html": lambda text: _page(text.upper()),
    "mixed-case.html": lambda text: _page("".join(s.upper() if at % 2 else s.lower() for at, s in enumerate(text))),
    "attribute.html": lambda text: _page(f'<img alt="{html.escape(text)}">'),
    "data-attribute.html": lambda text: _page(f"<p data-note='{html.escape(text)}'></p>"),
    "meta.html": lambda text: _page(f'<meta name="description" content="{html.escape(text)}">'),
    "srcset.html": lambda text: _page(f'<img srcset="{quote(text)}.png 2x">'),
    "json-ld.html": lambda text: _page(f'<script type="application/ld+json">{json.dumps({"text": text})}</script>'),
    "template.html": lambda text: _page(f"<template><p>{text}</p></template><noscript>Hello</noscript>"),
    "cdata.html": lambda text: _page(f"<svg><![CDATA[{text}]]></svg>"),
    "data-address.html": lambda text: _page(f'<a href="data:text/html;base64,{_b64(text.encode())}">x</a>'),
    "data-address-percent.html": lambda text: _page(f'<a href="data:text/html,{_bytes_each(text, "%{:02x}")}">x</a>'),
    "style-content.html": lambda text: _page(
        f'<style>p::before{{content:"{_each(text, chr(92) + "{1:x} ")}"}}</style>'
    ),
    "ruby.html": lambda text: _page("<ruby>" + _each(text, "{0}<rt>reading</rt>") + "</ruby>"),
    "mirrored.html": lambda text: _page(f"<bdo dir=rtl>{text[::-1]}</bdo>"),
}
TEXT: dict[str, Disguise] = {
    "json-escapes.json": lambda text: json.dumps({"words": text}).encode(),
    "every-letter-escaped.js": lambda text: f'var x="{_utf16_each(text, chr(92) + "u{:04x}")}"'.encode(),
    "braces-escaped.js": lambda text: f'var x="{_each(text, chr(92) + "u{{{1:x}}}")}"'.encode(),
    "bytes-escaped.js": lambda text: f'var x="{_bytes_each(text, chr(92) + "x{:02x}")}"'.encode(),
    "octal-escaped.js": lambda text: f'var x="{_bytes_each(text, chr(92) + "{:03o}")}"'.encode(),
    "joined.js": lambda text: ('var x="' + '"+"'.join(text.replace('"', "")) + '"').encode(),
    "joined-with-remarks.js": lambda text: (
        'var x="' + '" /* and then */ + "'.join(text.replace('"', "")) + '"'
    ).encode(),
    "lines-with-remarks.js": lambda text: ('var x="' + '"+ // and then\n"'.join(text.replace('"', "")) + '"').encode(),
    "letters-in-a-list.js": lambda text: json.dumps(list(text), ensure_ascii=False).encode(),
    "numbers.js": lambda text: f"String.fromCharCode({', '.join(str(ord(s)) for s in text)})".encode(),
    "hexadecimal-numbers.js": lambda text: f"[{','.join(hex(b) for b in text.encode())}]".encode(),
    "names-of-letters.py": lambda text: ("x = '" + "".join(_named(sign) for sign in text) + "'").encode(),
    "binary.txt": lambda text: " ".join(f"{b:08b}" for b in text.encode()).encode(),
    "octal.txt": lambda text: " ".join(f"{b:03o}" for b in text.encode()).encode(),
    "search-index.js": lambda text: f'var searchIndex={{"a":{json.dumps(text)}}}\n'.encode(),
    "sitemap.xml": lambda text: f"<urlset><url><loc>https://a.org/{quote(text)}</loc></url></urlset>".encode(),
    "words-in-an-address.txt": lambda text: ("https://a.org/?q=" + quote(text).replace("%20", "+")).encode(),
    "percent-twice.txt": lambda text: quote(quote(_bytes_each(text, "%{:02X}"))).encode(),
    "old-percent.txt": lambda text: _utf16_each(text, "%u{:04x}").encode(),
    "table.csv": lambda text: ('"a","' + text.replace('"', '""') + '"\r\n').encode(),
    "rich.rtf": lambda text: (
        r"{\rtf1 " + _each(text.encode("cp1252", "replace").decode("latin-1"), r"\'{1:02x}") + "}"
    ).encode(),
    "rich-unicode.rtf": lambda text: (r"{\rtf1\ansi " + _utf16_each(text, r"\u{:d}?") + "}").encode(),
    "letter.eml": _mime,
    "every-byte-quoted.eml": lambda text: _wrapped(_bytes_each(text, "={:02X}"), 72).replace("\n", "=\r\n").encode(),
    "base64.eml": lambda text: (
        "Content-Transfer-Encoding: base64\r\n\r\n" + _wrapped(_b64(text.encode())).replace("\n", "\r\n")
    ).encode(),
    "subject.eml": lambda text: (
        "Subject: "
        + "\r\n ".join(f"=?utf-8?B?{_b64(text.encode()[at : at + 42])}?=" for at in range(0, len(text.encode()), 42))
    ).encode(),
    "base64.txt": lambda text: _b64(text.encode()).encode(),
    "base64-for-addresses.txt": lambda text: base64.urlsafe_b64encode(text.encode() + b"\xff\xfe" * 3),
    "base64-in-a-path.txt": lambda text: b"see/x/" + base64.b64encode(text.encode()),
    "base64-short-lines.txt": lambda text: _wrapped(_b64(text.encode()), 20).encode(),
    "base64-in-base64.txt": lambda text: base64.b64encode(base64.b64encode(base64.b64encode(text.encode()))),
    "base64-slashes-escaped.json": lambda text: (
        json.dumps({"x": _b64(text.encode("utf-16"))}).replace("/", r"\/").encode()
    ),
    "base64-of-gzip.txt": lambda text: base64.b64encode(gzip.compress(text.encode())),
    "base32.txt": lambda text: base64.b32encode(text.encode()),
    "base85.txt": lambda text: base64.b85encode(text.encode()),
    "ascii85.txt": lambda text: base64.a85encode(text.encode(), adobe=True),
    "z85.txt": lambda text: base64.b85encode(text.encode()).translate(
        bytes.maketrans(
            b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
            b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#",
        )
    ),
    "uuencoded.txt": _uu,
    "yenc.txt": _yenc,
    "hexadecimal.txt": lambda text: text.encode().hex().encode(),
    "hexadecimal-dump.txt": lambda text: _wrapped(text.encode().hex(" "), 48).encode(),
    "rot13.txt": lambda text: codecs.encode(unicodedata.normalize("NFKD", text), "rot13").encode(),
    "atbash.txt": lambda text: (
        unicodedata.normalize("NFKD", text.lower())
        .translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba"))
        .encode()
    ),
    "morse.txt": lambda text: _morse(text).encode(),
    "parts-of-accents.txt": lambda text: unicodedata.normalize("NFD", text).encode(),
    "wide-letters.txt": lambda text: "".join(chr(ord(s) + 0xFEE0) if "!" <= s <= "~" else s for s in text).encode(),
    "mathematical-letters.txt": lambda text: _dressed(text, 0x1D41A, 0x1D400).encode(),
    "letters-in-circles.txt": lambda text: _dressed(text, 0x24D0, 0x24B6).encode(),
    "letters-of-flags.txt": lambda text: _dressed(text.lower(), 0x1F1E6, 0x1F1E6).encode(),
    "letters-nobody-sees.txt": lambda text: (
        "Hello" + "".join(chr(0xE0000 + ord(s)) for s in text if s.isascii())
    ).encode(),
    "letters-that-look-alike.txt": lambda text: _alike(text).encode(),
    "variation-selectors.txt": lambda text: _selected(text).encode(),
    "zero-width-bits.txt": lambda text: ("Hello" + _zero_width(text)).encode(),
    "read-as-other-bytes.txt": lambda text: text.encode().decode("cp1252", "replace").encode(),
    "notes.md": lambda text: f"---\ntitle: Week\n---\n\n## Arrive {{ #arrive }}\n\n> {text}\n".encode(),
}
BYTES: dict[str, Disguise] = {
    "latin-1.txt": lambda text: text.encode("cp1252", "replace"),
    "mac.txt": lambda text: text.encode("mac-roman", "replace"),
    "dos.txt": lambda text: text.encode("cp850", "replace"),
    "ebcdic.txt": lambda text: text.encode("cp500", "replace"),
    "utf-7.txt": lambda text: text.encode("utf-7"),
    "utf-7-letters.txt": lambda text: b"+" + base64.b64encode(text.encode("utf-16-be")).rstrip(b"=") + b"-",
    "utf-8-mark.txt": lambda text: text.encode("utf-8-sig"),
    "utf-16.txt": lambda text: text.encode("utf-16"),
    "utf-16-big.txt": lambda text: text.encode("utf-16-be"),
    "utf-16-inside.bin": lambda text: b"\x81\x82\xfd" * 31 + text.encode("utf-16-le") + b"\x81\x82\xfd" * 30,
    "utf-16-far-inside.bin": lambda text: b"\x81\x82\xfd" * 3100 + text.encode("utf-16-le") + b"\x81\x82" * 3000,
    "utf-16-big-far-inside.bin": lambda text: b"\x81\x82\xfd" * 3100 + text.encode("utf-16-be") + b"\x81\x82" * 3000,
    "utf-32-far-inside.bin": lambda text: b"\x81\x82\xfd" * 9100 + text.encode("utf-32-le") + b"\x81\x82" * 9000,
    "base64-inside.bin": lambda text: b"\x81\x82\xfd" * 31 + _b64(text.encode()).encode() + b"\x81\x82\xfd" * 30,
    "utf-32.txt": lambda text: text.encode("utf-32"),
    "utf-32-big.txt": lambda text: text.encode("utf-32-be"),
    "in-bytes.bin": lambda text: bytes(range(256)) * 3 + text.encode() + bytes(range(255, -1, -1)),
    "words.gz": lambda text: gzip.compress(text.encode()),
    "second.gz": lambda text: gzip.compress(b"hello") + gzip.compress(text.encode()),
    "cut-off.gz": lambda text: gzip.compress(b"".join(text.encode() + bytes([65 + n % 26]) * 9 for n in range(40)))[
        :-12
    ],
    "sitemap.xml.gz": lambda text: gzip.compress(_page(_each(text, "&#{1};"))),
    "words.zlib": lambda text: zlib.compress(text.encode()),
    "words.deflate": lambda text: raw_deflate(text.encode()),
    "words.bz2": lambda text: bz2.compress(text.encode()),
    "words.xz": lambda text: lzma.compress(text.encode()),
    "words.lzma": lambda text: lzma.compress(text.encode(), lzma.FORMAT_ALONE),
    "zlib-inside.bin": lambda text: b"\x81\x8d" * 40 + zlib.compress(text.encode()),
    "words.tar": tar_of,
    "words.tar.gz": lambda text: gzip.compress(tar_of(text)),
    "words.zip": lambda text: zipped({"notes.txt": text.encode()}),
    "stored.zip": lambda text: zipped({"notes.txt": text.encode()}, method=zipfile.ZIP_STORED),
    "bzip2.zip": lambda text: zipped({"notes.txt": text.encode()}, method=zipfile.ZIP_BZIP2),
    "zip-in-zip.zip": lambda text: zipped({"a.zip": zipped({"b.zip": zipped({"notes.txt": text.encode()})})}),
    "name.zip": lambda text: zipped({f"{text[:120].replace('/', ' ')}.txt": b"hello"}),
    "comment.zip": lambda text: zipped({"a.txt": b"hello"}, comment=text.encode()),
    "extra.zip": lambda text: zipped(
        {"a.txt": b"hello"}, extra=b"xx" + len(text.encode()).to_bytes(2, "little") + text.encode()
    ),
    "unlisted.zip": _unlisted,
    "before.zip": lambda text: text.encode() + zipped({"a.txt": b"hello"}),
    "behind.zip": lambda text: zipped({"a.txt": b"hello"}) + text.encode(),
    "page-in-zip.zip": lambda text: zipped({"index.html": _page(_each(text, "&#{1};"))}),
    "words.docx": docx,
    "remark.docx": lambda text: docx(text, "word/comments.xml"),
    "about.docx": lambda text: docx(text, "docProps/core.xml"),
    "words.odt": lambda text: zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _page(text)}
    ),
    "words.epub": epub,
    "text.png": lambda text: png([(b"tEXt", b"Comment\0" + text.encode("latin-1", "replace"))]),
    "packed-text.png": lambda text: png([(b"zTXt", b"Comment\0\0" + zlib.compress(text.encode("latin-1", "replace")))]),
    "unicode-text.png": lambda text: png([(b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(text.encode()))]),
    "exif.png": lambda text: png([(b"eXIf", b"MM\0*\0\0\0\x08" + text.encode("utf-16-be"))]),
    "behind.png": lambda text: png([], behind=text.encode()),
    "zip-behind.png": lambda text: png([], behind=zipped({"notes.txt": text.encode()})),
    "remark.jpg": lambda text: jpeg(0xFE, text.encode()),
    "xmp.jpg": lambda text: jpeg(
        0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + html.escape(text).encode() + b"</x:xmpmeta>"
    ),
    "exif.jpg": lambda text: jpeg(0xE1, b"Exif\0\0MM\0*UNICODE\0" + text.encode("utf-16-be")),
    "remark.gif": gif,
    "xmp.webp": lambda text: webp(b"XMP ", text.encode()),
    "exif.webp": lambda text: webp(b"EXIF", b"II*\0" + text.encode("utf-16-le")),
    "letters.svg": lambda text: b"<svg><text>%s</text></svg>" % _each(text, "<tspan x='1'>{0}</tspan>").encode(),
    "about.svg": lambda text: f"<svg><metadata>{html.escape(text)}</metadata></svg>".encode(),
}
"""By the name of the file that is made."""
DISGUISES = {**HTML, **TEXT, **BYTES}
