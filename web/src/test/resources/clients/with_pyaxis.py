"""Reads a PX file with pyaxis and prints key and value of each cell, codes for labels, tab between them."""
import sys

from pyaxis import pyaxis

px = pyaxis.parse(sys.argv[1], encoding="windows-1252")
meta, data = px["METADATA"], px["DATA"]
labels = {meta[f"VARIABLECODE({label})"][0]: label for label in meta["STUB"] + meta["HEADING"]}
codes = {
    variable: dict(zip(meta[f"VALUES({label})"], meta[f"CODES({label})"])) for variable, label in labels.items()
}
for row in data.to_dict("records"):
    key = " ".join(codes[variable][row[labels[variable]]] for variable in ("Topic", "Region", "ContentsCode", "Tid"))
    found = row["DATA"]
    # What it makes of the three symbols, as it is called without more words: empty, not a number, left as it stands.
    value = ".." if found != found else {"": ".", '"..."': ":"}.get(found, found)
    print(key, value, sep="\t")
