"""Computes figures.json from the files of this folder: python3 figures.py. Nothing of the product is used."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from exact import Decimal, amount, cents, group_by, read_bytes, read_rows, save  # noqa: E402


def retail(names):
    rows = [row for name in names for row in read_rows(HERE / name)]
    line_cents = [cents(Decimal(row["Quantity"]) * Decimal(row["UnitPrice"])) for row in rows]
    for row, value in zip(rows, line_cents):
        row["cents"] = value
    purchases = [
        row
        for row in rows
        if row["CustomerID"]
        and int(row["Quantity"]) > 0
        and Decimal(row["UnitPrice"]) > 0
        and row["InvoiceNo"][0] != "C"
    ]
    by_country = group_by(rows, lambda row: row["Country"])
    by_month = group_by(rows, lambda row: row["InvoiceDate"][:7])
    return {
        "lines": len(rows),
        "orders": len({row["InvoiceNo"] for row in rows}),
        # An order has a line that is no return; a return has a negative quantity or a number with a C.
        "ordersWithSales": len(
            {row["InvoiceNo"] for row in rows if int(row["Quantity"]) >= 0 and row["InvoiceNo"][0] != "C"}
        ),
        "customers": len({row["CustomerID"] for row in rows} - {""}),
        "revenue": amount(sum(line_cents)),
        "units": sum(int(row["Quantity"]) for row in rows),
        "linesWithoutCustomer": sum(row["CustomerID"] == "" for row in rows),
        "negativeQuantities": sum(int(row["Quantity"]) < 0 for row in rows),
        "cancelledInvoices": len({row["InvoiceNo"] for row in rows if row["InvoiceNo"][0] == "C"}),
        "firstDay": min(row["InvoiceDate"] for row in rows)[:10],
        "lastDay": max(row["InvoiceDate"] for row in rows)[:10],
        "hours": sorted({int(row["InvoiceDate"][11:13]) for row in rows}),
        "countries": {name: amount(sum(r["cents"] for r in own)) for name, own in by_country.items()},
        "months": {month: amount(sum(r["cents"] for r in own)) for month, own in sorted(by_month.items())},
        "purchasesOnly": {
            "lines": len(purchases),
            "orders": len({row["InvoiceNo"] for row in purchases}),
            "customers": len({row["CustomerID"] for row in purchases}),
            "revenue": amount(sum(row["cents"] for row in purchases)),
        },
    }


def cdnow_sample():
    rows = [line.split() for line in read_bytes(HERE / "cdnow-sample.txt.gz").decode("ascii").splitlines()]
    return {
        "lines": len(rows),
        "customers": len({row[0] for row in rows}),
        "revenue": amount(sum(cents(row[4]) for row in rows)),
        "units": sum(int(row[3]) for row in rows),
    }


def rfm_orders():
    rows = read_rows(HERE / "rfm-orders.csv.gz")
    return {
        "lines": len(rows),
        "customers": len({row["customer_id"] for row in rows}),
        "revenue": amount(sum(cents(row["revenue"]) for row in rows)),
    }


save(
    HERE / "figures.json",
    {
        "germany": retail(["online-retail-germany.csv.gz"]),
        "fiveDays": retail([f"online-retail-five-days-part{part}of3.csv.gz" for part in (1, 2, 3)]),
        "rfmOrders": rfm_orders(),
        "rfmScores": {
            "customers": len(read_rows(HERE / "rfm-scores.csv.gz")),
            "orders": sum(int(row["transaction_count"]) for row in read_rows(HERE / "rfm-scores.csv.gz")),
        },
        "cdnowSummary": {"customers": len(read_rows(HERE / "cdnow-summary.csv.gz"))},
        "cdnowSample": cdnow_sample(),
    },
)
