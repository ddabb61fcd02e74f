"""Nine answers -> the files of an edition that begins from nothing: no other place's number can come along."""
