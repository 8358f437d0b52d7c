"""Households: people with roles, and the facts of a record that follow from them."""
