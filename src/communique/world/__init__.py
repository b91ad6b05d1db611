"""world: facts about states and offices that several rooms read, as tables; no code.

`data/states.tsv`: states and disputed territories with their names, peoples, capitals and seats of government.
`data/holders.tsv`: who held which office from when to when. Read with `communique.lexicon.table("world", ...)`.
"""
