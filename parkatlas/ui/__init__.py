"""What pages are made of: cached reads, shared filters, cards, tables, the map panel, empty and error states."""
