"""Reads CSV, CSV for Swedish Excel and XLSX with the programs that researchers use and prints the cells of each."""
import json
import sys
import warnings


def cells(rows):
    """Rows of topic, region, measure, time, value and status as texts by key."""
    symbols = {"c": ":", "u": "..", "x": "..", "z": "."}
    return {
        f"{topic} {region} {measure} {time}": symbols[status] if status in symbols else repr(float(value))
        for topic, region, measure, time, value, status in rows
    }


def csv(file, **dialect):
    import pandas

    frame = pandas.read_csv(file, dtype={"Region": str, "Tid": str}, keep_default_na=False, na_values={"value": [""]},
                        float_precision="round_trip", **dialect)
    return cells(frame[["Topic", "Region", "ContentsCode", "Tid", "value", "status"]].itertuples(index=False))


def xlsx(file):
    import openpyxl

    with warnings.catch_warnings():
        warnings.filterwarnings("error", module="openpyxl")
        workbook = openpyxl.load_workbook(file)
    assert workbook.properties.language == "sv" and workbook.properties.title
    sheet = workbook["Tabell 1"]
    assert len(sheet.tables) == 1 and not sheet.merged_cells.ranges and sheet["A1"].value
    rows = list(sheet.iter_rows(values_only=True))[1:]
    assert all(isinstance(row[12], (int, float)) for row in rows if row[13] == "A")
    return cells((row[0], row[2], row[8], row[10], row[12], row[13]) for row in rows)


folder = sys.argv[1]
print(json.dumps({
    "csv": csv(folder + "/rates.csv"),
    "excel-sv": csv(folder + "/rates.excel-sv.csv", sep=";", decimal=","),
    "xlsx": xlsx(folder + "/rates.xlsx"),
}))
