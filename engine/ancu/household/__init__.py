"""Households: people with roles, and how the facts that the rules read follow from them.

A layer above the rules: what is said of each member becomes the flat record that every engine judges.
"""
