"""Imported once by the server process of `guard`: every page's child then finds the libraries and models loaded."""

from pipeline import reading
from pipeline.extract import article
from pipeline.extract.language import detect

__all__ = ["article", "reading"]

detect("Une phrase assez longue pour que le modèle de langue soit lu une fois pour toutes.")
# A page with next to nothing on it takes the library through all its ways, and its word lists with it.
article.extract(b"<html><title>Pont</title><body><h1>Pont</h1><p>Publi\xc3\xa9 hier</p><p>x</p></body></html>", url="")
