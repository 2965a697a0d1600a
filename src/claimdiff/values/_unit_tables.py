"""The tables behind units.py: measures with their size, currencies with their signs. Data only.

Conversion factors are those of the SI, of the international yard and pound (1959) and of the thermochemical calorie; tests check them against pint.
"""

from __future__ import annotations

# canonical name | dimension | size in the base unit of the dimension | spellings in any case of letters | symbols in this case only
MEASURES = """
second | time | 1 | second seconds sec secs |
millisecond | time | 0.001 | millisecond milliseconds ms |
minute | time | 60 | minute minutes min mins |
hour | time | 3600 | hour hours hr hrs |
day | time | 86400 | day days |
week | time | 604800 | week weeks |
fortnight | time | 1209600 | fortnight fortnights |
month | time | 2629746 | month months |
year | time | 31556952 | year years yr yrs |
decade | time | 315569520 | decade decades |
century | time | 3155695200 | century centuries |
nanometre | length | 0.000000001 | nanometre nanometres nanometer nanometers | nm
micrometre | length | 0.000001 | micrometre micrometres micrometer micrometers micron microns μm µm |
millimetre | length | 0.001 | millimetre millimetres millimeter millimeters mm |
centimetre | length | 0.01 | centimetre centimetres centimeter centimeters cm |
metre | length | 1 | metre metres meter meters m |
kilometre | length | 1000 | kilometre kilometres kilometer kilometers km kms |
inch | length | 0.0254 | inch inches | ″
foot | length | 0.3048 | foot feet ft | ′
yard | length | 0.9144 | yard yards yd yds |
mile | length | 1609.344 | mile miles |
nautical mile | length | 1852 | nautical-mile nautical-miles |
light year | length | 9460730472580800 | light-year light-years |
square metre | area | 1 | square-metre square-metres square-meter square-meters sq-m sqm m2 m² sq-metre sq-metres sq-meter sq-meters |
square kilometre | area | 1000000 | square-kilometre square-kilometres square-kilometer square-kilometers sq-km km2 km² sq-kilometre sq-kilometres |
square foot | area | 0.09290304 | square-foot square-feet sq-ft sqft ft² |
square mile | area | 2589988.110336 | square-mile square-miles sq-mi |
hectare | area | 10000 | hectare hectares ha |
acre | area | 4046.8564224 | acre acres |
litre | volume | 0.001 | litre litres liter liters | L
millilitre | volume | 0.000001 | millilitre millilitres milliliter milliliters ml |
centilitre | volume | 0.00001 | centilitre centilitres centiliter centiliters cl |
gallon | volume | 0.003785411784 | gallon gallons |
barrel | volume | 0.158987294928 | barrel barrels bbl bbls |
cubic metre | volume | 1 | cubic-metre cubic-metres cubic-meter cubic-meters m³ m3 |
cubic foot | volume | 0.028316846592 | cubic-foot cubic-feet ft³ |
gram | mass | 0.001 | gram grams gramme grammes g |
milligram | mass | 0.000001 | milligram milligrams mg |
microgram | mass | 0.000000001 | microgram micrograms μg µg mcg |
carat | mass | 0.0002 | carat carats |
kilogram | mass | 1 | kilogram kilograms kilogramme kilogrammes kilo kilos kg |
tonne | mass | 1000 | tonne tonnes metric-ton metric-tons | t
kilotonne | mass | 1000000 | kilotonne kilotonnes kilotons |
ton | mass | 907.18474 | ton tons |
pound | mass | 0.45359237 | pound pounds lb lbs |
ounce | mass | 0.028349523125 | ounce ounces oz |
kilometre per hour | speed | 0.27777777777777777778 | km/h kmh kph kmph kilometres-per-hour kilometers-per-hour kilometres-an-hour km/hr |
mile per hour | speed | 0.44704 | mph miles-per-hour miles-an-hour m.p.h. m.p.h mi/h |
metre per second | speed | 1 | metres-per-second meters-per-second metres-a-second meters-a-second m/s |
knot | speed | 0.51444444444444444444 | knot knots |
watt | power | 1 | watt watts | W
kilowatt | power | 1000 | kilowatt kilowatts kw |
megawatt | power | 1000000 | megawatt megawatts mw |
gigawatt | power | 1000000000 | gigawatt gigawatts gw |
terawatt | power | 1000000000000 | terawatt terawatts tw |
kilowatt hour | energy | 3600000 | kilowatt-hour kilowatt-hours kwh |
megawatt hour | energy | 3600000000 | megawatt-hour megawatt-hours mwh |
gigawatt hour | energy | 3600000000000 | gigawatt-hour gigawatt-hours gwh |
watt hour | energy | 3600 | watt-hour watt-hours | Wh
terawatt hour | energy | 3600000000000000 | terawatt-hour terawatt-hours twh |
joule | energy | 1 | joule joules |
kilojoule | energy | 1000 | kilojoule kilojoules kj |
megajoule | energy | 1000000 | megajoule megajoules | MJ
kilocalorie | energy | 4184 | kilocalorie kilocalories kcal calorie calories |
horsepower | power | 745.69987158227022 | horsepower hp bhp |
metric horsepower | power | 735.49875 | metric-horsepower | PS
hertz | frequency | 1 | hertz hz |
kilohertz | frequency | 1000 | kilohertz khz |
megahertz | frequency | 1000000 | megahertz mhz |
gigahertz | frequency | 1000000000 | gigahertz ghz |
volt | voltage | 1 | volt volts | V
kilovolt | voltage | 1000 | kilovolt kilovolts kv |
milliampere hour | charge | 3.6 | milliampere-hour milliampere-hours mah |
pascal | pressure | 1 | pascal pascals | Pa
hectopascal | pressure | 100 | hectopascal hectopascals | hPa
kilopascal | pressure | 1000 | kilopascal kilopascals | kPa
megapascal | pressure | 1000000 | megapascal megapascals | MPa
millibar | pressure | 100 | millibar millibars mbar |
pound per square inch | pressure | 6894.7572931683613 | pounds-per-square-inch pound-per-square-inch psi |
kilopound per square inch | pressure | 6894757.2931683613 | ksi |
newton metre | torque | 1 | newton-metre newton-metres newton-meter newton-meters | Nm
pound foot | torque | 1.3558179483314004 | pound-foot pound-feet foot-pound foot-pounds lb-ft lb.-ft. ft-lb ft-lbs lb-feet |
magnitude | magnitude | 1 | magnitude |
decibel | loudness | 1 | decibel decibels db |
mile per gallon | fuel economy | 1 | mpg miles-per-gallon |
revolution per minute | rotation | 1 | rpm revolutions-per-minute |
part per million | concentration | 0.000001 | ppm parts-per-million |
part per billion | concentration | 0.000000001 | ppb parts-per-billion |
degree Celsius | temperature | 1 | degrees-celsius degree-celsius degrees-centigrade celsius °c ºc degrees-c degree-c deg-c degc deg-celsius | C
degree Fahrenheit | temperature F | 1 | degrees-fahrenheit degree-fahrenheit fahrenheit °f degrees-f degree-f deg-f degf deg-fahrenheit | F
degree | angle | 1 | degree degrees ° |
kilobyte | information | 1000 | kilobyte kilobytes kb |
megabyte | information | 1000000 | megabyte megabytes mb |
gigabyte | information | 1000000000 | gigabyte gigabytes gb |
terabyte | information | 1000000000000 | terabyte terabytes tb |
petabyte | information | 1000000000000000 | petabyte petabytes pb |
megabit per second | data rate | 1000000 | megabits-per-second mbps |
gigabit per second | data rate | 1000000000 | gigabits-per-second gbps |
"""

# ISO 4217 code | signs and codes before or behind the figure | words after it
CURRENCIES = """
USD | US$ $US USD$ USD US-$ U.S.-$ $ | us-dollar us-dollars u.s.-dollar u.s.-dollars american-dollars bucks
AUD | A$ AU$ AUD$ AUD A-$ AU-$ $A $AU |
CAD | C$ CA$ CAD$ CAD CDN$ Can$ C-$ CA-$ CDN-$ $CDN |
NZD | NZ$ NZD$ NZD NZ-$ $NZ |
HKD | HK$ HKD$ HKD HK-$ $HK |
SGD | S$ SGD$ SGD S-$ |
EUR | € EUR | euro euros
GBP | £ GBP | pound-sterling pounds-sterling sterling quid
JPY | JPY |
CNY | ¥ RMB CNY | renminbi
INR | ₹ Rs. Rs INR |
RUB | ₽ RUB |
CHF | CHF SFr |
SEK | SEK | kronor
NOK | NOK |
DKK | DKK |
HRK | HRK kn | kuna kunas
PLN | PLN zł | zloty zlotys zlotych
CZK | CZK Kč | koruna korunas
HUF | HUF | forint forints
TRY | ₺ TRY |
ILS | ₪ NIS ILS |
BRL | R$ BRL R-$ | reais
MXN | MXN MXN$ Mex$ |
ARS | ARS AR$ |
PHP | ₱ PHP Php |
KRW | ₩ KRW |
THB | ฿ THB | baht
MYR | RM MYR | ringgit ringgits
IDR | Rp IDR | rupiah
VND | VND ₫ | dong
PKR | PKR |
NGN | ₦ NGN | naira nairas
KES | KSh KES Ksh |
ZAR | ZAR |
EGP | EGP |
SAR | SAR |
AED | AED Dh Dhs |
UAH | ₴ UAH | hryvnia hryvnias
BDT | ৳ Tk BDT | taka
GHS | GH₵ GHS | cedi cedis
BTC | ₿ BTC | bitcoin bitcoins
"""

# ISO 4217 code | what the money is called, alike in several countries | the country and its adjective
COUNTRIES = """
USD | dollar dollars | america american
AUD | dollar dollars | australia australian
CAD | dollar dollars | canada canadian
NZD | dollar dollars | new-zealand
HKD | dollar dollars | hong-kong
SGD | dollar dollars | singapore singaporean
TWD | dollar dollars | taiwan taiwanese
JMD | dollar dollars | jamaica jamaican
GBP | pound pounds | britain british uk
EGP | pound pounds | egypt egyptian
LBP | pound pounds | lebanon lebanese
SYP | pound pounds | syria syrian
SDG | pound pounds | sudan sudanese
MXN | peso pesos | mexico mexican
ARS | peso pesos | argentina argentine argentinian
PHP | peso pesos | philippines philippine filipino
CLP | peso pesos | chile chilean
COP | peso pesos | colombia colombian
CHF | franc francs | switzerland swiss
INR | rupee rupees | india indian
PKR | rupee rupees | pakistan pakistani
LKR | rupee rupees | sri-lanka sri-lankan
NPR | rupee rupees | nepal nepalese
SEK | crown crowns | sweden swedish
NOK | crown crowns krone kroner | norway norwegian
DKK | crown crowns krone kroner | denmark danish
CZK | crown crowns | czech
SEK | krona | sweden swedish
ISK | krona kronur | iceland icelandic
TRY | lira liras | turkey turkish
SAR | riyal riyals | saudi saudi-arabia
QAR | riyal riyals | qatar qatari
IRR | rial rials | iran iranian
YER | rial rials | yemen yemeni
OMR | rial rials | oman omani
KWD | dinar dinars | kuwait kuwaiti
JOD | dinar dinars | jordan jordanian
IQD | dinar dinars | iraq iraqi
RSD | dinar dinars | serbia serbian
DZD | dinar dinars | algeria algerian
TND | dinar dinars | tunisia tunisian
KES | shilling shillings | kenya kenyan
UGX | shilling shillings | uganda ugandan
TZS | shilling shillings | tanzania tanzanian
AED | dirham dirhams | emirates emirati uae dubai
MAD | dirham dirhams | morocco moroccan
JPY | yen | japan japanese
CNY | yuan | china chinese
KRW | won | korea korean south-korea south-korean
ZAR | rand | south-africa south-african
RUB | ruble rubles rouble roubles | russia russian
BYN | ruble rubles rouble roubles | belarus belarusian
ILS | shekel shekels | israel israeli
"""

# what the money is called | the currency meant where the text names no country that has it
USUAL = """
dollar dollars | USD
rupee rupees | INR
lira liras | TRY
franc francs | CHF
yen | JPY
yuan | CNY
rand | ZAR
ruble rubles rouble roubles | RUB
krona | SEK
shekel shekels | ILS
"""
