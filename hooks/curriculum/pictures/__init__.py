"""Words an author wrote -> pictures in one drawing style, as SVG that follows the ink of the page or of the printer.

    model     an element's lines -> Picture (kind, title, items)
    pen       boxes, circles, arrows, and words that are wrapped to fit them
    shapes    one function a kind: items -> drawing
    figure    the drawing with its title and the same words as text
    chart     the load of every week, from `curriculum.yml`

Lengths are units of a canvas 360 wide: one unit is one pixel on a small phone, a quarter of a millimetre on a handout.
"""
