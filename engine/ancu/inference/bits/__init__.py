"""A programme over many rows as vectors of bits: each verdict is two bits a row."""
