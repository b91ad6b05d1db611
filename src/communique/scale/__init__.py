"""scale: a corpus of reports -> tables of Parquet, piece by piece, by as many processes as there are cores.

    files                                       where the bytes are: globs, folders, addresses of any fsspec file system
    forms                                       which ending is read how
    unpack, lines, archives, parquet, warc      the bytes of one file -> Items
    parts                                       files -> parts -> shards, the same on every machine
    worker                                      Item -> rows of tables
    pool, process, cluster                      many workers, that may die: processes, or actors of a Ray cluster
    tables, rows, writing                       Record -> rows -> Parquet
    options, manifest                           what a folder's run was asked for, and how far it got
    run                                         all of it
    query, stored                               SQL over the tables, and the records back out of them

It needs the extra `corpus`; only `stored` is imported without it.
"""
