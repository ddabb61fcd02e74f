"""The languages beside each other, by section: which text is behind which, and how it is brought up.

No language leads. Of each two, both texts of a section are kept as they were when somebody last read them side by side
(`read/bases.py` says where). A text that is no longer what it was then has moved on, and the other one is behind it;
when both moved on, each is behind the other until somebody says that they agree again. So a section may be written in
any language first, a typing slip mended in one asks for one sentence (`minor`), and nobody can mark a translation as
current that was not touched.
"""
