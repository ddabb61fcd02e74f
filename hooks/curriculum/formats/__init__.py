"""What is handed out beside pages and PDFs: documents to edit, a book for e-readers, weeks to send, ZIPs.

    word     articles -> DOCX, to be changed in a word processor
    epub     chapters -> EPUB, for whoever reads with large letters or by ear
    single   a week and its handouts -> one HTML file, for a messaging app or a phone without internet
    archive  files -> ZIP with a manifest

All of them give the same bytes for the same input: no dates, no random names, files in one order.
"""
