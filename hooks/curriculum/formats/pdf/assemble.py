"""Parts -> the PDF of a document: a handout, the handouts of a week, a book. Nothing is laid out here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from html import escape

from curriculum.formats.pdf.bookmarks import bookmark_objects
from curriculum.formats.pdf.draft import MOVE, PAGES, TOP, Draft, points
from curriculum.formats.pdf.leads import spots_of
from curriculum.formats.pdf.numbers import number_words
from curriculum.formats.pdf.objects import to_file, written
from curriculum.formats.pdf.part import LaidOut
from curriculum.words.forms import is_mirrored, printed_of
from curriculum.words.paper import Document, Paper

A4 = b"/MediaBox[0 0 595.2756 841.8898]"
LETTER = b"/MediaBox[0 0 612 792]".ljust(len(A4))
LEFT, UP = -8.3622, 49.8898
"""Points from a place on Letter to the same place on A4: the column is nearer to the edge, and more is below it."""
PLACE = re.compile(rb"(\n\d+ 0 obj\n\[(?:\d+ 0 R/XYZ )?)([-.\d]+ *(?: [-.\d]+ *)+?)( 0)?(?=\]\nendobj\n)")
COUNT = re.compile(rb"/Type/Pages/Count (\d+)")
IDENTITY = re.compile(rb"/ID\[<(\w+)><\w+>\]")
MAKER = "Typst"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
<dc:format>application/pdf</dc:format><xmp:CreatorTool>{maker}</xmp:CreatorTool><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
"""What is said of a file, for programs (ISO 16684-1), with the claim to be accessible (ISO 14289-1)."""


def assemble(document: Document, parts: Sequence[LaidOut]) -> bytes:
    """The PDF of a document on Letter, from the parts of its articles in their order, the same bytes every time."""
    draft = Draft()
    starts = starts_of(document, parts)
    count = starts[-1]
    for place, (article, part) in enumerate(zip(document.articles, parts, strict=True)):
        if len(draft.pages) < starts[place]:
            draft.add_blank()
        before, last = (starts[place], count) if document.whole else (0, len(part.pages))
        language = article.language or document.language
        numbers = [number_words(language, before + n, last) for n in range(1, len(part.pages) + 1)]
        spoken = part.language if article.language else b""
        draft.add(part, article.depth, article not in document.articles[:place], numbers, spoken)
    draft.lead(spots_of(document))
    return _finished(draft, document, parts[0])


def starts_of(document: Document, parts: Sequence[LaidOut]) -> list[int]:
    """How many pages are before each article, blank ones too, and how many there are in all."""
    starts, pages = [], 0
    for article, part in zip(document.articles, parts, strict=True):
        pages += pages % 2 if article.recto else 0
        starts.append(pages)
        pages += len(part.pages)
    return [*starts, pages]


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of `assemble` has, read from the root of its pages."""
    found = COUNT.search(pdf)
    return int(found[1]) if found else 0


def on_paper(pdf: bytes, paper: Paper) -> bytes:
    """A PDF of `assemble` on Letter or A4: what is on the pages is moved as a whole, and all places with it.

    Each change takes as much room as before, so that the table of objects stays right.
    """
    if paper is Paper.LETTER:
        return pdf
    id = IDENTITY.findall(pdf)[-1]
    other = hashlib.sha256(id).hexdigest()[: len(id)].encode()
    moved = PLACE.sub(_moved, pdf).replace(LETTER, A4, 1).replace(_move(0, 0), _move(LEFT, UP), 1)
    return moved.replace(b"<%s><%s>" % (id, id), b"<%s><%s>" % (other, other))


def _move(left: float, up: float) -> bytes:
    """What is drawn first on each page, so that all else stands further to the left and higher."""
    return b"<</Length 28>>\nstream\n%s\nendstream" % (b"1 0 0 1 %g %g cm" % (left, up)).ljust(28)


def _moved(place: re.Match[bytes]) -> bytes:
    numbers = [float(number) for number in place[2].split()]
    return place[1] + points(number + (LEFT, UP)[index % 2] for index, number in enumerate(numbers)) + (place[3] or b"")


def _finished(draft: Draft, document: Document, first: LaidOut) -> bytes:
    """The file of a draft, with what stands above all pages: title, language, tags, bookmarks."""
    tree, outline = draft.take(), draft.take(1 + len(draft.bookmarks))
    metadata, info, root = draft.take(), draft.take(), draft.take()
    kids = b" ".join(b"%d 0 R" % page for page in draft.pages)
    draft.plain[PAGES] = b"<</Type/Pages/Count %d%s/Kids[%s]>>" % (len(draft.pages), LETTER, kids)
    draft.plain[MOVE] = _move(0, 0)
    draft.objects[TOP] = b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (tree, b" ".join(draft.elements))
    draft.objects[tree] = _tree(draft, first)
    draft.objects |= bookmark_objects(draft.bookmarks, outline)
    language = printed_of(document.language)
    way = b"R2L" if is_mirrored(document.language) else b"L2R"
    draft.plain[metadata] = _metadata(document, language)
    draft.objects[info] = b"<</Title%s/Creator(%s)>>" % (written(document.title), MAKER.encode())
    draft.objects[root] = (
        b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/Lang(%s)/StructTreeRoot %d 0 R"
        b"/MarkInfo<</Marked true/Suspects false>>/ViewerPreferences<</DisplayDocTitle true/Direction/%s>>"
        b"/Outlines %d 0 R>>"
    ) % (PAGES, metadata, language.encode(), tree, way, outline)
    return to_file(draft.plain, draft.objects, root, info)


def _tree(draft: Draft, first: LaidOut) -> bytes:
    """The root of the tags."""
    names = b"".join(b"%s%d 0 R" % named for named in sorted(draft.ids))
    return b"<</Type/StructTreeRoot/RoleMap<<%s>>/K[%d 0 R]/ParentTree<</Nums[%s]>>%s/ParentTreeNextKey %d>>" % (
        first.tags.roles,
        TOP,
        b" ".join(draft.marked),
        b"/IDTree<</Names[%s]>>" % names if names else b"",
        draft.keys,
    )


def _metadata(document: Document, language: str) -> bytes:
    """The last line of the foot is its rights: which version, under which licence, and whose it is."""
    title, rights = (escape(words, quote=False) for words in (document.title, "".join(document.articles[0].foot[-1:])))
    text = XMP.format(title=title, language=language, maker=MAKER, rights=rights).encode()
    return b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream" % (len(text), text)
