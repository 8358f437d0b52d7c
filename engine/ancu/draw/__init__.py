"""The draw of lots: from the procedure that is in force to a result that anybody can draw again.

Each room imports those above it and none below::

    canonical, chance        texts that every language writes alike; numbers that nobody chooses
    plan, dossiers           what was chosen before, and the list that is drawn from, as such texts
    drawing, withdrawing     plan + list + seed -> who has which flat; who follows whom that withdraws
    protocol                 all of it in one file, each text with its SHA-256
    public_value, time_stamp what the world knew on the day; what an authority says of the freeze
    proving                  that the list is right
    verifying                what holds, what does not, what cannot be told
    choosing, freezing       from the rulebook and a screened list to plan and list
    minutes, verifier_page   what is signed, and the page by which others verify

What decides the result is pure; files are read and written by ``ancu draw``. The page has an implementation of its own
(``verifier.js``); tests hold the two to the same result.
"""
