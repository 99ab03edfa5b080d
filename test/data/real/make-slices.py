"""Makes the files of this folder from the originals: python3 make-slices.py FOLDER (README.md names them).

Run again on the same originals it writes the same bytes."""

import csv
import hashlib
import io
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from exact import read_bytes, read_rows, write_packed  # noqa: E402

COLUMNS = [
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
]
GERMAN = [
    "Rechnungsnr",
    "Artikelnr",
    "Bezeichnung",
    "Menge",
    "Rechnungsdatum",
    "Einzelpreis (€)",
    "Kundennr",
    "Land",
]


def text_of(header, rows, delimiter=",", line_end="\n"):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def german_rows(rows):
    """The rows as a German Excel saves them: decimal commas and D.M.YYYY."""
    for row in rows:
        day, time = row["InvoiceDate"].split(" ")
        year, month, date = day.split("-")
        yield [
            row["InvoiceNo"],
            row["StockCode"],
            row["Description"],
            row["Quantity"],
            f"{date}.{month}.{year} {time}",
            row["UnitPrice"].replace(".", ","),
            row["CustomerID"],
            "Deutschland",
        ]


def online_retail(originals):
    germany = originals / "online-retail" / "germany.csv"
    write_packed(HERE / "online-retail-germany.csv.gz", read_bytes(germany))
    german = text_of(GERMAN, german_rows(read_rows(germany)), ";", "\r\n")
    write_packed(HERE / "online-retail-germany-excel-de.csv.gz", german.encode("cp1252"))
    first = read_rows(originals / "online-retail" / "full-part1of3.csv.gz")
    days = [row for row in first if row["InvoiceDate"] < "2010-12-06"]
    third = len(days) // 3
    # As the original is cut: at a row, in the middle of an invoice if need be.
    for part, (start, end) in enumerate([(0, third), (third, 2 * third), (2 * third, len(days))], 1):
        rows = ([row[column] for column in COLUMNS] for row in days[start:end])
        name = f"online-retail-five-days-part{part}of3.csv.gz"
        write_packed(HERE / name, text_of(COLUMNS, rows).encode("utf-8"))


def main(originals):
    online_retail(originals)
    for source, name in [
        ("r-rfm/orders.csv", "rfm-orders.csv.gz"),
        ("r-rfm/scores.csv", "rfm-scores.csv.gz"),
        ("cdnow/summary.csv", "cdnow-summary.csv.gz"),
        ("cdnow/sample.txt", "cdnow-sample.txt.gz"),
    ]:
        write_packed(HERE / name, read_bytes(originals / source))
    for path in sorted(HERE.glob("*.gz")):
        print(hashlib.sha256(path.read_bytes()).hexdigest(), path.name, path.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
