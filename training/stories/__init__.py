"""How common words are in the news: the table by which the dossier tells reports on one happening."""
