"""Rules for the lists of a DOCX, and for what is to be filled in or kept together."""

from __future__ import annotations

from reading.word.made import NUMBERING, STYLES, TWIPS, Made, value
from reading.word.words import WORD, W, read_part, style_of, words_of

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def starts_numbers(made: Made) -> bool:
    """Each numbered list has a number of its own in the file, which starts where the HTML does."""
    numbering = read_part(made.docx, NUMBERING)
    numbered = [id for id in dict.fromkeys(value(mark) for mark in made.all("numId")) if id != "1"]
    starts = {
        value(number, "numId"): {value(start) for start in number.iter(f"{W}startOverride")}
        for number in numbering.iterfind(f"{W}num")
    }
    wanted = [{item_list.get("start") or "1"} for item_list in made.page.iter("ol")]
    return [starts[id] for id in numbered] == wanted


def has_items(made: Made) -> bool:
    """Items are of real lists, as deep as in the HTML."""
    items = made.page.xpath("//li[not(parent::*[@class='ticks']) and not(ancestor::*[@class='signature'])]")
    levels = [len(item.xpath("ancestor::ul | ancestor::ol | ancestor::blockquote")) - 1 for item in items]
    return [int(value(level)) for level in made.all("ilvl")] == levels


def has_boxes_to_tick(made: Made) -> bool:
    boxes = [run for run in made.all("r") if style_of(run, "r") == "Box"]
    controls = sum(len(control) for control in made.body.iter(f"{W14}checkbox"))
    wanted = made.count("//*[@class='ticks']/li | //td[@class='tick']")
    return [run.findtext(f"{W}t") for run in boxes] == ["☐"] * wanted and controls == 3 * wanted


def has_lines(made: Made) -> bool:
    """As many as on the page, 9 mm apart, ruled below and between."""
    style = read_part(made.docx, STYLES).find(f"{W}style[@{W}styleId='WriteLine']/{W}pPr")
    apart = int(value(style.find(f"{W}spacing"), "line"))
    ruled = [edge.tag for edge in style.find(f"{W}pBdr")] == [f"{W}bottom", f"{W}between"]
    return (
        made.styles("p").count("WriteLine") == made.count("//*[@class='lines']/span")
        and abs(apart / TWIPS - 9) < 0.1
        and ruled
    )


def has_blanks(made: Made) -> bool:
    blanks = [run.findtext(f"{W}t") for run in made.all("r") if style_of(run, "r") == "Blank"]
    return blanks == ["\u00a0" * 38] * made.count("//span[@class='blank']")


def keeps_together(made: Made) -> bool:
    """What stands in `keep` holds on to what follows it: each paragraph, heading and item but the last ones."""
    parts = ["*[self::p or self::h2 or self::h3]", "ul/li[not(*)]", "ol/li[not(*)]"]
    path = " | ".join(f"//div[@class='keep']/{part}[following-sibling::*]" for part in parts)
    kept = {tuple(WORD.findall(element.text_content())) for element in made.page.xpath(path)}
    styles = {
        value(style, "styleId")
        for style in read_part(made.docx, STYLES).iter(f"{W}style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    held = {
        tuple(words_of(paragraph))
        for paragraph in made.all("p")
        if paragraph.find(f"{W}pPr/{W}keepNext") is not None or style_of(paragraph, "p") in styles
    }
    return kept <= held
