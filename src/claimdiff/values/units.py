"""Units as data: measures with their conversion, currencies by ISO code, proportions, the nouns of periods.

Conversion factors are those of the SI and of the international yard and pound (1959); tests check them against pint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: canonical name, dimension, and its size in the dimension's base unit."""

    name: str
    dimension: str
    factor: Decimal


# canonical name | dimension | size in the base unit of the dimension | spellings
_MEASURES = """
second | time | 1 | second seconds sec secs
minute | time | 60 | minute minutes min mins
hour | time | 3600 | hour hours hr hrs
day | time | 86400 | day days
week | time | 604800 | week weeks
fortnight | time | 1209600 | fortnight fortnights
month | time | 2629746 | month months
year | time | 31556952 | year years yr yrs
decade | time | 315569520 | decade decades
century | time | 3155695200 | century centuries
millimetre | length | 0.001 | millimetre millimetres millimeter millimeters mm
centimetre | length | 0.01 | centimetre centimetres centimeter centimeters cm
metre | length | 1 | metre metres meter meters m
kilometre | length | 1000 | kilometre kilometres kilometer kilometers km kms
inch | length | 0.0254 | inch inches
foot | length | 0.3048 | foot feet ft
yard | length | 0.9144 | yard yards yd yds
mile | length | 1609.344 | mile miles
nautical mile | length | 1852 | nautical-mile nautical-miles
square metre | area | 1 | square-metre square-metres square-meter square-meters sq-m sqm m2
square kilometre | area | 1000000 | square-kilometre square-kilometres square-kilometer square-kilometers sq-km km2
square foot | area | 0.09290304 | square-foot square-feet sq-ft sqft
square mile | area | 2589988.110336 | square-mile square-miles sq-mi
hectare | area | 10000 | hectare hectares ha
acre | area | 4046.8564224 | acre acres
litre | volume | 0.001 | litre litres liter liters
millilitre | volume | 0.000001 | millilitre millilitres milliliter milliliters ml
gallon | volume | 0.003785411784 | gallon gallons
barrel | volume | 0.158987294928 | barrel barrels
cubic metre | volume | 1 | cubic-metre cubic-metres cubic-meter cubic-meters
cubic foot | volume | 0.028316846592 | cubic-foot cubic-feet
gram | mass | 0.001 | gram grams gramme grammes g
milligram | mass | 0.000001 | milligram milligrams mg
kilogram | mass | 1 | kilogram kilograms kilogramme kilogrammes kilo kilos kg
tonne | mass | 1000 | tonne tonnes metric-ton metric-tons
ton | mass | 907.18474 | ton tons
pound | mass | 0.45359237 | pound pounds lb lbs
ounce | mass | 0.028349523125 | ounce ounces oz
kilometre per hour | speed | 0.27777777777777777778 | km/h kmh kph kilometres-per-hour kilometers-per-hour kilometres-an-hour kilometers-an-hour
mile per hour | speed | 0.44704 | mph miles-per-hour miles-an-hour
knot | speed | 0.51444444444444444444 | knot knots
watt | power | 1 | watt watts
kilowatt | power | 1000 | kilowatt kilowatts kw
megawatt | power | 1000000 | megawatt megawatts mw
gigawatt | power | 1000000000 | gigawatt gigawatts gw
kilowatt hour | energy | 3600000 | kilowatt-hour kilowatt-hours kwh
megawatt hour | energy | 3600000000 | megawatt-hour megawatt-hours mwh
gigawatt hour | energy | 3600000000000 | gigawatt-hour gigawatt-hours gwh
horsepower | power | 745.69987158227022 | horsepower hp
hertz | frequency | 1 | hertz hz
megahertz | frequency | 1000000 | megahertz mhz
gigahertz | frequency | 1000000000 | gigahertz ghz
volt | voltage | 1 | volt volts
degree Celsius | temperature | 1 | degrees-celsius degree-celsius degrees-centigrade celsius °c degrees-c
degree Fahrenheit | temperature F | 1 | degrees-fahrenheit degree-fahrenheit fahrenheit °f degrees-f
degree | angle | 1 | degree degrees
kilobyte | information | 1000 | kilobyte kilobytes kb
megabyte | information | 1000000 | megabyte megabytes mb
gigabyte | information | 1000000000 | gigabyte gigabytes gb
terabyte | information | 1000000000000 | terabyte terabytes tb
"""

# ISO 4217 code | signs and codes before the figure | words after it
_CURRENCIES = """
USD | US$ $US USD US-$ $ | dollar dollars us-dollar us-dollars american-dollars
AUD | A$ AU$ AUD | australian-dollar australian-dollars
CAD | C$ CA$ CAD Can$ | canadian-dollar canadian-dollars
NZD | NZ$ NZD | new-zealand-dollar new-zealand-dollars
HKD | HK$ HKD HK-$ | hong-kong-dollar hong-kong-dollars
SGD | S$ SGD | singapore-dollar singapore-dollars
EUR | € EUR | euro euros
GBP | £ GBP | pound-sterling pounds-sterling british-pounds sterling
JPY | JPY | yen
CNY | ¥ RMB CNY | yuan renminbi chinese-yuan
INR | ₹ Rs. Rs INR | rupee rupees indian-rupees
RUB | ₽ RUB | ruble rubles rouble roubles
CHF | CHF | swiss-franc swiss-francs
SEK | SEK | krona kronor swedish-crowns
NOK | NOK | norwegian-crowns norwegian-kroner
DKK | DKK | danish-crowns danish-kroner
HRK | HRK | kuna
PLN | PLN | zloty zlotys
CZK | CZK | koruna korunas
HUF | HUF | forint forints
TRY | ₺ TRY | lira turkish-lira
ILS | ₪ NIS ILS | shekel shekels
BRL | R$ BRL | reais
MXN | MXN | mexican-peso mexican-pesos
ARS | ARS | argentine-pesos
PHP | ₱ PHP | philippine-pesos
KRW | ₩ KRW | korean-won
THB | ฿ THB | baht
MYR | RM MYR | ringgit
IDR | Rp IDR | rupiah
VND | VND | dong
PKR | PKR | pakistani-rupees
NGN | ₦ NGN | naira
KES | KSh KES | kenyan-shillings
ZAR | ZAR | south-african-rand
EGP | EGP | egyptian-pounds
SAR | SAR | saudi-riyals riyals
AED | AED | dirham dirhams
"""

PERCENT = "%"
PERCENTAGE_POINT = "percentage point"
BASIS_POINT = "basis point"
YEAR_OLD = "year old"
MONTH_OLD = "month old"
CENT = "cent"

PERIODS = frozenset(
    """term office tenure presidency premiership administration campaign season session mandate reign trial contract sentence
    parliament deadline window ceasefire truce transition year summer winter school term-time holiday""".split(),
)
"""Nouns that name a period which runs out, so that "with just eight days of his term" counts down."""


@cache
def measures() -> dict[str, Measure]:
    """Every measure by canonical name."""
    table = {}
    for name, dimension, factor, _ in _rows(_MEASURES):
        table[name] = Measure(name, dimension, Decimal(factor))
    return table


def measure(unit: str | None) -> Measure | None:
    """The measure with that canonical name, None for currencies, proportions and counted nouns."""
    return measures().get(unit or "")


@cache
def measure_spellings() -> dict[str, str]:
    """Every spelling, lower case with spaces, and the canonical name it stands for."""
    return {spelling.replace("-", " "): name for name, _, _, spellings in _rows(_MEASURES) for spelling in spellings.split()}


@cache
def currency_signs() -> dict[str, str]:
    """Every sign or code before a figure ("A$", "Rs") and its ISO code."""
    return {sign.replace("-", " "): code for code, signs, _ in _rows(_CURRENCIES) for sign in signs.split()}


@cache
def currency_words() -> dict[str, str]:
    """Every word after a figure ("shekels"), lower case with spaces, and its ISO code."""
    return {word.replace("-", " "): code for code, _, words in _rows(_CURRENCIES) for word in words.split()}


@cache
def prefix_pattern() -> re.Pattern[str]:
    """Matches a currency sign that ends where a figure begins."""
    signs = sorted(currency_signs(), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(map(re.escape, signs))}) ?$")


@cache
def suffix_pattern() -> re.Pattern[str]:
    """Matches the unit that stands right behind a figure: a measure, a currency word, per cent, points."""
    words = [*measure_spellings(), *currency_words()]
    spelled = "|".join(_spaced(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:[ \u00a0-]?(?P<percent>%|per[ -]?cent\b|pct\b|pc\b)(?![ -]points?)"
        rf"|[ -](?P<point>percentage[ -]points?|percent[ -]points?|% points?)\b|[ -](?P<basis>basis[ -]points?)\b"
        rf"|[ -](?P<cents>cents?|pence)\b|[ \u00a0-]?(?P<word>{spelled})(?![\w'’]|-(?!old|long|plus)[a-z]))",
        re.IGNORECASE,
    )


def _spaced(word: str) -> str:
    return re.escape(word).replace(r"\ ", "[ -]")


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
