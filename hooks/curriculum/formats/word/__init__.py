"""Articles -> a DOCX that a partner can change in Word or LibreOffice."""
