"""Screening lists: files in, decided and explained files out.

Each room imports those above it and none below::

    job, template   what is asked; an empty list to fill in
    headers         what a header means: by the vocabulary, a unit in it, a mapping file
    lists           what is in a file: rows and chunks of cells, whatever the form
    cells           a cell as an engine value, or what is wrong with it
    households      the people of the rows, wherever they are listed
    run             all rows judged, and some of them judged again
    results         what is written: a form a sink, files whole or not at all
    jobs            from files to files, with a receipt, and once more from it
    compare         two runs compared, and what of the law made the difference
    spark           the same on a cluster

Lists ask headers what they mean, since by that the header of an office list is found under its title lines.
"""
