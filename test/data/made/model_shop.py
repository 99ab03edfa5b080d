"""A wholesaler of scale models, invented, in the columns and encoding of a well-known sample file."""

from datetime import date

from chance import Chance, us_date

HEADER = (
    "ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,QTR_ID,MONTH_ID,YEAR_ID,"
    "PRODUCTLINE,MSRP,PRODUCTCODE,CUSTOMERNAME,PHONE,ADDRESSLINE1,ADDRESSLINE2,CITY,STATE,POSTALCODE,"
    "COUNTRY,TERRITORY,CONTACTLASTNAME,CONTACTFIRSTNAME,DEALSIZE"
).split(",")

# Country, territory, city and the first words of its customers' names.
COUNTRIES = [
    (
        "USA",
        "NA",
        "Boston",
        ["Harbour", "Maple", "Copper", "Prairie", "Granite", "Juniper", "Beacon", "Cedar", "Summit"],
    ),
    ("USA", "NA", "Denver", ["Canyon", "Aspen", "Mesa", "Redwood", "Falcon", "Silver", "Bison", "Ridge"]),
    (
        "France",
        "EMEA",
        "Orléans",
        ["Jouets d'Été", "Bérenger", "Petit Forêt", "Lumière", "Pont Neuf", "Sévigny"],
    ),
    ("Spain", "EMEA", "Logroño", ["Peña", "Castaños", "Galería Sur", "Río Verde"]),
    ("Germany", "EMEA", "Würzburg", ["Müller", "Schäfer", "Königs"]),
    ("Finland", "EMEA", "Jyväskylä", ["Mäkelä", "Järvi", "Lumi"]),
    ("Norway", "EMEA", "Bergen", ["Fjell", "Nordlys", "Vesterli"]),
    ("UK", "EMEA", "Leeds", ["Pennine", "Aire", "Moorland", "Kestrel"]),
    ("Italy", "EMEA", "Parma", ["Borghi", "Vallata", "Campanile"]),
    ("Denmark", "EMEA", "Odense", ["Fyn", "Havn"]),
    ("Canada", "NA", "Halifax", ["Tidewater", "Acadia"]),
    ("Australia", "APAC", "Perth", ["Swan", "Karri", "Banksia", "Jarrah"]),
    ("Singapore", "Japan", "Singapore", ["Merlion", "Lion Gate"]),
    ("Japan", "Japan", "Nagoya", ["Atsuta", "Shachi"]),
]
ENDINGS = ["Models", "Collectables", "Toys Ltd.", "Hobby, Co.", "Miniatures", "Gifts Inc."]
LINES = {
    "Classic Cars": 34,
    "Vintage Cars": 21,
    "Motorcycles": 12,
    "Trucks and Buses": 11,
    "Planes": 11,
    "Ships": 8,
    "Trains": 3,
}
STATUSES = {"Shipped": 88, "Cancelled": 3, "On Hold": 2, "Resolved": 3, "Disputed": 2}
ORDERS_EACH = {1: 4, 2: 28, 3: 40, 4: 18, 5: 8, 24: 2}
MONTHS = {1: 5, 2: 5, 3: 6, 4: 6, 5: 7, 6: 5, 7: 6, 8: 6, 9: 6, 10: 12, 11: 24, 12: 7}
FIRST, LAST = date(2003, 1, 6), date(2005, 5, 31)


def number(whole_cents):
    """As the sample has it: no zeros at the end."""
    return f"{whole_cents / 100:.2f}".rstrip("0").rstrip(".")


def customers(chance):
    made = []
    for country, territory, city, names in COUNTRIES:
        for name in names:
            made.append(
                {
                    "CUSTOMERNAME": f"{name} {chance.pick(ENDINGS)}",
                    "PHONE": chance.digits(10),
                    "ADDRESSLINE1": f"{chance.whole(1, 199)} {name} Street",
                    "ADDRESSLINE2": "Suite 4" if chance.random() < 0.1 else "",
                    "CITY": city,
                    "STATE": "MA" if city == "Boston" else "CO" if city == "Denver" else "",
                    "POSTALCODE": chance.digits(5),
                    "COUNTRY": country,
                    "TERRITORY": territory,
                    "CONTACTLASTNAME": chance.pick(["Ames", "Núñez", "Roy", "Virtanen", "Ito", "Berg"]),
                    "CONTACTFIRSTNAME": chance.pick(["Ana", "Jörg", "Kim", "Lea", "Paul"]),
                }
            )
    return made


def products(chance):
    made = []
    for code in range(80):
        line = chance.weighted(LINES)
        made.append((f"S{10 + code % 60}_{1000 + 37 * code}", line, chance.whole(33, 214)))
    return made


def order_day(chance):
    while True:
        month, year = chance.weighted(MONTHS), chance.whole(2003, 2005)
        day = date(year, month, chance.whole(1, 28))
        if FIRST <= day <= LAST:
            return day


def rows():
    """The order lines, in the order of the products as the sample has them."""
    chance = Chance(2003)
    buyers, goods = customers(chance), products(chance)
    # Most order two to four times, as in the sample: many equal counts, so many ties in the scores.
    choices = [i for i in range(len(buyers)) for _ in range(chance.weighted(ORDERS_EACH))]
    days = sorted([FIRST, LAST] + [order_day(chance) for _ in range(len(choices) - 2)])
    chosen = sorted(range(len(choices)), key=lambda _: chance.random())
    lines = []
    for i, day in enumerate(days):
        buyer = buyers[choices[chosen[i]]]
        status = "In Process" if (LAST - day).days < 8 else chance.weighted(STATUSES)
        wanted = {chance.whole(0, len(goods) - 1) for _ in range(chance.whole(2, 9))}
        for place, at in enumerate(sorted(wanted), 1):
            lines.append(order_line(chance, 10100 + i, place, day, status, goods[at], buyer))
    lines.sort(key=lambda line: (line["PRODUCTCODE"], line["ORDERNUMBER"]))
    return [[str(line[column]) for column in HEADER] for line in lines]


def order_line(chance, order, place, day, status, product, buyer):
    code, product_line, list_price = product
    quantity = chance.whole(20, 60)
    price = list_price * chance.whole(80, 120)
    sales = quantity * price
    return {
        **buyer,
        "ORDERNUMBER": order,
        "QUANTITYORDERED": quantity,
        # The sample caps the unit price at 100: the amount is SALES, not the product of the two.
        "PRICEEACH": number(min(price, 10_000)),
        "ORDERLINENUMBER": place,
        "SALES": number(sales),
        "ORDERDATE": f"{us_date(day)} 0:00",
        "STATUS": status,
        "QTR_ID": (day.month + 2) // 3,
        "MONTH_ID": day.month,
        "YEAR_ID": day.year,
        "PRODUCTLINE": product_line,
        "MSRP": list_price,
        "PRODUCTCODE": code,
        "DEALSIZE": "Small" if sales < 300_000 else "Medium" if sales < 700_000 else "Large",
    }


def with_mixed_dates(lines):
    """The same lines after a spreadsheet saved them: dates that can be read both ways got leading zeros."""
    at = HEADER.index("ORDERDATE")
    for line in lines:
        month, day, year = line[at].split(" ")[0].split("/")
        if int(day) <= 12:
            line = [*line[:at], f"{int(month):02}/{int(day):02}/{year} 0:00", *line[at + 1 :]]
        yield line
