"""Computes figures.json from the files of this folder: python3 figures.py. Nothing of the product is used."""

import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from exact import (  # noqa: E402
    Decimal,
    Fraction,
    amount,
    by_revenue,
    cents,
    distinct,
    group_by,
    mean,
    quantile_groups,
    rank_groups,
    read_rows,
    reversed_groups,
    save,
    total,
    write_rows,
)
from model_shop_figures import model_shop  # noqa: E402


def policies():
    rows = [{**row, "cents": cents(row["Sales"])} for row in read_rows(HERE / "policies.csv.gz")]

    def group(key):
        groups = group_by(rows, key)
        return {
            name: [amount(total(own)), distinct(own, "Customer ID")] for name, own in sorted(groups.items())
        }

    def bin_of(value, edges, names):
        return names[sum(value > edge for edge in edges)]

    languages = group_by(rows, lambda row: row["Language"])
    places = sorted(group(lambda row: row["Location"]).items(), key=lambda item: -item[1][0])
    return {
        "lines": len(rows),
        "revenue": amount(total(rows)),
        "customers": distinct(rows, "Customer ID"),
        "averageSale": mean(total(rows), len(rows)),
        "averageRating": round(sum(int(row["Rating"]) for row in rows) / len(rows), 3),
        "years": group(lambda row: row["Purchase History"][:4]),
        "educationLevel": group(lambda row: row["Education Level"]),
        "maritalStatus": group(lambda row: row["Marital Status"]),
        "segmentationGroup": group(lambda row: row["Segmentation Group"]),
        "ageGroup": group(
            lambda row: bin_of(int(row["Age"]), (20, 40, 60), ("0-20", "20-40", "40-60", "60+"))
        ),
        "incomeGroup": group(
            lambda row: bin_of(
                int(row["Income Level"]),
                (50_000, 80_000, 110_000, 140_000),
                ("20k-50k", "50k-80k", "80k-110k", "110k-140k", "140k+"),
            )
        ),
        "languageShares": {
            name: f"{Decimal(100 * total(own)) / total(rows):.2f}" for name, own in sorted(languages.items())
        },
        "topLocations": {name: value[0] for name, value in places[:2]},
    }


def high_value(r, f, m):
    if (r, f, m) == (5, 5, 5):
        return "High-Value"
    if r >= 4 and f >= 4:
        return "Loyal"
    if r >= 3 and f >= 3:
        return "Potential Loyalist"
    if r == 5:
        return "New"
    if r == 1 and f >= 3:
        return "At-Risk"
    return "Lost" if (r, f, m) == (1, 1, 1) else "Others"


def marketplace():
    rows = [{**row, "cents": cents(row["Total Sales"])} for row in read_rows(HERE / "marketplace.csv.gz")]
    chosen = [row for row in rows if row["Location"] in ("Alwar (Rural)", "Delhi", "Mumbai", "Pune (Urban)")]
    days, money = {}, {}
    for row in chosen:
        day, month, year = map(int, row["Order Date"].split("-"))
        days[row["Customer ID"]] = (date(2025, 1, 1) - date(year, month, day)).days
        money[row["Customer ID"]] = row["cents"]
    r, m = reversed_groups(quantile_groups(days)), quantile_groups(money)
    f = rank_groups(dict.fromkeys(days, 1))
    scores = ((key, days[key], 1, amount(money[key]), r[key], f[key], m[key]) for key in sorted(days))
    write_rows(
        HERE / "marketplace-scores.csv",
        ["Customer ID", "Recency", "Frequency", "Monetary", "R_Score", "F_Score", "M_Score", "Segment"],
        ((*row, high_value(*row[4:])) for row in scores),
    )
    return {
        "orders": distinct(rows, "Order ID"),
        "customers": distinct(rows, "Customer ID"),
        "revenue": amount(total(rows)),
        "scored": len(days),
    }


def weighted_bands():
    """0.3, 0.4 and 0.3 of the groups of the mean order, the days and the orders: up to 2, 3, 4 and above."""
    bands = [0, 0, 0, 0]
    rows = read_rows(HERE / "summaries.csv")
    for row in rows:
        score = Fraction(
            3 * int(row["AvgGroup"]) + 4 * int(row["LastGroup"]) + 3 * int(row["VolumeGroup"]), 10
        )
        bands[sum(score > limit for limit in (2, 3, 4))] += 1
    return {"customers": len(rows), "orders": sum(int(row["CustomerVolume"]) for row in rows), "bands": bands}


def shipments():
    rows = read_rows(HERE / "shipments-ragged.csv.gz")
    return {
        "orders": distinct(rows, "orderID"),
        "customers": distinct(rows, "customerID"),
        "rowsWithOneFieldTooMany": sum(len(row.get(None, [])) == 1 for row in rows),
    }


def ten_orders():
    rows = read_rows(HERE / "ten-orders.csv")
    for row in rows:
        row["cents"] = cents(int(row["Quantity"]) * Decimal(row["Price"]))
    units = group_by(rows, lambda row: row["ProductID"])
    return {
        "revenue": amount(total(rows)),
        "customers": distinct(rows, "CustomerID"),
        "units": sum(int(row["Quantity"]) for row in rows),
        **{
            name: {key: amount(total(own)) for key, own in by_revenue(rows, column)}
            for name, column in [("products", "ProductID"), ("categories", "Category"), ("regions", "Region")]
        },
        "unitsByProduct": {key: sum(int(row["Quantity"]) for row in own) for key, own in units.items()},
    }


save(
    HERE / "figures.json",
    {
        "modelShop": model_shop(),
        "policies": policies(),
        "marketplace": marketplace(),
        "summaries": weighted_bands(),
        "shipments": shipments(),
        "tenOrders": ten_orders(),
    },
)
