"""scale: a corpus of reports -> tables of Parquet, piece by piece, by as many processes as there are cores.

    files       where the bytes are: globs, folders, addresses of any fsspec file system
    forms       which ending is read how
    unpack, lines, archives, parquet, warc      the bytes of one file -> Items
    parts       files -> parts -> shards, the same on every machine
    worker, pool                                Item -> rows of tables, in processes that may die
    tables, schemas, rows                       rows -> Parquet
    manifest    what a folder holds, and how far it got
    run         all of it
    query       SQL over the tables

It needs the extra `corpus`; nothing here is imported by anything but the commands `run` and `query`.
"""
