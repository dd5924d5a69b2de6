"""Reads a JSON-stat file with pyjstat and prints key and value of each cell, tab between them."""
import json
import sys

from pyjstat import pyjstat

with open(sys.argv[1], encoding="utf-8") as file:
    frame = pyjstat.from_json_stat(json.load(file), naming="id")[0]
for row in frame.to_dict("records"):
    value = row["value"]
    missing = value is None or value != value
    key = " ".join(row[variable] for variable in ("Topic", "Region", "ContentsCode", "Tid"))
    print(key, "NA" if missing else repr(float(value)), sep="\t")
