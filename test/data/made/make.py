"""Makes the invented files of this folder: python3 make.py.

They stand in for real ones whose licence is not free or not known: the same columns, encodings and oddities,
with content from a seed. Run again it writes the same bytes."""

import csv
import io
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import model_shop  # noqa: E402
from chance import Chance  # noqa: E402
from exact import Fraction, ntile_groups, write_packed  # noqa: E402
from workbook import workbook  # noqa: E402

MARKET_HEADER = (
    "Order ID,Order Date,Customer ID,Customer Name,Location,Product Category,Product Name,Quantity Sold,"
    "Unit Price,Discount (%),Salesperson,Payment Method,Order Status,Total Sales,Profit Margin,Revenue,"
    "Month,Year,Total Sales Revenue"
).split(",")
PLACES = [
    "Delhi",
    "Mumbai",
    "Mumbai (Urban)",
    "Chennai",
    "Alwar (Rural)",
    "Pune (Urban)",
    "Kochi",
    "Bangalore",
]


def delimited(header, rows, delimiter=",", line_end="\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def policies():
    """Purchases of insurance. As in the real file, one customer number has different ages and incomes."""
    chance = Chance(2018)
    education = {"Associate Degree": 24, "Doctorate": 22, "High School Diploma": 20, "Master's Degree": 17}
    languages = {"German": 27, "French": 25, "English": 18, "Mandarin": 16, "Spanish": 14}
    places = {"Goa": 9, "Assam": 5, "Bihar": 4, "Kerala": 4, "Punjab": 3, "Haryana": 7}
    for _ in range(3_000):
        yield [
            chance.whole(10_000, 12_400),
            chance.pick([20, 40, 60]) if chance.random() < 0.1 else chance.whole(18, 70),
            chance.pick(["Male", "Female"]),
            chance.weighted({"Married": 25, "Divorced": 24, "Single": 15, "Separated": 18, "Widowed": 18}),
            chance.weighted({**education, "Bachelor's Degree": 17}),
            chance.weighted(places),
            chance.pick(["Doctor", "Teacher", "Engineer", "Artist", "Lawyer"]),
            (
                chance.pick([50_000, 80_000, 110_000])
                if chance.random() < 0.05
                else chance.whole(20_001, 149_999)
            ),
            chance.whole(1, 5),
            chance.day(date(2018, 1, 1), date(2023, 12, 28)).isoformat(),
            chance.whole(500, 5_500),
            chance.weighted(languages),
            chance.whole(1, 5),
        ]


POLICY_HEADER = (
    "Customer ID,Age,Gender,Marital Status,Education Level,Location,Occupation,Income Level,Rating,"
    "Purchase History,Sales,Language,Segmentation Group"
).split(",")


def marketplace():
    """One order a customer; the column Revenue is a running total, which must not be summed."""
    chance = Chance(2021)
    rows = []
    for _ in range(400):
        quantity, price, discount = chance.whole(1, 9), chance.whole(5_000, 30_000), chance.whole(0, 2_500)
        total = quantity * price * (10_000 - discount) // 10_000
        day = chance.day(date(2021, 1, 1), date(2024, 12, 30))
        rows.append(
            [
                chance.id(),
                f"{day.day:02}-{day.month:02}-{day.year}",
                chance.id(),
                " ".join([chance.pick(["Riya", "Sanjay", "Arjun"]), chance.pick(["Desai", "Iyer", "Nair"])]),
                chance.pick(PLACES),
                chance.pick(["Books", "Clothing", "Home & Kitchen", "Electronics"]),
                f"Item {chance.whole(1, 40)}",
                quantity,
                f"{price / 100:.2f}",
                f"{discount / 100:.2f}",
                chance.pick(["M. Andersen", "C. Boyd", "R. Brown"]),
                chance.pick(["Gift Card", "Debit Card", "Amazon Pay"]),
                chance.pick(["Delivered", "Returned", "Cancelled", "Pending"]),
                f"{total / 100:.2f}",
                f"{total * 35 // 100 / 100:.2f}",
                total,
                day.strftime("%B"),
                day.year,
                f"{quantity * price / 100:.2f}",
            ]
        )
    left = sum(row[15] for row in rows)
    for row in rows:
        left, row[15] = left - row[15], f"{left / 100:.2f}"
    return rows


def summaries():
    """Customers as a published model has them: groups by NTILE, 1 for the best, ties by customer number."""
    chance = Chance(12_346)
    people = {}
    for i in range(83):
        people[str(12_400 + 7 * i)] = (
            chance.whole(1, 30),
            chance.whole(5_000, 400_000),
            chance.whole(1, 90) * 5,
        )
    average = ntile_groups({k: Fraction(total, orders) for k, (orders, total, _) in people.items()}, True)
    last = ntile_groups({k: days for k, (_, _, days) in people.items()}, False)
    volume = ntile_groups({k: orders for k, (orders, _, _) in people.items()}, True)
    for key, (orders, total, days) in people.items():
        score = (3 * average[key] + 4 * last[key] + 3 * volume[key]) / 10
        groups = [average[key], last[key], volume[key], f"{score:g}"]
        country = chance.pick(["Norway", "Italy", "USA", "Japan"])
        yield [key, country, f"{total / 100:.2f}", f"{total / orders / 100:.12f}", days, orders, *groups]


SUMMARY_HEADER = (
    "CustomerID,Country,CustomerTotal,CustomerAverage,DaysSinceLast,CustomerVolume,AvgGroup,LastGroup,"
    "VolumeGroup,RFM Score"
).split(",")


def shipments():
    """Orders whose addresses hold unquoted commas: a quarter of the rows have one field too many."""
    chance = Chance(1996)
    header = (
        "orderID,customerID,employeeID,orderDate,requiredDate,shippedDate,shipVia,freight,shipName,"
        "shipAddress,shipCity,shipRegion,shipPostalCode,shipCountry"
    )
    stays = [
        ("Rua do Sol, 12", "Porto", "Portugal"),
        ("Lindenallee 4", "Münster", "Germany"),
        ("9 Dock Road", "Cork", "Ireland"),
        ("Storgata 3", "Bergen", "Norway"),
    ]
    lines = [header]
    for i in range(160):
        day = date.fromordinal(date(1996, 7, 4).toordinal() + i * 3)
        dates = [f"{date.fromordinal(day.toordinal() + more)} 00:00:00.000" for more in (0, 28, 8)]
        who = chance.whole(0, 38)
        address, city, country = stays[who % 4]
        freight = f"{chance.whole(100, 20_000) / 100:.2f}"
        lines.append(
            f"{10_248 + i},CUST{who:02},{chance.whole(1, 9)},{','.join(dates)},"
            f"{chance.whole(1, 3)},{freight},"
            f"Customer {who},{address},{city},NULL,{44_000 + who},{country}"
        )
    return "\n".join(lines) + "\n"


def main():
    lines = model_shop.rows()
    write_packed(HERE / "model-shop.csv.gz", delimited(model_shop.HEADER, lines).encode("cp850"))
    mixed = delimited(model_shop.HEADER, model_shop.with_mixed_dates(lines), ";", "\r\n")
    write_packed(HERE / "model-shop-mixed-dates.csv.gz", mixed.encode("cp850"))
    write_packed(HERE / "policies.csv.gz", delimited(POLICY_HEADER, policies()).encode())
    market = marketplace()
    write_packed(HERE / "marketplace.csv.gz", delimited(MARKET_HEADER, market).encode())
    book = workbook(MARKET_HEADER[:16], (row[:16] for row in market), {1}, {7, 8, 9, 13, 14, 15})
    (HERE / "marketplace-workbook-named.csv").write_bytes(book)
    (HERE / "summaries.csv").write_text(delimited(SUMMARY_HEADER, summaries()), encoding="utf-8")
    write_packed(HERE / "shipments-ragged.csv.gz", shipments().encode())


if __name__ == "__main__":
    main()
