"""Reads cells of the interface with pxwebpy and prints key and value of each, codes for labels, tab between them."""
import sys

from pxweb import PxApi

api = PxApi(sys.argv[1], language="sv")
assert "rates" in {table["id"] for table in api.all_tables()}
variables = api.get_table_variables("rates")
cells = api.get_table_data("rates", value_codes={
    "Topic": ["BEHOVSBEDOMNING", "KRAV_*"],
    "Region": ["*"],
    "ContentsCode": ["cases_assessed", "cases_deficient", "case_rate", "unit_rate"],
    "Tid": ["*5", "2016"],
})
# Some of its versions show codes, some labels, some both, as the metadata wish.
codes = {
    variable: {
        shown: code
        for code, label in described["category"]["label"].items()
        for shown in (code, label, f"{code} {label}", f"{code}: {label}")
    }
    for variable, described in variables.items()
}
for cell in cells:
    key = " ".join(codes[name][cell[variables[name]["label"]]] for name in ("Topic", "Region", "ContentsCode", "Tid"))
    print(key, "NA" if cell["value"] is None else repr(float(cell["value"])), sep="\t")
