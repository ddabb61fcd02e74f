"""What is handed out beside pages and PDFs: documents to edit, a book for e-readers, a ZIP for each week.

    word     articles -> DOCX, to be changed in a word processor
    epub     chapters -> EPUB, for whoever reads with large letters or by ear
    archive  files -> ZIP with a manifest

All of them give the same bytes for the same input: no dates, no random names, files in one order.
"""
