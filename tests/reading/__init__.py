"""What tests share: readers of what we make, specimens to read, and ways to break them that a reader must see."""
