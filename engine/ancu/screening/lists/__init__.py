"""What stands in a file: tables of cells, whatever the format."""
